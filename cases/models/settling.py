"""Reading the facts of cases from the database and deriving what follows from them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.apps import apps
from django.db import connection
from django.db.models import F, Q

from cases import timeline, weighing
from config.records.choices import Secrecy, State

# From the most open to the most closed.
LEVELS = list(Secrecy)
EMBARGO = "embargoed_until"


def derive(cases: Iterable, today: date) -> dict[int, dict]:
    """For each case the values of its derived columns, by the case's primary key."""
    cases = list(cases)
    _look_now(cases)
    events = _events(cases)
    citations = _citations(cases)
    return {case.pk: conclude(case, events[case.pk], citations[case.pk], today) for case in cases}


def conclude(case, events: list[dict], citations: list[dict], today: date) -> dict:
    """The derived columns of one case, from rows of EVENT_COLUMNS and CITATION_COLUMNS."""
    opens_at = _opens_at(case, [*events, *citations])
    events = [row for row in events if _tells(case, row)]
    keys = {row["pk"] for row in events}
    citations = [row for row in citations if _counts(case, row, keys)]
    weighed = [_citation_fact(row) for row in citations]
    facts = [_event_fact(row, weighed) for row in events]
    story = timeline.tell([fact for fact in facts if fact], today)
    status_events = {story.status_event, story.status_as_of} - {None}
    acknowledged = timeline.is_acknowledged(fact for fact in facts if fact)
    weight = weighing.weigh(weighed, status_events, acknowledged)
    return {
        "status": story.status,
        "status_event_id": story.status_event,
        "status_as_of_id": story.status_as_of,
        "deprived_event_id": story.deprived_event,
        "released_event_id": story.released_event,
        "died_event_id": story.died_event,
        "sentenced_event_id": story.sentenced_event,
        "facility_id": story.facility,
        "sentence_months": story.sentence_months,
        "sentence_end_earliest": story.sentence_end[0],
        "sentence_end_latest": story.sentence_end[1],
        "verification": weight.verification,
        "source_count": weight.sources,
        "origin_count": weight.origins,
        "citation_count": weight.citations,
        "last_source_id": weight.last_source,
        "kinds": _words(events, "kind"),
        "reasons": _words(events, "official_reason", "presumed_reason"),
        "changed_at": _changed_at(case, events, citations),
        "opens_at": opens_at,
    }


def _words(events: list[dict], *columns: str) -> list[str]:
    """The words that stand in any of these columns of the events, each once."""
    return sorted({row[column] for row in events for column in columns} - {""})


def _look_now(cases: list) -> None:
    """For each case up to when an embargo is of no account: by now it has ended, or with its own.

    By the database's clock, which decides what is seen as well.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        (now,) = cursor.fetchone()
    for case in cases:
        case.looks_until = max(now, case.embargoed_until or now)


def _opens_at(case, rows: list[dict]) -> datetime | None:
    """When the next embargo ends that hides something from readers of the case."""
    ends = [value for row in rows for name, value in row.items() if name.endswith(EMBARGO)]
    return min((one for one in ends if one and one > case.looks_until), default=None)


def _tells(case, row: dict) -> bool:
    """Of a shared event the part of the case's person has to be seen as well."""
    has_part = "part_state" in row
    return is_seen_with(case, row) and (not has_part or is_seen_with(case, row, "part_"))


def is_seen_with(case, row: dict, prefix: str = "") -> bool:
    """Whoever may see the case may see this too; a draft case is derived from its drafts."""
    state, secrecy = row[f"{prefix}state"], row[f"{prefix}secrecy"]
    if state == State.WITHDRAWN or LEVELS.index(secrecy) > LEVELS.index(case.secrecy):
        return False
    embargo = row.get(f"{prefix}{EMBARGO}")
    if embargo and embargo > case.looks_until:
        return False
    return state == State.PUBLISHED or case.state != State.PUBLISHED


def _counts(case, row: dict, events: set[int]) -> bool:
    """A citation counts if its readers see it, its source, and the event that it speaks of."""
    of_seen_event = row["about_event"] is None or row["about_event"] in events
    return of_seen_event and is_seen_with(case, row) and is_seen_with(case, row, "source__")


