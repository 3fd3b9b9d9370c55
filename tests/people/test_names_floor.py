"""The floor under how well names are found: no change may make it worse.

It is measured on labelled data that lie beside the checkout and are not a part of it.
"""

import io
import json
from functools import reduce

import pytest
from django.core.management import call_command

from tests.codebase import ROOT

DATA = ROOT.parent / "shared" / "data"
GROUPS, NEGATIVES = DATA / "names_dev.jsonl", DATA / "names_dev_negatives.jsonl"
BACKGROUND = 2_000

# Each figure by its path in the report. Raise a floor when the figure has risen; never lower it.
AT_LEAST = {
    "search recall_at_1": 1.0,
    "search recall_at_10": 1.0,
    "search by_set hr recall_at_1": 1.0,
    "search by_set hr/uyghur recall_at_1": 1.0,
    "search by_script_pair Cyrl>Latn recall_at_1": 1.0,
    "search by_script_pair Hani>Latn recall_at_1": 1.0,
    "search by_script_pair Latn>Hani recall_at_1": 1.0,
    "duplicates precision": 0.997,
    "duplicates recall": 0.989,
    "duplicates very_likely precision": 1.0,
    "duplicates very_likely recall": 0.957,
}
AT_MOST = {
    "duplicates false_per_record": 0.01,
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not GROUPS.exists(), reason="no labelled names lie beside the checkout"),
]


@pytest.fixture(scope="module")
def report(module_db):
    said = io.StringIO()
    call_command(
        "evaluate_names",
        str(GROUPS),
        f"--negatives={NEGATIVES}",
        f"--background={BACKGROUND}",
        "--without-hints",
        "--json",
        stdout=said,
        stderr=io.StringIO(),
    )
    return json.loads(said.getvalue())


def figure(report: dict, path: str) -> float:
    return reduce(dict.__getitem__, path.split(), report)


def test_no_figure_has_fallen_below_its_floor(report):
    low = {path: figure(report, path) for path in AT_LEAST}

    assert {path: found for path, found in low.items() if found < AT_LEAST[path]} == {}


def test_no_figure_has_risen_above_its_ceiling(report):
    high = {path: figure(report, path) for path in AT_MOST}

    assert {path: found for path, found in high.items() if found > AT_MOST[path]} == {}
