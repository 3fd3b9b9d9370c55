"""Taking a name out of what stays: texts of others, history, kept copies; nothing else moves."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from cases import redacting
from cases.dooming import Doomed, versions
from cases.models import Citation, Event, Participation, Sketch, Snapshot, Source, Suggestion
from cases.models.snapshots import sha256, words_sha256
from cases.redacting import Span, Spellings, is_whole
from config.records.cipher_fields import SecretText
from config.records.history import versions_of
from people.models import Person, PersonName, Relationship

# Tables that hold no text of ours, or nothing but ids.
LEFT_ALONE = {"auth", "accounts", "contenttypes", "sessions"}
INDEX = {"Heard", "HeardKey", "HeardWord", "NameIndex", "NameWord", "Word", "Look", "Erasure"}
INDEX |= {"Access", "Tombstone"}
# What others are called is theirs, though it may hold the same words.
THEIR_NAMES = {("PersonName", "text"), ("PersonNameVersion", "text")}
THEIR_NAMES |= {("Person", "name_full"), ("Person", "name_shown")}


class Forgetting:
    """The names of whom is erased: those that mean nobody else go everywhere, the others nearby."""

    def __init__(self, doomed: Doomed):
        self.doomed = doomed
        names = _names(doomed)
        self.near = Spellings(names | self._lone_words(names))
        self.far = Spellings(name for name in names if is_whole(name) and not self._shared(name))
        self.originals: list[str] = []
        self.nearby = self._nearby()

    def _others(self) -> models.QuerySet:
        return models.QuerySet(PersonName).exclude(pk__in=self.doomed.rows[PersonName])

    def _shared(self, name: str) -> bool:
        return self._others().filter(text__iexact=name).exists()

    def _lone_words(self, names: set[str]) -> set[str]:
        """Single words of the names, by which a text goes on; not those that others have too."""
        words = {word for name in names for word in redacting.words_of(name)}
        return {
            word
            for word in words
            if len(word) >= redacting.LONE
            and not self._others().filter(text__icontains=word).exists()
        }

    def _nearby(self) -> dict[type[models.Model], set[int]]:
        """Rows that stay and told of them: where a single name means this person."""
        rows = self.doomed.rows
        of = Citation.objects.filter(pk__in=rows[Citation])
        told = Q(pk__in=of.values("source")) | Q(informant__in=rows[Person])
        sources = set(models.QuerySet(Source).filter(told).values_list("pk", flat=True))
        parts = models.QuerySet(Participation).filter(pk__in=rows[Participation])
        ties = models.QuerySet(Relationship).filter(pk__in=rows[Relationship])
        ends = {key for pair in ties.values_list("from_person", "to_person") for key in pair}
        cited = models.QuerySet(Citation).filter(source__in=sources)
        return {
            Source: sources,
            Snapshot: set(
                models.QuerySet(Snapshot).filter(source__in=sources).values_list("pk", flat=True)
            ),
            Event: set(parts.values_list("event", flat=True)),
            Person: ends,
            Citation: set(cited.values_list("pk", flat=True)),
        }

    # Texts

    def blank_texts(self) -> None:
        """Every text of every row that stays, and of its history."""
        of_version = {version: model for model, version in versions()}
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy and not _is_left_alone(model):
                key = "pgh_obj_id" if model in of_version else "pk"
                near = self.nearby.get(of_version.get(model, model), set())
                self._blank(model, self.near, Q(**{f"{key}__in": near}))
                self._blank(model, self.far, Q())

    def _blank(self, model: type[models.Model], spellings: Spellings, which: Q) -> None:
        fields = _text_fields(model)
        if not fields or not spellings.names:
            return
        text = models.TextField()
        parts = (Cast(F(one), text) for one in fields)
        said = Concat(Value(""), *parts, Value(""), output_field=text)
        holds = Q()
        for hint in spellings.hints():
            holds |= Q(said__icontains=hint)
        rows = models.QuerySet(model).filter(which).annotate(said=said).filter(holds)
        for row in rows.only("pk", *fields):
            old = {name: getattr(row, name) for name in fields}
            new = {name: spellings.blank_in(value) for name, value in old.items()}
            changed = {name: value for name, value in new.items() if value != old[name]}
            if changed:
                models.QuerySet(model).filter(pk=row.pk).update(
                    **{**changed, **_found_by(row, new)}
                )

    # Kept copies

    def redact_copies(self) -> int:
        """Blank what kept copies say of them; the originals, which say it too, are let go."""
        found = list(self.copies())
        for snapshot, spans in found:
            self._store(snapshot, redacting.blanked(snapshot.text, spans))
            self._drop_suggestions(snapshot, spans)
        return len(found)

    def copies(self) -> Iterator[tuple[Snapshot, list[Span]]]:
        """The kept copies that stay and name them or were cited for them, and what to blank."""
        cited = models.QuerySet(Citation).filter(pk__in=self.doomed.rows[Citation])
        wanted = Q(pk__in=cited.values("snapshot")) | Q(pk__in=self.nearby[Snapshot])
        for hint in self.far.hints():
            wanted |= Q(text__icontains=hint)
        stay = models.QuerySet(Snapshot).exclude(pk__in=self.doomed.rows[Snapshot])
        for snapshot in stay.filter(wanted).order_by("pk"):
            ours, others = self._passages(snapshot)
            spans = self._spellings(snapshot).spans(snapshot.text)
            spans += [part for one in ours for part in redacting.without(one, others)]
            if spans or ours:
                yield snapshot, spans

    def _spellings(self, snapshot: Snapshot) -> Spellings:
        return self.near if snapshot.pk in self.nearby[Snapshot] else self.far

    def _passages(self, snapshot: Snapshot) -> tuple[list[Span], list[Span]]:
        """The places cited for whom is erased, and those cited for others."""
        cited = models.QuerySet(Citation).filter(snapshot=snapshot, start__isnull=False)
        places = list(cited.values_list("pk", "start", "end"))
        ours = [one[1:] for one in places if one[0] in self.doomed.rows[Citation]]
        return ours, [one[1:] for one in places if one[0] not in self.doomed.rows[Citation]]

    def _store(self, snapshot: Snapshot, text: str) -> None:
        old = snapshot.text
        if snapshot.file:
            self.originals.append(snapshot.file)
        models.QuerySet(Snapshot).filter(pk=snapshot.pk).update(
            text=text,
            text_sha256=sha256(text.encode()),
            words_sha256=words_sha256(text),
            redacted_on=timezone.localdate(),
            file="",
        )
        models.QuerySet(Sketch).filter(snapshot=snapshot).delete()
        Sketch.objects.draw(Snapshot.objects.get(pk=snapshot.pk))
        for model in (Citation, versions_of(Citation)):
            of = models.QuerySet(model).filter(snapshot_id=snapshot.pk, start__isnull=False)
            stay = of.exclude(pk__in=self.doomed.rows[Citation]) if model is Citation else of
            for row in stay:
                _cut_again(row, old, text)

    def _drop_suggestions(self, snapshot: Snapshot, spans: list[Span]) -> None:
        """What was found in blanked places is no longer there to be found."""
        spellings = self._spellings(snapshot)
        for one in models.QuerySet(Suggestion).filter(intake__snapshot=snapshot):
            crosses = any(s[0] < end and start < s[1] for s in one.spans for start, end in spans)
            if crosses or spellings.blank_in(one.what) != one.what:
                one.delete()


def _names(doomed: Doomed) -> set[str]:
    """Every spelling that they had or once had."""
    keys = doomed.keys(PersonName)
    found = set(models.QuerySet(PersonName).filter(pk__in=keys).values_list("text", flat=True))
    version = versions_of(PersonName)
    return found | set(
        models.QuerySet(version).filter(pgh_obj_id__in=keys).values_list("text", flat=True)
    )


def _found_by(row: models.Model, new: dict) -> dict:
    """The words that a record is found by follow from its texts."""
    if "search_keys" not in new or not hasattr(row, "prepare"):
        return {}
    for name, value in new.items():
        setattr(row, name, value)
    row.prepare()
    return {"search_keys": row.search_keys}


def _cut_again(row: models.Model, old: str, new: str) -> None:
    """A passage and the words beside it, as the text now reads at the same places."""
    if old[row.start : row.end] != row.quote:
        return
    before, after = row.start - len(row.prefix), row.end + len(row.suffix)
    columns = {"quote": new[row.start : row.end]}
    if old[before : row.start] == row.prefix:
        columns["prefix"] = new[before : row.start]
    if old[row.end : after] == row.suffix:
        columns["suffix"] = new[row.end : after]
    changed = {name: value for name, value in columns.items() if value != getattr(row, name)}
    if changed:
        models.QuerySet(type(row)).filter(pk=row.pk).update(**changed)


def _is_left_alone(model: type[models.Model]) -> bool:
    return model._meta.app_label in LEFT_ALONE or model.__name__ in INDEX or model is Snapshot


def _text_fields(model: type[models.Model]) -> list[str]:
    """The columns in which somebody's words may stand."""
    wanted = (models.CharField, models.TextField, models.JSONField, ArrayField)
    return [
        one.name
        for one in model._meta.concrete_fields
        if isinstance(one, wanted)
        and not isinstance(one, SecretText)
        and not (one.choices or one.unique or one.primary_key or _holds_numbers(one))
        and (model.__name__, one.name) not in THEIR_NAMES
    ]


def _holds_numbers(field: models.Field) -> bool:
    return isinstance(field, ArrayField) and not isinstance(
        field.base_field, (models.CharField, models.TextField)
    )


def unused_words(words: Iterable[int]) -> None:
    """Words of the name index that no name holds any more, with all that was heard in them."""
    gone = apps.get_model("people", "Word").objects.filter(pk__in=list(words))
    held = apps.get_model("people", "NameWord").objects.filter(word=models.OuterRef("pk"))
    keys = list(gone.exclude(models.Exists(held)).values_list("pk", flat=True))
    pairs = apps.get_model("people", "HeardWord").objects
    heard = set(pairs.filter(word__in=keys).values_list("heard", flat=True))
    pairs.filter(word__in=keys).delete()
    gone.filter(pk__in=keys).delete()
    silent = heard - set(pairs.filter(heard__in=heard).values_list("heard", flat=True))
    apps.get_model("people", "HeardKey").objects.filter(heard__in=silent).delete()
    apps.get_model("people", "Heard").objects.filter(pk__in=silent).delete()
