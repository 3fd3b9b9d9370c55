"""Links are asked after politely, the answers kept, and what no longer answers is told."""

import os
import re
import signal
import subprocess
import sys
import time
from datetime import timedelta
from itertools import pairwise
from urllib.parse import quote, urlencode

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases import checking
from cases.models import LinkCheck, Source
from config.records.choices import Secrecy
from tests import factories as make
from tests.codebase import ROOT
from tests.site import page

pytestmark = pytest.mark.django_db


def check(**options) -> None:
    call_command("check_links", **{"pause": 0.0, "verbosity": 0, **options})


def outcomes() -> dict[str, str]:
    """By the end of each source's address."""
    rows = LinkCheck.objects.values_list("source__url", "outcome")
    return {url.rsplit("/", 1)[1]: outcome for url, outcome in rows}


def asked(site) -> list[str]:
    return [path for path, _ in site.asked]


def test_each_answer_is_kept_as_what_it_says_of_the_link(site):
    site.says(page(), "/there")
    site.says("", "/moved", status=301, Location="/there")
    site.says("", "/no-more", status=410)
    site.says("", "/wants-money", status=402)
    site.says("", "/broken", status=500)
    for path in ("there", "moved", "never", "no-more", "wants-money", "broken"):
        make.source(url=site.at(f"/{path}"))
    make.source(url="http://127.0.0.1:1/closed")
    make.source(url="http://10.0.0.1/inside")
    make.source()

    check()

    assert outcomes() == {
        "there": "answers",
        "moved": "moved",
        "never": "gone",
        "no-more": "gone",
        "wants-money": "refused",
        "broken": "silent",
        "closed": "silent",
        "inside": "silent",
    }


def test_a_site_is_asked_for_no_page_where_its_heads_will_do(site):
    make.source(url=site.says(page(), "/there"))

    check()

    assert (site.heads, asked(site)) == (["/there"], [])


def test_a_site_that_refuses_heads_is_asked_as_a_browser_would(site):
    site.refuses_heads = True
    make.source(url=site.says(page(), "/there"))

    check()

    assert (site.heads, asked(site), outcomes()) == (["/there"], ["/there"], {"there": "answers"})


def test_a_large_page_is_not_taken(site):
    site.refuses_heads = True
    sent = []

    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(3000):
            handler.wfile.write(b"x" * 100_000)
            sent.append(100_000)

    make.source(url=site.does(endless, "/large"))

    check()

    assert outcomes() == {"large": "answers"}
    assert sum(sent) < 100_000_000


def test_what_comes_back_is_told_and_since_when_it_had_gone(site):
    source = make.source(url=site.says(page(), "/page"))
    told = []
    for status in (200, 404, 404, 200):
        site.says(page(), "/page", status=status)
        check(older_than=0)
        row = LinkCheck.objects.get(source=source)
        told.append((row.outcome, row.since == row.asked_at, row.answered_at == row.asked_at))

    assert told == [
        ("answers", True, True),
        ("gone", True, False),
        ("gone", False, False),
        ("answers", True, True),
    ]


def test_those_not_asked_for_longest_come_first(site):
    sources = [make.source(url=site.says(page(), f"/{number}")) for number in range(4)]
    now = timezone.now()
    for source, days in zip(sources[:3], (40, 50, 2), strict=True):
        at = now - timedelta(days=days)
        LinkCheck.objects.create(source=source, outcome="gone", asked_at=at, since=at)

    check(limit=2)
    check()

    assert site.heads == ["/3", "/1", "/0"]


def test_a_site_is_left_in_peace_between_two_questions_and_others_are_asked_meanwhile(
    site, monkeypatch
):
    times = []

    def look(link):
        times.append((link.address.split("/")[2], time.monotonic()))
        return checking.Found(link, "answers", 200)

    monkeypatch.setattr(checking, "look", look)
    for number in range(6):
        make.source(url=f"https://paper-{number % 2}.example/{number}")

    began = time.monotonic()
    check(pause=0.3)
    taken = time.monotonic() - began

    by_site = [[at for site, at in times if site == f"paper-{number}.example"] for number in (0, 1)]
    gaps = [later - earlier for one in by_site for earlier, later in pairwise(one)]
    assert len(gaps) == 4
    assert min(gaps) >= 0.29
    assert taken < 1.2


def test_a_busy_site_is_asked_once_and_left_for_another_time(site, capsys):
    site.says("", "/0", status=429)
    for number in range(3):
        make.source(url=site.at(f"/{number}"))

    check()

    assert (site.heads, outcomes()) == (["/0"], {"0": "refused"})
    assert capsys.readouterr().out == (
        "Links asked after: 1. refuses us: 1; left for the next call: 2\n"
    )


def test_a_sealed_source_is_not_asked_after(site):
    make.source(url=site.says(page(), "/sealed"), secrecy=Secrecy.SEALED)

    check()

    assert (site.heads, outcomes()) == ([], {})


def test_another_address_makes_what_was_found_void(site):
    source = make.source(url=site.says(page(), "/page"))
    check()

    Source.objects.filter(pk=source.pk).update(url=site.at("/other"))

    assert outcomes() == {}


def test_the_database_refuses_a_link_that_answers_and_did_not(site):
    source = make.source(url=site.says(page(), "/page"))
    check()

    with pytest.raises(IntegrityError, match="link_answered"), transaction.atomic():
        LinkCheck.objects.filter(source=source).update(answered_at=None)


def test_a_number_below_zero_is_refused():
    with pytest.raises(CommandError, match="not below 0"):
        check(limit=-1)


def test_a_fault_of_our_own_ends_the_command(monkeypatch):
    make.source(url="https://paper.example/1")
    monkeypatch.setattr(checking, "look", lambda link: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        check()


# Broken off

SAID = """
import sys
import django
from django.conf import settings
django.setup()
settings.FETCH_ALLOWS = frozenset({("127.0.0.1", int(sys.argv[1]))})
from django.core.management import call_command
try:
    call_command("check_links", pause=0.1)
except KeyboardInterrupt:
    sys.exit(130)
"""


def run(site) -> subprocess.Popen:
    where = connection.settings_dict
    account = f"{quote(where['USER'])}:{quote(where['PASSWORD'])}"
    host = urlencode({"host": where["HOST"], "port": where["PORT"]})
    database = f"postgres://{account}@/{where['NAME']}?{host}"
    return subprocess.Popen(
        [sys.executable, "-c", SAID, str(site.port)],
        env={
            **os.environ,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "config.settings",
        },
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whoever_breaks_off_goes_on_from_there(site):
    for number in range(30):
        make.source(url=site.says(page(), f"/{number}"))

    first = run(site)
    while LinkCheck.objects.count() < 5:
        time.sleep(0.05)
        assert first.poll() is None
    first.send_signal(signal.SIGINT)
    said, problems = first.communicate(timeout=20)
    kept = set(LinkCheck.objects.values_list("source", flat=True))
    second, _ = run(site).communicate(timeout=60)

    assert (first.returncode, problems) == (130, "")
    assert said.startswith(f"Links asked after: {len(kept)}. answers: {len(kept)}; left for")
    assert 5 <= len(kept) < 30
    assert re.match(rf"Links asked after: {30 - len(kept)}\. ", second)
    assert (LinkCheck.objects.count(), len(set(site.heads))) == (30, 30)
