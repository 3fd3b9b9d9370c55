"""What strangers wrote, at the desk: who reads it, what is written down, what they are told."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from config.records.messages.actions import decide, of_code, receive
from config.records.models import Access, Message
from tests import factories
from tests.conftest import an_account

pytestmark = pytest.mark.django_db
SAID = {"topic": "hide", "text": "Zqsaid", "about": "the page of Zqabout", "contact": "zqcontact"}
QUEUE = "/admin/messages/"


@pytest.fixture
def code(db) -> str:
    return receive(**SAID)


def page_of(message: Message) -> str:
    return reverse("admin:message", args=[message.pk])


def decision(message: Message, **said) -> dict:
    return {"decide": "yes", "state": "handled", "seen": str(message.decided_at or ""), **said}


@pytest.mark.parametrize(
    ("role", "status"), [("contributor", 403), ("reviewer", 200), ("chief", 200)]
)
def test_reviewers_and_chiefs_read_messages_and_contributors_do_not(code, signed_in, role, status):
    browser = signed_in(an_account(role, is_staff=True))
    message = Message.objects.get()

    pages = [browser.get(one) for one in (QUEUE, page_of(message))]

    assert [one.status_code for one in pages] == [status] * 2
    heard = ["Zqsaid" in one.content.decode() for one in pages]
    assert heard == [False, status == 200]
    index = browser.get("/admin/").content.decode()
    assert ("Messages from outside: 1" in index) == (status == 200)


def test_an_auditor_learns_who_read_and_not_what(code, reviewer, chief, signed_in):
    message = Message.objects.get()
    signed_in(reviewer).get(page_of(message))
    auditor = an_account("contributor", is_staff=True, name="auditor")
    auditor.user_permissions.add(*_permission("view_access"))

    browser = signed_in(auditor)

    assert browser.get(page_of(message)).status_code == 403
    logbook = browser.get("/admin/records/access/").content.decode()
    assert ("read a message" in logbook, str(reviewer) in logbook) == (True, True)
    assert [word in logbook for word in ("Zqsaid", message.public_id)] == [False] * 2


def _permission(codename: str):
    return Permission.objects.filter(codename=codename)


def test_each_look_is_in_the_logbook_and_the_way_to_reach_them_is_a_look_of_its_own(
    code, reviewer, signed_in
):
    message, browser = Message.objects.get(), signed_in(reviewer)

    first = browser.get(page_of(message)).content.decode()
    second = browser.post(page_of(message), {"contact": "show"}).content.decode()

    assert ("zqcontact" in first, "zqcontact" in second) == (False, True)
    lines = Access.objects.order_by("id").values_list("by", "what", "kind", "record")
    one, reach = "message", "way to reach who wrote it"
    assert list(lines) == [
        (reviewer.pk, "message", kind, message.public_id) for kind in (one, one, reach)
    ]


def test_what_is_answered_is_read_with_the_code_and_the_reason_is_not(
    code, client, reviewer, signed_in
):
    message, case = Message.objects.get(), factories.case()
    said = decision(message, answer="Zqanswer", why="Zqreason", record=case.public_id.lower())

    signed_in(reviewer).post(page_of(message), said)

    told = client.post("/tell/answer/", {"code": code}).content.decode()
    assert ("Zqanswer" in told, "Zqreason" in told, str(reviewer) in told) == (True, False, False)
    message.refresh_from_db()
    assert (message.state, message.record, message.decided_by) == (
        "handled",
        case.public_id,
        reviewer,
    )
    assert message.answer.token.startswith("gAAAA")


def test_a_message_is_turned_down_with_a_reason_alone(code, reviewer, signed_in):
    message, browser = Message.objects.get(), signed_in(reviewer)

    without = browser.post(page_of(message), decision(message, state="refused", answer="Zqkept"))

    told = without.content.decode()
    assert ("Say why it is turned down." in told, "Zqkept" in told) == (True, True)
    browser.post(page_of(message), decision(message, state="refused", why="it is an advertisement"))
    assert of_code(code).state == "refused"


def test_a_record_has_to_be_there_and_seen(code, reviewer):
    sealed = factories.person("Hidden", secrecy="sealed")

    for public_id in ("C-000000", sealed.public_id):
        with pytest.raises(ValidationError) as refused:
            decide(Message.objects.get(), by=reviewer, state="handled", record=public_id)
        assert refused.value.messages == ["There is no such record, or you may not see it."]


def test_the_second_of_two_who_decide_at_once_is_told(code, reviewer, chief):
    message = Message.objects.get()
    decide(message, by=reviewer, state="handled", answer="first")

    with pytest.raises(ValidationError) as refused:
        decide(message, by=chief, state="handled", answer="second")

    assert refused.value.messages == ["Somebody else decided about it meanwhile. Look at it again."]
    assert Message.objects.get().answer.tell() == "first"


def test_what_the_sender_named_is_a_link_for_whoever_sees_it(reviewer, signed_in):
    case, sealed = factories.case(), factories.person("Hidden", secrecy="sealed")
    receive(topic="news", text="see above", about=f"{case.public_id} and {sealed.public_id}")

    page = signed_in(reviewer).get(page_of(Message.objects.get())).content.decode()

    link = reverse("admin:cases_case_change", args=[case.pk])
    hidden = reverse("admin:people_person_change", args=[sealed.pk])
    assert (link in page, hidden in page) == (True, False)


def test_nothing_is_decided_without_the_permission(code, contributor, signed_in):
    message = Message.objects.get()

    answer = signed_in(contributor).post(page_of(message), decision(message))

    assert (answer.status_code, Message.objects.get().state) == (403, "waiting")


def test_what_is_due_is_gone_when_the_queue_is_looked_at(code, reviewer, signed_in):
    long_ago = timezone.localdate().replace(year=2020)
    Message.objects.update(received_on=long_ago)

    page = signed_in(reviewer).get(QUEUE).content.decode()

    assert ("M-" in page, Message.objects.exists()) == (False, False)


def test_a_missing_key_loses_nothing_and_breaks_no_page(
    code, client, reviewer, signed_in, settings
):
    message = Message.objects.get()
    decide(message, by=reviewer, state="handled", answer="Zqanswer")
    keys, settings.CONFIDENTIAL_KEYS = settings.CONFIDENTIAL_KEYS, ["A" * 43 + "="]

    desk = signed_in(reviewer).get(page_of(message))
    told = client.post("/tell/answer/", {"code": code}).content.decode()

    assert (desk.status_code, "no longer has" in desk.content.decode()) == (200, True)
    assert "cannot be read at the moment" in told
    settings.CONFIDENTIAL_KEYS = keys
    assert "Zqanswer" in client.post("/tell/answer/", {"code": code}).content.decode()
