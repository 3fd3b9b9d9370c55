"""Guard: a stranger who guesses hears no more of a hidden record than of one that never was."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import QueryDict
from django.test import Client, RequestFactory

from cases.filters import CaseFilter
from cases.models import Case, Facility, Organization, Source
from cases.nouns import NOUNS
from config.records.values import BoundedText
from people.models import Person, PersonName, Place
from tests.addresses import Answer, ask, fill, places
from tests.planted import MISSING, MODELS, Plant, Register
from tests.walks import visible_ids

pytestmark = pytest.mark.django_db

# The kinds of record that a filter's value names, where not all.
ASKED_OF = {
    "home": Place,
    "place": Place,
    "facility": Facility,
    "source": Source,
    "publisher": Organization,
    "language": Source,
    "case": Case,
    "person": (Person, PersonName),
    "tie": (Person, PersonName),
}
# Ways of asking for somebody who is shown, with a word that may be hidden as the hint.
HINTED = ("{shown} from {word}", "{shown}, {word}", "{shown}, sister of {word}", "sister of {word}")

# Ways of hiding that differ from another only in how.
ALIKE = re.compile("submitted|withdrawn|for staff|sealed|of a .*registered")


@pytest.fixture(scope="module")
def plants(module_db) -> list[Plant]:
    """Hidden records and words, of each kind and link, without those that are alike."""
    register = Register()
    register.publish_one_of_each()
    register.hide_one_of_each()
    register.hide_the_rest()
    return [one for one in register.plants if not ALIKE.search(one.what)]


@pytest.fixture(scope="module")
def shown(plants) -> set[str]:
    """The ids that anyone may see."""
    return {one for model in MODELS for one in visible_ids(model, None)}


# Nothing can be guessed


def test_a_hidden_record_answers_as_a_missing_one_does(plants):
    browser, hidden, missing = Client(), {}, {}
    for model in MODELS:
        shown = set(visible_ids(model, None))
        for plant in plants:
            public_id = plant.record.public_id
            if isinstance(plant.record, model) and public_id not in shown:
                nobody = f"{model.ID_PREFIX}-ZZZZZZ"
                for one, twin in zip(
                    *(list(_addresses(model, i)) for i in (public_id, nobody)), strict=True
                ):
                    hidden[one] = _told(ask(browser, one), public_id)
                    missing[one] = _told(ask(browser, twin), nobody)

    assert hidden == missing
    assert {status for status, _, _ in hidden.values()} == {404}
    assert len(hidden) > 100


def _addresses(model, public_id: str) -> Iterator[str]:
    for place in places():
        if place.model is model and "public_id" in place.names:
            yield from (one for one in fill(place, [public_id]) if public_id in one)


def _told(answer: Answer, public_id: str) -> tuple:
    said = (answer.headers, answer.body)
    return answer.status, *(
        one.replace(public_id, "…").replace(public_id.lower(), "…") for one in said
    )


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.name)
def test_a_filter_finds_no_more_for_a_hidden_word_than_for_none(plants, shown, noun):
    everything = noun.model.objects.published().order_by("pk")
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    def found(name: str, value: str) -> list[int]:
        asked = noun.filterset(QueryDict(f"{name}={value}"), everything, request=request)
        assert asked.errors == {}
        return list(asked.qs.values_list("pk", flat=True))

    filters = noun.filterset.get_filters()
    texts = [name for name, one in filters.items() if isinstance(one, BoundedText)]
    answers = {
        (plant.what, name): (found(name, plant.word), found(name, plant.record.public_id))
        for name in texts
        for plant in plants
        if isinstance(plant.record, ASKED_OF.get(name, Model))
        if plant.record.public_id not in shown
    }
    nothing = {name: found(name, MISSING) for name in texts}
    assert answers == {key: (nothing[key[1]], nothing[key[1]]) for key in answers}
    assert len(answers) > 20


def test_a_page_says_the_same_to_a_hidden_word_as_to_none(plants):
    browser = Client()
    boxes = ["/", *(f"/{noun.name}/" for noun in NOUNS if noun.has_list)]
    nothing = {box: ask(browser, f"{box}?q={MISSING}") for box in boxes}

    for plant in plants:
        if "of a" not in plant.what:
            for box in boxes:
                answer = ask(browser, f"{box}?q={plant.word}")
                said = (answer.status, _headers(answer), answer.body.replace(plant.word, MISSING))
                assert said == (200, _headers(nothing[box]), nothing[box].body), plant.what


def _headers(answer: Answer) -> str:
    """All but the hash of the page, in which the word stands that was typed."""
    return re.sub(r"^ETag: .*$", "", answer.headers, flags=re.MULTILINE)


def test_a_hint_says_the_same_of_a_hidden_word_as_of_none(plants, shown):
    browser = Client()
    name = PersonName.objects.published().order_by("pk").first().text
    asked_of = (Place, Person, PersonName)

    def told(form: str, word: str) -> list[str]:
        query = form.format(shown=name, word=word)
        answers = [ask(browser, place, q=query) for place in ("/people/", "/api/v1/people/")]
        return [one.body.replace(word, MISSING) for one in answers]

    hidden = [
        plant.word
        for plant in plants
        if isinstance(plant.record, asked_of) and plant.record.public_id not in shown
    ]
    for form in HINTED:
        nothing = told(form, MISSING)
        assert [word for word in hidden if told(form, word) != nothing] == [], form
    assert '"matched"' in told(HINTED[0], MISSING)[1]
    assert len(hidden) > 10


# Nothing is written down


def test_what_a_visitor_asks_for_is_not_logged(plants, caplog, monkeypatch):
    word, hidden = MISSING, plants[0].record
    browser = Client(raise_request_exception=False)

    statuses = [
        ask(browser, address).status
        for address in [
            f"/cases/{hidden.public_id}/",
            f"/nowhere/{word}/",
            f"/api/v1/cases/?q={word}&colour={word}",
            f"/api/v1/cases.csv?order={word}",
            f"/cases/?q={word}%00",
        ]
    ]
    monkeypatch.setattr(CaseFilter, "search", _break)
    statuses.append(ask(browser, f"/api/v1/cases/?q={word}").status)

    assert statuses == [404, 404, 400, 400, 200, 500]
    assert "Internal Server Error" in caplog.text
    assert [word in caplog.text, hidden.public_id in caplog.text] == [False, False]


def _break(self, queryset, name, value):
    raise RuntimeError("The search broke.")
