"""Asking the sites of sources whether their links still lead somewhere, without being a burden."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from heapq import heappop, heappush
from queue import SimpleQueue
from threading import Event, Lock, Thread

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from cases.archive import Fetched, NotFetched, ask
from cases.canonical import canonical, host_of
from cases.models import LinkCheck, Source
from cases.outcomes import LinkOutcome
from config.records.choices import Secrecy

WORKERS = 8  # sites asked at the same time
PAUSE = 2.0  # seconds between two questions to one site
GONE = {404, 410}
BUSY = {429, 503}  # such a site is left alone for the rest of the run


@dataclass(frozen=True)
class Link:
    """The address of a source."""

    source: int
    address: str


@dataclass(frozen=True)
class Found:
    """What became of asking."""

    link: Link
    outcome: str
    status: int | None = None
    reached: str = ""
    problem: str = ""


def waiting(older_than: int) -> QuerySet[Source]:
    """The sources to be asked after, those not asked for longest first.

    Sealed ones are never asked after: their publisher could learn who is interested.
    """
    since = timezone.now() - timedelta(days=older_than)
    found = Source.objects.filter(url__istartswith="http").exclude(secrecy=Secrecy.SEALED)
    found = found.exclude(link_check__asked_at__gt=since)
    return found.order_by(F("link_check__asked_at").asc(nulls_first=True), "pk")


def check(
    sources: QuerySet[Source], number: int, pause: float = PAUSE
) -> Iterator[LinkCheck | None]:
    """Ask after this many, a row after each; None for one left for another time.

    What was asked is kept at once: whoever breaks off loses nothing, and goes on from there.
    """
    links = [Link(*row) for row in sources.values_list("pk", "url")[:number]]
    turns, told = Turns(links, pause), SimpleQueue()
    for _ in range(WORKERS):
        Thread(target=_work, args=(turns, told), daemon=True).start()
    try:
        for _ in links:
            yield _kept(told.get())
    finally:
        turns.over.set()


class Turns:
    """Whose turn it is: sites side by side, the links of each one by one with a pause between."""

    def __init__(self, links: Iterable[Link], pause: float):
        self.pause, self.over, self._lock = pause, Event(), Lock()
        self.sites: dict[str, deque[Link]] = {}
        for link in links:
            self.sites.setdefault(host_of(link.address), deque()).append(link)
        self._turns = [(0.0, order, site) for order, site in enumerate(self.sites)]

    def next(self) -> str | None:
        """The site that may be asked next, once it may; None if there is none."""
        with self._lock:
            if not self._turns or self.over.is_set():
                return None
            when, _, site = heappop(self._turns)
        is_over = self.over.wait(max(0.0, when - time.monotonic()))
        return None if is_over else site

    def again(self, site: str) -> None:
        """This site has been asked; it has another turn later if there is more to ask."""
        if self.sites[site]:
            when = time.monotonic() + self.pause
            with self._lock:
                heappush(self._turns, (when, 0, site))


def _work(turns: Turns, told: SimpleQueue) -> None:
    """Ask whichever site is next. Touches no database."""
    while (site := turns.next()) is not None:
        links = turns.sites[site]
        try:
            found = look(links.popleft())
        except Exception as error:
            told.put(error)
            return
        told.put(found)
        while links and found.status in BUSY:
            told.put(links.popleft() and None)
        turns.again(site)


def look(link: Link) -> Found:
    """Ask after one link."""
    try:
        answer = ask(link.address)
    except NotFetched as problem:
        return Found(link, LinkOutcome.SILENT, problem=str(problem))
    return Found(link, outcome(answer), answer.status, answer.reached)


def outcome(answer: Fetched) -> str:
    """What an answer says of the link."""
    if answer.status in GONE:
        return LinkOutcome.GONE
    if 400 <= answer.status < 500:
        return LinkOutcome.REFUSED
    if answer.status // 100 != 2:
        return LinkOutcome.SILENT
    is_there = canonical(answer.reached) == canonical(answer.asked)
    return LinkOutcome.ANSWERS if is_there else LinkOutcome.MOVED


def _kept(found: Found | Exception | None) -> LinkCheck | None:
    """Write down what was found, unless the source is gone or has another address by now."""
    if isinstance(found, Exception):
        raise found
    if found is None:
        return None
    with transaction.atomic():
        source = Source.objects.select_for_update(of=("self",), no_key=True)
        source = source.filter(pk=found.link.source, url=found.link.address).first()
        if source is None:
            return None
        row = LinkCheck.objects.filter(source=source).first() or LinkCheck(source=source)
        row.tell(
            found.outcome,
            at=timezone.now(),
            status=found.status,
            reached=found.reached,
            problem=found.problem,
        )
    return row
