"""The page on which who signed in makes tokens for programs, sees them and revokes them."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from config.records.tokens import AT_MOST, LONGEST_DAYS, Scope, Token


class TokenForm(forms.Form):
    label = forms.CharField(max_length=80, label="What it is for")
    scope = forms.ChoiceField(choices=Scope.choices, label="What it opens")
    days = forms.IntegerField(
        min_value=1, max_value=LONGEST_DAYS, initial=90, label="Days until it expires"
    )


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("secret")
def tokens(request):
    """Those one has, and a new one: its secret is told in this one answer and never again."""
    form, secret = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        if request.user.tokens.valid().count() >= AT_MOST:
            form.add_error(None, f"You have {AT_MOST} tokens. Revoke one that is not needed.")
        else:
            _, secret = Token.make(request.user, **form.cleaned_data)
            form = TokenForm()
    told = {"form": form, "secret": secret, "tokens": request.user.tokens.all()}
    return render(request, "account/tokens.html", told)


@login_required
@require_POST
def revoke(request, pk):
    """One's own; anybody else's is as good as missing."""
    get_object_or_404(Token, pk=pk, user=request.user).revoke()
    return HttpResponseRedirect("/account/tokens/")
