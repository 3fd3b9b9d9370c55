"""Records as pages show them: with what they name, and of that only what the reader may see.

`beside_…` are what to prefetch for records that a list or page has already found.
"""

from django.db.models import Case as Where
from django.db.models import Prefetch, Q, QuerySet, When

from cases.depicting import PictureKind
from cases.models import (
    Attachment,
    Case,
    Citation,
    Event,
    Facility,
    Organization,
    Participation,
    Snapshot,
    Source,
)
from cases.models.traces import newest_trace
from people.models import Person, PersonName, Place, Relationship


def one(name: str, model, user) -> Prefetch:
    """A record that another names; None where the reader may not see it."""
    return Prefetch(name, model.objects.visible_to(user).order_by())


def names(user, path: str = "names") -> Prefetch:
    """The spellings that the reader may see, as `seen_names` of each person."""
    return Prefetch(path, PersonName.objects.visible_to(user), to_attr="seen_names")


def place(name: str, user) -> Prefetch:
    """A place that another record names, and the place that it lies in."""
    within = Place.objects.visible_to(user).prefetch_related(one("parent", Place, user)).order_by()
    return Prefetch(name, within)


# Beside a record


def beside_person(user, path: str = "") -> tuple[Prefetch, ...]:
    """Names and places. Hidden places are not named."""
    within = Place.objects.visible_to(user).prefetch_related(one("area", Place, user)).order_by()
    homes = (Prefetch(f"{path}{name}", within) for name in ("home", "birthplace"))
    return names(user, f"{path}names"), *homes, one(f"{path}citizenship", Place, user)


def beside_case(user) -> tuple[Prefetch, ...]:
    """For rows whose person is selected along: a case is seen only with its person."""
    return (
        names(user, "person__names"),
        one("status_as_of", Event, user),
        one("deprived_event", Event, user),
    )


def beside_source(user) -> tuple[Prefetch, ...]:
    return (one("publisher", Organization, user),)


# Rows with what is beside them


def cases(user) -> QuerySet[Case]:
    return (
        Case.objects.visible_to(user).select_related("person").prefetch_related(*beside_case(user))
    )


def cases_of_people(user) -> Prefetch:
    """The cases of listed people, as `seen_cases` of each."""
    found = Case.objects.visible_to(user).order_by("pk")
    return Prefetch("cases", found, to_attr="seen_cases")


def events(user) -> QuerySet[Event]:
    """Events by time, with where, who acted, and who took part."""
    found = Event.objects.visible_to(user).select_related("case__person").by_time()
    return found.prefetch_related(
        place("place", user),
        one("facility", Facility, user),
        one("organization", Organization, user),
        Prefetch("participations", participations(user), to_attr="seen_parts"),
    )


def keys_of_case(case: Case, user) -> QuerySet:
    """Primary keys of a case's events: its own, and those in which its person visibly took part."""
    visible = Event.objects.visible_to(user)
    shared = Participation.objects.visible_to(user).filter(case=case).values("event")
    own = Event.objects.filter(case=case).order_by().values("pk")
    keys = own.union(shared.order_by(), all=True)
    return visible.filter(pk__in=keys).values_list("pk", flat=True)


def participations(user) -> QuerySet[Participation]:
    """Who took part in what; hidden with the event, the person or the case."""
    found = Participation.objects.visible_to(user).select_related("person", "case").order_by("pk")
    return found.prefetch_related(names(user, "person__names"))


def deeds(people: list[int], user) -> QuerySet[Participation]:
    """What these people took part in, by time."""
    parts = Participation.objects.visible_to(user).filter(person__in=people)
    return parts.select_related("event", "case").order_by("event__occurred_latest", "pk")


def ties(person: Person, user) -> QuerySet[Relationship]:
    found = Relationship.objects.visible_to(user).of(person).order_by("pk")
    return found.select_related("from_person", "to_person").prefetch_related(
        names(user, "from_person__names"), names(user, "to_person__names")
    )


def sources(user) -> QuerySet[Source]:
    """Sources with their publishers, what their links answered, and the sources that they rest on
    or come from."""
    published = Source.objects.visible_to(user).select_related("link_check")
    published = published.prefetch_related(*beside_source(user))
    return published.prefetch_related(
        Prefetch("origin", published), Prefetch("cited_by", published)
    )


def pictures(of: Q, user) -> list[Attachment]:
    """Pictures of what a page is about, portraits first; a picture is seen only with its source."""
    found = Attachment.objects.visible_to(user).filter(of).select_related("taken_from")
    return list(found.order_by(Where(When(kind=PictureKind.PORTRAIT, then=0), default=1), "pk"))


def citations(user) -> QuerySet[Citation]:
    """Citations with their sources, the hashes of the kept copies, never the copies' text, and what
    became of the passage in the newest copy."""
    named = Person.objects.visible_to(user).prefetch_related(names(user))
    found = Citation.objects.visible_to(user).prefetch_related(
        Prefetch("source", sources(user)),
        Prefetch("snapshot", Snapshot.objects.defer("text")),
        Prefetch("told_by", named),
    )
    found = found.annotate(
        trace_outcome=newest_trace("outcome"), trace_at=newest_trace("snapshot__kept_at")
    )
    return found.order_by("pk")
