"""Writing a release: the public register of one moment in every shape, and what has changed.

The same data, of the same day, by the same code, make the same bytes: rows are in the order of
their ids, and nothing tells of a clock or a machine.
"""

import csv
import datetime
import hashlib
import io
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from cases import entities, estimation, tidy
from cases.models import Facility
from cases.release_citing import Citation
from cases.release_texts import readme
from cases.removed import HEADING, removed_in
from cases.source_columns import FACILITY_COLUMNS
from config.records import codebook_files
from config.records.archives import summed, zipped
from config.records.codebook_markdown import as_markdown
from config.records.columns import dated, rows
from config.records.copying import one_moment
from config.records.differences import ADDED, CHANGED, GONE, differences, heading_of, rows_of
from config.records.exports import BYTE_ORDER_MARK, FORMATS, geojson
from config.records.progress import progress
from config.records.releases import MANIFEST, REMOVED, Release, Writing, written_whole

MERGED, WITHDRAWN = "merged", "withdrawn"
CHANGES = ("table", "id", "change", "into", "version_before", "version")
Files = Iterator[tuple[str, Iterable[bytes]]]


@dataclass(frozen=True)
class Asked:
    """What is to be released: of which day, after which release, under which DOI."""

    day: datetime.date
    before: Release | None = None
    doi: str = ""

    @property
    def citation(self) -> Citation:
        return Citation(self.day, self.doi)


def release(folder: Path, asked: Asked) -> Release:
    """Write a release into a folder of releases: all of it, or nothing."""
    day = asked.day.isoformat()
    with written_whole(folder, day) as writing, one_moment():
        left_out, files = _files(asked.day)
        for path, pieces in progress(files, len(files), f"Release of {day}"):
            writing.add(path, pieces)
        told = _changes(writing, asked)
        _describe(writing, asked, told | {"left_out": left_out})
    return Release(folder / day)


def _files(day: datetime.date) -> tuple[list[str], list[tuple[str, Iterable[bytes]]]]:
    """What does not fit its format; and every file, of which the pieces are made when asked for."""
    left_out, files = [], []
    for noun in tidy.TABLES:
        found = noun.model.objects.visible_to(None).order_by("public_id")
        columns = dated(noun.columns, day)
        for form in FORMATS.values():
            path = f"flat/{noun.name}.{form.suffix}"
            if form.too_many(found):
                left_out.append(path)
            else:
                files.append((path, form.write(list(columns), rows(found, columns, None))))
    return left_out, [*files, *_other_shapes(day), *_explained()]


def _other_shapes(day: datetime.date) -> Files:
    columns = dated(FACILITY_COLUMNS, day)
    facilities = rows(Facility.objects.visible_to(None).order_by("public_id"), columns, None)
    lists = estimation.lists(None)
    listed = estimation.listed(None, lists, day)
    every = (line for one in entities.all_entities(None) for line in one.write(None))
    home = f"{settings.SITE_URL}/data/"
    yield "entities.jsonl", every
    yield "estimation.csv", FORMATS["csv"].write(list(estimation.columns(lists)), listed)
    yield "facilities.geojson", geojson(list(columns), facilities)
    yield "tidy.zip", zipped(summed(tidy.tidy(None, day, home)), huge=True)


def _explained() -> Files:
    yield "codebook.csv", [codebook_files.as_csv(tidy.TABLES)]
    yield "codebook.json", [codebook_files.as_json(tidy.TABLES)]
    yield "codebook.md", [as_markdown(tidy.TABLES).encode()]
    yield "LICENCE.txt", [tidy.LICENCE.encode()]


# What has changed


def _changes(writing: Writing, asked: Asked) -> dict[str, Any]:
    """The tables of what has changed since the release before; how much it is."""
    merged, counts = _merged(writing.folder), {}
    removed = _removed_before(asked.before)
    with _lines(writing, "changes.csv", CHANGES) as changes:
        for noun in tidy.TABLES if asked.before else ():
            counts[noun.name] = counted = Counter()
            for change, one in _of_table(writing, asked.before, noun.name, merged):
                into = merged.get(one.id, "") if change == MERGED else ""
                versions = (each.version if each else "" for each in (one.before, one.now))
                changes.writerow([noun.name, one.id, change, into, *versions])
                counted[change] += 1
                if one.change == GONE:
                    removed[noun.name, one.id] = asked.day.isoformat()
                removed.pop((noun.name, one.id) if change == ADDED else None, None)
    with _lines(writing, REMOVED, HEADING) as lines:
        for (table, gone), since in sorted(removed.items()):
            into = merged.get(gone, "") if table == "people" else ""
            lines.writerow([table, gone, MERGED if into else WITHDRAWN, into, since])
    return {"changes": {name: dict(sorted(one.items())) for name, one in counts.items()}}


