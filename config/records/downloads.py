"""Downloads: answers that take long, so many at once that pages always have a thread left."""

import threading
import time
import weakref
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import BinaryIO

from django.conf import settings
from django.db.models import Model
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse

from config.records.copying import TooSlow
from config.records.logbook import taken
from config.records.models import Audience

RETRY_AFTER = 30  # seconds; a file of the size that most take is sent in less
BUSY = "As many downloads go out as this server sends at once. Ask again in half a minute."
PIECE = 1 << 16


class _Places:
    """Those that are taken, in this process."""

    def __init__(self):
        self.lock, self.taken = threading.Lock(), 0

    def take(self) -> bool:
        with self.lock:
            is_free = self.taken < settings.DOWNLOADS_AT_ONCE
            self.taken += is_free
            return is_free

    def leave(self) -> None:
        with self.lock:
            self.taken -= 1


PLACES = _Places()


def streamed(request, pieces: Iterable[bytes], media_type: str) -> HttpResponse:
    """Pieces as they are made, in a place of their own; 503 if there is none.

    The place is left when the last piece is sent, when it breaks off and when the client is gone.
    """
    if request.method == "HEAD":
        _close(pieces)
        return HttpResponse(content_type=media_type)
    if not PLACES.take():
        _close(pieces)
        refused = JsonResponse({"errors": {"detail": [BUSY]}}, status=503)
        refused["Retry-After"] = str(RETRY_AFTER)
        refused["Cache-Control"] = "no-store"
        return refused
    return StreamingHttpResponse(_Held(pieces, PLACES.leave), content_type=media_type)


def handed_over(
    request,
    pieces: Iterable[bytes],
    *,
    of: type[Model],
    kind: str,
    name: str,
    form: str,
    media_type: str,
    filters: Iterable[str] = (),
) -> HttpResponse:
    """A file as somebody takes it away: in the logbook, and in a place of its own.

    It is named so that no hidden row is passed on unaware: `name`, and whom the file is not for.
    """
    everyone = Audience.of(None, of) == Audience.of(request.user, of)
    note = "" if everyone else "-not-for-the-public"
    written = taken(pieces, by=request.user, kind=kind, form=form, filters=filters)
    response = streamed(request, written, media_type)
    if response.status_code == HTTPStatus.OK:
        response["Content-Disposition"] = f'attachment; filename="tizim-{name}{note}.{form}"'
    return response


class _Held:
    """Pieces that hold a place until they end, are closed, or nobody knows of them any more."""

    def __init__(self, pieces: Iterable[bytes], leave: Callable):
        self.pieces, self.leave = iter(pieces), weakref.finalize(self, leave)

    def __iter__(self) -> "_Held":
        return self

    def __next__(self) -> bytes:
        try:
            return next(self.pieces)
        except BaseException:
            self.leave()
            raise

    def close(self) -> None:
        try:
            _close(self.pieces)
        finally:
            self.leave()


def _close(pieces: Iterable[bytes]) -> None:
    close = getattr(pieces, "close", None)
    if close:
        close()


class Part:
    """A part of a file, piece by piece, for as long as a download may last."""

    def __init__(self, file: BinaryIO, first: int, length: int):
        file.seek(first)
        self.file, self.left = file, length
        self.deadline = time.monotonic() + settings.DOWNLOAD_SECONDS

    def __iter__(self) -> "Part":
        return self

    def __next__(self) -> bytes:
        if time.monotonic() > self.deadline:
            raise TooSlow("The file was not taken in time.")
        piece = self.file.read(min(PIECE, self.left))
        self.left -= len(piece)
        if not piece:
            self.close()
            raise StopIteration
        return piece

    def close(self) -> None:
        self.file.close()
