"""Releases as they are served: plain files, in parts too, and nothing but what the sums name."""

import hashlib
import os

import pytest

from cases.models import Case
from config.records.actions import withdraw
from config.records.ranges import NotThere, span
from config.records.tombstones import Tombstone
from people.models import Change
from tests import register
from tests.releasing import FIRST, SECOND, released

pytestmark = pytest.mark.django_db
HOME = "/data/releases/2026-01-01/"
PEOPLE = f"{HOME}flat/people.csv"


@pytest.fixture
def folder(settings, tmp_path):
    settings.RELEASES = tmp_path / "releases"
    settings.SITE_URL = "https://register.example"
    return settings.RELEASES


@pytest.fixture
def made(folder):
    register.whole()
    return released(folder, FIRST)


def body(answer) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def test_every_file_is_served_as_it_lies_there(client, made):
    sums = {path: hashlib.sha256(body(client.get(HOME + path))).hexdigest() for path in made.sums}

    assert sums == made.sums
    assert hashlib.sha256(body(client.get(f"{HOME}SHA256SUMS"))).hexdigest() == made.seal


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("flat/people.csv", "text/csv; charset=utf-8"),
        ("flat/people.jsonl", "application/x-ndjson"),
        (
            "flat/people.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("tidy.zip", "application/zip"),
        ("facilities.geojson", "application/geo+json"),
        ("release.json", "application/json"),
        ("README.md", "text/markdown; charset=utf-8"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is_and_may_be_kept_for_ever(client, made, path, kind):
    answer = client.get(HOME + path)

    wanted = ("Content-Type", "X-Content-Type-Options", "Cache-Control", "Accept-Ranges")
    said = [answer[name] for name in wanted]
    assert said == [kind, "nosniff", "public, max-age=31536000, immutable", "bytes"]
    assert int(answer["Content-Length"]) == len(body(answer))
    assert answer["ETag"].strip('"') in (made.seal, made.sums.get(path))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-4", 0, 4), ("bytes=10-", 10, None), ("bytes=-7", -7, None)],
)
def test_a_part_of_a_file_can_be_asked_for(client, made, asked, first, last):
    whole = (made.folder / "flat/people.csv").read_bytes()

    answer = client.get(PEOPLE, headers={"Range": asked})

    wanted = whole[first : None if last is None else last + 1]
    begin = whole.rindex(wanted)
    assert (answer.status_code, body(answer)) == (206, wanted)
    assert answer["Content-Range"] == f"bytes {begin}-{begin + len(wanted) - 1}/{len(whole)}"


def test_a_part_that_is_not_there_is_refused_and_one_of_another_file_is_the_whole(client, made):
    size = (made.folder / "flat/people.csv").stat().st_size

    beyond = client.get(PEOPLE, headers={"Range": f"bytes={size}-"})
    other = client.get(PEOPLE, headers={"Range": "bytes=0-4", "If-Range": '"another"'})
    same = client.get(PEOPLE, headers={"Range": "bytes=0-4", "If-Range": other["ETag"]})

    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{size}")
    assert (other.status_code, len(body(other))) == (200, size)
    assert (same.status_code, len(body(same))) == (206, 5)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", None),
        ("bytes=-", None),
        ("bytes=5-2", None),
        ("bytes=0-1,3-4", None),
        ("lines=1-2", None),
        ("bytes=0-", (0, 10)),
        ("bytes=9-99", (9, 1)),
        ("bytes=-99", (0, 10)),
    ],
)
def test_what_is_no_range_is_the_whole(asked, found):
    assert span(asked, 10) == found


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=-0"])
def test_a_range_beyond_the_end_is_not_there(asked):
    with pytest.raises(NotThere):
        span(asked, 10)


