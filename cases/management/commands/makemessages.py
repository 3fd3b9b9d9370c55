"""Bring the catalogues of all languages up to date with the code, and tell what is missing."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from cases.declared import declared
from config.records.catalogues import Catalogue, forms
from config.records.sentences import in_source, together

FOLDERS = ("config", "people", "cases", "templates")
# What only those see who are signed in stays in English.
LEFT_OUT = ("templates/admin", "templates/account")


def messages():
    """All that any public page may say."""
    return together([*in_source(settings.BASE_DIR, FOLDERS, LEFT_OUT), *declared()]).values()


def catalogues() -> list[Catalogue]:
    codes = (code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)
    return [Catalogue(settings.LOCALE_PATHS[0], code) for code in codes]


class Command(BaseCommand):
    help = "Bring the catalogues of all languages up to date; tell what is not translated."

    def add_arguments(self, parser):
        parser.add_argument("--missing", metavar="DIR", type=Path, help="Write to DIR what is.")
        parser.add_argument("--fill", metavar="DIR", type=Path, help="Take drafts from DIR.")

    def handle(self, *args, missing=None, fill=None, **options):
        known = list(messages())
        for one in catalogues():
            empty = one.update(known)
            if fill:
                empty = _filled(one, empty, fill / f"{one.code}.json")
            one.save()
            if missing:
                _tell(one, empty, missing / f"{one.code}.json")
            told = f"{one.code}: {len(known)} messages, {len(empty)} not translated"
            self.stdout.write(f"{told}, {len(one.drafts)} to be reviewed.")


def _tell(one: Catalogue, empty: list, path: Path) -> None:
    """What is to be translated, as JSON: a translator writes `said`, a list where `plural` is."""
    rows = [
        {
            "id": entry.msgid,
            "context": entry.msgctxt or "",
            "plural": entry.msgid_plural,
            "where": entry.comment,
            "said": [""] * forms(one.code) if entry.msgid_plural else "",
        }
        for entry in empty
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def _filled(one: Catalogue, empty: list, path: Path) -> list:
    """Takes what such a file says, each with its mark; returns what is missing still."""
    if not path.exists():
        return empty
    rows = json.loads(path.read_text())
    said = {(row["context"], row["id"]): row["said"] for row in rows if any(row["said"])}
    for entry in empty:
        if found := said.get((entry.msgctxt or "", entry.msgid)):
            one.fill(entry, found)
    return [entry for entry in empty if not entry.translated()]
