"""The forms at the door: name and password, a code, both once more."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm

from config.records.accounts import factors, limits

WRONG_PASSWORD = "Username or password is wrong."  # noqa: S105 - a sentence
WRONG_CODE = "This code is wrong, or was used already. Wait for the next one."
CODE_LABEL = "Code of six digits, or a recovery code"


def too_many(count: limits.Count) -> str:
    minutes = -(-count.seconds_left // 60)
    return f"Too many tries. Try again in {minutes} minute{'' if minutes == 1 else 's'}."


def a_password(**attributes) -> forms.CharField:
    """A box for the password of an account that there is."""
    shown = {"autocomplete": "current-password", **attributes}
    return forms.CharField(max_length=4096, strip=False, widget=forms.PasswordInput(shown))


def a_code(label: str = CODE_LABEL, **attributes) -> forms.CharField:
    """A box for a code, which no browser remembers."""
    shown = {"autocomplete": "one-time-code", "spellcheck": "false", **attributes}
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(shown))


class Tried(forms.Form):
    """A form of which too many wrong tries are refused before anything is compared."""

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.refused: limits.Count | None = None

    def take(self, limit: limits.Limit, *who: str) -> None:
        count = limits.take(limit, *who)
        if count.is_too_much:
            self.refused = count
            raise forms.ValidationError(too_many(count))

    @contextmanager
    def one_try(self, limit: limits.Limit, *who: str) -> Iterator[None]:
        """Counted, and forgotten again if what is compared inside is right."""
        self.take(limit, *who)
        yield
        limits.forget(limit, *who)

    @contextmanager
    def one_code(self, account: int) -> Iterator[None]:
        """A code that is tried: so many in a quarter of an hour, and so many in a day."""
        with (
            self.one_try(limits.CODES_A_DAY, str(account)),
            self.one_try(limits.CODES, str(account)),
        ):
            yield


class SignInForm(Tried):
    username = forms.CharField(
        max_length=150,
        widget=forms.TextInput({"autocomplete": "username", "autofocus": True}),
    )
    password = a_password()
    account = None

    def clean(self):
        if self.errors:
            return super().clean()
        told = self.cleaned_data
        visitor, pair = limits.visitor(self.request), told["username"].casefold()
        with self.one_try(limits.PASSWORDS, pair, visitor):
            self.take(limits.PASSWORDS_FROM, visitor)
            self.account = authenticate(
                self.request, username=told["username"], password=told["password"]
            )
            if self.account is None:
                raise forms.ValidationError(WRONG_PASSWORD)
        return super().clean()


class CodeForm(Tried):
    """The second of two steps."""

    code = a_code(autofocus=True)

    def __init__(self, *args, account, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_code(self):
        with self.one_code(self.account.pk):
            if not factors.is_right(self.account, self.cleaned_data["code"]):
                raise forms.ValidationError(WRONG_CODE)
        return self.cleaned_data["code"]


class SetUpForm(Tried):
    """The first code of an authenticator that is being set up."""

    code = a_code("Code of six digits that the app shows", inputmode="numeric")
    recovery_codes: list[str] = []

    def __init__(self, *args, authenticator, **kwargs):
        super().__init__(*args, **kwargs)
        self.authenticator = authenticator

    def clean_code(self):
        code = "".join(self.cleaned_data["code"].split())
        with self.one_code(self.authenticator.account_id):
            self.recovery_codes = factors.prove(self.authenticator, code)
            if not self.recovery_codes:
                raise forms.ValidationError(WRONG_CODE)
        return code


class ConfirmForm(CodeForm):
    """That it is still the same person: the password, and a code where there is an authenticator.

    The code is looked at only when the password is right, so that none is used up in vain.
    """

    password = a_password(autofocus=True)
    code = a_code()
    field_order = ("password", "code")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not factors.is_set_up(self.account):
            del self.fields["code"]

    def clean_password(self):
        with self.one_try(limits.CODES, "password", str(self.account.pk)):
            if not self.account.check_password(self.cleaned_data["password"]):
                raise forms.ValidationError("This password is wrong.")
        return ""

    def clean_code(self):
        return super().clean_code() if "password" in self.cleaned_data else ""


class NewPasswordForm(Tried, PasswordChangeForm):
    """The old password, and twice a new one."""

    def clean_old_password(self):
        with self.one_try(limits.CODES, "password", str(self.user.pk)):
            return super().clean_old_password()
