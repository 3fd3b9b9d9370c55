"""An auditor reads the log of changes and the logbook, and no record.

docs/roles.md says what each role may do.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

MAY = {
    ("pghistory", "view_context"): ("auditor", "chief"),
    ("records", "view_access"): ("auditor",),
}


def make_the_auditor(apps, schema_editor):
    from django.apps import apps as installed

    permissions = apps.get_model("auth", "Permission").objects
    for (app, codename), roles in MAY.items():
        # Django makes permissions after all migrations; the groups need these now.
        create_permissions(installed.get_app_config(app), verbosity=0, apps=apps)
        may_read = permissions.get(content_type__app_label=app, codename=codename)
        for role in roles:
            group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
            group.permissions.add(may_read)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_embargoes"),
        ("records", "0002_changes_that_wait_and_logbook"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]
    operations = [migrations.RunPython(make_the_auditor, migrations.RunPython.noop)]
