"""Rows on their way into a table, in the form that PostgreSQL's COPY reads."""

from functools import lru_cache
from itertools import count

from django.db import models

from cases.synthetic.ids import Ids
from config.records import text
from config.records.models import Record

NULL = "\\N"
# The columns that every record has; a `Signature` fills them in one piece.
SIGNED = (
    "state",
    "secrecy",
    "entered_by_id",
    "entered_at",
    "submitted_by_id",
    "submitted_at",
    "published_by_id",
    "published_at",
    "updated_at",
    "staff_note",
)
_OWN = ("id", "public_id")


def dated(*names: str) -> tuple[str, ...]:
    """The columns of partial dates; `Told.columns` fills those of one."""
    parts = ("written", "edtf", "earliest", "latest", "basis")
    return tuple(f"{name}_{part}" for name in names for part in parts)


def literal(value) -> str:
    """A value as COPY reads it. Our texts hold no tab and no backslash; our lists are of words."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "t" if value else "f"
    return f"{{{','.join(value)}}}" if isinstance(value, list) else str(value)


@lru_cache(maxsize=1000)
def word_keys(told: str) -> str:
    """The folded words of a text as COPY reads an array: what a case is found by."""
    return f"{{{','.join(text.words(told))}}}"


def place_key(name: str) -> str:
    """The folded name as COPY reads an array: what a place is found by."""
    return f'{{"{text.fold(name)}"}}'


class Sheet:
    """One table's rows: the columns named are given for each row, the others are as by default."""

    def __init__(self, model: type[models.Model], seed: int, *given: str):
        is_record = issubclass(model, Record)
        given = ((*SIGNED, *given)) if is_record else given
        columns = {field.attname: field for field in model._meta.concrete_fields}
        others = [name for name in columns if name not in (*_OWN, *given)]
        names = [columns[name].column for name in (*_OWN, *given, *others)]
        self.model = model
        self.copy = "COPY {} ({}) FROM STDIN".format(
            model._meta.db_table, ", ".join(f'"{name}"' for name in names)
        )
        defaults = [literal(columns[name].get_default()) for name in others]
        self.rest = "".join(f"\t{default}" for default in defaults) + "\n"
        self.ids = Ids(model.ID_PREFIX if is_record else "K", seed)
        self.numbers = count(1)
        self.rows: list[str] = []
        self.written = 0

    def reserve(self) -> int:
        """The primary key of a row that will be added."""
        return next(self.numbers)

    def add(self, key: int, *values) -> int:
        given = "\t".join(map(str, values))
        self.rows.append(f"{key}\t{self.ids(key)}\t{given}{self.rest}")
        self.written += 1
        return key

    def take(self) -> bytes:
        """What has been added since the last time."""
        rows, self.rows = self.rows, []
        return "".join(rows).encode()
