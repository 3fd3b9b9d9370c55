"""Files that are sent up as pictures: real ones, with what cameras and enemies put into them."""

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from cases.attaching import attach
from cases.models import Attachment
from cases.redrawing.drawn import Drawn
from tests.factories import account

CAMERA = "SECRETCAM 9"
HIDDEN = b"PK\x03\x04<script>alert(1)</script>hidden-payload"


def painted(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (width, height), "steelblue")
    ImageDraw.Draw(picture).ellipse((width // 4, 0, width // 2, height // 2), fill="orange")
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **more) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def jpeg_of_a_telephone(width: int = 640, height: int = 480) -> bytes:
    """With the camera, the place, a preview, words of its owner; and it lies on its side."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = CAMERA, 6
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (43.0, 15.0, 7.0), "E", (76.0, 56.0, 1.0)
    return saved(painted(width, height), exif=exif, comment=b"taken by Gulnar at home")


def polyglot() -> bytes:
    """A JPEG that is an archive and a page as well."""
    return jpeg_of_a_telephone() + HIDDEN


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few kilobytes that says it has 900 million points."""

    def chunk(kind: bytes, said: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(kind + said))
        return struct.pack(">I", len(said)) + kind + said + checked

    measures = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    points = zlib.compress(b"\0" * (side // 8 + 1) * 1000, 9)
    chunks = chunk(b"IHDR", measures) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)


@cache
def small_picture() -> Drawn:
    """As `drawing` makes it, without a process of its own."""
    whole, small = painted(), painted(480, 360)
    return Drawn(saved(whole), saved(small), *whole.size)


def attachment(*, published: bool = False, **values) -> Attachment:
    """A picture of a place, unless more is said; published as by two people."""
    said = {
        "kind": "place",
        "shows": "A gate with a tower",
        "basis": "not_people",
        "alternative": "A gate of iron between two towers",
        "rights": "own",
    }
    if published:
        at = {"submitted_at": "2026-01-01T00:00Z", "published_at": "2026-01-01T00:00Z"}
        by = {"submitted_by": account("submits"), "published_by": account("publishes")}
        said |= {"state": "published", **at, **by}
    return attach(Attachment(**{**said, **values}), small_picture(), by=account("enters"))
