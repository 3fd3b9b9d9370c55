"""The pages on which people sign in and out, and look after their account."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, logout, update_session_auth_hash
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView, View

from config.records.accounts import factors, sessions
from config.records.accounts.forms import (
    CodeForm,
    ConfirmForm,
    NewPasswordForm,
    SetUpForm,
    SignInForm,
)

NEXT = "next"


def wanted(request) -> str:
    """Where somebody says to have wanted to go."""
    return request.POST.get(NEXT) or request.GET.get(NEXT) or ""


def on_to(request) -> str:
    """Where somebody wanted to go, if that is here; else where they belong."""
    told = wanted(request)
    if url_has_allowed_host_and_scheme(told, {request.get_host()}, settings.HTTPS):
        return told
    return reverse("admin:index" if request.user.is_staff else "account")


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class Door(FormView):
    """A form that lets somebody further; too many wrong tries are answered with 429."""

    title = button = lead = ""
    template_name = "account/form.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            button=self.button,
            lead=self.lead,
            next=wanted(self.request),
            **kwargs,
        )

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if form.refused:
            response.status_code = 429
            response["Retry-After"] = str(form.refused.seconds_left)
        return response

    def to(self, name: str) -> HttpResponseRedirect:
        """A further door, which leads on to the same place."""
        told = wanted(self.request)
        return HttpResponseRedirect(reverse(name, query={NEXT: told} if told else None))


class SignIn(Door):
    title, button = "Sign in", "Log in"
    form_class = SignInForm

    def get(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            # Who is no staff and is led here from the admin would be led in a circle.
            return HttpResponseRedirect(
                on_to(request) if request.user.is_staff else reverse("account")
            )
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        account = form.account
        has_factor = factors.is_set_up(account)
        if has_factor or factors.is_demanded(account):
            sessions.wait_for_code(self.request, account)
            return self.to("code" if has_factor else "second-factor")
        sessions.begin(self.request, account, with_factor=False)
        return HttpResponseRedirect(on_to(self.request))


class Code(Door):
    title, button = "The code", "Go on"
    lead = "Your authenticator app shows a new one every thirty seconds."
    form_class = CodeForm

    def dispatch(self, request, *args, **kwargs):
        self.account = sessions.awaited(request, get_user_model().objects.all())
        if self.account is None or not factors.is_set_up(self.account):
            return self.to("sign-in")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "account": self.account}

    def form_valid(self, form):
        sessions.begin(self.request, self.account, with_factor=True)
        left = factors.recovery_codes_left(self.account)
        if left < 4:
            messages.warning(self.request, f"You have {left} recovery codes left. Make new ones.")
        return HttpResponseRedirect(on_to(self.request))


class SecondFactor(Door):
    """Setting one up: before the first sign-in of staff is finished, or whenever somebody likes."""

    title, button = "A second factor", "Go on"
    template_name = "account/second_factor.html"
    form_class = SetUpForm

    def dispatch(self, request, *args, **kwargs):
        awaited = sessions.awaited(request, get_user_model().objects.all())
        self.account = request.user if request.user.is_authenticated else awaited
        if self.account is None or factors.is_set_up(self.account):
            return self.to("account" if request.user.is_authenticated else "sign-in")
        if request.user.is_authenticated and not sessions.recently_confirmed(request):
            return sessions.ask_first(request, request.path)
        self.authenticator = factors.begin(self.account)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "authenticator": self.authenticator}

    def get_context_data(self, **kwargs):
        secret = factors.secret_of(self.authenticator)
        return super().get_context_data(
            drawing=factors.drawing(self.authenticator),
            secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
            **kwargs,
        )

    def form_valid(self, form):
        sessions.begin(self.request, self.account, with_factor=True)
        return _codes_page(self.request, form.recovery_codes)


def _codes_page(request, codes: list[str]):
    """The only page that ever tells them."""
    context = {"codes": codes, "next": on_to(request)}
    return render(request, "account/recovery_codes.html", context)


class SignedInPage(LoginRequiredMixin):
    login_url = "sign-in"


@method_decorator(never_cache, name="dispatch")
class Account(SignedInPage, TemplateView):
    """What an account looks like to its owner."""

    template_name = "account/account.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            roles=user.groups.values_list("name", flat=True),
            has_factor=factors.is_set_up(user),
            codes_left=factors.recovery_codes_left(user),
            others=sessions.others(self.request),
            **kwargs,
        )


class Confirm(SignedInPage, Door):
    title, button = "Is it still you?", "Yes, go on"
    lead = "What you are about to do cannot be undone by a stranger's hand. It is asked once more."
    form_class = ConfirmForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "account": self.request.user}

    def form_valid(self, form):
        sessions.confirm(self.request)
        return HttpResponseRedirect(on_to(self.request))


class Password(SignedInPage, Door):
    """A new password ends every other sign-in."""

    title, button = "A new password", "Change it"
    lead = "Every other sign-in of this account ends with it."
    form_class = NewPasswordForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        form.save()
        update_session_auth_hash(self.request, form.user)
        sessions.end_others(self.request)
        messages.success(self.request, "The password is changed.")
        return HttpResponseRedirect(reverse("account"))


class Deed(SignedInPage, View):
    """Something that a button does, by POST alone."""

    http_method_names = ["post"]


class SignOut(Deed):
    def post(self, request):
        logout(request)
        return HttpResponseRedirect(reverse("front"))


class EndOthers(Deed):
    def post(self, request):
        ended = sessions.end_others(request)
        messages.success(request, f"Ended elsewhere: {ended}.")
        return HttpResponseRedirect(reverse("account"))


@method_decorator(never_cache, name="dispatch")
class RecoveryCodes(Deed):
    """New codes; the old ones are worth nothing from now on."""

    def post(self, request):
        if not sessions.recently_confirmed(request):
            return sessions.ask_first(request, reverse("account"))
        if not factors.is_set_up(request.user):
            return HttpResponseRedirect(reverse("account"))
        return _codes_page(request, factors.new_recovery_codes(request.user))
