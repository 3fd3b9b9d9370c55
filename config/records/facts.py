"""Facts: parts of a record that fewer people may read than the rest, and who reads which.

`shown_to` is to a fact what `visible_to` is to a record: the one rule that cells, filters, hints,
pages and the admin ask. It speaks of records that the reader sees already, so that the strictest of
record, what the record is seen through, and fact decides. What else may close a fact for somebody,
such as a consent that is missing, enters here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import CharField, CheckConstraint, Model, Q

from config.records.choices import Secrecy


@dataclass(frozen=True)
class Fact:
    """One fact: its fields, and who reads it unless a record says stricter.

    roughly: what everybody else who sees the record is told instead, in words; "" is nothing.
    rough_path: for a link, where the rougher record is that is named in place of the exact one.
    A record that is stricter than the fact's own level tells the others nothing, not even roughly.
    """

    name: str
    level: Secrecy
    fields: tuple[str, ...]
    roughly: str = ""
    rough_path: str = ""

    @property
    def column(self) -> str:
        """The field in which each record says who reads it."""
        return f"{self.name}_secrecy"

    @property
    def levels(self) -> tuple[Secrecy, ...]:
        """What a record may say: the fact's own level, or a stricter one."""
        return tuple(Secrecy)[tuple(Secrecy).index(self.level) :]

    def field(self) -> CharField:
        rest = f"; anybody else: {self.roughly}" if self.roughly else ""
        return CharField(
            f"who reads the {self.name}",
            max_length=12,
            choices=[(one.value, one.label) for one in self.levels],
            default=self.level,
            help_text=f"Only staff read this. Left as it is, {self.level.label}{rest}. Anything "
            "stricter hides it from everybody else.",
        )

    def constraint(self, model: str) -> CheckConstraint:
        return CheckConstraint(
            name=f"{model}_{self.column}",
            condition=Q(**{f"{self.column}__in": [one.value for one in self.levels]}),
            violation_error_message=f"Who reads the {self.name} can only be made stricter.",
        )

    def said(self, levels: tuple[str, ...], *, roughly: bool = False) -> tuple[str, ...]:
        """Of what a record may say, that which lets these levels read it whole or roughly."""
        rough = {self.level} if self.roughly and roughly else set()
        return tuple(one for one in self.levels if one in {*levels, *rough})


def fact_of(model: type[Model], field: str) -> Fact | None:
    """The fact that a field belongs to, if any."""
    return next((one for one in getattr(model, "FACTS", ()) if field in one.fields), None)


def fact_named(model: type[Model], name: str) -> Fact:
    return next(one for one in model.FACTS if one.name == name)


def closed(model: type[Model], levels: Iterable[str], *rows: Mapping[str, str]) -> set[str]:
    """The fields of the facts that these levels do not read in every one of these rows.

    rows: what rows of this kind, or versions of them, say of who reads which fact.
    """
    shut = (
        fact
        for fact in getattr(model, "FACTS", ())
        if any(row.get(fact.column, fact.level) not in levels for row in rows)
    )
    return {name for fact in shut for name in fact.fields}
