"""Invented sources: articles that several cases cite, testimonies on one, and kept copies."""

from dataclasses import dataclass, field
from random import Random

from cases.choices import Reliability, SourceKind
from cases.models.snapshots import sha256, words_sha256
from cases.synthetic.book import Book
from cases.synthetic.days import LAST_MONTH, Told, draw
from cases.synthetic.fates import OPEN, Signature, Signing
from cases.synthetic.sheets import NULL
from cases.synthetic.world import World
from config.records.choices import Secrecy, State
from people.invented.chance import Weighted

_FATES = Weighted.of(
    {
        OPEN: 95,
        (State.PUBLISHED, Secrecy.REGISTERED): 1,
        (State.DRAFT, Secrecy.PUBLIC): 2,
        (State.WITHDRAWN, Secrecy.PUBLIC): 1,
        (State.DRAFT, Secrecy.STAFF): 1,
    }
)
_KINDS = Weighted.of(
    {
        SourceKind.NEWS_ARTICLE: 52,
        SourceKind.NGO_REPORT: 14,
        SourceKind.SOCIAL_POST: 8,
        SourceKind.WIRE: 6,
        SourceKind.DATABASE_ENTRY: 6,
        SourceKind.VIDEO: 5,
        SourceKind.LEAKED_FILE: 4,
        SourceKind.COURT_DOCUMENT: 2,
        SourceKind.OFFICIAL_NOTICE: 2,
        SourceKind.BROADCAST: 1,
    }
)
TOLD = Weighted.of(
    {SourceKind.TESTIMONY: 60, SourceKind.PHONE_CALL: 20, SourceKind.LETTER: 10}
    | {SourceKind.VIDEO: 10}
)
_RELIABILITY = Weighted.of(
    {
        Reliability.HIGHLY_RELIABLE: 22,
        Reliability.LIKELY_RELIABLE: 38,
        Reliability.NOT_ASSESSED: 25,
        Reliability.UNSURE: 11,
        Reliability.LIKELY_UNRELIABLE: 4,
    }
)
_LANGUAGES = Weighted.of({"en": 50, "ru": 18, "kk": 14, "ug": 8, "zh": 6, "tr": 4})
_SUBJECTS = (
    "What became of those who were taken",
    "Families ask where their relatives are",
    "A list of people held",
    "Sentences that nobody announced",
    "Testimonies from the county",
    "Who speaks for the missing",
)
_ON_THE_DESK = 24  # articles of one year that are still being cited
_KEPT = 0.5
_REPEATS = 0.12
_OPENING = "Invented text; it tells of nobody.\n"
# Kinds that name a publisher's kind, and those that an authority publishes.
_OF_COURTS = (SourceKind.COURT_DOCUMENT,)
_OF_POLICE = (SourceKind.OFFICIAL_NOTICE,)


@dataclass
class Source:
    """A source that is still being cited; what its kept copy says grows with each passage."""

    key: int
    signature: Signature
    kind: str
    published: Told
    reliability: str
    origin: int | None
    publisher_kind: str
    snapshot: int | None = None
    lines: list[str] = field(default_factory=list)
    length: int = 0
    year: int = 0
    left: int = 0  # families whose cases will cite it yet

    def quote(self, passage: str) -> tuple[str, ...]:
        """snapshot, quote, start, end, prefix, suffix, as a citation holds them."""
        if self.snapshot is None:
            return (NULL, passage, NULL, NULL, "", "")
        start = self.length + 2
        self.lines.append(f"- {passage}.\n")
        self.length += len(passage) + 4
        return (self.snapshot, passage, start, start + len(passage), "- ", ".")


