"""Measure how fast the register at hand gives its data away, and how fast an article is read."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from cases import (
    measuring,
    measuring_clients,
    measuring_pages,
    measuring_reading,
    measuring_writing,
)
from cases.synthetic.load import RegisterInUse
from people.models import Person

TITLES = {
    "rows_per_s": "rows a second",
    "ratio_to_copy": "of psql's COPY",
    "first_byte_s": "first byte, s",
    "added_memory_mb": "added memory, MB",
    "megabytes": "size, MB",
}
NO_OPENPYXL = "openpyxl is not installed here: XLSX was not measured beside it."


class Command(BaseCommand):
    help = (
        "Download all public cases from a server started for this, beside the same statement "
        "run by psql; and read an article, looking up whom it names. A register to measure is "
        "made by `synthesize`."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", dest="as_json", help="one object")
        parser.add_argument("--beside", type=Path, metavar="FILE", help="another report in JSON")
        parser.add_argument("--people", type=int, help="refuse a register of another size")
        parser.add_argument(
            "--writing",
            action="store_true",
            help="measure nothing: enter people into an invented register until ended",
        )

    def handle(self, *, as_json, people=None, beside=None, writing=False, **options):
        if writing:
            return self._write()
        other = json.loads(beside.read_text()) if beside else None
        if people is not None and people != (held := Person.objects.count()):
            raise CommandError(
                f"This register holds {held:,} people. In an empty one, or one that was invented, "
                f"`synthesize --people {people}` makes as many as you ask for."
            )
        report = measuring.downloads() | {"reading": measuring_reading.readings()}
        report |= {"warm_up_s": measuring_pages.warm_up()}
        report |= {"pages": _pages_asked(), "search": measuring_pages.search()}
        report |= {"search_while_writing": measuring_writing.search_while_writing()}
        if other:
            report |= {"growth": measuring_pages.growth(report, other)}
        self.stdout.write(json.dumps(report) if as_json else table(report))

    def _write(self) -> None:
        try:
            measuring_writing.write(self.stdout.write)
        except RegisterInUse as error:
            raise CommandError(str(error)) from error


def _pages_asked() -> dict:
    """Of each page what it takes alone, and, of those that are visited, under four clients."""
    alone = measuring_pages.pages()
    busy = measuring_clients.under_clients(measuring_pages.visited())
    names = {**alone, **busy}
    return {name: alone.get(name, {}) | busy.get(name, {}) for name in names}


def table(report: dict) -> str:
    """The figures in lines: a format each."""
    heading = "".join(f"{title:>18}" for title in TITLES.values())
    lines = [
        f"{name:8}" + "".join(f"{figures[key]:>18,}" for key in TITLES)
        for name, figures in report.items()
        if name in measuring.COPIES
    ]
    told = f"{report['people']:,} people, {report['rows']:,} public cases"
    lines += _beside_openpyxl(report)
    return "\n".join(
        [
            told,
            " " * 8 + heading,
            *lines,
            _reading(report["reading"]),
            *_pages(report),
            *_writing(report.get("search_while_writing")),
            *_growth(report),
        ]
    )


def _reading(figures: dict) -> str:
    return (
        f"an article of {figures['words']:,} words is read in {figures['p50_s']} s (median), "
        f"{figures['p95_s']} s (p95)"
    )


def _pages(report: dict) -> list[str]:
    return measuring_pages.told(report) if "pages" in report else []


def _writing(figures: dict | None) -> list[str]:
    if not figures:
        return []
    return [
        f"while {figures['written_per_s']} people a second are entered, the search of people "
        f"takes {figures['p50_ms']} ms (median), {figures['p95_ms']} ms (p95)"
    ]


def _growth(report: dict) -> list[str]:
    return [
        f"{name:28}{times:>12} times as long" for name, times in report.get("growth", {}).items()
    ]


def _beside_openpyxl(report: dict) -> list[str]:
    if "xlsx" not in report:
        return []
    ratio = report["xlsx"]["ratio_to_openpyxl"]
    return [NO_OPENPYXL if ratio is None else f"XLSX: {ratio:,} times openpyxl's write-only mode"]
