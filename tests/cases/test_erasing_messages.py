"""An erasure takes out of strangers' messages what they say of whom is erased."""

import pytest
from django.core.exceptions import ValidationError

from cases.dooming import doomed
from cases.erasing import confirm, propose
from config.records.cipher_fields import Secret
from config.records.messages.actions import decide, of_code, receive
from config.records.models import Message
from people.models import Person
from tests import factories as make
from tests.conftest import an_account

pytestmark = pytest.mark.django_db
NAME = "Zqvantor Zqbeldan"


@pytest.fixture
def second(db):
    return an_account("chief", is_staff=True, name="second")


@pytest.fixture
def who(db):
    return make.person(NAME, published=True)


def erase(who, chief, second):
    proposed = propose(who, by=chief, law="request", why="asked in a letter")
    return confirm(proposed, by=second, seen=doomed(who).print())


def all_that_is_said() -> str:
    fields = ("about", "text", "contact", "answer", "why")
    return " ".join(getattr(one, f).tell() for one in Message.objects.all() for f in fields)


def test_messages_about_them_are_emptied_and_the_receipt_stays_good(who, chief, second):
    code = receive(topic="hide", text="Hide my sister", about=f"{who.public_id}", contact="zqreach")
    linked = receive(topic="news", text="He is free", contact="zqother")
    decide(of_code(code), by=chief, state="handled", answer=f"{NAME} is no longer shown.")
    decide(of_code(linked), by=chief, state="handled", record=who.public_id)

    done = erase(who, chief, second)

    said = all_that_is_said()
    assert [word in said for word in ("sister", "He is free", "zqreach", "zqother")] == [False] * 4
    assert of_code(code).answer.tell() == "█" * len(NAME) + " is no longer shown."
    assert of_code(linked).record == ""
    assert done.removed["messages emptied or blanked"] == 2


def test_in_all_other_messages_the_name_is_blanked_and_the_rest_stays(who, chief, second):
    code = receive(topic="news", text=f"I saw {NAME.lower()} and Aigul in May.", contact="zqreach")

    erase(who, chief, second)

    kept = of_code(code)
    assert kept.text.tell() == f"I saw {'█' * len(NAME)} and Aigul in May."
    assert kept.contact.tell() == "zqreach"


def test_a_message_that_nobody_can_read_stops_the_erasure(who, chief, second):
    receive(topic="news", text="?")
    Message.objects.update(text=Secret("gAAAAunreadable"))

    with pytest.raises(ValidationError) as refused:
        erase(who, chief, second)

    assert refused.value.messages[0].startswith("A message cannot be read")
    assert Person.objects.filter(pk=who.pk).exists()
