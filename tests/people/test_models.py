"""Names are shown as their person wishes; ties are stored once and read from both sides."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from config.records.choices import Secrecy, State
from people.choices import INVERSES, NameDisplay, RelationshipKind, Sex
from people.matching import find
from people.models import Person, PersonName, Relationship
from tests import factories

pytestmark = pytest.mark.django_db


def names_of(person: Person) -> tuple[str, str]:
    """What readers see, and what staff see."""
    person.refresh_from_db()
    return person.name_shown, person.name_full


def found(query: str, user) -> list[int]:
    """Primary keys of the people whom a query may mean."""
    return [match.person for match in find(query, user)]


@pytest.fixture
def somebody():
    return factories.person("Aqiqat Qaliolla", published=True)


@pytest.mark.parametrize(
    ("display", "shown"),
    [("full", "Aqiqat Qaliolla"), ("initials", "A. Q."), ("withheld", "[withheld]")],
)
def test_a_name_is_shown_as_its_person_wishes(somebody, display, shown):
    somebody.name_display = display
    somebody.save()

    assert names_of(somebody) == (shown, "Aqiqat Qaliolla")


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Серікжан Біләшұлы", "С. Б."), ("王明", "王."), ("Абдул-Хамид Т.", "А. Х. Т.")],
)
def test_initials_are_taken_in_any_script(name, initials):
    person = factories.person(name, published=True, name_display=NameDisplay.INITIALS)

    assert names_of(person) == (initials, name)


def test_the_main_name_heads_the_page_and_the_next_one_follows_it(somebody):
    factories.name(somebody, "Akikat Kaliolla", published=True)
    PersonName.objects.filter(text="Aqiqat Qaliolla").update(state=State.WITHDRAWN)

    assert names_of(somebody) == ("Akikat Kaliolla", "Aqiqat Qaliolla")


@pytest.mark.parametrize(
    ("state", "secrecy"),
    [
        (State.DRAFT, Secrecy.PUBLIC),
        (State.WITHDRAWN, Secrecy.PUBLIC),
        (State.PUBLISHED, Secrecy.REGISTERED),
        (State.DRAFT, Secrecy.STAFF),
        (State.DRAFT, Secrecy.SEALED),
    ],
)
def test_a_name_that_is_not_public_is_not_shown(somebody, state, secrecy):
    models.QuerySet(PersonName).filter(person=somebody).update(state=state, secrecy=secrecy)

    full = "" if secrecy == Secrecy.SEALED else "Aqiqat Qaliolla"
    assert names_of(somebody) == ("[withheld]", full)


def test_a_name_that_goes_is_shown_no_more():
    person = factories.person("First Name")
    second = factories.name(person, "Second Name")

    person.names.get(text="First Name").delete()
    assert names_of(person) == ("Second Name", "Second Name")

    second.delete()
    assert names_of(person) == ("[withheld]", "")


def test_a_name_that_moves_to_somebody_else_is_shown_there():
    first, second = factories.person("First Name"), factories.person("Second Name")
    moved = first.names.get()
    models.QuerySet(PersonName).filter(pk=second.names.get().pk).delete()

    moved.person = second
    moved.save()

    assert (names_of(first)[0], names_of(second)[0]) == ("[withheld]", "First Name")


def test_somebody_unnamed_is_called_what_we_call_them():
    group = factories.person(kind="group", described_as="Dozens from one village", published=True)

    assert names_of(group) == ("Dozens from one village",) * 2


def test_a_group_needs_something_to_be_called():
    with pytest.raises(IntegrityError, match="person_described"):
        Person(kind="group", entered_by=factories.account("enters")).save()


@pytest.mark.parametrize("query", ["qaliolla", "QALIOLLA aqiqat", "Qaliölla", "kaliolla"])
def test_a_name_is_found_by_any_of_its_spellings(somebody, query):
    factories.name(somebody, "Akikat Kaliolla", published=True)

    assert found(query, None) == [somebody.pk]


@pytest.mark.parametrize("query", ["", "  ", "'"])
def test_no_letters_find_nobody(somebody, query):
    assert found(query, None) == []


@pytest.mark.parametrize("display", ["initials", "withheld"])
def test_a_name_that_is_not_shown_is_not_found(somebody, contributor, display):
    somebody.name_display = display
    somebody.save()

    assert found("qaliolla", None) == []
    assert list(PersonName.objects.visible_to(None)) == []
    assert found("qaliolla", contributor) == [somebody.pk]


def test_a_spelling_that_is_not_published_is_found_by_staff_alone(somebody, contributor):
    factories.name(somebody, "Gulnar Aset")

    assert found("gulnar aset", None) == []
    assert found("gulnar aset", contributor) == [somebody.pk]


def test_a_name_knows_its_script():
    name = factories.name(factories.person("Somebody"), "  Әлия   Сейіт ")

    assert (name.text, name.script) == ("Әлия Сейіт", "Cyrl")


def test_a_person_has_one_main_name_and_each_spelling_once(somebody):
    second = {"person": somebody, "entered_by": somebody.entered_by}

    with pytest.raises(ValidationError, match="Only one name can be the main one"):
        PersonName(text="Another", is_primary=True, **second).validate_constraints()
    with pytest.raises(ValidationError, match="This person has this name already"):
        PersonName(text="Aqiqat Qaliolla", **second).validate_constraints()


def test_the_year_of_birth_is_told_only_where_there_is_one():
    years = [
        factories.person(birth_written=written, birth_basis="stated").birth_year
        for written in ("1970", "5 March 1970", "about 1970", "between 1970 and 1971")
    ]

    assert years == [1970, 1970, 1970, None]


# Ties


@pytest.mark.parametrize(
    ("kind", "first", "second", "seen_from_first", "seen_from_second"),
    [
        ("sibling", "female", "male", "brother", "sister"),
        ("parent", "male", "female", "daughter", "father"),
        ("aunt_or_uncle", "female", "", "niece or nephew", "aunt"),
        ("lawyer", "male", "male", "client", "lawyer"),
        ("spouse", "", "", "spouse", "spouse"),
    ],
)
def test_a_tie_is_read_from_both_sides(kind, first, second, seen_from_first, seen_from_second):
    one, other = factories.person(sex=first), factories.person(sex=second)
    tie = factories.tie(one, kind, other)

    words = (tie.word_for_other(one), tie.word_for_other(other))
    assert words == (seen_from_first, seen_from_second)
    assert (tie.other(one), tie.other(other)) == (other, one)
    assert list(Relationship.objects.of(one)) == list(Relationship.objects.of(other)) == [tie]


@pytest.mark.parametrize("kind", RelationshipKind)
def test_a_tie_is_entered_once_from_either_side(kind):
    one, other = factories.person(), factories.person()
    factories.tie(one, kind, other)

    with pytest.raises(IntegrityError, match="relationship_once"):
        factories.tie(other, INVERSES.get(kind, kind), one)


def test_two_people_may_be_tied_in_two_ways():
    one, other = factories.person(), factories.person()

    factories.tie(one, "spouse", other)
    factories.tie(one, "colleague", other)

    assert Relationship.objects.of(one).count() == 2


def test_nobody_is_their_own_relative():
    one = factories.person()

    with pytest.raises(IntegrityError, match="relationship_not_self"):
        factories.tie(one, "sibling", one)


@pytest.mark.parametrize("kind", RelationshipKind)
def test_the_inverse_of_an_inverse_is_the_kind_itself(kind):
    assert kind.inverse.inverse == kind
    assert [bool(kind.word(sex)) for sex in ("", *Sex.values)] == [True] * 4
