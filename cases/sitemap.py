"""The sitemap: what search engines may list, in sections, each of pages of bounded size."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from cases.models import Case, Facility, Source
from people.models import Person

PAGES = ("front", "cases", "people", "facilities", "sources", "data", "codebook", "releases")


class Pages(Sitemap):
    """What stands at the same address whatever the register holds."""

    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


class Records(Sitemap):
    """Pages of one kind of record: those that everybody sees and that ask for nothing else."""

    limit = 5000

    def __init__(self, records: QuerySet, changed: str, *asks: str):
        """`asks`: what the record, or whom it is about, may ask of search engines."""
        self.records, self.changed = records, changed
        self.unasked = dict.fromkeys(asks, False)

    def items(self):
        found = self.records.published().filter(**self.unasked).order_by("pk")
        return found.only("public_id", self.changed)

    def lastmod(self, item):
        return getattr(item, self.changed)

    def get_latest_lastmod(self):
        return self.items().aggregate(last=Max(self.changed))["last"]


SECTIONS: dict[str, Sitemap] = {
    "pages": Pages(),
    "cases": Records(Case.objects, "changed_at", "noindex", "person__noindex"),
    "people": Records(Person.objects, "updated_at", "noindex"),
    "facilities": Records(Facility.objects, "updated_at"),
    "sources": Records(Source.objects, "updated_at"),
}


def pages() -> list[tuple[str, int, datetime | None]]:
    """Every page of every section, with when something in that section last changed."""
    return [
        (name, number, last)
        for name, section in SECTIONS.items()
        for last in [section.get_latest_lastmod()]
        for number in section.paginator.page_range
    ]
