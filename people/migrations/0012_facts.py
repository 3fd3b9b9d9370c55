"""Who reads which fact of a person, and of each place the county that stands for it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# As the trigger has it that keeps it from now on.
AREAS = """
    UPDATE people_place SET area_id = (
        WITH RECURSIVE up AS (
            SELECT own.id, own.level, own.parent_id AS parent, 0 AS depth
            FROM people_place own WHERE own.id = people_place.id
            UNION ALL
            SELECT place.id, place.level, place.parent_id, up.depth + 1
            FROM people_place place JOIN up ON place.id = up.parent WHERE up.depth < 12
        )
        SELECT id FROM up WHERE level NOT IN ('district', 'spot')
        ORDER BY level <> 'county', level <> 'city',
            CASE WHEN level = 'city' THEN -depth ELSE depth END
        LIMIT 1
    )
"""


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0011_embargoes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='birth_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: the year, where it is sure. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the birth'),
        ),
        migrations.AddField(
            model_name='person',
            name='birthplace_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: its county, or a city. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the birthplace'),
        ),
        migrations.AddField(
            model_name='person',
            name='home_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: its county, or a city. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the home'),
        ),
        migrations.AddField(
            model_name='person',
            name='religion_secrecy',
            field=models.CharField(choices=[('staff', 'staff only'), ('sealed', 'sealed')], default='staff', help_text='Only staff read this. Left as it is, staff only. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the religion'),
        ),
        migrations.AddField(
            model_name='personversion',
            name='birth_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: the year, where it is sure. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the birth'),
        ),
        migrations.AddField(
            model_name='personversion',
            name='birthplace_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: its county, or a city. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the birthplace'),
        ),
        migrations.AddField(
            model_name='personversion',
            name='home_secrecy',
            field=models.CharField(choices=[('registered', 'registered'), ('staff', 'staff only'), ('sealed', 'sealed')], default='registered', help_text='Only staff read this. Left as it is, registered; anybody else: its county, or a city. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the home'),
        ),
        migrations.AddField(
            model_name='personversion',
            name='religion_secrecy',
            field=models.CharField(choices=[('staff', 'staff only'), ('sealed', 'sealed')], default='staff', help_text='Only staff read this. Left as it is, staff only. Anything stricter hides it from everybody else.', max_length=12, verbose_name='who reads the religion'),
        ),
        migrations.AddField(
            model_name='place',
            name='area',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.place'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birth_basis',
            field=models.CharField(blank=True, choices=[('stated', 'stated'), ('partly_stated', 'partly stated'), ('derived', 'derived'), ('inferred', 'inferred')], help_text='Registered researchers read this; readers the year. How we come to this date.', max_length=20, verbose_name='birth: basis'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birth_earliest',
            field=models.DateField(blank=True, help_text='Registered researchers read this; readers the year.', null=True, verbose_name='birth: not before'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birth_edtf',
            field=models.CharField(blank=True, help_text='Registered researchers read this; readers the year. Leave empty to have it read from the words.', max_length=140, verbose_name='birth (EDTF)'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birth_latest',
            field=models.DateField(blank=True, help_text='Registered researchers read this; readers the year.', null=True, verbose_name='birth: not after'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birth_written',
            field=models.CharField(blank=True, help_text='Registered researchers read this; readers the year. As it was written.', max_length=200, verbose_name='birth'),
        ),
        migrations.AlterField(
            model_name='person',
            name='birthplace',
            field=models.ForeignKey(blank=True, help_text='Public: its county or city. Registered researchers read this as it stands.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place'),
        ),
        migrations.AlterField(
            model_name='person',
            name='home',
            field=models.ForeignKey(blank=True, help_text='Public: its county or city. Registered researchers read this as it stands.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='people.place'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birth_basis',
            field=models.CharField(blank=True, choices=[('stated', 'stated'), ('partly_stated', 'partly stated'), ('derived', 'derived'), ('inferred', 'inferred')], help_text='Registered researchers read this; readers the year. How we come to this date.', max_length=20, verbose_name='birth: basis'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birth_earliest',
            field=models.DateField(blank=True, help_text='Registered researchers read this; readers the year.', null=True, verbose_name='birth: not before'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birth_edtf',
            field=models.CharField(blank=True, help_text='Registered researchers read this; readers the year. Leave empty to have it read from the words.', max_length=140, verbose_name='birth (EDTF)'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birth_latest',
            field=models.DateField(blank=True, help_text='Registered researchers read this; readers the year.', null=True, verbose_name='birth: not after'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birth_written',
            field=models.CharField(blank=True, help_text='Registered researchers read this; readers the year. As it was written.', max_length=200, verbose_name='birth'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='birthplace',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Public: its county or city. Registered researchers read this as it stands.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.place'),
        ),
        migrations.AlterField(
            model_name='personversion',
            name='home',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Public: its county or city. Registered researchers read this as it stands.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.place'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('birth_secrecy__in', ['registered', 'staff', 'sealed'])), name='person_birth_secrecy', violation_error_message='Who reads the birth can only be made stricter.'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('birthplace_secrecy__in', ['registered', 'staff', 'sealed'])), name='person_birthplace_secrecy', violation_error_message='Who reads the birthplace can only be made stricter.'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('home_secrecy__in', ['registered', 'staff', 'sealed'])), name='person_home_secrecy', violation_error_message='Who reads the home can only be made stricter.'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('religion_secrecy__in', ['staff', 'sealed'])), name='person_religion_secrecy', violation_error_message='Who reads the religion can only be made stricter.'),
        ),
        # A trigger that waits would keep the tables from being altered any further.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(AREAS, migrations.RunSQL.noop),
    ]
