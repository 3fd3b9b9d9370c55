"""Identifiers, contacts and consents: who sees them, that looks are written down, what is kept."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from people.actions import merge
from people.models import Identifier
from tests import factories as make
from tests.people.confiding import NUMBER, consent, contact, identifier, rows_of

pytestmark = pytest.mark.django_db

# What is kept


def test_the_database_and_its_history_hold_the_cipher_alone():
    who = make.person("Gulnar Aset")
    one = identifier(who, note="issued in Ghulja")
    contact(who, safe_use="never at night")
    consent(who, evidence="paper in the safe", given_by="her sister")
    Identifier.objects.filter(pk=one.pk).update(note="expired")

    held = rows_of(
        *(
            f"people_{kind}{part}"
            for kind in ("identifier", "contact", "consent")
            for part in ("", "version")
        )
    )

    said = ("1234", "Ghulja", "expired", "7000", "night", 'safe"', "paper", "sister")
    assert [word for word in said if word in held] == []
    assert held.count("gAAAA") >= 12
    assert (one.value.tell(), one.last_four, str(one)) == (NUMBER, "5678", f"identifier {one.pk}")


def test_plain_text_written_past_the_field_is_refused():
    one = identifier(make.person("Gulnar Aset"))

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE people_identifier SET value = 'N1234567' WHERE id = %s", [one.pk])


def test_nothing_can_be_asked_of_a_cipher_in_a_query():
    for question in ("value", "value__contains", "value__startswith", "note__iexact"):
        with pytest.raises(FieldError):
            Identifier.objects.filter(**{question: "N1234567"}).count()


def test_a_whole_number_is_found_however_it_is_spaced_and_a_part_is_not():
    one = identifier(make.person("Gulnar Aset"))
    identifier(make.person("Aigul Aset"), "N1234567")

    assert list(Identifier.objects.saying("n12345678")) == [one]
    assert [Identifier.objects.saying(part).count() for part in ("N1234", "5678", "", "--")] == [
        0,
        0,
        0,
        0,
    ]


def test_a_short_number_leaves_no_last_signs():
    assert identifier(make.person("Gulnar Aset"), "A-1234").last_four == ""


# Keys


def test_keys_are_rotated_in_history_too_and_then_the_old_one_is_not_needed(settings, capsys):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.CONFIDENTIAL_KEYS = [old]
    one = identifier(make.person("Gulnar Aset"), note="first")
    Identifier.objects.filter(pk=one.pk).update(note="second")
    versions = one.versions.count()
    settings.CONFIDENTIAL_KEYS = [new, old]

    call_command("rotate_confidential_keys")
    again = call_command("rotate_confidential_keys")
    settings.CONFIDENTIAL_KEYS = [new]

    one.refresh_from_db()
    told = {version.note.tell() for version in one.versions.all()}
    assert (one.value.tell(), told, again) == (NUMBER, {"first", "second"}, None)
    assert list(Identifier.objects.saying(NUMBER)) == [one]
    assert one.versions.count() == versions
    assert [line[:2] for line in capsys.readouterr().out.splitlines()] == ["3 ", "0 "]


def test_a_value_that_no_key_reads_is_named_and_left_alone(settings, capsys):
    one = identifier(make.person("Gulnar Aset"))
    settings.CONFIDENTIAL_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(CommandError) as refused:
        call_command("rotate_confidential_keys")

    assert f"No key reads people.Identifier {one.pk}." in capsys.readouterr().out
    assert "2 could not be read" in str(refused.value)
    assert Identifier.objects.get(pk=one.pk).value == one.value


# Merging


def test_confidential_values_go_with_a_merge(reviewer):
    kept, absorbed = make.person("Gulnar Aset"), make.person("Gulnar Asetova")
    one, two, three = identifier(absorbed), contact(absorbed), consent(absorbed)

    done = merge(kept, absorbed, by=reviewer, why="the same")

    for row in (one, two, three):
        row.refresh_from_db()
    assert {row.person_id for row in (one, two, three)} == {done.kept_id}
    assert one.value.tell() == NUMBER
