"""The names that people are known by, one row for each spelling."""

from collections.abc import Iterable

from django.contrib.postgres.functions import TransactionNow
from django.db import models, transaction
from django.db.models import CheckConstraint, Q, UniqueConstraint

from config.records import text
from config.records.history import tracked
from config.records.models import Audience, Record, RecordQuerySet, touched
from people.choices import (
    NameDisplay,
    NameKind,
    Script,
)
from people.models import withheld, words
from people.models.mergeable import embargo_index
from people.models.person import Person
from people.models.rules import (
    NAME_AUDIENCE,
    NAME_FOLLOWS,
    PROPOSALS_FALL,
    not_of_merged,
)


class PersonNameQuerySet(RecordQuerySet):
    def out_of_embargo(self) -> "PersonNameQuerySet":
        """Names whose embargo, or their person's, has ended and is not forgotten yet."""
        ended = Q(embargoed_until__lte=TransactionNow())
        names = PersonName.objects.order_by()
        of_person = names.filter(person__in=Person.objects.filter(ended))
        # Two indexes, each of a few rows, are read; an "or" over two tables reads every name. They
        # are read first: PostgreSQL may think that there are many, and begin with every name.
        keys = names.filter(ended).values_list("pk", flat=True)
        return self.filter(pk__in=list(keys.union(of_person.values_list("pk", flat=True))))

    def bulk_create(self, objs, *args, **kwargs):
        for name in objs:
            name.prepare()
        with transaction.atomic():
            made = super().bulk_create(objs, *args, **kwargs)
            words.write((name.pk, name.text) for name in made)
        return made


@tracked()
class PersonName(Record):
    """One spelling of a person's name. Every spelling ever seen is worth a row."""

    ID_PREFIX = "N"
    VISIBLE_THROUGH = ("person",)
    PUBLIC_FIELDS = ("person", "text", "kind", "script", "language", "is_primary")

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", help_text="Public.")
    text = models.CharField("name", max_length=200, help_text="Public. As it is written.")
    kind = models.CharField(
        max_length=20,
        choices=NameKind.choices,
        default=NameKind.AS_PUBLISHED,
        help_text="Public.",
    )
    script = models.CharField(
        max_length=4,
        choices=Script.choices,
        blank=True,
        help_text="Public. Found from the letters if left empty.",
    )
    language = models.CharField(
        max_length=20, blank=True, help_text="Public. A BCP 47 tag: kk, ug-Arab, zh."
    )
    is_primary = models.BooleanField(
        "main", default=False, help_text="Public. The one to head the page with."
    )

    objects = PersonNameQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "name"
        ordering = ["-is_primary", "id"]
        indexes = [embargo_index("name_embargo")]
        constraints = [
            *Record.Meta.constraints,
            CheckConstraint(
                name="name_not_blank",
                condition=~Q(text=""),
                violation_error_message="A name has at least one letter.",
            ),
            UniqueConstraint(
                fields=["person", "text"],
                name="name_once",
                violation_error_message="This person has this name already.",
            ),
            UniqueConstraint(
                fields=["person"],
                condition=Q(is_primary=True),
                name="name_one_main",
                violation_error_message="Only one name can be the main one.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            touched("person_id", "text", "kind", "script", "language", "is_primary"),
            NAME_FOLLOWS,
            NAME_AUDIENCE,
            not_of_merged("person_id"),
            PROPOSALS_FALL,
        ]

    @classmethod
    def visible(cls, user, prefix: str = "") -> Q:
        """As every record, and for readers only where the person is shown by full name."""
        rule = super().visible(user, prefix)
        if not Audience.of(user, cls).is_staff:
            rule &= Q(**{f"{prefix}person__name_display": NameDisplay.FULL})
        return rule

    @classmethod
    def objections(cls, records: list[Record]) -> Iterable[str]:
        """No text may tell a name that some person's own page does not."""
        hidden = cls.objects.exclude(person__name_display=NameDisplay.FULL)
        others = [one for one in records if not isinstance(one, cls)]
        return withheld.objections(others, hidden.values_list("text", flat=True))

    def missing(self) -> list[str]:
        return withheld.objections_to(self.person.name_display, [self.text])

    def prepare(self) -> None:
        """Fill in what follows from the letters: script, keys, id."""
        self.text = " ".join(self.text.split())
        known = text.script(self.text)
        self.script = self.script or (known if known in Script.values else "")
        self.public_id = self.public_id or self.free_id()

    def save(self, *args, **kwargs):
        self.prepare()
        with transaction.atomic():
            super().save(*args, **kwargs)
            words.write([(self.pk, self.text)])
