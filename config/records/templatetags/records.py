"""Template tags: dates and names as they are shown, parts of lists, links that keep a question."""

import datetime
from urllib.parse import urlencode

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from config.records import dates, text
from config.records.choices import Basis
from config.records.filters import RecordFilter

register = template.Library()

# What the database shows of a name that is kept from everybody.
NOT_SHOWN = "[withheld]"

# Precisions of dates that begin with a word: before, after, since, unknown start.
OPEN = ("before", "after", "unknown_start", "unknown_end")


# Dates


@register.simple_tag
def when(date: dates.PartialDate | None, otherwise: str = "") -> SafeString | str:
    """A date in words, machine-readable only where one whole day is known."""
    if date is None:
        return otherwise
    if date.is_exact:
        return format_html('<time datetime="{}">{}</time>', date.earliest.isoformat(), date)
    return format_html('<span class="when">{}</span>', date)


@register.simple_tag
def as_of(date: dates.PartialDate) -> SafeString:
    """How old some knowledge is: as of March 2023, last news before March 2021."""
    told = gettext("last news %(date)s") if date.precision in OPEN else gettext("as of %(date)s")
    return format_html(escape(told).replace("%(date)s", "{}"), when(date))


@register.filter
def bounds(date: dates.PartialDate | None) -> str:
    """What else is known of the day, where that is more than the date itself says."""
    if date is None or str(date) != dates.display(date.edtf):
        return ""
    earliest, latest = dates.bounds(date.edtf)
    first = date.earliest if date.earliest != earliest else None
    last = date.latest if date.latest != latest else None
    return dates.display_bounds(first, last) if first or last else ""


@register.filter
def basis(value: str) -> str:
    """How we come to a date, where the source does not state it in full."""
    return Basis(value).definition if value and value != Basis.STATED else ""


@register.filter
def day(value: datetime.date | None) -> str:
    """One day in words, in the language at hand."""
    return dates.display_day(value.date() if hasattr(value, "date") else value) if value else ""


@register.filter
def moment(value: datetime.datetime) -> str:
    """A day and its time in UTC, in words."""
    return dates.moment_in_words(value)


# Names


@register.simple_tag
def bdi(words: str, language: str = "") -> SafeString:
    """A text in its own language and direction, whatever surrounds it."""
    tag, direction = text.language_and_direction(words, language)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', tag, direction, words)


@register.simple_tag
def named(person) -> SafeString:
    """A person's name as it is shown, in the language that the register has for it."""
    if person.name_shown == NOT_SHOWN:
        return bdi(f"[{pgettext('NameDisplay', 'withheld')}]", get_language())
    return spelled(person.name_shown, person)


@register.simple_tag
def spelled(spelling: str, person) -> SafeString:
    """One spelling of a person's name, in the language that the register has for it."""
    names = getattr(person, "seen_names", ())
    languages = (one.language for one in names if one.text == spelling)
    return bdi(spelling, next(languages, ""))


# Lists


@register.inclusion_tag("records/question.html")
def question(filterset: RecordFilter) -> dict:
    """The form of a list: one box, the further questions, and the chosen words kept as they are."""
    form = filterset.form
    apart = ("q", *filterset.FACETS)
    return {
        "box": form["q"],
        "fields": [form[name] for name in form.fields if name not in apart],
        "kept": [(name, value) for name in filterset.FACETS for value in _chosen(filterset, name)],
        "is_open": any(filterset.data.get(name) for name in form.fields if name not in apart),
    }


def _chosen(filterset: RecordFilter, name: str) -> list[str]:
    return [value for value in filterset.data.getlist(name) if value]


@register.simple_tag
def facet_label(filterset: RecordFilter, name: str) -> str:
    return filterset.filters[name].label or name


@register.simple_tag
def to_page(query: str, place: tuple[str, str]) -> str:
    """The query string of another page of the same question."""
    page = "" if place == ("page", "1") else urlencode([place])
    return "?" + "&".join(part for part in (query, page) if part)


@register.filter
def spoken(reason) -> str:
    """A reason, kept in English with the words that it takes, in the language at hand."""
    return gettext(reason.told) % reason.words if reason.words else gettext(reason.told)


@register.filter
def noun(record) -> str:
    """What kind of record it is, for templates that tell several kinds."""
    return record._meta.model_name


@register.filter
def in_a_list(value) -> list:
    return [value]
