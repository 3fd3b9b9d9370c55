"""Paper: a page of ours set as PDF by WeasyPrint, which may fetch nothing, from nowhere."""

from pathlib import Path

import weasyprint
from django.contrib.staticfiles import finders

SHEET = "records/dossier.css"
# Tagged, with language and title: what PDF/UA-1 asks for, so that it is read out in order.
VARIANT = "pdf/ua-1"


class NotFetched(Exception):
    """A page asked for something that is not in it."""


class Nowhere(weasyprint.URLFetcher):
    """Whatever a page names, nothing is fetched: neither from the net nor from this machine."""

    def fetch(self, url, headers=None):
        raise NotFetched("A page set as PDF holds all that it shows.")


def pdf(html: str, identifier: bytes) -> bytes:
    """The same bytes from the same page and identifier, on a machine with the same fonts."""
    sheet = weasyprint.CSS(string=Path(finders.find(SHEET)).read_text(), url_fetcher=Nowhere())
    page = weasyprint.HTML(string=html, base_url="about:blank", url_fetcher=Nowhere())
    return page.write_pdf(
        stylesheets=[sheet], pdf_variant=VARIANT, pdf_tags=True, pdf_identifier=identifier
    )
