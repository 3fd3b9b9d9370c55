"""Guard: what docs/roles.md says each role may do is what each role can do, and nothing more."""

import pytest

from config.records import actions
from config.records.choices import Secrecy, State
from people.models import Person
from tests import factories as make
from tests.probes import PROBES
from tests.roles import ROLES, account, allowed, table

pytestmark = pytest.mark.django_db
PUBLISHED = {"published": True}
MAY = table("")


def _signed(by: str) -> dict:
    return {"submitted_by": make.account(by), "submitted_at": make.timezone.now()}


def test_each_line_of_the_table_is_tried():
    assert list(PROBES) == list(MAY)


@pytest.mark.parametrize("line", MAY)
def test_a_role_may_do_what_the_table_says(line):
    found = {role: PROBES[line](account(role)) for role in ROLES}

    assert found == allowed(MAY[line])


# Facts of a person

FACTS_MAY = table("facts of a person")
STRICTER = {
    "a fact that a person says is for staff only": Secrecy.STAFF,
    "a fact that a person says is sealed": Secrecy.SEALED,
}


def _told(user, fact, level: str) -> str:
    """How a fact of this level is told: yes, roughly, or not at all."""
    person = make.person(**{fact.column: level}, **PUBLISHED)
    seen = Person.objects.filter(pk=person.pk)
    if seen.filter(Person.shown_to(user, fact.name)).exists():
        return "yes"
    is_rough = seen.filter(Person.shown_to(user, fact.name, roughly=True)).exists()
    return "roughly" if is_rough else ""


@pytest.mark.parametrize("role", ROLES)
def test_a_fact_is_told_as_the_table_says(role):
    user = account(role)

    told = {f"`{fact.name}`": _told(user, fact, fact.level) for fact in Person.FACTS}
    for line, level in STRICTER.items():
        answers = {_told(user, fact, level) for fact in Person.FACTS}
        assert len(answers) == 1
        told[line] = answers.pop()

    assert told == {line: row[role] for line, row in FACTS_MAY.items()}


def test_who_submitted_a_record_does_not_publish_it(reviewer):
    place = make.place(state=State.SUBMITTED, **_signed("reviewer"))

    with pytest.raises(Exception, match="somebody else has to publish"):
        actions.publish(place, by=reviewer)
