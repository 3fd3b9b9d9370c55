"""The page of duplicates lays pairs side by side, asks once, and shows each reader their own."""

import re

import pytest
from django.core.management import call_command
from django.urls import NoReverseMatch, reverse

from cases.admin import duplicates
from people.models import Judgement, Person, Proposal
from people.proposing import propose, with_what_is_compared
from tests import factories as make
from tests.reading import words

pytestmark = pytest.mark.django_db
PAGE = "/admin/people/duplicates/"


def two_entries(**more) -> tuple[Person, Person]:
    """Two entries of like names, proposed as one person."""
    pair = make.person("Gulnar Aset", **more), make.person("Aset Gülnar", **more)
    propose(with_what_is_compared(Person.objects.filter(pk__in=[one.pk for one in pair])))
    return pair


def said(browser, **question) -> str:
    return words(browser.get(PAGE, question).content.decode())


def pairs_on(browser, **question) -> list[str]:
    """The two ids of each pair, in the order of the page."""
    html = browser.get(PAGE, question).content.decode()
    heads = re.findall(r"<thead>.*?</thead>", html, re.DOTALL)
    return [" ".join(re.findall(r"P-[0-9A-Z]{6}", head)) for head in heads]


def verdict(browser, pair, given: str, *, why: str = "", known: str = "", **more):
    one, other = pair
    boxes = {"one": one.pk, "other": other.pk, "verdict": given, "why": why, "known": known}
    return browser.post(PAGE, boxes | more)


# What is laid side by side


def test_a_pair_is_laid_side_by_side_with_what_speaks_for_it_and_against(contributor, signed_in):
    home, elsewhere = make.place("Ghulja"), make.place("Almaty")
    one = make.person("Gulnar Aset", birth="1975", birth_basis="stated", sex="female", home=home)
    other = make.person(
        "Gülnar Aset", birth="1980", birth_basis="stated", sex="male", home=elsewhere
    )
    brother = make.person("Bek Aset", sex="male")
    for someone in (one, other):
        make.tie(brother, "sibling", someone)
    article = make.source("Taken at work")
    make.citation(article, case=make.case(one, title="a shopkeeper"))
    make.citation(article, person=other)
    propose(with_what_is_compared(Person.objects.filter(pk=one.pk)))

    told = said(signed_in(contributor))

    assert (
        "against They were not born at the same time: 1975, and 1980. "
        "against They are not of one sex: female, and male. "
        "against Their homes differ: Ghulja, and Almaty. "
        "for “Gulnar” and “Gülnar” sound nearly the same. for Both hold “Aset”. "
        "for Both have the same brother: Bek Aset."
    ) in told
    assert f"family and others brother: Bek Aset {brother} brother: Bek Aset {brother}" in told
    assert "a shopkeeper" in told
    assert f"These tell of both: {article} Taken at work." in told


def test_the_page_of_names_tells_the_language_of_each(contributor, signed_in):
    one, _ = two_entries()
    make.name(one, "گۈلنار ئاسەت", language="ug-Arab")

    html = signed_in(contributor).get(PAGE).content.decode()

    assert '<bdi lang="ug-Arab" dir="rtl">گۈلنار ئاسەت</bdi>' in html
    assert '<bdi lang="und-Latn" dir="ltr">Gulnar Aset</bdi>' in html


def test_two_people_of_one_event_or_tied_to_each_other_are_said_to_be_two(contributor, signed_in):
    one, other = two_entries()
    make.tie(other, "sibling", one)
    protest = make.event("demonstration", title="a protest")
    for someone in (one, other):
        make.participation(protest, someone, "demonstrator")

    told = said(signed_in(contributor))

    assert (
        "against The register tells of both as two people: the second is the first's sibling. "
        "against Both take part in the same event, as two people. for"
    ) in told


def test_relatives_of_like_names_speak_for_a_pair(contributor, signed_in):
    one, other = two_entries()
    make.tie(make.person("Bek Aset"), "parent", one)
    make.tie(make.person("Aset Bek"), "parent", other)

    assert "for Each has a parent of much the same name: Bek Aset, and Aset Bek." in said(
        signed_in(contributor)
    )


# Which pairs


def test_the_likeliest_pair_comes_first_and_the_list_goes_on(contributor, signed_in, monkeypatch):
    monkeypatch.setattr(duplicates, "PER_PAGE", 2)
    people = [make.person(f"Person {number}") for number in range(6)]
    for number, other in enumerate(people[1:]):
        score = round(0.8 + number / 100, 2) if number else 0.83
        Proposal.objects.create(one=people[0], other=other, score=score, tier="likely", rules=1)
    browser = signed_in(contributor)

    pages, question = [], {}
    for _ in range(4):
        pages.append(pairs_on(browser, **question))
        after = re.search(r'href="\?after=([^"]+)" rel="next"', browser.get(PAGE, question).text)
        if not after:
            break
        question = {"after": after[1]}

    first = people[0].public_id
    assert pages == [
        [f"{first} {people[5]}", f"{first} {people[4]}"],
        [f"{first} {people[1]}", f"{first} {people[3]}"],
        [f"{first} {people[2]}"],
    ]


