"""Guard: every page of the admin opens for everyone who works in it, and costs few questions."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import reverse

from cases.models import Case, Event, Snapshot, Source
from config.records.choices import State
from config.records.models import Access, Record
from people.models import Consent, Contact, Identifier, Person
from tests import factories as make
from tests import pictures
from tests.sheet import address

# What has tests of its own: accounts, what lies behind a person's page, the logbook.
APART = (User, Group, Consent, Contact, Identifier, Access)
MODELS = [model for model in admin.site._registry if model not in APART]
RECORDS = [model for model in MODELS if issubclass(model, Record)]
ROLES = ["contributor", "reviewer", "chief"]


@pytest.fixture
def user(request, db):
    return request.getfixturevalue(request.param)


as_everyone = pytest.mark.parametrize("user", ROLES, indirect=True)


def one_of_each(*, published: bool = False) -> dict:
    """A record of every kind, each linked to the others."""
    somebody = make.person("Gulnar Aset", home=make.place(published=published), published=published)
    sister = make.person("Aigul Aset", published=published)
    case = make.case(somebody, title="taken at work", published=published)
    event = make.event(
        "arrest", case=case, occurred="March 2018", occurred_basis="stated", published=published
    )
    article = make.source(publisher=make.organization(published=published), published=published)
    records = [
        pictures.attachment(facility=make.facility(published=published), published=published),
        somebody,
        somebody.names.get(),
        somebody.home,
        make.tie(somebody, "sibling", sister, published=published),
        case,
        event,
        make.participation(event, sister, "advocate", published=published),
        make.facility(published=published),
        article.publisher,
        article,
        make.snapshot(article, "She was taken in March."),
        make.citation(article, event=event, quote="taken in March", published=published),
    ]
    return {type(record): record for record in records}


@pytest.mark.django_db
def test_every_record_has_a_page_in_the_admin():
    registered = set(MODELS)

    made = set(one_of_each())

    assert registered == made


@as_everyone
@pytest.mark.parametrize("published", [False, True], ids=["draft", "published"])
def test_every_page_of_every_record_opens(user, signed_in, published):
    browser = signed_in(user)

    for model, record in one_of_each(published=published).items():
        answers = {
            "changelist": browser.get(address(model, "changelist")).status_code,
            "search": browser.get(address(model, "changelist"), {"q": "Aset"}).status_code,
            "add": browser.get(address(model, "add")).status_code,
            "change": browser.get(address(model, "change", record.pk)).status_code,
            "history": browser.get(address(model, "history", record.pk)).status_code,
            "delete": browser.get(address(model, "delete", record.pk)).status_code,
        }

        deletable = model is not Snapshot and not published
        assert (model, answers) == (
            model,
            {
                "changelist": 200,
                "search": 200,
                "add": 403 if model is Snapshot else 200,
                "change": 200,
                "history": 200,
                "delete": 200 if deletable else 403,
            },
        )


@as_everyone
@pytest.mark.parametrize("published", [False, True], ids=["draft", "published"])
def test_every_question_before_a_move_opens_and_moves_nothing(user, signed_in, published):
    browser = signed_in(user)
    records = [one for one in one_of_each(published=published).values() if type(one) in RECORDS]

    for record in records:
        for verb in ("submit", "send_back", "publish", "withdraw", "reopen"):
            answer = browser.get(address(type(record), "move", record.pk, verb))

            assert (record._meta.label, verb, answer.status_code) == (record._meta.label, verb, 200)

    states = {type(one)._base_manager.get(pk=one.pk).state for one in records}
    assert states == {State.PUBLISHED if published else State.DRAFT}


def links_between_records() -> list[tuple]:
    return [
        (model, field.name)
        for model in RECORDS
        for field in model._meta.fields
        if field.many_to_one and issubclass(field.related_model, Record) and field.editable
    ]


@as_everyone
def test_every_box_to_choose_a_record_answers(user, signed_in):
    one_of_each()
    browser = signed_in(user)

    for model, field in links_between_records():
        if model._meta.get_field(field).related_model is Snapshot:
            continue
        asked = {
            "app_label": model._meta.app_label,
            "model_name": model._meta.model_name,
            "field_name": field,
        }
        plain = browser.get(reverse("admin:autocomplete"), {**asked, "term": ""})
        strange = browser.get(reverse("admin:autocomplete"), {**asked, "term": "a\0" * 5000})

        assert (model, field, plain.status_code) == (model, field, 200)
        assert len(plain.json()["results"]) >= 1
        assert (model, field, strange.status_code) == (model, field, 200)


def choices_of_person(browser, term: str) -> list[str]:
    asked = {"app_label": "cases", "model_name": "case", "field_name": "person", "term": term}
    return [
        row["text"] for row in browser.get(reverse("admin:autocomplete"), asked).json()["results"]
    ]


def test_namesakes_are_told_apart_by_birth_home_and_case(contributor, signed_in):
    older = make.person(
        "Gülnar Aset", birth="1975", birth_basis="stated", home=make.place("Ghulja")
    )
    make.case(older, title="taken at work")
    younger = make.person("Gulnar Aset")

    found = choices_of_person(signed_in(contributor), "gulnar aset")

    assert sorted(found) == sorted(
        [
            f"Gülnar Aset · born 1975 · Ghulja · taken at work · {older.public_id}",
            f"Gulnar Aset · {younger.public_id}",
        ]
    )


def test_a_sealed_record_is_hidden_from_all_but_chiefs(contributor, chief, signed_in):
    sealed = make.person("Gulnar Aset", secrecy="sealed")
    where = address(Person, "change", sealed.pk)

    assert choices_of_person(signed_in(contributor), "Gulnar") == []
    assert signed_in(contributor).get(where).status_code == 302
    assert choices_of_person(signed_in(chief), "Gulnar") == [f"Gulnar Aset · {sealed.public_id}"]
    assert signed_in(chief).get(where).status_code == 200


def test_a_stranger_and_a_researcher_are_sent_away(researcher, signed_in, client, db):
    assert client.get(reverse("admin:understand-date")).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 302
    assert signed_in(researcher).get(reverse("admin:understand-date")).status_code == 302


NONSENSE = [
    "q=%00",
    "q=" + "a" * 10_000,
    "p=1000000000",
    "p=x",
    "state=%00",
    "state__exact=no",
    "staff_note__startswith=a",
    "occurred_earliest__year=9999",
    "occurred_earliest__year=x",
]


def test_a_list_takes_nonsense_without_a_crash(contributor, signed_in):
    browser = signed_in(contributor)

    for model in (Case, Event, Person, Source):
        for question in NONSENSE:
            answer = browser.get(f"{address(model, 'changelist')}?{question}", follow=True)

            assert (model, question, answer.status_code) == (model, question, 200)


# Session, account, its permissions, those of its groups, the count, the rows.
LIST_BUDGET = 6
# Where a list is narrowed by date: its first and its last day.
DATED = {"Event": 2, "Source": 2}


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_as_many_questions_at_one_row_as_at_three(
    contributor, signed_in, django_assert_num_queries, rows
):
    for _ in range(rows):
        one_of_each()
    browser = signed_in(contributor)

    for model in RECORDS:
        with django_assert_num_queries(LIST_BUDGET + DATED.get(model.__name__, 0)):
            browser.get(address(model, "changelist"))
