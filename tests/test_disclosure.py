"""Guard: nothing hidden can be read, counted, searched for or guessed at any public address.

Every staff-only field and every hidden record carries a word of its own (planted.py). Every
public address is asked in every format; the words sing only to those who may hear them.
"""

import re
from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from cases.models import Erasure, Independence, LinkCheck, Sketch, Snapshot, Source, Trace
from config.records.choices import Secrecy
from config.records.models import Message, Record
from config.records.tombstones import Tombstone
from people.models import (
    Change,
    Consent,
    Contact,
    Identifier,
    Judgement,
    Look,
    Merge,
    Person,
    Proposal,
    Sweep,
)
from tests.addresses import Answer, ask
from tests.conftest import an_account
from tests.planted import MODELS, WORD, Plant, Register, new_word, texts
from tests.roles import allowed, table
from tests.walks import browser_of, lists, read_lists, visible_ids, walk

pytestmark = pytest.mark.django_db

WALKERS = ("researcher", "contributor", "chief", "auditor")

# The lines of docs/roles.md that say who hears the words of a level.
LINES = {
    Secrecy.REGISTERED: "sees published *registered* records",
    Secrecy.STAFF: "sees *staff only* records and staff-only fields",
    Secrecy.SEALED: "sees *sealed* records",
}
SAID = table("")
# What each may hear of the planted words. A reviewer hears what a contributor does.
MAY_HEAR = {
    name: {level for level, line in LINES.items() if allowed(SAID[line])[role]}
    for name, role in {"visitor": "reader", **{one: one for one in WALKERS}}.items()
}
AN_ID = re.compile(r"\b[A-Z]{1,2}-[0-9A-Z]{6}\b")
# A workbook says when it was written, and a form asks another question each time.
WRITTEN = re.compile('<dcterms:.*?</dcterms:[a-z]+>|<div class="proof">.*?</div>', re.DOTALL)
# A form of the admin has a token that is drawn each time, and may hold what looks like a word.
TOKEN = re.compile('name="csrfmiddlewaretoken" value="[A-Za-z0-9]*"')
LENGTH = re.compile("Content-Length: [0-9]+")


@dataclass
class Planted:
    """The register, who reads it, and what each was answered."""

    register: Register
    readers: dict
    before: dict[str, Answer]
    after: dict[str, Answer]
    heard: dict[str, dict[str, Answer]] = field(default_factory=dict)

    def answers(self, role: str) -> dict[str, Answer]:
        """A walk by this reader; each walks once, past all that is hidden from them."""
        if role not in self.heard:
            hidden = [one for one in self.register.plants if one.level not in MAY_HEAR[role]]
            besides = {one.beside.public_id for one in hidden}
            questions = lists() if role == "visitor" else []
            self.heard[role] = walk(self.readers[role], self.base_ids, besides, questions)
        return self.heard[role]

    @property
    def base_ids(self) -> set[str]:
        return {record.public_id for record in self.register.base.values()}


@pytest.fixture(scope="module")
def planted(module_db):
    found = Planted(Register(), {"visitor": None}, {}, {})
    found.register.publish_one_of_each()
    found.before = walk(None, found.base_ids, set(), lists())
    found.register.hide_one_of_each()
    found.after = walk(None, found.base_ids, set(), lists())
    found.register.hide_the_rest()
    for role in WALKERS:
        found.readers[role] = an_account(role, is_staff=role != "researcher")
    return found


def without_time(answer: Answer) -> tuple[str, str]:
    """Headers and body without what differs each time, nor the length that this gives."""
    body = WRITTEN.sub("", answer.body)
    return answer.headers if body == answer.body else LENGTH.sub("", answer.headers), body


def words_in(answers: dict[str, Answer]) -> dict[str, str]:
    """Every planted word that was heard, and the first address that said it."""
    heard = {}
    for answer in answers.values():
        said = f"{answer.headers}\n{TOKEN.sub('', answer.body)}"
        for word in WORD.findall(said.lower()):
            heard.setdefault(word, answer.address)
    return heard


def told(plants: list[Plant], heard: dict[str, str]) -> list[str]:
    """The plants that were heard, in words: what it is and where."""
    return [f"{plant.what}: {heard[plant.word]}" for plant in plants if plant.word in heard]


# Nothing sings


def test_a_visitor_hears_no_planted_word(planted):
    heard = words_in(planted.answers("visitor"))

    assert told(planted.register.plants, heard) == []
    assert heard == {}


def test_a_visitor_is_told_no_id_of_a_hidden_record(planted):
    shown = {one for model in MODELS for one in visible_ids(model, None)}
    hidden = {one for model in MODELS for one in model.objects.values_list("public_id", flat=True)}
    hidden -= shown

    told_of = {
        public_id: answer.address
        for answer in planted.answers("visitor").values()
        for public_id in AN_ID.findall(f"{answer.headers}\n{answer.body}")
    }
    assert {one: where for one, where in told_of.items() if one in hidden} == {}


def test_hidden_records_change_no_public_answer(planted):
    before, after = (
        {one: (a.status, *without_time(a)) for one, a in answers.items()}
        for answers in (planted.before, planted.after)
    )

    changed = [address for address in before if before[address] != after.get(address)]
    assert changed == []
    assert len(before) > 100


