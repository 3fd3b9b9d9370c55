"""The codebook as files: CSV for who looks something up, JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from config.records import codebook
from config.records.nouns import Noun

# What a line tells of, in this order: a column, a filter, a word of a vocabulary, a missing value.
HEADING = (
    "section",
    "of",
    "name",
    "label",
    "about",
    "kind",
    "vocabulary",
    "missing",
    "standard",
    "refers",
    "is_basic",
)


def as_csv(nouns: Iterable[Noun]) -> bytes:
    """A line for each column, filter, word and missing value."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADING, restval="")
    writer.writeheader()
    writer.writerows(_lines(tuple(nouns)))
    return text.getvalue().encode()


def _lines(nouns: tuple[Noun, ...]) -> Iterable[dict[str, Any]]:
    for chapter in codebook.chapters(nouns):
        for column in chapter.columns:
            yield {"section": "column", "of": chapter.noun.name, **asdict(column)}
    for chapter in codebook.chapters(nouns):
        for one in chapter.filters:
            said = {"name": one.name, "label": one.label, "about": one.help}
            said |= {"kind": "; ".join(one.values), "standard": one.standard}
            yield {"section": "filter", "of": chapter.noun.name, **said}
    for vocabulary in codebook.vocabularies(nouns):
        for word, label, about in vocabulary.words:
            said = {"name": word, "label": label, "about": about}
            yield {
                "section": "word",
                "of": vocabulary.name,
                **said,
                "standard": vocabulary.standard,
            }
    for word, about in codebook.missing().items():
        yield {"section": "missing", "name": word, "about": about}


def as_json(nouns: Iterable[Noun]) -> bytes:
    """The whole codebook as one object."""
    nouns = tuple(nouns)
    told = {
        "tables": [_table(chapter) for chapter in codebook.chapters(nouns)],
        "vocabularies": [_vocabulary(words) for words in codebook.vocabularies(nouns)],
        "missing": codebook.missing(),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _table(chapter: codebook.Chapter) -> dict[str, Any]:
    return {
        "name": chapter.noun.name,
        "about": chapter.noun.explained,
        "columns": [asdict(column) for column in chapter.columns],
        "filters": [asdict(one) for one in chapter.filters],
    }


def _vocabulary(words: codebook.Vocabulary) -> dict[str, Any]:
    return asdict(words) | {
        "words": [dict(zip(("word", "label", "about"), one, strict=True)) for one in words.words]
    }
