"""The facts of a careful worker's records of 27 March 2023, without the sentences they rest on."""

import json
from pathlib import Path

HERE = Path(__file__).parent
FACTS = json.loads((HERE / "example_facts.json").read_text())
# Beside a checkout of the project, where it is kept; on most machines it is not there.
SHARED = HERE.parents[2] / "shared" / "example"


def distil(records: dict) -> dict:
    """What the test holds the register against: ids, names, kinds, dates, ties; no prose."""
    return {
        "people": {row["id"]: _person(row) for row in records["person"]},
        "groups": {row["id"]: row.get("count_text", "") for row in records["group"]},
        "names": {row["id"]: _name(row) for row in records["person_name"]},
        "organizations": {row["id"]: row["kind"] for row in records["organization"]},
        "facilities": _pick(records["facility"], "type", "named", "org"),
        "places": {row["id"]: row["type"] for row in records["place"]},
        "relationships": _pick(records["relationship"], "from_", "type", "to"),
        "events": {row["id"]: _event(row) for row in records["event"]},
        "responses": _pick(records["authority_response"], "org", "about", "type"),
        "cases": _pick(records["case"], "person", "status", "status_as_of", "events"),
        "sources": _pick(records["source"], "kind", "seen", "cited_by", "url", "informant"),
        "claims": _pick(records["claim"], "subject", "property", "attributed_to"),
        "mistakes": len(records["do_not_enter"]),
    }


def _pick(rows: list[dict], *names: str) -> dict:
    return {row["id"]: {name: row.get(name) for name in names} for row in rows}


def _person(row: dict) -> dict:
    sex = row.get("sex", "").split()
    return {
        "name": row["display"],
        "sex": sex[0] if sex and sex[0] in ("male", "female") else "",
        "occupation": row.get("occupation", ""),
    }


def _name(row: dict) -> dict:
    is_short = row["form"].startswith("short form")
    return {"person": row["person"], "text": row["full"], "is_short": is_short}


def _event(row: dict) -> dict:
    start, end = row["start"], row.get("end") or {}
    victims = [[who, "victim"] for who in row.get("victims", [])]
    return {
        "type": row["type"],
        "start": start["edtf"],
        "earliest": start.get("earliest"),
        "latest": start.get("latest"),
        "end": end.get("edtf", ""),
        "place": row.get("place"),
        "facility": row.get("facility"),
        "term_months": row.get("term_months"),
        "release_type": row.get("release_type"),
        "people": sorted([*row.get("participants", []), *victims]),
    }
