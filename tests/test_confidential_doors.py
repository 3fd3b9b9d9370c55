"""Guard: no public page, file or search ever asks the database for anything confidential."""

import pytest
from django.apps import apps
from django.db import connection

from config.records.accounts.models import Authenticator
from config.records.cipher_fields import secret_columns
from config.records.history import versions_of
from config.records.messages.actions import receive
from config.records.models import Message, Record
from people.models import Consent, Contact, Identifier, Look, Person
from people.models.confidential import Confidential
from tests import factories
from tests.conftest import an_account
from tests.planted import Register
from tests.walks import lists, walk

pytestmark = pytest.mark.django_db

KINDS = [Identifier, Contact, Consent]
WORD = "zqconfidential"


def test_the_kinds_are_all_there_are():
    kinds = [one for one in apps.get_models() if issubclass(one, Confidential)]

    assert set(kinds) == set(KINDS)
    assert {model for model, _ in secret_columns()} == {
        Authenticator,  # the secrets of second factors, which have no page at all
        Message,  # what strangers wrote, which has no history
        *KINDS,
        *(versions_of(kind) for kind in KINDS),
    }


@pytest.mark.parametrize("model", [*KINDS, Look], ids=lambda model: model.__name__)
def test_no_field_of_theirs_is_public(model):
    fields = sorted(one.name for one in model._meta.concrete_fields)

    assert (model.PUBLIC_FIELDS, sorted(model.STAFF_FIELDS)) == ((), fields)
    assert not issubclass(model, Record)


def test_no_public_question_touches_a_confidential_table(db):
    register = Register()
    register.publish_one_of_each()
    whose = register.base[Person]
    by = factories.account("enters")
    Identifier.objects.create(person=whose, kind="passport", value=WORD, entered_by=by)
    Contact.objects.create(person=whose, kind="email", value=WORD, entered_by=by)
    receive(topic="news", text=WORD, about=WORD, contact=WORD)
    ids = {one.public_id for one in register.base.values()}
    readers = [None, an_account("researcher", is_staff=False)]

    said: list[str] = []

    def listen(execute, sql, params, many, context):
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        answers = [walk(reader, ids, set(), lists()) for reader in readers]

    tables = {kind._meta.db_table for kind in (*KINDS, Look, Message)}
    touching = {sql for sql in map(str, said) for table in tables if table in sql}
    assert touching == set()
    assert len(said) > 500
    bodies = " ".join(answer.body for found in answers for answer in found.values())
    assert WORD not in bodies
