"""Loading the demonstration: entered by one account, published by another, and only once."""

from django.contrib.auth.models import User
from django.db import transaction

from cases.example import companions, facts_citations, facts_events, facts_people, facts_sources
from cases.example.accounts import accounts, strangers
from cases.example.entries import Entry, When, public_id
from cases.models import (
    Case,
    Citation,
    Event,
    Facility,
    Organization,
    Participation,
    Snapshot,
    Source,
)
from cases.models.evidence import settled_once
from config.records import actions
from config.records.history import because
from config.records.models import Record
from config.records.statistics import count_anew
from people.models import Person, PersonName, Place, Relationship

# In this order each record finds those that it names already there.
MODELS = (
    Place,
    Organization,
    Person,
    PersonName,
    Relationship,
    Facility,
    Case,
    Event,
    Participation,
    Source,
    Snapshot,
    Citation,
)
ORDER = {model.__name__: place for place, model in enumerate(MODELS)}
PREFIXES = {model.__name__: getattr(model, "ID_PREFIX", "K") for model in MODELS}

FACTS = [
    *facts_people.ENTRIES,
    *facts_events.ENTRIES,
    *facts_sources.ENTRIES,
    *facts_citations.ENTRIES,
]
MAIN_CASE = public_id("C", "C1")


class RegisterInUse(Exception):
    """The register holds records that are not the demonstration's."""


def load() -> dict:
    """Load the demonstration if the register is empty; tell its main case and new passwords.

    A register that holds it already is left as it is. Raises RegisterInUse for any other.
    """
    if Case.objects.filter(public_id=MAIN_CASE).exists():
        return {"is_new": False, "case": MAIN_CASE, "passwords": {}}
    if any(model.objects.exists() for model in MODELS):
        raise RegisterInUse(
            "This register holds records already; the demonstration is for an empty one only."
        )
    if strangers():
        raise RegisterInUse(
            "The demonstration makes accounts that exist already: " + ", ".join(strangers()) + "."
        )
    with transaction.atomic():
        users, passwords = accounts()
        made = _enter([*FACTS, *companions.ENTRIES], users["contributor"])
        with settled_once():
            _publish(made, users)
    count_anew()  # or the first pages are planned for an empty register
    return {"is_new": True, "case": MAIN_CASE, "passwords": passwords}


def _enter(entries: list[Entry], by: User) -> dict[str, Record]:
    """Many rows a statement; those that others of their kind name go first."""
    made, waiting = {}, []
    with because(by=by, action="enter"), settled_once():
        for entry in sorted(entries, key=lambda entry: ORDER[entry.model]):
            model = MODELS[ORDER[entry.model]]
            named = [made[value] for value in _named(model, entry)]
            if waiting and (type(waiting[0]) is not model or any(one.pk is None for one in named)):
                _save(waiting)
            made[entry.key] = _drafted(model, entry, made, by)
            waiting.append(made[entry.key])
        _save(waiting)
    return made


def _save(waiting: list[Record]) -> None:
    if type(waiting[0]) is Snapshot:
        for snapshot in waiting:
            snapshot.save()
    else:
        type(waiting[0]).objects.bulk_create(waiting)
    waiting.clear()


def _named(model: type[Record], entry: Entry) -> list[str]:
    references = [field.name for field in model._meta.concrete_fields if field.many_to_one]
    return [entry.values[name] for name in references if entry.values.get(name)]


def _drafted(model: type[Record], entry: Entry, made: dict[str, Record], by: User) -> Record:
    signed = {"kept_by": by} if model is Snapshot else {"entered_by": by}
    record = model(public_id=public_id(PREFIXES[entry.model], entry.key), **signed)
    for name, value in entry.values.items():
        if isinstance(value, When):
            _set_date(record, name, value)
        elif value is not None:
            is_reference = model._meta.get_field(name).many_to_one
            setattr(record, name, made[value] if is_reference else value)
    record.clean()
    return record


def _set_date(record: Record, name: str, when: When) -> None:
    for part, value in when._asdict().items():
        column = record._meta.get_field(f"{name}_{part}")
        setattr(record, column.name, column.to_python(value or None) or column.get_default())


def _publish(made: dict[str, Record], users: dict[str, User]) -> None:
    """The facts and most companions; some wait, so that the staff's queue has something to show."""
    shown = _records([*FACTS, *companions.SHARED], made)
    waiting = []
    for dossier in companions.DOSSIERS:
        records = _records(dossier.entries, made)
        shown += records if dossier.fate in ("published", "withdrawn") else []
        waiting += records if dossier.fate in ("submitted", "sent back") else []
    actions.submit_all([*shown, *waiting], by=users["contributor"])
    actions.publish_all(shown, by=users["reviewer"])
    _undo(made, users)


def _undo(made: dict[str, Record], users: dict[str, User]) -> None:
    for dossier in companions.DOSSIERS:
        case = made[dossier.case]
        if dossier.fate == "sent back":
            why = "Invented: the year needs a source."
            actions.send_back(case, by=users["reviewer"], why=why)
        if dossier.fate == "withdrawn":
            for record in (case, case.person):
                why = "Invented: the family asked for it."
                actions.withdraw(record, by=users["chief"], why=why)


def _records(entries: list[Entry], made: dict[str, Record]) -> list[Record]:
    return [made[entry.key] for entry in entries if entry.model != "Snapshot"]
