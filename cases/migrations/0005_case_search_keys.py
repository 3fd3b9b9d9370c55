"""Cases are found by the words of their title and summary, without reading every case."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import pgtrigger
from django.db import migrations, models

from config.records import text


def fill(apps, schema_editor):
    """Nothing that anybody entered changes, so no version is kept of it."""
    case_model = apps.get_model("cases", "Case")
    with pgtrigger.ignore():
        for case in case_model.objects.only("title", "summary").iterator():
            keys = text.words(f"{case.title} {case.summary}")
            case_model.objects.filter(pk=case.pk).update(search_keys=keys)


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_who_merges")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="search_keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, editable=False, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_keys"], name="case_keys"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
