"""The log tells where something went wrong, and no word of what was asked, typed or kept."""

import io
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client

from cases.filters import CaseFilter
from config.records.mishaps import Reserved
from tests import factories as make

WORD = "Gulnar"


@pytest.fixture
def log():
    """What a log says that is formatted as ours is."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Reserved())
    loggers = [logging.getLogger(name) for name in ("django.request", "django.security.csrf")]
    for one in loggers:
        one.addHandler(handler)
    yield written.getvalue
    for one in loggers:
        one.removeHandler(handler)


def _break(self, queryset, name, value):
    raise RuntimeError(f"The search for {value} broke.") from ValueError(value)


def test_a_page_that_breaks_is_told_by_its_route_and_its_place(db, log, monkeypatch):
    monkeypatch.setattr(CaseFilter, "search", _break)

    status = Client(raise_request_exception=False).get("/cases/", {"q": WORD}).status_code

    told = log()
    assert status == 500
    assert "Internal Server Error: /cases/" in told
    assert ["_break" in told, "RuntimeError" in told, "ValueError" in told] == [True, True, True]
    assert WORD not in told


def test_the_id_in_an_address_is_not_written_down(db, log):
    case = make.case(published=True)

    status = Client(enforce_csrf_checks=True).post(f"/cases/{case.public_id}/").status_code

    told = log()
    assert status == 403
    assert "Forbidden" in told
    assert "/cases/<id:public_id>/" in told
    assert case.public_id not in told


def test_a_row_that_breaks_a_rule_is_told_by_the_rule_alone(db):
    with (
        pytest.raises(IntegrityError) as broken,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("INSERT INTO auth_user (username) VALUES (%s)", [WORD])
    record = logging.LogRecord(
        "tizim", logging.ERROR, "", 1, "It broke.", None, (type(broken.value), broken.value, None)
    )

    told = Reserved().format(record)

    assert WORD in str(broken.value)
    assert WORD not in told
    assert "NotNullViolation (auth_user)" in told


def test_what_django_and_the_server_log_goes_through_it():
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "reserved"
    assert settings.LOGGING["formatters"]["reserved"]["()"] == f"{Reserved.__module__}.Reserved"