class Press:
    """The sources at hand, by year; each is written when it is made, its copy when it is full."""

    def __init__(self, book: Book, world: World, accounts: tuple[int, int], chance: Random):
        self.book, self.world, self.accounts, self.chance = book, world, accounts, chance
        self.desks: dict[int, list[Source]] = {}
        self.taken: dict[int, Source] = {}

    def article(self, year: int, *, is_open: bool) -> Source:
        """An article of that year or of one of the two after; open to all if it must be."""
        year = min(year + int(self.chance.random() ** 2 * 3), LAST_MONTH // 12)
        desk = self.desks.setdefault(year, [])
        while len(desk) < _ON_THE_DESK:
            desk.append(self._article(year, desk))
        while True:
            article = desk[int(self.chance.random() * len(desk))]
            if article.signature.is_open or not is_open:
                self.taken[article.key] = article
                return article

    def put_down(self) -> None:
        """After a family: what nobody else will cite is kept and put away."""
        for source in self.taken.values():
            source.left -= 1
            if source.left == 0:
                self.desks[source.year].remove(source)
                self._keep(source)
        self.taken.clear()

    def testimony(self, signing: Signing, fate: tuple, informant: int | None, year: int) -> Source:
        """What somebody told of one case; nobody else cites it."""
        signature = signing(fate)
        kind = TOLD.draw(self.chance)
        published = draw(self.chance, year * 12 + int(self.chance.random() * 12))
        title = f"Invented {kind.label} to the register"
        return self._source(signature, kind, title, published, informant=informant)

    def close(self) -> None:
        """Keep what is still on the desks."""
        for desk in self.desks.values():
            for article in desk:
                self._keep(article)
        self.desks.clear()

    def _article(self, year: int, desk: list[Source]) -> Source:
        chance = self.chance
        kind = _KINDS.draw(chance)
        signature = Signing(self.accounts, chance)(_FATES.draw(chance))
        town = chance.choice(self.world.towns["China"])
        title = f"{_SUBJECTS[int(chance.random() * len(_SUBJECTS))]}: {town.name} (invented)"
        published = draw(chance, year * 12 + 6 + int(chance.random() * 6))
        publisher, publisher_kind = self._publisher(kind, town)
        origin = None
        if desk and chance.random() < _REPEATS:
            origin = desk[0].origin or desk[0].key
        source = self._source(
            signature, kind, title, published, publisher, publisher_kind, origin=origin
        )
        source.year, source.left = year, 3 + int(chance.random() * 14)
        if chance.random() < _KEPT:
            source.snapshot = self.book.snapshots.reserve()
            source.lines.append(_OPENING)
            source.length = len(_OPENING)
        return source

    def _publisher(self, kind: SourceKind, town) -> tuple[int | str, str]:
        if kind in _OF_COURTS:
            return town.court, "court"
        if kind in _OF_POLICE:
            return town.police, "police"
        if kind in (SourceKind.SOCIAL_POST, SourceKind.LEAKED_FILE):
            return NULL, ""
        number = int(self.chance.random() ** 2 * len(self.world.outlets))
        return self.world.outlets[number], "human_rights_group" if number % 7 == 6 else "media"

    def _source(
        self, signature, kind, title, published, publisher=NULL, publisher_kind="",
        *, origin=None, informant=None,
    ) -> Source:  # fmt: skip
        sheet, chance = self.book.sources, self.chance
        reliability = _RELIABILITY.draw(chance).value
        key = sheet.reserve()
        address = "" if informant else f"https://press.invalid/{sheet.ids(key)[2:].lower()}"
        sheet.add(
            key,
            signature.columns,
            kind.value,
            title,
            address,
            publisher,
            published.columns,
            _LANGUAGES.draw(chance),
            reliability,
            NULL if origin is None else origin,
            address,
            NULL if informant is None else informant,
            "a relative" if informant else "",
        )
        return Source(key, signature, kind.value, published, reliability, origin, publisher_kind)

    def _keep(self, article: Source) -> None:
        if article.snapshot is None:
            return
        text = "".join(article.lines)
        digest = sha256(text.encode())
        self.book.snapshots.add(
            article.snapshot,
            article.key,
            article.signature.updated_at.isoformat(),
            self.accounts[0],
            text.replace("\n", "\\n"),
            digest,
            digest,
            words_sha256(text),
            len(text.encode()),
        )
