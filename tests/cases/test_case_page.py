"""The page of a case: drawn dates, family, agreement, what is related and why, how it is cited."""

import json
import re

import pytest

from cases.citing import Reference
from cases.models import Case
from tests import factories as make
from tests.reading import links, section, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db) -> Case:
    """Aigul, taken in 2018, of whom two papers tell."""
    who = make.person("Aigul Test", published=True, sex="female")
    made = make.case(who, published=True, title="taken at home")
    prison = make.facility("North prison", published=True)
    arrest = make.event(
        "arrest", published=True, case=made, facility=prison, occurred_written="March 2018"
    )
    for number in (1, 2):
        paper = make.source(f"Paper {number}", published=True, url=f"https://example.org/{number}")
        make.citation(paper, published=True, event=arrest)
    Case.objects.settle()
    return Case.objects.get(pk=made.pk)


def told(client, case: Case) -> str:
    answer = client.get(f"/cases/{case.public_id}/")
    assert answer.status_code == 200
    return answer.content.decode()


def another(name: str, **event) -> Case:
    made = make.case(make.person(name, published=True), published=True)
    make.event("arrest", published=True, case=made, **event)
    Case.objects.settle()
    return made


# Time


def test_each_event_is_drawn_beside_what_is_known_of_its_day(client, case):
    make.event("release", published=True, case=case, occurred_written="1 May 2019")
    make.event("contact", published=True, case=case)

    table = section(told(client, case), "spans")

    assert re.findall(r'<rect class="(\w+)"', table) == ["maybe", "sure"]
    assert words(re.search(r"<tbody>.*</tbody>", table, re.DOTALL)[0]) == (
        "Arrest March 2018 Release 1 May 2019 Contact not stated"
    )
    assert table.count("<svg aria-hidden") == 3


# Family


def test_the_family_is_drawn_and_told_and_a_hidden_relative_is_neither(client, case):
    for word, kind in (("Bolat", "sibling"), ("Mother", "parent"), ("Friend", "friend")):
        other = make.person(f"{word} Test", published=True)
        make.tie(other, kind, case.person, published=True)
    make.tie(make.person("Hidden Test"), "child", case.person)

    kin = section(told(client, case), "kin")

    drawing = re.search(r"<svg.*?</svg>", kin, re.DOTALL)[0]
    assert re.search(r'role="img" aria-label="([^"]*)"', drawing)[1] == (
        "The family of Aigul Test, drawn. sibling: Bolat Test; parent: Mother Test."
    )
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", drawing)
    assert drawn == ["Aigul Test", "Mother Test", "parent", "Bolat Test", "sibling"]
    assert "Friend Test" in words(kin)
    assert "Hidden" not in kin


def test_elders_stand_above_and_the_young_below_read_from_either_side(client, case):
    make.tie(make.person("Elder", published=True), "parent", case.person, published=True)
    make.tie(case.person, "parent", make.person("Young", published=True), published=True)

    drawing = section(told(client, case), "kin")

    height = {
        name: int(y)
        for y, name in re.findall(r'<text x="\d+" y="(\d+)" lang[^>]*>([^<]*)', drawing)
    }
    assert height["Elder"] < height["Aigul Test"] < height["Young"]


def test_a_withheld_name_is_drawn_as_it_is_shown(client, case):
    other = make.person("Secret Name", published=True, name_display="withheld")
    make.tie(other, "sibling", case.person, published=True)

    page = told(client, case)

    assert "Secret" not in page
    assert "sibling: [withheld]" in page


# Agreement


def test_the_page_says_what_independent_sources_agree_on(client, case):
    release = make.event("release", published=True, case=case)
    make.citation(make.source("Paper 3", published=True), published=True, event=release)

    facts = section(told(client, case), "agreement")

    assert words(facts) == (
        "What the sources agree and disagree on Independent sources tell of Arrest [1] [2] "
        "One source alone tells of Release [3]"
    )


def test_sources_of_one_origin_do_not_agree_and_who_contradicts_does_not_support(client, case):
    arrest = case.events.get()
    first = arrest.citations.order_by("pk").first().source
    copy = make.source("Repeats it", published=True, origin=first)
    release = make.event("release", published=True, case=case)
    for one in (first, copy):
        make.citation(one, published=True, event=release)
    make.citation(
        make.source("Denies it", published=True),
        published=True,
        event=release,
        says="she is held",
        stance="contradicts",
    )

    facts = words(section(told(client, case), "agreement"))

    assert "They differ on Release (" in facts
    assert "contradicts: she is held" in facts
    assert "Several sources of one origin tell of Release [1] [" in facts


