"""Sharing with the United Nations: of whom it may tell, as the consents that stand allow."""

from collections.abc import Iterable

from people.choices import SpeaksAs
from people.models import Consent

NO_CONSENT = (
    "No consent to share with the United Nations stands: enter one that the person, or a relative "
    "or representative who speaks for them, has given."
)
WITHDRAWN = (
    "The person has withdrawn the consent to share with the United Nations. Nobody else's consent "
    "stands in its place: enter a new one of the person's own."
)


def shareable(people: Iterable[int]) -> set[int]:
    """Of these people, those of whom the United Nations may be told."""
    return {key for key, given in _consents(people).items() if not _lacks(given)}


def lacking_to_share(person: int) -> str:
    """Which consent is missing to tell the United Nations of somebody; nothing if one stands."""
    return _lacks(_consents([person]).get(person, []))


def _consents(people: Iterable[int]) -> dict[int, list[Consent]]:
    """By person. Whether one stands may be known to all staff; what else it says is not read."""
    found: dict[int, list[Consent]] = {}
    given = Consent.objects.filter(person__in=list(people), share_with_un=True)
    for one in given.only("person_id", "given_as", "withdrawn_on"):
        found.setdefault(one.person_id, []).append(one)
    return found


def _lacks(given: list[Consent]) -> str:
    """What the person said counts before what anybody said for them."""
    own = [one for one in given if one.given_as == SpeaksAs.SELF]
    if any(one.withdrawn_on is None for one in own or given):
        return ""
    return WITHDRAWN if own else NO_CONSENT
