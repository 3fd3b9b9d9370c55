"""The report of an evaluation of readings as a table to read (pure)."""

from collections.abc import Iterator

NOTHING = "–"


def table(report: dict, besides: dict) -> str:
    return "\n".join([f"{report['articles']:,} labelled articles", "", *_lines(report, besides)])


def _lines(report: dict, besides: dict) -> Iterator[str]:
    mentions, roles, events = report["mentions"], report["roles"], report["events"]
    yield _row("", "precision", "recall", "F1")
    yield _shares("mentions", mentions)
    for name, shares in (*mentions["by_language"].items(), *besides["by_kind"].items()):
        yield _shares(f"  {name}", shares)
    yield _shares("events", events)
    yield _shares("links", report["linking"])
    yield _shares("  spelled otherwise", report["linking_cross_spelling"])
    yield ""
    yield f"dates of events alike       {_number(events['date_accuracy'])}"
    yield f"roles right                 {_number(roles['accuracy'])}"
    yield f"roles, macro-F1             {_number(roles['macro_f1'])}"
    yield (
        f"new people linked wrongly   {_number(report['new_people']['wrongly_linked'])} "
        f"({besides['taken_for']:,} of {besides['new']:,})"
    )
    yield (
        f"{besides['pairs']:,} pairs of an article and a person whom the register holds, of which "
        f"{report['linking_cross_spelling']['pairs']:,} are spelled otherwise; "
        f"{besides['links']:,} links"
    )
    yield (
        f"{besides['headlines']:,} headlines in Title Case hold "
        f"{besides['false_in_headlines']:,} false mentions"
    )


def _shares(name: str, shares: dict) -> str:
    return _row(name, *(_number(shares.get(key)) for key in ("precision", "recall", "f1")))


def _row(name: str, *cells: str) -> str:
    return f"{name:<22}" + "".join(f"{cell:>11}" for cell in cells)


def _number(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.3f}"
