"""What machines that read the web are told: the rules, and which pages there are."""

import pytest

from cases import sitemap
from config.records.actions import withdraw
from tests import factories

pytestmark = pytest.mark.django_db
RULES = """User-agent: *
Disallow: /*?
Disallow: /account/
Disallow: /admin/
Disallow: /api/
Allow: /api/docs/
Disallow: /data/download/

Sitemap: http://testserver/sitemap.xml
"""


def mapped(client) -> str:
    """Every part that the sitemap names, one after the other."""
    index = client.get("/sitemap.xml").content.decode()
    parts = [one.split("<")[0] for one in index.split("<loc>http://testserver")[1:]]
    return "".join(client.get(part).content.decode() for part in parts)


def test_crawlers_are_kept_out_of_questions_accounts_and_the_api(client):
    factories.case(published=True)

    answer = client.get("/robots.txt")

    assert (answer["Content-Type"], answer.content.decode()) == ("text/plain; charset=utf-8", RULES)


def test_the_sitemap_holds_what_everybody_sees(client):
    case = factories.case(published=True, title="shown")
    source = factories.source("A report", published=True)
    hidden = factories.case(), factories.person("Hidden"), factories.source("Draft")

    told = mapped(client)

    shown = [f"http://testserver{one.get_absolute_url()}<" for one in (case, case.person, source)]
    assert [one in told for one in shown] == [True] * 3
    assert [one.public_id in told for one in hidden] == [False] * 3
    assert f"<lastmod>{case.changed_at:%Y-%m-%d}</lastmod>" in told


def test_who_asks_to_be_left_out_is_not_in_it(client):
    case = factories.case(published=True, noindex=True)
    whose = factories.person("Left Out", published=True, noindex=True)
    of_theirs = factories.case(whose, published=True)

    told = mapped(client)

    assert [one.public_id in told for one in (case, whose, of_theirs)] == [False] * 3
    assert case.person.public_id in told


def test_what_is_withdrawn_leaves_it(client, reviewer):
    case = factories.case(published=True)

    withdraw(case, by=reviewer, why="asked for")

    assert case.public_id not in mapped(client)


def test_a_long_section_has_several_pages_and_every_record_once(client, monkeypatch):
    cases = [factories.case(published=True) for _ in range(5)]
    monkeypatch.setattr(sitemap.Records, "limit", 2)

    index, told = client.get("/sitemap.xml").content.decode(), mapped(client)

    assert index.count("/sitemap/cases-") == 3
    assert [told.count(f"/cases/{one.public_id}/<") for one in cases] == [1] * 5


@pytest.mark.parametrize("part", ["cases-2", "cases-0", "secrets-1", "cases-99999999999999999999"])
def test_a_part_that_is_not_there_is_not_found(client, part):
    assert client.get(f"/sitemap/{part}.xml").status_code == 404