# Related


def test_related_cases_stand_under_the_reason(client, case):
    prison = case.events.get().facility
    sister = another("Sister Test")
    make.tie(sister.person, "sibling", case.person, published=True)
    inmate = another("Inmate Test", facility=prison)
    third = another("Third Test")
    paper = case.events.get().citations.order_by("pk").first().source
    make.citation(paper, published=True, event=third.events.get())

    related = section(told(client, case), "related")

    assert words(related) == (
        "Related cases, and why Same family Sister Test, sibling: in custody "
        "Held in the same place: North prison Inmate Test: in custody All of them North prison "
        "Told of by the same source: Paper 1 Third Test: in custody All of them Paper 1"
    )
    assert links(related)["Inmate Test"] == f"/cases/{inmate.public_id}/"
    assert links(related)["All of them North prison"] == f"/cases/?facility={prison.public_id}"


def test_what_is_hidden_relates_to_nothing(client, case):
    before = told(client, case)
    prison = case.events.get().facility
    paper = case.events.get().citations.order_by("pk").first().source
    make.event("arrest", case=make.case(make.person("Hidden One")), facility=prison)
    hidden = make.case(make.person("Hidden Two"))
    make.citation(paper, event=make.event("arrest", case=hidden))
    make.tie(hidden.person, "sibling", case.person)
    Case.objects.settle()

    assert told(client, case) == before


# Cited


def test_a_case_is_cited_in_words_as_bibtex_and_as_csl(client, case):
    address = f"/cases/{case.public_id}/cite."
    in_words, bibtex, csl = (client.get(address + one) for one in ("txt", "bib", "json"))

    day = case.changed_at
    assert re.fullmatch(
        rf"Aigul Test \({case.public_id}\)\. Tizim, version of .* UTC\. "
        rf"http://testserver/cases/{case.public_id}/",
        in_words.content.decode(),
    )
    assert f"@online{{{case.public_id},\n  title = {{{{Aigul Test" in bibtex.content.decode()
    (entry,) = json.loads(csl.content)
    assert entry["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
    assert entry["URL"] == f"http://testserver/cases/{case.public_id}/"
    assert csl["Content-Disposition"] == f'attachment; filename="{case.public_id}.json"'


def test_a_hidden_case_has_no_reference(client):
    hidden = make.case(make.person("Hidden One"))

    answers = [
        client.get(f"/cases/{hidden.public_id}/cite.{one}") for one in ("txt", "bib", "json")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_bibtex_takes_no_sign_of_a_name_for_its_own(case):
    case.person.names.update(text="A & B {50%}")
    case.person.refresh_from_db()

    told = Reference(case, "Tizim", "https://register.example").bibtex()

    assert rf"title = {{{{A \& B \{{50\%\}} ({case.public_id})}}}}" in told


def test_the_page_tells_machines_what_it_tells_people(client, case):
    case.person.names.update(text="</script><b>")

    page = told(client, case)

    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert data["about"]["name"] == "</script><b>"
    assert data["identifier"] == case.public_id
    assert [work["name"] for work in data["citation"]] == ["Paper 1", "Paper 2"]
    assert "</script><b>" not in page


# Not for search engines


@pytest.mark.parametrize("model", ["case", "person"])
def test_who_asks_is_left_to_search_engines_nowhere(client, case, model):
    event = case.events.get()
    pages = [f"/cases/{case.public_id}/", f"/events/{event.public_id}/"]
    pages += [f"/people/{case.person.public_id}/"] if model == "person" else []
    before = [client.get(page) for page in pages]
    record = case if model == "case" else case.person
    type(record).objects.filter(pk=record.pk).update(noindex=True)

    after = [client.get(page) for page in pages]
    cited = client.get(f"/cases/{case.public_id}/cite.txt")

    tag = '<meta name="robots" content="noindex">'
    assert [tag in page.content.decode() for page in before] == [False] * len(pages)
    assert [page.has_header("X-Robots-Tag") for page in before] == [False] * len(pages)
    assert [tag in page.content.decode() for page in after] == [True] * len(pages)
    assert [page["X-Robots-Tag"] for page in (*after, cited)] == ["noindex"] * (len(pages) + 1)