def _changed_at(case, events: list[dict], citations: list[dict]):
    return max([case.changed_at, case.updated_at, *(r["updated_at"] for r in events + citations)])


EVENT_COLUMNS = (
    "pk",
    "state",
    "secrecy",
    EMBARGO,
    "updated_at",
    "kind",
    "occurred_earliest",
    "occurred_latest",
    "ended_written",
    "facility",
    "sentence_kind",
    "sentence_months",
    "release_kind",
    "response_kind",
    "official_reason",
    "presumed_reason",
)


def _events(cases: list) -> dict[int, list[dict]]:
    """Per case its events, and the shared ones in which its person took part for this case."""
    found = defaultdict(list)
    event = apps.get_model("cases", "Event")
    for row in event.objects.filter(case__in=cases).values(*EVENT_COLUMNS, "case"):
        found[row["case"]].append({**row, "is_subject": True})
    part = apps.get_model("cases", "Participation")
    shared = {name: F(f"event__{name}") for name in EVENT_COLUMNS}
    rows = part.objects.filter(case__in=cases).values(
        "case", "role", **{f"part_{name}": F(name) for name in ("state", "secrecy", EMBARGO)}
    )
    rows = rows.annotate(**{f"e_{name}": value for name, value in shared.items()})
    for row in rows:
        event_row = {name: row[f"e_{name}"] for name in EVENT_COLUMNS}
        event_row |= {name: value for name, value in row.items() if name.startswith("part_")}
        found[row["case"]].append({**event_row, "is_subject": row["role"] == "subject"})
    return found


def _event_fact(row: dict, citations: list) -> timeline.EventFact | None:
    """The fact for the timeline; None where the person was there and nothing was done to them."""
    if not row["is_subject"]:
        return None
    about = [fact for fact in citations if fact.event == row["pk"]]
    return timeline.EventFact(
        key=row["pk"],
        kind=row["kind"],
        earliest=row["occurred_earliest"],
        latest=row["occurred_latest"],
        has_ended=bool(row["ended_written"]),
        facility=row["facility"],
        sentence_kind=row["sentence_kind"],
        sentence_months=row["sentence_months"],
        release_kind=row["release_kind"],
        response_kind=row["response_kind"],
        is_reliable=any(fact.supports and fact.is_reliable for fact in about),
        is_contradicted=any(not fact.supports for fact in about),
    )


CITATION_COLUMNS = (
    "pk",
    "state",
    "secrecy",
    EMBARGO,
    "updated_at",
    "stance",
    "source",
    "source__state",
    "source__secrecy",
    f"source__{EMBARGO}",
    "source__origin",
    "source__kind",
    "source__is_seen",
    "source__reliability",
    "source__published_latest",
    "source__publisher__kind",
)


def _citations(cases: list) -> dict[int, list[dict]]:
    """Per case every citation of it, its events, its participations, its person and names."""
    citation = apps.get_model("cases", "Citation")
    ways = {
        "case": ("case", None),
        "event__case": ("event__case", "event"),
        "event__participations__case": ("event__participations__case", "event"),
        "participation__case": ("participation__case", "participation__event"),
        "person__cases": ("person__cases", None),
        "person_name__person__cases": ("person_name__person__cases", None),
    }
    found: dict[int, dict[int, dict]] = defaultdict(dict)
    for way, (case, event) in ways.items():
        rows = citation.objects.filter(Q(**{f"{way}__in": cases})).values(
            *CITATION_COLUMNS, about_case=F(case), **({"about_event": F(event)} if event else {})
        )
        for row in rows:
            row.setdefault("about_event", None)
            found[row["about_case"]][row["pk"]] = {**row, "is_deciding": case == "case"}
    return defaultdict(list, {case: list(rows.values()) for case, rows in found.items()})


def _citation_fact(row: dict) -> weighing.CitationFact:
    return weighing.CitationFact(
        source=row["source"],
        origin=row["source__origin"] or row["source"],
        stance=row["stance"],
        event=row["about_event"],
        is_deciding=row["is_deciding"],
        source_kind=row["source__kind"],
        is_seen=row["source__is_seen"],
        publisher_kind=row["source__publisher__kind"] or "",
        reliability=row["source__reliability"],
        published=row["source__published_latest"],
    )
