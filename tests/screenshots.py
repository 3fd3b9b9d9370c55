"""Pictures of every kind of public page, in light, dark, print, on a phone and in Uyghur.

    python -m tests.screenshots DIR

It starts a demonstration of its own, in a folder that goes with it, and ends it.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from config.records.languages import has_languages
from tests.journeys.browser import CHROMIUM, a_browser, close
from tests.journeys.page_kinds import kinds

ROOT = Path(__file__).resolve().parents[1]
STARTED = re.compile(r"A case to start with: (http://[^/]+)(/cases/C-\w{6}/)")
DESK, PHONE = {"width": 1200, "height": 900}, {"width": 360, "height": 740}
# The name of each way of looking: the screen, what the browser is told, the prefix of the language.
WAYS = {
    "light": (DESK, {"color_scheme": "light"}, ""),
    "dark": (DESK, {"color_scheme": "dark"}, ""),
    "phone": (PHONE, {"color_scheme": "light"}, ""),
    "rtl": (DESK, {"color_scheme": "light"}, "/ug"),
    "print": ({"width": 720, "height": 1000}, {"media": "print"}, ""),
}


@contextmanager
def a_demonstration() -> Iterator[tuple[str, str]]:
    """Where it is served, and the address of its main case."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "manage.py", "demo", "--port", "0"]
        demo = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "TIZIM_VAR": folder, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            told = next(found for line in demo.stdout if (found := STARTED.match(line)))
            for line in demo.stdout:
                if line.startswith("Tizim is at"):
                    break
            yield told[1], told[2]
        finally:
            demo.send_signal(signal.SIGINT)
            demo.wait(30)


def take(page: Page, base: str, case: str, folder: Path) -> int:
    """Every kind in every way; returns how many pictures that made."""
    page.goto(base + case)
    found = kinds(case, page.content())
    for kind, address in found.items():
        for way, (size, media, prefix) in WAYS.items():
            page.set_viewport_size(size)
            page.emulate_media(**{"media": "screen", **media})
            page.goto(base + (prefix if has_languages(address) else "") + address)
            name = f"{kind.replace(' ', '-')}.{way}.png"
            page.screenshot(path=folder / name, full_page=True)
    return len(found) * len(WAYS)


def main() -> int:
    if len(sys.argv) != 2 or CHROMIUM is None:
        print(__doc__, "It needs Debian's chromium.", sep="\n", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with a_demonstration() as (base, case), a_browser() as page:
        print(f"{take(page, base, case, folder)} pictures in {folder}")
    close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
