"""Chiefs may document an interest that outweighs consent. docs/roles.md says what each may do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def let_them_document(apps, schema_editor):
    from django.apps import apps as installed

    # Django makes permissions after all migrations; the group needs this one now.
    create_permissions(installed.get_app_config("people"), verbosity=0, apps=apps)
    may_document = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="people", codename="document_interest"
    )
    apps.get_model("auth", "Group").objects.get(name="chief").permissions.add(may_document)


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_who_sees_confidential"), ("people", "0010_ground_for_showing")]
    operations = [migrations.RunPython(let_them_document, migrations.RunPython.noop)]
