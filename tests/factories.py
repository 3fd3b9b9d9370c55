"""Plain makers of records. `published=True` signs a record as two people would."""

from itertools import count

from django.contrib.auth.models import User
from django.utils import timezone

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
from config.records.choices import State
from people.models import Change, Person, PersonName, Place, Relationship
from tests.filled import KEPT

_numbers = count(1)


def account(name: str) -> User:
    return User.objects.get_or_create(username=name)[0]


def make(model, *, published: bool = False, **values):
    """A record of any kind, entered by one account and, if published, signed by two others."""
    values.setdefault("entered_by", account("enters"))
    if published:
        now = timezone.now()
        values = {
            "state": State.PUBLISHED,
            "submitted_by": account("submits"),
            "submitted_at": now,
            "published_by": account("publishes"),
            "published_at": now,
            **values,
        }
    record = model(**values)
    if model is not Snapshot:
        record.clean()
    record.save()
    return record


def place(name: str = "Almaty", *, published: bool = False, level: str = "city", **values) -> Place:
    return make(Place, name=name, level=level, published=published, **values)


def person(name: str = "", *, published: bool = False, **values) -> Person:
    """A person with one name, unless a description stands for it."""
    someone = make(Person, published=published, **values)
    if not someone.described_as:
        name = name or f"Person {next(_numbers)}"
        make(PersonName, person=someone, text=name, is_primary=True, published=published)
    someone.refresh_from_db()
    return someone


def name(whose: Person, text: str, *, published: bool = False, **values) -> PersonName:
    return make(PersonName, person=whose, text=text, published=published, **values)


def tie(
    first: Person, kind: str, second: Person, *, published: bool = False, **values
) -> Relationship:
    ends = {"from_person": first, "to_person": second}
    return make(Relationship, kind=kind, published=published, **ends, **values)


def case(whose: Person | None = None, *, published: bool = False, **values) -> Case:
    whose = whose or person(published=published)
    return make(Case, person=whose, published=published, **values)


def event(kind: str, *, published: bool = False, **values) -> Event:
    return make(Event, kind=kind, published=published, **values)


def participation(what: Event, who: Person, role: str, *, published: bool = False, **values):
    return make(Participation, event=what, person=who, role=role, published=published, **values)


def facility(name: str = "Camp 1", *, published: bool = False, **values) -> Facility:
    return make(Facility, name=name, published=published, **values)


def organization(name: str = "A paper", kind: str = "media", *, published: bool = False, **values):
    return make(Organization, name=name, kind=kind, published=published, **values)


def source(title: str = "", *, published: bool = False, **values) -> Source:
    values.setdefault("kind", "news_article")
    values.setdefault("reliability", "likely_reliable")
    title = title or f"Article {next(_numbers)}"
    return make(Source, title=title, published=published, **values)


def snapshot(of: Source, text: str) -> Snapshot:
    kept = Snapshot(source=of, text=text, kept_by=account("enters"))
    kept.save()
    return kept


def citation(of: Source, *, published: bool = False, **values) -> Citation:
    return make(Citation, source=of, published=published, **values)


def picture(*, published: bool = False, **values) -> Attachment:
    """A row without its files, of a place unless more is said; tests.pictures makes whole ones."""
    said = {"kind": "place", "shows": "A gate with a tower", "basis": "not_people"}
    said |= {"alternative": "A gate of iron between two towers", "rights": "own"}
    return make(Attachment, published=published, **{**KEPT, **said, **values})


def change(old: Person, new: Person, kind: str = "merged", **values) -> Change:
    """A line of the public table of changes; of a merge, with the old one merged."""
    if kind == "merged":
        Person.objects.filter(pk=old.pk).update(merged_into=new)
    return Change.objects.create(old=old, new=new, kind=kind, **values)
