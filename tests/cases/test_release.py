"""A release: whole or not there, the same from the same data, proved; what has changed is told."""

import io
import json
import shutil
import subprocess
import zipfile

import pandas
import pytest
from django.core.management import CommandError, call_command

from cases import releasing, tidy
from cases.models import Case
from cases.releasing import code_version
from config.records.releases import Refused, releases
from tests import factories, register
from tests.planted import WORD
from tests.planted import Register as Planted
from tests.releasing import FIRST, SECOND, contents, lines, released

pytestmark = pytest.mark.django_db


# The same data, the same bytes


def test_two_releases_of_the_same_data_are_identical(tmp_path):
    register.varied()
    register.whole(2, each=2)

    one, other = (contents(released(tmp_path / name)) for name in ("one", "other"))

    assert [path for path in one if one[path] != other.get(path)] == []
    assert len(one) == len(other) == 3 * len(tidy.TABLES) + 15


def test_a_release_tells_of_no_clock_and_no_machine(tmp_path, settings):
    register.varied()

    said = contents(released(tmp_path, SECOND))

    whole = b"".join([*said.values(), *_unzipped(said["tidy.zip"]).values()])
    paths = [str(one).encode() for one in (tmp_path, settings.BASE_DIR, settings.VAR)]
    assert [one for one in paths if one in whole] == []
    told = json.loads(said["release.json"])
    assert (told["day"], told["code_version"]) == ("2026-02-01", code_version())
    assert {line["as_of"] for line in pandas.read_csv(io.BytesIO(said["estimation.csv"])).iloc} == {
        "2026-02-01"
    }


def _unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        return {name: files.read(name) for name in files.namelist()}


def test_the_rows_are_those_of_the_register_in_every_format(tmp_path):
    register.varied()

    made = released(tmp_path)

    ids = sorted(Case.objects.published().values_list("public_id", flat=True))
    objects = made.text("flat/cases.jsonl").splitlines()
    sheet = pandas.read_excel(made.folder / "flat/cases.xlsx")
    assert [line["id"] for line in lines(made, "flat/cases.csv")] == ids
    assert [json.loads(line)["id"] for line in objects] == ids == list(sheet["id"])
    told = {one["name"]: one["rows"] for one in made.manifest["tables"]}
    assert told == {noun.name: number for noun, number in tidy.counts(None)}


def test_nothing_hidden_is_in_a_release(tmp_path):
    planted = Planted()
    planted.publish_one_of_each()
    planted.hide_one_of_each()
    planted.hide_the_rest()

    made = contents(released(tmp_path))

    texts = dict(made)
    for name in [name for name in made if name.endswith((".zip", ".xlsx"))]:
        texts |= {f"{name}/{inner}": text for inner, text in _unzipped(made[name]).items()}
    heard = {name for name, text in texts.items() if WORD.search(text.decode("utf-8", "ignore"))}
    assert heard == set()
    assert len(planted.plants) > 100


# Whole, or not there


def test_sha256sum_proves_it(tmp_path):
    register.whole()
    made = released(tmp_path)

    said = subprocess.run(
        [shutil.which("sha256sum"), "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=made.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert {*made.sums, "SHA256SUMS"} == set(contents(made))


def test_a_release_never_changes(tmp_path):
    before = contents(released(tmp_path))
    factories.person("Somebody", published=True)

    with pytest.raises(Refused, match="a release of 2026-01-01 already"):
        released(tmp_path)

    assert contents(releases(tmp_path)[0]) == before


def test_of_a_release_that_breaks_off_nothing_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(releasing, "readme", lambda *told: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        released(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_table_that_a_sheet_cannot_hold_is_left_out_and_named(tmp_path, monkeypatch):
    register.varied()
    monkeypatch.setattr(type(releasing.FORMATS["xlsx"]), "too_many", _more_than_three)

    made = released(tmp_path)

    told = made.manifest["left_out"]
    assert ("flat/people.xlsx" in told, "flat/facilities.xlsx" in told) == (True, False)
    assert [path for path in told if path in made.sums] == []
    assert "does not hold as many rows: `flat/cases.xlsx`" in made.text("README.md")


def _more_than_three(form, found) -> str:
    return "too many" if form.suffix == "xlsx" and found.count() > 3 else ""


# The command


def test_the_command_writes_compares_and_proves(tmp_path, capsys):
    register.whole()

    call_command("release", str(tmp_path), "--day=2026-01-01")
    call_command("release", str(tmp_path), "--day=2026-02-01", "--doi=10.5281/zenodo.1234567")
    call_command("release", "--verify", str(tmp_path))

    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == [
        "Release of 2026-01-01, the first",
        "Release of 2026-02-01, compared with that of 2026-01-01",
        "2026-02-01",
        "2026-01-01",
    ]
    cited = (tmp_path / "2026-02-01" / "CITATION.bib").read_text()
    assert "doi = {10.5281/zenodo.1234567}" in cited


def test_the_release_before_may_lie_elsewhere(tmp_path):
    first = released(tmp_path / "one", FIRST)

    call_command("release", str(tmp_path / "two"), "--day=2026-02-01", "--since", first.folder)

    (made,) = releases(tmp_path / "two")
    assert made.manifest["before"]["day"] == "2026-01-01"


@pytest.mark.parametrize("harm", ["altered", "missing", "more", "link", "sums"])
def test_harm_to_a_release_is_found(tmp_path, harm):
    made = released(tmp_path)
    file = made.folder / "flat" / "people.csv"
    if harm == "altered":
        file.chmod(0o644)
        file.write_bytes(file.read_bytes() + b" ")
    if harm in ("missing", "link"):
        file.unlink()
    if harm == "link":
        file.symlink_to(made.folder / "flat" / "cases.csv")
    if harm == "more":
        (made.folder / "more.csv").write_text("more")
    if harm == "sums":
        (made.folder / "SHA256SUMS").chmod(0o644)
        (made.folder / "SHA256SUMS").write_text("nothing\n")

    with pytest.raises(CommandError) as error:
        call_command("release", "--verify", str(made.folder))

    said = {"more": "more.csv does not belong", "sums": "SHA256SUMS is damaged"}
    assert said.get(harm, "flat/people.csv differs from its sum") in str(error.value)


def test_a_release_that_was_made_anew_is_told_by_the_next(tmp_path):
    first = released(tmp_path, FIRST)
    released(tmp_path, SECOND, first)
    shutil.rmtree(first.folder)
    factories.person("Somebody", published=True)
    released(tmp_path, FIRST)

    with pytest.raises(CommandError, match="is not the one that this was compared with"):
        call_command("release", "--verify", str(tmp_path))
