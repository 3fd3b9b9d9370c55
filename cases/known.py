"""Articles that the register has already: under another address, or with the same text."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from cases.models import Organization, Snapshot, Source
from config.records.text import fold

MOST = 5
ARTICLES = 7_240_002  # the number of a lock; any that nothing else takes


@dataclass(frozen=True)
class Known:
    """A source that may be the same article, why, and its newest kept copy if it has one."""

    source: Source
    has_address: bool
    has_text: bool
    newest: Snapshot | None

    @property
    def why(self) -> str:
        if self.has_address and self.has_text:
            return "It has this address, and a kept copy with this text."
        if self.has_text:
            return "A kept copy of it has this text."
        return (
            "It has this address; its kept copies say something else."
            if self.newest
            else ("It has this address, and no kept copy yet.")
        )


def known_articles(addresses: Iterable[str], text: str, user) -> list[Known]:
    """The sources, among those that this user may see, that are this article in other clothes."""
    at = {source.pk for one in addresses for source in _at(one, user)}
    copies = Snapshot.objects.visible_to(user).saying(text) if text.strip() else []
    saying = {kept.source_id for kept in copies[:MOST]}
    found = Source.objects.visible_to(user).filter(pk__in=at | saying).order_by("pk")
    return [
        Known(source, source.pk in at, source.pk in saying, source.snapshots.defer("text").first())
        for source in found.select_related("publisher")[:MOST]
    ]


def one_article_at_a_time() -> None:
    """Wait until whoever is just keeping an article has done so, and until we have.

    Otherwise a form that is sent twice at once, or by two workers, would find nothing known twice.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ARTICLES])


def _at(address: str, user):
    return Source.objects.visible_to(user).at(address)[:MOST] if address else ()


def organization_named(name: str, user) -> Organization | None:
    """The organization of this name, whatever its capitals and accents; media before others."""
    wanted = fold(name)
    if not wanted:
        return None
    every = Organization.objects.visible_to(user).order_by("pk")
    found = [
        (kind != "media", pk)
        for pk, kind, own, others in every.values_list("pk", "kind", "name", "other_names")
        if wanted in map(fold, (own, *others))
    ]
    return Organization.objects.get(pk=min(found)[1]) if found else None
