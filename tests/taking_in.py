"""The forms of a new article as a browser sends them."""

from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Snapshot, Source
from tests.site import SENTENCE

PLACE = "/admin/cases/source/new-article/"
TEXT = "\n".join(f"{SENTENCE}; so says neighbour {number}." for number in range(5))


def upload(content: bytes, name: str = "page.html", kind: str = "text/html"):
    return SimpleUploadedFile(name, content, content_type=kind)


def give(browser, **given):
    """Send the first form; the page that comes after it."""
    return browser.post(PLACE, given, follow=True)


def told(answer) -> str:
    """What the first form says is wrong; nothing may have been written."""
    assert (answer.status_code, answer.redirect_chain) == (200, [])
    assert (Source.objects.count(), Snapshot.objects.count()) == (0, 0)
    assert files() == []
    return " ".join(str(one) for some in answer.context["form"].errors.values() for one in some)


def files() -> list[str]:
    where = storages["originals"]
    folders = where.listdir("")[0] if where.exists("") else []
    return [name for folder in folders for name in where.listdir(folder)[1]]


def boxes(answer) -> dict:
    """What stands in the boxes of the second form."""
    found = {box.html_name: box.value() for box in answer.context["form"]}
    return {
        name: "on" if value is True else value
        for name, value in found.items()
        if value not in (None, False, "")
    }


def look_over(browser, answer, **changed):
    """Send the second form as it stands, but for what is changed."""
    return browser.post(f"{PLACE}{answer.redirect_chain[0][0]}", boxes(answer) | changed)
