"""A ledger of changed rows: which columns, from what to what, so that it can all be undone."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from config.records.cipher_fields import Secret
from config.records.history import kept_columns


@dataclass
class Entry:
    """One row that a merge changed or set aside.

    what: moved, set aside, completed (by what was set aside), kept or absorbed (the two people).
    columns: each as [before, after], in the form that JSON has for it.
    twin: of a row that was set aside, the key of the one that says the same.
    print: what the row said right after the merge, to tell whether it was edited since.
    """

    model: str
    key: int
    id: str
    what: str
    columns: dict[str, list] = field(default_factory=dict)
    twin: int | None = None
    print: str = ""

    @property
    def place(self) -> tuple[str, int]:
        return self.model, self.key

    @property
    def stored(self) -> models.Model | None:
        """The row as it is now; None if somebody has deleted it."""
        return apps.get_model(self.model)._base_manager.filter(pk=self.key).first()

    @property
    def row(self) -> models.Model | None:
        """The row as it is now, locked; None if somebody has deleted it."""
        rows = apps.get_model(self.model)._base_manager.select_for_update(of=("self",))
        return rows.filter(pk=self.key).first()

    def before(self, column: str) -> Any:
        return self._value(column, 0)

    def after(self, column: str) -> Any:
        return self._value(column, 1)

    def _value(self, column: str, side: int) -> Any:
        return (
            apps.get_model(self.model)._meta.get_field(column).to_python(self.columns[column][side])
        )


class Ledger:
    """Writes rows and remembers what they were."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, int], Entry] = {}

    def write(self, row: models.Model, what: str, twin: int | None = None, **columns: Any) -> None:
        """Change columns of a row, named as the database names them: person_id."""
        changed = {name: v for name, v in columns.items() if getattr(row, name) != v}
        entry = Entry(row._meta.label, row.pk, str(row), what, twin=twin)
        entry = self.entries.setdefault(entry.place, entry)
        entry.what, entry.twin = what, entry.twin or twin
        for name, value in changed.items():
            first = entry.columns.get(name, [plain(getattr(row, name))])[0]
            entry.columns[name] = [first, plain(value)]
        put(row, changed)

    def closed(self) -> list[dict]:
        """Every entry as it is stored, with what its row says now."""
        for entry in self.entries.values():
            entry.print = fingerprint(entry.row)
        return [asdict(entry) for entry in self.entries.values()]


def put(row: models.Model, columns: dict[str, Any]) -> None:
    """Write some columns and nothing else, in the database and in the row at hand."""
    if columns:
        type(row)._base_manager.filter(pk=row.pk).update(**columns)
    for name, value in columns.items():
        setattr(row, name, value)


def entries(stored: list[dict]) -> list[Entry]:
    return [Entry(**one) for one in stored]


def plain(value: Any) -> Any:
    """A value as JSON holds it, to the last microsecond; of a secret the cipher alone."""
    if isinstance(value, Secret):
        return value.token
    return value.isoformat() if hasattr(value, "isoformat") else value


def fingerprint(row: models.Model) -> str:
    """What a row says, without what follows from other rows, in 64 letters."""
    said = {name: plain(getattr(row, name)) for name in kept_columns(row) if name != "updated_at"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()
