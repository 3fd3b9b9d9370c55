"""What comes over a line: read with patience but not for ever, unpacked but not without end."""

import io
import time
import zlib


class TooLarge(Exception):
    """More came than is taken."""


class Broken(Exception):
    """What came is not packed as it says, or broke off."""


class Line:
    """A connected socket as http.client uses one; no read outlasts the deadline."""

    def __init__(self, connected, deadline: float, silence: float):
        self.connected, self.deadline, self.silence = connected, deadline, silence

    def wait(self) -> None:
        """Give the next step the time that is left, but not more silence than is borne."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.connected.settimeout(min(self.silence, left))

    def sendall(self, said: bytes) -> None:
        self.wait()
        self.connected.sendall(said)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """http.client lets go of a line as soon as the headers are read; the page comes after."""

    def hang_up(self) -> None:
        self.connected.close()


class _Incoming(io.RawIOBase):
    def __init__(self, line: Line):
        super().__init__()
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, room) -> int:
        self.line.wait()
        return self.line.connected.recv_into(room)


class Unpacking:
    """Bytes as they come, unpacked as far as `largest` bytes and no further."""

    def __init__(self, encoding: str, largest: int):
        self.largest, self.came, self.unpacked = largest, 0, bytearray()
        self.encoding = encoding.strip().lower()
        if self.encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise Broken
        self.packer = None if self.encoding in ("", "identity") else zlib.decompressobj(47)

    def add(self, piece: bytes) -> None:
        self.came += len(piece)
        if self.came > self.largest:
            raise TooLarge
        try:
            self._unpack(piece)
        except zlib.error as error:
            raise Broken from error
        if len(self.unpacked) > self.largest:
            raise TooLarge

    def _unpack(self, piece: bytes) -> None:
        if self.packer is None:
            self.unpacked += piece
            return
        while piece and len(self.unpacked) <= self.largest:
            if self.packer.eof:  # a second part follows the first
                self.packer = zlib.decompressobj(47)
            room = self.largest + 1 - len(self.unpacked)
            try:
                self.unpacked += self.packer.decompress(piece, room)
            except zlib.error:
                if self.encoding != "deflate" or self.unpacked:
                    raise
                self.packer = zlib.decompressobj(-15)  # without its wrapping, as some servers send
                self.unpacked += self.packer.decompress(piece, room)
            piece = self.packer.unconsumed_tail or self.packer.unused_data

    def end(self) -> bytes:
        if self.packer is not None and not self.packer.eof:
            raise Broken
        return bytes(self.unpacked)
