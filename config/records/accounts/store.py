"""Where sign-ins are kept: Django's store in the database, which also knows whose each is."""

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as InDatabase


class SessionStore(InDatabase):
    @classmethod
    def get_model_class(cls):
        return apps.get_model("accounts", "SignIn")

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.account_id = data.get(SESSION_KEY)
        return row
