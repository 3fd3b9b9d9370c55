"""Filters: one set per kind of record, read by page, API and download alike.

Strict: an unknown parameter or a bad value is an error and never the full list. Told in words:
every filter in use becomes a chip that says what it does and how to drop it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import django_filters
from django.db.models import Count, F, Func, Model, QuerySet, TextField
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from django_filters.constants import EMPTY_VALUES

from config.records.columns import Column
from config.records.tallies import NotYet, Plan, Tally, tally_of
from config.records.values import LONGEST, BoundedText, Moment, WordsAmong

# What a list understands besides its filters.
RESERVED = ("page", "after", "before", "page_size", "format", "columns")
PLACES = ("page", "after", "before")
NUMBERED = 10_000  # rows that the database counts off for a page by number; cursors lead further


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
        if name not in PLACES and any(values):
            kept.setlist(name, [value for value in values if value])
    return kept


class RecordFilter(django_filters.FilterSet):
    """The base of all filters. `FACETS` are shown with counts; `ORDERS` maps a name to columns.

    `TOLD` are columns that rows have only in answer to a search; `told` fills them in. `TALLIED`
    are kinds so many that their facets are counted from a tally; others, as many, to `COUNTED_TO`.
    """

    FACETS: tuple[str, ...] = ()
    ORDERS: dict[str, tuple[str, tuple[str, ...]]] = {}
    OF_ITSELF = "last entered first"
    TOLD: tuple[Column, ...] = ()
    CHANGED = "updated_at"
    TALLIED = RANKS = is_early = COUNTED_TO = False

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

    # How many, and which

    @property
    def everything(self) -> QuerySet:
        """All that the reader may see, before anything is asked."""
        return self.queryset.all()

    @property
    def order_in_use(self) -> tuple[str, ...] | None:
        """The columns that rows are ordered by; none where a search ranks them."""
        asked = self.form.cleaned_data
        if asked["order"]:
            return self.ORDERS[asked["order"]][1]
        return None if self.RANKS and asked["q"] else ("-pk",)

    @cached_property
    def count(self) -> int:
        if self.matches is not None:
            return self.matches.bit_count()
        return (self.qs[: self.COUNTED_TO + 1] if self.COUNTED_TO else self.qs).count()

    @cached_property
    def matches(self) -> int | None:
        """The keys of all that answer, where there is a tally of them."""
        return None if self._tally is None else self._keys()

    @cached_property
    def _tally(self) -> Tally | None:
        if not self.TALLIED or self.errors:
            return None
        try:
            return tally_of(self.plan, self.user)
        except NotYet:
            self.is_early = True
            return None

    @property
    def plan(self) -> Plan:
        facets = (self.filters[name] for name in self.FACETS)
        words = ((one.field_name, tuple(dict(one.extra["choices"]))) for one in facets)
        return Plan(self.queryset.model, tuple(words))

    def _keys(self, left_out: str = "") -> int:
        """The keys that answer, by the tally as far as it goes and by the database for the rest."""
        asked, tally = self.form.cleaned_data, self._tally
        found = tally.everything
        for name in self.FACETS:
            if asked[name] and name != left_out:
                found &= tally.with_any(self.filters[name].field_name, asked[name])
        besides = [name for name in asked if name not in self.FACETS and name != "order"]
        if any(asked[name] not in EMPTY_VALUES for name in besides):
            found &= tally.asked(self._question(besides), self._filtered(besides))
        return found

    def _question(self, names: list[str]) -> tuple:
        """What is asked by these filters; what a name means may follow from all of them."""
        names = self.form.cleaned_data if self.form.cleaned_data["q"] else names
        return tuple((name, *self._values(name)) for name in names)

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
        """For each facet its values with counts, every other filter applied and its own not.

        There are none while the tally of a large register is being read.
        """
        names = () if self._tally is None and self.is_early else self.FACETS
        return {name: self._options(name) for name in names}

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
        """Pairs of value and number of records; no filter joins in a way that doubles rows."""
        one = self.filters[name]
        if self._tally is not None:
            found, words = self._keys(left_out=name), dict(one.extra["choices"])
            counted = ((word, self._tally.with_any(one.field_name, [word])) for word in words)
            return [(word, n) for word, keys in counted if (n := (keys & found).bit_count())]
        others = [other for other in self.form.cleaned_data if other not in (name, "order")]
        found = self._filtered(others).order_by()
        if isinstance(one, WordsAmong):
            word = Func(F(one.field_name), function="unnest", output_field=TextField())
            return found.annotate(word=word).values_list("word").annotate(count=Count("pk"))
        return found.values_list(one.field_name).annotate(count=Count("pk"))

    def _filtered(self, names: Iterable[str]) -> QuerySet:
        """What these filters let through."""
        found = self.everything
        for name in names:
            found = self.filters[name].filter(found, self.form.cleaned_data[name])
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
