"""Citations of invented records, written and returned as what a case's status follows from."""

from random import Random

from cases.choices import Stance
from cases.models.citations import TARGETS
from cases.synthetic.book import Book
from cases.synthetic.fates import Signature
from cases.synthetic.press import Source
from cases.synthetic.sheets import NULL

# What stands before and after the cited record's key, among the columns of all that may be cited.
_AROUND = {
    target: (
        "\t".join([*[NULL] * place, ""]),
        "\t".join(["", *[NULL] * (len(TARGETS) - place - 1)]),
    )
    for place, target in enumerate(TARGETS)
}


def target_columns(target: str, key: int) -> str:
    before, after = _AROUND[target]
    return f"{before}{key}{after}"


class Citations:
    """Writes citations; each is returned as the row that `settling.conclude` reads."""

    def __init__(self, book: Book, chance: Random):
        self.book, self.chance = book, chance

    def add(
        self, signature: Signature, source: Source, target: str, key: int, passage: str,
        *, field: str = "", says: str = "", event: int | None = None, contradicts: bool = False,
    ) -> dict:  # fmt: skip
        stance = (Stance.CONTRADICTS if contradicts else Stance.SUPPORTS).value
        sheet = self.book.citations
        own_key = sheet.add(
            sheet.reserve(),
            signature.columns,
            target_columns(target, key),
            field,
            source.key,
            says,
            stance,
            *source.quote(passage),
        )
        return {
            "pk": own_key,
            "state": signature.state,
            "secrecy": signature.secrecy,
            "updated_at": signature.updated_at,
            "stance": stance,
            "source": source.key,
            "source__state": source.signature.state,
            "source__secrecy": source.signature.secrecy,
            "source__origin": source.origin,
            "source__kind": source.kind,
            "source__is_seen": True,
            "source__reliability": source.reliability,
            "source__published_latest": source.published.latest,
            "source__publisher__kind": source.publisher_kind,
            "about_event": event,
            "is_deciding": target == "case",
        }
