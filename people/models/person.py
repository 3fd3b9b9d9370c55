"""People, individual or told of as a group, and the names they are known by."""

from django.db import models, transaction
from django.db.models import CheckConstraint, Q, UniqueConstraint

from config.records import text
from config.records.choices import State
from config.records.constraints import implies
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Audience, Record, RecordQuerySet, named_by, touched
from people.choices import (
    Ethnicity,
    NameDisplay,
    NameKind,
    OccupationGroup,
    PersonKind,
    Script,
    Sex,
)
from people.models import words
from people.models.mergeable import Mergeable, MergeableQuerySet
from people.models.place import Place
from people.models.rules import (
    NAME_AUDIENCE,
    NAME_FOLLOWS,
    PERSON_AUDIENCE,
    PROPOSALS_FALL,
    SHOWN_NAME,
    not_of_merged,
)

SHOWN = (
    "kind",
    "name_shown",
    "described_as",
    "count_text",
    "sex",
    "ethnicity",
    "citizenship_id",
    "birthplace_id",
    "home_id",
    "occupation_group",
    "occupation",
    "biography",
)


@tracked(exclude=("name_full", "name_shown"))
class Person(Mergeable):
    """Somebody in the register, whatever for: detained, speaking up, in office, bearing witness.

    `name_full` and `name_shown` are kept by the database from the names: the first is for staff,
    the second is all that anybody else ever sees as this person's name.
    """

    ID_PREFIX = "P"
    PUBLIC_FIELDS = (
        "kind",
        "name_display",
        "name_shown",
        "described_as",
        "count_text",
        "sex",
        "ethnicity",
        "citizenship",
        "birthplace",
        "home",
        "occupation_group",
        "occupation",
        "biography",
    )
    STAFF_FIELDS = (*Mergeable.STAFF_FIELDS, "name_full", "religion", *date_fields("birth"))

    # Shown to readers
    kind = models.CharField(
        max_length=12,
        choices=PersonKind.choices,
        default=PersonKind.INDIVIDUAL,
        help_text="Public.",
    )
    name_display = models.CharField(
        "name is shown as",
        max_length=12,
        choices=NameDisplay.choices,
        default=NameDisplay.FULL,
        help_text="Public. Withheld means withheld on every page, in every file and search.",
    )
    name_shown = models.CharField(max_length=300, blank=True, editable=False, help_text="Public.")
    described_as = models.CharField(
        max_length=300,
        blank=True,
        help_text="Public. For a group or somebody unnamed: what to call them, in our words.",
    )
    count_text = models.CharField(
        max_length=100,
        blank=True,
        help_text="Public. How many, as the source says it: 'dozens'. Never turn it into a number.",
    )
    sex = models.CharField(
        max_length=12,
        choices=Sex.choices,
        blank=True,
        help_text="Public. Only if a source says or shows it.",
    )
    ethnicity = models.CharField(
        max_length=12,
        choices=Ethnicity.choices,
        blank=True,
        help_text="Public. Only if a source states it.",
    )
    citizenship = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", help_text="Public."
    )
    birthplace = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", help_text="Public."
    )
    home = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="people", help_text="Public."
    )
    occupation_group = models.CharField(
        max_length=12, choices=OccupationGroup.choices, blank=True, help_text="Public."
    )
    occupation = models.CharField(
        max_length=200, blank=True, help_text="Public. As the source puts it."
    )
    biography = models.TextField(blank=True, help_text="Public. In our own words.")

    # Only staff see these; of the birth date readers see the year
    birth = DateColumns("birth", readers="Only staff read this.")
    religion = models.CharField(max_length=100, blank=True, help_text="Only staff read this.")
    name_full = models.CharField(max_length=300, blank=True, editable=False)

    objects = MergeableQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name_plural = "people"
        permissions = [("merge_person", "Can merge two people, and undo it")]
        indexes = [
            models.Index(fields=["name_shown", "id"], name="person_by_name"),
            models.Index(fields=["name_full"], name="person_by_full_name"),
            models.Index(fields=["updated_at", "id"], name="person_by_change"),
        ]
        constraints = [
            *Record.Meta.constraints,
            *date_constraints("person", "birth"),
            implies(
                "person_described",
                ~Q(kind=PersonKind.INDIVIDUAL),
                ~Q(described_as=""),
                "Say what to call a group or somebody unnamed.",
            ),
            *Mergeable.RULES,
        ]
        triggers = [
            *Record.Meta.triggers,
            *Mergeable.TRIGGERS,
            SHOWN_NAME,
            PERSON_AUDIENCE,
            touched(*SHOWN),
        ]

    def together(self) -> list[Record]:
        return [*self.names.all(), *named_by([self])]

    def missing(self) -> list[str]:
        if self.described_as or self.names.filter(state=State.PUBLISHED).exists():
            return []
        return ["Enter a name, or say what to call somebody unnamed."]

    @property
    def birth_year(self) -> int | None:
        """The year of birth where the bounds leave only one."""
        earliest, latest = self.birth_earliest, self.birth_latest
        return earliest.year if earliest and latest and earliest.year == latest.year else None


class PersonNameQuerySet(RecordQuerySet):
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
