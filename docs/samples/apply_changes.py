"""Make a release out of the one before it and what has changed: OLD + changes of NEW = NEW.

    python apply_changes.py OLD NEW OUT

OLD is the folder of a release. Of NEW only release.json, changes.csv and the folder changes are
read. The tables of NEW are written to OUT, byte for byte as they stand in its folder `flat`.
Needs Python 3.10 or later and nothing else.
"""

import csv
import json
import sys
from pathlib import Path

csv.field_size_limit(1 << 30)


def rows_of(path: Path) -> list:
    """The heading and the rows of a table; nothing if there is no such table."""
    if not path.is_file():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def applied(table: str, old: Path, new: Path, gone: set, day: str) -> list:
    """The rows of a table as the new release has them."""
    came = rows_of(new / "changes" / f"{table}.csv")
    heading = came[0]
    key, as_of = heading.index("id"), heading.index("as_of")
    rows = {row[key]: row for row in rows_of(old / "flat" / f"{table}.csv")[1:]}
    rows.update({row[key]: row for row in came[1:]})
    kept = [row for name, row in sorted(rows.items()) if (table, name) not in gone]
    for row in kept:
        row[as_of] = day
    return [heading, *kept]


def main(old: Path, new: Path, out: Path) -> None:
    told = json.loads((new / "release.json").read_text(encoding="utf-8"))
    if not told["before"] or told["before"]["day"] != old.name:
        sys.exit(f"The changes are not those since {old.name}.")
    heading, *changes = rows_of(new / "changes.csv")
    lines = [dict(zip(heading, row, strict=True)) for row in changes]
    gone = {(one["table"], one["id"]) for one in lines if one["change"] in ("merged", "withdrawn")}
    out.mkdir(parents=True, exist_ok=True)
    for table in (one["name"] for one in told["tables"]):
        with open(out / f"{table}.csv", "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(applied(table, old, new, gone, told["day"]))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
