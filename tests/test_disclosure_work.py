"""Guard: what is kept about the work, and what is confidential, is read by those it is for alone.

Changes that wait, reasons, looks and erasures each carry a word of their own, as planted.py has it.
Staff read them in the admin; nobody hears one at a public address.
"""

from dataclasses import dataclass

import pytest
from django.urls import reverse

from cases.erasing import propose as propose_erasure
from config.records import actions
from config.records.models import Access, PendingChange
from people.models import Consent, Contact, Identifier, Person, Place
from tests import factories as make
from tests.addresses import ask
from tests.conftest import an_account
from tests.people.confiding import consent, contact, identifier
from tests.people.confiding import page as confidential_page
from tests.planted import WORD, new_word
from tests.sheet import address, sheet_of
from tests.walks import browser_of, lists, walk

pytestmark = pytest.mark.django_db
ROLES = ("visitor", "researcher", "contributor", "reviewer", "chief", "auditor")
STAFF, CHIEFS = {"contributor", "reviewer", "chief"}, {"chief"}
NOBODY: set[str] = set()


@dataclass(frozen=True)
class Kept:
    """A word, what it is kept in, and the roles that may read it in the admin."""

    word: str
    what: str
    readers: set[str]


class Desk:
    """One of everything that is kept about the work on published records."""

    def __init__(self):
        self.kept: list[Kept] = []
        self.by = {one: an_account(one, is_staff=True) for one in ROLES[2:]}
        self.by["researcher"] = an_account("researcher", is_staff=False)
        self.person = make.person("Aigul Nurlan", published=True)
        self.records = [self.person]
        for makes in (self.changes, self.reasons, self.secrets, self.looks, self.erasures):
            makes()

    def word(self, what: str, readers: set[str]) -> str:
        self.kept.append(Kept(new_word(), what, readers))
        return self.kept[-1].word

    def changes(self) -> None:
        """One that waits, one refused; of a public text, of a staff note, of a sealed fact."""
        boxes = {"biography": STAFF, "staff_note": STAFF, "religion": CHIEFS}
        for box, readers in boxes.items():
            seals = {"religion_secrecy": "sealed"} if readers is CHIEFS else {}
            person = make.person(published=True, **seals)
            self.records.append(person)
            sheet = sheet_of(browser_of(self.by["chief"]), person)
            sheet.fill_in(**{box: self.word(f"a change of {box}", readers)})
            sheet.send(change_why=self.word(f"why {box} should change", readers))
        refused = self._proposed(make.place("Ghulja", published=True))
        why = self.word("why a change was refused", STAFF)
        page = reverse("admin:change-review", args=[refused.pk])
        browser_of(self.by["reviewer"]).post(page, {"refuse": "1", "why": why})

    def _proposed(self, place: Place) -> PendingChange:
        self.records.append(place)
        sheet = sheet_of(browser_of(self.by["contributor"]), place)
        sheet.fill_in(name=self.word("a change that is refused", STAFF)).send(change_why="A map.")
        return PendingChange.objects.latest("pk")

    def reasons(self) -> None:
        """Why something was sent back, withdrawn, reopened."""
        root = make.User.objects.create_superuser("root")
        sent, gone = make.place("Kashgar"), make.place("Hotan", published=True)
        actions.submit(sent, by=self.by["contributor"])
        actions.send_back(sent, by=root, why=self.word("why it was sent back", STAFF))
        actions.withdraw(gone, by=root, why=self.word("why it was withdrawn", STAFF))
        actions.reopen(gone, by=root, why=self.word("why it was reopened", STAFF))
        self.records += [sent, gone]

    def secrets(self) -> None:
        """What is confidential is dots to everybody until it is asked for, one value at a time."""
        identifier(self.person, self.word("a number", NOBODY), note=self.word("a note", NOBODY))
        contact(self.person, self.word("a telephone", NOBODY))
        consent(self.person, "store", evidence=self.word("the evidence of a consent", NOBODY))

    def looks(self) -> None:
        by = self.by["chief"]
        Access.objects.create(by=by, what="sealed", kind="case", record="C-ZZZZZZ")

    def erasures(self) -> None:
        why = self.word("why somebody is to be erased", CHIEFS)
        propose_erasure(self.person, by=self.by["chief"], law="request", why=why)

    def pages(self) -> list[str]:
        """Every page of the admin that tells of any of it."""
        found = [reverse(f"admin:{one}") for one in ("index", "queue", "erasures", "log")]
        found += [address(Access, "changelist"), confidential_page(self.person)]
        found += [address(type(one), page, one.pk) for one in self.records for page in PAGES]
        found += [
            reverse("admin:change-review", args=[key])
            for key in PendingChange.objects.values_list("pk", flat=True)
        ]
        for kind in (Identifier, Contact, Consent):
            keys = kind.objects.values_list("pk", flat=True)
            found += [address(kind, page, key) for key in keys for page in PAGES]
        return found


PAGES = ("change", "history")


@pytest.fixture(scope="module")
def desk(module_db) -> Desk:
    return Desk()


def heard(answers) -> set[str]:
    return {word for one in answers for word in WORD.findall(f"{one.headers}{one.body}".lower())}


@pytest.mark.parametrize("role", ROLES)
def test_no_public_address_tells_anybody_of_the_work(role, desk):
    user = desk.by.get(role)
    ids = {one.public_id for one in desk.records if isinstance(one, Person)}

    answers = walk(user, ids, set(), lists() if user is None else [])

    assert heard(answers.values()) & {one.word for one in desk.kept} == set()
    assert len(answers) > 50


@pytest.mark.parametrize("role", ROLES)
def test_each_page_of_the_admin_tells_of_the_work_to_those_it_is_for(role, desk):
    browser = browser_of(desk.by.get(role))

    told = heard(ask(browser, page) for page in desk.pages())

    assert sorted(one.what for one in desk.kept if one.word in told) == sorted(
        one.what for one in desk.kept if role in one.readers
    )


def test_the_id_of_a_sealed_record_is_in_the_logbook_for_who_may_unseal_alone(desk):
    page = ask(browser_of(desk.by["auditor"]), address(Access, "changelist"))

    assert page.status == 200
    assert "C-ZZZZZZ" not in page
