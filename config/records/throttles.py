"""Doors that cost much to open: how often searches, files and the API may be asked for by one."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext

from config.records.accounts.borrowers import borrower_of
from config.records.accounts.limits import Count, Limit, take, visitor
from config.records.accounts.sessions import ask_first, has_cookie, recently_confirmed
from config.records.formats import API, is_file


def limit_of(request) -> Limit | None:
    """Which limit a request counts for, or none: pages without a question cost little."""
    if is_file(request):
        name = "files"
    elif request.path.startswith(API):
        name = "api"
    elif request.GET.get("q", "").strip():
        name = "searches"
    else:
        return None
    most, seconds = settings.THROTTLES.get(name, (0, 0))
    return Limit(name, most, seconds) if most else None


def who(request) -> str:
    """An account, wherever it comes from, with its cookie or a token; else an address, as the
    hash of a day.
    """
    if borrower := borrower_of(request):
        return f"account {borrower.pk}"
    if has_cookie(request) and request.user.is_authenticated:
        return f"account {request.user.pk}"
    return visitor(request)


class Throttle:
    """Counts what is costly, says how much is left, and refuses what is too much with 429."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        limit = limit_of(request)
        if limit is None:
            return self.get_response(request)
        count = take(limit, who(request))
        response = _refused(request, count) if count.is_too_much else self.get_response(request)
        response["X-RateLimit-Limit"] = str(limit.most)
        response["X-RateLimit-Remaining"] = str(count.left)
        response["X-RateLimit-Reset"] = str(count.seconds_left)
        return response


def _refused(request, count: Count) -> HttpResponse:
    seconds = count.seconds_left
    told = f"{_too_many(count.limit.name)} {_again(seconds)}"
    if request.path.startswith(API):
        response = JsonResponse({"errors": {"detail": [told]}}, status=429)
    else:
        response = render(request, "429.html", {"told": told}, status=429)
    response["Retry-After"] = str(seconds)
    return response


def _too_many(what: str) -> str:
    return {
        "searches": gettext("Too many searches in a short time."),
        "files": gettext("Too many files in a short time."),
    }.get(what, gettext("Too many questions in a short time."))


def _again(seconds: int) -> str:
    told = ngettext(
        "Ask again in %(seconds)s second.", "Ask again in %(seconds)s seconds.", seconds
    )
    return told % {"seconds": seconds}


class SealedFiles:
    """A file may hold what is sealed: who may see that is asked once more before it is made."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if has_cookie(request) and is_file(request) and _sees_sealed(request.user):
            return self.get_response(request) if recently_confirmed(request) else ask_first(request)
        return self.get_response(request)


def _sees_sealed(user) -> bool:
    return any(".unseal_" in one for one in user.get_all_permissions())
