"""Every address on one page."""

from django.contrib import admin
from django.urls import include, path

from cases.api import router
from cases.urls import pages
from config.records.languages import in_every_language

urlpatterns = [
    path("admin/", admin.site.urls),
    path("account/", include("config.records.accounts.urls")),
    in_every_language([*pages, path("tell/", include("config.records.messages.urls"))]),
    path("", include("cases.urls")),
    path("api/v1/", include(router.urls)),
]
