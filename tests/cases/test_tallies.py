"""What a process remembers of the register is what the database would answer, after any change."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.http import QueryDict
from django.utils import timezone

from cases.filters import CaseFilter
from cases.models import Case, Event
from config.records import tallies
from config.records.actions import withdraw
from config.records.notices import Notice, standing
from people.filters import PersonFilter
from people.models import Person
from tests import factories, register

commits = pytest.mark.django_db(transaction=True, serialized_rollback=True)
QUESTIONS = (
    "", "sex=female", "sex=female&sex=male", "kind=arrest", "reason=religious_practice",
    "kind=arrest&kind=detention&sex=female", "from=2018&to=2019", "home=East&sex=male",
    "has_citation=true&status=released", "q=ama", "q=ama&sex=male", "ethnicity=hui&kind=arrest",
)  # fmt: skip


def asked(question: str, user=None) -> CaseFilter:
    found = Case.objects.visible_to(user).order_by("-pk")
    return CaseFilter(QueryDict(question), queryset=found, request=SimpleNamespace(user=user))


def by_database(question: str) -> CaseFilter:
    filterset = asked(question)
    assert filterset.errors == {}
    filterset._tally = None
    return filterset


def told(filterset) -> tuple:
    facets = {
        name: [(one.value, one.count) for one in options]
        for name, options in filterset.facets().items()
    }
    return filterset.count, facets


def differing() -> list[str]:
    """The questions that the tally answers otherwise than the database."""
    return [one for one in QUESTIONS if told(asked(one)) != told(by_database(one))]


@pytest.fixture
def varied(transactional_db):
    return register.varied()


@commits
def test_a_tally_answers_as_the_database_does(varied):
    assert asked("").matches is not None
    assert differing() == []


@commits
def test_what_is_withdrawn_published_or_changed_is_told_at_the_next_question(varied, chief):
    before = told(asked(""))
    case, other, third = varied.cases[:3]

    withdraw(case, by=chief, why="not for readers any more")
    without = asked("").count, differing()
    Person.objects.filter(pk=other.person_id).update(sex="male", ethnicity="hui")
    changed = differing()
    factories.event("fine", case=third, published=True)
    added = differing(), asked("kind=fine").count
    factories.case(published=True)

    assert without == (before[0] - 1, [])
    assert (changed, added) == ([], ([], 1))
    assert (asked("").count, differing()) == (before[0], [])


@commits
def test_a_hidden_person_takes_the_case_out_of_every_count(varied):
    asked("").facets()
    case = varied.cases[0]

    Person.objects.filter(pk=case.person_id).update(secrecy="registered")

    assert differing() == []
    assert case.pk not in set(asked("").qs.values_list("pk", flat=True))


@commits
def test_readers_who_signed_in_have_a_tally_of_their_own(varied, researcher):
    factories.case(factories.person(published=True), published=True, secrecy="registered")

    counts = asked("").count, asked("", researcher).count

    assert counts == (len(varied.cases), len(varied.cases) + 1)


@commits
def test_staff_and_whoever_just_wrote_ask_the_database(varied, chief):
    with transaction.atomic():
        factories.case(published=True)
        own = asked("")

        assert (own.matches, own.count) == (None, len(varied.cases) + 1)

    assert asked("", chief).matches is None


@commits
def test_staff_who_may_read_no_cases_leave_no_tally_to_readers(varied):
    """Such a role sees people that readers do not, and so would count their cases."""
    later = timezone.now() + timedelta(hours=1)
    Person.objects.filter(pk=varied.cases[0].person_id).update(embargoed_until=later)
    odd = factories.account("odd")
    odd.is_staff = True
    odd.save()
    odd.user_permissions.add(Permission.objects.get(codename="view_person"))

    counts = asked("", odd).count, asked("").count

    assert counts == (len(varied.cases), len(varied.cases) - 1)
    assert differing() == []


@commits
def test_a_change_that_is_taken_back_is_remembered_by_nobody(varied):
    asked("").facets()
    with transaction.atomic():
        factories.case(published=True)
        asked("").facets()
        transaction.set_rollback(True)

    assert (asked("").count, differing()) == (len(varied.cases), [])


@commits
def test_many_changes_at_once_have_everything_read_anew(varied, monkeypatch):
    asked("").facets()
    monkeypatch.setattr(tallies, "FEW", 1)

    Person.objects.published().update(sex="female")

    assert differing() == []


@commits
def test_a_register_that_was_emptied_is_empty_at_once(varied):
    asked("").facets()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE cases_case, people_person, records_notice CASCADE")

    assert (asked("").count, differing()) == (0, [])


@commits
def test_of_a_register_that_was_emptied_before_any_notice_nothing_is_remembered(varied):
    Notice.objects.all().delete()
    tallies._kept.clear()
    asked("").facets()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE cases_case, people_person CASCADE")

    factories.case(factories.person("Somebody", published=True), published=True)

    assert (asked("").count, differing()) == (1, [])


@commits
def test_nobody_waits_for_the_tally_of_a_large_register(varied, client, monkeypatch):
    monkeypatch.setattr(tallies, "MANY", 0)
    tallies._kept.clear()
    started = []
    monkeypatch.setattr(tallies, "_read_beside", lambda *given: started.append(given))

    early = told(asked("")), told(asked("sex=female"))
    page = client.get("/cases/")

    count = Case.objects.published().filter(person__sex="female").count()
    assert early == ((len(varied.cases), {}), (count, {}))
    assert (page.status_code, page.context["page"].count) == (200, len(varied.cases))
    assert len(started) > 0


@commits
def test_the_tally_of_a_large_register_is_there_once_it_was_read_beside(varied, monkeypatch):
    monkeypatch.setattr(tallies, "MANY", 0)
    tallies._kept.clear()

    asked("").facets()
    deadline = time.monotonic() + 20
    while tallies._being_read and time.monotonic() < deadline:
        time.sleep(0.05)

    assert asked("").matches is not None
    assert differing() == []


@commits
def test_people_are_tallied_too(varied):
    found = Person.objects.published().order_by("-pk")
    one, other = (PersonFilter(QueryDict("sex=female"), found, request=None) for _ in range(2))
    assert other.errors == {}
    other._tally = None

    assert one.matches is not None
    assert told(one) == told(other)


@pytest.mark.django_db
def test_a_draft_s_writing_leaves_no_notice():
    case = factories.case()
    factories.event("arrest", case=case)
    Event.objects.update(description="changed")
    Case.objects.update(title="changed")

    assert (Notice.objects.count(), standing().is_ours) == (0, False)


def test_whatever_readers_see_leaves_a_notice_when_it_is_written():
    without = [
        model._meta.label
        for model in apps.get_models()
        if getattr(model, "PUBLIC_FIELDS", ())
        and "notice" not in {one.name for one in getattr(model._meta, "triggers", ())}
    ]

    assert without == []


@pytest.mark.django_db
def test_what_readers_see_leaves_one():
    case = factories.case(published=True)
    first = Notice.objects.count()

    Case.objects.filter(pk=case.pk).update(title="changed")

    assert first > 0
    assert set(Notice.objects.values_list("table", "record")) >= {("cases_case", case.pk)}
    assert (Notice.objects.count(), standing().is_ours) == (first + 1, True)
