"""How a release is cited: in words, as BibTeX, and as CSL-JSON for keepers of references."""

import datetime
import re
from dataclasses import dataclass

from django.conf import settings

from config.records.references import bibtex, csl, escaped

DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9._;()/:-]+")


@dataclass(frozen=True)
class Citation:
    """What a reference names: who, what, of which day, where."""

    day: datetime.date
    doi: str = ""

    @property
    def name(self) -> str:
        return settings.REGISTER_NAME

    @property
    def home(self) -> str:
        """Where the release lies."""
        return f"{settings.SITE_URL}/data/releases/{self.day.isoformat()}/"

    @property
    def address(self) -> str:
        """What a reader is led to: the DOI, if it has one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.home

    def in_words(self) -> str:
        return f"{self.name}. Register of detained people. Release of {self.day}. {self.address}"

    def as_bibtex(self) -> str:
        fields = {
            "author": f"{{{escaped(self.name)}}}",
            "title": "Register of detained people",
            "year": str(self.day.year),
            "month": str(self.day.month),
            "version": self.day.isoformat(),
            "doi": self.doi,
            "url": self.address,
        }
        return bibtex("misc", f"register-{self.day}", fields)

    def as_csl(self) -> str:
        said = {
            "id": f"register-{self.day}",
            "type": "dataset",
            "author": [{"literal": self.name}],
            "title": "Register of detained people",
            "version": self.day.isoformat(),
            "issued": {"date-parts": [[self.day.year, self.day.month, self.day.day]]},
            "URL": self.address,
        }
        said |= {"DOI": self.doi} if self.doi else {}
        return csl(said)
