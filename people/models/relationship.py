"""Ties between people, stored once and read from both sides."""

from django.db import models
from django.db.models import Case, CheckConstraint, F, Q, UniqueConstraint, Value, When
from django.db.models.functions import Greatest, Least

from config.records.history import tracked
from config.records.models import Record, RecordQuerySet, touched
from people.choices import INVERSES, RelationshipKind
from people.models.person import Person
from people.models.rules import not_of_merged


class RelationshipQuerySet(RecordQuerySet):
    def of(self, person: Person) -> "RelationshipQuerySet":
        """Every tie of a person, from whichever side it was entered."""
        return self.filter(Q(from_person=person) | Q(to_person=person))


# A parent seen from the other side is a child: both words name one bond.
BOND = Case(
    *(When(kind=kind, then=Value(min(kind.value, INVERSES[kind].value))) for kind in INVERSES),
    default=F("kind"),
)


@tracked()
class Relationship(Record):
    """The first person is the `kind` of the second: Almakhan is the sibling of Baqytkhan."""

    ID_PREFIX = "R"
    VISIBLE_THROUGH = ("from_person", "to_person")
    PUBLIC_FIELDS = ("from_person", "to_person", "kind", "stated_as")

    from_person = models.ForeignKey(
        Person, models.PROTECT, related_name="ties_from", help_text="Public."
    )
    to_person = models.ForeignKey(
        Person, models.PROTECT, related_name="ties_to", help_text="Public."
    )
    kind = models.CharField(
        max_length=20, choices=RelationshipKind.choices, help_text="Public. First of second."
    )
    stated_as = models.CharField(
        max_length=200, blank=True, help_text="Public. As the source puts it: 'her brother'."
    )

    objects = RelationshipQuerySet.as_manager()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            CheckConstraint(
                name="relationship_not_self",
                condition=~Q(from_person=F("to_person")),
                violation_error_message="Nobody is their own relative.",
            ),
            UniqueConstraint(
                Least("from_person", "to_person"),
                Greatest("from_person", "to_person"),
                BOND,
                name="relationship_once",
                violation_error_message="This tie is entered already, perhaps from the other side.",
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            touched("from_person_id", "to_person_id", "kind", "stated_as"),
            not_of_merged("from_person_id", "to_person_id"),
        ]

    def other(self, person: Person) -> Person:
        """The person at the other end."""
        return self.to_person if person.pk == self.from_person_id else self.from_person

    def word_for_other(self, person: Person) -> str:
        """What the other is to this person: seen from Baqytkhan, Almakhan is his sister."""
        kind = RelationshipKind(self.kind)
        if person.pk == self.from_person_id:
            return kind.inverse.word(self.to_person.sex)
        return kind.word(self.from_person.sex)
