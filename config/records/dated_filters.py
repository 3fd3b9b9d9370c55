"""Filters by one partial date: from a day, to a day, possibly or certainly."""

from django.db.models import Q, QuerySet

from config.records.filters import RecordFilter
from config.records.values import Day, StrictBoolean


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
