"""Tell us: written without an account and a cookie, kept enciphered, answered by a receipt."""

import io
import re
import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from config.records.ciphers import decipher
from config.records.messages import proofs
from config.records.messages.actions import decide, of_code
from config.records.messages.receipts import hash_of, new_code
from config.records.models import Message
from tests.dumped import dump
from tests.factories import account

pytestmark = pytest.mark.django_db
WORDS = dict(zip(map(str, proofs.NUMBERS), range(1, 10), strict=True))
CODE = re.compile(r"<code[^>]*>([0-9A-Z-]{23})</code>")
SAID = {"topic": "hide", "text": "Zqsaid to you", "about": "C-7K3M9Q", "contact": "zqreach@x.org"}


@pytest.fixture
def patient(monkeypatch):
    """The clock of proofs stands so that no form is sent too soon."""
    monkeypatch.setattr(proofs, "SOONEST", 0)


def filled(client, **said) -> dict:
    """The form as it was got, filled in, with its question answered."""
    page = client.get("/tell/").content.decode()
    token = re.search(r'name="proof" value="([^"]+)"', page)[1]
    first, second = re.search(r"How much is (\w+) and (\w+)\?", page).groups()
    return {**SAID, "proof": token, "sum": str(WORDS[first] + WORDS[second]), **said}


def send(client, **said):
    return client.post("/tell/", filled(client, **said))


def code_in(answer) -> str:
    return CODE.search(answer.content.decode())[1]


def look(client, code: str, **more):
    return client.post("/tell/answer/", {"code": code, **more})


# Writing


def test_a_message_is_kept_enciphered_and_answered_with_a_code(client, patient):
    answer = send(client)

    kept = Message.objects.get()
    assert (kept.text.tell(), kept.about.tell()) == ("Zqsaid to you", "C-7K3M9Q")
    assert (kept.topic, kept.use, kept.state) == ("hide", "staff", "waiting")
    assert kept.receipt == hash_of(code_in(answer))
    assert decipher(kept.contact.token) == "zqreach@x.org"
    assert "Zqsaid" not in answer.content.decode()


def test_no_page_sets_a_cookie_and_none_is_kept(client, patient):
    filled_in = filled(client)
    answers = [
        client.get("/tell/"),
        client.get("/tell/answer/"),
        client.post("/tell/", {}),
        (sent := client.post("/tell/", filled_in)),
        look(client, code_in(sent)),
    ]

    assert [one.status_code for one in answers] == [200] * 5
    assert [one.cookies.output() for one in answers] == [""] * 5
    assert ["no-store" in one["Cache-Control"] for one in answers] == [True] * 5


def test_forms_need_no_token_against_forgery(patient):
    client = Client(enforce_csrf_checks=True)

    assert "It has arrived" in send(client).content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_a_form_on_another_site_sends_nothing(client, patient, headers, status):
    answer = client.post("/tell/", filled(client), headers=headers)

    assert (answer.status_code, Message.objects.count()) == (status, int(status == 200))


def test_the_warning_stands_before_the_fields(client):
    page = client.get("/tell/").content.decode()

    assert page.index("Tor Browser") < page.index("<textarea")


def test_the_record_of_the_page_is_filled_in_where_it_is_an_id(client):
    filled_in, not_one = (
        client.get(f"/tell/?about={about}").content.decode()
        for about in ("c-7k3m9q", "%22%3E%3Cscript%3E")
    )

    assert 'name="about" value="C-7K3M9Q"' in filled_in
    assert ('name="about" value' in not_one, "<script" in not_one) == (False, False)


@pytest.mark.parametrize(
    "text",
    ["🙏🏽🕊️", "مەن ئۇنى كۆردۈم\nئىككىنچى قۇر", "王明被带走了", "a" * 10_000, "line\r\nline " * 800],
    ids=["emoji", "Uyghur", "Chinese", "longest", "lines"],
)
def test_any_text_comes_as_it_was_typed(client, patient, text):
    send(client, text=text)

    assert Message.objects.get().text.tell() == text.replace("\r\n", "\n").strip()


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"text": "   "}, "This field is required."),
        ({"text": "b" * 10_001}, "at most 10000 characters"),
        ({"text": "Zqtyped\0"}, "Null characters are not allowed."),
        ({"topic": "bribe"}, "Select a valid choice."),
        ({"sum": "999"}, "That is not the sum."),
        ({"sum": "a lot"}, "That is not the sum."),
        ({"proof": "forged"}, "This form was open for very long."),
        ({"website": "http://spam.example"}, "This box is for machines."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, patient, said, complaint):
    answer = send(client, **{"contact": "zqstays", **said}).content.decode()

    assert (complaint in answer, 'value="zqstays"' in answer) == (True, True)
    assert Message.objects.count() == 0


def test_a_form_sent_at_once_is_asked_to_wait_and_is_good_then(client, monkeypatch):
    form = filled(client)

    early = client.post("/tell/", form).content.decode()

    assert ("That was fast." in early, "Zqsaid to you" in early) == (True, True)
    later = time.time() + 10
    monkeypatch.setattr(proofs.time, "time", lambda: later)
    assert "It has arrived" in client.post("/tell/", form).content.decode()


