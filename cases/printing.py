"""Printing: whatever sets pages as PDF, asked for only when somebody wants one."""

from importlib import import_module
from threading import Lock
from types import ModuleType

# The one module that needs system libraries; it is not read when the register starts.
PAPER = "cases.paper"
# A page takes a processor whole: each process sets one at a time.
_AT_WORK = Lock()


class NoPrinter(Exception):
    """What sets pages as PDF is missing on this machine."""


def printer() -> ModuleType:
    """What sets pages; NoPrinter where it, or a system library that it needs, is not there."""
    try:
        return import_module(PAPER)
    except (ImportError, OSError) as error:
        raise NoPrinter from error


def pieces(setter: ModuleType, html: str, identifier: bytes):
    """The PDF of a page, made when the first piece is asked for."""
    with _AT_WORK:
        made = setter.pdf(html, identifier)
    yield made
