"""Cells of a sheet of Excel: how a value stands in its XML, said in SQL.

XML has no control characters, and Excel reads `_x000D_` as one. A text that is odd in any such
way is written with care; all others, which are nearly all, as they stand.
"""

from django.db.models import Field

from config.records.cells import STARTS, TIME, harmless, is_told, kind_of, literal, told_or
from config.records.columns import Column

EXCEL_CELL = 32_766  # units of UTF-16; with an apostrophe before them one more, and no more fit
_FORBIDDEN = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32)))) + "\ufffe\uffff"
_INSTEAD = "\ufffd" * len(_FORBIDDEN)
_SIGN = "x[0-9A-Fa-f]{{4}}_"

_OPEN, _CLOSE = '<c t="inlineStr"><is><t>', "</t></is></c>"
_OPEN_WITH_SPACES = '<c t="inlineStr"><is><t xml:space="preserve">'
_IS_ODD = (
    f"{{x}} ~ '[&<>\r\n{_FORBIDDEN}]|_{_SIGN}|^[-=+@＝＋－＠\\s]|\\s$'"
    f" OR octet_length({{x}}) > {EXCEL_CELL}"
)
# As much as fits: what stands outside the basic plane counts twice.
_BEGINNING = f"left({{x}}, {EXCEL_CELL})"
_WIDE = f"length(regexp_replace({_BEGINNING}, '[^\U00010000-\U0010ffff]', '', 'g'))"
_CUT = f"left({{x}}, greatest({EXCEL_CELL} - {_WIDE}, {EXCEL_CELL // 2}))"
_UNSIGNED = f"regexp_replace({_CUT}, '_(?={_SIGN})', '_x005F_', 'g')"
_ESCAPED = f"replace(replace(replace({_UNSIGNED}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"
_CAREFUL = f"translate(replace({_ESCAPED}, '\r', '_x000D_'), '{_FORBIDDEN}', '{_INSTEAD}')"
_HARMLESS = f"CASE WHEN ascii({{x}}) IN ({STARTS}) THEN '''' ELSE '' END || {_CAREFUL}"
_TEXT = (
    f"CASE WHEN {_IS_ODD} THEN '{_OPEN_WITH_SPACES}' || {_HARMLESS} || '{_CLOSE}'"
    f" ELSE '{_OPEN}' || nullif({{x}}, '') || '{_CLOSE}' END"
)
_NUMBER = "'<c><v>' || {x}::text || '</v></c>'"
XLSX = {
    "text": _TEXT,
    "list": _TEXT.replace("{x}", "array_to_string({x}, '; ')"),
    "yes or no": """'<c t="b"><v>' || {x}::int::text || '</v></c>'""",
    "time": f"'{_OPEN}' || {TIME} || '{_CLOSE}'",
    "day": f"'{_OPEN}' || {{x}}::text || '{_CLOSE}'",
    "fraction": _NUMBER,
    "number": _NUMBER,
}


def shared_words(columns: list[Column]) -> dict[str, int]:
    """The words that columns are coded in or say for what is missing, and their numbers.

    A sheet names such a word by its number: written out in a million rows, they would make the
    sheet longer than a workbook may hold.
    """
    coded = (column.choices.values if column.choices else () for column in columns)
    missing = (harmless(column.missing) for column in columns)
    words = dict.fromkeys((*missing, *(word for words in coded for word in words)))
    return {word: number for number, word in enumerate(word for word in words if word)}


def in_xlsx(column: Column, field: Field, x: str, words: dict[str, int]) -> str:
    """The SQL of a cell; an empty one holds its place."""
    kind = kind_of(field)
    cell = f"coalesce({XLSX[kind].format(x=x)}, '<c/>')"
    if column.choices and kind == "text":
        coded = (
            f"WHEN {literal(word)} THEN {literal(_shared(words[word]))}"
            for word in column.choices.values
            if word
        )
        cell = f"CASE {x} {' '.join(coded)} ELSE {cell} END"
    if not column.missing:
        return cell
    return told_or(cell, is_told(kind, x), _shared(words[harmless(column.missing)]))


def _shared(number: int) -> str:
    return f'<c t="s"><v>{number}</v></c>'
