"""Grounds: who may be shown, which consent is missing, and that a withdrawn one counts at once."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from config.records.actions import publish, submit
from config.records.choices import State
from people.choices import Ground, NameDisplay
from people.models import Consent, Person
from people.models.grounds import NO_CONSENT, NO_CONSENT_TO_NAME
from people.models.rules import WITHHELD
from tests import factories as make
from tests.people.confiding import consent

pytestmark = pytest.mark.django_db
ALL = ("publish", "publish_name")


def now(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def shown(**more) -> Person:
    """Somebody published on the strength of a consent to be shown by name."""
    who = make.person("Gulnar Aset", ground="consent", **more)
    consent(who, *ALL)
    whole = {
        "state": "published",
        "submitted_by": make.account("a"),
        "submitted_at": who.entered_at,
    }
    whole |= {"published_by": make.account("b"), "published_at": who.entered_at}
    who.names.update(**whole)
    Person.objects.filter(pk=who.pk).update(**whole)
    return now(who)


def refusal(person: Person, contributor, reviewer) -> list[str]:
    submit(person, by=contributor)
    with pytest.raises(ValidationError) as refused:
        publish(now(person), by=reviewer)
    return [one.split(": ", 1)[1] for one in refused.value.messages]


def test_where_the_ground_is_consent_publishing_says_which_is_missing(contributor, reviewer):
    nothing = make.person("Gulnar Aset", ground="consent")
    unnamed = make.person("Aigul Aset", ground="consent", name_display="withheld")
    half = make.person("Aset Gulnar", ground="consent")
    consent(half, "publish")

    assert refusal(nothing, contributor, reviewer) == [NO_CONSENT, NO_CONSENT_TO_NAME]
    assert refusal(unnamed, contributor, reviewer) == [NO_CONSENT]
    assert refusal(half, contributor, reviewer) == [NO_CONSENT_TO_NAME]


def test_with_its_consent_it_is_published(contributor, reviewer):
    who = make.person("Gulnar Aset", ground="consent")
    consent(who, *ALL)

    submit(who, by=contributor)
    publish(now(who), by=reviewer)

    assert (now(who).state, now(who).name_shown) == ("published", "Gulnar Aset")


def test_a_consent_for_researchers_does_for_them_alone(contributor, reviewer):
    open_one = make.person("Gulnar Aset", ground="consent", name_display="withheld")
    for_few = make.person(
        "Aigul Aset", ground="consent", name_display="withheld", secrecy="registered"
    )
    consent(open_one, "researchers")
    consent(for_few, "researchers")

    assert refusal(open_one, contributor, reviewer) == [NO_CONSENT]
    assert for_few.barred() == []


@pytest.mark.parametrize("ground", [Ground.PUBLIC_SOURCE, Ground.INTEREST])
def test_a_public_source_or_a_documented_interest_needs_no_consent(ground, contributor, reviewer):
    who = make.person("Gulnar Aset", ground=ground, ground_note="weighed on 3 May")

    submit(who, by=contributor)
    publish(now(who), by=reviewer)

    assert now(who).state == State.PUBLISHED


def test_the_database_refuses_it_whichever_way_it_is_tried():
    who = make.person("Gulnar Aset", published=True)

    for change in ({"ground": "consent"},):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.filter(pk=who.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.make(Person, published=True, ground="consent", described_as="Somebody")
    hidden = shown(name_display="withheld")
    Consent.objects.update(publish_name=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=hidden.pk).update(name_display=NameDisplay.FULL)


def test_somebody_without_a_name_is_not_shown_either_where_the_ground_is_consent():
    with pytest.raises(IntegrityError, match=NO_CONSENT[:40]), transaction.atomic():
        make.make(
            Person,
            published=True,
            ground="consent",
            name_display="withheld",
            described_as="Somebody",
        )


def test_an_interest_says_what_was_weighed():
    with pytest.raises(IntegrityError), transaction.atomic():
        make.person("Gulnar Aset", ground="interest")


@pytest.mark.parametrize(
    "how",
    [
        lambda rows: rows.update(withdrawn_on=date(2024, 5, 1)),
        lambda rows: rows.update(publish=False),
        lambda rows: rows.delete(),
    ],
    ids=["withdrawn", "narrowed", "deleted"],
)
def test_a_consent_that_goes_takes_the_person_from_readers_at_once(how):
    who = shown()
    case = make.case(who, published=True)
    before = (Person.objects.published().count(), type(case).objects.published().count())

    how(Consent.objects.filter(person=who))

    after = (Person.objects.published().count(), type(case).objects.published().count())
    assert (before, after, now(who).state) == ((1, 1), (0, 0), "withdrawn")


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, 410),
        ({"secrecy": "registered"}, 404),
        ({"embargoed_until": datetime(2999, 1, 1, tzinfo=UTC)}, 404),
        ({"embargoed_until": datetime(2020, 1, 1, tzinfo=UTC)}, 410),
    ],
    ids=["public", "registered", "under an embargo", "out of an embargo"],
)
def test_the_address_tells_that_somebody_was_withdrawn_if_everybody_saw_them(client, more, status):
    who = shown(**more)

    Consent.objects.filter(person=who).update(withdrawn_on=date(2024, 5, 1))

    assert client.get(f"/people/{who.public_id}/").status_code == status


def test_a_name_is_withheld_when_the_consent_to_it_goes():
    who = shown()
    consent(who, "publish")

    Consent.objects.filter(person=who, publish_name=True).update(withdrawn_on=date(2024, 5, 1))

    assert (now(who).state, now(who).name_display, now(who).name_shown) == (
        "published",
        "withheld",
        WITHHELD,
    )


def test_another_consent_that_stands_keeps_all_as_it_is():
    who = shown()
    consent(who, *ALL)

    Consent.objects.filter(pk=who.consents.first().pk).update(withdrawn_on=date(2024, 5, 1))

    assert (now(who).state, now(who).name_display) == ("published", "full")


def test_who_was_told_of_in_public_and_says_no_is_heard_too(contributor, reviewer):
    who = make.person("Gulnar Aset", published=True)
    given = consent(who, *ALL)
    Consent.objects.filter(pk=given.pk).update(withdrawn_on=date(2024, 5, 1))

    assert (now(who).state, now(who).name_display) == ("withdrawn", "withheld")
    assert now(who).barred() == [NO_CONSENT]


def test_a_documented_interest_outweighs_a_withdrawal():
    who = make.person("Gulnar Aset", published=True, ground="interest", ground_note="weighed")
    given = consent(who, *ALL)

    Consent.objects.filter(pk=given.pk).update(withdrawn_on=date(2024, 5, 1))

    assert (now(who).state, now(who).name_display) == ("published", "full")


def test_python_and_the_database_decide_alike():
    """Every mix of ground, display, secrecy and one consent: barred if and only if refused."""
    differ = []
    for number, (ground, display, secrecy, scopes, gone) in enumerate(_mixes()):
        note = {"ground": ground, "ground_note": "x", "name_display": display, "secrecy": secrecy}
        who = make.person(f"Person number {number}", **note)
        if scopes:
            consent(who, *scopes, withdrawn_on=date(2024, 5, 1) if gone else None)
        who = now(who)
        if bool(who.barred()) == _is_taken(who):
            differ.append((ground, display, secrecy, scopes, gone))
    assert differ == []


def _mixes():
    for ground in Ground.values:
        for display in ("full", "withheld"):
            for secrecy in ("public", "registered"):
                for scopes in ((), ("publish",), ("publish_name",), ("researchers",), ALL):
                    yield from ((ground, display, secrecy, scopes, gone) for gone in (False, True))


def _is_taken(person: Person) -> bool:
    at = person.entered_at
    whole = {"state": "published", "submitted_by": make.account("a"), "submitted_at": at}
    try:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(
                **whole, published_by=make.account("b"), published_at=at
            )
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize(("role", "taken"), [("contributor", False), ("chief", True)])
def test_only_a_chief_documents_an_interest(role, taken, request, signed_in):
    who = make.person("Gulnar Aset")
    browser = signed_in(request.getfixturevalue(role))
    where = reverse("admin:people_person_change", args=[who.pk])
    form = browser.get(where).context["adminform"].form
    said = {name: form[name].value() or "" for name in form.fields}
    rows = {f"{p}-{n}_FORMS": 0 for p in _prefixes(browser, where) for n in ("TOTAL", "INITIAL")}

    browser.post(where, {**said, **rows, "ground": "interest", "ground_note": "weighed"})

    assert (now(who).ground == "interest") is taken


def _prefixes(browser, where: str) -> list[str]:
    return [one.formset.prefix for one in browser.get(where).context["inline_admin_formsets"]]
