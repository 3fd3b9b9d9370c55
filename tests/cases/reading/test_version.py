"""The number of the reading's code: the same for the same code, and fit for its column."""

import importlib
from pathlib import Path

from cases.reading import version


def test_the_same_code_has_the_same_number():
    assert importlib.reload(version).VERSION == version.VERSION


def test_another_line_anywhere_gives_another_number(monkeypatch):
    known = version.VERSION
    as_it_is = Path.read_bytes
    monkeypatch.setattr(
        Path,
        "read_bytes",
        lambda path: as_it_is(path) + b"\n# new" * (path.name == "russian.py"),
    )

    assert version._of_sources() != known


def test_the_number_fits_a_column_for_positive_numbers():
    assert 0 < version.VERSION < 2**31
