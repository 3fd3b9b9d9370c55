"""A consent withdrawn while somebody publishes: whoever is first, nobody is shown without one."""

from datetime import date
from threading import Event, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from config.records.actions import publish
from people.models import Consent, Person
from tests import factories as make
from tests.conftest import an_account
from tests.people.confiding import consent

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def waiting() -> Person:
    """Somebody submitted, with a consent that stands."""
    who = make.person("Gulnar Aset", ground="consent")
    consent(who, "publish", "publish_name")
    signed = {
        "state": "submitted",
        "submitted_by": make.account("a"),
        "submitted_at": who.entered_at,
    }
    who.names.update(**signed)
    Person.objects.filter(pk=who.pk).update(**signed)
    return who


def withdraw() -> None:
    Consent.objects.update(withdrawn_on=date(2024, 5, 1))


def at_once(first, second) -> list:
    """The second begins when the first is done and not yet kept; returns what was refused."""
    begun, refused = Event(), []

    def later():
        begun.wait(10)
        try:
            second()
        except (ValidationError, IntegrityError) as error:
            refused.append(error)
        finally:
            connection.close()

    thread = Thread(target=later)
    thread.start()
    with transaction.atomic():
        first()
        begun.set()
        thread.join(0.5)
    thread.join(20)
    return refused


def test_who_withdraws_last_takes_it_back(waiting):
    reviewer = an_account("reviewer", is_staff=True)

    refused = at_once(lambda: publish(Person.objects.get(), by=reviewer), withdraw)

    assert (refused, Person.objects.get().state) == ([], "withdrawn")


def test_who_publishes_last_is_refused(waiting):
    reviewer = an_account("reviewer", is_staff=True)
    person = Person.objects.get()

    refused = at_once(withdraw, lambda: publish(person, by=reviewer))

    assert (len(refused), Person.objects.get().state) == (1, "submitted")
