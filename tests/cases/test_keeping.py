"""A copy is kept whole or not at all; every byte of it can be proved later."""

import hashlib
import io
import os

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from cases import originals
from cases.keeping import NOT_STORED, keep, keep_text
from cases.models import Snapshot
from tests import factories as make
from tests.reading import words

PAGE = b"<html><p>She was taken.</p>"
TEXT = "She was taken."


def stored() -> list[str]:
    """The names of all files in the storage of originals."""
    where = storages["originals"]
    folders = where.listdir("")[0] if where.exists("") else []
    return [f"{folder}/{name}" for folder in folders for name in where.listdir(folder)[1]]


def kept(**values) -> Snapshot:
    values = {"how": "saved_page", "original": PAGE, "text": TEXT} | values
    return keep(make.source(), by=make.account("enters"), **values)


def verified() -> tuple[list[str], str]:
    """What the command writes, and what it fails with."""
    said = io.StringIO()
    try:
        call_command("verify_snapshots", stdout=said)
    except CommandError as error:
        return said.getvalue().splitlines(), str(error)
    return said.getvalue().splitlines(), ""


@pytest.mark.django_db
def test_a_copy_is_kept_with_its_original_and_how_it_came():
    copy = kept(
        how="fetched",
        address_asked="https://example.org/a",
        address_reached="https://example.org/b",
        status=200,
        headers={"server": "x"},
    )

    again = Snapshot.objects.get()
    digest = hashlib.sha256(PAGE).hexdigest()
    assert (again.how, again.status, again.headers) == ("fetched", 200, {"server": "x"})
    assert (again.sha256, again.size, again.text) == (digest, len(PAGE), TEXT)
    assert again.file == f"{digest[:2]}/{digest}-{copy.public_id}"
    assert originals.read(again.file) == PAGE


@pytest.mark.django_db
def test_a_pasted_text_is_its_own_original():
    copy = keep_text(make.source(), "One.\r\n\r\nTwo\0.\ud800", by=make.account("enters"))

    assert copy.text == "One.\n\nTwo.\ufffd"
    assert originals.read(copy.file) == copy.text.encode()
    assert (copy.sha256, copy.how) == (copy.text_sha256, "pasted")


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", " \n ", "\0", "a" * 1_000_001])
def test_a_text_that_cannot_be_kept_leaves_nothing(text):
    with pytest.raises(ValidationError):
        kept(text=text)

    assert (Snapshot.objects.count(), stored()) == (0, [])


@pytest.mark.django_db
def test_two_copies_with_the_same_original_have_a_file_each():
    first, second = kept(), kept()

    assert sorted(stored()) == sorted([first.file, second.file])


@pytest.mark.django_db
def test_nothing_is_kept_if_the_original_cannot_be_stored(monkeypatch):
    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr(storages["originals"], "save", full)

    with pytest.raises(ValidationError, match=NOT_STORED):
        kept()

    assert Snapshot.objects.count() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_file_goes_again_if_its_row_is_refused():
    with pytest.raises(Exception, match="snapshot_fetched"):
        kept(how="fetched")

    assert (Snapshot.objects.count(), stored()) == (0, [])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_file_goes_again_if_what_surrounds_it_fails_and_stays_if_it_is_committed():
    with transaction.atomic():
        kept()
        assert len(stored()) == 1
        transaction.set_rollback(True)
    assert stored() == []

    with transaction.atomic():
        outer = kept()
        with transaction.atomic():
            kept()
            transaction.set_rollback(True)
    assert stored() == [outer.file]


# Proving it


@pytest.mark.django_db
def test_copies_that_are_what_was_kept_are_said_to_be():
    kept()
    make.snapshot(make.source(), "Pasted before there were files.")

    assert verified() == (["All 2 kept copies are what was kept."], "")


@pytest.mark.django_db
def test_a_byte_that_changed_is_found_and_so_is_a_file_that_is_gone():
    intact, changed, longer, gone = kept(), kept(), kept(), kept()
    for copy, content in ((changed, PAGE.replace(b"She", b"Shy")), (longer, PAGE + b" ")):
        originals.delete(copy.file)
        storages["originals"].save(copy.file, io.BytesIO(content))
    originals.delete(gone.file)

    said, failed = verified()

    assert said == [
        f"{changed}: The original is not the one that was kept.",
        f"{longer}: The original is not the one that was kept.",
        f"{gone}: The original is missing.",
    ]
    assert failed == "3 of 4 kept copies are not what was kept."
    assert originals.read(intact.file) == PAGE


@pytest.mark.django_db
def test_a_file_that_no_row_names_is_told_and_is_no_failure_unless_its_row_may_still_come():
    where = storages["originals"]
    copy = kept()
    left, coming = (where.save(f"ab/{name}", io.BytesIO(PAGE)) for name in ("left", "coming"))
    where.save("waiting/ticket", io.BytesIO(PAGE))
    for name in (left, copy.file):
        os.utime(where.path(name), (0, 0))

    said, failed = verified()

    assert said == [
        "ab/left: This file belongs to no kept copy. It may be deleted.",
        "All 1 kept copies are what was kept.",
    ]
    assert (failed, where.exists(coming)) == ("", True)


@pytest.mark.django_db
def test_a_text_that_changed_behind_the_rules_is_found():
    copy = make.snapshot(make.source(), TEXT)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_snapshot DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE cases_snapshot DROP CONSTRAINT snapshot_hash")
        cursor.execute("UPDATE cases_snapshot SET text = 'She was not taken.'")

    said, _ = verified()

    assert said == [
        f"{copy}: The text is not the one that was kept.",
        f"{copy}: The words are not those that were kept.",
        f"{copy}: The original is not the one that was kept.",
    ]


# What readers see of it


@pytest.mark.django_db
def test_readers_see_how_a_copy_came_and_its_hashes_and_nothing_of_what_it_holds(client):
    source = make.source(published=True)
    copy = keep(
        source,
        by=make.account("enters"),
        how="fetched",
        original=PAGE,
        text=TEXT,
        address_asked="https://example.org/asked",
        address_reached="https://example.org/reached",
        status=200,
        headers={"server": "a server"},
    )

    html = client.get(f"/sources/{source.public_id}/").content.decode()

    assert f"fetched; SHA-256 of its text {copy.text_sha256}, of the original {copy.sha256}" in (
        words(html)
    )
    hidden = (TEXT, "asked", "reached", "a server", copy.file, "enters")
    assert [word for word in hidden if word in html] == []
