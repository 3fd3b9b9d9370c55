"""The address says the language: pages keep it, files and commands know nothing of it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client
from django.utils.translation import override

from cases.choices import CaseStatus
from cases.models import Case
from cases.views.cases import CaseList
from config.records.actions import withdraw
from config.records.dates import display, display_bounds, from_edtf
from config.records.languages import tongue_of, without_language
from people.actions import merge
from tests import factories
from tests.people.twofold import twofold
from tests.reading import words

OTHERS = ("ru", "kk", "zh", "ug")


@pytest.fixture
def case(db):
    who = factories.person("Aigul Test", published=True, sex="female")
    case = factories.case(who, published=True, title="taken at home")
    factories.event("arrest", published=True, case=case, occurred="March 2023")
    return case


def page(client, address: str, **question) -> str:
    return client.get(address, question or None).content.decode()


def head(told: str) -> tuple[str, str]:
    return re.search(r'<html lang="([\w-]+)" dir="(\w+)">', told).groups()


# Addresses


@pytest.mark.parametrize(
    ("prefix", "language", "direction"),
    [
        ("", "en", "ltr"),
        ("/ru", "ru", "ltr"),
        ("/kk", "kk", "ltr"),
        ("/zh", "zh-hans", "ltr"),
        ("/ug", "ug", "rtl"),
    ],
)
def test_an_address_speaks_its_language_whatever_the_browser_asks_for(
    case, prefix, language, direction
):
    browser = Client(headers={"Accept-Language": "de, zh-hans, ru"})
    browser.cookies["django_language"] = "kk"
    answer = browser.get(f"{prefix}/cases/{case.public_id}/")

    assert head(answer.content.decode()) == (language, direction)
    assert answer["Content-Language"] == language
    assert "Accept-Language" not in answer.get("Vary", "")
    assert "Set-Cookie" not in answer


def test_every_link_of_a_page_keeps_its_language_or_leads_to_a_file_or_the_switch(case, client):
    told = page(client, "/ru/cases/") + page(client, f"/ru/cases/{case.public_id}/")
    switch = re.compile(r'<nav class="languages".*?</nav>', re.DOTALL)
    led = set(re.findall(r'(?:href|action)="(/[^"#?]*)', switch.sub("", told)))

    apart = {one for one in led if not one.startswith("/ru/")}
    plain = re.compile(r"/(api|static|account)/.*|/cases/C-\w+/(cite\.\w+)?")
    assert {one for one in apart if not plain.fullmatch(one)} == set()
    assert f"/ru/people/{case.person.public_id}/" in led


@pytest.mark.parametrize("prefix", ["", "/ug"])
def test_the_switch_leads_to_the_same_page_with_the_same_question(case, client, prefix):
    told = page(client, f"{prefix}/cases/?sex=female&order=name")

    switch = re.search(r'<nav class="languages".*?</nav>', told, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', switch) == [
        f"{one}/cases/?sex=female&amp;order=name" for one in ("", "/ru", "/kk", "/zh", "/ug")
    ]
    assert re.findall(r'lang="([\w-]+)" dir="(\w+)"', switch)[-1] == ("ug", "rtl")


def test_a_page_names_itself_in_every_language_to_search_engines(case, client):
    told = page(client, f"/zh/cases/{case.public_id}/")

    named = dict(
        re.findall(r'rel="alternate" hreflang="([\w-]+)" href="http://testserver([^"]+)"', told)
    )
    assert named == {
        "en": f"/cases/{case.public_id}/",
        "x-default": f"/cases/{case.public_id}/",
        **{one: f"/{one}/cases/{case.public_id}/" for one in ("ru", "kk", "ug")},
        "zh-hans": f"/zh/cases/{case.public_id}/",
    }
    assert f'rel="canonical" href="http://testserver/zh/cases/{case.public_id}/"' in told


@pytest.mark.parametrize("address", ["api/v1/cases/", "admin/", "account/", "healthz", "en/cases/"])
def test_what_has_one_language_has_no_prefix(db, client, address):
    assert client.get(f"/ru/{address}").status_code == 404


def test_an_address_is_told_apart_from_one_that_begins_alike():
    assert [tongue_of(one).code for one in ("/ru", "/ru/", "/rules/", "/zh/x/", "/")] == [
        *("ru", "ru", "en", "zh-hans", "en")
    ]
    assert [without_language(one) for one in ("/ru/cases/", "/cases/", "/ug/")] == [
        *("/cases/", "/cases/", "/")
    ]


def test_what_leads_elsewhere_and_what_is_not_there_keeps_the_language(case, client):
    small = client.get(f"/ru/cases/{case.public_id.lower()}/")
    bare = client.get("/ru/cases?sex=male")
    missing = client.get("/ru/cases/C-000000/")

    assert (small.status_code, small["Location"]) == (301, f"/ru/cases/{case.public_id}/")
    assert (bare.status_code, bare["Location"]) == (301, "/ru/cases/?sex=male")
    assert (missing.status_code, head(missing.content.decode())[0]) == (404, "ru")
    assert 'action="/ru/"' in missing.content.decode()


def test_a_merged_persons_address_keeps_the_language(db, client, reviewer):
    found = twofold()
    merge(found.older, found.newer, by=reviewer, why="the same shop", lose=True)
    answer = client.get(f"/ug/people/{found.newer.public_id}/?from=a%20friend")

    led = f"/ug/people/{found.older.public_id}/?from=a%20friend"
    assert (answer.status_code, answer["Location"]) == (301, led)


def test_a_withdrawn_record_is_told_of_in_the_language(case, client, reviewer):
    withdraw(case, by=reviewer, why="a reason")
    answer = client.get(f"/kk/cases/{case.public_id}/")

    assert (answer.status_code, head(answer.content.decode())[0]) == (410, "kk")
    assert "Жазба қайтарып алынды" in words(answer.content.decode())


# Files and commands


@pytest.mark.parametrize("address", ["cases.csv", "cases.jsonl", "cases/", "changes/", "schema/"])
def test_a_file_is_the_same_whatever_was_spoken_last(case, client, address):
    before = b"".join(client.get(f"/api/v1/{address}"))
    for prefix in OTHERS:
        page(client, f"/{prefix}/cases/")
        with override(tongue_of(f"/{prefix}/").code):
            assert b"".join(client.get(f"/api/v1/{address}")) == before


def test_the_codebook_explains_in_the_language_and_keeps_names_and_codes(db, client):
    english = client.get("/data/codebook.json").json()
    russian = client.get("/ru/data/codebook.json").json()

    def names(book):
        columns = [(t["name"], c["name"]) for t in book["tables"] for c in t["columns"]]
        return columns, [(v["name"], w["word"]) for v in book["vocabularies"] for w in v["words"]]

    assert names(russian) == names(english)
    assert russian["missing"]["not_stated"] == "Ни один источник не говорит."


def test_no_migration_appears_because_somebody_speaks_another_language(db):
    with override("ug"):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_constraint_holds_whatever_is_spoken(db):
    with override("ru"):
        who = factories.person("Aigul Test", published=True)
        case = factories.case(who, published=True)

    assert Case.objects.get(pk=case.pk).status in CaseStatus.values


# Words


def test_a_label_is_told_in_the_language_of_the_moment():
    with override("ru"):
        field = dict(Case._meta.get_field("status").flatchoices)
        told = CaseStatus.RELEASED.label, str(field["released"]), CaseStatus.RELEASED.definition

    assert told == ("на свободе", "на свободе", "Освобождён, как говорит надёжный источник.")
    assert CaseStatus.RELEASED.label == "released"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_is_remembered_is_remembered_by_language(client):
    factories.case(factories.person("Aigul Test", published=True), published=True)
    first = [words(page(client, f"{prefix}/")) for prefix in ("", "/ru", "/zh", "")]

    assert "Status now" in first[0]
    assert "Статус сейчас" in first[1]
    assert "当前状态" in first[2]
    assert first[3] == first[0]


def test_reasons_of_a_search_are_told_anew_in_each_language(case, client):
    told = {one: words(page(client, f"{one}/people/", q="Aigul")) for one in ("", "/ru", "/kk")}

    assert "Both hold “Aigul”." in told[""]
    assert "В обоих есть «Aigul»." in told["/ru"]
    assert "Екеуінде де «Aigul» бар." in told["/kk"]


DATES = """
2023-03-27 | 27 March 2023 | 27 марта 2023 | 2023 жылғы 27 наурыз | 2023年3月27日 | 2023-يىل 27-مارت
2023-03 | March 2023 | март 2023 | 2023 жылғы наурыз | 2023年3月 | 2023-يىل مارت
2018~ | about 2018 | приблизительно 2018 | шамамен 2018 жыл | 大约2018年 | تەخمىنەن 2018-يىل
201X | 2010s | 2010-е | 2010-жылдар | 2010年代 | 2010-يىللار
2018/2019 | 2018 to 2019 | 2018 – 2019 | 2018 жыл – 2019 жыл | 2018年至2019年 | 2018-يىل — 2019-يىل
"""


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_is_told_in_each_languages_way(line):
    edtf, *told = line.split(" | ")
    said = []
    for code in ("en", "ru", "kk", "zh-hans", "ug"):
        with override(code):
            said.append(display(edtf))

    assert said == told


def test_bounds_are_shortened_only_where_a_language_has_the_year_last():
    kept = from_edtf("2023-03-01"), from_edtf("2023-03-09")
    days = kept[0].earliest, kept[1].earliest
    told = {}
    for code in ("en", "ru", "zh-hans"):
        with override(code):
            told[code] = display_bounds(*days)

    assert told == {
        "en": "between 1 and 9 March 2023",
        "ru": "в промежутке 1 – 9 марта 2023",
        "zh-hans": "2023年3月1日至2023年3月9日之间",
    }


def test_numbers_are_grouped_in_each_languages_way():
    told = {}
    for code in ("en", "ru", "zh-hans"):
        with override(code):
            told[code] = CaseList()._counted(12345), CaseList()._counted(21)

    assert told == {
        "en": ("12,345 cases", "21 cases"),
        "ru": ("12\xa0345 дел", "21 дело"),
        "zh-hans": ("12345个案件", "21个案件"),
    }


# From right to left


def test_the_style_sheet_knows_no_left_and_no_right():
    sheet = Path(finders.find("records/tizim.css")).read_text()

    sides = "(?:left|right)"
    boxes = f"(?:margin|padding|border|inset)-{sides}|(?:text-align|float|clear): {sides}"
    sided = re.findall(rf"{boxes}|[{{;]\s*{sides}:", sheet)
    assert sided == []


def test_names_keep_their_own_language_and_direction(case, client):
    told = page(client, f"/ug/cases/{case.public_id}/")

    assert re.search(r'<h1><bdi lang="[\w-]+" dir="ltr">Aigul Test</bdi></h1>', told)


@pytest.mark.parametrize("prefix", OTHERS)
def test_a_language_that_nobody_reviewed_says_so_at_the_foot(db, client, prefix):
    assert 'class="not-reviewed"' in page(client, f"/{prefix}/")
    assert 'class="not-reviewed"' not in page(client, "/")
