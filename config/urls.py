"""Every address on one page."""

from django.contrib import admin
from django.urls import include, path

from cases.api import router
from config.records.token_pages import revoke, tokens

urlpatterns = [
    path("admin/", admin.site.urls),
    path("account/tokens/", tokens, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", revoke, name="revoke-token"),
    path("", include("cases.urls")),
    path("api/v1/", include(router.urls)),
]
