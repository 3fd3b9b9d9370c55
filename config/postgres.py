"""Where the database comes from: DATABASE_URL, else a PostgreSQL of Tizim's own in var/postgres."""

import functools
import os
import re
import time
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from psycopg2 import ProgrammingError
from psycopg2.extensions import make_dsn

from config import private_postgres

LASTING = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def database(var: Path) -> dict:
    """What Django's DATABASES["default"] should be; nothing is started before it is needed."""
    url = os.environ.get("DATABASE_URL", "").strip()
    return {**(_elsewhere(url) if url else _private(var.resolve())), **LASTING}


def _elsewhere(url: str) -> dict:
    try:
        parsed = dj_database_url.parse(url)
        parsed["OPTIONS"] = {"connect_timeout": 10, **parsed.get("OPTIONS", {})}
        make_dsn(**parsed["OPTIONS"])  # refuses a misspelt option
    except (ValueError, ProgrammingError):
        parsed = {}
    if (
        parsed.get("ENGINE") != "django.db.backends.postgresql"
        or not parsed["NAME"]
        or "%00" in url
    ):
        # The address is not repeated and the cause not chained: both may hold the password.
        raise ImproperlyConfigured(
            "DATABASE_URL is not the address of a PostgreSQL database; it should look like "
            "postgres://user:password@host:5432/name, with special characters percent-encoded."
        )
    return parsed


def _private(var: Path) -> dict:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": private_postgres.NAME,
        "USER": private_postgres.USER,
        "HOST": str(private_postgres.sockets(var)),
        "PORT": private_postgres.PORT,
        "OPTIONS": {"connection_factory": functools.partial(private_postgres.connect, var)},
    }


def wait_until_answers(seconds: float = 30) -> None:
    """Return when the database answers; give up early if waiting cannot help."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return connection.ensure_connection()
        except OperationalError as error:
            if not _may_pass(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.5)


def _may_pass(error: OperationalError) -> bool:
    """A server that is starting, or not yet there; not a wrong password or a missing database."""
    return "FATAL" not in str(error) or "the database system is" in str(error)


def explain(error: OperationalError) -> str:
    """One line for whoever typed the command: which database, and what it said."""
    options = connection.settings_dict["OPTIONS"]
    host = connection.settings_dict["HOST"] or options.get("host") or "local socket"
    port = connection.settings_dict["PORT"] or options.get("port") or 5432
    said = " ".join(str(error).split("\n")[0].split())
    reason = re.sub(r"^connection to server .*? failed: |^could not connect to server: ", "", said)
    return (
        f"The database {connection.settings_dict['NAME']} (host {host}, port {port}) "
        f"cannot be used: {reason.removeprefix('FATAL: ')}"
    )
