"""How well the people of labelled articles are linked to those whom the register holds."""

from collections.abc import Iterable

from cases.evaluation.measures import Counts, Links
from cases.evaluation.pairing import Read
from cases.evaluation.register import Register
from cases.linking import link

NOBODY = None  # who looks: a reader who is not signed in; everybody in this register is public


def measure(reads: Iterable[Read], register: Register) -> Links:
    """What is chosen beforehand counts as a link, and nothing that a worker is only offered."""
    found = Links(Counts(), Counts())
    for read in reads:
        spellings = register.hold_for(read.labelled)
        _known(found, read, register, spellings)
        for turn in (0, 1):
            _new(found, read, register, turn)
    return found


def links(read: Read) -> dict[int, int]:
    """Number of who was found → the person in the register."""
    given = link(read.labelled.article, read.reading, NOBODY)
    return {number: one.person for number, one in given.items() if one.is_sure}


def _known(found: Links, read: Read, register: Register, spellings: dict[str, str]) -> None:
    numbers, linked = read.numbers, links(read)
    right = 0
    for place, person in enumerate(read.labelled.people):
        is_right = linked.get(numbers.get(place, -1)) == register.numbers[person.key]
        right += is_right
        one = Counts(right=is_right, missed=not is_right)
        found.counts += one
        if spellings[person.key] not in read.labelled.surfaces(person):
            found.differing += one
    found.counts += Counts(wrong=len(linked) - right)


def _new(found: Links, read: Read, register: Register, turn: int) -> None:
    """Every second person of the article is left out of the register, the others stand in it."""
    people = read.labelled.people[turn::2]
    with register.without([person.key for person in people]):
        linked = links(read)
    numbers = read.numbers
    places = range(turn, len(read.labelled.people), 2)
    found.new += len(people)
    found.taken_for += sum(numbers.get(place) in linked for place in places)
