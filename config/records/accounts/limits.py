"""Limits: how often somebody may try something, counted in the database for all processes."""

import hashlib
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from config.records.accounts.models import Tally

MINUTES = 60


@dataclass(frozen=True)
class Limit:
    """So many in so many seconds; `most` of 0 is no limit."""

    name: str
    most: int
    seconds: int


@dataclass(frozen=True)
class Count:
    """How somebody stands with a limit."""

    limit: Limit
    count: int
    seconds_left: int

    @property
    def is_too_much(self) -> bool:
        return self.count > self.limit.most

    @property
    def left(self) -> int:
        return max(0, self.limit.most - self.count)


# A stranger shuts nobody out but the address that the stranger comes from, and not for long.
PASSWORDS = Limit("passwords of one account from one address", 5, 15 * MINUTES)
PASSWORDS_FROM = Limit("passwords from one address", 60, 15 * MINUTES)
# Whoever gets here knows the password. Three codes of a million are right at a
# time: at eight in a quarter of an hour one is found within a year, at forty a day in twenty.
CODES = Limit("codes of one account", 8, 15 * MINUTES)
CODES_A_DAY = Limit("codes of one account in a day", 40, 24 * 60 * MINUTES)


def take(limit: Limit, *who: str) -> Count:
    """Count one more try. The first that is too much is counted as well, and so on."""
    return Count(limit, *Tally.objects.add(_key(limit, *who), limit.seconds))


def forget(limit: Limit, *who: str) -> None:
    """Begin anew, because it went well."""
    Tally.objects.filter(key=_key(limit, *who)).delete()


def _key(limit: Limit, *who: str) -> str:
    told = "\0".join([limit.name, str(limit.seconds), *who])
    return salted_hmac("tizim.tally", told, algorithm="sha256").hexdigest()


def visitor(request) -> str:
    """Who asks, as a hash that is another tomorrow: the address itself is written nowhere."""
    day = timezone.now().date().isoformat()
    return salted_hmac(f"tizim.visitor.{day}", _network(_address(request))).hexdigest()


def _address(request) -> str:
    """The address as the outermost web server of ours saw it."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if settings.PROXIES and len(told) >= settings.PROXIES and told[-settings.PROXIES].strip():
        return told[-settings.PROXIES].strip()
    return request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str:
    """One household of IPv6 has many addresses, and counts as one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return hashlib.sha256(address.encode()).hexdigest()
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))