def test_who_has_the_file_is_not_sent_it_again(client, made):
    first = client.get(PEOPLE)
    tag = first["ETag"] if body(first) else ""

    again = client.get(PEOPLE, headers={"If-None-Match": tag})
    head = client.head(PEOPLE)

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    size = (made.folder / "flat/people.csv").stat().st_size
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", str(size))


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "flat/../../secret",
        "flat/%2e%2e/%2e%2e/secret",
        "flat//people.csv",
        "/etc/passwd",
        ".hidden",
        "flat",
        "flat/people.csv/",
        "link.csv",
        "flat/link.csv",
        "more.csv",
        "flat\\people.csv",
        "README.md%00",
    ],
)
def test_nothing_else_is_served(client, made, folder, path):
    (folder / "secret").write_text("secret")
    (made.folder / ".hidden").write_text("secret")
    (made.folder / "more.csv").write_text("secret")
    (made.folder / "link.csv").symlink_to(folder / "secret")
    (made.folder / "flat" / "link.csv").symlink_to("people.csv")

    answer = client.get(HOME + path)

    assert (answer.status_code, b"secret" in answer.content) == (404, False)


def test_a_link_in_place_of_a_file_or_a_release_is_not_followed(client, made, folder):
    (made.folder / "LICENCE.txt").unlink()
    (made.folder / "LICENCE.txt").symlink_to(made.folder / "README.md")
    os.symlink(made.folder, folder / "2025-01-01")

    asked = [f"{HOME}LICENCE.txt", "/data/releases/2025-01-01/", "/data/releases/2024-01-01/"]

    assert [client.get(one).status_code for one in asked] == [404, 404, 404]


def test_the_index_tells_of_each_release_and_how_to_cite_it(client, made, folder):
    second = released(folder, SECOND, made, doi="10.5281/zenodo.1")
    (folder / ".2026-03-01.abc").mkdir()
    (folder / "2026-03-01").mkdir()

    index = client.get("/data/releases/")
    page = client.get("/data/releases/2026-02-01/").content.decode()

    assert [one.day for one in index.context["releases"]] == ["2026-02-01", "2026-01-01"]
    assert [seal in index.content.decode() for seal in (made.seal, second.seal)] == [True, True]
    assert "@misc{register-2026-02-01," in page
    assert "https://doi.org/10.5281/zenodo.1" in page
    assert [path for path in second.sums if path not in page] == []


def test_latest_leads_to_the_newest(client, made, folder):
    released(folder, SECOND, made)

    page, file = (client.get(f"/data/releases/latest/{path}") for path in ("", "flat/cases.csv"))

    assert (page.status_code, page.url) == (302, "/data/releases/2026-02-01/")
    assert file.url == "/data/releases/2026-02-01/flat/cases.csv"
    assert page["Cache-Control"] == "no-cache"


def test_without_a_release_the_index_says_so(client, folder):
    index, newest, gone = (
        client.get(one)
        for one in ("/data/releases/", "/data/releases/latest/", "/data/removed.csv")
    )

    assert (index.status_code, newest.status_code) == (200, 404)
    assert "There is no release yet." in index.content.decode()
    assert gone.content.decode("utf-8-sig") == "table,id,change,into,gone_since\r\n"


def gone_since() -> list[str]:
    """The lines of those whom the register merged since."""
    return [
        f"people,{one.old.public_id},merged,{one.new.public_id},{one.at.date().isoformat()}"
        for one in Change.objects.published().filter(kind="merged")
    ]


def test_who_is_gone_can_be_asked_for(client, made, folder):
    later = released(folder, SECOND, made)

    answer = client.get("/data/removed.csv")

    assert answer.content.startswith((later.folder / "removed.csv").read_bytes())
    assert set(answer.content.decode().splitlines()[2:]) <= set(gone_since())
    assert answer["Cache-Control"] == "no-cache"


def test_who_was_erased_since_the_newest_release_is_listed_at_once(client, made):
    Tombstone.objects.create(public_id="P-AAAAAA", was_public=True, erased_on="2026-03-01")
    Tombstone.objects.create(public_id="P-BBBBBB", was_public=False, erased_on="2026-03-01")

    listed = client.get("/data/removed.csv").content.decode("utf-8-sig")

    lines = ["people,P-AAAAAA,erased,,2026-03-01", *gone_since()]
    assert listed == made.text("removed.csv").removeprefix("\ufeff") + (
        "".join(f"{line}\r\n" for line in lines)
    )


def test_who_was_withdrawn_since_the_newest_release_is_listed_at_once(client, made, chief):
    case = Case.objects.published().first()

    withdraw(case, by=chief, why="it was wrong")

    listed = client.get("/data/removed.csv").content.decode("utf-8-sig")
    assert f"cases,{case.public_id},withdrawn,," in listed
