"""Atom feeds: what of a list, or of one record, is new and changed, for who wants to be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html_join
from django.utils.http import http_date
from django.utils.translation import get_language, gettext
from django.views.generic import View

from config.records.filters import RESERVED, filled_in
from config.records.models import Record
from config.records.text import for_xml
from config.records.views import site

# So many entries has a feed; the list that it belongs to has all.
MOST = 50
# What a list understands and a feed does not: it is one page, in an order of its own.
NOT_OF_FEEDS = (*RESERVED, "order")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One thing as a feed tells it. `address` is permanent, and begins with no host."""

    address: str
    title: str
    facts: Iterable[str]
    updated: datetime


class Atom(Atom1Feed):
    """Of an empty feed nothing has ever changed, so that it is the same each time."""

    def latest_post_date(self):
        return max((one["updateddate"] for one in self.items), default=NEVER)


def written(
    request, entries: Iterable[Entry], *, title: str, about: str, link: str
) -> HttpResponse:
    """The entries as Atom, for everybody alike; `link` is the page that they are of."""
    home = site(request)["site_url"]
    feed = Atom(
        title=for_xml(title),
        link=home + link,
        description="",
        subtitle=for_xml(about),
        feed_url=home + request.get_full_path(),
        feed_guid=home + request.get_full_path(),
        author_name=settings.REGISTER_NAME,
        language=get_language(),
    )
    for one in entries:
        feed.add_item(
            title=for_xml(one.title),
            link=home + one.address,
            description=_summary(one.facts),
            unique_id=home + one.address,
            updateddate=one.updated,
        )
    return _answer(feed)


def _summary(facts: Iterable[str]) -> str:
    """Facts as HTML, each in its own direction."""
    return format_html_join(" · ", "<bdi>{}</bdi>", ((for_xml(str(one)),) for one in facts if one))


def _answer(feed: Atom) -> HttpResponse:
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    response["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    response["X-Robots-Tag"] = "noindex"  # the pages are for search engines, if anything is
    return response


class ListFeed(View):
    """What a list finds, the last changed first. Everybody gets what visitors get."""

    model: type[Record]
    filterset_class: type
    list_path: str

    def get(self, request):
        everything = self.model.objects.published()
        question = filled_in(request.GET)
        filterset = self.filterset_class(question, queryset=everything)
        if errors := _errors(request, filterset):
            return HttpResponse(
                "\n".join(errors),
                status=HTTPStatus.BAD_REQUEST,
                content_type="text/plain; charset=utf-8",
            )
        changed = filterset.CHANGED
        found = filterset.qs.order_by(f"-{changed}", "-pk")
        query = question.urlencode()
        rows = list(self.shown(found)[:MOST])
        for one in rows:
            one.tell(None)
        return written(
            request,
            [self.entry(one, getattr(one, changed)) for one in rows],
            title=self._title(filterset),
            about=about(),
            link=self.list_path + (f"?{query}" if query else ""),
        )

    def shown(self, queryset: QuerySet) -> QuerySet:
        """What entries need besides their rows; each part visible to everybody."""
        return queryset

    def entry(self, record: Record, updated: datetime) -> Entry:
        raise NotImplementedError(f"{type(self).__name__} does not say how a row is told.")

    def _title(self, filterset) -> str:
        chips = [f"{one.label}: {one.value}" for one in filterset.chips()]
        kind = str(self.model._meta.verbose_name_plural).capitalize()
        return f"{settings.REGISTER_NAME} · {', '.join([kind, *chips])}"


def about() -> str:
    """How much of its list a feed holds."""
    return gettext("The %(most)d that changed last; the list has all.") % {"most": MOST}


def _errors(request, filterset) -> list[str]:
    """What is wrong with the question, a sentence a line; the words asked for are not told back."""
    told = gettext("A feed has one page, last changed first: %(name)s is for lists.")
    wrong = [told % {"name": name} for name in NOT_OF_FEEDS if request.GET.get(name)]
    return [*wrong, *(f"{name}: {one}" for name, said in filterset.errors.items() for one in said)]
