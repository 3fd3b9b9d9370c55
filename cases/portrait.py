"""What the register tells of one person: ties, cases, deeds, and the sources of all this."""

from django.db.models import Q

from cases import shown
from cases.family import Family
from cases.passages import Passages
from cases.story import kin
from people.models import Person


class Portrait:
    """A person as one reader may see them."""

    def __init__(self, person: Person, user):
        self.person, self.user = person, user
        ties = list(shown.ties(person, user))
        deeds = list(shown.deeds([person.pk], user))
        self.passages = self._passages(ties, deeds)
        self.about = self.passages.of(person, *person.seen_names)
        self.kin = [kin(person, tie, self.passages) for tie in ties]
        self.family = Family(person, self.kin)
        self.deeds = [(part, self.passages.of(part)) for part in deeds]
        self.cases = list(shown.cases(user).filter(person=person).order_by("pk"))
        self.sources = self.passages.sources()
        self.pictures = shown.pictures(Q(person=person), user)

    def _passages(self, ties: list, deeds: list) -> Passages:
        cited = (
            Q(person=self.person)
            | Q(person_name__in=[name.pk for name in self.person.seen_names])
            | Q(relationship__in=[tie.pk for tie in ties])
            | Q(participation__in=[part.pk for part in deeds])
        )
        return Passages(shown.citations(self.user).filter(cited))
