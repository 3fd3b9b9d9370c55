"""What of a person each reader is told: the day or the year of birth, the home or its county."""

import datetime

from django.db.models import Case, F, Model, Q, When
from django.db.models.functions import ExtractYear

from config.records.choices import Secrecy
from config.records.date_columns import PARTS, date_fields
from config.records.facts import Fact
from config.records.models import Audience

FACTS = (
    Fact("birth", Secrecy.REGISTERED, tuple(date_fields("birth")), "the year, where it is sure"),
    Fact("birthplace", Secrecy.REGISTERED, ("birthplace",), "its county, or a city", "area"),
    Fact("home", Secrecy.REGISTERED, ("home",), "its county, or a city", "area"),
    Fact("religion", Secrecy.STAFF, ("religion",)),
)
# Readers learn nothing more of these than the fields that they are about.
SAID = tuple(fact.column for fact in FACTS)


def one_year(prefix: str = "") -> Q:
    """That the bounds of the birth leave one year."""
    return Q(**{f"{prefix}birth_latest__year": ExtractYear(f"{prefix}birth_earliest")})


def birth_year(person: type[Model], user, prefix: str = "") -> Case:
    """The year of birth, where the bounds leave one and this reader is told."""
    told = person.shown_to(user, "birth", prefix, roughly=True)
    return Case(When(one_year(prefix) & told, then=ExtractYear(f"{prefix}birth_latest")))


def birth_bounds(person: type[Model], user) -> tuple[Case, Case]:
    """The first and last possible day of birth; for who knows the year alone, only if it is one."""
    whole = person.shown_to(user, "birth")
    rough = one_year() & person.shown_to(user, "birth", roughly=True)
    rule = whole | rough if whole else Q(pk__isnull=False)
    first, last = (Case(When(rule, then=F(f"birth_{end}"))) for end in ("earliest", "latest"))
    return first, last


def born_between(person: type[Model], user, first: int, last: int, prefix: str = "") -> Q:
    """That somebody may be born in these years, as far as this reader knows."""
    earliest, latest = f"{prefix}birth_earliest", f"{prefix}birth_latest"
    within = {f"{earliest}__year__gte": first, f"{latest}__year__lte": last}
    year = one_year(prefix) & Q(**within) & person.shown_to(user, "birth", prefix, roughly=True)
    after = Q(**{f"{latest}__year__gte": first}) | Q(**{f"{latest}__isnull": True})
    before = Q(**{f"{earliest}__year__lte": last}) | Q(**{f"{earliest}__isnull": True})
    written = ~Q(**{f"{prefix}birth_edtf": ""})
    return year | (written & after & before & person.shown_to(user, "birth", prefix))


def at_home_in(person: type[Model], user, places: list[int], prefix: str = "") -> Q:
    """That somebody's home, as exactly as this reader knows it, is one of these places."""
    place = person._meta.get_field("home").related_model
    wide = place._base_manager.filter(pk__in=places, area__in=places)
    rough = Q(**{f"{prefix}home__in": list(wide.values_list("pk", flat=True))})
    exact = Q(**{f"{prefix}home__in": places})
    return (exact & person.shown_to(user, "home", prefix)) | (
        rough & person.shown_to(user, "home", prefix, roughly=True)
    )


def untold(person: Model, user) -> dict[str, bool]:
    """The facts that this reader is not told whole, and whether at least roughly."""
    levels = Audience.of(user, type(person)).levels
    said = {fact: getattr(person, fact.column) for fact in FACTS}
    return {
        fact.name: level in fact.said(levels, roughly=True)
        for fact, level in said.items()
        if level not in fact.said(levels)
    }


def forget(person: Model, name: str, *, roughly: bool) -> None:
    """Take a fact out of a person in memory, or leave of it what is told roughly."""
    if name == "birth":
        _forget_birth(person, person.birth_year if roughly else None)
    elif name == "religion":
        person.religion = ""
    else:
        # What was not loaded is not shown here, and not worth a question.
        is_loaded = person._meta.get_field(name).is_cached(person)
        place = getattr(person, name) if is_loaded else None
        setattr(person, name, place.area if place and roughly else None)


def _forget_birth(person: Model, year: int | None) -> None:
    for part in PARTS:
        setattr(person, f"birth_{part}", None if part in ("earliest", "latest") else "")
    if year:
        person.birth_written = person.birth_edtf = str(year)
        person.birth_earliest = datetime.date(year, 1, 1)
        person.birth_latest = datetime.date(year, 12, 31)
