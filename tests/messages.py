"""A message as a stranger sends it, and who comes to it: for the tests of roles."""

from django.urls import reverse

from config.records.messages.actions import receive
from config.records.models import Message
from tests.roles import opens

SAID = {"topic": "hide", "text": "Please take the village out."}


def a_message() -> Message:
    receive(**SAID)
    return Message.objects.latest("pk")


def writes_messages(user) -> bool:
    return opens(user, reverse("tell")) and opens(user, reverse("tell-answer"))


def reads_messages(user) -> bool:
    pages = [reverse("admin:messages"), reverse("admin:message", args=[a_message().pk])]
    return all(opens(user, page) for page in pages)
