"""Every address on one page."""

from django.contrib import admin
from django.urls import include, path

from cases.api import router

urlpatterns = [
    path("admin/", admin.site.urls),
    path("account/", include("config.records.accounts.urls")),
    path("tell/", include("config.records.messages.urls")),
    path("", include("cases.urls")),
    path("api/v1/", include(router.urls)),
]
