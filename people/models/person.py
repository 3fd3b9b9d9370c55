"""People, individual or told of as a group."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from config.records.choices import State
from config.records.constraints import implies
from config.records.date_columns import DateColumns, date_constraints, date_fields
from config.records.history import tracked
from config.records.models import Record, named_by, touched
from people.choices import (
    Ethnicity,
    Ground,
    NameDisplay,
    OccupationGroup,
    PersonKind,
    Sex,
)
from people.models import told, withheld
from people.models.grounds import GROUND_HOLDS, GROUND_PICTURES, lacking
from people.models.mergeable import Mergeable, MergeableQuerySet, embargo_index
from people.models.place import Place
from people.models.rules import (
    PERSON_AUDIENCE,
    SHOWN_NAME,
)

ROUGHLY = {
    "null": True,
    "blank": True,
    "help_text": "Public: its county or city. Registered researchers read this as it stands.",
}
SHOWN = (
    *"kind name_shown described_as count_text sex ethnicity citizenship_id birthplace_id".split(),
    *"home_id occupation_group occupation biography noindex".split(),
    *told.SAID[:-1],  # all but religion, of which readers hear nothing
)


@tracked(exclude=("name_full", "name_shown"))
class Person(Mergeable):
    """Somebody in the register, whatever for: detained, speaking up, in office, bearing witness.

    `name_full` and `name_shown` are kept by the database from the names: the first is for staff,
    the second is all that anybody else ever sees as this person's name.
    """

    ID_PREFIX = "P"
    ROWS = (
        ("people.personname", "person"),
        ("people.relationship", "from_person"),
        ("cases.citation", "person"),
    )
    # What waits for review along with these is not told of by itself.
    WAITS_WITH = ("cases",)
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
        "noindex",
    )
    REGISTERED_FIELDS = tuple(date_fields("birth"))
    STAFF_FIELDS = (
        *Mergeable.STAFF_FIELDS,
        *("name_full", "religion", *told.SAID, "ground", "ground_note"),
    )
    FACTS = told.FACTS

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
    birthplace = models.ForeignKey(Place, models.PROTECT, related_name="+", **ROUGHLY)
    home = models.ForeignKey(Place, models.PROTECT, related_name="people", **ROUGHLY)
    occupation_group = models.CharField(
        max_length=12, choices=OccupationGroup.choices, blank=True, help_text="Public."
    )
    occupation = models.CharField(
        max_length=200, blank=True, help_text="Public. As the source puts it."
    )
    biography = models.TextField(blank=True, help_text="Public. In our own words.")
    noindex = models.BooleanField(
        "not for search engines",
        default=False,
        help_text="Public. Asks search engines to leave out the pages of this person and of all "
        "their cases; readers see them as before.",
    )

    # Facts that not every reader is told; each says for itself who is
    birth = DateColumns("birth", readers="Registered researchers read this; readers the year.")
    birth_secrecy, birthplace_secrecy, home_secrecy, religion_secrecy = (
        fact.field() for fact in told.FACTS
    )
    religion = models.CharField(max_length=100, blank=True, help_text="Only staff read this.")
    name_full = models.CharField(max_length=300, blank=True, editable=False)
    ground = models.CharField(
        "ground for showing",
        max_length=20,
        choices=Ground.choices,
        default=Ground.PUBLIC_SOURCE,
        help_text="Only staff read this. Why we may show this person to readers.",
    )
    ground_note = models.TextField(
        "why that ground",
        blank=True,
        help_text="Only staff read this. Of a documented interest: what was weighed, and by whom.",
    )

    objects = MergeableQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name_plural = "people"
        permissions = [
            ("merge_person", "Can merge two people, and undo it"),
            ("document_interest", "Can document an interest that outweighs consent"),
        ]
        indexes = [
            models.Index(fields=["name_shown", "id"], name="person_by_name"),
            models.Index(fields=["name_full"], name="person_by_full_name"),
            models.Index(fields=["updated_at", "id"], name="person_by_change"),
            embargo_index("person_embargo"),
        ]
        constraints = [
            *Record.Meta.constraints,
            *date_constraints("person", "birth"),
            *(fact.constraint("person") for fact in told.FACTS),
            implies(
                "person_described",
                ~Q(kind=PersonKind.INDIVIDUAL),
                ~Q(described_as=""),
                "Say what to call a group or somebody unnamed.",
            ),
            implies(
                "person_interest_documented",
                Q(ground=Ground.INTEREST),
                ~Q(ground_note=""),
                "Document the interest: what was weighed, and by whom.",
            ),
            *Mergeable.RULES,
        ]
        triggers = [
            *Record.Meta.triggers,
            *Mergeable.TRIGGERS,
            SHOWN_NAME,
            GROUND_HOLDS,
            GROUND_PICTURES,
            PERSON_AUDIENCE,
            touched(*SHOWN),
        ]

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.public_id])

    def save(self, *args, **kwargs):
        if vars(self).get("untold"):
            raise RuntimeError("What was told to a reader is not all of it, and is not saved.")
        super().save(*args, **kwargs)

    def tell(self, user) -> None:
        """Leave of the facts only what this reader is told; `untold` names what is left out."""
        self.untold = told.untold(self, user)
        for name, roughly in self.untold.items():
            told.forget(self, name, roughly=roughly)

    def together(self) -> list[Record]:
        return [*self.names.all(), *named_by([self])]

    def missing(self) -> list[str]:
        if not (self.described_as or self.names.filter(state=State.PUBLISHED).exists()):
            return ["Enter a name, or say what to call somebody unnamed."]
        return withheld.objections_to(self.name_display, self.names.values_list("text", flat=True))

    def barred(self) -> list[str]:
        return lacking(self)

    @property
    def birth_year(self) -> int | None:
        """The year of birth where the bounds leave only one."""
        earliest, latest = self.birth_earliest, self.birth_latest
        return earliest.year if earliest and latest and earliest.year == latest.year else None
