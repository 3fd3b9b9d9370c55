"""Guard: a hidden record and a missing one are the same 404, in bytes and in questions asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.nouns import NOUNS
from config.records.choices import Secrecy, State
from config.records.exports import FORMATS
from tests import factories as make
from tests import pictures
from tests.roles import account
from tests.walks import browser_of

pytestmark = pytest.mark.django_db
HIDDEN = {
    "a draft": {"state": State.DRAFT},
    "withdrawn": {"state": State.WITHDRAWN},
    "registered": {"secrecy": Secrecy.REGISTERED},
    "sealed": {"state": State.DRAFT, "secrecy": Secrecy.SEALED},
}
# Whom a record hidden so is hidden from.
FROM = [
    ("reader", "a draft"),
    ("reader", "withdrawn"),
    ("reader", "registered"),
    ("reader", "sealed"),
    ("researcher", "a draft"),
    ("researcher", "sealed"),
    ("contributor", "sealed"),
    ("auditor", "registered"),
    ("auditor", "sealed"),
]
MADE = {
    "cases": lambda **shown: make.case(make.person(published=True), published=True, **shown),
    "people": lambda **shown: make.person("Gulnar Aset", published=True, **shown),
    "events": lambda **shown: make.event("arrest", published=True, **shown),
    "facilities": lambda **shown: make.facility(published=True, **shown),
    "sources": lambda **shown: make.source(published=True, **shown),
    "attachments": lambda **shown: pictures.attachment(
        facility=make.facility(published=True), published=True, **shown
    ),
}


def doors(noun, public_id: str) -> list[str]:
    api = [f"/api/v1/{noun.name}/{public_id}/"]
    api += [f"/api/v1/{noun.name}/{public_id}.{suffix}" for suffix in FORMATS]
    if noun.name == "attachments":
        api += [f"/pictures/{public_id}.jpg", f"/pictures/{public_id}-small.jpg"]
    return [*api, f"/{noun.name}/{public_id}/"] if noun.has_page else api


def answered(browser, address: str, public_id: str) -> tuple:
    with CaptureQueriesContext(connection) as asked:
        response = browser.get(address)
    said = f"{response.status_code} {response.headers} {response.content.decode()}"
    return len(said), len(asked), said.replace(public_id, "…")


@pytest.mark.parametrize(("role", "how"), FROM, ids=" ".join)
def test_a_hidden_record_costs_and_says_what_a_missing_one_does(role, how):
    browser = browser_of(account(role))
    for noun in (one for one in NOUNS if one.name in MADE):
        hidden = MADE[noun.name](**HIDDEN[how]).public_id
        missing = f"{noun.model.ID_PREFIX}-ZZZZZZ"
        browser.get("/healthz")

        for one, other in zip(doors(noun, hidden), doors(noun, missing), strict=True):
            left, right = answered(browser, one, hidden), answered(browser, other, missing)
            assert left == right, one
            assert left[2].startswith("404"), one
