"""Names of months and of parts of a year, in the language at hand.

After the Unicode CLDR: a month that follows its day may have another form than one that stands
alone (27 марта, but март 2023).
"""

from django.utils.translation import pgettext

from config.records.dates_edtf import MONTHS

# By the numbers of ISO 8601-2.
PARTS = {
    21: "spring %(year)s",
    22: "summer %(year)s",
    23: "autumn %(year)s",
    24: "winter %(year)s",
    25: "northern spring %(year)s",
    26: "northern summer %(year)s",
    27: "northern autumn %(year)s",
    28: "northern winter %(year)s",
    29: "southern spring %(year)s",
    30: "southern summer %(year)s",
    31: "southern autumn %(year)s",
    32: "southern winter %(year)s",
    33: "first quarter of %(year)s",
    34: "second quarter of %(year)s",
    35: "third quarter of %(year)s",
    36: "fourth quarter of %(year)s",
    37: "first third of %(year)s",
    38: "second third of %(year)s",
    39: "last third of %(year)s",
    40: "first half of %(year)s",
    41: "second half of %(year)s",
}
ALONE, OF_DAY, OF_YEAR = "month alone or before a year", "month after a day", "part of a year"


def month_alone(number: str) -> str:
    return pgettext(ALONE, MONTHS[int(number) - 1])


def month_of_day(number: str) -> str:
    return pgettext(OF_DAY, MONTHS[int(number) - 1])


def part_of_year(number: str) -> str:
    """The pattern for a season, quarter, third or half of a year."""
    return pgettext(OF_YEAR, PARTS[int(number)])


def declared() -> list[tuple[str, str]]:
    """Every name with its context, for whoever gathers what is to be translated."""
    months = [(context, month) for context in (ALONE, OF_DAY) for month in MONTHS]
    return [*months, *((OF_YEAR, pattern) for pattern in PARTS.values())]
