"""Whose turn it is where several workers run the tests: a file goes to one worker, long ones first.

What a file's tests share is then made once, not once in each worker, and no worker begins with
a long file when the others are done.
"""

import pytest
from xdist.scheduler import LoadFileScheduling

# Those that take longest, beginning with the longest; the order of the others hardly matters.
LONG = (
    "test_disclosure.py",
    "test_doors.py",
    "journeys/test_faces.py",
    "journeys/test_tongues.py",
    "test_fuzz.py",
    "test_disclosure_guesses.py",
    "test_disclosure_work.py",
    "test_roles_admin.py",
    "test_missing.py",
    "cases/test_dossier_paper.py",
    "config/test_postgres.py",
    "cases/test_release_changes.py",
    "cases/test_release.py",
    "journeys/test_readers.py",
    "journeys/test_taking_in_an_article.py",
    "journeys/test_data_entry.py",
    "cases/test_demo.py",
    "cases/test_tidy.py",
)


def place(item: pytest.Item) -> int:
    name = item.nodeid.partition("::")[0].removeprefix("tests/")
    return LONG.index(name) if name in LONG else len(LONG)


def scheduler(config: pytest.Config, log) -> LoadFileScheduling | None:
    """Files in the order that they are collected in; none where somebody chose another way."""
    if config.getvalue("dist") != "load":
        return None
    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)
