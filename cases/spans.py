"""The events of a case as spans of time: when each may have happened, drawn on one scale."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from cases.models import Event
from config.records.drawing import Scale, span


@dataclass(frozen=True)
class Row:
    """One event with its drawing."""

    event: Event
    drawn: SafeString


class Spans:
    """The table of a case's timeline; without a scale where no day at all is known."""

    def __init__(self, events: list[Event]):
        self.events = events

    @cached_property
    def scale(self) -> Scale | None:
        bounds = [
            (event.occurred_earliest, event.occurred_latest, event.ended_latest)
            for event in self.events
        ]
        return Scale.around(day for days in bounds for day in days)

    @cached_property
    def rows(self) -> list[Row]:
        return [Row(event, self._drawn(event)) for event in self.events] if self.scale else []

    def _drawn(self, event: Event) -> SafeString:
        vague = event.occurred is not None and not event.occurred.is_exact
        first, last = event.occurred_earliest, event.occurred_latest
        return span(self.scale, first, last, event.ended_latest, vague)
