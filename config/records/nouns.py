"""A noun: one kind of record with its columns and filters, at every public address it has."""

from dataclasses import dataclass, field

from django.db.models import Model
from django.utils.translation import gettext

from config.records.columns import Column
from config.records.filters import RecordFilter


@dataclass(frozen=True)
class Noun:
    """One kind of record in public.

    name: as it stands in addresses: /api/v1/<name>/, /<name>/ where it has a list page.
    about: one sentence for the codebook: what a row is.
    filterset: what it can be asked for; none of a kind that has no address of its own.
    has_list, has_page: whether /<name>/ and /<name>/<public id>/ are pages.
    standards: the norms that columns map to, by name.
    """

    name: str
    about: str
    model: type[Model]
    columns: tuple[Column, ...]
    filterset: type[RecordFilter] | None = None
    has_list: bool = False
    has_page: bool = False
    standards: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def title(self) -> str:
        """What it is called at the head of a list, in the language at hand."""
        return gettext(self.name.capitalize())

    @property
    def explained(self) -> str:
        """`about` in the language at hand."""
        return gettext(self.about)
