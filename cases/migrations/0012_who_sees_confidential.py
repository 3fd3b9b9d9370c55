"""Chiefs see and keep confidential values; reviewers keep consents, which publishing needs.

docs/roles.md says what each may do.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ALL = ("add", "change", "delete", "view")
MAY = {
    "chief": {"identifier": ALL, "contact": ALL, "consent": ALL},
    "reviewer": {"consent": ("add", "change", "view")},
}


def let_them_see(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the groups need these now.
    create_permissions(installed.get_app_config("people"), verbosity=0, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects
    for role, kinds in MAY.items():
        codenames = [f"{verb}_{kind}" for kind, verbs in kinds.items() for verb in verbs]
        granted = permissions.filter(content_type__app_label="people", codename__in=codenames)
        apps.get_model("auth", "Group").objects.get(name=role).permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_not_for_search_engines"), ("people", "0009_confidential")]
    operations = [migrations.RunPython(let_them_see, migrations.RunPython.noop)]
