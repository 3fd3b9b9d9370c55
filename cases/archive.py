"""Fetching a page, or asking for one: the only code that opens a socket to another host.

Every name is looked up once, refused unless it leads into the open internet, and then connected to
by its number, so that no second look-up can lead elsewhere.
"""

import http.client
import socket
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LookupTooLong
from dataclasses import dataclass, field
from functools import cache
from threading import BoundedSemaphore
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import certifi
from django.conf import settings

from cases.lines import Broken, Line, TooLarge, Unpacking
from cases.outside import is_outside

LARGEST = 20 * 1024 * 1024  # bytes, both as they come and unpacked
SECONDS = 30.0  # for everything: looking up, connecting, redirects, reading
SILENCE = 10.0  # without a byte
REDIRECTS = 5
TRIED = 3  # addresses of one name
PORTS = {"http": 80, "https": 443}
MOVED = {301, 302, 303, 307, 308}
NOT_AGAIN = {401, 402, 429, 451}
PIECE = 64 * 1024
LONGEST_ADDRESS = 2000
AT_ONCE, TURN = 4, 5.0  # pages that are fetched at once; seconds to wait for one's turn
_turns = BoundedSemaphore(AT_ONCE)
_lookups = ThreadPoolExecutor(max_workers=4, thread_name_prefix="lookup")


class NotFetched(Exception):
    """A page could not be fetched, or may not be. The message is for the worker."""


