"""Measuring the search while another process enters people into an invented register."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, QuerySet

from cases import measuring_pages
from cases.synthetic.accounts import accounts
from cases.synthetic.load import RegisterInUse, refuse
from config.records.history import because
from people.invented import Invented, people
from people.models import Person, PersonName

SEED, MOST = 8, 1_000_000
AT_WORK = "At work."


def search_while_writing() -> dict | None:
    """The times of `measuring_pages.search`, and how many people are entered in a second meanwhile.

    Nothing where the register holds anybody who was not invented: nobody is entered there.
    """
    try:
        refuse()
    except RegisterInUse:
        return None
    with _another_process() as written:
        begun, before = perf_counter(), written()
        times = measuring_pages.search()
        entered = written() - before
        return times | {"written_per_s": round(entered / (perf_counter() - begun), 1)}


@contextmanager
def _another_process() -> Iterator[Callable[[], int]]:
    """One that enters people; what is yielded tells how many. At the end they are gone again."""
    last = Person.objects.aggregate(last=Max("pk"))["last"] or 0
    process = subprocess.Popen(
        [sys.executable, "-u", "manage.py", "bench", "--writing"],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        if process.stdout.readline().strip() != AT_WORK:
            raise RuntimeError("Nobody was entered meanwhile; what went wrong stands above.")
        yield entered_after(last).count
    finally:
        process.terminate()
        process.communicate()
        entered_after(last).delete()


def entered_after(last: int) -> QuerySet[Person]:
    return Person.objects.filter(pk__gt=last)


def write(tell: Callable[[str], None]) -> None:
    """Enter invented people as drafts, one after the other, until somebody ends this process."""
    refuse()
    writer, _ = accounts()
    signed = User.objects.get(pk=writer)
    for number, one in enumerate(people(MOST, SEED)):
        _enter(one, signed)
        if not number:
            tell(AT_WORK)


def _enter(one: Invented, signed: User) -> None:
    """As a worker does: the person and every spelling, signed, with the index in step."""
    with transaction.atomic(), because(by=signed, action="enter"):
        person = Person(sex=one.sex, ethnicity=one.ethnicity, entered_by=signed)
        person.save()
        for number, spelling in enumerate(one.spellings):
            PersonName(
                person=person,
                text=spelling.text,
                kind=spelling.kind,
                language=spelling.language,
                is_primary=not number,
                entered_by=signed,
            ).save()
