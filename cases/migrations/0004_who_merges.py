"""Reviewers and chiefs may merge people. docs/roles.md says what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("reviewer", "chief")


def let_them_merge(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the groups need this one now.
    create_permissions(installed.get_app_config("people"), verbosity=0, apps=apps)
    may_merge = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="people", codename="merge_person"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=ROLES):
        group.permissions.add(may_merge)


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_a_part_for_each_case"), ("people", "0003_merges")]
    operations = [migrations.RunPython(let_them_merge, migrations.RunPython.noop)]
