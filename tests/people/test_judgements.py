"""What staff decide about two people is remembered, with who and why, and never asked again."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from config.records.history import versions
from people.choices import Verdict
from people.judging import judge
from people.models import Judgement, Proposal
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    return make.person("Gulnar Aset"), make.person("Gülnar Aset")


def refusal(*given, **more) -> list[str]:
    with pytest.raises(ValidationError) as error:
        judge(*given, **more)
    return error.value.messages


def test_a_verdict_is_kept_with_who_gave_it_and_why(pair, contributor):
    judge(*pair, Verdict.DIFFERENT, by=contributor, why="  other \0 fathers ")

    kept = Judgement.objects.get()
    assert (kept.one, kept.other, kept.verdict) == (*pair, Verdict.DIFFERENT)
    assert (kept.by, kept.why) == (contributor, "other fathers")


def test_a_pair_is_one_pair_whoever_comes_first(pair, contributor):
    first, second = pair

    judge(second, first, Verdict.UNSURE, by=contributor)
    judge(first, second, Verdict.DIFFERENT, by=contributor)

    kept = Judgement.objects.get()
    assert (kept.one, kept.other, kept.verdict) == (first, second, Verdict.DIFFERENT)
    assert Judgement.objects.counterparts(first.pk) == {second.pk}
    assert Judgement.objects.counterparts(second.pk) == {first.pk}


def test_who_changes_their_mind_leaves_the_earlier_verdict_in_history(pair, contributor, reviewer):
    judge(*pair, Verdict.DIFFERENT, by=contributor, why="other fathers")
    judge(*pair, Verdict.SAME, by=reviewer, why="the father was misread")

    told = [
        (one.verdict, one.why, one.by, one.pgh_context.metadata)
        for one in versions(Judgement.objects.get())
    ]

    assert told == [
        (
            "same",
            "the father was misread",
            reviewer,
            {"by": reviewer.pk, "action": "judge", "why": "the father was misread"},
        ),
        (
            "different",
            "other fathers",
            contributor,
            {"by": contributor.pk, "action": "judge", "why": "other fathers"},
        ),
    ]


def test_a_verdict_given_meanwhile_is_not_replaced_unread(pair, contributor, reviewer):
    judge(*pair, Verdict.DIFFERENT, by=reviewer, known="")

    told = refusal(*pair, Verdict.UNSURE, by=contributor, known="")
    judge(*pair, Verdict.UNSURE, by=contributor, known="different")

    assert told == [
        "These two were judged meanwhile, by reviewer: different people. Look before you change it."
    ]
    assert Judgement.objects.get().verdict == Verdict.UNSURE


def test_the_same_person_is_not_said_without_a_reason(pair, contributor):
    assert refusal(*pair, Verdict.SAME, by=contributor, why=" ") == [
        "Say why they are the same person."
    ]
    assert Judgement.objects.count() == 0


def test_a_word_that_is_no_verdict_is_refused(pair, contributor):
    assert refusal(*pair, "maybe", by=contributor) == [
        "Value 'maybe' is not a valid choice.",
    ]


def test_who_may_not_change_people_judges_nobody(pair, researcher):
    with pytest.raises(PermissionDenied):
        judge(*pair, Verdict.DIFFERENT, by=researcher)

    assert Judgement.objects.count() == 0


def test_a_judged_pair_is_no_longer_proposed(pair, contributor):
    one, other = pair
    Proposal.objects.create(one=one, other=other, score=0.9, tier="very likely", rules=1)

    judge(*pair, Verdict.UNSURE, by=contributor)

    assert Proposal.objects.count() == 0


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ("(%(other)s, %(one)s, 'different', '')", "judgement_in_order"),
        ("(%(one)s, %(one)s, 'different', '')", "judgement_in_order"),
        ("(%(one)s, %(other)s, 'maybe', '')", "judgement_verdict"),
        ("(%(one)s, %(other)s, 'same', '')", "judgement_same_says_why"),
        (
            "(%(one)s, %(other)s, 'unsure', ''), (%(one)s, %(other)s, 'different', '')",
            "judgement_once",
        ),
    ],
)
def test_the_database_keeps_the_rules_of_a_judgement(pair, contributor, values, rule):
    one, other = pair
    rows = values.replace(", '')", f", '', {contributor.pk}, now())").replace(", '',", ", '',")
    statement = (
        'INSERT INTO people_judgement (one_id, other_id, verdict, why, by_id, "at") '  # noqa: S608  our own words
        f"VALUES {rows}"
    )

    with (
        pytest.raises(IntegrityError, match=rule),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, {"one": one.pk, "other": other.pk})


def test_pairs_are_for_staff_and_hidden_with_either_person(pair, contributor, researcher, chief):
    one, other = pair
    sealed = make.person("Gulnar Aset", secrecy="sealed")
    for left, right in ((one, other), (one, sealed)):
        judge(left, right, Verdict.DIFFERENT, by=chief)

    def seen_by(user) -> list[tuple]:
        return list(Judgement.objects.visible_to(user).order_by("pk").values_list("one", "other"))

    assert seen_by(contributor) == [(one.pk, other.pk)]
    assert seen_by(chief) == [(one.pk, other.pk), (one.pk, sealed.pk)]
    assert (seen_by(researcher), seen_by(None)) == ([], [])
