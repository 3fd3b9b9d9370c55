"""Where tokens are shown at the API's door: who is let in, to what, and how often."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.permissions import BasePermission
from rest_framework.throttling import SimpleRateThrottle

from config.records.tokens import Scope, Token

WORDS = (b"token", b"bearer")
REFUSED = "This token is not known here, has expired or was revoked."


@dataclass(frozen=True)
class Borrower:
    """A reader by token: what readers who signed in may see, and never what staff may.

    A token of a member of staff opens no more than anybody's.
    """

    token: Token

    is_anonymous = is_staff = is_superuser = False

    @property
    def is_authenticated(self) -> bool:
        return self.token.scope != Scope.PUBLIC

    is_active = is_authenticated

    @property
    def pk(self) -> Any:
        return self.token.user_id

    def has_perm(self, *asked) -> bool:
        return False


class ByToken(BaseAuthentication):
    """`Authorization: Token …` or `Bearer …`."""

    def authenticate(self, request):
        word, *rest = get_authorization_header(request).split() or [b""]
        if word.lower() not in WORDS:
            return None
        secret = rest[0].decode("ascii", "ignore") if len(rest) == 1 else ""
        token = Token.objects.known_as(secret)
        if token is None:
            raise exceptions.AuthenticationFailed(REFUSED)
        token.use()
        return Borrower(token), token

    def authenticate_header(self, request) -> str:
        return 'Bearer realm="api"'


class TokenMayDownload(BasePermission):
    """Files are for tokens that say so; who comes without a token is asked nothing here."""

    message = "This token may read, and not download. Make one of the scope download."

    def has_permission(self, request, view) -> bool:
        if not isinstance(request.auth, Token) or request.auth.scope == Scope.DOWNLOAD:
            return True
        return getattr(request.accepted_renderer, "format", "json") == "json"


class ByTheHour(SimpleRateThrottle):
    """So many questions an hour for each token; the answer tells how many are left."""

    scope, rate, cache = "token", "3600/hour", cache

    def get_cache_key(self, request, view) -> str | None:
        return f"token-{request.auth.pk}" if isinstance(request.auth, Token) else None

    def headers(self) -> dict[str, str]:
        """In the words of the IETF's draft; none where no token was shown."""
        if getattr(self, "history", None) is None or not hasattr(self, "now"):
            return {}
        left = max(0, self.num_requests - len(self.history))
        oldest = self.history[-1] if self.history else self.now
        return {
            "RateLimit-Limit": str(self.num_requests),
            "RateLimit-Remaining": str(left),
            "RateLimit-Reset": str(max(1, round(self.duration - (self.now - oldest)))),
        }
