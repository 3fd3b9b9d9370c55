"""The pages' parts: lists that answer a question, pages of one record, what every page knows."""

from contextlib import suppress
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.views.generic import DetailView, TemplateView

from config.records.addresses import became
from config.records.exports import FORMATS
from config.records.filters import filled_in
from config.records.languages import spoken, tongue_of, without_language
from config.records.logbook import opened
from config.records.models import Audience, Record
from config.records.paging import NoSuchPage, Page, page_of

PER_PAGE = 25


def site(request) -> dict:
    """For every template: the register's name and address; whether the reader is signed in."""
    user = getattr(request, "user", None)
    return {
        "register_name": settings.REGISTER_NAME,
        "site_url": home(request),
        "plain_path": without_language(request.path),
        "spoken": spoken(request.path, request.META.get("QUERY_STRING", "")),
        "front_spoken": spoken("/", ""),
        "tongue": tongue_of(request.path),
        "preview_for": getattr(request, "preview_for", ""),
        "is_signed_in": bool(user and user.is_authenticated),
    }


def home(request) -> str:
    """The address of the front page; none for who asks another host, and is told so by this."""
    with suppress(DisallowedHost):
        return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")
    return ""


def counted(model: type[Model]) -> tuple[str, str]:
    """The message for one record of this kind, and for several."""
    words = model._meta.verbose_name, model._meta.verbose_name_plural
    return tuple(f"%(number)s {word}" for word in words)


class RecordList(TemplateView):
    """A list of one kind of record: the same question and the same rows as its API and files."""

    model: type[Record]
    filterset_class: type
    api_name: str
    feed_name = ""  # of the address of the list's feed, if it has one

    def get_queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user).order_by("-pk")

    def shown(self, queryset: QuerySet) -> QuerySet:
        """What the page's rows need besides themselves; each part visible to the reader."""
        return queryset

    def get_context_data(self, **kwargs):
        filterset = self.filterset_class(
            self.request.GET, queryset=self.get_queryset(), request=self.request
        )
        page, notice = self._page(filterset)
        records = list(self.shown(page.rows)) if page else []
        for record in records:
            record.match = filterset.match_of(record)
            if isinstance(record, Record):  # of what was merged there is nothing to tell apart
                record.tell(self.request.user)
        return super().get_context_data(
            filterset=filterset,
            errors=filterset.errors,
            page=page,
            notice=notice,
            records=records,
            chips=filterset.chips(),
            facets=filterset.facets() if records else {},
            formats=FORMATS.values(),
            query=self._query(),
            feed=self._feed() if page else "",
            counted="" if page is None else self._counted(page.count),
            verbose_name_plural=gettext(self.model._meta.verbose_name_plural),
            **kwargs,
        )

    def _page(self, filterset) -> tuple[Page | None, str]:
        """The page asked for, or none and why."""
        if filterset.errors:
            return None, ""
        try:
            return page_of(filterset, self.request.GET, PER_PAGE), ""
        except NoSuchPage as error:
            return None, str(error)

    def _counted(self, number: int) -> str:
        """How many there are, with the word for them."""
        told = ngettext(*counted(self.model), number)
        return told % {"number": number_format(number, force_grouping=True)}

    def _query(self) -> str:
        """The question without the page, for links to pages and files."""
        return filled_in(self.request.GET).urlencode()

    def _feed(self) -> str:
        """Where the same question is answered as a feed, which has an order of its own."""
        question = filled_in(self.request.GET)
        question.pop("order", None)
        query = f"?{question.urlencode()}" if question else ""
        return reverse(self.feed_name) + query if self.feed_name else ""


class RecordDetail(DetailView):
    """One record's page; a hidden record and a missing one are the same 404.

    Where everybody saw a record until it was withdrawn, a page says that, and no more (410).
    """

    slug_field = "public_id"
    slug_url_kwarg = "public_id"

    def get(self, request, *args, **kwargs):
        """Search engines are asked twice: machines that read no page read its headers."""
        try:
            response = super().get(request, *args, **kwargs)
            if self.is_not_for_search_engines():
                response["X-Robots-Tag"] = "noindex"
            return response
        except Http404:
            what = became(self.model, kwargs[self.slug_url_kwarg])
            if not what:
                raise
        gone = render(request, f"{what}.html", status=HTTPStatus.GONE)
        gone["Cache-Control"] = "no-cache"  # what was withdrawn may be published again
        return gone

    def get_queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user)

    def get_object(self, queryset=None):
        try:
            found = super().get_object(queryset)
        except Http404 as error:
            raise Http404("There is no such record.") from error
        opened(found, by=self.request.user)
        found.tell(self.request.user)
        return found

    def is_not_for_search_engines(self) -> bool:
        """Whether the record, or whom it is about, asks search engines to leave it out."""
        return getattr(self.object, "noindex", False)

    def get_context_data(self, **kwargs):
        everyone = Audience.of(None, self.model)
        hidden = not self.model.objects.published().filter(pk=self.object.pk).exists()
        only_staff = hidden and Audience.of(self.request.user, self.model) != everyone
        return super().get_context_data(
            not_public=only_staff, noindex=self.is_not_for_search_engines(), **kwargs
        )
