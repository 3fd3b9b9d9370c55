"""A name that is withheld is told by no other text, found by no spelling, named on no page."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from config.records import actions
from config.records.choices import State
from people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db
NAME, SPELLINGS = "Gülnar Äset", ("Gulnar Aset", "GÜLNAR ÄSET", "Гүлнар Әсет", "古丽娜尔")


def withheld(display: str = "withheld", **more) -> Person:
    person = make.person(NAME, name_display=display, published=True, **more)
    for spelling in ("Гүлнар Әсет", "古丽娜尔", "Gulya"):
        make.name(person, spelling, published=True)
    return person


def waiting(kind: str, text: str):
    """A submitted record of which one text says this."""
    signed = {
        "state": State.SUBMITTED,
        "submitted_by": make.account("submits"),
        "submitted_at": make.timezone.now(),
    }
    source = make.source(published=True)
    case = make.case(published=True)
    made = {
        "event": lambda: make.event("arrest", description=text, **signed),
        "source": lambda: make.source(text, **signed),
        "citation": lambda: make.citation(source, case=case, says=text, **signed),
        "person": lambda: make.person(described_as="A man", biography=text, **signed),
        "place": lambda: make.place(text, **signed),
    }
    return made[kind]()


@pytest.mark.parametrize("kind", ["event", "source", "citation", "person", "place"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_text_that_tells_a_withheld_name_is_not_published(kind, spelling, reviewer):
    withheld()
    record = waiting(kind, f"They say that {spelling} was taken.")

    with pytest.raises(ValidationError, match="holds a name that is not to be shown"):
        actions.publish(record, by=reviewer)

    record.refresh_from_db()
    assert record.state == State.SUBMITTED


@pytest.mark.parametrize(
    "told",
    [
        " Aset Gulnar",
        " ƏSET GÜLNAR",
        "/news/gulnar-aset-is-free.html",
        "?who=aset_gulnar",
        "/%D0%93%D2%AF%D0%BB%D0%BD%D0%B0%D1%80%20%D3%98%D1%81%D0%B5%D1%82",
        "/%d0%93%d2%af%d0%bb%d0%bd%d0%b0%d1%80-%d3%98%d1%81%d0%b5%d1%82",
    ],
)
def test_a_name_in_another_order_or_in_an_address_is_the_name(told, reviewer):
    withheld()
    record = waiting("event", f"See https://example.org{told}")

    with pytest.raises(ValidationError, match="holds a name that is not to be shown"):
        actions.publish(record, by=reviewer)


@pytest.mark.parametrize(
    "told",
    ["Äset Gülnar", "GULNAR ASET", "/gulnar-aset/", "/G%C3%BClnar%20%C3%84set", "äset_gülnar"],
)
def test_nobody_is_withheld_while_a_published_address_or_text_has_the_name(told, reviewer):
    shown = make.event("arrest", description=f"See https://example.org{told}", published=True)
    person = make.person(NAME, name_display="withheld")
    actions.submit(person, by=make.User.objects.create_superuser("root"))

    with pytest.raises(ValidationError, match=f"stands in {shown.public_id}"):
        actions.publish(person, by=reviewer)


def test_no_new_spelling_of_a_withheld_name_is_one_that_a_published_text_tells(reviewer):
    told = make.event("arrest", description="Gulya Asetkyzy was taken.", published=True)
    name = make.name(withheld(), "Gulya Asetkyzy")
    actions.submit(name, by=make.User.objects.create_superuser("root"))

    with pytest.raises(ValidationError, match=f"stands in {told.public_id}"):
        actions.publish(name, by=reviewer)


@pytest.mark.parametrize("text", ["Gulnara Asetova spoke.", "Gulya is a common name."])
def test_a_text_with_another_name_or_one_common_word_is_published(text, reviewer):
    withheld()
    record = waiting("event", text)

    actions.publish(record, by=reviewer)

    assert record.state == State.PUBLISHED


def test_somebody_is_not_published_under_a_withheld_name_that_stands_elsewhere(reviewer):
    told = make.event("arrest", description=f"{NAME} was taken.", published=True)
    person = make.person(NAME, name_display="withheld")
    actions.submit(person, by=make.User.objects.create_superuser("root"))

    with pytest.raises(ValidationError, match=f"stands in {told.public_id}"):
        actions.publish(person, by=reviewer)


@pytest.mark.parametrize("display", ["withheld", "initials"])
def test_no_spelling_finds_somebody_whose_name_is_not_shown(display):
    person = withheld(display)

    for spelling in (*SPELLINGS, "Gulnar Asset", "Aset Gulnar", "Гульнар Асет"):
        for door in ("/api/v1/people/", "/people/", "/"):
            assert person.public_id not in Client().get(door, {"q": spelling}).content.decode()


@pytest.mark.parametrize("display", ["withheld", "initials"])
def test_no_page_of_a_relative_names_somebody_whose_name_is_not_shown(display):
    person, sister = withheld(display), make.person("Aigul Nurlan", published=True)
    make.tie(person, "sibling", sister, published=True)
    make.case(sister, published=True, title="taken")
    doors = (
        f"/people/{sister.public_id}/",
        f"/cases/{sister.cases.get().public_id}/",
        f"/api/v1/people/{sister.public_id}/",
        "/api/v1/relationships.csv",
        "/api/v1/people.csv",
        "/api/v1/entities.jsonl",
    )

    for door in doors:
        response = Client().get(door)
        said = b"".join(response) if response.streaming else response.content
        assert [one for one in (NAME, *SPELLINGS, "Gulya") if one in said.decode()] == []
