"""One address for each kind of public page, found by following links from the page of a case."""

import re

SECTIONS = ("people", "events", "facilities", "sources")
# What stands at the same address whatever the register holds.
FIXED = {
    "front": "/",
    "found": "/?q=Aqiqat+Qaliolla",
    "not found by the box": "/?q=zzzz",
    "cases": "/cases/",
    "cases filtered": "/cases/?status=in_custody&status=released",
    "cases asked wrongly": "/cases/?statsu=released",
    "people": "/people/",
    "facilities": "/facilities/",
    "sources": "/sources/",
    "data": "/data/",
    "codebook": "/data/codebook/",
    "tidy": "/data/tidy/",
    "estimation": "/data/estimation/",
    "releases": "/data/releases/",
    "removed": "/data/removed/",
    "changes": "/data/changes/",
    "api": "/api/docs/",
    "tell us": "/tell/",
    "answers": "/tell/answer/",
    "no such page": "/nothing/",
}


def kinds(case: str, told: str) -> dict[str, str]:
    """Kinds and addresses: those that never change, a case, and what its page leads to."""
    led = {
        name: match[0]
        for name in SECTIONS
        if (match := re.search(rf"/{name}/[A-Z]-\w{{6}}/", told))
    }
    assert set(led) == set(SECTIONS), "the page of the case leads to one of each"
    dossier = f"{case}dossier/"
    return {
        **FIXED,
        "case": case,
        "dossier": dossier,
        **{f"one of {name}": address for name, address in led.items()},
    }
