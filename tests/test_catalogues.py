"""The catalogues agree with the code: nothing is missing, stale or broken, and drafts say so."""

import re

import pytest
from django.conf import settings

from cases.management.commands.makemessages import catalogues, messages
from config.records.catalogues import DRAFTED, Catalogue, forms
from config.records.sentences import Message, of_python, of_template, together

KEPT = re.compile(r"%\(\w+\)[sd]|%%|</?\w[^>]*>")
each = pytest.mark.parametrize("catalogue", catalogues(), ids=lambda one: one.code)


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str], Message]:
    return {one.key: one for one in messages()}


def said(entry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def broken(entry) -> bool:
    """Whether a translation has other placeholders or elements than the English."""
    english = sorted(KEPT.findall(entry.msgid_plural or entry.msgid))
    return any(sorted(KEPT.findall(one)) != english for one in said(entry))


@each
def test_no_message_is_missing_and_none_is_stale(catalogue, known):
    there = {(one.msgctxt or "", one.msgid): one.msgid_plural for one in catalogue}

    assert there == {key: one.plural for key, one in known.items()}


@each
def test_every_message_is_translated_whole(catalogue):
    empty = [one.msgid for one in catalogue if not all(text.strip() for text in said(one))]
    short = [
        one.msgid
        for one in catalogue
        if one.msgid_plural and len(said(one)) < forms(catalogue.code)
    ]
    unsure = [one.msgid for one in catalogue if one.fuzzy or one.obsolete]

    assert (empty, short, unsure) == ([], [], [])


@each
def test_placeholders_and_elements_are_those_of_the_english(catalogue):
    assert [one.msgid for one in catalogue if broken(one)] == []


@each
def test_what_programs_read_is_what_people_read(catalogue):
    assert catalogue.path.with_suffix(".mo").read_bytes() == catalogue.compiled()


@each
def test_a_language_warns_of_drafts_for_as_long_as_there_are_any(catalogue):
    assert bool(catalogue.drafts) == (catalogue.code in settings.LANGUAGES_NOT_REVIEWED)


# The guards see what they are to see


def test_messages_are_found_in_python_and_in_templates():
    code = (
        'a = _("One " "thing")\nb = ngettext("%(n)s way", "%(n)s ways", 2)\nc = pgettext("x", "y")'
    )
    page = (
        '{% load i18n %}{% if a %}{% translate "A & B" context "c" %}{% endif %}'
        "{% blocktranslate trimmed count n=1 %}\n  {{ n }} row\n{% plural %}\n {{ n }} rows\n"
        "{% endblocktranslate %}"
    )

    assert list(of_python(code, "")) == [
        Message("One thing"),
        Message("%(n)s way", plural="%(n)s ways"),
        Message("y", "x"),
    ]
    assert set(of_template(page, "")) == {
        Message("A & B", "c"),
        Message("%(n)s row", plural="%(n)s rows"),
    }


def test_a_message_stands_once_with_its_plural():
    one, several = Message("%(n)s row"), Message("%(n)s row", plural="%(n)s rows")

    assert list(together([one, several]).values()) == [several]


def test_a_catalogue_keeps_what_was_translated_drops_what_is_stale_and_marks_drafts(tmp_path):
    catalogue = Catalogue(tmp_path, "ru")
    catalogue.update([Message("Old"), Message("Case")])
    for entry in catalogue:
        catalogue.fill(entry, "Дело")
    catalogue.save()

    again = Catalogue(tmp_path, "ru")
    empty = again.update([Message("Case"), Message("New %(n)s")])

    assert [one.msgid for one in empty] == ["New %(n)s"]
    assert [(one.msgid, one.msgstr, one.tcomment) for one in again] == [
        ("Case", "Дело", DRAFTED),
        ("New %(n)s", "", ""),
    ]
    again.fill(empty[0], "Новое")
    assert broken(empty[0])
