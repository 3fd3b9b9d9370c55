"""A real browser, for what only one can show: Debian's Chromium, without a window."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

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


_running: list[tuple[Playwright, Browser]] = []


@contextmanager
def a_browser(*, javascript: bool = True) -> Iterator[Page]:
    """A page of a browser that has been nowhere; it ends with the block."""
    if not _running:
        playwright = sync_playwright().start()
        _running.append(
            (playwright, playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY))
        )
    context = _running[0][1].new_context(java_script_enabled=javascript)
    try:
        yield context.new_page()
    finally:
        context.close()


def close() -> None:
    """End the Chromium that pages came from, if one was started."""
    while _running:
        playwright, chromium = _running.pop()
        chromium.close()
        playwright.stop()
