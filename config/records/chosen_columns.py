"""Which columns a file has: those of a preset, or those that somebody names."""

from collections.abc import Iterable

from django.utils.translation import gettext

from config.records.columns import Column

FULL, BASIC = "full", "basic"
PRESETS = {BASIC: "the few that most readers want", FULL: "all of them"}
# In every row, whatever is named: who cites it needs them. In this order, around the others.
FIRST, LAST = ("id", "link"), ("version", "as_of")
ABOUT = (
    "Which columns: full (all, as without it), basic, or names parted by commas; "
    f"{', '.join((*FIRST, *LAST))} always come along."
)


class UnknownColumn(Exception):
    """No column has this name; the message says which there are."""

    def __init__(self, name: str, columns: Iterable[Column]):
        known = ", ".join([*PRESETS, *(column.name for column in columns)])
        told = gettext("There is no column '%(name)s'. Write one or more of: %(known)s.")
        super().__init__(told % {"name": name[:100], "known": known})


def chosen(columns: tuple[Column, ...], asked: Iterable[str]) -> tuple[Column, ...]:
    """The columns that these words name, in their order, each once; all of them for no word."""
    words = [word for one in asked for word in one.replace(",", " ").split()]
    named = [name for word in words or [FULL] for name in _names(columns, word)]
    within = [name for name in dict.fromkeys(named) if name not in (*FIRST, *LAST)]
    by_name = {column.name: column for column in columns}
    return tuple(by_name[name] for name in (*FIRST, *within, *LAST) if name in by_name)


def _names(columns: tuple[Column, ...], word: str) -> list[str]:
    """What a word stands for: the columns of a preset, or the one of this name."""
    if word in PRESETS:
        return [column.name for column in columns if word == FULL or column.is_basic]
    if word not in {column.name for column in columns}:
        raise UnknownColumn(word, columns)
    return [word]
