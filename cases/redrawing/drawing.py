"""A picture read and drawn anew by Pillow; runs in a process of its own alone."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from cases.redrawing.drawn import MOST_POINTS, SIDE, SMALL_SIDE, Drawn, NotDrawn, fitted
from cases.redrawing.kinds import kind_of, why_not

QUALITY = 85
BROKEN = "The picture is broken, or only a part of it came."
TOO_MANY_POINTS = (
    f"The picture has more than {MOST_POINTS // 1_000_000} million points. Make it smaller first."
)
MOVES = "This picture moves. Give one that stands still."
# Cameras lay a second picture behind the first, for depth or light; the first is the picture.
FIRST_OF_SEVERAL = ("JPEG", "MPO")


def draw(original: bytes) -> Drawn:
    """The picture in a file. Raises NotDrawn, with a sentence for the worker."""
    kind = kind_of(original)
    if not kind:
        raise NotDrawn(why_not(original))
    try:
        return _drawn(_opened(original, kind))
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
        raise NotDrawn(BROKEN) from error


def _opened(original: bytes, kind: str) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # asked here, before a single point is unpacked
    picture = Image.open(BytesIO(original), formats=[kind])
    if picture.width * picture.height > MOST_POINTS:
        raise NotDrawn(TOO_MANY_POINTS)
    if getattr(picture, "n_frames", 1) > 1 and picture.format not in FIRST_OF_SEVERAL:
        raise NotDrawn(MOVES)
    picture.draft("RGB", (SIDE, SIDE))
    picture.load()
    return picture


def _drawn(picture: Image.Image) -> Drawn:
    picture = _in_common_colours(ImageOps.exif_transpose(picture))
    seen = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    whole = _bare(seen.resize(fitted(*seen.size, SIDE), Image.Resampling.LANCZOS))
    small = whole.resize(fitted(*whole.size, SMALL_SIDE), Image.Resampling.LANCZOS)
    return Drawn(_jpeg(whole), _jpeg(small), *whole.size)


def _bare(picture: Image.Image) -> Image.Image:
    """Points on white, and nothing that is no point."""
    bare = Image.new("RGB", picture.size, "white")
    bare.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return bare


def _in_common_colours(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    try:
        there = ImageCms.ImageCmsProfile(BytesIO(profile))
        here = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, there, here, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # shown with colours that are a little off


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()
