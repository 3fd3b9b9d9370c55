"""Pages of a list: by number, or onwards from a place that stays while rows come and go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext, gettext_noop, ngettext

from config.records import cursors, keysets
from config.records.filters import NUMBERED, PLACES, RecordFilter

FEW = 2_000  # rows that are looked up by key and then sorted
NO_PLACE = gettext_noop("This place is not one of this list and order. Begin with its first page.")


class NoSuchPage(Exception):
    """The page asked for; `parameter` says which part of the question is wrong, if one is."""

    def __init__(self, message: str, parameter: str = ""):
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True)
class Page:
    """Some rows of a list, how many it has, and what asks for the pages beside this one.

    number: which page it is, where that is known. before, after: a parameter and its value.
    """

    rows: QuerySet
    count: int
    size: int
    number: int | None = None
    before: tuple[str, str] | None = None
    after: tuple[str, str] | None = None

    @property
    def pages(self) -> int:
        return pages_of(self.count, self.size)


def pages_of(count: int, size: int) -> int:
    """How many pages so many rows fill; an empty list has one."""
    return max(1, -(-count // size))


def page_of(filterset: RecordFilter, asked: Mapping[str, str], size: int) -> Page:
    """The page that `page`, `after` or `before` names; the first if none does."""
    places = [name for name in PLACES if asked.get(name)]
    if len(places) > 1:
        raise NoSuchPage(gettext("Ask for a page by one of page, after and before."), places[1])
    name = places[0] if places else "page"
    number = _number(asked["page"]) if asked.get("page") else 1
    place = _place(asked[name], filterset, name) if name != "page" else None
    if filterset.matches is not None and filterset.order_in_use == ("-pk",):
        return _KeyPages(filterset, size).page(name, number, place)
    return _SortedPages(filterset, size).page(name, number, place)


def _number(asked: str) -> int:
    if not (asked.isascii() and asked.isdigit() and int(asked[:12]) >= 1):
        raise NoSuchPage(gettext("A page is a number, from 1."), "page")
    return int(asked[:12])


def _place(cursor: str, filterset: RecordFilter, name: str) -> list[Any]:
    try:
        order, *place = cursors.read(cursor)
    except cursors.NoSuchPlace as error:
        raise NoSuchPage(gettext(NO_PLACE), name) from error
    if order != list(filterset.order_in_use or ()):
        raise NoSuchPage(gettext(NO_PLACE), name)
    return place


class _Pages:
    """What both ways of finding a page share."""

    def __init__(self, filterset: RecordFilter, size: int):
        self.filterset, self.size = filterset, size
        self.order = filterset.order_in_use
        self.count = filterset.count

    def _require(self, number: int) -> None:
        pages = pages_of(self.count, self.size)
        if number > pages:
            told = ngettext(
                "There is only %(number)s page of this list.",
                "There are only %(number)s pages of this list.",
                pages,
            )
            raise NoSuchPage(told % {"number": pages})

    def _cursor(self, place: list[Any]) -> str:
        return cursors.write([list(self.order or ()), *place])


class _KeyPages(_Pages):
    """The last entered first, where it is known which keys answer: any page is as near as any."""

    def page(self, name: str, number: int, place: list[Any] | None) -> Page:
        matches = self.filterset.matches
        if name == "page":
            self._require(number)
            keys = keysets.largest(matches, self.size, (number - 1) * self.size)
        elif name == "after":
            keys = keysets.largest(keysets.below(matches, place[0]), self.size)
        else:
            keys = keysets.smallest(keysets.above(matches, place[0]), self.size)[::-1]
        rows = self.filterset.everything.filter(pk__in=keys).order_by("-pk")
        if not keys:
            return Page(rows, self.count, self.size, number if name == "page" else None)
        earlier = keysets.above(matches, keys[0]).bit_count()
        is_last = earlier + len(keys) >= self.count
        return Page(
            rows,
            self.count,
            self.size,
            earlier // self.size + 1,
            ("before", self._cursor([keys[0]])) if earlier else None,
            None if is_last else ("after", self._cursor([keys[-1]])),
        )


class _SortedPages(_Pages):
    """In any order: the database finds the keys first, and then only their rows are read.

    What a search ranks has no order that outlasts it: its pages go by number.
    """

    def page(self, name: str, number: int, place: list[Any] | None) -> Page:
        if name == "page" and self.count > NUMBERED and number * self.size > NUMBERED:
            last = NUMBERED // self.size
            told = gettext(
                "In this order pages are numbered up to %(last)s. Narrow the list, or go on from "
                "page to page."
            )
            raise NoSuchPage(told % {"last": last})
        if name == "page":
            self._require(number)
        if self.order is None:
            return self._ranked(number)
        found = self._found(name, number, place)
        return self._told(name, number, found)

    def _ranked(self, number: int) -> Page:
        start = (number - 1) * self.size
        rows = self.filterset.qs[start : start + self.size]
        before = ("page", str(number - 1)) if number > 1 else None
        after = ("page", str(number + 1)) if start + self.size < self.count else None
        return Page(rows, self.count, self.size, number, before, after)

    def _found(self, name: str, number: int, place: list[Any] | None) -> list[tuple]:
        """The values that rows are ordered by, of this page and of one row more."""
        fields = [field.lstrip("-") for field in self.order]
        rows = self._rows().order_by(*self.order)
        start = (number - 1) * self.size if name == "page" else 0
        if place is not None:
            rows = rows.filter(beyond(rows.model, self.order, place, is_back=name == "before"))
        if name == "before":
            rows = rows.reverse()
        return list(rows.values_list(*fields)[start : start + self.size + 1])

    def _rows(self) -> QuerySet:
        matches = self.filterset.matches
        if matches is not None and self.count <= FEW:
            return self.filterset.everything.filter(pk__in=keysets.largest(matches, FEW))
        return self.filterset.qs

    def _told(self, name: str, number: int, found: list[tuple]) -> Page:
        is_more, found = len(found) > self.size, found[: self.size]
        if name == "before":
            found.reverse()
        keys = [values[-1] for values in found]
        rows = self.filterset.everything.filter(pk__in=keys).order_by(*self.order)
        begins = is_more if name == "before" else name == "after" or number > 1
        goes_on = name == "before" or is_more
        return Page(
            rows,
            self.count,
            self.size,
            number if name == "page" else None,
            ("before", self._cursor(found[0])) if found and begins else None,
            ("after", self._cursor(found[-1])) if found and goes_on else None,
        )


def beyond(model: type[Model], order: tuple[str, ...], place: list[Any], *, is_back: bool) -> Q:
    """The condition for rows that come after a place, or before it; empty values come as
    PostgreSQL puts them: last in rising order, first in falling."""
    rule = Q(pk__in=[])
    for field, value in reversed(list(zip(order, place, strict=True))):
        name, falls = field.lstrip("-"), field.startswith("-") != is_back
        can_be_empty = _can_be_empty(model, name)
        same = Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
        rule = _further(name, value, falls, can_be_empty) | same & rule
        if value is not None and (falls or not can_be_empty):
            # Said twice, so that an index can begin at the place.
            rule &= Q(**{f"{name}__{'lte' if falls else 'gte'}": value})
    return rule


def _can_be_empty(model: type[Model], path: str) -> bool:
    """Whether the value at the end of a path may be NULL."""
    for step in path.split("__"):
        field = model._meta.pk if step == "pk" else model._meta.get_field(step)
        if field.null:
            return True
        model = field.related_model
    return False


def _further(name: str, value: Any, falls: bool, can_be_empty: bool) -> Q:
    if value is None:
        return Q(**{f"{name}__isnull": False}) if falls else Q(pk__in=[])
    if falls:
        return Q(**{f"{name}__lt": value})
    empty = Q(**{f"{name}__isnull": True}) if can_be_empty else Q(pk__in=[])
    return Q(**{f"{name}__gt": value}) | empty
