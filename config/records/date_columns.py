"""A partial date as five columns of a model, and the rules that hold them together."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q

from config.records import dates
from config.records.choices import Basis
from config.records.constraints import in_order

PARTS = ("written", "edtf", "earliest", "latest", "basis")


class DateColumns(property):
    """`occurred = DateColumns("when it happened")` makes occurred_written, _edtf, _earliest,
    _latest and _basis, and `record.occurred`, a `dates.PartialDate`.

    Setting it takes a PartialDate, the words for one, or None. The basis is set on its own.
    It is a property so that Django takes it as an argument: Event(occurred="March 2018").
    """

    def __init__(self, about: str, readers: str = "Public."):
        super().__init__()
        self.about, self.readers = about, readers

    def contribute_to_class(self, model: type[models.Model], name: str) -> None:
        self.name = name
        setattr(model, name, self)
        for part, field in self._fields().items():
            model.add_to_class(f"{name}_{part}", field)

    def _fields(self) -> dict[str, models.Field]:
        about, readers = self.about, self.readers
        return {
            "written": models.CharField(
                f"{about}", max_length=200, blank=True, help_text=f"{readers} As it was written."
            ),
            "edtf": models.CharField(
                f"{about} (EDTF)",
                max_length=140,
                blank=True,
                help_text=f"{readers} Leave empty to have it read from the words.",
            ),
            "earliest": models.DateField(
                f"{about}: not before", null=True, blank=True, help_text=readers
            ),
            "latest": models.DateField(
                f"{about}: not after", null=True, blank=True, help_text=readers
            ),
            "basis": models.CharField(
                f"{about}: basis",
                max_length=20,
                blank=True,
                choices=Basis.choices,
                help_text=f"{readers} How we come to this date.",
            ),
        }

    def __get__(self, record, owner=None):
        if record is None:
            return self
        values = [getattr(record, f"{self.name}_{part}") for part in PARTS[:4]]
        return dates.PartialDate(*values) if values[1] else None

    def __set__(self, record, value: "dates.PartialDate | str | None") -> None:
        if isinstance(value, str):
            value = dates.understand(value)
        parts = (value.written, value.edtf, value.earliest, value.latest) if value else ("", "")
        for part, cell in zip(PARTS[:4], (*parts, None, None), strict=False):
            setattr(record, f"{self.name}_{part}", cell)

    def complete(self, record: models.Model) -> None:
        """Read the words where the EDTF is empty, fill in the bounds, refuse what contradicts.

        Raises ValidationError, keyed by column, with a sentence for the worker.
        """
        written = getattr(record, f"{self.name}_written").strip()
        edtf = getattr(record, f"{self.name}_edtf").strip()
        if not written and not edtf:
            return self._refuse_bounds_alone(record)
        try:
            read = dates.from_edtf(edtf, written or edtf) if edtf else dates.understand(written)
        except dates.DateNotUnderstood as error:
            column = f"{self.name}_edtf" if edtf else f"{self.name}_written"
            raise ValidationError({column: str(error)}) from error
        self._narrow(record, read)
        if not getattr(record, f"{self.name}_basis"):
            setattr(record, f"{self.name}_basis", Basis.STATED)
        return None

    def _narrow(self, record: models.Model, read: "dates.PartialDate") -> None:
        earliest = getattr(record, f"{self.name}_earliest")
        latest = getattr(record, f"{self.name}_latest")
        try:
            setattr(record, self.name, dates.narrow(read, earliest, latest))
        except dates.DateNotUnderstood as error:
            raise ValidationError({f"{self.name}_latest": str(error)}) from error

    def _refuse_bounds_alone(self, record: models.Model) -> None:
        for part in ("earliest", "latest"):
            if getattr(record, f"{self.name}_{part}"):
                message = f"Say first what was written about {self.about}."
                raise ValidationError({f"{self.name}_written": message})
        setattr(record, f"{self.name}_basis", "")


def date_columns(model: type[models.Model]) -> list[DateColumns]:
    """The partial dates of a model, in the order they are declared."""
    found = {}
    for parent in reversed(model.__mro__):
        found |= {n: v for n, v in vars(parent).items() if isinstance(v, DateColumns)}
    return list(found.values())


def date_fields(*names: str) -> list[str]:
    """The column names of partial dates, for lists of fields."""
    return [f"{name}_{part}" for name in names for part in PARTS]


def date_constraints(prefix: str, name: str) -> list[models.BaseConstraint]:
    """Bounds in order; nothing of a date without its words, its EDTF and its basis."""
    nothing = Q(
        **{f"{name}_written": "", f"{name}_edtf": "", f"{name}_basis": ""},
        **{f"{name}_earliest": None, f"{name}_latest": None},
    )
    whole = ~Q(**{f"{name}_written": ""}) & ~Q(**{f"{name}_edtf": ""}) & ~Q(**{f"{name}_basis": ""})
    return [
        in_order(
            f"{prefix}_{name}_in_order",
            f"{name}_earliest",
            f"{name}_latest",
            "The latest possible day comes before the earliest.",
        ),
        CheckConstraint(
            name=f"{prefix}_{name}_whole",
            condition=nothing | whole,
            violation_error_message="A date needs what was written, its EDTF and its basis.",
        ),
    ]
