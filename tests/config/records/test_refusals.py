"""Changes that cross one another come back as an error of the form; a lost connection does not."""

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from config.records.refusals import TRY_AGAIN, Refused, refusals_told
from people.models import Merge, PersonName
from tests import factories as make
from tests.reading import words
from tests.sheet import sheet_of

pytestmark = pytest.mark.django_db

CROSSED = {"deadlock": "40P01", "serialization failure": "40001"}


def gives_up(table: str, code: str) -> None:
    """From now on PostgreSQL answers each change of the table with this error."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            f"""
            CREATE FUNCTION gives_up() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'given up' USING ERRCODE = '{code}'; END $$;
            CREATE TRIGGER gives_up BEFORE UPDATE ON {table}
            FOR EACH ROW EXECUTE FUNCTION gives_up()
            """
        )


@pytest.mark.parametrize("code", CROSSED.values(), ids=CROSSED)
def test_a_worker_whose_change_crossed_another_is_asked_to_try_again(contributor, signed_in, code):
    name = make.name(make.person("Gulnar Aset"), "Gülnar")
    sheet = sheet_of(signed_in(contributor), name).fill_in(text="Gulnur")
    gives_up("people_personname", code)

    assert sheet.errors() == [TRY_AGAIN]
    assert PersonName.objects.get(pk=name.pk).text == "Gülnar"


@pytest.mark.parametrize("code", CROSSED.values(), ids=CROSSED)
def test_a_merge_that_crossed_another_change_is_asked_to_try_again(reviewer, signed_in, code):
    one, other = make.person("Gulnar Aset"), make.person("Gulnar Aset")
    gives_up("people_person", code)

    asked = {"one": one.pk, "other": other.pk, "why": "the same shop"}
    answer = signed_in(reviewer).post(reverse("admin:people_person_merge"), asked)

    assert f"Nothing was merged. {TRY_AGAIN}" in words(answer.content.decode())
    assert Merge.objects.count() == 0


# A connection that broke, a server that stops, a question that took too long.
@pytest.mark.parametrize("code", ["08006", "57P01", "57014"])
def test_what_trying_again_does_not_mend_is_not_called_a_refusal(code):
    name = make.name(make.person("Gulnar Aset"), "Gülnar")
    gives_up("people_personname", code)

    with pytest.raises(OperationalError, match="given up"), refusals_told():
        name.save()


def test_a_deadlock_is_a_refusal():
    name = make.name(make.person("Gulnar Aset"), "Gülnar")
    gives_up("people_personname", CROSSED["deadlock"])

    with pytest.raises(Refused, match=TRY_AGAIN), refusals_told():
        name.save()
