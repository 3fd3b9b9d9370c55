"""Measuring pages under several visitors at once: real HTTP, from the server as it is started."""

import random
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import product

from cases.choices import CaseStatus, ReasonGroup
from cases.measuring import Server, ask, in_ms

CLIENTS = 4
WORKERS = 2  # as many as `serve` starts when nobody says otherwise
ROUNDS = 200  # answers of each page, by all clients together
STEADY, LONGEST = 3, 240.0  # rounds in which nothing changes; seconds after which it must be so
LEAST = 15.0  # seconds in which the server reads what it tells beside its first pages
SEED = 6


def under_clients(asked: dict[str, list[str]]) -> dict[str, dict]:
    """Every named page, its addresses in turn, by four at once from one server."""
    with Server(WORKERS) as server:
        every = [address for addresses in asked.values() for address in addresses]
        _wait_until_steady(server.home, every)
        report = {name: measured(server.home, one) for name, one in asked.items()}
        return report | {"cases, asked anew": measured(server.home, _new_questions())}


def measured(home: str, addresses: list[str]) -> dict:
    """Half of the times and nearly all, and the most that a page weighs as it is sent."""
    answers = _all(home, [addresses[number % len(addresses)] for number in range(ROUNDS)])
    times = [seconds for seconds, _ in answers]
    heaviest = round(max(size for _, size in answers) / 1000, 1)
    return in_ms(times, f"_{CLIENTS}_clients") | {"kilobytes": heaviest}


def _new_questions() -> list[str]:
    """Lists that nobody asked for yet, each once: with their charts, made while somebody waits."""
    pairs = list(product(CaseStatus.values, ReasonGroup.values))
    random.Random(SEED).shuffle(pairs)  # noqa: S311  an order, no secret
    return [f"/cases/?status={status}&reason={reason}" for status, reason in pairs]


def _wait_until_steady(home: str, addresses: list[str]) -> None:
    """Until each page weighs the same whichever process answers.

    What is told of very many records is read beside the first pages, which are without it.
    """
    begun, same, before = time.monotonic(), 0, {}
    while same < STEADY or time.monotonic() - begun < LEAST:
        if time.monotonic() - begun > LONGEST:
            raise RuntimeError("The pages do not come to rest: is somebody writing meanwhile?")
        twice = addresses * CLIENTS
        sizes: dict[str, set[int]] = {}
        for address, (_, size) in zip(twice, _all(home, twice), strict=True):
            sizes.setdefault(address, set()).add(size)
        same = same + 1 if sizes == before else 0
        before = sizes
        time.sleep(0.5)


def _all(home: str, addresses: Iterable[str]) -> list[tuple[float, int]]:
    with ThreadPoolExecutor(CLIENTS) as clients:
        return list(clients.map(lambda address: ask(home, address), addresses))
