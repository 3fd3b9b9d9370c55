"""What a sign-in knows of itself: since when, seen when, confirmed when, with which factors."""

import time

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from config.records.accounts import factors
from config.records.accounts.models import SignIn

BEGAN, SEEN, CONFIRMED, FACTOR = "began_at", "seen_at", "confirmed_at", "second_factor"
PENDING = "pending"
MINUTES = 60
RECENT = 10 * MINUTES
# Being seen is written down no more often than this.
SEEN_EVERY = 5 * MINUTES


def begin(request, account, *, with_factor: bool) -> None:
    """Sign in, in a session of its own: nothing from before the sign-in is kept."""
    request.session.flush()
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    mark(request.session, with_factor=with_factor)


def mark(session, *, with_factor: bool) -> None:
    """As of now it is open, and confirmed."""
    now = int(time.time())
    session.update({BEGAN: now, SEEN: now, CONFIRMED: now, FACTOR: with_factor})


def confirm(request) -> None:
    request.session[CONFIRMED] = int(time.time())


def has_cookie(request) -> bool:
    """Whether anybody may be signed in; without, the database need not be asked who."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def recently_confirmed(request) -> bool:
    """Whether who is signed in told password and code within the last ten minutes.

    Asked before publishing many at once, erasing, merging and taking sealed records away.
    """
    return time.time() - request.session.get(CONFIRMED, 0) < RECENT


def ask_first(request, then: str = "") -> HttpResponseRedirect:
    """To the page that asks for password and code, and from there on to `then`, or back here."""
    return HttpResponseRedirect(reverse("confirm", query={"next": then or request.get_full_path()}))


def is_let_in(request) -> bool:
    """Whether this sign-in is as strong as the account demands."""
    return bool(request.session.get(FACTOR)) or not factors.is_demanded(request.user)


def is_still_open(request) -> bool:
    """Neither too old, nor left alone for too long; writes down now and then that it was seen."""
    began, seen, now = request.session.get(BEGAN, 0), request.session.get(SEEN, 0), time.time()
    if now - began > settings.SIGN_IN_SECONDS or now - seen > settings.SIGN_IN_IDLE_SECONDS:
        return False
    if now - seen > SEEN_EVERY:
        request.session[SEEN] = int(now)
    return True


def others(request):
    """The other sign-ins of this account that have not run out."""
    ours = SignIn.objects.filter(account=request.user, expire_date__gt=timezone.now())
    return ours.exclude(session_key=request.session.session_key).order_by("-began_at")


def end_others(request) -> int:
    """End every other sign-in of this account; how many."""
    return others(request).delete()[0]


def wait_for_code(request, account) -> None:
    """Password told, code not yet: remembered for ten minutes, and signed in as nobody."""
    request.session.flush()
    told = {"pk": account.pk, "hash": account.get_session_auth_hash(), "at": int(time.time())}
    request.session[PENDING] = told


def awaited(request, accounts):
    """The account of which a code is awaited, or none: after ten minutes, or a new password."""
    told = request.session.get(PENDING) or {}
    if time.time() - told.get("at", 0) > RECENT:
        return None
    account = accounts.filter(pk=told["pk"], is_active=True).first()
    return account if account and account.get_session_auth_hash() == told["hash"] else None
