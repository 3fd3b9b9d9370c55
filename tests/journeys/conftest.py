"""One Chromium for all journeys of a file."""

import pytest

from tests.journeys import browser


@pytest.fixture(scope="module", autouse=True)
def a_chromium_for_all():
    """It starts when the first asks for a page, and ends with the file.

    While it runs, Django takes the thread of the tests for one that must not ask the database.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield
        browser.close()
