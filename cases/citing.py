"""How a case is cited: in words, as BibTeX, as CSL-JSON; and what it says of itself to machines."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from cases.models import Case, Source
from config.records.dates import moment_in_words
from config.records.references import bibtex, csl, escaped
from people.choices import PersonKind

# What could end the element that holds the data.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Reference:
    """A case at its version, in a register of this name at this address."""

    case: Case
    register: str
    site: str

    @property
    def address(self) -> str:
        return f"{self.site}/cases/{self.case.public_id}/"

    @property
    def changed(self) -> datetime:
        return self.case.changed_at.astimezone(UTC)

    @property
    def title(self) -> str:
        return f"{self.case.person.name_shown} ({self.case.public_id})"

    def text(self) -> str:
        day = moment_in_words(self.changed)
        version = gettext("version of %(day)s UTC") % {"day": day}
        return f"{self.title}. {self.register}, {version}. {self.address}"

    def bibtex(self) -> str:
        fields = {
            "title": f"{{{escaped(self.title)}}}",
            "publisher": escaped(self.register),
            "year": f"{self.changed:%Y}",
            "date": f"{self.changed:%Y-%m-%d}",
            "version": f"{self.changed:%Y-%m-%dT%H:%M:%SZ}",
            "url": self.address,
        }
        return bibtex("online", self.case.public_id, fields)

    def csl(self) -> str:
        day = self.changed
        entry = {
            "id": self.case.public_id,
            "type": "entry",
            "title": self.title,
            "container-title": self.register,
            "publisher": self.register,
            "issued": {"date-parts": [[day.year, day.month, day.day]]},
            "version": f"{day:%Y-%m-%dT%H:%M:%SZ}",
            "URL": self.address,
        }
        return csl(entry)

    def linked_data(self, sources: list[Source]) -> SafeString:
        """JSON-LD in the words of schema.org; data, which no browser runs."""
        told = json.dumps(self._linked(sources), ensure_ascii=False).translate(UNSAFE)
        return mark_safe(told)  # noqa: S308  # what could end the element is escaped above

    def _linked(self, sources: list[Source]) -> dict:
        person = self.case.person
        others = [one.text for one in person.seen_names if one.text != person.name_shown]
        about = {
            "@type": "Person" if person.kind == PersonKind.INDIVIDUAL else "Thing",
            "name": person.name_shown,
            "url": f"{self.site}/people/{person.public_id}/",
        }
        return {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": self.address,
            "url": self.address,
            "identifier": self.case.public_id,
            "name": self.title,
            "dateModified": f"{self.changed:%Y-%m-%dT%H:%M:%SZ}",
            "isPartOf": {"@type": "Dataset", "name": self.register, "url": f"{self.site}/data/"},
            "about": about | ({"alternateName": others} if others else {}),
            "citation": [_work(source) for source in sources],
        }


def _work(source: Source) -> dict:
    work = {"@type": "CreativeWork", "name": source.title}
    if source.url:
        work["url"] = source.url
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher.name}
    return work
