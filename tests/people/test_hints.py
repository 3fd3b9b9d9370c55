"""Year of birth, sex, place and ties tell namesakes apart, by what the reader may see of them."""

import pytest

from people.hints import Hints
from people.matching import find
from people.models import Place
from tests import factories
from tests.register import dated

pytestmark = pytest.mark.django_db


def namesake(**values):
    return factories.person("Baqytkhan Myrzan", published=True, **values)


def order(hints: Hints, user=None) -> list[int]:
    return [match.person for match in find("Baqytkhan Myrzan", user, hints=hints)]


def said(person, hints: Hints, user=None) -> list[str]:
    """What is said of a person besides the name."""
    (match,) = (
        one for one in find("Baqytkhan Myrzan", user, hints=hints) if one.person == person.pk
    )
    return [
        one.sentence for one in match.comparisons if one.name in ("born", "sex", "place", "tie")
    ]


def test_the_year_of_birth_tells_namesakes_apart():
    other = namesake(**dated("1980", "birth"))
    unknown = namesake()
    near = namesake(**dated("1976", "birth"))
    meant = namesake(**dated("12 March 1975", "birth"))

    hints = Hints(born=1975)

    assert order(hints) == [meant.pk, near.pk, unknown.pk, other.pk]
    assert [said(one, hints) for one in (meant, near, unknown, other)] == [
        ["Born in 1975, as asked."],
        ["Born in 1976, a year from 1975."],
        [],
        ["Born in 1980, not in 1975."],
    ]


def test_a_reader_hears_nothing_of_a_year_that_the_page_does_not_tell(contributor):
    first = namesake()
    vague = namesake(**dated("between 1974 and 1976", "birth"))
    apart = namesake(**dated("between 1960 and 1962", "birth"))
    hints = Hints(born=1975)

    assert order(hints) == [first.pk, vague.pk, apart.pk]
    assert [said(one, hints) for one in (vague, apart)] == [[], []]
    assert order(hints, contributor) == [vague.pk, first.pk, apart.pk]
    assert said(vague, hints, contributor) == ["May be born in 1975, as asked."]
    assert said(apart, hints, contributor) == ["Cannot be born in 1975."]


def test_the_home_or_birthplace_tells_namesakes_apart():
    region = factories.place("Xinjiang", published=True, level="region")
    city = factories.place("Ürümqi", published=True, parent=region)
    far = namesake(home=factories.place("Almaty", published=True))
    unknown = namesake()
    meant, born_there = namesake(home=city), namesake(birthplace=city)
    inside = Place.objects.inside([region.pk])

    assert inside == {region.pk, city.pk}
    assert order(Hints(places=frozenset(inside))) == [
        meant.pk,
        born_there.pk,
        unknown.pk,
        far.pk,
    ]


def test_a_hidden_home_tells_readers_nothing(contributor):
    secret = factories.place("Secret town")
    first, there = namesake(), namesake(home=secret)
    hints = Hints(places=frozenset([secret.pk]))

    assert order(hints) == [first.pk, there.pk]
    assert said(there, hints) == []
    assert order(hints, contributor) == [there.pk, first.pk]


@pytest.mark.parametrize(("kind", "first"), [("child", True), ("parent", False)])
def test_a_tie_tells_namesakes_apart_from_whichever_side_it_was_entered(kind, first):
    mother = factories.person("Almakhan Test", published=True)
    namesake()
    meant = namesake()
    ends = (meant, kind, mother) if first else (mother, kind, meant)
    factories.tie(*ends, published=True)
    hints = Hints(kin=(("child", "Almakhan Test"),))

    assert order(hints)[0] == meant.pk
    assert said(meant, hints) == ["Child of “Almakhan Test”."]


def test_a_tie_of_the_kind_asked_for_counts_more_and_a_relative_is_any_family():
    relative = factories.person("Almakhan Test", published=True)
    colleague, sister = namesake(), namesake()
    factories.tie(colleague, "colleague", relative, published=True)
    factories.tie(sister, "sibling", relative, published=True)

    for kind in ("sibling", "relative"):
        assert order(Hints(kin=((kind, "Almakhan Test"),))) == [sister.pk, colleague.pk]


def test_a_hidden_tie_and_a_tie_to_somebody_hidden_tell_readers_nothing(contributor):
    shown, hidden = factories.person("Almakhan Test", published=True), factories.person("Bek Test")
    withheld = factories.person("Dana Test", published=True, name_display="withheld")
    first, second = namesake(), namesake()
    factories.tie(second, "sibling", shown)
    factories.tie(second, "sibling", hidden, published=True)
    factories.tie(second, "sibling", withheld, published=True)

    for name in ("Almakhan Test", "Bek Test", "Dana Test"):
        hints = Hints(kin=(("sibling", name),))
        assert (order(hints), said(second, hints)) == ([first.pk, second.pk], [])
        assert order(hints, contributor) == [second.pk, first.pk]


def test_the_sex_that_a_word_tells_counts_against_the_other():
    man, woman = namesake(sex="male"), namesake(sex="female")

    assert order(Hints(sex="female")) == [woman.pk, man.pk]
    assert said(man, Hints(sex="female")) == ["Male, not female."]


def test_hints_hide_nobody_and_keep_the_score_between_0_and_1():
    namesake(sex="male", **dated("1990", "birth"))
    namesake(sex="female", **dated("1975", "birth"))

    scores = [one.score for one in find("Baqytkhan Myrzan", None, hints=Hints(1975, "female"))]

    assert len(scores) == 2
    assert 0 <= scores[1] < scores[0] <= 1
