"""An invented register is whole and right, says that it is invented, and has something to hide."""

import io
from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from cases.models import Case, Citation, Event, Participation, Snapshot, Source
from cases.synthetic import accounts, load
from cases.synthetic.book import MODELS
from config.records.choices import Secrecy, State
from people import indexing
from people.choices import NameDisplay
from people.matching import find
from people.models import Person, PersonName, Relationship
from tests import factories

PEOPLE = 200

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written(module_db):
    rows = load.load(PEOPLE, 7)
    indexing.build(anew=True)
    return rows


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


# What there is


def test_each_kind_of_record_is_there(written):
    assert Person.objects.count() == PEOPLE
    assert {model.__name__: model._base_manager.count() for model in MODELS} == dict(
        zip([model.__name__ for model in MODELS], written.values(), strict=True)
    )
    assert 0 not in written.values()


def test_a_case_has_three_to_six_events(written):
    own = Counter(Event.objects.exclude(case=None).values_list("case", flat=True))
    shared = Counter(Participation.objects.exclude(case=None).values_list("case", flat=True))
    numbers = {(own + shared)[case] for case in Case.objects.values_list("pk", flat=True)}

    assert numbers == {3, 4, 5, 6}


def test_names_are_in_four_scripts_and_one_of_each_person_is_the_main_one(written):
    named = PersonName.objects.values("person").distinct().count()

    assert set(PersonName.objects.values_list("script", flat=True)) == {
        *("Latn", "Cyrl", "Arab", "Hani")
    }
    assert PersonName.objects.filter(is_primary=True).count() == named > 0.9 * PEOPLE


def test_everything_says_that_it_is_invented(written):
    assert set(Person.objects.values_list("biography", flat=True)) == {
        "Invented: nobody real is meant."
    }
    assert not Case.objects.exclude(title__startswith="Invented: ").exists()
    assert not Source.objects.exclude(title__icontains="invented").exists()


def test_there_is_something_to_hide(written):
    states = set(Case.objects.values_list("state", "secrecy"))

    assert {State.DRAFT, State.SUBMITTED, State.PUBLISHED, State.WITHDRAWN} == {
        state for state, _ in states
    }
    assert {Secrecy.PUBLIC, Secrecy.REGISTERED, Secrecy.STAFF} <= {level for _, level in states}
    assert set(Person.objects.values_list("name_display", flat=True)) == set(NameDisplay)
    assert 0.7 * PEOPLE < Case.objects.published().count() < 0.95 * PEOPLE


def test_the_parents_are_older_than_their_children(written):
    ties = Relationship.objects.filter(kind="parent").values_list(
        "from_person__birth_earliest", "to_person__birth_latest"
    )
    known = [(parent, child) for parent, child in ties if parent and child]

    assert known
    assert [pair for pair in known if pair[1].year - pair[0].year < 12] == []


# Whether it is right


def test_what_follows_from_events_and_citations_is_as_settling_derives_it(written):
    told = io.StringIO()
    call_command("settle", "--check", stdout=told)

    assert told.getvalue() == f"0 of {Case.objects.count()} cases differed.\n"


def test_the_names_that_are_shown_are_those_that_the_database_keeps(written):
    shown = "pk", "name_full", "name_shown", "updated_at"
    before = list(Person.objects.order_by("pk").values_list(*shown))

    run("UPDATE people_person SET name_full = name_full")

    assert list(Person.objects.order_by("pk").values_list(*shown)) == before


def test_passages_stand_where_they_are_cited_and_parts_are_of_the_case_s_person(written):
    """The triggers look at every row again."""
    assert Citation.objects.filter(start__isnull=False).exists()

    run("UPDATE cases_citation SET quote = quote")
    run("UPDATE cases_participation SET role = role")


def test_every_published_case_lacks_nothing(written):
    published = Case.objects.filter(state=State.PUBLISHED)

    assert {case.public_id: case.missing() for case in published if case.missing()} == {}


def test_names_can_be_found(written):
    name = PersonName.objects.visible_to(None).filter(script="Cyrl").order_by("pk").first()

    assert find(name.text.lower(), None)[0].spelling == name.text


def test_every_row_passes_the_forms_of_the_register(written):
    for model in MODELS:
        if model is Snapshot:
            continue
        for record in model.objects.order_by("pk")[:60]:
            record.full_clean(exclude=["person", "source"])


def test_what_was_signed_was_signed_by_two_who_cannot_sign_in(written):
    signed = Case.objects.filter(state=State.PUBLISHED)
    names = signed.values_list("submitted_by__username", "published_by__username")
    people = User.objects.filter(username__in=(accounts.WRITER, accounts.REVIEWER))

    assert set(names) == {(accounts.WRITER, accounts.REVIEWER)}
    assert {(one.is_active, one.is_staff, one.has_usable_password()) for one in people} == {
        (False, False, False)
    }


def test_no_history_is_written_and_the_next_change_begins_one(written, contributor):
    case = Case.objects.filter(state=State.DRAFT).first()
    assert case.versions.count() == 0

    Case.objects.filter(pk=case.pk).update(title="Invented: mended")

    assert case.versions.count() == 1


def test_rows_entered_later_get_keys_of_their_own(written):
    later = factories.place("A later place")

    assert later.pk == written["places"] + 1


@pytest.mark.parametrize(
    "address", ["/", "/cases/", "/people/", "/facilities/", "/sources/", "/api/v1/events/"]
)
def test_the_lists_open(written, address):
    assert Client().get(address).status_code == 200


def test_the_pages_of_a_published_case_and_its_person_open(written):
    case = Case.objects.published().first()
    page = Client().get(f"/cases/{case.public_id}/")
    person = Client().get(f"/people/{case.person.public_id}/")

    assert case.title in page.content.decode()
    assert case.person.name_shown in person.content.decode()


def test_the_admin_shows_an_invented_case_and_its_empty_history(written, chief, signed_in):
    case = Case.objects.published().first()
    browser = signed_in(chief)

    for page in ("change", "history"):
        assert browser.get(f"/admin/cases/case/{case.pk}/{page}/").status_code == 200
    assert browser.get("/admin/people/person/").status_code == 200
