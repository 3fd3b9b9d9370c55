"""Guard: each role opens the pages of the admin that docs/roles.md gives it, and no other."""

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from cases.erasing import propose
from tests import factories as make
from tests import pictures
from tests.conftest import an_account
from tests.messages import a_message
from tests.people.confiding import consent, contact, identifier
from tests.probes import a_change
from tests.roles import ROLES, account, allowed, opens, table

pytestmark = pytest.mark.django_db
PAGES = table("pages of the admin")
FORMS = ("questionnaires", "questionnaire", "questionnaire-document")


def admin_pages(records: dict, user=None) -> dict[str, str]:
    """Every pattern of the admin by its name, with an address that leads there."""
    found = {}
    for name, names in _patterns(admin.site.get_urls()):
        label = name.rsplit("_", 1)[0]
        record = next((r for m, r in records.items() if m == label), records["people_person"])
        content_type = ContentType.objects.get_for_model(type(record)).pk
        values = {
            "object_id": record.pk,
            "pk": _key(name, records, record),
            "kind": "people.person",
            "id": user.pk if user else 0,
            "verb": "submit",
            "app_label": "people",
            "content_type_id": content_type,
            "slug": "arbitrary-detention",
        }
        try:
            found[name] = reverse(f"admin:{name}", kwargs={one: values[one] for one in names})
        except NoReverseMatch:  # the same name with and without an argument
            found[name] = reverse(f"admin:{name}", args=[values[one] for one in names])
    return found


def _key(name: str, records: dict, record) -> int:
    """Of a page that is of no one model: the key of what it shows."""
    of = {"change-review": "change", "erasure": "erasure", "cases_snapshot_read": "cases_snapshot"}
    of["message"] = "message"
    of |= dict.fromkeys(FORMS, "cases_case")
    return records[of[name]].pk if name in of else record.pk


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
        pictures.attachment(case=case),
    ]
    kept = [identifier(person), contact(person), consent(person, "share_with_un")]
    found = {f"{one._meta.app_label}_{one._meta.model_name}": one for one in [*made, *kept]}
    chief = an_account("chief", is_staff=True, name="another chief")
    proposed = propose(person, by=chief, law="request", why="Letter of 3 May.")
    return {**found, "change": a_change(), "erasure": proposed, "message": a_message()}


# Nothing to look at: they leave, or are asked by scripts and forms with more than an address.
NOT_ASKED = {"logout", "autocomplete", "people_person_unmerge", "login", "view_on_site"}
NOT_ASKED |= {"password_change"}  # it leads to /account/
# What a page is asked with besides.
WITH = {"restore": "?to=2026-01-31T00:00:00%2B00:00"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_the_pages_of_the_admin_that_the_table_says(role, records):
    user = account(role)
    pages = {n: page for n, page in admin_pages(records, user).items() if n not in NOT_ASKED}

    opened = {
        name: opens(user, page + WITH.get(name.rsplit("_", 1)[-1], ""))
        for name, page in pages.items()
    }

    assert opened == {name: allowed(PAGES[row_of(name)])[role] for name in pages}
    assert len(pages) > 70


def test_no_row_of_the_table_speaks_of_a_page_that_is_not_there(records):
    assert {row_of(name) for name in admin_pages(records)} == set(PAGES)
    named = {one.strip("`") for row in PAGES for one in row.split() if one.startswith("`")}
    assert {one for one in named if not one.endswith("…")} - set(admin_pages(records)) == set()
