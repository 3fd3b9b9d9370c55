"""A worker enters a case by hand, submits it, and somebody else publishes it."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from cases.models import Case, Citation, Event, Participation, Source
from config.records.choices import State
from people.models import Person
from tests import factories as make
from tests.sheet import Sheet, address

ARTICLE = "Gulnar Aset was taken from her shop in March 2018. A court gave her 14 years in 2019."


def enter_source(browser) -> Source:
    sheet = Sheet(browser, address(Source))
    sheet.fill_in(
        kind="news_article",
        title="Fourteen years for a shopkeeper",
        url="https://example.org/fourteen-years",
        published_written="2 April 2019",
        reliability="likely_reliable",
    )
    sheet.fill_in_row("snapshots", 0, text=ARTICLE.replace(". ", ".\r\n")).send()
    return Source.objects.get()


def enter_case(browser, source: Source) -> Case:
    """The person, two events, who spoke up, and who says so: one page, sent once."""
    sister = make.person("Aigul Aset")
    sheet = Sheet(browser, address(Case))
    sheet.fill_in(new_names="Gulnar Aset\r\nГүлнар Әсет", new_sex="female", title="a shopkeeper")
    sheet.fill_in_row("events", 0, kind="arrest", occurred_written="March 2018")
    sheet.fill_in_row(
        "events",
        1,
        kind="sentencing",
        occurred_written="2019",
        sentence_kind="prison",
        sentence_months="168",
    )
    sheet.fill_in_row("participations", 0, about="row:1", person=sister.pk, role="advocate")
    cited = {"source": source.pk, "stance": "supports"}
    sheet.fill_in_row(
        "citations", 0, about="row:1", field="occurred", quote="taken from her shop", **cited
    )
    sheet.fill_in_row(
        "citations", 1, about="row:2", field="sentence_months", quote="her 14 years", **cited
    )
    sheet.fill_in_row("citations", 2, about="person:", field="sex", quote="her shop", **cited)
    answer = sheet.send()
    assert answer.status_code == 302
    return Case.objects.get()


@pytest.fixture
def dossier(contributor, signed_in) -> Case:
    browser = signed_in(contributor)
    return enter_case(browser, enter_source(browser))


def move(browser, record, verb: str, **boxes) -> list[str]:
    """What the register answers when a state button is pressed and confirmed."""
    browser.cookies.pop("messages", None)  # what was told before
    answer = browser.post(address(type(record), "move", record.pk, verb), boxes)
    return [str(message) for message in get_messages(answer.wsgi_request)]


def state(record) -> str:
    record.refresh_from_db()
    return record.state


def test_a_whole_case_is_entered_from_one_page(dossier, contributor):
    person = dossier.person
    arrest, sentence = dossier.events.by_time()
    on_arrest, on_sentence, on_person = Citation.objects.order_by("id")

    assert (person.name_full, person.sex, person.entered_by) == (
        "Gulnar Aset",
        "female",
        contributor,
    )
    assert list(person.names.values_list("text", "script", "is_primary")) == [
        ("Gulnar Aset", "Latn", True),
        ("Гүлнар Әсет", "Cyrl", False),
    ]
    assert (arrest.occurred_earliest, arrest.occurred_latest) == (
        date(2018, 3, 1),
        date(2018, 3, 31),
    )
    assert (on_arrest.event, on_sentence.event, on_person.person) == (arrest, sentence, person)
    assert on_arrest.snapshot.text[on_arrest.start : on_arrest.end] == "taken from her shop"
    part = Participation.objects.get()
    assert (part.event, part.person.name_full, part.role) == (arrest, "Aigul Aset", "advocate")
    assert (dossier.status, dossier.sentence_months) == ("serving_sentence", 168)


def test_who_entered_it_submits_it_and_cannot_publish_it(dossier, contributor, signed_in):
    browser = signed_in(contributor)

    submitted = move(browser, dossier, "submit")
    refused = move(browser, dossier, "publish")

    assert submitted == [f"{dossier} is submitted, and 12 with it."]
    assert refused == [f"{dossier} is not published. You may not publish a case."]
    assert state(dossier) == State.SUBMITTED


def test_a_reviewer_cannot_publish_what_she_submitted(dossier, reviewer, signed_in):
    browser = signed_in(reviewer)
    move(browser, dossier, "submit")

    refused = move(browser, dossier, "publish")

    assert refused == [
        f"{dossier} is not published. You submitted this record; somebody else has to publish it."
    ]
    assert state(dossier) == State.SUBMITTED


def test_another_account_publishes_it(dossier, contributor, reviewer, signed_in):
    move(signed_in(contributor), dossier, "submit")
    asked = signed_in(reviewer).get(address(Case, "move", dossier.pk, "publish"))
    before = list(Case.objects.published())

    answer = move(signed_in(reviewer), dossier, "publish")

    assert asked.context["missing"] == []
    assert len(asked.context["moved"]) == 13
    assert before == []
    assert answer == [f"{dossier} is published, and 12 with it."]
    assert list(Case.objects.published()) == [dossier]
    assert Event.objects.published().count() == 2
    assert Citation.objects.published().count() == 3


def test_without_a_public_source_it_is_not_published_and_is_told_why(
    dossier, contributor, reviewer, signed_in
):
    Source.objects.update(secrecy="staff")
    lack = "Cite at least one public source for the case or one of its events."
    asked = signed_in(contributor).get(address(Case, "move", dossier.pk, "submit"))
    move(signed_in(contributor), dossier, "submit")

    answer = move(signed_in(reviewer), dossier, "publish")

    assert asked.context["missing"] == [lack]
    assert answer == [f"{dossier} is not published. {lack}"]
    assert state(dossier) == State.SUBMITTED
    assert list(Case.objects.published()) == []


def test_it_is_sent_back_withdrawn_and_reopened_with_a_reason(
    dossier, contributor, reviewer, signed_in
):
    browser = signed_in(reviewer)
    move(signed_in(contributor), dossier, "submit")

    without = move(browser, dossier, "send_back", why=" ")
    move(browser, dossier, "send_back", why="the year is missing")
    sent_back = state(dossier)
    move(signed_in(contributor), dossier, "submit")
    move(browser, dossier, "publish")
    move(browser, dossier, "withdraw", why="the family asks")
    withdrawn = state(dossier)
    move(browser, dossier, "reopen", why="they agree again")

    assert without == [f"{dossier} is not sent back. Give a reason."]
    assert (sent_back, withdrawn, state(dossier)) == ("draft", "withdrawn", "draft")
    history = browser.get(address(Case, "history", dossier.pk)).context["changes"]
    told = [(one.by, one.action, one.why) for one in history if not one.row]
    assert told == [
        ("reviewer", "reopen", "they agree again"),
        ("reviewer", "withdraw", "the family asks"),
        ("reviewer", "publish", ""),
        ("contributor", "submit", ""),
        ("reviewer", "send back", "the year is missing"),
        ("contributor", "submit", ""),
        ("contributor", "enter", ""),
    ]


def test_many_are_submitted_from_the_list_each_on_its_own(contributor, signed_in):
    ready, sealed = make.case(), make.case(secrecy="staff")

    answer = signed_in(contributor).post(
        address(Case, "changelist"),
        {"action": "submit_selected", "_selected_action": [ready.pk, sealed.pk]},
    )

    assert sorted(str(message) for message in get_messages(answer.wsgi_request)) == sorted(
        [
            f"{ready} is submitted, and 2 with it.",
            f"{sealed} is not submitted. A staff-only or sealed record cannot be published.",
        ]
    )
    assert (state(ready), state(sealed)) == ("submitted", "draft")


def test_a_draft_needs_almost_nothing(contributor, signed_in):
    sheet = Sheet(signed_in(contributor), address(Case))

    sheet.fill_in(new_names="Gulnar Aset").fill_in_row("events", 0, kind="arrest").send()

    case = Case.objects.get()
    assert (case.person.name_full, case.events.get().kind) == ("Gulnar Aset", "arrest")


def test_all_of_the_page_is_saved_or_nothing(contributor, signed_in):
    sheet = Sheet(signed_in(contributor), address(Case))
    sheet.fill_in(new_names="Gulnar Aset").fill_in_row("events", 0, kind="arrest")
    twice = {"about": "row:1", "role": "advocate", "person": make.person("Aigul Aset").pk}
    sheet.fill_in_row("participations", 0, **twice).fill_in_row("participations", 1, **twice)

    errors = sheet.errors()

    assert errors == ["This person has this role in the event already."]
    assert (Case.objects.count(), Event.objects.count(), Person.objects.count()) == (0, 0, 1)


def test_a_row_about_an_event_that_is_not_there_is_an_error(contributor, signed_in):
    source = make.source()
    sheet = Sheet(signed_in(contributor), address(Case)).fill_in(new_names="Gulnar Aset")

    sheet.fill_in_row("citations", 0, about="row:1", source=source.pk)

    assert sheet.errors() == ["There is no event #1 on this page."]


def test_somebody_known_and_somebody_new_exclude_each_other(contributor, signed_in):
    known = make.person("Aigul Aset")
    message = "Choose a person, or enter the name of somebody new; not both."
    sheet = Sheet(signed_in(contributor), address(Case))

    neither = sheet.errors()
    both = sheet.errors(person=known.pk, new_names="Gulnar Aset")

    assert (neither, both) == ([message], [message])


def test_the_person_of_a_case_joins_a_shared_event(contributor, signed_in):
    case = make.case(make.person("Gulnar Aset"))
    protest = make.event("demonstration", title="before the consulate")
    sheet = Sheet(signed_in(contributor), address(Case, "change", case.pk))

    sheet.fill_in_row("participations", 0, event=protest.pk, role="demonstrator").send()
    again = Sheet(signed_in(contributor), address(Case, "change", case.pk))
    again.fill_in(title="taken after a protest").send()

    part = Participation.objects.get()
    assert (part.event, part.person, part.case) == (protest, case.person, case)
    assert again.boxes["participations-0-about"] == f"event:{protest.pk}"
    assert list(Event.objects.of_case(case)) == [protest]


def test_a_tie_is_told_on_the_pages_of_both(contributor, signed_in):
    sister = make.person("Aigul Aset", sex="female")
    tie = make.tie(sister, "sibling", make.person("Gulnar Aset"))
    browser = signed_in(contributor)

    first = browser.get(address(Person, "change", sister.pk)).content.decode()
    second = browser.get(address(Person, "change", tie.to_person.pk)).content.decode()

    assert f"Gulnar Aset · {tie.to_person}" in first
    assert "Aigul Aset is the sister of this person" in second
