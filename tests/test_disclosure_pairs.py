"""Guard: nobody but staff hears of a pair, and nobody hears of one through somebody hidden."""

import pytest

from config.records.choices import Secrecy
from people.choices import Verdict
from people.judging import judge
from people.models import Judgement, Person, PersonName, Proposal
from people.names.score import score
from people.proposing import propose, with_what_is_compared
from tests.addresses import ask
from tests.conftest import an_account
from tests.planted import WORD, Plant, Register, new_word
from tests.walks import browser_of, lists, walk

pytestmark = pytest.mark.django_db
PAGE = "/admin/people/duplicates/"
LIKELY = "/admin/people/likely/"
UNLIKE = 0.6  # far below what is proposed


@pytest.fixture(scope="module")
def register(module_db) -> Register:
    """Published people with judgements and proposals, and each with somebody who is sealed."""
    found = Register()
    found.publish_one_of_each()
    chief = an_account("chief", is_staff=True)
    for level in (Secrecy.STAFF, Secrecy.SEALED):
        for verdict in Verdict.values:
            _judged(found, level, verdict, chief)
    for level in (Secrecy.STAFF, Secrecy.SEALED):
        _proposed(found, level)
    return found


def _other(register: Register, level: str, word: str) -> Person:
    """Somebody who is published or sealed, of a name that has the word in it."""
    shown = {Secrecy.SEALED: ("draft", Secrecy.SEALED)}.get(level, ("published", Secrecy.PUBLIC))
    someone = register.make(Person, shown, described_as="")
    register.make(PersonName, shown, person=someone, text=word)
    return someone


def _judged(register: Register, level: str, verdict: str, by) -> None:
    word = new_word()
    kept = judge(register.base[Person], _other(register, level, "Nobody"), verdict, by=by, why=word)
    register.plant(word, kept, f"why two people are {verdict}, {level}", level)


def _word_unlike_others(register: Register) -> str:
    """A word of its own sound: else people of two plants, who may both be read, are a pair too."""
    words = [one.word for one in register.plants]
    return next(
        word for word in iter(new_word, None) if all(score(word, one) < UNLIKE for one in words)
    )


def _proposed(register: Register, level: str) -> None:
    """Two published people, or one of them and somebody sealed, of one name that is planted."""
    word = _word_unlike_others(register)
    pair = [_other(register, one, word) for one in (Secrecy.STAFF, level)]
    if level == Secrecy.STAFF:
        PersonName.objects.filter(person__in=pair).update(secrecy=Secrecy.STAFF, state="draft")
    propose(with_what_is_compared(Person.objects.filter(pk=pair[0].pk)))
    propose(with_what_is_compared(Person.objects.filter(pk=pair[1].pk)))
    kept = Proposal.objects.get(other=pair[1])
    register.plant(word, kept, f"a proposed pair, {level}", level)


def heard(browser, addresses: list[str]) -> set[str]:
    answers = [ask(browser, address) for address in addresses]
    return {word for one in answers for word in WORD.findall(f"{one.headers}{one.body}".lower())}


def pages(plants: list[Plant]) -> list[str]:
    """Everything that the admin tells of pairs."""
    ids = {one.record.one.public_id for one in plants} | {
        one.record.other.public_id for one in plants
    }
    questions = ["", "?judged=any", *(f"?judged={verdict}" for verdict in Verdict.values)]
    questions += [f"?{more}one={one}" for one in sorted(ids) for more in ("", "judged=any&")]
    return [f"{PAGE}{question}" for question in questions]


def test_a_visitor_and_a_researcher_hear_nothing_of_pairs(register):
    researcher = an_account("researcher", is_staff=False)
    ids = {record.public_id for record in register.base.values()}
    planted = {one.word for one in register.plants if "why" in one.what}

    for user in (None, researcher):
        answers = walk(user, ids, set(), lists() if user is None else [])
        told = {w for a in answers.values() for w in WORD.findall(f"{a.headers}{a.body}".lower())}
        statuses = {ask(browser_of(user), page).status for page in (PAGE, LIKELY)}

        assert told & planted == set()
        assert statuses == {302}
        assert len(answers) > 50


def test_a_contributor_hears_of_no_pair_that_somebody_sealed_is_in(register):
    contributor = an_account("contributor", is_staff=True)

    told = heard(browser_of(contributor), pages(register.plants))

    assert told & {one.word for one in register.plants} == {
        one.word for one in register.plants if one.level == Secrecy.STAFF
    }


def test_a_chief_hears_of_every_pair(register):
    chief = Judgement.objects.first().by

    told = heard(browser_of(chief), pages(register.plants))

    assert [one.what for one in register.plants if one.word not in told] == []
    assert len(register.plants) == 8


def test_a_box_for_names_does_not_tell_of_somebody_sealed(register):
    (plant,) = (p for p in register.plants if "proposed" in p.what and p.level == Secrecy.SEALED)
    contributor = an_account("contributor", is_staff=True)
    question = f"{LIKELY}?name={plant.word}"

    told = browser_of(contributor).get(question).json()["people"]
    told_to_chief = browser_of(Judgement.objects.first().by).get(question).json()["people"]

    one, other = plant.record.one.public_id, plant.record.other.public_id
    assert [person["id"] for person in told] == [one]
    assert [person["id"] for person in told_to_chief] == [one, other]
