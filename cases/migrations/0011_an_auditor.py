"""An auditor reads the log of changes and no record. docs/roles.md says what each role may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("auditor", "chief")


def make_the_auditor(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the groups need this one now.
    create_permissions(installed.get_app_config("pghistory"), verbosity=0, apps=apps)
    may_read = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="pghistory", codename="view_context"
    )
    for role in ROLES:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(may_read)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_intake"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]
    operations = [migrations.RunPython(make_the_auditor, migrations.RunPython.noop)]