def test_pairs_are_narrowed_by_tier_by_who_entered_them_and_by_person(contributor, signed_in):
    mine, other, third, fourth = (make.person(f"Person {n}") for n in range(4))
    Person.objects.filter(pk=mine.pk).update(entered_by=contributor)
    Proposal.objects.create(one=mine, other=other, score=0.95, tier="very likely", rules=1)
    Proposal.objects.create(one=third, other=fourth, score=0.85, tier="likely", rules=1)
    browser = signed_in(contributor)
    first, second = f"{mine} {other}", f"{third} {fourth}"

    assert pairs_on(browser) == [first, second]
    assert pairs_on(browser, tier="likely") == [second]
    assert pairs_on(browser, tier="very likely") == [first]
    assert pairs_on(browser, mine="yes") == [first]
    assert pairs_on(browser, one=other.public_id.lower()) == [first]
    assert pairs_on(browser, one=mine.public_id, other=other.public_id) == [first]
    assert pairs_on(browser, one=mine.public_id, other=third.public_id) == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ({"colour": "red"}, "There is no question called 'colour' here."),
        ({"tier": "sure"}, "tier: Select a valid choice. sure is not one of the available choices"),
        ({"one": "nobody"}, "one: The id of a person is P- and six signs."),
        ({"after": "x"}, "after: Enter a valid value."),
        ({"after": "9_" + "9" * 30}, "after: Enter a valid value."),
        ({"judged": "\0"}, "judged: "),
    ],
)
def test_a_question_that_is_not_understood_lists_nothing(contributor, signed_in, question, told):
    two_entries()
    browser = signed_in(contributor)

    assert told in said(browser, **question)
    assert pairs_on(browser, **question) == []


# Judging


def test_a_verdict_is_remembered_and_the_pair_is_not_asked_about_again(contributor, signed_in):
    pair = two_entries()
    browser = signed_in(contributor)

    answer = verdict(browser, pair, "different", why="other fathers", following="7")
    call_command("find_duplicates", verbosity=0)

    assert answer["Location"] == f"{PAGE}#pair-7"
    assert pairs_on(browser) == []
    assert pairs_on(browser, judged="any") == pairs_on(browser, judged="different")
    assert pairs_on(browser, judged="different") == [f"{pair[0]} {pair[1]}"]
    assert pairs_on(browser, judged="same") == []
    assert "Different people, says contributor on" in said(browser, judged="any")
    assert ": other fathers" in said(browser, judged="any")


def test_who_changes_their_mind_is_shown_what_was_decided(contributor, reviewer, signed_in):
    pair = two_entries()
    verdict(signed_in(contributor), pair, "unsure")

    verdict(signed_in(reviewer), pair, "different", why="other fathers", known="unsure")

    kept = Judgement.objects.get()
    assert (kept.verdict, kept.by, kept.versions.count()) == ("different", reviewer, 2)


def test_a_verdict_without_the_reason_it_needs_comes_back_with_what_was_typed(
    contributor, signed_in
):
    pair = two_entries()
    browser = signed_in(contributor)

    bare = verdict(browser, pair, "same", why="  ")
    long = verdict(browser, pair, "different", why="a" * 1001)

    assert (bare.status_code, long.status_code, Judgement.objects.count()) == (200, 200, 0)
    assert "Say why they are the same person." in words(bare.content.decode())
    assert "at most 1000 characters" in words(long.content.decode())
    assert f'value="{"a" * 1001}"' in long.content.decode()


def test_a_verdict_on_a_pair_that_was_judged_meanwhile_is_not_lost_unread(
    contributor, reviewer, signed_in
):
    pair = two_entries()
    verdict(signed_in(reviewer), pair, "different")

    answer = verdict(signed_in(contributor), pair, "unsure", why="two papers")
    told = words(answer.content.decode())

    assert "These two were judged meanwhile, by reviewer: different people." in told
    assert "Different people, says reviewer on" in told
    assert 'value="two papers"' in answer.content.decode()
    assert Judgement.objects.get().by == reviewer


@pytest.mark.parametrize("key", ["x", "9" * 18, "9" * 5_000, "-1", ""])
def test_a_verdict_on_what_is_no_pair_is_refused(contributor, signed_in, key):
    one, _ = two_entries()

    answer = verdict(signed_in(contributor), (one, Person(pk=key)), "different")

    assert answer.status_code in (200, 404)
    assert Judgement.objects.count() == 0


def test_the_same_person_leads_to_the_page_that_merges(contributor, signed_in, monkeypatch):
    pair = two_entries()
    browser = signed_in(contributor)
    one, other = pair

    def address(name):
        return "/merge/" if name == "admin:people_person_merge" else reverse(name)

    monkeypatch.setattr(duplicates, "reverse", address)
    verdict(browser, pair, "same", why="one letter")

    link = f'<a href="/merge/?one={one.pk}&amp;other={other.pk}">Merge them</a>'
    assert link in browser.get(PAGE).content.decode()
    assert link in browser.get(PAGE, {"judged": "same"}).content.decode()


def test_there_is_no_link_to_a_page_that_is_not_there(monkeypatch):
    def nowhere(name):
        raise NoReverseMatch

    monkeypatch.setattr(duplicates, "reverse", nowhere)

    assert duplicates.merge_address(Person(pk=1), Person(pk=2)) == ""


# Around it


def test_the_index_of_the_admin_leads_to_the_page(contributor, signed_in):
    browser = signed_in(contributor)

    assert f'<a href="{PAGE}">Duplicates</a>' in browser.get("/admin/").content.decode()


# What it costs


@pytest.mark.parametrize("pairs", [1, 3])
def test_the_page_costs_as_many_questions_at_one_pair_as_at_three(
    contributor, signed_in, django_assert_num_queries, pairs
):
    for number in range(pairs):
        one, other = make.person(f"Aset {number}"), make.person(f"Aset {number}")
        make.tie(make.person(), "sibling", one)
        make.citation(make.source(), case=make.case(other))
        Proposal.objects.create(one=one, other=other, score=1, tier="very likely", rules=1)
    browser = signed_in(contributor)

    # Session, account, permissions (2), pairs; people, names; ties, cases, parts, citations.
    with django_assert_num_queries(11):
        browser.get(PAGE)
