"""Loading an invented register: only where no record is real, in one transaction, by COPY."""

import io
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from random import Random

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from cases.models import Snapshot
from cases.synthetic import accounts, tables
from cases.synthetic.book import MODELS, Book
from cases.synthetic.dossiers import Dossiers
from cases.synthetic.families import Families
from cases.synthetic.fates import Signing
from cases.synthetic.press import Press
from cases.synthetic.world import World
from config.records.history import versions_of
from config.records.models import Record
from config.records.progress import progress
from people.models.rules import AREAS

_PIECE = 4_000  # people whose rows are handed to the database at once


class RegisterInUse(Exception):
    """The register holds records that were not invented here."""


def load(people: int, seed: int) -> dict[str, int]:
    """Fill the register with so many invented people; returns the rows of each table.

    An invented register that is there already makes room. Raises RegisterInUse for any other.
    """
    book, chance = Book(seed), Random(seed)  # noqa: S311 - the same seed, the same register
    with transaction.atomic():
        tables.lock([*_records(), *_versions()])
        refuse()
        _make_room()
        signers = accounts.accounts()
        with tables.stripped(MODELS):
            _write(book, people, signers, chance)
            with connection.cursor() as cursor:
                cursor.execute(AREAS)
    return {sheet.model._meta.verbose_name_plural: sheet.written for sheet in book.sheets}


def refuse() -> None:
    """Raise RegisterInUse if anything here is, or was, anybody's but the invented writer's."""
    if accounts.strangers():
        raise RegisterInUse(
            "There are accounts that an invented register would take for its own: "
            + ", ".join(accounts.strangers())
            + "."
        )
    for model in [*_records(), *_versions()]:
        signed = "kept_by" if model is Snapshot else "entered_by"
        if model.objects.exclude(**{f"{signed}__username": accounts.WRITER}).exists():
            raise RegisterInUse(
                "This register holds records that were not invented; "
                "an invented register is for an empty database only."
            )


def _records() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, Record)] + [Snapshot]


def _versions() -> list[type[models.Model]]:
    return [versions_of(model) for model in _records() if hasattr(model, "versions")]


def _make_room() -> None:
    if any(model.objects.exists() for model in _records()):
        tables.empty([*_records(), *_versions()])


def _write(book: Book, people: int, signers: tuple[int, int], chance: Random) -> None:
    """Rows are made in this thread while another hands the piece before to the database."""
    with ThreadPoolExecutor(max_workers=1) as hands, connection.cursor() as cursor:
        copied: Future | None = None
        for number in progress(_told(book, people, signers, chance), people, "people"):
            if number % _PIECE == 0 or number == people:
                if copied:
                    copied.result()
                pieces = [(sheet.copy, sheet.take()) for sheet in book.sheets]
                copied = hands.submit(_copy, cursor, pieces)
        if copied:
            copied.result()
        _copy(cursor, [(sheet.copy, sheet.take()) for sheet in book.sheets])


def _copy(cursor, pieces: list[tuple[str, bytes]]) -> None:
    for statement, rows in pieces:
        with cursor.db.wrap_database_errors:
            cursor.copy_expert(statement, io.BytesIO(rows))


def _told(book: Book, people: int, signers: tuple[int, int], chance: Random) -> Iterator[int]:
    """Tell family after family; the number of each person as soon as everything about them is."""
    today: date = timezone.localdate()
    world = World(book, Signing(signers, chance), chance)
    press = Press(book, world, signers, chance)
    families = Families(book, world, chance)
    dossiers = Dossiers(book, press, chance, today)
    told = 0
    while told < people:
        signing = Signing(signers, chance)
        family = families.draw(people - told, signing)
        dossiers.tell(family, signing)
        for _ in family:
            told += 1
            yield told
    press.close()
