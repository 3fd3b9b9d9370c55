"""Merging: what stays of two values, who reviewed the result, and that no secret is loosened."""

import pytest
from django.core.exceptions import ValidationError

from people.actions import merge, rehearse
from people.models import Person, PersonName
from tests import factories
from tests.factories import account
from tests.register import dated, make

pytestmark = pytest.mark.django_db


def pair(older: dict, newer: dict) -> tuple[Person, Person]:
    """Two people of one name; drafts unless told otherwise."""
    first = factories.person("Gulnar Aset", **older)
    return first, factories.person("Gulnar Asetova", **newer)


def merged(pair: tuple[Person, Person], by, **how) -> Person:
    done = merge(*pair, by=by, **{"why": "the same", **how})
    return Person.objects.get(pk=done.kept_id)


def said(pair: tuple[Person, Person], by, **how) -> str:
    with pytest.raises(ValidationError) as error:
        merge(*pair, by=by, **{"why": "the same", **how})
    return " ".join(error.value.messages)


def test_what_only_one_says_is_kept(reviewer):
    town = factories.place("Ghulja")
    result = merged(
        pair({"sex": "female", "home": town}, {"occupation": "cook", **dated("1975", "birth")}),
        reviewer,
    )

    assert (result.sex, result.home, result.occupation, result.birth_year) == (
        "female",
        town,
        "cook",
        1975,
    )


def test_where_they_differ_the_worker_chooses(reviewer):
    older, newer = pair(
        {"sex": "female", **dated("1975", "birth")}, {"sex": "male", **dated("May 1976", "birth")}
    )

    refused = said((older, newer), reviewer, choices={"sex": "P-NOBODY"})
    choices = {"sex": newer.public_id, "birth": older.public_id}
    result = merged((older, newer), reviewer, choices=choices)

    assert refused == "The two say different things. Choose for: sex, birth."
    assert (result.sex, result.birth_edtf) == ("male", "1975")
    assert result.staff_note == (
        f"{older.public_id} had sex: female.\n{newer.public_id} had birth: May 1976."
    )


def test_of_two_biographies_both_may_stay(reviewer):
    older, newer = pair({"biography": "A cook."}, {"biography": "From Ghulja."})

    lines = {line.name: line for line in rehearse(older, newer, by=reviewer).lines}
    result = merged((older, newer), reviewer, choices={"biography": "both"})

    assert [value for value, _ in lines["biography"].options] == [
        older.public_id,
        newer.public_id,
        "both",
    ]
    assert result.biography == "A cook.\n\nFrom Ghulja."


def test_both_notes_stay(reviewer):
    result = merged(pair({"staff_note": "Ask the aunt."}, {"staff_note": "Asked."}), reviewer)

    assert result.staff_note == "Ask the aunt.\nAsked."


def test_a_merge_loosens_neither_secrecy_nor_the_name(chief):
    result = merged(
        pair(
            {"secrecy": "registered", "name_display": "initials"},
            {"secrecy": "staff", "name_display": "withheld"},
        ),
        chief,
    )
    turned = merged(
        pair({"secrecy": "sealed", "name_display": "withheld"}, {"secrecy": "public"}), chief
    )

    assert (result.secrecy, result.name_display) == ("staff", "withheld")
    assert (turned.secrecy, turned.name_display, turned.name_shown) == (
        "sealed",
        "withheld",
        "[withheld]",
    )


def test_one_spelling_of_two_secrecies_takes_the_stricter(chief):
    older, newer = pair({}, {})
    factories.name(older, "Gülnar", secrecy="public")
    factories.name(newer, "Gülnar", secrecy="sealed")

    merged((older, newer), chief)

    assert PersonName.objects.get(person=older, text="Gülnar").secrecy == "sealed"


# States


def test_a_draft_changes_nothing_that_readers_see_of_a_published_entry(reviewer):
    older, newer = pair(
        {"published": True, "sex": "female"},
        {"sex": "male", "occupation": "cook", "religion": "Islam"},
    )

    result = merged((older, newer), reviewer)

    assert (result.state, result.sex, result.occupation, result.name_shown) == (
        "published",
        "female",
        "",
        "Gulnar Aset",
    )
    assert result.religion == "Islam"
    assert result.staff_note == (
        f"{newer.public_id} had sex: male.\n{newer.public_id} had occupation: cook."
    )


