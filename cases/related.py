"""Cases that belong with a case, in groups that say why: family, event, place, article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from cases import shown
from cases.models import Case, Citation, Event, Facility, Source

MOST = 8  # of a place or an article there may be thousands: the list of cases has all of them
LOOKED_AT = 200


@dataclass
class Group:
    """Why some cases belong here, the record that joins them, and each case with a word for it."""

    reason: str
    cases: list[tuple[Case, str]]
    event: Event | None = None
    facility: Facility | None = None
    source: Source | None = None
    query: str = ""


@dataclass
class _Found:
    """What joins: primary keys of cases, before they are looked up together."""

    group: Group
    keys: list[tuple[int, str]] = field(default_factory=list)


class Related:
    """Of one case, for one reader; a hidden case, event, tie or citation joins nothing."""

    def __init__(self, story):
        self.story, self.case, self.user = story, story.case, story.user

    def groups(self) -> list[Group]:
        found = [*self._family(), *self._events(), *self._facility(), *self._articles()]
        wanted = {key for one in found for key, _ in one.keys}
        cases = {case.pk: case for case in self._look_up(wanted)}
        for one in found:
            one.group.cases = [(cases[key], word) for key, word in one.keys if key in cases]
        return [one.group for one in found if one.group.cases]

    def _look_up(self, keys: Iterable[int]):
        found = Case.objects.visible_to(self.user).filter(pk__in=keys).order_by("pk")
        return found.select_related("person").prefetch_related(
            shown.names(self.user, "person__names")
        )

    def _family(self) -> list[_Found]:
        words = {one.person.pk: one.word for one in self.story.kin}
        theirs = self._others().filter(person__in=words).order_by("pk")
        keys = theirs.values_list("pk", "person")[:LOOKED_AT] if words else []
        return [_Found(Group("family", []), [(key, words[person]) for key, person in keys])]

    def _events(self) -> list[_Found]:
        """Each case once, by the first event that it shares with this one."""
        return [
            _Found(Group("event", [], event=event), [(part.case_id, "") for part in parts])
            for event, parts in self.story.related
        ]

    def _facility(self) -> list[_Found]:
        facility = self.story.facility
        if facility is None or not facility.is_named:
            return []
        held = self._others().filter(facility=facility).order_by("-pk")
        keys = [(key, "") for key in held.values_list("pk", flat=True)[:MOST]]
        group = Group("facility", [], facility=facility, query=f"facility={facility.public_id}")
        return [_Found(group, keys)]

    def _articles(self) -> list[_Found]:
        """By source, each source in the order of its number."""
        sources = {one.source.pk: one.source for one in self.story.sources}
        of_cases = Q(case__isnull=False) | Q(event__case__isnull=False)
        cited = Citation.objects.visible_of(self.user, "case", "event").filter(of_cases)
        cited = cited.filter(source__in=sources)
        cited = cited.exclude(case=self.case).exclude(event__case=self.case).order_by("pk")
        keys: dict[int, dict[int, str]] = {pk: {} for pk in sources}
        for source, own, through in cited.values_list("source", "case", "event__case")[:LOOKED_AT]:
            keys[source].setdefault(own or through, "")
        return [
            _Found(
                Group("source", [], source=sources[pk], query=f"source={sources[pk].public_id}"),
                list(found.items())[:MOST],
            )
            for pk, found in keys.items()
        ]

    def _others(self):
        return Case.objects.visible_to(self.user).exclude(pk=self.case.pk)
