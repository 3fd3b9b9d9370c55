"""A real browser, for what only one can show: Debian's Chromium, without a window."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# It talks to the test server alone.
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A machine that runs other tests as well answers late, and no test is about how late.
expect.set_options(timeout=30_000)


@contextmanager
def a_browser(*, javascript: bool = True) -> Iterator[Page]:
    """A page of a browser that has been nowhere; it ends with the block."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        try:
            yield chromium.new_context(java_script_enabled=javascript).new_page()
        finally:
            chromium.close()
