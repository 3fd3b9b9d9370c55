"""Labelled spellings of nobody: a small file of groups and one of negatives, to evaluate."""

import json
from pathlib import Path

# The spellings differ in order and capitals; those of the last have nothing in common.
PEOPLE = {
    "first": ("hr", "kazakh", ["Qaldybek Örikzhel", "Örikzhel Qaldybek", "QALDYBEK ÖRIKZHEL"]),
    "second": ("hr", "uyghur", ["Rozimemet Tikenyol", "Tikenyol Rozimemet"]),
    "third": ("ep", "kyrgyz", ["Zhyldyzkan Bulutova", "Темирбек Осмонкулов"]),
}
NEGATIVES = [("Rozimemet Tikenyol", "Rozimemet Tikenyol"), ("Abbas Qum", "Temur Deniz")]


def write(folder: Path) -> tuple[Path, Path]:
    """The groups and the negatives, each a file of JSON Lines."""
    groups = [
        {"id": key, "set": kind, "ethnicity": who, "variants": [{"name": name} for name in names]}
        for key, (kind, who, names) in PEOPLE.items()
    ]
    pairs = [{"name_a": one, "name_b": other, "relation": "none"} for one, other in NEGATIVES]
    return _lines(folder / "groups.jsonl", groups), _lines(folder / "negatives.jsonl", pairs)


def _lines(path: Path, records: list[dict]) -> Path:
    path.write_text("\n".join(map(json.dumps, records)))
    return path
