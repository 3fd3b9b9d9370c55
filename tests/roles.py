"""What docs/roles.md says each role may do, read as it stands there."""

import re

from django.conf import settings

from tests.conftest import an_account
from tests.walks import browser_of

PAGE = settings.BASE_DIR / "docs" / "roles.md"
ROLES = ("reader", "researcher", "contributor", "reviewer", "chief", "auditor")


def table(heading: str) -> dict[str, dict[str, str]]:
    """The rows of the table whose first cell is this, each a cell for each role."""
    lines = iter(PAGE.read_text().splitlines())
    columns = next(cells for line in lines if (cells := _cells(line)) and cells[0] == heading)
    assert next(lines).startswith("|---")
    found = {}
    for line in lines:
        cells = _cells(line)
        if not cells:
            break
        row = dict(zip(columns[1:], cells[1:], strict=True))
        assert set(row) >= set(ROLES), f"{cells[0]}: a cell is missing"
        found[cells[0]] = row
    return found


def allowed(row: dict[str, str]) -> dict[str, bool]:
    return {role: row[role].startswith("yes") for role in ROLES}


def _cells(line: str) -> list[str]:
    if not line.startswith("|"):
        return []
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


# Somebody of each role


def account(role: str):
    return None if role == "reader" else an_account(role, is_staff=role != "researcher")


def opens(user, page: str) -> bool:
    """Whether the page is answered, rather than the way to the login or a refusal."""
    return browser_of(user).get(page).status_code == 200
