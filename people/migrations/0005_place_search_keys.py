"""Places are found by any of their names, however capitalised and accented."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger
from django.db import migrations, models

from config.records import text


def fill(apps, schema_editor):
    """Nothing that anybody entered changes, so no version is kept of it."""
    place_model = apps.get_model("people", "Place")
    with pgtrigger.ignore():
        for place in place_model.objects.only("name", "other_names").iterator():
            keys = {text.fold(name) for name in (place.name, *place.other_names)} - {""}
            place_model.objects.filter(pk=place.pk).update(search_keys=sorted(keys))


class Migration(migrations.Migration):
    dependencies = [("people", "0004_pairs")]

    operations = [
        migrations.AddField(
            model_name="place",
            name="search_keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, editable=False, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_keys"], name="place_keys"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
