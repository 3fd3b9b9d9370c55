"""The roles of staff and researchers, as groups. docs/roles.md says what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

VERBS = {
    "researcher": (),
    "contributor": ("add", "change", "delete", "view"),
    "reviewer": ("add", "change", "delete", "view", "publish"),
    "chief": ("add", "change", "delete", "view", "publish", "unseal"),
}
RECORDS = {
    "people": ("place", "person", "personname", "relationship"),
    "cases": (
        "case",
        "citation",
        "event",
        "facility",
        "organization",
        "participation",
        "snapshot",
        "source",
    ),
}


def make_groups(apps, schema_editor):
    from django.apps import apps as installed

    for label in RECORDS:
        # Django makes permissions after all migrations; the groups need them now.
        create_permissions(installed.get_app_config(label), verbosity=0, apps=apps)
    group_model = apps.get_model("auth", "Group")
    permission_model = apps.get_model("auth", "Permission")
    for role, verbs in VERBS.items():
        group, _ = group_model.objects.get_or_create(name=role)
        for label, models in RECORDS.items():
            codenames = [f"{verb}_{model}" for verb in verbs for model in models]
            group.permissions.add(
                *permission_model.objects.filter(
                    content_type__app_label=label, codename__in=codenames
                )
            )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
        ("people", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