def test_a_form_is_taken_once(client, patient):
    form = filled(client)
    client.post("/tell/", form)

    again = client.post("/tell/", form).content.decode()

    assert "This form was sent already" in again
    assert Message.objects.count() == 1


def test_digits_of_any_script_are_a_sum(client, patient):
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    form = filled(client)

    answer = client.post("/tell/", {**form, "sum": form["sum"].translate(arabic)})

    assert "It has arrived" in answer.content.decode()


def test_too_many_from_one_address_are_refused_and_what_was_typed_stays(client, patient, settings):
    settings.THROTTLES = {"messages": (2, 3600)}
    [send(client) for _ in range(2)]

    refused = send(client)

    told = refused.content.decode()
    assert (refused.status_code, "Zqsaid to you" in told) == (429, True)
    assert 0 < int(refused["Retry-After"]) <= 3600
    elsewhere = client.post("/tell/", filled(client), REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 200


def test_no_table_holds_a_word_of_it_nor_the_code(client, patient, reviewer):
    code = code_in(send(client, about="Zqabout"))
    said = {"answer": "Zqanswer", "why": "Zqreason"}
    decide(of_code(code), by=reviewer, state="refused", **said)

    whole = "\n".join(dump().values()).lower()

    words = ("zqsaid", "zqabout", "zqreach", "zqanswer", "zqreason", code.lower())
    assert [word in whole for word in (*words, code.replace("-", "").lower())] == [False] * 7
    assert Message.objects.get().public_id.lower() in whole


def test_every_value_is_under_the_newest_key_after_a_change_of_keys(client, patient, settings):
    code = code_in(send(client))
    settings.CONFIDENTIAL_KEYS = ["B" * 43 + "=", *settings.CONFIDENTIAL_KEYS]

    call_command("rotate_confidential_keys", stdout=io.StringIO())

    settings.CONFIDENTIAL_KEYS = settings.CONFIDENTIAL_KEYS[:1]
    kept = of_code(code)
    assert (kept.text.tell(), kept.contact.tell()) == ("Zqsaid to you", "zqreach@x.org")


def test_the_page_says_so_where_it_did_not_come_encrypted(client):
    plain, secure = (client.get("/tell/", secure=one).content.decode() for one in (False, True))

    told = "did not come encrypted"
    assert (told in plain, told in secure) == (True, False)


# Reading the answer


def test_the_code_leads_to_the_answer_however_it_was_copied(client, patient):
    code = code_in(send(client))
    waiting = look(client, code.lower().replace("-", " ")).content.decode()
    Message.objects.update(
        state="handled", answer="Zqanswer", decided_by=account("a"), decided_at=timezone.now()
    )

    answered = look(client, code).content.decode()

    assert ("Nobody has answered yet" in waiting, "Zqanswer" in waiting) == (True, False)
    assert ("Somebody has seen to it" in answered, "Zqanswer" in answered) == (True, True)
    assert ("Zqsaid" in answered, "zqreach" in answered) == (False, False)


def test_no_message_and_a_wrong_code_are_one_answer(client, patient):
    before = look(client, new_code()).content
    send(client)

    after = look(client, new_code()).content

    strip = re.compile(rb'name="code" value="[^"]*"')
    assert strip.sub(b"", before) == strip.sub(b"", after)
    assert b"No message has this code." in after


def test_codes_are_not_tried_without_end(client, monkeypatch):
    answers = [look(client, new_code()).status_code for _ in range(31)]

    assert answers == [200] * 30 + [429]


def test_whoever_has_the_code_deletes_the_message(client, patient):
    code, other = code_in(send(client)), code_in(send(client))

    told = look(client, code, delete="yes").content.decode()

    assert "It is deleted." in told
    assert Message.objects.get().receipt == hash_of(other)
    assert "No message has this code." in look(client, code).content.decode()


def test_codes_differ_and_hold_a_hundred_bits():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert {len(one.replace("-", "")) for one in codes} == {20}


# Keeping


@pytest.mark.parametrize(
    ("decided", "came", "is_kept"),
    [(89, 400, True), (90, 90, False), (None, 364, True), (None, 365, False)],
)
def test_messages_are_kept_as_long_as_is_said_and_no_longer(
    client, patient, capsys, decided, came, is_kept
):
    code = code_in(send(client))
    Message.objects.update(received_on=timezone.localdate() - timedelta(days=came))
    if decided is not None:
        at = timezone.now() - timedelta(days=decided)
        Message.objects.update(decided_at=at, decided_by=account("a"), state="handled")

    told = look(client, code).content.decode()
    call_command("forget_messages")

    assert ("No message has this code." not in told, Message.objects.exists()) == (is_kept, is_kept)
    assert capsys.readouterr().out == f"Deleted: {int(not is_kept)}.\n"