def test_an_older_draft_takes_over_what_was_published_of_the_newer(reviewer):
    older, newer = pair({"sex": "male", "occupation": "cook"}, {"published": True, "sex": "female"})

    result = merged((older, newer), reviewer)

    assert (result, result.state, result.published_by) == (
        older,
        "published",
        account("publishes"),
    )
    assert (result.sex, result.occupation, result.name_shown) == ("female", "", "Gulnar Asetova")
    assert result.staff_note == (
        f"{older.public_id} had sex: male.\n{older.public_id} had occupation: cook."
    )


def test_names_that_nobody_reviewed_stay_drafts(reviewer):
    older, newer = pair({"published": True}, {})

    merged((older, newer), reviewer)

    states = dict(PersonName.objects.filter(person=older).values_list("text", "state"))
    assert states == {"Gulnar Aset": "published", "Gulnar Asetova": "draft"}
    assert list(PersonName.objects.published().values_list("text", flat=True)) == ["Gulnar Aset"]


@pytest.mark.parametrize(
    ("older", "newer", "result"),
    [
        ("draft", "draft", "draft"),
        ("draft", "withdrawn", "withdrawn"),
        ("withdrawn", "draft", "withdrawn"),
        ("withdrawn", "withdrawn", "withdrawn"),
        ("published", "draft", "published"),
        ("draft", "published", "published"),
        ("published", "published", "published"),
    ],
)
def test_the_state_of_the_result(reviewer, older, newer, result):
    of = {state: {"published": state != "draft"} for state in ("draft", "published", "withdrawn")}
    one, other = pair(of[older], of[newer])
    for record, state in ((one, older), (other, newer)):
        Person.objects.filter(pk=record.pk).update(state=state)

    assert merged((one, other), reviewer, lose=True).state == result


def test_withdrawn_and_published_is_for_somebody_to_decide(reviewer):
    older, newer = pair({"published": True}, {"published": True})
    Person.objects.filter(pk=newer.pk).update(state="withdrawn")

    refused = said((older, newer), reviewer)

    assert refused == (
        f"{older.public_id} is published, and what would become one with it is withdrawn. Reopen "
        "or withdraw one of them first: whether readers see it has to be decided."
    )


def test_published_and_staff_only_is_for_somebody_to_decide(reviewer):
    older, newer = pair({"published": True}, {"secrecy": "staff"})

    refused = said((older, newer), reviewer)

    assert refused == (
        f"{older.public_id} is published and {newer.public_id} is staff only. Reopen "
        f"{older.public_id} first, and readers no longer see it; or open the secrecy of "
        f"{newer.public_id}."
    )


# What readers see


def test_nothing_hidden_is_shown_by_a_merge(reviewer):
    older, newer = pair({"published": True}, {})
    case = factories.case(newer, published=True)
    told = factories.citation(
        make.source(), case=make.case(make.person()), told_by=newer, published=True
    )

    refused = said((older, newer), reviewer)

    shown = ", ".join(sorted([case.public_id, told.public_id]))
    assert refused == (
        f"Readers do not see this yet and would after the merge: {shown}. "
        "Reopen it first, so that somebody reviews it where it will stand."
    )


def test_what_readers_lose_has_to_be_said(reviewer):
    older, newer = pair({"published": True}, {"published": True, "name_display": "withheld"})
    name = older.names.get()

    refused = said((older, newer), reviewer)
    result = merged((older, newer), reviewer, lose=True)

    assert refused == f"Readers would no longer see {name.public_id}. Say that you know it."
    assert result.name_shown == "[withheld]"


def test_a_published_title_that_tells_a_withheld_name_is_refused(reviewer):
    older, newer = pair({"published": True}, {"published": True, "name_display": "withheld"})
    case = make.case(older, title="Gulnar Aset, taken at work")
    source = make.source()
    make.citation(source, event=make.event("arrest", case=case))

    refused = said((older, newer), reviewer, lose=True)

    assert refused == (
        f"{case.public_id}: The title or summary holds a name that is not to be shown."
    )
