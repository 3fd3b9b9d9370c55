"""Makers of what is confidential, and what the database holds of it."""

from datetime import date

from django.db import connection
from django.urls import reverse

from people.models import Consent, Contact, Identifier, Person
from tests import factories as make

NUMBER = "N 1234-5678"


def identifier(person: Person, value: str = NUMBER, **more) -> Identifier:
    made = Identifier(
        person=person, kind="passport", value=value, entered_by=make.account("enters"), **more
    )
    made.full_clean()
    made.save()
    return Identifier.objects.get(pk=made.pk)


def contact(person: Person, value: str = "+7 700 0000001", **more) -> Contact:
    return Contact.objects.create(
        person=person, kind="telephone", value=value, entered_by=make.account("enters"), **more
    )


def consent(person: Person, *scopes: str, **more) -> Consent:
    said = {"given_as": "self", "how": "spoken", "given_on": date(2024, 1, 2), **more}
    to = dict.fromkeys(scopes or ("store",), True)
    return Consent.objects.create(person=person, entered_by=make.account("enters"), **to, **said)


def rows_of(*tables: str) -> str:
    """All that the database holds in these tables, as text."""
    with connection.cursor() as cursor:
        found = []
        for table in tables:
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608 our own names
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


def page(person: Person) -> str:
    return reverse("admin:confidential", args=[person.pk])
