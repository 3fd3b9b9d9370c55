"""Filters: one set per kind of record, read by page, API and download alike.

Strict: an unknown parameter or a bad value is an error and never the full list. Told in words:
every filter in use becomes a chip that says what it does and how to drop it.
"""

from dataclasses import dataclass

import django_filters
from django.db.models import Count, Model, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from config.records.columns import Column
from config.records.values import LONGEST, BoundedText, Day, Moment, StrictBoolean

# What a list understands besides its filters.
RESERVED = ("page", "page_size", "format", "columns")


@dataclass(frozen=True)
class Chip:
    """One filter in use: 'status: released', and the query string without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True)
class Option:
    """One value that a filter may take, how many records have it, and the query string with it."""

    value: str
    label: str
    count: int
    chosen: bool
    query: str


def _tell(one: django_filters.Filter, name: str) -> None:
    """Let a filter speak the language at hand; one that is shared is told once."""
    if isinstance(one.label or "", str):
        one.label = pgettext_lazy("filter", one.label or name.replace("_", " "))
    about = one.extra.get("help_text")
    if about and isinstance(about, str):
        one.extra["help_text"] = gettext_lazy(about)


def filled_in(data: QueryDict) -> QueryDict:
    """The question without the page and without the boxes that a form sends empty."""
    kept = QueryDict(mutable=True)
    for name, values in data.lists():
        if name != "page" and any(values):
            kept.setlist(name, [value for value in values if value])
    return kept


class RecordFilter(django_filters.FilterSet):
    """The base of all filters. `FACETS` are shown with counts; `ORDERS` maps a name to columns.

    `TOLD` are columns that rows have only in answer to a search; `told` fills them in.
    """

    FACETS: tuple[str, ...] = ()
    ORDERS: dict[str, tuple[str, tuple[str, ...]]] = {}
    OF_ITSELF = "last entered first"
    TOLD: tuple[Column, ...] = ()
    CHANGED = "updated_at"

    q = BoundedText(method="search", label="words or a name", help_text="Any order, any accents.")
    updated_since = Moment(
        method="changed", label="changed since", help_text="A day, or an ISO 8601 time in UTC."
    )

    class Meta:
        fields = []

    @classmethod
    def get_filters(cls):
        """`from_` in Python is `from` in an address; every list can be ordered.

        Labels and helps are declared in English and told in the language at hand.
        """
        filters = {name.rstrip("_"): one for name, one in super().get_filters().items()}
        for name, one in filters.items():
            _tell(one, name)
        choices = [(name, gettext_lazy(label)) for name, (label, _) in cls.ORDERS.items()]
        filters["order"] = django_filters.ChoiceFilter(
            method="sort",
            choices=choices,
            empty_label=gettext_lazy(cls.OF_ITSELF),
            label=pgettext_lazy("filter", "order"),
            help_text=gettext_lazy("A minus turns it round."),
        )
        return filters

    @property
    def user(self):
        return getattr(self.request, "user", None)

    @property
    def errors(self) -> dict[str, list[str]]:
        """What is wrong with the question, by parameter; empty if it can be answered."""
        known = {*self.filters, *RESERVED}
        told = gettext("There is no such filter. Filters: %(names)s.")
        told %= {"names": ", ".join(self.filters)}
        unknown = {name[:LONGEST]: [told] for name in self.data if name not in known}
        return unknown | {name: list(found) for name, found in self.form.errors.items()}

    def is_valid(self) -> bool:
        return not self.errors

    def search(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        raise NotImplementedError(f"{type(self).__name__} does not say how to search.")

    def told(self) -> tuple[Column, ...]:
        """The columns in which each row tells how it answers this question."""
        return ()

    def match_of(self, record: Model):
        """How a record answers a search, where it was ranked by one."""
        return None

    def changed(self, queryset: QuerySet, name: str, value) -> QuerySet:
        return queryset.filter(**{f"{self.CHANGED}__gte": value})

    def sort(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.order_by(*self.ORDERS[value][1])

    # Told in words

    def chips(self) -> list[Chip]:
        """The filters in use, in words."""
        return [
            Chip(
                str(self.filters[name].label or name),
                self._said(name, value),
                self._without(name, value),
            )
            for name in self.data
            if name in self.filters and name != "order"
            for value in self._values(name)
        ]

    def facets(self) -> dict[str, list[Option]]:
        """For each facet its values with counts, every other filter applied and its own not."""
        return {name: self._options(name) for name in self.FACETS}

    def _options(self, name: str) -> list[Option]:
        chosen = self._values(name)
        counts = dict(self._counts(name))
        labels = dict(self.filters[name].extra["choices"])
        return [
            Option(value, label, counts.get(value, 0), value in chosen, self._with(name, value))
            for value, label in labels.items()
            if value in counts or value in chosen
        ]

    def _counts(self, name: str):
        """Pairs of value and number of records."""
        found = self._filtered_but(name)
        field = self.filters[name].field_name
        return found.order_by().values_list(field).annotate(count=Count("pk", distinct=True))

    def _filtered_but(self, left_out: str) -> QuerySet:
        found = self.queryset.all()
        for name, value in self.form.cleaned_data.items():
            if name not in (left_out, "order"):
                found = self.filters[name].filter(found, value)
        return found

    def _values(self, name: str) -> list[str]:
        values = self.data.getlist(name) if hasattr(self.data, "getlist") else [self.data.get(name)]
        return [value for value in values if value]

    def _said(self, name: str, value: str) -> str:
        return str(dict(self.filters[name].extra.get("choices", ())).get(value, value))[:LONGEST]

    def _query(self, name: str, values: list[str]) -> str:
        data = filled_in(self.data)
        data.setlist(name, values)
        return data.urlencode()

    def _without(self, name: str, value: str) -> str:
        return self._query(name, [other for other in self._values(name) if other != value])

    def _with(self, name: str, value: str) -> str:
        """The query string with this value switched: added, or taken away if chosen."""
        chosen = self._values(name)
        rest = [other for other in chosen if other != value]
        return self._query(name, rest if value in chosen else [*chosen, value])


class DatedFilter(RecordFilter):
    """Adds from, to and certainly, over one partial date. `DATE` is its path."""

    DATE = "occurred"

    from_ = Day(method="after", label="from", help_text="A day, month or year.")
    to_ = Day(method="before", label="to", help_text="A day, month or year.")
    certainly = StrictBoolean(
        method="keep",
        label="certainly",
        help_text="Only what is certainly in this time; otherwise whatever may be.",
    )

    @property
    def is_certain(self) -> bool:
        return bool(self.form.cleaned_data.get("certainly"))

    def keep(self, queryset: QuerySet, name: str, value) -> QuerySet:
        """Alone it asks for nothing; it changes what from and to mean."""
        return queryset

    def after(self, queryset: QuerySet, name: str, value) -> QuerySet:
        return queryset.filter(
            self._bound(f"{self.DATE}_earliest__gte", f"{self.DATE}_latest__gte", value[0])
        )

    def before(self, queryset: QuerySet, name: str, value) -> QuerySet:
        return queryset.filter(
            self._bound(f"{self.DATE}_latest__lte", f"{self.DATE}_earliest__lte", value[1])
        )

    def _bound(self, inside: str, overlapping: str, day) -> Q:
        """Certainly: the date's own bound is inside. Possibly: nothing known excludes it."""
        if self.is_certain:
            vague = Q(**{f"{self.DATE}_edtf__regex": "[~?%]"})
            return Q(**{inside: day}) & self._both_known() & ~vague
        written = ~Q(**{f"{self.DATE}_edtf": ""}) & Q(**{f"{self.DATE}_edtf__isnull": False})
        column = overlapping.rsplit("__", 1)[0]
        return written & (Q(**{overlapping: day}) | Q(**{f"{column}__isnull": True}))

    def _both_known(self) -> Q:
        names = (f"{self.DATE}_earliest__isnull", f"{self.DATE}_latest__isnull")
        return Q(**dict.fromkeys(names, False))
