"""A web page read by trafilatura: its main text, and what it tells of itself (no Django)."""

import re
from datetime import date

from lxml import etree, html
from trafilatura import bare_extraction

from cases.extraction.found import Found, NotReadable, cleaned

# Dates that stand somewhere in the prose are not the page's own.
DATES = {"extensive_search": False, "original_date": True}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
# Browsers write down where a page was saved from.
SAVED_FROM = re.compile(
    r"<!-- saved from url=\(\d+\)(https?://\S+) -->|Page saved with SingleFile\s+url: (https?://\S+)"
)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def read_page(page: str, address: str = "") -> Found:
    """What a page says. Raises NotReadable."""
    page = cleaned(page)
    tree = _tree(page)
    saved = SAVED_FROM.search(page[:20_000])
    address = address or (next(filter(None, saved.groups())) if saved else "")
    document = bare_extraction(
        tree,
        url=address or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=DATES,
    )
    if document is None:
        raise NotReadable("No article is to be found in this page.")
    return Found(
        kind="web_page",
        text=document.text or "",
        title=document.title or "",
        publisher=document.sitename or "",
        author=document.author or "",
        published=_published(document.date or "", page),
        language=_language(tree),
        canonical=_first(tree, "//link[@rel='canonical']/@href"),
        address=address,
    )


def _tree(page: str) -> html.HtmlElement:
    # A parser that takes text refuses one that names its own encoding.
    raw = page.encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotReadable("This page is too broken to be read.") from error
    if any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        raise NotReadable("This page is nested too deep to be read to its end.")
    return tree


def _first(tree: html.HtmlElement, path: str) -> str:
    return str(next(iter(tree.xpath(path)), "")).strip()


def _language(tree: html.HtmlElement) -> str:
    told = (
        _first(tree, "//html/@lang"),
        _first(tree, "//meta[@http-equiv='content-language']/@content"),
        _first(tree, "//meta[@property='og:locale']/@content"),
    )
    found = next((one for one in told if LANGUAGE.fullmatch(one)), "")
    return found.replace("_", "-")[:20]


def _published(day: str, page: str) -> str:
    """The day of publication, only as exactly as it stands in the page.

    The library makes some day of a month that is told without one.
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    year, month = found.year, f"0?{found.month}"
    name = f"{MONTHS[found.month - 1]}[a-z]*\\.?"
    the_day, the_month = f"0?{found.day}(?!\\d)(?:st|nd|rd|th)?", rf"{year}[-/.]{month}(?!\d)"
    ways = {
        day: (
            rf"{year}[-/.]{month}[-/.]{the_day}",
            rf"{year}{found.month:02}{found.day:02}(?!\d)",
            rf"(?<!\d){the_day}[-/.]{month}[-/.]{year}",
            rf"(?<!\d){month}[-/.]{the_day}[-/.]{year}",
            rf"{name}\s+{the_day},?\s+{year}",
            rf"(?<!\d){the_day}\s+{name},?\s+{year}",
        ),
        day[:7]: (the_month, rf"(?<!\d){month}[-/.]{year}", rf"{name},?\s+{year}"),
        day[:4]: (rf"(?<!\d){year}(?!\d)",),
    }
    told = (one for one, some in ways.items() if any(re.search(w, page, re.I) for w in some))
    return next(told, "")
