"""Lists that stay quick in a large register: bounded counts, years without looking at every row."""

from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.paginator import Paginator
from django.utils.dates import MONTHS
from django.utils.functional import cached_property

from config.records.text import one_line

COUNTED = 10_000
LONGEST_SEARCH = 200
DateLink = tuple[str, str, bool]  # label, address, chosen or not


class BoundedPaginator(Paginator):
    """Counts no further than one more than COUNTED; who needs a later page narrows the list."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[: COUNTED + 1].count()


class RecordChangeList(ChangeList):
    """Years and months to narrow a list by, from its first to its last day and nothing between.

    Django's own date hierarchy reads every row of the list to leave out the empty years.
    """

    def get_queryset(self, request, exclude_parameters=None):
        """As a search ranks what it finds, unless another order is asked for."""
        found = super().get_queryset(request, exclude_parameters)
        if self.params.get(ORDER_VAR):
            return found.order_by(*self.get_ordering(request, self.root_queryset))
        return found

    def get_filters(self, request):
        try:
            return super().get_filters(request)
        except DisallowedModelAdminLookup as error:  # asked for in the address alone
            raise IncorrectLookupParameters(error) from error
        except (ValueError, OverflowError) as error:  # the year 9999 has no next
            raise IncorrectLookupParameters(error) from error

    @property
    def is_cut_short(self) -> bool:
        return self.result_count > COUNTED

    def date_links(self) -> list[DateLink]:
        if not self.date_hierarchy:
            return []
        year = str(self.filter_params.get(self._lookup("year"), [""])[0])
        return self._months(year) if year.isdecimal() else self._years()

    def _years(self) -> list[DateLink]:
        known = self.root_queryset.filter(**{f"{self.date_hierarchy}__isnull": False})
        days = known.order_by(self.date_hierarchy).values_list(self.date_hierarchy, flat=True)
        first, last = days.first(), days.last()
        years = range(first.year, last.year + 1) if first else ()
        return [(str(year), self._address({"year": year}), False) for year in years]

    def _months(self, year: str) -> list[DateLink]:
        chosen = str(self.filter_params.get(self._lookup("month"), [""])[0])
        months = [
            (str(name), self._address({"year": year, "month": number}), str(number) == chosen)
            for number, name in MONTHS.items()
        ]
        return [("all years", self._address({}), False), (year, "", not chosen), *months]

    def _address(self, chosen: dict) -> str:
        narrowed = {self._lookup(part): value for part, value in chosen.items()}
        return self.get_query_string(narrowed, [f"{self.date_hierarchy}__"])

    def _lookup(self, part: str) -> str:
        return f"{self.date_hierarchy}__{part}"


def tidied(search: str) -> str:
    """What was typed into a search box, without what no database can look for."""
    return one_line(search)[:LONGEST_SEARCH]
