"""The floor under how well articles are read: no change may make it worse.

It is measured on labelled articles that lie beside the checkout and are not a part of it.
"""

import io
import json
from functools import reduce

import pytest
from django.core.management import call_command

from tests.codebase import ROOT

ARTICLES = ROOT.parent / "shared" / "data" / "articles_dev.jsonl"

# Each figure by its path in the report. Raise a floor when the figure has risen; never lower it.
AT_LEAST = {
    "mentions f1": 0.999,
    "linking precision": 0.99,
    "linking recall": 0.95,
    "linking_cross_spelling recall": 0.83,
    "roles accuracy": 0.94,
    "roles macro_f1": 0.9,
    "events f1": 0.83,
    "events date_accuracy": 0.8,
}
AT_MOST = {
    "new_people wrongly_linked": 0.02,
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not ARTICLES.exists(), reason="no labelled articles are at hand"),
]


@pytest.fixture(scope="module")
def report(module_db):
    said = io.StringIO()
    call_command("evaluate_articles", str(ARTICLES), "--json", stdout=said, stderr=io.StringIO())
    return json.loads(said.getvalue())


def figure(report: dict, path: str) -> float:
    return reduce(dict.__getitem__, path.split(), report)


def test_no_figure_has_fallen_below_its_floor(report):
    low = {path: figure(report, path) for path in AT_LEAST}

    assert {path: found for path, found in low.items() if found < AT_LEAST[path]} == {}


def test_no_figure_has_risen_above_its_ceiling(report):
    high = {path: figure(report, path) for path in AT_MOST}

    assert {path: found for path, found in high.items() if found > AT_MOST[path]} == {}
