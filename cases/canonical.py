"""One address for one article: however it was shared, followed or read on a telephone (pure)."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

# Parameters that say where a reader came from, not what is read.
TRACKING = re.compile(
    r"utm_.*|at_.*|ns_.*|wt\.?mc.*|guc.*|hsa_.*|pk_.*|mtm_.*|matomo_.*|fb_.*|mc_[ce]id|mkt_tok"
    r"|fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|yclid|ysclid|twclid|ttclid|igsh(id)?|li_fat_id"
    r"|_ga|_gl|_openstat|_hs(enc|mi)|hss_channel|ref(_src|_url|errer)?|s_cid|smid|smtyp|ncid|ito|spm"
    r"|cmp(id)?|xtor|trk|share|shared|feature|__twitter_impression|amp|outputtype",
    re.IGNORECASE,
)
# Hosts of one site: the same page for telephones, for AMP, or before it was let out.
OTHER_HOSTS = {"www", "m", "mobile", "amp", "test", "staging", "stage", "dev", "preview"}
MOBILE = {"m", "mobile"}
# Second parts under which names are given out, as in co.uk and com.tr.
SHARED = {"co", "com", "org", "net", "gov", "gob", "edu", "ac", "or", "ne", "go", "mil", "info"}
AMP_CACHE = re.compile(r"(?:.*\.)?cdn\.ampproject\.org|(?:www\.)?google\.[a-z.]+")
CACHED = re.compile(r"/(?:amp|[civ](?:/[civ])?)/(s/)?(?P<page>[^/]+\.[^/]+/.*)")
PORTS = {"http": 80, "https": 443}
SAFE = "/:@!$&'()*+,;=~-._"


def canonical(address: str, stated: str = "") -> str:
    """The address that all addresses of an article fold to; empty if it is no web address.

    stated: what the page says of itself in rel=canonical; believed if it is of the same site, and
    does not send every page to the front page.
    """
    own = _folded(address)
    said = _joined(address, stated.strip()) if own and stated.strip() else ""
    if said and _site(said) == _site(own) and (urlsplit(said).path or not urlsplit(own).path):
        return said
    return own


def _joined(address: str, stated: str) -> str:
    try:
        return _folded(urljoin(address, stated))
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """The host of an address without what folds away."""
    return urlsplit(canonical(address)).hostname or ""


def _folded(address: str) -> str:
    parts = _split(address)
    if parts is None:
        return ""
    cached = CACHED.fullmatch(parts.path)
    if cached and AMP_CACHE.fullmatch(parts.hostname):
        inner = f"https://{cached['page']}"
        return _folded(f"{inner}?{parts.query}" if parts.query else inner)
    host, port = _host(parts.hostname), _port(parts)
    query = _query(parts.query)
    return f"https://{host}{port}{_path(parts.path)}{'?' if query else ''}{query}"


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address.strip())
        is_web = parts.scheme.lower() in PORTS and bool(parts.hostname)
        return parts if is_web and parts.port != 0 else None
    except ValueError:
        return None


def _port(parts: SplitResult) -> str:
    is_usual = parts.port in (None, PORTS[parts.scheme.lower()])
    return "" if is_usual else f":{parts.port}"


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    labels = _ascii(host.lower().rstrip(".")).split(".")
    while labels[0] in OTHER_HOSTS and _is_site(labels[1:]):
        labels = labels[1:]
    # en.m.wikipedia.org
    if len(labels) > 3 and labels[1] in MOBILE and _is_site(labels[2:]):
        labels = [labels[0], *labels[2:]]
    return ".".join(labels)


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _is_site(labels: list[str]) -> bool:
    """Whether these labels name a site, and not what names are given out under: com.tr is none."""
    under_shared = len(labels) == 2 and labels[0] in SHARED and len(labels[1]) == 2
    return len(labels) >= 2 and not under_shared


def _site(address: str) -> str:
    labels = (urlsplit(address).hostname or "").split(".")
    return ".".join(labels[-2:] if _is_site(labels[-2:]) else labels[-3:])


def _path(path: str) -> str:
    segments = [part for part in path.split("/") if part and part.lower() != "amp"]
    if segments and re.fullmatch(r"(index|default)\.(html?|php|aspx?)", segments[-1].lower()):
        segments.pop()
    if segments:
        segments[-1] = re.sub(r"\.amp(?=\.html?$|$)", "", segments[-1])
    return "".join(f"/{quote(unquote(part, errors='replace'), SAFE)}" for part in segments if part)


def _query(query: str) -> str:
    told = parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=None)
    return urlencode(sorted((name, value) for name, value in told if not TRACKING.fullmatch(name)))
