"""Reading PDFs back; whether this machine can make them, and has letters for a language."""

import io
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from cases.printing import NoPrinter, printer


def _can_print() -> bool:
    try:
        printer()
    except NoPrinter:
        return False
    return True


CAN_PRINT = _can_print()
needs_paper = pytest.mark.skipif(not CAN_PRINT, reason="Pango is not installed.")


def has_letters(language: str) -> bool:
    if shutil.which("fc-list") is None:
        return False
    command = ["fc-list", f":lang={language}"]
    return bool(subprocess.run(command, capture_output=True, check=True).stdout)


def pages(content: bytes) -> list[str]:
    """The words of each page, one space between them."""
    return [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(content)).pages]


def words(content: bytes) -> str:
    return " ".join(pages(content))
