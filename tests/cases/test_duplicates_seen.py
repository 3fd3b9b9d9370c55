"""A pair, and what stands beside it, is shown to each reader as far as they may see it."""

import re

import pytest

from people.models import Judgement, Person, Proposal
from people.proposing import propose, with_what_is_compared
from tests import factories as make
from tests.reading import words

pytestmark = pytest.mark.django_db
PAGE = "/admin/people/duplicates/"


def two_entries(**more):
    pair = make.person("Gulnar Aset", **more), make.person("Aset Gülnar", **more)
    propose(with_what_is_compared(Person.objects.filter(pk__in=[one.pk for one in pair])))
    return pair


def said(browser) -> str:
    return words(browser.get(PAGE).content.decode())


def verdict(browser, one, other):
    boxes = {"one": one.pk, "other": other.pk, "verdict": "different", "why": ""}
    return browser.post(PAGE, boxes)


def test_a_pair_is_hidden_with_either_of_its_people(contributor, chief, signed_in):
    one, other = two_entries()
    Person.objects.filter(pk=other.pk).update(secrecy="sealed")
    Proposal.objects.update(is_sealed=False)

    answer = verdict(signed_in(contributor), one, other)
    missing = verdict(signed_in(contributor), one, Person(pk=10**9))

    assert str(one) not in said(signed_in(contributor))
    assert str(one) in said(signed_in(chief))
    assert (answer.status_code, missing.status_code, Judgement.objects.count()) == (404, 404, 0)
    assert answer.content == missing.content


def test_what_is_sealed_beside_a_pair_is_not_shown(contributor, chief, signed_in):
    one, other = two_entries(home=make.place("Zqghulja", secrecy="sealed"))
    make.name(one, "Zqsealed Name", secrecy="sealed")
    propose(with_what_is_compared(Person.objects.filter(pk=other.pk)))
    hidden = make.source("Zqtitle", secrecy="sealed")
    for someone in (one, other):
        make.tie(make.person("Zqrelative", secrecy="sealed"), "sibling", someone)
        make.case(someone, title="Zqcase", secrecy="sealed")
        make.citation(hidden, person=someone)

    told, told_to_chief = said(signed_in(contributor)), said(signed_in(chief))

    assert re.findall("Zq[a-z]+", told) == []
    assert set(re.findall("Zq[a-z]+", told_to_chief)) == {
        "Zqghulja",
        "Zqsealed",
        "Zqrelative",
        "Zqcase",
        "Zqtitle",
    }


def test_strangers_and_researchers_are_sent_away(researcher, signed_in, client):
    assert client.get(PAGE).status_code == 302
    assert signed_in(researcher).get(PAGE).status_code == 302
