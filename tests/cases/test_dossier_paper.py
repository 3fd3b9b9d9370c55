"""The dossier of a case as PDF: read back, the same twice, and what there is where it cannot be."""

import hashlib
import io
import sys

import pytest
from pypdf import PdfReader

from cases.dossier import Dossier
from cases.example.entries import public_id
from cases.models import Case
from cases.printing import NoPrinter, printer
from tests import factories as make
from tests.cases.dossiers import a_case, at, case_seen, taken
from tests.codebase import modules
from tests.kept import an_example
from tests.paper import has_letters, needs_paper, pages
from tests.paper import words as printed
from tests.reading import links, words

pytestmark = pytest.mark.django_db
NURZAT = public_id("C", "C3")
THREE = ("Akikat Kaliolla", "Nurzat Yermekbay", "Zauatkhan Tursyn")


@pytest.fixture
def case(db) -> Case:
    return a_case()


# The PDF


@needs_paper
def test_the_pdf_of_one_of_the_three_names_them_its_sources_and_its_hash(client):
    an_example()

    content = taken(client, f"/cases/{NURZAT}/dossier.pdf")

    text = printed(content)
    file = taken(client, f"/cases/{NURZAT}/dossier.json")
    assert [name for name in THREE if name in text] == list(THREE)
    assert "[1] Tizim: Tizim’s synopsis" in text.replace("'", "’")
    assert hashlib.sha256(file).hexdigest() in text


@needs_paper
def test_the_pdf_has_numbered_pages_with_the_case_at_their_head(client):
    an_example()

    told_on = pages(taken(client, f"/cases/{NURZAT}/dossier.pdf"))

    assert len(told_on) > 1
    for number, text in enumerate(told_on, 1):
        assert f"{number} / {len(told_on)}" in text
        assert NURZAT in text


@needs_paper
def test_the_pdf_is_tagged_and_knows_its_title_its_language_and_its_day(client, case):
    read = PdfReader(io.BytesIO(taken(client, at(case, ".pdf"))))

    root, said = read.trailer["/Root"], read.metadata
    day = Dossier(case_seen(case), None, "").as_of
    assert said.title == f"Dossier: Aigul Test ({case.public_id}) · Tizim"
    assert said.creation_date.replace(microsecond=0) == day.replace(microsecond=0)
    assert (str(root["/Lang"]), bool(root["/MarkInfo"]["/Marked"])) == ("en", True)


@needs_paper
def test_the_same_version_gives_the_same_bytes(client, case):
    first, second = (taken(client, at(case, ".pdf")) for _ in range(2))
    case.events.get().citations.update(says="at night")

    assert first == second
    assert first != taken(client, at(case, ".pdf"))


@needs_paper
@pytest.mark.parametrize(
    ("language", "name"),
    [("kk", "Ақиқат Қалиолла"), ("ug", "ئالىم تۇرسۇن"), ("zh-cn", "阿合卡提")],
)
def test_a_name_keeps_its_letters_in_every_script(client, case, language, name):
    if not has_letters(language):
        pytest.skip("No font of this machine has these letters.")
    make.name(case.person, name, published=True, language=language[:2])

    text = printed(taken(client, at(case, ".pdf")))

    # A reader of PDFs may give letters that go from right to left in either order.
    assert all(word in text or word[::-1] in text for word in name.split())


@needs_paper
def test_whatever_a_page_names_nothing_is_fetched(site):
    site.answers["/"] = (200, {}, b"fetched")
    there = f"http://127.0.0.1:{site.port}/"
    page = (
        f'<html lang="en"><head><title>A page</title><link rel="stylesheet" href="{there}">'
        f'<style>@import "{there}"; body {{ background: url({there}) }}</style></head>'
        f'<body><p>Told</p><img src="{there}" alt=""><img src="file:///etc/hostname" alt=""></body>'
    )

    content = printer().pdf(page, b"0123456789abcdef")

    assert site.asked == []
    assert printed(content).startswith("Told")


# Where it cannot be made


def test_without_the_libraries_a_sentence_and_the_page_to_print(client, case, monkeypatch):
    monkeypatch.delitem(sys.modules, "cases.paper", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    answer = client.get(at(case, ".pdf"))

    page = answer.content.decode()
    assert answer.status_code == 503
    assert "This server lacks the libraries that set pages as PDF." in words(page)
    assert links(page)["The same dossier as a page to print"] == at(case, "/")
    assert "taken from her home in March" in words(taken(client, at(case, "/")).decode())


def test_a_missing_system_library_is_told_as_a_missing_one_of_python(monkeypatch):
    def refuse(name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("cases.printing.import_module", refuse)

    with pytest.raises(NoPrinter):
        printer()


def test_nothing_reads_the_printer_when_the_register_starts():
    users = [
        one.name for one in modules() for line in one.imports if line.name.startswith("cases.paper")
    ]

    assert users == []
