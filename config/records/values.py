"""What may be asked of a filter: bounded text, yes or no, days, times, words of a list."""

import datetime

import django_filters
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from config.records import dates

LONGEST = 200
YES_OR_NO = [("true", _("yes")), ("false", _("no"))]
TOO_LONG = _(
    "Write at most %(limit_value)d characters; these are %(show_value)d. "
    "A few words find more than a page of them."
)


class BoundedText(django_filters.CharFilter):
    """Text of at most 200 characters, without control characters."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("error_messages", {"max_length": TOO_LONG})
        super().__init__(*args, **kwargs)


class StrictBooleanField(forms.TypedChoiceField):
    def __init__(self, **kwargs):
        words = [("", _("any")), *YES_OR_NO]
        super().__init__(choices=words, coerce=lambda v: v == "true", empty_value=None, **kwargs)

    def to_python(self, value):
        plain = {"1": "true", "yes": "true", "on": "true", "0": "false", "no": "false"}
        value = str(value or "").lower()
        return super().to_python(plain.get(value, value))


class StrictBoolean(django_filters.BooleanFilter):
    """true or false (also 1, 0, yes, no); anything else is an error."""

    field_class = StrictBooleanField


def _refused(error: dates.DateNotUnderstood) -> str:
    """Why a day was not understood; what may be written is told in detail in English alone."""
    if get_language() == settings.LANGUAGE_CODE:
        return str(error)
    return gettext(
        "This date cannot be read. Write a year, a month or a day: 2018, 2018-03 or 2018-03-27."
    )


class DayField(forms.CharField):
    """A day, month or year as people write it; the value is a pair of days."""

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        try:
            read = dates.understand(value)
        except dates.DateNotUnderstood as error:
            raise ValidationError(_refused(error)) from error
        if read.earliest is None and read.latest is None:
            raise ValidationError(gettext("Give a year, a month or a day."))
        return read.earliest or read.latest, read.latest or read.earliest


class Day(django_filters.CharFilter):
    field_class = DayField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)


class MomentField(forms.CharField):
    """A day or an ISO 8601 time; the value is a time in UTC if no zone is given."""

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        try:
            # A plus sign in an address arrives as a space.
            moment = datetime.datetime.fromisoformat(value.replace(" ", "+"))
        except ValueError as error:
            message = gettext("Write the time as 2026-03-27 or 2026-03-27T12:00:00Z.")
            raise ValidationError(message) from error
        return moment if moment.tzinfo else timezone.make_aware(moment, datetime.UTC)


class Moment(django_filters.CharFilter):
    field_class = MomentField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)


class Words(django_filters.MultipleChoiceFilter):
    """One or more words of a list: status=released&status=died, either matches.

    No filter joins in a way that doubles rows, so none are sorted out: that would read all first.
    """

    def __init__(self, words, *args, **kwargs):
        kwargs.setdefault("label", "")
        kwargs.setdefault("distinct", False)
        super().__init__(*args, choices=words.choices, **kwargs)


class WordsAmong(Words):
    """The same, of a column that holds several words: one of them is enough."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, lookup_expr="overlap", **kwargs)

    def filter(self, queryset, value):
        return queryset.filter(**{f"{self.field_name}__overlap": value}) if value else queryset


class Year(django_filters.CharFilter):
    """A year or several as people write them: 1975, 1970s, 1970/1975; a pair of days."""

    field_class = DayField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=LONGEST, **kwargs)
