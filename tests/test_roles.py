"""Guard: what docs/roles.md says each role may do is what each role can do, and nothing more."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from cases.models import Case, Snapshot
from config.records import actions
from config.records.choices import Secrecy, State
from people.actions import merge
from people.judging import judge
from people.models import Person, PersonName, Place
from tests import factories as make
from tests.conftest import an_account
from tests.roles import ROLES, allowed, table
from tests.sheet import address
from tests.walks import browser_of

pytestmark = pytest.mark.django_db
PUBLISHED = {"published": True}
MAY = table("")
PAGES = table("pages of the admin")


def account(role: str):
    return None if role == "reader" else an_account(role, is_staff=role != "researcher")


def opens(user, page: str) -> bool:
    """Whether the page is answered, rather than the way to the login or a refusal."""
    return browser_of(user).get(page).status_code == 200


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


# Every address of the admin


def admin_pages(records: dict, user=None) -> dict[str, str]:
    """Every pattern of the admin by its name, with an address that leads there."""
    found = {}
    for name, names in _patterns(admin.site.get_urls()):
        label = name.rsplit("_", 1)[0]
        record = next((r for m, r in records.items() if m == label), records["people_person"])
        content_type = ContentType.objects.get_for_model(type(record)).pk
        values = {
            "object_id": record.pk,
            "pk": records["cases_snapshot"].pk if "read" in name else record.pk,
            "id": user.pk if user else 0,
            "verb": "submit",
            "app_label": "people",
            "content_type_id": content_type,
        }
        try:
            found[name] = reverse(f"admin:{name}", kwargs={one: values[one] for one in names})
        except NoReverseMatch:  # the same name with and without an argument
            found[name] = reverse(f"admin:{name}", args=[values[one] for one in names])
    return found


def _patterns(patterns):
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name:
            yield one.name, list(one.pattern.regex.groupindex)


def row_of(name: str) -> str:
    """The row of the table that speaks of a page: the first that names it, else the last."""
    named = [row for row in PAGES if f"`{name}`" in row]
    begun = [row for row in PAGES if any(name.startswith(p) for p in _beginnings(row))]
    return (named or begun or [list(PAGES)[-1]])[0]


def _beginnings(row: str) -> list[str]:
    return [word.strip("`")[:-1] for word in row.split() if word.endswith("…`")]


@pytest.fixture
def records(db) -> dict:
    person = make.person(home=make.place())
    case = make.case(person)
    source = make.source()
    made = [
        person,
        person.names.get(),
        person.home,
        case,
        source,
        make.tie(person, "sibling", make.person()),
        event := make.event("arrest", case=case),
        make.participation(event, person, "subject", case=case),
        make.facility(),
        make.organization(),
        make.snapshot(source, "Somebody was taken."),
        make.citation(source, case=case),
    ]
    return {f"{one._meta.app_label}_{one._meta.model_name}": one for one in made}


# Nothing to look at: they leave, or are asked by scripts and forms with more than an address.
NOT_ASKED = {"logout", "autocomplete", "people_person_unmerge", "login", "view_on_site"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_the_pages_of_the_admin_that_the_table_says(role, records):
    user = account(role)
    pages = {n: page for n, page in admin_pages(records, user).items() if n not in NOT_ASKED}

    opened = {name: opens(user, page) for name, page in pages.items()}

    assert opened == {name: allowed(PAGES[row_of(name)])[role] for name in pages}
    assert len(pages) > 70


def test_no_row_of_the_table_speaks_of_a_page_that_is_not_there(records):
    assert {row_of(name) for name in admin_pages(records)} == set(PAGES)
