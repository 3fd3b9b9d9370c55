"""A kept copy says how it came, with its original; a source is found by any of its addresses."""

import django.contrib.postgres.indexes
import pgtrigger
from django.conf import settings
from django.db import migrations, models

from cases.canonical import canonical
from cases.models.snapshots import words_sha256

LONGEST_ADDRESS = 2000


def fill(apps, schema_editor):
    """Of what was pasted so far the text is the original. Nothing that anybody entered changes."""
    snapshot_model, source_model = (apps.get_model("cases", one) for one in ("Snapshot", "Source"))
    with pgtrigger.ignore():
        for kept in snapshot_model.objects.only("text", "text_sha256").iterator(chunk_size=200):
            snapshot_model.objects.filter(pk=kept.pk).update(
                sha256=kept.text_sha256,
                size=len(kept.text.encode()),
                words_sha256=words_sha256(kept.text),
            )
        for source in source_model.objects.exclude(url="", canonical_url="").iterator():
            folded = canonical(source.canonical_url or source.url)
            if folded != source.canonical_url and len(folded) <= LONGEST_ADDRESS:
                source_model.objects.filter(pk=source.pk).update(canonical_url=folded)


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0005_case_search_keys'),
        ('people', '0006_names_without_keys'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='snapshot',
            name='address_asked',
            field=models.CharField(blank=True, editable=False, help_text='Only staff read this.', max_length=2000),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='address_reached',
            field=models.CharField(blank=True, editable=False, help_text='Only staff read this. Where redirects led.', max_length=2000),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='file',
            field=models.CharField(blank=True, editable=False, help_text='Only staff read this. Its name in the storage of originals.', max_length=200),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='headers',
            field=models.JSONField(blank=True, default=dict, editable=False, help_text='Only staff read this.', verbose_name='headers of the answer'),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='how',
            field=models.CharField(choices=[('fetched', 'fetched'), ('saved_page', 'saved page'), ('pdf', 'PDF'), ('pasted', 'pasted text')], default='pasted', editable=False, help_text='Public.', max_length=12, verbose_name='how it came'),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='sha256',
            field=models.CharField(default='x', editable=False, help_text='Public.', max_length=64, verbose_name='SHA-256 of the original'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='snapshot',
            name='size',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Only staff read this.', verbose_name='bytes of the original'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='snapshot',
            name='status',
            field=models.PositiveSmallIntegerField(editable=False, help_text='Only staff read this. 200 is a page.', null=True, verbose_name='answer of the site'),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='words_sha256',
            field=models.CharField(default='x', editable=False, help_text='Only staff read this. The same for any spaces and line breaks.', max_length=64, verbose_name='SHA-256 of the words'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='text_sha256',
            field=models.CharField(editable=False, help_text='Public.', max_length=64, verbose_name='SHA-256 of the text'),
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='text',
            field=models.TextField(help_text='Only staff read this. Passages are cited from it.', max_length=1000000),
        ),
        migrations.AlterField(
            model_name='source',
            name='canonical_url',
            field=models.URLField(blank=True, help_text='Only staff read this. All addresses of the article fold to it; left empty, it follows from the address.', max_length=2000, verbose_name='canonical address'),
        ),
        migrations.AlterField(
            model_name='sourceversion',
            name='canonical_url',
            field=models.URLField(blank=True, help_text='Only staff read this. All addresses of the article fold to it; left empty, it follows from the address.', max_length=2000, verbose_name='canonical address'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='snapshot',
            index=models.Index(fields=['words_sha256'], name='snapshot_words'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=django.contrib.postgres.indexes.HashIndex(fields=['canonical_url'], name='source_canonical'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='snapshot_hash_of_original', violation_error_message='A SHA-256 is 64 hexadecimal digits.'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(('words_sha256__regex', '^[0-9a-f]{64}$')), name='snapshot_hash_of_words', violation_error_message='A SHA-256 is 64 hexadecimal digits.'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('how', 'fetched'), _negated=True), models.Q(models.Q(('address_asked', ''), _negated=True), models.Q(('address_reached', ''), _negated=True), ('status__isnull', False), ('status__range', (200, 299))), _connector='OR'), name='snapshot_fetched', violation_error_message='What was fetched has the addresses asked and reached, and the answer.'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(('how', 'fetched'), models.Q(('address_asked', ''), ('address_reached', ''), ('headers', {}), ('status__isnull', True)), _connector='OR'), name='snapshot_not_fetched', violation_error_message='Only what was fetched has addresses, an answer and headers.'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('file', ''), _negated=True), models.Q(('how', 'pasted'), ('sha256', models.F('text_sha256'))), _connector='OR'), name='snapshot_original', violation_error_message='Only a pasted text may be without a file; its text is then the original.'),
        ),
    ]