def _of_table(writing: Writing, before: Release, table: str, merged: dict) -> Iterator[tuple]:
    """Each change of a table, in words; the rows that came or changed are written beside."""
    path = f"flat/{table}.csv"
    new = writing.folder / path
    with _lines(writing, f"changes/{table}.csv", heading_of(new)) as lines:
        for one in differences(before.folder / path, new):
            if one.now:
                lines.writerow(one.now.cells)
            is_merged = table == "people" and one.id in merged
            gone = MERGED if is_merged else WITHDRAWN
            yield {ADDED: ADDED, CHANGED: CHANGED, GONE: gone}[one.change], one


def _merged(folder: Path) -> dict[str, str]:
    """Every id that was merged and the id that answers for it now, as the table of changes says."""
    path, leads = folder / "flat/changes.csv", {}
    heading = heading_of(path)
    kind, old, new = (heading.index(name) for name in ("kind", "old_id", "new_id"))
    for row in sorted(rows_of(path), key=lambda one: one.version):
        if row.cells[kind] == MERGED:
            leads[row.cells[old]] = row.cells[new]
        else:
            leads.pop(row.cells[old], None)
    return {one: _end_of(leads, one) for one in leads}


def _end_of(leads: dict[str, str], one: str) -> str:
    passed = set()
    while one in leads and one not in passed:
        passed.add(one)
        one = leads[one]
    return one


def _removed_before(before: Release | None) -> dict[tuple[str, str], str]:
    """What was in some release before that one and was no longer in it: table, id, since when."""
    return {(one["table"], one["id"]): one["gone_since"] for one in removed_in(before)}


@contextmanager
def _lines(writing: Writing, path: str, heading: Iterable[str]):
    """A CSV to be filled line by line."""
    with writing.file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        text.write(BYTE_ORDER_MARK)
        lines = csv.writer(text)
        lines.writerow(heading)
        yield lines
        text.detach()


# What it says of itself


def _describe(writing: Writing, asked: Asked, told: dict[str, Any]) -> None:
    tables = [
        {"name": noun.name, "about": noun.about, "rows": number}
        for noun, number in tidy.counts(None)
    ]
    cited = asked.citation
    writing.add("CITATION.bib", [cited.as_bibtex().encode()])
    writing.add("CITATION.json", [cited.as_csl().encode()])
    writing.add("README.md", [readme(cited, tables, asked.before, told["left_out"]).encode()])
    before = asked.before and {"day": asked.before.day, "sha256sums": asked.before.seal}
    manifest = {
        "name": settings.REGISTER_NAME,
        "day": asked.day.isoformat(),
        "address": cited.home,
        "doi": asked.doi,
        "cite": cited.in_words(),
        "licence": "LICENCE.txt",
        "code_version": code_version(),
        "schema_version": schema_version(writing.folder),
        "before": before,
        "tables": tables,
        **told,
        "files": [
            {"path": path, "bytes": writing.sizes[path], "sha256": writing.sums[path]}
            for path in sorted(writing.sums)
        ],
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    writing.add(MANIFEST, [written.encode()])


def schema_version(folder: Path) -> str:
    """Another one when a table or a column is another."""
    headings = {noun.name: heading_of(folder / f"flat/{noun.name}.csv") for noun in tidy.TABLES}
    return hashlib.sha256(json.dumps(headings).encode()).hexdigest()[:12]


def code_version() -> str:
    """The version, and the commit where the code lies in a repository of its own."""
    git = shutil.which("git")
    if git is None or not (settings.BASE_DIR / ".git").exists():
        return settings.VERSION
    asked = [git, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    said = subprocess.run(  # noqa: S603  our own words alone
        asked, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    return f"{settings.VERSION}+{said.stdout.strip()}" if said.returncode == 0 else settings.VERSION
