"""One record out of two that mean the same: which values stay, who may see it, who reviewed it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from config.records.choices import Secrecy, State
from config.records.models import Record
from people.choices import Ground, NameDisplay
from people.decisions import BOTH, FIELDS, STAFF_ONLY, TOGETHER, FieldRule
from people.models import Person, Place
from people.models.told import SAID

# From the most open to the most closed.
STRICTNESS = {
    "secrecy": list(Secrecy),
    "name_display": list(NameDisplay),
    **{name: list(Secrecy) for name in SAID},
    "noindex": [False, True],
    "ground": list(Ground),
}
SIGNATURES = ("submitted_by_id", "submitted_at", "published_by_id", "published_at")
UNSIGNED = dict.fromkeys(SIGNATURES)
BOTH_KEPT = "both"


def is_published(record: Record) -> bool:
    return record.state == State.PUBLISHED


def leads(kept: Record, other: Record) -> bool:
    """Whether readers know the other and not the one that stays: then its public values count."""
    return is_published(other) and not is_published(kept)


def are_alike(kept: Record, other: Record) -> bool:
    """Both are reviewed or neither is, so that each may complete the other."""
    return is_published(other) == is_published(kept)


def stricter(name: str, kept: Record, other: Record) -> Any:
    """The more closed of two words; of two embargoes the longer."""
    said = [getattr(kept, name), getattr(other, name)]
    if name in STRICTNESS:
        return max(said, key=STRICTNESS[name].index)
    return max((one for one in said if one), default=None)


def row(kept: Record, other: Record, said: Iterable[str]) -> dict[str, Any]:
    """What changes in a row that stays, of two that say the same, such as one spelling twice.

    Where the stricter secrecy forbids that it is published, it becomes a draft.
    """
    columns = {}
    for name in (kept._meta.get_field(one).attname for one in said):
        mine, theirs = getattr(kept, name), getattr(other, name)
        fills = are_alike(kept, other) and _is_empty(mine)
        if mine != theirs and (leads(kept, other) or fills):
            columns[name] = theirs
    columns |= review(kept, other, changed=bool(columns)) | _secrecy(kept, other)
    secrecy = columns.get("secrecy", kept.secrecy)
    if secrecy in (Secrecy.STAFF, Secrecy.SEALED):
        columns |= {"state": State.DRAFT, **UNSIGNED}
    return columns


def review(kept: Record, other: Record, *, changed: bool) -> dict[str, Any]:
    """State and signatures: whoever reviewed the one that readers know has reviewed the result."""
    states = {kept.state, other.state}
    if states == {State.PUBLISHED, State.WITHDRAWN}:
        published = kept if is_published(kept) else other
        raise ValidationError(
            f"{published} is published, and what would become one with it is withdrawn. Reopen or "
            "withdraw one of them first: whether readers see it has to be decided."
        )
    taken = {name: getattr(other, name) for name in ("state", *SIGNATURES)}
    if leads(kept, other) or (other.state == State.WITHDRAWN and kept.state != State.WITHDRAWN):
        return taken
    if kept.state == State.SUBMITTED and changed:
        return {"state": State.DRAFT, **UNSIGNED}
    return {}


def _secrecy(kept: Record, other: Record) -> dict[str, str]:
    strict = {name: stricter(name, kept, other) for name in ("secrecy", "embargoed_until")}
    return {name: value for name, value in strict.items() if value != getattr(kept, name)}


def _is_empty(value: Any) -> bool:
    return value in (None, "", [])


@dataclass(frozen=True)
class Line:
    """One field of two people: what each says, by which rule, what stays, what may be chosen.

    columns: what changes in the row that stays. displaced: what the absorbed or the kept one said
    and the result does not. is_open: nobody has chosen yet between the two.
    """

    name: str
    label: str
    rule: FieldRule
    kept: str
    other: str
    columns: dict[str, Any] = field(default_factory=dict)
    displaced: str = ""
    options: tuple[tuple[str, str], ...] = ()
    is_open: bool = False

    @property
    def becomes(self) -> str:
        """What becomes of it, in a few words for the page."""
        if self.displaced:
            return f"{self.displaced} That goes into the staff note."
        if self.rule != FieldRule.CHOSEN:
            return str(self.rule.definition)
        if self.columns:
            return "Taken over from the newer entry."
        return "Stays." if self.kept else "Nobody says it."


def person(kept: Person, other: Person, choices: dict[str, str]) -> list[Line]:
    """Every field that somebody decides on, in the order of the table."""
    lines = [_line(kept, other, name, names, choices) for name, names in groups()]
    changed = any(line.columns for line in lines)
    columns = review(kept, other, changed=changed)
    lines.append(_simple(kept, other, "state", FieldRule.REVIEW, columns))
    note = _note(kept, other, [line.displaced for line in lines if line.displaced])
    lines.append(_simple(kept, other, "staff_note", FieldRule.JOINED, note))
    _require_publishable(kept, other, lines)
    return lines


def groups() -> list[tuple[str, tuple[str, ...]]]:
    """The fields with a rule of their own, the columns of a date as one."""
    parts = {part for names in TOGETHER.values() for part in names}
    wanted = (FieldRule.CHOSEN, FieldRule.STRICTER)
    single = [(n, (n,)) for n, rule in FIELDS.items() if rule in wanted and n not in parts]
    return [*single, *TOGETHER.items()]


def _line(kept, other, name: str, names: tuple[str, ...], choices: dict[str, str]) -> Line:
    if FIELDS[names[0]] == FieldRule.STRICTER:
        strict = stricter(name, kept, other)
        columns = {} if strict == getattr(kept, name) else {name: strict}
        return _simple(kept, other, name, FieldRule.STRICTER, columns)
    told = {"kept": _told(kept, names[0]), "other": _told(other, names[0])}
    line = {"name": name, "label": _label(names[0]), "rule": FieldRule.CHOSEN, **told}
    mine, theirs = _columns(kept, names), _columns(other, names)
    if mine == theirs or not any(theirs.values()):
        taken = {"columns": theirs} if _yields(kept, other, name) and mine != theirs else {}
        return Line(**line, **taken, displaced=_displaced(kept, names) if taken else "")
    if _yields(kept, other, name):
        return Line(**line, columns=theirs, displaced=_displaced(kept, names))
    if not are_alike(kept, other) and name not in STAFF_ONLY:
        return Line(**line, displaced=_displaced(other, names))
    if not any(mine.values()):
        return Line(**line, columns=theirs)
    return _chosen(kept, other, names, line, choices.get(name, ""))


def _yields(kept: Person, other: Person, name: str) -> bool:
    return leads(kept, other) and name not in STAFF_ONLY


def _chosen(kept, other, names: tuple[str, ...], line: dict, choice: str) -> Line:
    """Both say something, and not the same."""
    options = ((kept.public_id, line["kept"]), (other.public_id, line["other"]))
    if line["name"] in BOTH:
        options += ((BOTH_KEPT, "both, one after the other"),)
    if choice not in dict(options):
        return Line(**line, options=options, is_open=True)
    if choice == BOTH_KEPT:
        joined = f"{getattr(kept, names[0])}\n\n{getattr(other, names[0])}"
        return Line(**line, columns={names[0]: joined}, options=options)
    if choice == kept.public_id:
        return Line(**line, options=options, displaced=_displaced(other, names))
    columns, displaced = _columns(other, names), _displaced(kept, names)
    return Line(**line, columns=columns, options=options, displaced=displaced)


def _simple(kept, other, name: str, rule: FieldRule, columns: dict) -> Line:
    return Line(name, _label(name), rule, _told(kept, name), _told(other, name), columns)


def _columns(record: Person, names: tuple[str, ...]) -> dict[str, Any]:
    attributes = (record._meta.get_field(name).attname for name in names)
    return {name: getattr(record, name) for name in attributes}


def _label(name: str) -> str:
    return str(Person._meta.get_field(name).verbose_name)


def _told(record: Person, name: str) -> str:
    """A value for staff; a sealed place is not named in passing."""
    display = getattr(record, f"get_{name}_display", None)
    value = display() if display else getattr(record, name)
    if isinstance(value, Place) and value.secrecy != Secrecy.SEALED:
        return f"{value.name} ({value})"
    return "" if value is None else str(value)


def _displaced(record: Person, names: tuple[str, ...]) -> str:
    told = _told(record, names[0])
    return f"{record} had {_label(names[0])}: {told}." if told else ""


def _note(kept: Person, other: Person, displaced: list[str]) -> dict[str, str]:
    """Nothing that somebody entered is out of sight: what gives way stands in the note."""
    parts = [kept.staff_note, other.staff_note, *displaced]
    note = "\n".join(part for part in parts if part)
    return {} if note == kept.staff_note else {"staff_note": note}


def _require_publishable(kept: Person, other: Person, lines: list[Line]) -> None:
    columns = {name: value for line in lines for name, value in line.columns.items()}
    is_public = columns.get("state", kept.state) == State.PUBLISHED
    if is_public and columns.get("secrecy", kept.secrecy) in (Secrecy.STAFF, Secrecy.SEALED):
        published, secret = (kept, other) if is_published(kept) else (other, kept)
        raise ValidationError(
            f"{published} is published and {secret} is {secret.get_secrecy_display()}. Reopen "
            f"{published} first, and readers no longer see it; or open the secrecy of {secret}."
        )
