"""A register without names needs no index of older rules; others are built by index_names."""

from django.db import migrations

OLD, NEW = 1, 2


def begin(apps, schema_editor):
    if not apps.get_model("people", "PersonName").objects.exists():
        apps.get_model("people", "NameIndex").objects.filter(version=OLD).update(version=NEW)


def take_back(apps, schema_editor):
    if not apps.get_model("people", "PersonName").objects.exists():
        apps.get_model("people", "NameIndex").objects.filter(version=NEW).update(version=OLD)


class Migration(migrations.Migration):
    dependencies = [("people", "0013_found_by_change")]

    operations = [migrations.RunPython(begin, take_back)]
