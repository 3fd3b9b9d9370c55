"""The page on which who signed in makes tokens for programs, sees them and revokes them."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.generic import View

from config.records.accounts import sessions
from config.records.accounts.tokens import AT_MOST, LONGEST_DAYS, Scope, Token
from config.records.accounts.views import Deed, SignedInPage


class TokenForm(forms.Form):
    label = forms.CharField(max_length=80, label="What it is for")
    scope = forms.ChoiceField(choices=Scope.choices, label="What it opens")
    days = forms.IntegerField(
        min_value=1, max_value=LONGEST_DAYS, initial=90, label="Days until it expires"
    )


@method_decorator([never_cache, sensitive_variables("secret")], name="dispatch")
class Tokens(SignedInPage, View):
    """Those one has, and a new one: its secret is told in this one answer and never again."""

    http_method_names = ["get", "head", "post"]

    def get(self, request):
        return self._page(TokenForm())

    def post(self, request):
        form = TokenForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        if not sessions.recently_confirmed(request):
            return sessions.ask_first(request, reverse("tokens"))
        if sum(token.is_valid for token in self._own()) >= AT_MOST:
            form.add_error(None, f"You have {AT_MOST} tokens. Revoke one that is not needed.")
            return self._page(form)
        _, secret = Token.make(request.user, **form.cleaned_data)
        return self._page(TokenForm(), secret)

    def _own(self):
        return self.request.user.tokens.select_related("user")

    def _page(self, form: TokenForm, secret: str = ""):
        told = {"form": form, "secret": secret, "tokens": self._own()}
        return render(self.request, "account/tokens.html", told)


class Revoke(Deed):
    """One's own; anybody else's is as good as missing."""

    def post(self, request, pk):
        get_object_or_404(Token, pk=pk, user=request.user).revoke()
        return HttpResponseRedirect(reverse("tokens"))
