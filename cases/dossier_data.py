"""A dossier as data: ids, codes, dates and passages, without a word of any interface language."""

from cases.models import Event, Participation, Snapshot
from cases.passages import Evidence, Passage
from cases.story import Story
from config.records.dates import PartialDate
from people.models import Person

CASE_WORDS = (
    *("title", "summary", "status", "verification", "sentence_months"),
    *("source_count", "origin_count"),
)
EVENT_WORDS = (
    *("kind", "title", "legal_basis", "official_reason", "official_reason_text"),
    *("presumed_reason", "presumed_reason_text", "charge", "sentence_kind", "sentence_months"),
    *("release_kind", "response_kind", "demand", "count_text", "description"),
)
PERSON_WORDS = (
    *("kind", "name_shown", "described_as", "count_text", "sex", "ethnicity", "birth_year"),
    *("occupation_group", "occupation", "biography"),
)
SOURCE_WORDS = ("kind", "title", "url", "archive_url", "author", "language", "reliability", "about")


def told(address: str, story: Story) -> dict:
    """The case and its person; facts, ties and sources come besides."""
    case, as_of = story.case, story.as_of
    return {
        "address": address,
        "id": case.public_id,
        **_words(case, CASE_WORDS),
        "status_as_of": date(as_of.occurred) if as_of else None,
        "facility": _place(story.facility),
        "last_confirmed_by": story.last_confirmed[0] if story.last_confirmed else None,
        "evidence": evidence(story.about_case),
        "person": person(case.person) | {"evidence": evidence(story.about_person)},
    }


def _words(record, names: tuple[str, ...]) -> dict:
    """Those that are filled; a blank is left out."""
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in ("", None)}


def date(day: PartialDate | None) -> dict | None:
    if day is None:
        return None
    first, last = (one.isoformat() if one else None for one in (day.earliest, day.latest))
    return {"written": day.written, "edtf": day.edtf, "earliest": first, "latest": last}


def person(one: Person) -> dict:
    names = [_words(name, ("text", "kind", "script", "language")) for name in one.seen_names]
    places = {name: _place(getattr(one, name)) for name in ("home", "birthplace", "citizenship")}
    return {"id": one.public_id, **_words(one, PERSON_WORDS), "names": names, **places}


def _place(place) -> dict | None:
    return {"id": place.public_id, "name": place.name} if place else None


def passage(one: Passage) -> dict:
    cited = one.citation
    return {
        "source": one.number,
        "citations": list(one.ids),
        "says": list(one.says),
        "stance": cited.stance,
        "kept_copy": cited.snapshot.text_sha256 if cited.snapshot else None,
        "passage_now": cited.trace_outcome,
        "told_by": _who(cited.told_by),
        **_words(cited, ("quote", "page", "timecode", "translation")),
    }


def evidence(found: Evidence) -> dict:
    return {"passages": [passage(one) for one in found.passages], "sources": found.numbers}


def fact(numbered) -> dict:
    event: Event = numbered.entry.event
    return {
        "number": numbered.number,
        "id": event.public_id,
        **_words(event, EVENT_WORDS),
        "occurred": date(event.occurred),
        "ended": date(event.ended),
        "place": _place(event.place),
        "within": _place(event.place.parent) if event.place else None,
        "facility": _place(event.facility),
        "organization": _place(event.organization),
        "parts": [_part(one) for one in event.seen_parts],
        "evidence": evidence(numbered.entry.evidence),
    }


def _part(one: Participation) -> dict:
    return {"person": _who(one.person), "role": one.role}


def _who(one: Person | None) -> dict | None:
    if one is None:
        return None
    return {"id": one.public_id, "name": one.name_shown, **_words(one, ("count_text",))}


def tie(kin) -> dict:
    one = kin.tie
    return {
        "id": one.public_id,
        "person": _who(kin.person),
        "kind": one.kind,
        "of": one.to_person.public_id,
        "stated_as": one.stated_as,
        "deeds": [_deed(part) for part in kin.deeds],
        "evidence": evidence(kin.evidence),
    }


def _deed(part: Participation) -> dict:
    """What a relative did, in an event that may have a page of its own."""
    event = part.event
    told = _words(event, ("kind", "title"))
    return {"event": event.public_id, **told, "role": part.role, "occurred": date(event.occurred)}


def source(full) -> dict:
    one = full.listed.source
    return {
        "number": full.listed.number,
        "id": one.public_id,
        **_words(one, SOURCE_WORDS),
        "publisher": _place(one.publisher),
        "published": date(one.published),
        "is_seen": one.is_seen,
        "rests_on": full.listed.origin,
        "known_through": full.listed.cited_by,
        "copies": [_copy(copy) for copy in full.copies],
    }


def _copy(copy: Snapshot) -> dict:
    return {
        "kept_at": f"{copy.kept_at:%Y-%m-%dT%H:%M:%SZ}",
        "how": copy.how,
        "sha256": copy.sha256,
        "text_sha256": copy.text_sha256,
    }
