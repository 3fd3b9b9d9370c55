"""Attachments: pictures of whom and what the register tells of, drawn anew when they came."""

import pgtrigger
from django.db import models, transaction
from django.db.models import CheckConstraint, Q
from django.urls import reverse

from cases import originals
from cases.depicting import PictureKind, PictureRights, ShownBasis
from cases.models.case import Case
from cases.models.facilities import Facility
from cases.models.rules import PICTURED
from cases.models.sources import Source
from cases.redrawing.drawn import SMALL_SIDE, fitted
from config.records.choices import State
from config.records.constraints import exactly_one, hashed, implies
from config.records.history import tracked
from config.records.models import Audience, Record, RecordQuerySet, touched
from people.choices import NameDisplay
from people.models import Person
from people.models.grounds import lacks_picture
from people.models.rules import not_of_merged

PARENTS = ("case", "person", "facility", "source")
# How one comes from what it is of to the person whom it may show.
TO_PERSON = ("person__", "case__person__")
SAID = "kind shows basis author rights rights_note alternative".split()
# Of a picture of people; it takes the ground that a person's picture takes.
OF_PEOPLE = (PictureKind.PORTRAIT, PictureKind.SCENE)
SURE = (ShownBasis.SOURCE_CAPTION, ShownBasis.FAMILY_CONFIRMED)


NO_FILE = "Choose the file of a picture."
NO_RIGHT = "Say by what right the picture is shown."


def _of(model: type[models.Model]) -> models.ForeignKey:
    return models.ForeignKey(
        model,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attachments",
        help_text="Public. What it is attached to; exactly one. It stays there.",
    )


def _made(about: str, length: int) -> models.CharField:
    return models.CharField(
        max_length=length, editable=False, help_text=f"Only staff read this. {about}"
    )


class AttachmentQuerySet(RecordQuerySet):
    def delete(self):
        files = [one.files for one in self.all()]
        answer = super().delete()
        _forget(files)
        return answer

    delete.alters_data = True
    delete.queryset_only = True


def _forget(files: list[tuple[str, ...]]) -> None:
    """The files go once it is certain that their rows have gone."""
    for name in (one for names in files for one in names):
        transaction.on_commit(lambda name=name: originals.delete(name))


