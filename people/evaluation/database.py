"""A database of its own for an evaluation, on the register's server; the register is left alone."""

import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, ProgrammingError, connection, connections

NOT_ALLOWED = "42501"  # what PostgreSQL calls it
LONGEST_NAME = 63


class NoDatabase(Exception):
    """The evaluation cannot have a database of its own; the sentence says why."""


@contextmanager
def own_database(keep: str = "") -> Iterator[None]:
    """Everything inside works in a fresh database, which is dropped at the end, come what may.

    keep: a word under which the database is found again next time; then it is not dropped.
    """
    server = connections[DEFAULT_DB_ALIAS].copy()
    name = _name(server.settings_dict["NAME"], keep)
    try:
        if not keep:
            _drop(server, name)  # left by a killed process that had our number
        _create(server, name)
        try:
            with _instead_of_the_register(name):
                call_command("migrate", interactive=False, verbosity=0)
                yield
        finally:
            if not keep:
                _drop(server, name)
    finally:
        server.close()


@contextmanager
def ended_like_by_ctrl_c() -> Iterator[None]:
    """Told to end, we take the evaluation's database along. Only a main thread can be told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def note() -> str:
    """What was noted of the database that is in use."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
            " WHERE datname = current_database()"
        )
        return cursor.fetchone()[0] or ""


def set_note(text: str) -> None:
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {name} IS %s", [text])


def _name(register: str, keep: str) -> str:
    """A number for what is dropped again, a word for what is kept: never one for the other."""
    if keep and not re.fullmatch(r"[a-z][a-z0-9_]{,29}", keep):
        raise NoDatabase(
            "The name of a kept database is a small letter and up to 29 more, digits or _."
        )
    end = f"_evaluation_{keep or os.getpid()}"
    return register[: LONGEST_NAME - len(end)] + end


def _create(server, name: str) -> None:
    with server.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone():
            return
        try:
            cursor.execute(f"CREATE DATABASE {server.ops.quote_name(name)}")
        except ProgrammingError as error:
            if getattr(error.__cause__, "pgcode", "") != NOT_ALLOWED:
                raise
            cursor.execute("SELECT current_user")
            raise NoDatabase(
                "The evaluation works in a database of its own, and the database account "
                f"{cursor.fetchone()[0]} may not create one: give it the right CREATEDB."
            ) from None


def _drop(server, name: str) -> None:
    with server.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {server.ops.quote_name(name)} WITH (FORCE)")


@contextmanager
def _instead_of_the_register(name: str) -> Iterator[None]:
    """Whoever asks for the connection is given the evaluation's, other threads included."""
    register = connections[DEFAULT_DB_ALIAS]
    own = register.copy()
    own.settings_dict["NAME"] = name
    settings, registers = connections.settings[DEFAULT_DB_ALIAS], register.settings_dict["NAME"]
    connections[DEFAULT_DB_ALIAS], settings["NAME"] = own, name
    ContentType.objects.clear_cache()  # it remembers the numbers of another database
    try:
        yield
    finally:
        own.close()
        connections[DEFAULT_DB_ALIAS], settings["NAME"] = register, registers
        ContentType.objects.clear_cache()
