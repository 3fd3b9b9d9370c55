"""Names that are not to be shown, looked for in the other texts that readers see."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models

from config.records.choices import State
from config.records.models import Record
from config.records.text import fold, script

TOLD_AT_MOST = 5


def words_of_readers(model: type[Record]) -> list[str]:
    """The texts of a kind of record that somebody types and readers see."""
    fields = (model._meta.get_field(name) for name in model.PUBLIC_FIELDS)
    typed = (one for one in fields if isinstance(one, (models.CharField, models.TextField)))
    return [one.name for one in typed if one.editable and not one.choices]


def is_whole(name: str) -> bool:
    """Whether a name says of itself whom it means: two words, or three Chinese characters.

    One word such as Ali stands in many texts and means somebody else.
    """
    folded = fold(name)
    return " " in folded or (script(name) == "Hani" and len(folded) > 2)


def told_in(record: Record, names: Iterable[str]) -> list[str]:
    """The fields of a record that hold one of these names, in whatever case and accents."""
    texts = {name: f" {fold(getattr(record, name))} " for name in words_of_readers(type(record))}
    wanted = [fold(name) for name in names]
    return [
        str(record._meta.get_field(field).verbose_name)
        for field, text in texts.items()
        if any(f" {name} " in text or (script(name) == "Hani" and name in text) for name in wanted)
    ]


def objections(records: Iterable[Record], names: Iterable[str]) -> Iterator[str]:
    """Why these records are not to be published: each holds one of the names."""
    wanted = [name for name in names if is_whole(name)]
    for record in records if wanted else ():
        for field in told_in(record, wanted):
            yield f"{record} holds a name that is not to be shown: {field}."


def published_texts(names: Iterable[str]) -> list[str]:
    """Ids of published records that hold one of these names as it is written, the first few."""
    wanted = [name for name in names if is_whole(name)]
    found = []
    for model in apps.get_models() if wanted else ():
        if issubclass(model, Record) and model._meta.model_name != "personname":
            rule = models.Q()
            for field in words_of_readers(model):
                for name in wanted:
                    rule |= models.Q(**{f"{field}__icontains": name})
            shown = model._base_manager.filter(rule, state=State.PUBLISHED) if rule else ()
            found += [one.public_id for one in shown[: TOLD_AT_MOST - len(found)]]
    return found
