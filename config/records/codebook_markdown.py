"""The codebook as Markdown, to read beside the files: docs/codebook.md, and in every release."""

from collections.abc import Iterable, Iterator

from config.records import codebook
from config.records.codebook import Chapter, ColumnEntry, FilterEntry, Vocabulary
from config.records.nouns import Noun

OPENING = """# Codebook

Every column, filter and word of the public data. Made from the code: do not edit it, say
`python manage.py codebook > docs/codebook.md`. How dates and derived columns are to be read is in
[data.md](data.md).

A name with `/api/v1/` before it and `.csv`, `.jsonl` or `.xlsx` after it is a download:
`/api/v1/cases.csv`. Filters are parameters: `/api/v1/cases.csv?status=released&sex=female`.
"""


def as_markdown(nouns: Iterable[Noun]) -> str:
    """The whole codebook."""
    nouns = tuple(nouns)
    chapters, lists = codebook.chapters(nouns), codebook.vocabularies(nouns)
    parts = [OPENING, _missing(), *map(_chapter, chapters), "## Words\n", *map(_vocabulary, lists)]
    return "\n".join(parts)


def _missing() -> str:
    rows = ((f"`{word}`", about) for word, about in codebook.missing().items())
    return "## Empty cells\n\n" + _table(("cell", "means"), rows)


def _chapter(chapter: Chapter) -> str:
    columns = _table(
        ("column", "holds", "kind", "words", "if empty", "standard"), map(_column, chapter.columns)
    )
    filters = _table(("filter", "asks for", "takes"), map(_filter, chapter.filters))
    parts = [f"## {chapter.noun.name}\n", f"{chapter.noun.about}\n", columns]
    return "\n".join([*parts, filters] if chapter.filters else parts)


def _column(column: ColumnEntry) -> tuple[str, ...]:
    kind = f"{column.kind}, key of {column.refers}" if column.refers else column.kind
    kind = f"{kind}, **basic**" if column.is_basic else kind
    words = f"[{column.vocabulary}](#{column.vocabulary.lower()})" if column.vocabulary else ""
    return f"`{column.name}`", column.about, kind, words, _code(column.missing), column.standard


def _filter(asked: FilterEntry) -> tuple[str, ...]:
    about = f"{asked.label}. {asked.help}" if asked.help else f"{asked.label}."
    return f"`{asked.name}`", about, ", ".join(map(_code, asked.values))


def _vocabulary(words: Vocabulary) -> str:
    about = f"{words.about}\n\n" if words.about else ""
    rows = ((_code(value), label, definition) for value, label, definition in words.words)
    return f"### {words.name}\n\n{about}" + _table(("word", "label", "definition"), rows)


def _code(word: str) -> str:
    return f"`{word}`" if word else ""


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(_lines([heading, ("---",) * len(heading), *rows]))


def _lines(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n"
