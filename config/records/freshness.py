"""Answers that a visitor has already: 304 instead of the same again, for one cheap question.

An answer's tag is the hash of its bytes, and so tells nothing that the answer does not. Which tag
an address had at which number is remembered; where nothing moved since, nothing is asked.
"""

import hashlib
from collections import OrderedDict
from contextlib import suppress

from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags

from config.records.languages import without_language
from config.records.notices import Standing, standing

KEPT_APART = ("/admin/", "/account/", "/healthz")
API = "/api/v1/"
# What releases hold lies in files, of which the database knows nothing, and what is withdrawn moves
# for nobody: always made, and compared.
ALWAYS_MADE = ("/data/", "/api/v1/removed")
REMEMBERED = 5_000
_tags: OrderedDict[bytes, tuple[tuple, str]] = OrderedDict()


class Freshness:
    """Middleware for what anybody may read; who signed in, or shows a token, is only compared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(KEPT_APART):
            return self.get_response(request)
        held = parse_etags(request.headers.get("If-None-Match", ""))
        now = self._standing(request, held)
        key = _key(request)
        if now and (tag := _tag_at(key, now)) in held:
            return _not_modified(tag)
        response = self.get_response(request)
        is_kept = "no-store" not in response.get("Cache-Control", "")
        is_plain = response.status_code == 200 and not response.cookies and is_kept
        if response.streaming or not is_plain or response.has_header("ETag"):
            return response
        tag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        if now:
            _remember(key, now, tag)
        if tag in held:
            return _not_modified(tag)
        return _tagged(response, tag)

    @staticmethod
    def _standing(request, held: list[str]) -> Standing | None:
        """How far the register has moved, where it is worth asking and stands still."""
        is_known = request.user.is_authenticated or "Authorization" in request.headers
        of_the_api = request.path.startswith(API) and request.path.endswith("/")  # and no file
        always = without_language(request.path).startswith(ALWAYS_MADE)
        if is_known or not (held or of_the_api) or always:
            return None
        now = standing()
        return None if now.is_moving else now


def _key(request) -> bytes:
    """Hashed: what somebody looked for is written nowhere, in memory neither."""
    headers = (request.headers.get(name, "") for name in ("Accept", "Cookie"))
    address = request.build_absolute_uri()
    told = (request.method, address, *headers, timezone.localdate().isoformat())
    return hashlib.sha256("\0".join(told).encode()).digest()


def _tag_at(key: bytes, now: Standing) -> str:
    version, tag = _tags.get(key, (None, ""))
    return tag if version == now.version else ""


def _remember(key: bytes, now: Standing, tag: str) -> None:
    _tags[key] = now.version, tag
    with suppress(KeyError):  # another thread may have made room meanwhile
        if len(_tags) > REMEMBERED:
            _tags.popitem(last=False)


def _not_modified(tag: str) -> HttpResponse:
    return _tagged(HttpResponseNotModified(), tag)


def _tagged(response: HttpResponse, tag: str) -> HttpResponse:
    """No copy is shown before we were asked whether it still holds: what is withdrawn is gone."""
    response["ETag"] = tag
    patch_vary_headers(response, ["Accept", "Cookie", "Authorization"])
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, no_cache=True, private=True)
    return response
