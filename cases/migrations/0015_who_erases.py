"""Chiefs propose and confirm erasures. docs/roles.md says what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

VERBS = ("add", "change", "view")


def let_them_erase(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the group needs these now.
    create_permissions(installed.get_app_config("cases"), verbosity=0, apps=apps)
    granted = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="cases", codename__in=[f"{verb}_erasure" for verb in VERBS]
    )
    apps.get_model("auth", "Group").objects.get(name="chief").permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_erasures"), ("records", "0001_tombstones")]
    operations = [migrations.RunPython(let_them_erase, migrations.RunPython.noop)]
