"""The door that every request of somebody signed in goes through."""

from django.contrib.auth import logout

from config.records.accounts.sessions import has_cookie, is_let_in, is_still_open


class SignedIn:
    """Ends sign-ins that are too old or too weak; what people signed in see is kept nowhere.

    Who has no cookie is not looked at: nothing is asked of the database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not has_cookie(request):
            return self.get_response(request)
        if request.user.is_authenticated and not (is_let_in(request) and is_still_open(request)):
            logout(request)
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if was_signed_in:
            response["Cache-Control"] = "no-store, private"
        return response