@pytest.mark.parametrize("role", MAY_HEAR)
def test_a_reader_hears_only_what_is_meant_for_them(planted, role):
    heard = words_in(planted.answers(role))
    forbidden = [one for one in planted.register.plants if one.level not in MAY_HEAR[role]]

    assert told(forbidden, heard) == []


def test_the_informant_of_a_source_is_not_told(planted):
    informant = planted.register.make(Person, described_as="Somebody who told")
    source = planted.register.make(Source, informant=informant)
    ids = {source.public_id, informant.public_id}

    answers = walk(None, ids, set(), [])

    together = [one for one, said in answers.items() if all(name in said for name in ids)]
    lists_of_both = [one for one in together if not AN_ID.search(one)]
    assert together == lists_of_both


def test_a_contributor_hears_nothing_sealed_in_the_admin(planted):
    browser = browser_of(planted.readers["contributor"])
    sealed = [one for one in planted.register.plants if one.level == Secrecy.SEALED]
    beside = [one.beside for one in sealed] + list(planted.register.base.values())
    pages = [admin_page(record, page) for record in beside for page in ("change", "history")]
    pages += [admin_list(model) for model in [*MODELS, Snapshot]]
    pages += [f"{admin_list(type(one.record))}?q={one.record.public_id}" for one in sealed]
    pages += [f"{admin_list(type(one.beside))}?q={one.beside.public_id}" for one in sealed]

    heard = words_in({page: ask(browser, page) for page in pages})

    assert told(sealed, heard) == []
    assert len(heard) > 100


# The words are there to be heard


def test_a_researcher_hears_what_is_registered(planted):
    heard = words_in(planted.answers("researcher"))
    registered = [one for one in planted.register.plants if one.level == Secrecy.REGISTERED]

    assert [one.what for one in registered if one.word not in heard] == [
        "Participation, registered",
    ]  # it holds no text of its own


@pytest.mark.parametrize("role", ["contributor", "chief"])
def test_staff_hear_every_word_that_is_theirs(planted, role):
    heard = words_in(read_lists(planted.readers[role]))
    theirs = [one for one in planted.register.plants if one.level in MAY_HEAR[role]]
    browser = browser_of(planted.readers[role])

    silent = [one for one in theirs if one.word not in heard]
    unheard = [one.what for one in silent if one.word not in ask(browser, admin_page(one.record))]

    assert unheard == []
    assert len(silent) < len(theirs) / 2


def admin_page(record, page: str = "change") -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk])


def admin_list(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def test_the_table_has_readers_hear_what_it_says_of_each_level():
    assert {role: sorted(levels) for role, levels in MAY_HEAR.items()} == {
        "visitor": [],
        "researcher": [Secrecy.REGISTERED],
        "contributor": [Secrecy.REGISTERED, Secrecy.STAFF],
        "chief": [Secrecy.REGISTERED, Secrecy.SEALED, Secrecy.STAFF],
        "auditor": [],
    }


def test_an_auditor_hears_no_word_on_any_page_of_the_admin(planted):
    browser = browser_of(planted.readers["auditor"])
    kinds = [admin_list(model) for model in MODELS]
    logged = [one for one in planted.register.plants if isinstance(one.record, Record)][::20]
    pages = [reverse("admin:index"), reverse("admin:log"), *kinds]
    pages += [f"{reverse('admin:log')}?record={one.record.public_id}" for one in logged]

    heard = words_in({page: ask(browser, page) for page in pages})

    assert heard == {}


# Every field is classified


OTHERS = [Judgement, Proposal, Sweep, Sketch, Independence, Erasure]
OTHERS += [Identifier, Contact, Consent, Look, Tombstone, Message]


@pytest.mark.parametrize(
    "model",
    [*MODELS, Snapshot, Trace, LinkCheck, Merge, Change, *OTHERS],
    ids=lambda model: model.__name__,
)
def test_every_field_is_classified_once(model):
    fields = sorted(one.name for one in model._meta.concrete_fields)
    shared = getattr(model, "RECORD_FIELDS", ())

    registered = getattr(model, "REGISTERED_FIELDS", ())
    classes = (model.PUBLIC_FIELDS, registered, model.STAFF_FIELDS, shared)
    assert sorted(name for names in classes for name in names) == fields


def test_what_hides_a_record_with_another_is_as_decided():
    """A change here changes who sees what: it needs a decision, not only a passing test."""
    hidden_with = {model.__name__: model.VISIBLE_THROUGH for model in MODELS}

    targets = ("case", "event", "person", "person_name", "relationship", "participation")
    assert {name: through for name, through in hidden_with.items() if through} == {
        "PersonName": ("person",),
        "Relationship": ("from_person", "to_person"),
        "Case": ("person",),
        "Event": ("case",),
        "Participation": ("event", "person", "case"),
        "Citation": (*targets, "facility", "source"),
        "Attachment": ("case", "person", "facility", "source", "taken_from"),
    }


def test_the_planted_words_differ_and_every_text_field_has_one():
    words = [new_word() for _ in range(1000)]

    assert len(set(words)) == 1000
    assert {bool(WORD.fullmatch(word)) for word in words} == {True}
    assert set(texts(Source, "x")) >= {"title", "url", "staff_note", "published_written"}
