"""Languages: the address says which one a page speaks, and the same page has one in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

# Doors that speak English alone: files, the API, and what only those who sign in see.
ONE_LANGUAGE = ("/admin/", "/account/", "/api/", "/static/", "/healthz")


@dataclass(frozen=True)
class Tongue:
    """A language of the interface, called as its speakers call it."""

    code: str
    name: str
    prefix: str  # of its addresses: "ru/"; English has none

    @property
    def direction(self) -> str:
        return "rtl" if translation.get_language_info(self.code)["bidi"] else "ltr"

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody who speaks it has read what a machine drafted."""
        return self.code not in settings.LANGUAGES_NOT_REVIEWED


@lru_cache
def tongues() -> tuple[Tongue, ...]:
    """All of them; the first has no prefix."""
    return tuple(
        Tongue(code, name, "" if code == settings.LANGUAGE_CODE else f"{code.split('-')[0]}/")
        for code, name in settings.LANGUAGES
    )


def tongue_of(path: str) -> Tongue:
    """The one that an address speaks; nothing else decides, no cookie and no header."""
    plain, *others = tongues()
    return next((one for one in others if f"{path}/".startswith(f"/{one.prefix}")), plain)


def without_language(path: str) -> str:
    """The address of the same page in English."""
    prefix = tongue_of(path).prefix
    return f"/{path.removeprefix(f'/{prefix}')}" if prefix else path


def has_languages(path: str) -> bool:
    return not path.startswith(ONE_LANGUAGE)


def spoken(path: str, query: str) -> list[tuple[Tongue, str]]:
    """Each language, and the address of this page with this question in it."""
    if not has_languages(path):
        return []
    rest = without_language(path).removeprefix("/") + (f"?{query}" if query else "")
    return [(one, f"/{one.prefix}{rest}") for one in tongues()]


class LanguagePrefix(LocalePrefixPattern):
    """Before the addresses of pages: the prefix of the language at hand."""

    @property
    def language_prefix(self) -> str:
        code = translation.get_language()
        return next((one.prefix for one in tongues() if one.code == code), "")


def in_every_language(patterns: Sequence[URLPattern]) -> URLResolver:
    """The same pages under the prefix of each language."""
    return URLResolver(LanguagePrefix(), list(patterns))


class Languages:
    """A request speaks the language of its address from the first to the last line."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = tongue_of(request.path_info).code
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response
