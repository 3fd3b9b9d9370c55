"""Guard: what docs/roles.md says each role may do is what each role can do, and nothing more."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.models import Case, Snapshot
from config.records import actions
from config.records.choices import Secrecy, State
from people.actions import merge
from people.judging import judge
from people.models import Person, PersonName, Place
from tests import factories as make
from tests.roles import ROLES, account, allowed, opens, table
from tests.sheet import address
from tests.walks import browser_of

pytestmark = pytest.mark.django_db
PUBLISHED = {"published": True}
MAY = table("")


def tries(action) -> bool:
    try:
        action()
    except PermissionDenied:
        return False
    return True


def page_of(record) -> str:
    return f"/{'people' if isinstance(record, Person) else 'cases'}/{record.public_id}/"


def a_case(**shown) -> Case:
    return make.case(make.person(**PUBLISHED), published=True, title="a case", **shown)


def submitted(by: str = "somebody else") -> Place:
    return make.place(state=State.SUBMITTED, **_signed(by))


def _signed(by: str) -> dict:
    when = make.timezone.now()
    return {"submitted_by": make.account(by), "submitted_at": when}


# What each line of the table means, as something to try


def signs_in(user) -> bool:
    return opens(user, page_of(a_case())) and user is not None and user.is_active


def sees(**shown):
    def probe(user) -> bool:
        return opens(user, page_of(a_case(**shown)))

    return probe


def sees_staff_fields(user) -> bool:
    record = make.case(title="a case", secrecy=Secrecy.STAFF, staff_note="a note for staff")
    answer = browser_of(user).get(address(Case, "change", record.pk))
    public = opens(user, page_of(record))
    return public and "a note for staff" in answer.content.decode()


def sees_unpublished(user) -> bool:
    states = (
        {"state": State.DRAFT},
        {"state": State.SUBMITTED},
        {"state": State.WITHDRAWN},
    )
    found = {opens(user, page_of(a_case(**state))) for state in states}
    assert len(found) == 1
    return found.pop()


def sees_withheld_names(user) -> bool:
    found = set()
    for display in ("withheld", "initials"):
        person = make.person("Gulnar Aset", name_display=display, **PUBLISHED)
        told = browser_of(user).get("/api/v1/people/", {"q": "Gulnar Aset"}).json()
        found.add(person.public_id in {row["id"] for row in told["results"]})
        found.add(PersonName.objects.visible_to(user or AnonymousUser()).exists())
    assert len(found) == 1
    return found.pop()


def takes_articles_in(user) -> bool:
    return opens(user, reverse("admin:cases_source_take_in"))


def reads_copies(user) -> bool:
    kept = make.snapshot(make.source(**PUBLISHED), "The whole text of it.")
    answer = browser_of(user).get(address(Snapshot, "change", kept.pk))
    return "The whole text" in answer.content.decode()


def reads_history(user) -> bool:
    return opens(user, address(Place, "history", make.place().pk))


def enters(user) -> bool:
    browser, place = browser_of(user), make.place("Ghulja")
    adds = browser.get(address(Place, "add")).status_code == 200
    return adds and b'name="_save"' in browser.get(address(Place, "change", place.pk)).content


def deletes(user) -> bool:
    place = make.place()
    browser_of(user).post(address(Place, "delete", place.pk), {"post": "yes"})
    return not Place.objects.filter(pk=place.pk).exists()


def judges(user) -> bool:
    pair = make.person(), make.person()
    if not opens(user, reverse("admin:duplicates")):
        return False
    return tries(lambda: judge(*pair, "different", by=user, why="They are not."))


def takes_in(user) -> bool:
    kept = make.snapshot(make.source(), "Somebody was taken in March 2018.")
    return opens(user, reverse("admin:cases_snapshot_read", args=[kept.pk]))


def moves(verb: str, state: str, **more):
    def probe(user) -> bool:
        place = submitted() if state == State.SUBMITTED else make.place(published=True)
        if state == State.DRAFT:
            place = make.place()
        asked = {"why": "Because."}
        browser_of(user).post(address(Place, "move", place.pk, verb), asked)
        place.refresh_from_db()
        return place.state != state

    return probe


def sends_back_and_withdraws(user) -> bool:
    found = {
        moves("send_back", State.SUBMITTED)(user),
        moves("withdraw", State.PUBLISHED)(user),
    }
    assert len(found) == 1
    return found.pop()


def merges(user) -> bool:
    pair = make.person(), make.person()
    if not opens(user, reverse("admin:people_person_merge")):
        return False
    return tries(lambda: merge(*pair, by=user, why="They are one."))


def reads_the_log(user) -> bool:
    return opens(user, reverse("admin:log"))


PROBES = {
    "signs in": signs_in,
    "sees published public records": sees(),
    "sees published *registered* records": sees(secrecy=Secrecy.REGISTERED),
    "sees drafts, submitted and withdrawn records": sees_unpublished,
    "sees *staff only* records and staff-only fields": sees_staff_fields,
    "sees *sealed* records": sees(secrecy=Secrecy.SEALED, state=State.DRAFT),
    "sees a name that is withheld or shown as initials": sees_withheld_names,
    "takes articles in, also from their address": takes_articles_in,
    "reads kept copies in full": reads_copies,
    "reads the history of a record": reads_history,
    "enters and changes drafts, of anybody": enters,
    "deletes drafts": deletes,
    "sees pairs that may be one person, and judges them": judges,
    "takes in what an article tells": takes_in,
    "submits for review": moves("submit", State.DRAFT),
    "publishes what somebody else submitted": moves("publish", State.SUBMITTED),
    "sends back, withdraws": sends_back_and_withdraws,
    "merges two entries of one person, and parts them again": merges,
    "reopens a published or withdrawn record": moves("reopen", State.PUBLISHED),
    "reads the log of changes": reads_the_log,
}


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
