"""Names as they are shown, ties as they are read, and what may never be true of a person."""

import pytest
from django.db import IntegrityError, transaction

from people.models import Person, PersonName
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("display", "shown"),
    [("full", "Akikat Kaliolla"), ("initials", "A. K."), ("withheld", "[withheld]")],
)
def test_the_database_shows_as_much_of_a_name_as_is_allowed(display, shown):
    person = make.person("Akikat Kaliolla", published=True, name_display=display)

    assert (person.name_shown, person.name_full) == (shown, "Akikat Kaliolla")


def test_a_name_that_is_not_published_is_not_shown():
    person = make.person("Akikat Kaliolla", published=True)
    make.name(person, "Aqiqat Qaliolla")
    PersonName.objects.filter(text="Akikat Kaliolla").update(state="withdrawn")
    person.refresh_from_db()

    assert person.name_shown == "[withheld]"


def test_a_sealed_name_is_not_what_staff_read():
    person = make.person("Open Name")
    make.name(person, "Sealed Name", secrecy="sealed")
    PersonName.objects.filter(text="Open Name").update(is_primary=False)
    PersonName.objects.filter(text="Sealed Name").update(is_primary=True)
    person.refresh_from_db()

    assert person.name_full == "Open Name"


@pytest.mark.parametrize("display", ["initials", "withheld"])
def test_no_spelling_finds_somebody_whose_name_is_not_shown(display):
    person = make.person("Akikat Kaliolla", published=True, name_display=display)
    make.name(person, "Ақиқат Қалиолла", published=True)

    found = Person.objects.published().named("Akikat", None)
    assert (list(found), list(PersonName.objects.published())) == ([], [])


def test_a_name_is_found_by_its_words_in_any_order_and_case():
    person = make.person("Nurzat Yérmekbay", published=True)

    assert list(Person.objects.published().named("YERMEKBAY nurzat", None)) == [person]


def test_a_tie_is_entered_once_from_whichever_side():
    parent, child = make.person("A"), make.person("B")
    make.tie(parent, "parent", child)

    with pytest.raises(IntegrityError, match="relationship_once"), transaction.atomic():
        make.tie(child, "child", parent)


def test_nobody_is_their_own_relative():
    person = make.person("A")

    with pytest.raises(IntegrityError, match="relationship_not_self"), transaction.atomic():
        make.tie(person, "sibling", person)


def test_a_tie_is_read_from_both_sides_in_the_word_for_the_sex():
    sister, brother = make.person("A", sex="female"), make.person("B", sex="male")
    tie = make.tie(sister, "sibling", brother)

    assert (tie.word_for_other(brother), tie.word_for_other(sister)) == ("sister", "brother")
