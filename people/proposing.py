"""The verbs that look for people who may be one and keep what they find as proposals."""

from collections.abc import Iterable
from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.db import OperationalError, connection, transaction
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from config.records.choices import Secrecy
from config.records.pairs import in_order
from people import matching
from people.choices import RelationshipKind
from people.models import Judgement, Person, PersonName, Proposal, Relationship, Sweep
from people.models.proposal import sees_sealed
from people.names.keys import VERSION

# The version of the rules that proposals follow: that of the name index.
RULES = VERSION
# How many proposals one person gets, and how many people are looked at between two commits.
MOST = 10
AT_ONCE = 100
# How long a worker who saves a name waits for the search, in milliseconds of any one question.
PATIENCE = 2_000
NOBODY = -1
# The number of the lock that workers queue at who enter somebody new.
NEWCOMERS = 7_340_921


class _AllStaff:
    """Somebody who is nobody and may read what all staff may."""

    is_authenticated = is_active = is_staff = True

    def has_perm(self, permission: str) -> bool:
        return ".view_" in permission

    def has_perms(self, permissions: Iterable[str]) -> bool:
        return all(map(self.has_perm, permissions))


def most_staff() -> _AllStaff:
    """Somebody who is nobody and sees what all staff see."""
    return _AllStaff()


def chiefs():
    """Somebody who is nobody and sees sealed records too."""
    return get_user_model()(pk=NOBODY, is_active=True, is_staff=True, is_superuser=True)


# Finding


def propose(people: Iterable[Person]) -> int:
    """Look for others who may be these people, and keep the pairs; how many were found."""
    found = [proposal for person in people for proposal in _proposals(person)]
    open_ones, sealed = _by_pair(found, is_sealed=False), _by_pair(found, is_sealed=True)
    Proposal.objects.bulk_create(
        open_ones.values(),
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["score", "tier", "is_sealed", "rules", "at"],
    )
    # A pair that all staff may be asked about does not become a secret by what chiefs know.
    fresh = [one for pair, one in sealed.items() if pair not in open_ones]
    for one in fresh:
        Proposal.objects.between(one.one_id, one.other_id).filter(is_sealed=True).delete()
    Proposal.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(open_ones) + len(fresh)


def _by_pair(found: list[Proposal], *, is_sealed: bool) -> dict[tuple[int, int], Proposal]:
    """Each pair once, always in the same order, so that two searches at a time do not cross."""
    pairs = {(one.one_id, one.other_id): one for one in found if one.is_sealed == is_sealed}
    return dict(sorted(pairs.items()))


def _proposals(person: Person) -> list[Proposal]:
    """By the names that all staff see; by sealed ones only where a sealed record is about."""
    names = list(person.names.all())
    open_names = [name.text for name in names if name.secrecy != Secrecy.SEALED]
    found = []
    if person.secrecy != Secrecy.SEALED and open_names:
        found += _alike(person, open_names, most_staff(), is_sealed=False)
    if person.secrecy == Secrecy.SEALED or len(open_names) < len(names):
        found += _alike(person, [name.text for name in names], chiefs(), is_sealed=True)
    return found


def _alike(person: Person, spellings: list[str], user, *, is_sealed: bool) -> list[Proposal]:
    judged = Judgement.objects.counterparts(person.pk)
    known = hints(person, user)
    most = MOST + len(judged)
    matches = matching.likely(spellings, user, hints=known, besides=person.pk, most=most)
    return [
        _proposal(person, match, is_sealed=is_sealed)
        for match in matches
        if match.person not in judged
    ]


def _proposal(person: Person, match: matching.Match, *, is_sealed: bool) -> Proposal:
    one, other = in_order(person.pk, match.person)
    return Proposal(
        one_id=one,
        other_id=other,
        score=round(match.score, 4),
        tier=match.likeness.tier,
        is_sealed=is_sealed,
        rules=RULES,
    )


def hints(person: Person, user) -> matching.Hints:
    """What this user may see of somebody besides the names."""
    sealed = () if sees_sealed(user) else (Secrecy.SEALED,)
    told = not {person.home_secrecy, person.home and person.home.secrecy} & set(sealed)
    home = person.home if told else None
    kin = []
    for tie in [*person.ties_from.all(), *person.ties_to.all()]:
        relative = tie.other(person)
        if tie.secrecy not in sealed and relative.secrecy not in sealed and relative.name_full:
            kin.append((_seen_from(person, tie), relative.name_full))
    places = frozenset({home.pk}) if home else frozenset()
    return matching.Hints(person.birth_year, person.sex, places, tuple(kin))


def _seen_from(person: Person, tie: Relationship) -> str:
    """What the other end of a tie is to this person."""
    kind = RelationshipKind(tie.kind)
    return str(kind if tie.to_person_id == person.pk else kind.inverse)


def with_what_is_compared(people: QuerySet[Person]) -> QuerySet[Person]:
    """People with all that a proposal follows from, in few questions."""
    return people.select_related("home").prefetch_related(
        Prefetch("names", PersonName.objects.order_by("-is_primary", "pk")),
        Prefetch("ties_from", Relationship.objects.select_related("to_person")),
        Prefetch("ties_to", Relationship.objects.select_related("from_person")),
    )


# When


@contextmanager
def patience(milliseconds: int):
    """No question to the database inside takes longer; one that would raises OperationalError."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(milliseconds)])
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")


def one_newcomer_at_a_time() -> None:
    """Wait until whoever is just entering somebody new has done so, and until we have.

    Otherwise a form that is sent twice at once, or by two workers with the same article, would be
    compared with the register twice before either is in it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NEWCOMERS])


def propose_in_passing(person: Person) -> bool:
    """Look for others after a name was saved; False if it took too long and was left for later.

    What it takes too long to find is found by the next sweep.
    """
    try:
        with patience(PATIENCE):
            propose(with_what_is_compared(Person.objects.filter(pk=person.pk)))
    except OperationalError:
        return False
    return True


def sweep_begun(*, anew: bool = False) -> Sweep:
    """The pass over the register that was broken off under today's rules, else a new one."""
    unfinished = Sweep.objects.filter(ended_at=None, rules=RULES)
    if anew:
        unfinished.delete()
    return unfinished.first() or Sweep.objects.create(rules=RULES)


@transaction.atomic
def sweep_on(sweep: Sweep) -> int:
    """Look at the next people of a pass, all or none of them; how many there were."""
    people = list(with_what_is_compared(sweep.people())[:AT_ONCE])
    if people:
        propose(people)
        sweep.last = people[-1].pk
        sweep.save(update_fields=["last"])
    return len(people)


@transaction.atomic
def sweep_ended(sweep: Sweep) -> int:
    """Close a pass and drop what it did not find again; how many proposals that were."""
    sweep.ended_at = timezone.now()
    sweep.save(update_fields=["ended_at"])
    return Proposal.objects.filter(at__lt=sweep.began_at).delete()[0]
