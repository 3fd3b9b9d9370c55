"""Reviewers and chiefs read what strangers write, and answer. docs/roles.md says what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

VERBS = ("view", "change")


def let_them_read(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the groups need these now.
    create_permissions(installed.get_app_config("records"), verbosity=0, apps=apps)
    granted = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="records", codename__in=[f"{verb}_message" for verb in VERBS]
    )
    for role in ("reviewer", "chief"):
        apps.get_model("auth", "Group").objects.get(name=role).permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [("cases", "0019_found_by_change"), ("records", "0004_messages")]
    operations = [migrations.RunPython(let_them_read, migrations.RunPython.noop)]
