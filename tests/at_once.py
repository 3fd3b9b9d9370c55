"""Verbs that begin at the same moment, each in a thread and a connection of its own."""

from threading import Barrier, Thread

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection

from config.records.refusals import Refused


def at_once(*verbs) -> list:
    """What each answers, or what it was refused with."""
    start, answers = Barrier(len(verbs)), [None] * len(verbs)

    def run(number: int) -> None:
        start.wait()
        try:
            answers[number] = verbs[number]()
        except (ValidationError, DatabaseError, Refused) as error:
            answers[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=[number]) for number in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
