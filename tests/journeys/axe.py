"""What axe-core finds wrong with a page for readers who do not see, point or hear as others do."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
EVERYTHING = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": list(TAGS)}}
# What colours and the direction of reading can change; the rest of a page is the same in all.
SIGHT = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
LOOKS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": list(SIGHT)}}


def complaints(page: Page, options: dict = EVERYTHING) -> list[str]:
    """Each rule that is broken, and where."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['target'][0]}" for one in found for node in one["nodes"][:3]]
