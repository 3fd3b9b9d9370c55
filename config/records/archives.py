"""Zip archives made while they are sent: nothing is kept but the piece at hand, no clock within."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator

LEVEL = 3  # of compression: at higher ones the rows wait for it


class _Outlet(io.RawIOBase):
    """What the archive has written and nobody has sent yet."""

    def __init__(self):
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece) -> int:
        self.written += piece
        return len(piece)

    def sent(self) -> Iterator[bytes]:
        if self.written:
            yield bytes(self.written)
            self.written.clear()


def zipped(files: Iterable[tuple[str, Iterable[bytes]]], *, huge: bool = False) -> Iterator[bytes]:
    """An archive of files, each a name and its pieces, in pieces.

    Every file is dated 1980, so that the same files make the same bytes. `huge` ones may be
    longer than 2 GB, which not all that read zips understand; Excel is one that does not. An
    archive that breaks off lacks its table of contents, and so nobody takes it for whole.
    """
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, pieces in files:
            with archive.open(name, "w", force_zip64=huge) as file:
                for piece in pieces:
                    file.write(piece)
                    yield from outlet.sent()
    yield from outlet.sent()


def summed(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files, and after them `SHA256SUMS`, by which `sha256sum --check` proves them whole."""
    sums = []
    for name, pieces in files:
        digest = hashlib.sha256()
        yield name, _digested(pieces, digest)
        sums.append(f"{digest.hexdigest()}  {name}\n".encode())
    yield "SHA256SUMS", sums


def _digested(pieces: Iterable[bytes], digest) -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece
