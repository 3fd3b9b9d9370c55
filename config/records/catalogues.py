"""Catalogues: for each language a file that people read and write, and one that programs read.

`python manage.py makemessages` brings both up to date; neither needs a program beside Python. What
a machine drafted bears a mark until somebody who speaks the language takes it away.
"""

from collections.abc import Iterable
from pathlib import Path

import polib

from config.records.sentences import Message

DRAFTED = "drafted by a machine, to be reviewed"
WIDTH = 100
# How many forms a noun has beside a number, and which: as the Unicode CLDR has it.
PLURALS = {
    "ru": (
        "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || "
        "n%100>14) ? 1 : n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"
    ),
    "kk": "nplurals=2; plural=(n!=1);",
    "zh-hans": "nplurals=1; plural=0;",
    "ug": "nplurals=2; plural=(n != 1);",
}


def forms(code: str) -> int:
    """How many plural forms a language has."""
    return int(PLURALS[code].split("=")[1].split(";")[0])


class Catalogue:
    """The catalogue of one language, in a folder for all."""

    def __init__(self, folder: Path, code: str):
        self.code = code
        name = "zh_Hans" if code == "zh-hans" else code
        self.path = folder / name / "LC_MESSAGES" / "django.po"
        self.entries = polib.pofile(str(self.path)) if self.path.exists() else polib.POFile()

    def __iter__(self):
        return iter(self.entries)

    def update(self, messages: Iterable[Message]) -> list[polib.POEntry]:
        """Holds these messages and no others from now on; returns those without a translation.

        What was translated stays. What nobody asks for any more goes.
        """
        known = {(one.msgctxt or "", one.msgid): one for one in self.entries}
        fresh = polib.POFile(wrapwidth=WIDTH)
        fresh.metadata = {
            "Project-Id-Version": "Tizim",
            "Language": self.code,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": PLURALS[self.code],
        }
        fresh.extend(self._entry(one, known.get(one.key)) for one in messages)
        self.entries = fresh
        return [one for one in fresh if not one.translated()]

    def _entry(self, message: Message, before: polib.POEntry | None) -> polib.POEntry:
        entry = polib.POEntry(
            msgid=message.msgid,
            msgid_plural=message.plural,
            msgctxt=message.context or None,
            comment=message.where,
            flags=["python-format"] if "%(" in message.msgid else [],
        )
        if message.plural:
            entry.msgstr_plural = dict.fromkeys(range(forms(self.code)), "")
        if before and bool(before.msgid_plural) == bool(message.plural):
            entry.msgstr, entry.tcomment = before.msgstr, before.tcomment
            entry.msgstr_plural = before.msgstr_plural or entry.msgstr_plural
        return entry

    def fill(self, entry: polib.POEntry, said: str | list[str], *, mark: str = DRAFTED) -> None:
        """What an entry says in this language, and that a machine drafted it."""
        if entry.msgid_plural:
            entry.msgstr_plural = dict(enumerate(said))
        else:
            entry.msgstr = said
        entry.tcomment = mark

    def save(self) -> None:
        """Both files; the second holds what is translated."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.entries.save(str(self.path))
        self.path.with_suffix(".mo").write_bytes(self.compiled())

    def compiled(self) -> bytes:
        """What the file for programs holds, if it is in step."""
        return self.entries.to_binary()

    @property
    def drafts(self) -> list[polib.POEntry]:
        """What nobody has reviewed."""
        return [one for one in self.entries if DRAFTED in one.tcomment]
