"""Words that are declared in English and told in the language at hand: they too are messages.

Labels and definitions of choices, what columns and filters mean, what fields are called. A new one
is found here by itself.
"""

from collections.abc import Iterator

from cases.choices import ErasureLaw
from cases.decisions import Decision, SuggestionKind
from cases.models.citations import TARGETS, Citation
from cases.nouns import NOUNS
from cases.tidy import TABLES
from config.records import codebook, dates_names
from config.records.choices import (
    AccessKind,
    ChangeState,
    DefinedChoices,
    Secrecy,
    State,
)
from config.records.chosen_columns import PRESETS
from config.records.columns import Column
from config.records.date_columns import DateColumns
from config.records.filters import RecordFilter
from config.records.sentences import Message
from config.records.views import counted
from people.choices import (
    GENDERED,
    ConsentForm,
    ContactKind,
    Ground,
    IdentifierKind,
    RelationshipKind,
    SpeaksAs,
    Verdict,
)
from people.decisions import FieldRule

# What staff alone read stays in English.
OF_STAFF = (
    *(State, ChangeState, AccessKind, Secrecy, Ground, Verdict),
    *(IdentifierKind, ContactKind, SpeaksAs, ConsentForm, SuggestionKind, Decision),
    *(ErasureLaw, FieldRule),
)


def declared() -> Iterator[Message]:
    """Every message that no line of the source asks for as it stands."""
    yield from _choices()
    yield from _tables()
    yield from _filters()
    yield from _lists()
    yield from _fields()
    yield from _codebook()
    yield from (Message(name, context, where="dates") for context, name in dates_names.declared())


def _choices() -> Iterator[Message]:
    for words in public_choices():
        name = words.__name__
        if about := codebook.plain_about(words):
            yield Message(about, where=f"list {name}")
        for one in words:
            yield Message(one.plain_label, name, where=f"word {name}.{one.name}")
            if one.plain_definition:
                where = f"definition of {name}.{one.name} ({one.plain_label})"
                yield Message(one.plain_definition, where=where)
    for (kind, sex), word in GENDERED.items():
        yield Message(word, RelationshipKind.__name__, where=f"{kind} who is {sex}")


def public_choices() -> list[type[DefinedChoices]]:
    """Every list of words but those that staff alone read."""
    return [words for words in DefinedChoices.__subclasses__() if words not in OF_STAFF]


def _tables() -> Iterator[Message]:
    for noun in TABLES:
        where = f"table {noun.name}"
        yield Message(noun.name.capitalize(), where=where)
        yield Message(noun.about, where=where)
        told = noun.filterset.TOLD if noun.filterset else ()
        for column in (*noun.columns, *told):
            yield from _column(column, f"column {noun.name}.{column.name}")


def _column(column: Column, where: str) -> Iterator[Message]:
    for said in (column.pattern, column.of) if column.pattern else (column.about,):
        yield Message(said, where=where)


def _filters() -> Iterator[Message]:
    for noun in (one for one in NOUNS if one.filterset):
        yield Message(noun.filterset.OF_ITSELF, where="order of a list")
        for label, _ in noun.filterset.ORDERS.values():
            yield Message(label, where="order of a list")
        for name, label, about in _declared_filters(noun.filterset):
            where = f"filter {noun.name}.{name}"
            yield Message(label, "filter", where=where)
            if about:
                yield Message(about, where=where)


def _declared_filters(filterset: type[RecordFilter]) -> Iterator[tuple[str, str, str]]:
    for name, one in filterset.base_filters.items():
        yield name, str(one.label), str(one.extra.get("help_text") or "")


def _lists() -> Iterator[Message]:
    for noun in (one for one in NOUNS if one.has_list or one.name == "changes"):
        where = f"list of {noun.name}"
        yield Message(str(noun.model._meta.verbose_name_plural), where=where)
        one, several = counted(noun.model)
        yield Message(one, plural=several, where=where)


def _fields() -> Iterator[Message]:
    """Names of what sources may differ on."""
    for target in TARGETS:
        model = Citation._meta.get_field(target).related_model
        dates = tuple(
            f"{name}_" for name, one in vars(model).items() if isinstance(one, DateColumns)
        )
        for name in (one for one in model.PUBLIC_FIELDS if not (dates and one.startswith(dates))):
            field = model._meta.get_field(name)
            if field.editable:
                where = f"field {model.__name__}.{name}"
                yield Message(str(field.verbose_name), "field", where=where)
        for name, one in vars(model).items():
            if isinstance(one, DateColumns):
                yield Message(one.about, "field", where=f"field {model.__name__}.{name}")


def _codebook() -> Iterator[Message]:
    for about in (*codebook.MISSING.values(), *PRESETS.values()):
        yield Message(about, where="codebook")
    for kind in (*codebook.KINDS.values(), *codebook.PLAIN_KINDS):
        yield Message(kind, "kind of column", where="codebook")
