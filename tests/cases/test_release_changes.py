"""What a release tells of the one before it: who came, changed or is gone."""

import subprocess
import sys

import pytest

from cases import tidy
from config.records import differences
from config.records.actions import publish, reopen, submit, withdraw
from people.models import Person
from tests import factories, register
from tests.register import make
from tests.releasing import FIRST, SECOND, THIRD, changes, contents, lines, released, removed

pytestmark = pytest.mark.django_db
APPLY = "docs/samples/apply_changes.py"


def changed(person, contributor, reviewer) -> None:
    """Somebody's biography, edited and reviewed again."""
    reopen(person, by=reviewer, why="more is known")
    person.biography = 'More is known: 王明, مەمەت, "so",\nand Әлия.'
    person.save()
    submit(person, by=contributor, together=False)
    publish(person, by=reviewer, together=False)


@pytest.fixture
def two(tmp_path, contributor, reviewer):
    """A release and the next: somebody is edited, another withdrawn, two merged, one is new."""
    made = register.varied()
    people = [case.person for case in made.cases]
    twin = make.person("Aqiqat Qaliola")
    before = released(tmp_path, FIRST)
    changed(people[1], contributor, reviewer)
    withdraw(people[3], by=reviewer, why="asked not to be shown")
    factories.change(twin, people[0])
    new = make.person("Somebody New")
    return before, released(tmp_path, SECOND, before), people, twin, new


def test_it_tells_what_became_of_each_id(two):
    _, now, people, twin, new = two

    became = changes(now, "people")

    told = {one: became.get(person.public_id) for one, person in enumerate([*people, twin, new])}
    assert told == {
        0: None,  # whoever answers for another's id is the same as before
        1: "changed",
        2: None,
        3: "withdrawn",
        4: None,
        5: None,
        6: None,
        7: "merged",
        8: "added",
    }
    said = {line["id"]: line for line in lines(now, "changes.csv")}
    assert said[twin.public_id]["into"] == people[0].public_id
    assert said[new.public_id]["version_before"] == "" < said[new.public_id]["version"]
    versions = said[people[1].public_id]
    assert "" < versions["version_before"] <= versions["version"]


def test_the_changes_applied_to_the_old_give_the_new(two, tmp_path):
    before, now, *_ = two

    subprocess.run(
        [sys.executable, APPLY, before.folder, now.folder, tmp_path / "made"], check=True
    )

    made = {file.name: file.read_bytes() for file in (tmp_path / "made").iterdir()}
    assert [name for name in made if made[name] != (now.folder / "flat" / name).read_bytes()] == []
    assert set(made) == {f"{noun.name}.csv" for noun in tidy.TABLES}


def test_the_script_wants_the_release_that_the_changes_are_since(two, tmp_path):
    _, now, *_ = two

    said = subprocess.run(
        [sys.executable, APPLY, now.folder, now.folder, tmp_path / "made"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (said.returncode, said.stderr) == (1, "The changes are not those since 2026-02-01.\n")


def test_who_is_withdrawn_is_gone_from_the_next_and_told_by_id_alone(two):
    before, now, people, *_ = two
    gone = people[3]

    told = contents(now)
    named = [path for path, text in told.items() if gone.public_id.encode() in text]
    assert sorted(named) == ["changes.csv", "removed.csv"]
    assert "王明" not in told["changes.csv"].decode() + told["removed.csv"].decode()
    assert gone.public_id in before.text("flat/people.csv")
    assert removed(now, "people")[gone.public_id] == ("withdrawn", "", "2026-02-01")
    assert list(removed(now, "cases").values()) == [("withdrawn", "", "2026-02-01")]


def test_an_older_release_says_where_to_ask_who_is_gone(two):
    before, *_ = two

    assert "data/removed.csv" in before.text("README.md")
    assert "leave out every row with such an `id`" in before.text("README.md")


def test_who_is_gone_stays_told_until_they_are_back(two, contributor, reviewer, tmp_path):
    _, now, people, twin, _ = two
    third = released(tmp_path, THIRD, now)
    reopen(people[3], by=reviewer, why="was withdrawn by mistake")
    submit(people[3], by=contributor, together=False)
    publish(people[3], by=reviewer, together=False)

    fourth = released(tmp_path, THIRD.replace(month=4), third)

    assert removed(third, "people") == removed(now, "people")
    assert removed(fourth, "people") == {
        twin.public_id: ("merged", people[0].public_id, "2026-02-01")
    }


def test_an_id_leads_through_several_merges_to_who_answers(tmp_path):
    one, two, three = (make.person(name) for name in ("One", "Two", "Three"))
    before = released(tmp_path, FIRST)
    factories.change(one, two)
    factories.change(two, three)
    Person.objects.filter(pk=one.pk).update(merged_into=three)

    now = released(tmp_path, SECOND, before)

    into = {line["id"]: line["into"] for line in lines(now, "changes.csv") if line["into"]}
    assert into == {one.public_id: three.public_id, two.public_id: three.public_id}


def test_a_release_of_the_same_data_has_no_changes(tmp_path):
    register.varied()
    before = released(tmp_path, FIRST)

    now = released(tmp_path, SECOND, before)

    assert lines(now, "changes.csv") == []
    assert now.manifest["before"] == {"day": "2026-01-01", "sha256sums": before.seal}


def test_rows_out_of_order_are_not_compared(tmp_path):
    (tmp_path / "old.csv").write_text("id,version,as_of\nP-2,v,d\nP-1,v,d\n")

    with pytest.raises(differences.NotInOrder):
        list(differences.differences(tmp_path / "old.csv", tmp_path / "new.csv"))


def test_a_column_more_changes_every_row(tmp_path):
    (tmp_path / "old.csv").write_text("id,version,as_of\nP-1,v,d\n")
    (tmp_path / "new.csv").write_text("id,more,version,as_of\nP-1,,v,d\n")

    found = list(differences.differences(tmp_path / "old.csv", tmp_path / "new.csv"))

    assert [(one.id, one.change) for one in found] == [("P-1", "changed")]
