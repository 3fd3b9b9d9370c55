"""The admin as a Django app, with the register's own site."""

from django.contrib.admin.apps import AdminConfig


class RegisterAdminConfig(AdminConfig):
    default_site = "config.records.admin.site.RegisterSite"
