"""The logbook: files taken by who is signed in, looks at sealed records, and not a word more."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import DatabaseError, connection, transaction

from cases.models import Case
from config.records.models import Access
from tests import factories

pytestmark = pytest.mark.django_db

WORD = "zqsearched"


@pytest.fixture
def cases(db) -> list[Case]:
    return [factories.case(published=True, title=f"{WORD} line\nbreak") for _ in range(3)]


@pytest.fixture
def auditor(db) -> User:
    user = User.objects.create_user("auditor", password="a long enough passphrase", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_access"))
    return user


def take(browser, address: str) -> bytes:
    return browser.get(address).getvalue()


def lines() -> list[tuple]:
    columns = ("by__username", "what", "kind", "form", "filters", "rows", "is_whole")
    return list(Access.objects.order_by("id").values_list(*columns))


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_a_file_that_a_researcher_takes_is_kept_with_its_filters_and_rows(
    researcher, signed_in, cases, form
):
    take(signed_in(researcher), f"/api/v1/cases.{form}?q={WORD}&order=&status=unknown")

    kept = ["order", "q", "status"]
    assert lines() == [("researcher", "download", "cases", form, kept, 3, True)]


def test_a_file_without_a_row_has_none(contributor, signed_in, cases):
    take(signed_in(contributor), "/api/v1/cases.csv?status=released")

    assert lines()[0][-2:] == (0, True)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_that_is_broken_off_is_kept_without_a_number(contributor, signed_in, cases):
    response = signed_in(contributor).get("/api/v1/cases.csv")
    next(iter(response.streaming_content))
    begun = lines()[0][-2:]

    response.close()

    assert (begun, lines()[0][-2:]) == ((None, None), (None, False))


@pytest.mark.parametrize(
    ("address", "kind", "form"),
    [
        ("/api/v1/tidy.zip", "tidy", "zip"),
        ("/api/v1/facilities.geojson?kind=prison", "facilities", "geojson"),
        ("/api/v1/entities.jsonl", "entities", "jsonl"),
    ],
)
def test_every_other_file_is_kept_too(researcher, signed_in, cases, address, kind, form):
    take(signed_in(researcher), address)

    by, what, of, as_form, _, rows, is_whole = lines()[0]
    assert (by, what, as_form, is_whole) == ("researcher", "download", form, True)
    assert of.startswith(kind)
    assert rows >= 0


def test_a_visitor_is_in_no_log(client, cases):
    take(client, f"/api/v1/cases.csv?q={WORD}")
    client.get(f"/cases/{cases[0].public_id}/")

    assert lines() == []


def test_no_word_that_was_asked_for_and_no_name_is_in_the_log(contributor, signed_in, cases):
    take(signed_in(contributor), f"/api/v1/cases.csv?q={WORD}")
    signed_in(contributor).get(f"/api/v1/cases.csv?{WORD}=1")

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(one)::text FROM records_access one")
        kept = " ".join(row[0] for row in cursor.fetchall())
    assert '"q"' in kept
    assert WORD not in kept


def test_who_opens_a_sealed_record_is_kept_wherever_it_is_opened(chief, signed_in, cases):
    case = cases[0]
    Case.objects.filter(pk=case.pk).update(state="draft", secrecy="sealed")
    browser = signed_in(chief)
    pages = [
        f"/admin/cases/case/{case.pk}/change/",
        f"/admin/cases/case/{case.pk}/history/",
        f"/cases/{case.public_id}/",
        f"/api/v1/cases/{case.public_id}/",
    ]
    for page in pages:
        assert browser.get(page).status_code == 200

    kept = list(Access.objects.order_by("id").values_list("by__username", "what", "record"))
    assert kept == [("chief", "sealed", case.public_id)] * 4


def test_who_opens_any_other_record_is_in_no_log(chief, signed_in, cases):
    signed_in(chief).get(f"/admin/cases/case/{cases[0].pk}/change/")

    assert lines() == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM records_access",
        "UPDATE records_access SET rows = 7",
        "UPDATE records_access SET by_id = by_id + 1",
        "UPDATE records_access SET is_whole = NULL",
    ],
)
def test_the_database_alters_no_line(contributor, signed_in, cases, statement):
    take(signed_in(contributor), "/api/v1/cases.csv")

    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        connection.cursor().execute(statement)


def test_an_auditor_reads_who_when_and_how_much_and_no_content(
    auditor, chief, contributor, signed_in, cases
):
    Case.objects.filter(pk=cases[0].pk).update(state="draft", secrecy="sealed")
    signed_in(chief).get(f"/admin/cases/case/{cases[0].pk}/change/")
    take(signed_in(contributor), f"/api/v1/cases.csv?q={WORD}")
    browser = signed_in(auditor)

    page = browser.get("/admin/records/access/").content.decode()
    line = Access.objects.earliest("id")

    assert "contributor" in page
    assert "opened something sealed" in page
    assert cases[0].public_id not in page
    assert WORD not in page
    assert browser.get(f"/admin/records/access/{line.pk}/change/").status_code == 302
    assert browser.get(f"/admin/records/access/{line.pk}/history/").status_code == 302
    assert browser.get(f"/admin/cases/case/{cases[1].pk}/change/").status_code == 403


@pytest.mark.parametrize("role", ["contributor", "reviewer", "chief"])
def test_nobody_else_reads_the_logbook(request, signed_in, role):
    browser = signed_in(request.getfixturevalue(role))

    assert browser.get("/admin/records/access/").status_code == 403
