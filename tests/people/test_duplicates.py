"""People who may be one are found, proposed once, and looked for again when their names change."""

import pytest
from django.core.management import call_command
from django.db import connection

from people import proposing
from people.judging import judge
from people.matching import Hints
from people.models import PersonName, Proposal, Sweep
from people.names.score import compare
from tests import factories as make

pytestmark = pytest.mark.django_db


def proposed(user=None) -> set[frozenset]:
    """The pairs that are kept, or those that this user may be asked about."""
    kept = Proposal.objects.all() if user is None else Proposal.objects.open_to(user)
    return {frozenset(pair) for pair in kept.values_list("one", "other")}


def pair(*people) -> frozenset:
    return frozenset(person.pk for person in people)


def test_the_command_proposes_people_of_like_names(capsys):
    one, other = make.person("Gulnar Aset"), make.person("Aset Gülnar")
    make.person("Bekzat Ama")

    call_command("find_duplicates")

    kept = Proposal.objects.get()
    assert (kept.one, kept.other) == (one, other)
    assert kept.score == pytest.approx(compare("Gulnar Aset", "Aset Gülnar").score, abs=1e-4)
    assert (kept.tier, kept.is_sealed, kept.rules) == ("very likely", False, proposing.RULES)
    assert capsys.readouterr().out == (
        "Pairs that wait to be judged: 1. Judged: 0. Dropped, since they are no longer alike: 0.\n"
    )


def test_a_judged_pair_is_not_proposed_again_whatever_the_verdict(contributor):
    people = [make.person("Gulnar Aset") for _ in range(4)]
    first, *others = people
    for other, verdict in zip(others, ("same", "different", "unsure"), strict=True):
        judge(first, other, verdict, by=contributor, why="seen")

    call_command("find_duplicates", verbosity=0)
    proposing.propose_in_passing(first)

    assert proposed() == {pair(*others[:2]), pair(*others[1:]), pair(others[0], others[2])}


def test_a_pass_goes_on_where_it_was_broken_off(monkeypatch, capsys):
    monkeypatch.setattr(proposing, "AT_ONCE", 1)
    people = [make.person("Gulnar Aset") for _ in range(3)]
    sweep = proposing.sweep_begun()
    proposing.sweep_on(sweep)
    seen = []
    whole = proposing.propose
    monkeypatch.setattr(
        proposing,
        "propose",
        lambda some: (seen.extend(one.pk for one in some), whole(some)),
    )

    call_command("find_duplicates")

    assert seen == [person.pk for person in people[1:]]
    assert capsys.readouterr().out.startswith(
        "Going on where it was broken off.\nPairs that wait to be judged: 3."
    )
    assert Sweep.objects.get().ended_at is not None


def test_a_pass_under_older_rules_is_not_gone_on_with(monkeypatch):
    make.person("Gulnar Aset")
    proposing.sweep_on(proposing.sweep_begun())
    monkeypatch.setattr(proposing, "RULES", proposing.RULES + 1)

    assert proposing.sweep_begun().last == 0


def test_what_is_no_longer_alike_is_dropped_at_the_end_of_a_pass(capsys):
    one, other = make.person("Gulnar Aset"), make.person("Bekzat Ama")
    Proposal.objects.create(one=one, other=other, score=0.9, tier="very likely", rules=1)

    call_command("find_duplicates")

    assert proposed() == set()
    assert capsys.readouterr().out.endswith("no longer alike: 1.\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda name: PersonName.objects.filter(pk=name.pk).update(text="Other"),
        lambda name: PersonName.objects.filter(pk=name.pk).update(secrecy="sealed"),
        lambda name: name.delete(),
    ],
    ids=["changed", "sealed", "deleted"],
)
def test_a_proposal_falls_with_a_name_that_it_may_follow_from(change):
    one = make.person("Gulnar Aset")
    make.person("Gulnar Aset")
    call_command("find_duplicates", verbosity=0)
    before = len(proposed())

    change(one.names.get())

    assert (before, len(proposed())) == (1, 0)


def test_a_proposal_stays_when_something_else_of_a_name_changes():
    one = make.person("Gulnar Aset")
    make.person("Gulnar Aset")
    call_command("find_duplicates", verbosity=0)

    PersonName.objects.filter(person=one).update(language="kk", kind="pinyin")

    assert len(proposed()) == 1


def test_what_only_a_sealed_name_shows_is_proposed_to_chiefs_alone(contributor, chief):
    one = make.person("Bekzat Ama")
    make.name(one, "Gulnar Aset", secrecy="sealed")
    other = make.person("Gulnar Aset")
    sealed = make.person("Gulnar Aset", secrecy="sealed")

    for _ in range(2):
        call_command("find_duplicates", verbosity=0)

    assert proposed(contributor) == set()
    assert proposed(chief) == {pair(one, other), pair(one, sealed), pair(other, sealed)}


def test_a_sealed_name_makes_no_secret_of_a_pair_that_all_staff_may_see(contributor, chief):
    one = make.person("Gulnar Aset")
    make.name(one, "Gulnar Aset-uly", secrecy="sealed")
    other = make.person("Gulnar Aset")

    call_command("find_duplicates", verbosity=0)

    assert proposed(contributor) == proposed(chief) == {pair(one, other)}


def test_nobody_but_staff_is_told_of_a_pair(researcher):
    make.person("Gulnar Aset", published=True)
    make.person("Gulnar Aset", published=True)

    call_command("find_duplicates", verbosity=0)

    assert proposed(researcher) == set()
    assert list(Proposal.objects.open_to(None)) == []


def test_what_else_is_known_of_somebody_goes_into_the_search(chief):
    home = make.place("Ghulja")
    daughter = make.person("Aigul", birth="1975", birth_basis="stated", sex="female", home=home)
    make.tie(daughter, "child", make.person("Aset Bek"))
    make.tie(make.person("Serik Ama"), "spouse", daughter)

    (found,) = proposing.with_what_is_compared(type(daughter).objects.filter(pk=daughter.pk))

    assert proposing.hints(found, chief) == Hints(
        born=1975,
        sex="female",
        places=frozenset({home.pk}),
        kin=(("parent", "Aset Bek"), ("spouse", "Serik Ama")),
    )


def test_what_is_sealed_stays_out_of_the_search_for_all_staff():
    someone = make.person("Aigul", home=make.place("Ghulja", secrecy="sealed"))
    make.tie(someone, "child", make.person("Aset Bek", secrecy="sealed"))
    make.tie(someone, "sibling", make.person("Serik Bek"), secrecy="sealed")

    assert proposing.hints(someone, proposing.most_staff()) == Hints()
    assert len(proposing.hints(someone, proposing.chiefs()).kin) == 2


def test_a_search_in_passing_that_takes_too_long_is_left_for_later(monkeypatch):
    def slow(people):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(10)")

    someone = make.person("Gulnar Aset")
    monkeypatch.setattr(proposing, "PATIENCE", 20)
    monkeypatch.setattr(proposing, "propose", slow)

    assert proposing.propose_in_passing(someone) is False
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
