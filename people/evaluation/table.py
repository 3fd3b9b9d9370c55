"""The report of an evaluation as a table to read (pure)."""

from collections.abc import Iterator

NOTHING = "–"
HINTS = {
    "besides_namesakes": "besides namesakes",
    "with_birth_year": "with year of birth",
    "with_sex": "with sex",
    "with_county": "with county",
}


def table(report: dict) -> str:
    return "\n".join(
        [
            f"{report['people']:,} labelled people among {report['background']:,} invented others",
            "",
            *_search(report["search"]),
            "",
            *_duplicates(report["duplicates"]),
            "",
            *_speed(report),
        ]
    )


def _search(search: dict) -> Iterator[str]:
    yield _row("search", "first", "in ten", "MRR", "queries")
    yield _ranks("all", search)
    for hint, words in HINTS.items():
        if hint in search:
            yield _ranks(words, search[hint])
    for name, ranks in search["by_set"].items():
        yield _ranks(name, ranks)
    for name, ranks in search["by_script_pair"].items():
        yield _ranks(name, ranks)


def _ranks(name: str, ranks: dict) -> str:
    shares = (_number(ranks[key]) for key in ("recall_at_1", "recall_at_10", "mrr"))
    return _row(name, *shares, f"{ranks['queries']:,}")


def _duplicates(found: dict) -> Iterator[str]:
    yield _row("duplicates", "from", "precision", "recall", "false")
    yield _tier("likely", found)
    yield _tier("very likely", found["very_likely"])
    yield (
        f"{found['pairs']:,} pairs of one person's spellings, {found['negatives']:,} negatives, "
        f"{found['others']:,} pairs of other people"
    )
    yield (
        f"precision against negatives {_number(found['precision_against_negatives'])}, "
        f"against others {_number(found['precision_against_others'])}"
    )
    yield (
        f"false proposals per new record {_number(found['false_per_record'])}: "
        f"labelled people {_number(found['false_per_labelled_record'])}, "
        f"invented ones {_number(found['false_per_invented_record'])} "
        f"({found['records']:,} records)"
    )
    for match in found["false_matches"]:
        yield f"  {match['score']:.3f} {match['one']} / {match['other']} ({match['relation']})"


def _tier(name: str, tier: dict) -> str:
    false = tier["false_among_negatives"] + tier["false_among_others"]
    numbers = (_number(tier[key]) for key in ("threshold", "precision", "recall"))
    return _row(name, *numbers, f"{false:,}")


def _speed(report: dict) -> Iterator[str]:
    latency, seconds = report["latency_ms"], report["seconds"]
    yield f"a search takes {latency['median']} ms (median), {latency['p95']} ms (p95)"
    yield f"filling took {seconds['filling']} s, the index {seconds['index']} s"


def _row(name: str, *cells: str) -> str:
    return f"{name:<22}" + "".join(f"{cell:>11}" for cell in cells)


def _number(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.3f}"
