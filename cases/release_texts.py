"""The README of a release: its files, how it is cited, how those who are gone are honoured."""

from cases.release_citing import Citation
from cases.tidy import ABOUT
from config.records.releases import Release

README = """# {name}, release of {day}

{about} This is a copy of all that was public, as of {day}. It never changes; later releases do not
replace it but stand beside it.

| table | one row | rows |
|---|---|---|
{tables}

| file | holds |
|---|---|
| `flat/…` | each table as CSV (UTF-8), JSON Lines and XLSX, in the order of its ids |
| `tidy.zip` | the same tables as a Frictionless data package, with keys between them |
| `entities.jsonl` | people, ties, events and sources as entities of FollowTheMoney |
| `facilities.geojson` | the places that hold people, as a map reads them |
| `estimation.csv` | who is on which list, for multiple-systems estimation |
| `codebook.…` | what every column and word means, as CSV, JSON and to read |
| `changes.csv`, `changes/…` | what has changed since the release before |
| `removed.csv` | ids that some earlier release held and this one does not |
| `release.json` | this release for programs: day, versions, counts, every file with its hash |
| `CITATION.bib`, `CITATION.json` | the reference, as BibTeX and CSL-JSON |
| `LICENCE.txt` | what you may do |
| `SHA256SUMS` | `sha256sum --check SHA256SUMS` proves the files whole |

Pictures are not among them. The table of attachments tells what each shows, on what basis, whose
the rights are, and where it is.
{left_out}
## How to cite

{cite}

Cite a row by its `id`, `version` and `as_of`.

## Who is no longer there

Somebody may ask not to be shown, or an entry may turn out to be wrong. A release that is out cannot
be called back, so whoever holds one has to honour it. Before you use or pass on this copy, take the
list of ids that are gone,

    {removed}

and leave out every row with such an `id`, and every row of another table that refers to it. Where
`change` is `merged`, it is the same person under another id, which stands in `into`. The list holds
ids and nothing else. Do not try to find out whom a withheld name hides.

## What has changed

{since}
"""
FIRST = "This is the first release that the register made here: there is none to compare it with.\n"
SINCE = """`changes.csv` compares this release with that of {day}. A line tells of one row: `added`,
`changed`, `merged` (people: the id that answers now stands in `into`) or `withdrawn`, with the
versions on both sides. A row can change with another record, such as the name of a place, and keep
its version. `changes/` holds the whole rows that were added or changed. Take the release of {day},
leave out the ids that are merged or withdrawn, put in the rows of `changes/`, and set `as_of` to
{now}: that is this release.
"""


def readme(cited: Citation, tables: list, before: Release | None, left_out: list[str]) -> str:
    day = cited.day.isoformat()
    lines = (f"| `{one['name']}` | {one['about']} | {one['rows']:,} |" for one in tables)
    return README.format(
        name=cited.name,
        about=ABOUT,
        day=day,
        tables="\n".join(lines),
        left_out=_left_out(left_out),
        cite=cited.in_words(),
        removed=cited.home.removesuffix(f"releases/{day}/") + "removed.csv",
        since=SINCE.format(day=before.day, now=day) if before else FIRST,
    )


def _left_out(paths: list[str]) -> str:
    if not paths:
        return ""
    named = ", ".join(f"`{path}`" for path in paths)
    return f"\nLeft out, because a sheet of Excel does not hold as many rows: {named}.\n"
