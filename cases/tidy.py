"""The tidy copy: one table for each kind of record, with keys, and all that explains them.

The same rows, from the same day, make the same bytes: tables are in the order of their ids.
"""

import datetime
from collections.abc import Iterable, Iterator

from django.conf import settings

from cases.nouns import NOUNS
from cases.unlisted import UNLISTED
from config.records import codebook_files, packages
from config.records.archives import summed, zipped
from config.records.columns import dated, rows
from config.records.copying import at_one_moment
from config.records.exports import csv_lines

TABLES = (*NOUNS, *UNLISTED)
ABOUT = "A register of people detained for who they are or what they said, with its sources."
README = """# {title}

{about} As of {day}.

`datapackage.json` has the types of the columns, the keys between the tables and what stands for a
missing value, in the form of a Frictionless data package. `codebook.csv` and `codebook.json`
explain every column and word. `LICENCE.txt` says what you may do. `SHA256SUMS` proves the files
whole.

| table | one row | key |
|---|---|---|
{tables}

- A row of the cases is a case and not a person: count `person_id` for people.
- A date is five columns: as it was written, in EDTF with no more precision than is known, its first
  and last possible day, and how we come to it. An empty bound is unknown. Never fill in a day.
- `not_stated`: no source says it. `not_applicable`: the question does not arise. `[withheld]`: not
  shown, though known.
- A text that a spreadsheet would run as a formula has an apostrophe before it. The parts of a list
  are parted by "; ".
- Who is missing here may still be held. The register shows what became known, not what happened.

Cite: {title}. *Register of detained people.* Data as of {day}. {home}
Cite a row by its `id`, `version` and `as_of`.
"""
LICENCE = """The facts in these files are free to use, for any purpose.

Passages quoted from sources belong to their authors and are quoted as evidence.

Name the register and the day of the data. Withdraw from your copy what is withdrawn from the
register, and do not try to find out whom a withheld name hides.
"""


def tidy(user, day: datetime.date, home: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of the copy, each a name and its pieces, as this reader may have them."""
    found = [(noun, dated(noun.columns, day)) for noun in TABLES]
    asked = [(noun, columns, _rows(noun, columns, user)) for noun, columns in found]
    tables = [packages.table(noun, _path(noun), *table) for noun, *table in asked]
    title = settings.REGISTER_NAME
    yield "datapackage.json", [packages.descriptor(title, ABOUT, home, day, tables)]
    yield "README.md", [_readme(title, day, home).encode()]
    yield "LICENCE.txt", [LICENCE.encode()]
    yield "codebook.csv", [codebook_files.as_csv(TABLES)]
    yield "codebook.json", [codebook_files.as_json(TABLES)]
    for noun, columns, table in asked:
        yield _path(noun), csv_lines(list(columns), table)


def _rows(noun, columns, user):
    return rows(noun.model.objects.visible_to(user).order_by("public_id"), columns, user)


def _path(noun) -> str:
    return f"data/{noun.name}.csv"


def _readme(title: str, day: datetime.date, home: str) -> str:
    lines = (f"| `{_path(noun)}` | {noun.about} | `id` |" for noun in TABLES)
    return README.format(title=title, about=ABOUT, day=day, home=home, tables="\n".join(lines))


def tidy_zip(user, day: datetime.date, home: str) -> Iterator[bytes]:
    """The copy as one archive, all its tables as they stood at one moment."""
    return at_one_moment(zipped(summed(tidy(user, day, home)), huge=True))


def counts(user) -> list[tuple]:
    """Each table and how many rows it has for this reader."""
    return [(noun, noun.model.objects.visible_to(user).count()) for noun in TABLES]
