"""History is written by the database at every change, whoever makes it, and never altered."""

import pytest
from django.db import InternalError, connection, models, transaction

from config.records.history import because, versions
from people.models import Place
from tests import factories
from tests.planted import MODELS, Register

pytestmark = pytest.mark.django_db
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)


@pytest.fixture(scope="module")
def register(module_db):
    found = Register()
    found.publish_one_of_each()
    return found


def run(sql: str, *values) -> str:
    """What the database says to a statement, which is then undone; empty if it obeys."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            transaction.set_rollback(True)
    except InternalError as error:
        return str(error).splitlines()[0]
    return ""


@every_model
def test_a_version_is_never_changed_or_deleted(register, model):
    record = register.base[model]
    table = versions(record).model._meta.db_table

    assert versions(record).count() >= 1
    assert run(f"UPDATE {table} SET pgh_label = 'other' WHERE pgh_obj_id = %s", record.pk) == (  # noqa: S608  our own words
        f"pgtrigger: Cannot update or delete rows from {table} table"
    )
    assert run(f"DELETE FROM {table} WHERE pgh_obj_id = %s", record.pk) == (  # noqa: S608  the same
        f"pgtrigger: Cannot update or delete rows from {table} table"
    )


@every_model
def test_a_published_record_is_not_deleted_by_any_way(register, model):
    record = register.base[model]
    table = model._meta.db_table

    said = run(f"DELETE FROM {table} WHERE id = %s", record.pk)  # noqa: S608  the same

    assert said == f"pgtrigger: Cannot delete rows from {table} table"


@every_model
def test_a_change_past_the_models_is_kept_too(register, model):
    record = register.base[model]
    before = versions(record).count()

    models.QuerySet(model).filter(pk=record.pk).update(staff_note="a new note")

    newest = versions(record).first()
    assert versions(record).count() == before + 1
    assert (newest.staff_note, newest.pgh_label, newest.pgh_context) == (
        "a new note",
        "changed",
        None,
    )


@every_model
def test_a_version_holds_every_column_that_does_not_follow_from_others(register, model):
    kept = {field.name for field in versions(register.base[model]).model._meta.fields}
    columns = {field.name for field in model._meta.concrete_fields}

    left_out = columns - kept
    assert left_out == FOLLOW.get(model._meta.model_name, set())


FOLLOW = {
    "person": {"name_full", "name_shown"},
    "place": {"search_keys", "area"},
    "case": {
        "opens_at",
        *("status", "status_event", "status_as_of", "deprived_event", "released_event"),
        *("died_event", "sentenced_event", "facility", "sentence_months"),
        *("sentence_end_earliest", "sentence_end_latest", "verification", "source_count"),
        *(
            "origin_count",
            "citation_count",
            "last_source",
            "changed_at",
            "is_settled",
            "search_keys",
            "kinds",
            "reasons",
        ),
    },
}


def test_a_change_is_signed_with_who_and_why(contributor):
    place = factories.place("Ghulja")

    with because(by=contributor, action="correct", why="spelling"):
        place.name = "Ghulja city"
        place.save()

    newest, first = versions(place)
    assert (first.name, newest.name) == ("Ghulja", "Ghulja city")
    assert newest.pgh_context.metadata == {
        "by": contributor.pk,
        "action": "correct",
        "why": "spelling",
    }


def test_what_was_deleted_is_still_told():
    place = factories.place("Ghulja")
    kept, key = versions(place).model, place.pk
    place.delete()

    told = kept.objects.filter(pgh_obj_id=key).order_by("pgh_id")
    assert [(one.pgh_label, one.name) for one in told] == [
        ("entered", "Ghulja"),
        ("deleted", "Ghulja"),
    ]
    assert not Place.objects.filter(pk=key).exists()
