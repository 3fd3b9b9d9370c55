"""What each line of docs/roles.md lets somebody do, as something to try."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.erasing import propose as propose_erasure
from cases.models import Case, Erasure, Snapshot
from config.records.choices import ChangeState, Secrecy, State
from config.records.history import versions
from config.records.models import Access, PendingChange
from config.records.pending import propose
from config.records.steps import step_to
from people.actions import merge
from people.choices import Ground
from people.judging import judge
from people.models import Consent, Contact, Identifier, Person, PersonName, Place
from tests import factories as make
from tests.conftest import an_account
from tests.messages import reads_messages, writes_messages
from tests.people.confiding import NUMBER, consent, contact, identifier, page
from tests.roles import opens
from tests.sheet import address, sheet_of
from tests.walks import browser_of

PUBLISHED = {"published": True}
LAW = {"law": "request", "why": "Letter of 3 May, file 12."}


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
    states = [{"state": one} for one in (State.DRAFT, State.SUBMITTED, State.WITHDRAWN)]
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


# Changes that wait


def changes(user) -> bool:
    """Proposes a change of what is published, and takes it back."""
    place = make.place("Ghulja", **PUBLISHED)
    if not opens(user, address(Place, "change", place.pk)):
        return False
    browser = browser_of(user)
    sheet_of(browser, place).fill_in(name="Yining").send(change_why="A map says so.")
    change = PendingChange.objects.of(place).waiting().first()
    if change is None:
        return False
    browser.post(reverse("admin:change-review", args=[change.pk]), {"take_back": "1"})
    change.refresh_from_db()
    return change.state == ChangeState.TAKEN_BACK


def a_change() -> PendingChange:
    """Another name for a published place, proposed by somebody else."""
    place = make.place("Ghulja", **PUBLISHED)
    version = versions(place).first()
    version.name = "Yining"
    by = an_account("contributor", is_staff=True, name=f"else {place.public_id}")
    return propose(place, [step_to(version)], by=by, why="A map says so.")


def decides_about_changes(user) -> bool:
    """Accepts one, and refuses another."""
    browser, found = browser_of(user), set()
    for asked, state in (("accept", ChangeState.ACCEPTED), ("refuse", ChangeState.REFUSED)):
        change = a_change()
        browser.post(reverse("admin:change-review", args=[change.pk]), {asked: "1", "why": "So."})
        change.refresh_from_db()
        found.add(change.state == state)
    assert len(found) == 1
    return found.pop()


# What is not for all staff


def erases(user) -> bool:
    """Proposes to erase one person, and confirms what another chief proposed of another."""
    browser, mine, theirs = browser_of(user), make.person(), make.person()
    browser.post(reverse("admin:erasures"), {"public_id": mine.public_id, **LAW})
    other = an_account("chief", is_staff=True, name=f"else {theirs.public_id}")
    proposed = propose_erasure(theirs, by=other, **LAW)
    where = reverse("admin:erasure", args=[proposed.pk])
    seen = (browser.get(where).context or {}).get("print", "")
    browser.post(where, {"confirm": "1", "sure": "1", "seen": seen})
    found = {
        Erasure.objects.filter(public_id=mine.public_id).exists(),
        not Person.objects.filter(pk=theirs.pk).exists(),
    }
    assert len(found) == 1
    return found.pop()


def documents_an_interest(user) -> bool:
    person = make.person()
    if not opens(user, address(Person, "change", person.pk)):
        return False
    said = {"ground": Ground.INTEREST, "ground_note": "Weighed by two of us."}
    sheet_of(browser_of(user), person).fill_in(**said).send()
    person.refresh_from_db()
    return person.ground == Ground.INTEREST


def sees_consents(user) -> bool:
    given = consent(make.person())
    pages = [page(given.person), address(Consent, "add"), address(Consent, "change", given.pk)]
    found = {opens(user, one) for one in pages}
    assert len(found) == 1
    return found.pop()


def sees_identifiers(user) -> bool:
    person = make.person()
    kept = [identifier(person), contact(person), consent(person)]
    pages = [reverse("admin:find-number"), address(Identifier, "add"), address(Contact, "add")]
    pages += [address(type(one), "change", one.pk) for one in kept[:2]]
    pages += [address(type(one), "delete", one.pk) for one in kept]
    found = {opens(user, one) for one in pages}
    found.add(NUMBER[-4:] in browser_of(user).get(page(person)).content.decode())
    assert len(found) == 1
    return found.pop()


def makes_forms(user) -> bool:
    consent((case := a_case()).person, "share_with_un")
    return opens(user, reverse("admin:questionnaire", args=[case.pk, "arbitrary-detention"]))


def reads_the_logbook(user) -> bool:
    return opens(user, address(Access, "changelist"))


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
    "proposes a change of a published record, and takes it back": changes,
    "accepts or refuses a change that somebody else proposed": decides_about_changes,
    "merges two entries of one person, and parts them again": merges,
    "proposes to erase a person or a case for good, and confirms what another chief proposed": (
        erases
    ),
    "documents an interest that outweighs consent": documents_an_interest,
    "sees and enters consents": sees_consents,
    "sees and enters identifiers and contacts, looks for a number, deletes any of the three": (
        sees_identifiers
    ),
    "makes forms of the United Nations, of whom a consent to share with it stands": makes_forms,
    "reopens a published or withdrawn record": moves("reopen", State.PUBLISHED),
    "writes a message without an account, and reads its answer with a code": writes_messages,
    "reads and answers messages, sees how to reach whoever wrote one": reads_messages,
    "reads the log of changes": reads_the_log,
    "reads the logbook": reads_the_logbook,
}
