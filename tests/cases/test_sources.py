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


def test_a_kept_copy_carries_the_hash_of_its_text(kept):
    assert kept.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert len(kept.public_id) == 8


def test_the_database_refuses_a_hash_that_is_not_of_the_text(kept):
    with pytest.raises(IntegrityError, match="snapshot_hash"):
        run(
            "INSERT INTO cases_snapshot"
            " (public_id, source_id, kept_at, kept_by_id, text, text_sha256)"
            " VALUES ('K-000000', %s, now(), %s, 'other', %s)",
            *(kept.source_id, kept.kept_by_id, kept.text_sha256),
        )


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
