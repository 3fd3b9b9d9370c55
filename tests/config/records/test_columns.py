"""Columns lead where they say, have a sentence each, and are blank where a reader may not look."""

import pytest

from cases.columns import CASE_COLUMNS, EVENT_COLUMNS
from cases.models import Case, Event
from cases.nouns import NOUNS
from config.records.choices import Secrecy, State
from config.records.columns import Column, rows, seen
from config.records.facts import fact_of
from config.records.models import Record
from people.columns import PERSON_COLUMNS
from people.models import Person
from tests import factories

nouns = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)


def cell(name: str, columns, model, user=None):
    """One cell of the only row."""
    (column,) = (one for one in columns if one.name == name)
    ((value,),) = rows(model.objects.all(), [column], user)
    return column.cell(value)


@nouns
def test_every_column_has_a_name_of_its_own_and_a_sentence(noun):
    names = [column.name for column in noun.columns]

    assert sorted(set(names)) == sorted(names)
    assert names[0] == "id"
    assert [one.name for one in noun.columns if not one.about.endswith(".")] == []
    assert [one.name for one in noun.columns if one.about[:1] != one.about[:1].upper()] == []


@nouns
def test_every_path_ends_in_a_public_field(noun):
    """What a column follows is public at every step, or a fact, which is told by its level."""
    secret = []
    for column in (one for one in noun.columns if one.path):
        model = noun.model
        for step in column.path.split("__"):
            public = (*model.PUBLIC_FIELDS, *getattr(model, "RECORD_FIELDS", ()))
            if step not in public and fact_of(model, step) is None:
                secret.append(column.path)
            model = model._meta.get_field(step).related_model or model

    assert secret == []


@nouns
def test_a_coded_column_takes_its_words_from_its_field(noun):
    wrong = []
    for column in (one for one in noun.columns if one.path and one.choices):
        model = noun.model
        for step in column.path.split("__"):
            field = model._meta.get_field(step)
            model = field.related_model or model
        if list(field.choices) != list(column.choices.choices):
            wrong.append(column.name)

    assert wrong == []


@nouns
def test_a_column_that_is_coded_in_the_rows_is_coded_in_the_codebook(noun):
    uncoded = [
        column.name
        for column in noun.columns
        if column.path and "__" not in column.path and not column.choices
        if noun.model._meta.get_field(column.path).choices
    ]

    assert uncoded == []


@pytest.mark.parametrize(
    ("state", "secrecy", "reads"),
    [
        (State.PUBLISHED, Secrecy.PUBLIC, ["visitor", "researcher", "contributor", "chief"]),
        (State.PUBLISHED, Secrecy.REGISTERED, ["researcher", "contributor", "chief"]),
        (State.DRAFT, Secrecy.PUBLIC, ["contributor", "chief"]),
        (State.DRAFT, Secrecy.STAFF, ["contributor", "chief"]),
        (State.DRAFT, Secrecy.SEALED, ["chief"]),
    ],
)
def test_a_cell_is_blank_where_its_reader_may_not_look(
    researcher, contributor, chief, state, secrecy, reads
):
    home = factories.place("Ghulja", published=state == State.PUBLISHED, secrecy=secrecy)
    factories.person("Somebody", published=True, home=home)
    readers = {"visitor": None} | {one.username: one for one in (researcher, contributor, chief)}

    told = {name: cell("home", PERSON_COLUMNS, Person, user) for name, user in readers.items()}

    assert told == {name: "Ghulja" if name in reads else "not_stated" for name in readers}


def test_a_path_through_two_records_is_blank_if_either_is_hidden(db):
    home = factories.place("Ghulja")
    factories.case(factories.person("Somebody", published=True, home=home), published=True)

    assert cell("home", CASE_COLUMNS, Case) == "not_stated"
    home.__class__.objects.update(
        state=State.PUBLISHED,
        submitted_by=factories.account("submits"),
        submitted_at="2020-01-01T00:00Z",
        published_by=factories.account("publishes"),
        published_at="2020-01-01T00:00Z",
    )
    assert cell("home", CASE_COLUMNS, Case) == "Ghulja"


def test_a_hidden_event_that_another_belongs_to_is_not_named(db):
    hidden = factories.event("demonstration")
    shown = factories.event("fine", published=True, part_of=hidden)

    (column,) = (one for one in EVENT_COLUMNS if one.name == "part_of")
    told = [rows(Event.objects.filter(pk=shown.pk), [column], reader)[0] for reader in (None,)]

    assert told == [(None,)]


def test_a_path_that_stays_in_the_record_asks_nothing_of_visibility():
    assert str(seen(Event, "title", None)) == "F(title)"
    assert str(seen(Event, "case__public_id", None)) == "F(case__public_id)"


@pytest.mark.parametrize(
    ("birth", "year"),
    [
        ("1970", 1970),
        ("5 March 1970", 1970),
        ("about 1970", 1970),
        ("between 1970 and 1971", None),
        ("", None),
    ],
)
def test_of_a_birth_only_the_year_is_told(db, birth, year):
    factories.person("Somebody", birth_written=birth, birth_basis="stated" if birth else "")

    assert cell("birth_year", PERSON_COLUMNS, Person) == year


@pytest.mark.parametrize(
    ("value", "said"), [("", "–"), (None, "–"), (0, 0), (False, False), ("x", "x")]
)
def test_an_empty_cell_says_what_it_means(value, said):
    assert Column("name", "A name.", missing="–").cell(value) == said


def test_every_noun_but_the_changes_is_a_record_and_all_have_an_id():
    """A line of the table of changes is written by a merge: nobody enters or reviews it."""
    assert [noun.name for noun in NOUNS if not issubclass(noun.model, Record)] == ["changes"]
    assert {noun.columns[0].path for noun in NOUNS} == {"public_id"}
