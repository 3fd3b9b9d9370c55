"""The tidy copy: other people's programs read it without a hint; it shows what readers may see."""

import datetime
import hashlib
import io
import json
import zipfile

import duckdb
import frictionless
import pandas
import pytest
from django.db import connection
from django.test import Client

from cases import tidy
from cases.models import Case
from config.records.copying import TooSlow, one_moment
from people.models import Person
from tests import factories, register

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 2)
HOME = "https://register.example/data/"


def archive(user=None) -> bytes:
    return b"".join(tidy.tidy_zip(user, DAY, HOME))


def unpacked(folder, content: bytes):
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        files.extractall(folder)
    return folder


@pytest.fixture
def copy(tmp_path):
    register.varied()
    register.whole(2, each=2)
    return unpacked(tmp_path, archive())


def test_an_independent_validator_accepts_it_keys_included(copy):
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(copy / "datapackage.json"))

    errors = [[table.name, *one] for table in report.tasks for one in table.flatten(["message"])]
    assert (report.valid, errors[:5]) == (True, [])
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        noun.name: number for noun, number in tidy.counts(None)
    }


def test_the_validator_sees_a_key_that_leads_nowhere(copy):
    file = copy / "data" / "names.csv"
    file.write_text(file.read_text().replace(",P-", ",P-ZZ"))

    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(copy / "datapackage.json"))

    assert report.valid is False


def test_pandas_reads_it_as_it_is(copy):
    cases = pandas.read_csv(copy / "data" / "cases.csv")
    people = pandas.read_csv(copy / "data" / "people.csv")

    together = cases.merge(people, left_on="person_id", right_on="id", how="left")

    assert list(cases.columns[:3]) == ["id", "link", "person_id"]
    assert len(together) == Case.objects.published().count() > 3
    assert together["name"].isna().sum() == 0


def test_duckdb_reads_it_as_it_is(copy):
    names = f"read_csv('{copy}/data/names.csv')"
    people = f"read_csv('{copy}/data/people.csv')"

    (found,) = duckdb.sql(
        f"SELECT count(*), count(DISTINCT n.person_id) FROM {names} n"  # noqa: S608
        f" JOIN {people} p ON n.person_id = p.id"
    ).fetchall()

    numbers = {noun.name: number for noun, number in tidy.counts(None)}
    assert found[0] == numbers["names"] > found[1] > 3


def test_the_same_rows_of_the_same_day_make_the_same_bytes():
    register.varied()

    assert archive() == archive()


def test_its_files_are_proved_by_their_sums(copy):
    sums = [line.split("  ") for line in (copy / "SHA256SUMS").read_text().splitlines()]

    found = [[hashlib.sha256((copy / name).read_bytes()).hexdigest(), name] for _, name in sums]
    assert sums == found
    assert len(sums) == 5 + len(tidy.TABLES)


def test_it_tells_of_what_day_it_is_and_under_what_terms(copy):
    told = json.loads((copy / "datapackage.json").read_text())

    assert (told["version"], told["created"]) == ("2026-01-02", "2026-01-02T00:00:00Z")
    assert told["licenses"] == [{"name": "other", "path": "LICENCE.txt", "title": "Terms of use"}]
    assert (
        "Data as of 2026-01-02. https://register.example/data/" in (copy / "README.md").read_text()
    )
    assert set(pandas.read_csv(copy / "data" / "people.csv")["as_of"]) == {"2026-01-02"}


def test_a_name_that_is_not_shown_is_in_no_table_and_staff_have_it(tmp_path, contributor):
    hidden = factories.person("Zqhidden Person", published=True, name_display="withheld")

    public = unpacked(tmp_path / "public", archive())
    staff = unpacked(tmp_path / "staff", archive(contributor))

    texts = {file.name: file.read_text() for file in public.rglob("*.*")}
    assert [name for name, text in texts.items() if "Zqhidden" in text] == []
    assert "[withheld]" in texts["people.csv"]
    assert hidden.public_id in texts["people.csv"]
    assert "Zqhidden Person" in (staff / "data" / "names.csv").read_text()


def test_it_is_served_and_named_after_who_may_read_it(client, signed_in, contributor):
    public, staff = (one.get("/api/v1/tidy.zip") for one in (client, signed_in(contributor)))

    assert zipfile.ZipFile(io.BytesIO(b"".join(public))).testzip() is None
    b"".join(staff)
    names = [one["Content-Disposition"].split("tidy-")[1][10:] for one in (public, staff)]
    assert names == ['.zip"', '-not-for-the-public.zip"']


def test_a_parameter_that_it_does_not_understand_is_an_error(client):
    answer = client.get("/api/v1/tidy.zip?status=released")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["status"])


def test_the_page_before_it_says_how_many_rows_each_table_has(client):
    register.varied()

    answer = client.get("/data/tidy/")

    told = {noun.name: number for noun, number in answer.context["tables"]}
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get("/api/v1/tidy.zip")))) as files:
        held = {name: len(pandas.read_csv(files.open(f"data/{name}.csv"))) for name in told}
    assert told == held
    assert told["people"] == Person.objects.published().count() > 3


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_its_tables_are_of_one_moment():
    factories.person("One", published=True)

    with one_moment():
        before = Person.objects.count()
        second = connection.copy()
        with second.cursor() as cursor:
            cursor.execute("UPDATE people_person SET public_id = 'P-000000'")
        second.close()
        within = list(Person.objects.values_list("public_id", flat=True))

    assert (before, within == ["P-000000"]) == (1, False)
    assert list(Person.objects.values_list("public_id", flat=True)) == ["P-000000"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_goes_away_in_the_middle_of_it_leaves_no_transaction_open():
    factories.person("One", published=True)
    answer = Client().get("/api/v1/tidy.zip")
    next(iter(answer.streaming_content))
    within = connection.in_atomic_block

    answer.close()

    assert (within, connection.in_atomic_block) == (True, False)


def test_a_copy_that_takes_too_long_ends_without_its_table_of_contents(settings):
    settings.DOWNLOAD_SECONDS = 0

    with pytest.raises(TooSlow):
        archive()