@tracked()
class Attachment(Record):
    """A picture of a person, a case, a facility or a source. Its file never changes.

    What is kept is a JPEG of the register's own, with nothing in it but points: what was sent up is
    not. `cases.attaching.attach` is the verb that adds one.
    """

    ID_PREFIX = "A"
    VISIBLE_THROUGH = (*PARENTS, "taken_from")
    PUBLIC_FIELDS = (*PARENTS, "taken_from", *SAID, "sha256", "width", "height")
    STAFF_FIELDS = (*Record.STAFF_FIELDS, "file", "size", "small_file", "small_sha256")

    # Shown to readers
    case = _of(Case)
    person = _of(Person)
    facility = _of(Facility)
    source = _of(Source)
    kind = models.CharField(max_length=12, choices=PictureKind.choices, help_text="Public.")
    shows = models.CharField(
        "who or what is shown",
        max_length=300,
        help_text="Public. Stands below it, in our own words.",
    )
    basis = models.CharField(
        "how we know",
        max_length=20,
        choices=ShownBasis.choices,
        help_text="Public. On what basis we say that it shows them.",
    )
    taken_from = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pictures",
        help_text="Public. The source that showed it.",
    )
    author = models.CharField(
        "made by", max_length=200, blank=True, help_text="Public. Whoever took or drew it."
    )
    rights = models.CharField(
        "shown by right of",
        max_length=20,
        choices=PictureRights.choices,
        blank=True,
        help_text="Public. Needed before it is published.",
    )
    rights_note = models.CharField(
        "which licence, whose permission", max_length=300, blank=True, help_text="Public."
    )
    alternative = models.CharField(
        "in words",
        max_length=500,
        help_text="Public. For whoever does not see it: what a reader has to know of it. Never a "
        "name that the caption does not tell.",
    )
    sha256 = models.CharField(
        "SHA-256 of the file", max_length=64, editable=False, help_text="Public."
    )
    width = models.PositiveIntegerField(editable=False, help_text="Public. In points.")
    height = models.PositiveIntegerField(editable=False, help_text="Public. In points.")

    # Only staff see these
    file = _made("Its name in the storage of originals.", 200)
    size = models.PositiveIntegerField(
        "bytes of the file", editable=False, help_text="Only staff read this."
    )
    small_file = _made("The same picture, as pages show it.", 200)
    small_sha256 = _made("The SHA-256 of that.", 64)

    objects = AttachmentQuerySet.as_manager()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            exactly_one(
                "attachment_of_one", list(PARENTS), "A picture is attached to exactly one record."
            ),
            CheckConstraint(
                name="attachment_in_words",
                condition=Q(alternative__regex=r"\S"),
                violation_error_message="Say in words what the picture shows.",
            ),
            implies(
                "attachment_portrait_of_somebody",
                Q(kind=PictureKind.PORTRAIT),
                Q(person__isnull=False),
                "A portrait is attached to the person whom it shows.",
            ),
            implies(
                "attachment_portrait_is_no_guess",
                Q(kind=PictureKind.PORTRAIT),
                Q(basis__in=SURE),
                "A portrait takes a source that says who it is, or the family; never a guess.",
            ),
            implies(
                "attachment_basis_has_source",
                Q(basis=ShownBasis.SOURCE_CAPTION),
                Q(taken_from__isnull=False) | Q(source__isnull=False),
                "Name the source that says whom or what it shows.",
            ),
            implies(
                "attachment_published_by_right",
                Q(state=State.PUBLISHED),
                ~Q(rights=""),
                NO_RIGHT,
            ),
            hashed("attachment_hashes", "sha256", "small_sha256"),
            CheckConstraint(
                name="attachment_has_points",
                condition=Q(width__gt=0, height__gt=0) & ~Q(file="") & ~Q(small_file=""),
                violation_error_message=NO_FILE,
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            PICTURED,
            pgtrigger.ReadOnly(
                name="file_stays",
                fields="file sha256 size small_file small_sha256 width height".split(),
            ),
            not_of_merged("person_id"),
            touched(*(f"{name}_id" for name in (*PARENTS, "taken_from")), *SAID),
        ]

    def delete(self, *args, **kwargs):
        answer = super().delete(*args, **kwargs)
        _forget([self.files])
        return answer

    @classmethod
    def visible(cls, user, prefix: str = "") -> Q:
        """As every record, and for readers only where whom it may show is shown by full name."""
        rule = super().visible(user, prefix)
        if not Audience.of(user, cls).is_staff:
            for person in (f"{prefix}{path}name_display" for path in TO_PERSON):
                rule &= Q(**{person: NameDisplay.FULL}) | Q(**{f"{person}__isnull": True})
        return rule

    def missing(self) -> list[str]:
        whose = self.whose
        if whose and whose.name_display != NameDisplay.FULL:
            return ["Nobody sees a picture of somebody whose name is not shown in full."]
        return []

    def barred(self) -> list[str]:
        """A ground for the picture, and a right; both kept by the database too."""
        needs_ground = self.whose and self.kind in OF_PEOPLE
        lacks = [] if self.rights else [NO_RIGHT]
        return lacks + (lacks_picture(self.whose) if needs_ground else [])

    @property
    def parent(self) -> Record:
        """The record that it is attached to."""
        return next(getattr(self, name) for name in PARENTS if getattr(self, f"{name}_id"))

    @property
    def whose(self) -> Person | None:
        """The person whom it may show."""
        return self.case.person if self.case_id else self.person

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(name for name in (self.file, self.small_file) if name)

    @property
    def small_measures(self) -> tuple[int, int]:
        return fitted(self.width, self.height, SMALL_SIDE)

    @property
    def address(self) -> str:
        return reverse("picture", args=[self.public_id])

    @property
    def small_address(self) -> str:
        return reverse("small-picture", args=[self.public_id])