@dataclass(frozen=True)
class Fetched:
    """A page as it came: `body` is unpacked, `headers` are as they were sent."""

    asked: str
    reached: str
    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Target:
    """Where one request goes: the name it is for, and the port."""

    address: str
    parts: SplitResult
    host: str
    port: int

    @property
    def path(self) -> str:
        path = quote(self.parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(self.parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
        return f"{path}?{query}" if query else path


def fetch(address: str) -> Fetched:
    """The page at an address, through at most five redirects. Raises NotFetched.

    A few at once in each process: a page may be large, and take long.
    """
    if not _turns.acquire(timeout=TURN):
        raise NotFetched("Many pages are being fetched just now. Try again in a minute.")
    try:
        answer = _followed(address.strip(), "GET")
    finally:
        _turns.release()
    _refuse_status(answer.status)
    if not answer.body.strip():
        raise NotFetched("The site sent an empty page.")
    return answer


def ask(address: str) -> Fetched:
    """What a site answers at an address, without the page itself. Raises NotFetched.

    By HEAD; a site that will not have that, or says something else than yes, is asked by GET.
    """
    answer = _followed(address.strip(), "HEAD", takes_page=False)
    if answer.status < 400 or answer.status in NOT_AGAIN:
        return answer
    return _followed(address.strip(), "GET", takes_page=False)


def _followed(asked: str, method: str, takes_page: bool = True) -> Fetched:
    """The answer at the end of at most five redirects."""
    deadline, where = time.monotonic() + SECONDS, asked
    for _ in range(REDIRECTS + 1):
        answer = _ask(_target(where), deadline, method, takes_page)
        if answer.status not in MOVED or "location" not in answer.headers:
            return Fetched(asked, where, answer.status, answer.headers, answer.body)
        where = _onwards(where, answer.headers["location"])
    raise NotFetched(f"The site sends on from page to page, more than {REDIRECTS} times.")


def _onwards(where: str, location: str) -> str:
    try:
        return urljoin(where, location.strip())
    except ValueError as error:
        raise NotFetched("The site sends us on to what is no web address.") from error


def _refuse_status(status: int) -> None:
    told = {
        401: "wants a sign-in",
        402: "wants to be paid",
        403: "refuses to show the page to us",
        404: "says that there is no such page",
        410: "says that the page is gone",
        429: "says that we ask too often",
        451: "says that the law forbids showing the page",
    }.get(status, "is out of order" if status >= 500 else "did not show the page")
    if status != 200:
        raise NotFetched(f"The site {told} (it answered {status}).")


# Which address


def _target(address: str) -> Target:
    """Read an address, or say what is wrong with it."""
    if len(address) > LONGEST_ADDRESS:
        raise NotFetched(f"The address is longer than {LONGEST_ADDRESS} characters.")
    try:
        parts = urlsplit(address)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError as error:  # a UnicodeError is one
        raise NotFetched("This is not a web address.") from error
    if parts.scheme.lower() not in PORTS:
        raise NotFetched("Only addresses that begin with http:// or https:// are fetched.")
    if not host or "%" in host:
        raise NotFetched("This is not a web address.")
    if parts.username or parts.password:
        raise NotFetched("The address holds a name or a password; it is not fetched.")
    return Target(address, parts, host, port or PORTS[parts.scheme.lower()])


def _found(target: Target, deadline: float) -> list[str]:
    """The numbers of a host; refused if any of them is not out in the open."""
    found = _numbers(target, deadline)
    if any((one, target.port) in settings.FETCH_ALLOWS for one in found):
        return found
    if target.port not in PORTS.values():
        raise NotFetched("Only the usual ports of the web, 80 and 443, are asked.")
    if not all(map(is_outside, found)):
        raise NotFetched("The address leads into a private network; it is not fetched.")
    return found


def _numbers(target: Target, deadline: float) -> list[str]:
    wait = min(SILENCE, deadline - time.monotonic())
    try:
        found = _lookups.submit(look_up, target.host, target.port).result(timeout=max(0.0, wait))
    except LookupTooLong as error:
        raise NotFetched("Looking up the name of the site took too long.") from error
    except (OSError, UnicodeError) as error:
        raise NotFetched("There is no site of this name, as far as we can find out.") from error
    return list(dict.fromkeys(found))[:TRIED]


def look_up(host: str, port: int) -> list[str]:
    """The numbers behind a name."""
    return [one[4][0] for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


# One request


class _Connection(http.client.HTTPConnection):
    """Speaks HTTP over a line that is already there; it never connects by itself."""

    def __init__(self, target: Target, line: Line):
        super().__init__(f"[{target.host}]" if ":" in target.host else target.host, target.port)
        self.default_port = PORTS[target.parts.scheme.lower()]
        self.auto_open = 0
        self.sock = line


def _ask(target: Target, deadline: float, method: str, takes_page: bool) -> Fetched:
    try:
        line = _connected(target, _found(target, deadline), deadline)
        try:
            return _answer(target, _Connection(target, line), method, takes_page)
        finally:
            line.hang_up()
    except TimeoutError as error:
        raise NotFetched(f"The site is too slow; we wait {SECONDS:.0f} seconds.") from error
    except ssl.SSLError as error:
        raise NotFetched("The site cannot prove that it is who it says (TLS).") from error
    except http.client.InvalidURL as error:
        raise NotFetched("This is not a web address.") from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        raise NotFetched("The site broke off, or its answer is no answer to a browser.") from error


def _connected(target: Target, numbers: list[str], deadline: float) -> Line:
    problem: OSError | None = None
    for number in numbers:
        try:
            return _connect(target, number, deadline)
        except ssl.SSLError:
            raise
        except OSError as error:
            problem = error
    if isinstance(problem, TimeoutError):
        raise problem
    raise NotFetched("The site does not answer.") from problem


def _connect(target: Target, number: str, deadline: float) -> Line:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    plain = socket.create_connection((number, target.port), timeout=min(SILENCE, left))
    try:
        _check_peer(plain, target.port)
        if target.parts.scheme.lower() == "https":
            plain = tls().wrap_socket(plain, server_hostname=target.host)
    except BaseException:
        plain.close()
        raise
    return Line(plain, deadline, SILENCE)


def _check_peer(plain: socket.socket, port: int) -> None:
    """Whom we are really connected to decides, not what was looked up."""
    number = plain.getpeername()[0]
    if not is_outside(number) and (number, port) not in settings.FETCH_ALLOWS:
        raise NotFetched("The address leads into a private network; it is not fetched.")


@cache
def tls() -> ssl.SSLContext:
    """Certificates are checked against Mozilla's list, the same on every machine; read once."""
    return ssl.create_default_context(cafile=certifi.where())


def _answer(target: Target, connection: _Connection, method: str, takes_page: bool) -> Fetched:
    headers = {
        "User-Agent": settings.FETCH_USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    connection.request(method, target.path, headers=headers)
    response = connection.getresponse()
    sent = {name.lower(): _plain(value) for name, value in response.getheaders()}
    is_page = takes_page and response.status == 200
    body = _body(response, sent.get("content-encoding", "")) if is_page else b""
    return Fetched(target.address, target.address, response.status, sent, body)


def _plain(value: str) -> str:
    """A header as text that a database takes."""
    return value.replace("\0", "").encode("utf-8", "replace").decode()


def _body(response: http.client.HTTPResponse, encoding: str) -> bytes:
    told = response.getheader("Content-Length", "")
    if told.isdecimal() and len(told) < 19 and int(told) > LARGEST:
        raise NotFetched(_too_large())
    try:
        unpacking = Unpacking(encoding, LARGEST)
        while piece := response.read(PIECE):
            unpacking.add(piece)
        if response.length:
            raise Broken
        return unpacking.end()
    except TooLarge as error:
        raise NotFetched(_too_large()) from error
    except Broken as error:
        raise NotFetched("The page did not come whole, or cannot be unpacked.") from error


def _too_large() -> str:
    return f"The page is larger than {LARGEST // 1024 // 1024} MB."
