"""The dossier of a case: a page to print, a PDF read back, and the file that its hash is of."""

import hashlib
import json

import pytest
from django.utils import translation

from cases.dossier import Dossier
from cases.models import Case
from config.records import actions
from config.records.downloads import PLACES
from config.records.history import because
from config.records.models import Access
from tests import factories as make
from tests.cases.dossiers import a_case, at, case_seen, taken
from tests.paper import needs_paper
from tests.reading import links, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db) -> Case:
    return a_case()


def told(client, case: Case) -> str:
    return taken(client, at(case, "/")).decode()


# The page to print


def test_each_fact_has_a_number_its_passage_and_its_source_in_full(client, case):
    page = words(told(client, case))
    kept = case.events.get().citations.get().snapshot

    assert "March 2018 Arrest" in page
    assert "taken from her home in March [1]" in page
    assert "[1] Jane Doe: Taken from her home. The Paper. 27 March 2018. News article." in page
    assert "https://example.org/1" in page
    assert "https://web.archive.org/web/2*/https://example.org/1" in page
    assert f"SHA-256 of its text {kept.text_sha256}" in page
    assert f"{kept.kept_at:%H:%M} UTC, pasted text" in page


def test_it_tells_who_made_it_of_which_version_and_where_that_is(client, case, settings):
    settings.REGISTER_NAME = "A Register"

    page = words(told(client, case))

    dossier = Dossier(case_seen(case), None, f"http://testserver/cases/{case.public_id}/")
    assert "Made by A Register" in page
    assert f"As of {dossier.as_of:%-d %B %Y, %H:%M} UTC" in page
    assert f"Address http://testserver/cases/{case.public_id}/" in page
    assert f"SHA-256 of this version {dossier.sha256}" in page


def test_the_page_of_the_case_leads_to_it(client, case):
    leads = links(client.get(f"/cases/{case.public_id}/").content.decode())

    assert leads["page to print"] == at(case, "/")
    assert leads["PDF"] == at(case, ".pdf")


def test_search_engines_are_asked_to_leave_it_out_in_every_form(client, case):
    tags = [client.get(at(case, form))["X-Robots-Tag"] for form in ("/", ".json")]

    assert tags == ["noindex", "noindex"]


# The version


def test_the_hash_is_that_of_the_file(client, case):
    file = taken(client, at(case, ".json"))

    assert hashlib.sha256(file).hexdigest() in told(client, case)
    assert json.loads(file)["facts"][0]["evidence"]["passages"][0]["quote"] == (
        "taken from her home in March"
    )


def test_the_hash_is_the_same_in_every_language(case):
    hashes = set()
    for language in ("en", "ru", "ug"):
        with translation.override(language):
            hashes.add(Dossier(case_seen(case), None, "https://register.example/").sha256)

    assert len(hashes) == 1


def test_a_changed_passage_is_another_version(client, case):
    before = taken(client, at(case, ".json"))
    case.events.get().citations.update(says="at night")

    after = taken(client, at(case, ".json"))

    assert before != after
    assert json.loads(after)["facts"][0]["evidence"]["passages"][0]["says"] == ["at night"]


# Readers


@pytest.mark.parametrize("form", ["/", ".pdf", ".json"])
def test_a_hidden_case_has_none(client, case, contributor, form):
    hidden = make.case(make.person("Hidden Test"))
    address = at(hidden, form)

    assert client.get(address).status_code == 404
    client.force_login(contributor)
    assert client.get(at(hidden, ".json")).status_code == 200


@pytest.mark.parametrize("form", ["/", ".pdf", ".json"])
def test_a_withdrawn_case_says_so_and_no_more(client, case, reviewer, form):
    with because(by=reviewer, action="withdraw"):
        actions.withdraw(case, by=reviewer, why="asked for")

    answer = client.get(at(case, form))

    assert answer.status_code == 410
    assert "Aigul" not in answer.content.decode()


def test_a_withheld_name_is_in_no_form(client, case):
    case.person.name_display = "withheld"
    case.person.described_as = "A shopkeeper"
    case.person.save()

    forms = [taken(client, at(case, form)).decode() for form in ("/", ".json")]

    assert ["Aigul Test" in one for one in forms] == [False, False]
    assert all("A shopkeeper" in one or "withheld" in one for one in forms)


def test_a_hidden_event_is_in_no_form_and_no_hash(client, case):
    before = [taken(client, at(case, form)) for form in ("/", ".json")]
    make.event("release", case=case, occurred_written="2019", title="set free")

    assert [taken(client, at(case, form)) for form in ("/", ".json")] == before


def test_what_staff_take_says_that_it_is_not_for_the_public(client, contributor, signed_in, case):
    names = [
        browser.get(at(case, ".json"))["Content-Disposition"]
        for browser in (client, signed_in(contributor))
    ]

    name = f"tizim-{case.public_id}-dossier"
    assert names == [
        f'attachment; filename="{name}.json"',
        f'attachment; filename="{name}-not-for-the-public.json"',
    ]


@pytest.mark.parametrize("form", ["json", pytest.param("pdf", marks=needs_paper)])
def test_who_is_signed_in_is_in_the_logbook_as_of_any_file(researcher, signed_in, case, form):
    taken(signed_in(researcher), at(case, f".{form}"))

    lines = Access.objects.values_list("by__username", "what", "kind", "form", "is_whole")
    assert list(lines) == [("researcher", "download", "dossier", form, True)]


@pytest.mark.parametrize("form", [".json", pytest.param(".pdf", marks=needs_paper)])
def test_it_counts_as_a_file_and_takes_a_place_of_one(client, case, settings, form):
    settings.THROTTLES = {"files": (2, 60)}
    statuses = [client.get(at(case, form)).getvalue() and 200 for _ in range(2)]

    refused = client.get(at(case, form)).status_code

    assert (statuses, refused) == ([200, 200], 429)
    taken = PLACES.taken
    settings.THROTTLES, settings.DOWNLOADS_AT_ONCE = {}, 0
    assert client.get(at(case, form)).status_code == 503
    assert PLACES.taken == taken


def test_a_passage_that_the_article_no_longer_holds_says_so_and_is_another_version(client, case):
    before = taken(client, at(case, ".json"))
    make.snapshot(case.events.get().citations.get().source, "Nothing of her is told any more.")

    page = words(told(client, case))

    assert "No longer in the article as of" in page
    assert taken(client, at(case, ".json")) != before
