"""What machines that read the web ask for first: the rules for them, and the sitemap."""

from types import SimpleNamespace
from urllib.parse import urlsplit

from django.core.paginator import EmptyPage
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from cases.sitemap import SECTIONS, pages
from config.records.remembered import while_unchanged
from config.records.views import site

XML = "application/xml; charset=utf-8"
# Questions without end, what takes an account, and what is for programs. Pages of records are in
# the sitemap, so nothing is lost with the pages of lists.
RULES = """User-agent: *
Disallow: /*?
Disallow: /account/
Disallow: /admin/
Disallow: /api/
Allow: /api/docs/
Disallow: /data/download/

Sitemap: {sitemap}
"""


@require_safe
def robots(request) -> HttpResponse:
    told = RULES.format(sitemap=site(request)["site_url"] + reverse("sitemap"))
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request) -> HttpResponse:
    """Every page of every section; counted once as long as nothing changes."""
    home = site(request)["site_url"]
    found = [
        {"location": home + reverse("sitemap-page", args=[name, number]), "last_mod": last}
        for name, number, last in while_unchanged("sitemap", pages)
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": found}, content_type=XML)


class SitemapPage(TemplateView):
    template_name = "sitemap.xml"
    content_type = XML

    def get_context_data(self, section, number, **kwargs):
        home = urlsplit(site(self.request)["site_url"])
        try:
            here = SimpleNamespace(domain=home.netloc)
            urls = SECTIONS[section].get_urls(number, here, home.scheme)
        except (KeyError, EmptyPage) as error:
            raise Http404("There is no such part of the sitemap.") from error
        return super().get_context_data(urlset=urls, **kwargs)
