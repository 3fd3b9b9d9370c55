"""Read a register's cases by program: a filtered list page by page, a CSV, the tidy copy, changes.

    python cases_by_api.py https://register.example

Needs nothing but Python. A token, if you have one, stands in the environment as TIZIM_TOKEN.
"""

import csv
import io
import json
import os
import sys
import urllib.parse
import urllib.request
import zipfile


def fetch(address: str) -> bytes:
    """One answer, read to its end."""
    asked = urllib.request.Request(address)
    if token := os.environ.get("TIZIM_TOKEN"):
        asked.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return answer.read()


def rows(home: str, noun: str, **filters):
    """Every row of a list. `next` holds its place while rows are published and withdrawn."""
    question = urllib.parse.urlencode({"page_size": 10, **filters}, doseq=True)
    address = f"{home}/api/v1/{noun}/?{question}"
    while address:
        page = json.loads(fetch(address))
        yield from page["results"]
        address = page["next"]


def table(home: str, noun: str, **filters) -> list[dict]:
    """The same rows in one file."""
    question = urllib.parse.urlencode(filters, doseq=True)
    text = fetch(f"{home}/api/v1/{noun}.csv?{question}").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def tidy(home: str) -> dict[str, list[dict]]:
    """Every table of the tidy copy, by the name of its file."""
    with zipfile.ZipFile(io.BytesIO(fetch(f"{home}/api/v1/tidy.zip"))) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def main(home: str) -> None:
    narrowed = {"kind": "arrest", "order": "-changed"}
    listed = list(rows(home, "cases", **narrowed))
    taken = table(home, "cases", **narrowed, columns="basic")
    everything = {row["id"]: row for row in rows(home, "cases")}
    last = max((row["changed_at"] for row in everything.values()), default="2020-01-01")
    since = list(rows(home, "cases", updated_since=last))
    print("cases:", len(everything))
    print("with an arrest, page by page:", len(listed))
    print("with an arrest, in the file:", len(taken))
    print("changed at the last change or after it:", len(since))
    print("tables of the tidy copy:", len(tidy(home)))


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
