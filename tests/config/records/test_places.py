"""Places of downloads: so many at once, each left however a download ends."""

import gc

import pytest
from django.test import RequestFactory

from config.records.downloads import PLACES, streamed

pytestmark = pytest.mark.django_db  # whoever closes an answer ends a request
GET, HEAD = RequestFactory().get("/"), RequestFactory().head("/")


@pytest.fixture(autouse=True)
def none_taken(settings):
    gc.collect()
    settings.DOWNLOADS_AT_ONCE = 2
    before, PLACES.taken = PLACES.taken, 0
    yield
    PLACES.taken = before


def a_download(pieces=(b"one", b"two")):
    return streamed(GET, iter(pieces), "text/plain")


def broken():
    yield b"one"
    raise ValueError("broken")


def test_one_more_than_may_be_is_told_to_come_again():
    held = [a_download(), a_download()]

    refused = a_download()

    assert [one.status_code for one in held] == [200, 200]
    assert (refused.status_code, refused["Retry-After"]) == (503, "30")
    assert b"as this server sends at once" in refused.content


def test_a_refused_download_has_closed_what_it_would_have_sent():
    held, closed = [a_download(), a_download()], []

    class Pieces(list):
        def close(self):
            closed.append(True)

    refused = streamed(GET, Pieces(), "text/plain")

    assert (len(held), refused.status_code, closed) == (2, 503, [True])


def test_who_has_taken_all_leaves_the_place():
    answer = a_download()

    assert (PLACES.taken, b"".join(answer), PLACES.taken) == (1, b"onetwo", 0)


def test_who_goes_away_leaves_the_place_once():
    answer = a_download()
    next(iter(answer.streaming_content))

    answer.close()
    answer.close()

    assert PLACES.taken == 0


def test_who_goes_away_before_the_first_piece_leaves_the_place():
    a_download().close()

    assert PLACES.taken == 0


def test_a_download_that_breaks_off_leaves_the_place():
    answer = streamed(GET, broken(), "text/plain")

    with pytest.raises(ValueError, match="broken"):
        b"".join(answer)

    assert PLACES.taken == 0


def test_an_answer_that_nobody_closes_leaves_the_place():
    answer = a_download()
    taken = PLACES.taken

    del answer
    gc.collect()

    assert (taken, PLACES.taken) == (1, 0)


def test_who_asks_for_the_headers_takes_no_place_and_makes_no_rows():
    asked = []

    answer = streamed(HEAD, (asked.append(one) or b"row" for one in range(3)), "text/plain")

    assert (answer.status_code, answer.content, PLACES.taken, asked) == (200, b"", 0, [])
