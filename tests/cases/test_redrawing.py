"""Pictures drawn anew: of a file stays what it shows, and bad files are told in a sentence."""

from io import BytesIO

import pytest
from PIL import Image

from cases.redrawing import bounded, drawing
from cases.redrawing.bounded import EMPTY, TOO_LARGE, redraw
from cases.redrawing.drawing import BROKEN, MOVES, TOO_MANY_POINTS
from cases.redrawing.drawn import NotDrawn, fitted
from cases.redrawing.kinds import OF_A_PDF, UNKNOWN
from tests import pictures


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def refusal(original: bytes) -> str:
    with pytest.raises(NotDrawn) as refused:
        redraw(original)
    return str(refused.value)


def test_of_a_telephones_picture_the_place_and_the_camera_are_gone():
    original = pictures.jpeg_of_a_telephone()
    assert pictures.CAMERA.encode() in original
    assert opened(original).getexif().get_ifd(0x8825)

    drawn = redraw(original)

    for content in (drawn.content, drawn.small):
        assert dict(opened(content).getexif()) == {}
        assert {"exif", "comment", "icc_profile"} & set(opened(content).info) == set()
        assert pictures.CAMERA.encode() not in content
        assert b"Gulnar" not in content


def test_a_picture_that_lies_on_its_side_is_put_upright():
    drawn = redraw(pictures.jpeg_of_a_telephone(640, 480))

    assert (drawn.width, drawn.height) == (480, 640)
    assert opened(drawn.content).size == (480, 640)
    assert opened(drawn.small).size == fitted(480, 640, 480)


def test_what_lies_behind_a_picture_does_not_stay():
    original = pictures.polyglot()

    drawn = redraw(original)

    assert pictures.HIDDEN in original
    assert [part in drawn.content + drawn.small for part in (b"PK\x03\x04", b"<script>")] == [
        False,
        False,
    ]
    assert drawn.content.startswith(b"\xff\xd8\xff")
    assert drawn.content.endswith(b"\xff\xd9")


def test_every_kind_that_is_taken_becomes_a_jpeg():
    painted = pictures.painted()
    given = [
        pictures.saved(painted, "PNG"),
        pictures.saved(painted, "WEBP"),
        pictures.saved(painted.convert("CMYK"), "JPEG"),
        pictures.saved(painted.convert("P"), "PNG"),
        pictures.saved(painted.convert("1"), "PNG"),
        pictures.saved(painted.convert("LA"), "PNG"),
    ]

    drawn = [opened(redraw(one).content) for one in given]

    assert [(one.format, one.mode, one.size) for one in drawn] == [("JPEG", "RGB", (640, 480))] * 6


def test_what_is_transparent_lies_on_white():
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))

    drawn = drawing.draw(pictures.saved(clear, "PNG"))

    assert opened(drawn.content).getpixel((10, 10)) == (255, 255, 255)


def test_a_large_picture_is_made_no_larger_than_a_page_needs():
    drawn = redraw(pictures.saved(pictures.painted(4000, 1000)))

    assert (drawn.width, drawn.height) == (2000, 500)
    assert opened(drawn.small).size == (480, 120)


def test_a_file_that_says_it_has_too_many_points_is_not_unpacked():
    assert refusal(pictures.bomb()) == TOO_MANY_POINTS
    black = Image.new("1", (7_200, 7_200))  # 52 million, which memory would hold
    assert refusal(pictures.saved(black, "PNG")) == TOO_MANY_POINTS


def test_a_file_that_is_cut_short_is_refused():
    whole = pictures.saved(pictures.painted(1200, 900), quality=95)

    assert refusal(whole[: len(whole) // 2]) == BROKEN
    assert refusal(b"\x89PNG\r\n\x1a\n" + b"x" * 50) == BROKEN


def test_what_moves_is_refused():
    frames = [pictures.painted(), pictures.painted(640, 480).rotate(90)]

    assert refusal(pictures.saved(frames[0], "PNG", save_all=True, append_images=frames[1:])) == (
        MOVES
    )
    assert refusal(pictures.saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])) == (
        MOVES
    )


def test_what_is_no_picture_is_refused_whatever_it_is_called():
    svg = "This is an SVG: a drawing that may hold a program. Give a picture: JPEG, PNG or WebP."

    assert refusal(pictures.SVG) == svg
    assert refusal(b"\n <svg onload='alert(1)'>") == svg
    assert refusal(b"%PDF-1.7\n/Encrypt") == OF_A_PDF
    assert refusal(b"<html><script>alert(1)</script>") == UNKNOWN
    assert refusal(pictures.saved(pictures.painted(), "GIF")).startswith("This is a GIF.")
    assert refusal(b"\0\0\0\x18ftypheic\0\0") == (
        "This is a HEIC or AVIF. Save the picture as JPEG and give that."
    )
    assert refusal(b"") == EMPTY


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(bounded, "LARGEST", 1000)

    assert refusal(pictures.jpeg_of_a_telephone()) == TOO_LARGE
