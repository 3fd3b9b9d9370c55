"""Sources and their kept copies: a copy is what it says, for ever."""

import hashlib

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from cases.models import Snapshot, Source
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = "Ақиқат said: «He was taken». 王明 🙂"


@pytest.fixture
def kept():
    return factories.snapshot(factories.source(), TEXT)


def run(sql: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def copy_of(kept, **changed) -> Snapshot:
    """A row like this one, with some of its values changed; not saved."""
    fields = {one.attname: getattr(kept, one.attname) for one in Snapshot._meta.concrete_fields}
    return Snapshot(**fields | {"id": None, "public_id": "K-000000"} | changed)


def test_a_kept_copy_carries_the_hash_of_its_text(kept):
    assert kept.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert len(kept.public_id) == 8


def test_the_database_refuses_a_hash_that_is_not_of_the_text(kept):
    other = copy_of(kept, text="other")

    with pytest.raises(IntegrityError, match="snapshot_hash"), transaction.atomic():
        Snapshot.objects.bulk_create([other])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE cases_snapshot SET text = 'other'",
        "UPDATE cases_snapshot SET kept_at = now()",
        "DELETE FROM cases_snapshot",
    ],
)
def test_a_kept_copy_is_never_changed_or_deleted(kept, change):
    with pytest.raises(InternalError, match="Cannot update or delete rows from cases_snapshot"):
        run(change)

    assert Snapshot.objects.get().text == TEXT


def test_a_source_with_a_kept_copy_is_not_deleted(kept):
    with pytest.raises(Exception, match="protected foreign keys"):
        kept.source.delete()

    assert Source.objects.count() == 1


def test_the_newest_copy_comes_first_and_the_older_ones_stay(kept):
    newer = factories.snapshot(kept.source, "It said something else later.")

    assert list(kept.source.snapshots.all()) == [newer, kept]


@pytest.mark.parametrize("name", ["origin", "cited_by"])
def test_a_source_is_not_its_own_origin(name):
    source = factories.source()

    with pytest.raises(IntegrityError, match="source_not_its_own_origin"), transaction.atomic():
        Source.objects.filter(pk=source.pk).update(**{name: source})


FETCHED = {
    "how": "fetched",
    "address_asked": "https://example.org/a",
    "address_reached": "https://example.org/b",
    "status": 200,
    "file": "a file",
}


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("snapshot_fetched", FETCHED | {"address_asked": ""}),
        ("snapshot_fetched", FETCHED | {"address_reached": ""}),
        ("snapshot_fetched", FETCHED | {"status": None}),
        ("snapshot_fetched", FETCHED | {"status": 404}),
        ("snapshot_not_fetched", {"status": 200}),
        ("snapshot_not_fetched", {"headers": {"server": "x"}}),
        ("snapshot_not_fetched", FETCHED | {"how": "pdf"}),
        ("snapshot_original", {"how": "saved_page"}),
        ("snapshot_original", {"sha256": "0" * 64}),
        ("snapshot_hash_of_original", {"file": "a file", "sha256": "short"}),
        ("snapshot_hash_of_words", {"words_sha256": "A" * 64}),
        ("cases_snapshot_size_check", {"size": -1}),
    ],
)
def test_the_database_refuses_a_copy_that_does_not_say_how_it_came(kept, rule, changed):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Snapshot.objects.bulk_create([copy_of(kept, **changed)])


def test_the_database_takes_what_was_fetched(kept):
    Snapshot.objects.bulk_create([copy_of(kept, **FETCHED)])

    assert Snapshot.objects.count() == 2


def test_a_source_is_found_by_any_of_its_addresses():
    source = factories.source(url="http://www.example.org/a/?utm_source=x#top")

    assert source.canonical_url == "https://example.org/a"
    assert list(Source.objects.at("https://m.example.org/a/?fbclid=1")) == [source]
    assert list(Source.objects.at("https://example.org/b")) == []
    assert list(Source.objects.at("no address")) == []
