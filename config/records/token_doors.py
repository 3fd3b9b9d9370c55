"""Where tokens are shown at the API's door: who is let in, and to what."""

from django.http import JsonResponse
from rest_framework.permissions import BasePermission

from config.records.accounts.borrowers import Borrower, borrower_of, shows_token
from config.records.formats import is_file

UNKNOWN = "This token is not known here, has expired or was revoked."
READS_ALONE = "This token may read, and not download. Make one of the scope download."


class Tokens:
    """Whoever shows a token is its reader, and nobody else, whatever cookies come along."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not shows_token(request):
            return self.get_response(request)
        borrower = borrower_of(request)
        if borrower is None:
            return _refused(UNKNOWN, 401)
        if is_file(request) and not borrower.may_download:
            return _refused(READS_ALONE, 403)
        borrower.token.use()
        request.user = borrower
        response = self.get_response(request)
        response["Cache-Control"] = "no-store, private"
        return response


def _refused(told: str, status: int) -> JsonResponse:
    response = JsonResponse({"errors": {"detail": [told]}}, status=status)
    if status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="api"'
    response["Cache-Control"] = "no-store"
    return response


class TokenMayDownload(BasePermission):
    """However a file is asked for. Who comes without a token is asked nothing here."""

    message = READS_ALONE

    def has_permission(self, request, view) -> bool:
        is_borrower = isinstance(request.user, Borrower)
        if not is_borrower or request.user.may_download:
            return True
        return getattr(request.accepted_renderer, "format", "json") == "json"
