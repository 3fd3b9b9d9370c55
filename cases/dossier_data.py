"""A dossier as data: ids, codes, dates and passages, without a word of any interface language."""

from cases.models import Case, Event, Participation, Snapshot
from cases.passages import Evidence, Passage
from config.records.dates import PartialDate
from people.models import Person

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


def told(address: str, case: Case, about_case: Evidence, about_person: Evidence) -> dict:
    """The case and its person; facts, ties and sources come besides."""
    return {
        "address": address,
        "id": case.public_id,
        "title": case.title,
        "summary": case.summary,
        "status": case.status,
        "verification": case.verification,
        "evidence": evidence(about_case),
        "person": person(case.person) | {"evidence": evidence(about_person)},
    }


def _words(record, names: tuple[str, ...]) -> dict:
    """Those that are filled; a blank is left out."""
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _id(record) -> str | None:
    return record.public_id if record else None


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
        "facility": _place(event.facility),
        "organization": _place(event.organization),
        "parts": [_part(one) for one in event.seen_parts],
        "evidence": evidence(numbered.entry.evidence),
    }


def _part(one: Participation) -> dict:
    who = {"id": one.person.public_id, "name": one.person.name_shown}
    return {"person": who, "role": one.role}


def tie(kin) -> dict:
    one = kin.tie
    other = {"id": kin.person.public_id, "name": kin.person.name_shown}
    stated = {"kind": one.kind, "stated_as": one.stated_as, "of": _id(one.to_person)}
    return {"id": one.public_id, "person": other, **stated, "evidence": evidence(kin.evidence)}


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
