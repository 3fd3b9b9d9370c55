"""Erasing: nothing of a person is left in any table or file, nothing of anybody else is touched."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.urls import reverse

from cases import originals
from cases.choices import HowKept
from cases.dooming import doomed
from cases.erasing import confirm, propose
from cases.keeping import keep
from cases.models import (
    Attachment,
    Case,
    Citation,
    Erasure,
    Event,
    Intake,
    Snapshot,
    Source,
    Suggestion,
)
from config.records.history import because
from config.records.models import PendingChange
from config.records.steps import Step
from people.actions import merge
from people.judging import judge
from people.models import NameIndex, Person, PersonName, Proposal
from tests import factories as make
from tests import pictures
from tests.conftest import an_account
from tests.dumped import dump
from tests.people.confiding import consent, contact, identifier

pytestmark = pytest.mark.django_db

CANARY = "Zqvantor"
NAME = f"{CANARY} Zqbeldan"
CYRILLIC = "Зкуантор Зкбелдан"
SAYS = f"The court sentenced {NAME} and her friend Aigul Aset. {CANARY} had said nothing."


@pytest.fixture
def second(db):
    return an_account("chief", is_staff=True, name="second")


@pytest.fixture
def everything(chief):
    """A person with a word of its own in every text, and others who share a source and an event."""
    NameIndex.objects.get_or_create(version=1)
    with because(by=chief, action="enter", why=f"told by {NAME}"):
        return _everything(chief)


def _everything(chief) -> Person:
    who = make.person(
        NAME,
        biography=f"{CANARY} bio",
        occupation=CANARY,
        staff_note=CANARY,
        religion=CANARY,
        ground_note=CANARY,
        published=True,
    )
    make.name(who, CYRILLIC, published=True)
    gone = make.name(who, f"{CANARY} Old")
    gone.delete()
    friend = make.person("Aigul Aset", published=True, biography=f"A friend of {NAME}.")
    make.tie(who, "friend", friend, stated_as=CANARY)
    case = make.case(who, title=f"{CANARY} sentenced", summary=CANARY, published=True)
    event = make.event("sentencing", case=case, description=CANARY, charge=CANARY)
    make.participation(event, who, "subject", case=case)
    pictures.attachment(person=who, shows=f"{CANARY} in 2016", published=True)
    pictures.attachment(case=case, alternative=CANARY)
    shared = make.event("demonstration", published=True, title=f"March of {NAME}")
    make.participation(shared, who, "demonstrator")
    make.participation(shared, friend, "demonstrator", published=True)
    alone = make.source(f"All about {NAME}", informant=who, informant_connection=CANARY)
    make.snapshot(alone, SAYS)
    make.citation(alone, person=who, quote=NAME)
    article = make.source(f"Two sentenced: {CANARY}", url=f"https://example.org/{CANARY}-zqbeldan")
    kept = keep(
        article, by=chief, how=HowKept.SAVED_PAGE, original=f"<p>{SAYS}</p>".encode(), text=SAYS
    )
    make.citation(article, person=who, quote="The court sentenced", translation=CANARY)
    make.citation(article, person=friend, quote="her friend Aigul Aset")
    intake = Intake.objects.create(snapshot=kept, begun_by=chief, rules=1)
    what = {"text": NAME, "mentions": [[20, 30]]}
    Suggestion.objects.create(
        intake=intake,
        key="person:20-30",
        kind="person",
        position=20,
        what=what,
        looked_up={"staff": [who.public_id]},
    )
    identifier(who, "N12345678", note=CANARY)
    contact(who)
    consent(who, "store", evidence=CANARY)
    twin = make.person(f"{CANARY} Zqbeldanova", biography=CANARY)
    other = make.person("Aigul Asetova", staff_note=f"Not {NAME}.")
    Proposal.objects.create(one=who, other=other, score=0.5, tier="likely", rules=1)
    judge(friend, who, "different", by=chief, why=f"{CANARY} is another")
    merge(who, twin, by=chief, why=f"both {CANARY}", choices={"biography": "both"})
    for record, by in ((who, "words of theirs"), (friend, f"asked by {NAME}")):
        step = Step("people.person", record.pk, record.public_id, "change", {}, {"biography": NAME})
        PendingChange.objects.create(
            kind="people.person", key=record.pk, steps=[asdict(step)], why=by, by=chief
        )
    LogEntry.objects.create(
        user=chief,
        content_type=ContentType.objects.get_for_model(Person),
        object_id=str(who.pk),
        object_repr=NAME,
        action_flag=CHANGE,
        change_message=CANARY,
    )
    return Person.objects.get(pk=who.pk)


def erased(who, chief, second, **more) -> Erasure:
    proposed = propose(who, by=chief, law="request", why="asked in a letter", **more)
    return confirm(proposed, by=second, seen=doomed(who).print())


def files() -> dict[str, bytes]:
    root = Path(originals.storage().location)
    return {
        str(one.relative_to(root)): one.read_bytes() for one in root.rglob("*") if one.is_file()
    }


WORDS = ("zqvantor", "zqbeldan", "зкуантор", "зкбелдан")


def holding(words=WORDS) -> list[str]:
    """The tables and files that hold one of the words, in any case."""
    tables = [name for name, text in dump().items() if any(w in text.lower() for w in words)]
    stored = [
        name
        for name, content in files().items()
        if any(word.encode() in content.lower() for word in words)
    ]
    return tables + stored


def test_the_pictures_go_with_whom_they_show_and_those_of_others_stay(everything, chief, second):
    other = pictures.attachment(
        facility=make.facility(), taken_from=Source.objects.get(title=f"All about {NAME}")
    )
    theirs = Attachment.objects.exclude(pk=other.pk)
    names = [name for one in theirs for name in one.files]

    erased(everything, chief, second)

    assert len(names) == 4
    assert [name for name in names if originals.storage().exists(name)] == []
    assert [one.pk for one in Attachment.objects.all()] == [other.pk]
    assert all(originals.storage().exists(name) for name in other.files)
    assert Attachment.objects.get().taken_from is not None


# The proof


def test_the_word_is_everywhere_before(everything):
    assert len(holding()) >= 20
    assert any("/" in place for place in holding())


def test_no_table_and_no_file_holds_the_word_any_more(
    everything, chief, second, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erased(everything, chief, second)

    assert holding() == []
    assert files() == {}


def test_nothing_of_anybody_else_has_changed(everything, chief, second):
    """Not one row of those that never spoke of them; of those that did, the name alone."""
    aside = make.person("Gulnar Aset", biography="A teacher.", published=True)
    make.case(aside, title="taken in May", published=True)
    make.citation(make.source("Another article"), person=aside, quote="taken in May")
    before = {model: rows(model) for model in RECORDS}
    doom = doomed(everything)

    erased(everything, chief, second)

    for model, old in before.items():
        new = rows(model)
        assert set(old) - set(new) == doom.rows.get(model, set())
        assert set(new) - set(old) == set()
        changed = {pk: (old[pk], new[pk]) for pk in new if old[pk] != new[pk]}
        for was, now in changed.values():
            assert BLANKED.search(now), f"{was} became {now}"
    assert rows(Person)[aside.pk] == before[Person][aside.pk]


RECORDS = [Person, PersonName, Case, Event, Citation, Source]
BLANKED = re.compile("█|None")


def rows(model) -> dict[int, str]:
    derived = {"updated_at", "changed_at", "is_settled"}
    names = [f.attname for f in model._meta.concrete_fields if f.name not in derived]
    return {
        row["id"]: "|".join(f"{name}={row[name]}" for name in names)
        for row in model._base_manager.values(*names)
    }


def test_the_list_names_the_copies_that_are_redacted(everything, chief, signed_in):
    proposed = propose(everything, by=chief, law="request", why="asked in a letter")
    article = Citation.objects.get(quote="her friend Aigul Aset").snapshot

    page = signed_in(chief).get(reverse("admin:erasure", args=[proposed.pk]))

    assert page.context["copies"] == [article.public_id]


def test_a_passage_cited_for_another_stays_and_so_does_its_place(everything, chief, second):
    theirs = Citation.objects.get(quote="her friend Aigul Aset")

    erased(everything, chief, second)

    now = Citation.objects.get(pk=theirs.pk)
    text = now.snapshot.text
    assert (now.quote, now.start, text[now.start : now.end]) == (
        theirs.quote,
        theirs.start,
        theirs.quote,
    )
    blank = f"{'█' * 19} {'█' * 17} and her friend Aigul Aset. {'█' * 8} had said nothing."
    assert text == blank
    assert "█" in now.prefix


def test_the_copies_that_are_left_still_tell_the_truth(
    everything, chief, second, capsys, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erased(everything, chief, second)

    call_command("verify_snapshots")

    said = capsys.readouterr().out
    kept = Snapshot.objects.get()
    assert (kept.file, kept.redacted_on is None) == ("", False)
    assert "All 1 kept copies are what was kept." in said
    assert "1 of them were redacted by an erasure" in said
