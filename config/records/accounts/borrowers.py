"""Readers by token: whoever shows one, as the rest of the register sees them."""

from dataclasses import dataclass
from typing import Any

from config.records.accounts.tokens import Scope, Token

API = "/api/"
WORDS = ("token", "bearer")


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

    @property
    def may_download(self) -> bool:
        return self.token.scope == Scope.DOWNLOAD

    def has_perm(self, *asked) -> bool:
        return False

    def get_all_permissions(self) -> set[str]:
        return set()


def shows_token(request) -> bool:
    """`Authorization: Token …` or `Bearer …`, at the API alone."""
    word = request.headers.get("Authorization", "").partition(" ")[0]
    return request.path.startswith(API) and word.lower() in WORDS


def borrower_of(request) -> Borrower | None:
    """Who shows a token that holds; looked up once for each request."""
    if not shows_token(request):
        return None
    if not hasattr(request, "borrower"):
        secret = request.headers["Authorization"].partition(" ")[2].strip()
        token = Token.objects.known_as(secret)
        request.borrower = Borrower(token) if token else None
    return request.borrower
