"""
Who stands behind a link. Pure; the public suffix list is read from its package at first use.

An origin is a registrable domain: what one can register below a suffix that the public suffix
list has, in either of its parts (publicsuffix.org; the second part has services that give names
to everybody, such as github.io). A copy in an archive, a cache or a translation has the origin
of the page that it shows, and a redirect that of where it leads, as far as the address says it.

What this cannot see: one organisation with several domains (bbc.co.uk and bbc.com are two here,
as no list says that they are one), users of a platform that tells them apart by the path (one
origin), and one report that many publishers carry. A moderator has to.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from claims.rules.relays import ALSO, HYPHENATED, INSIDE, OPAQUE, QUERIES, RELAYS, REPLAYED

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=4_096)  # a decision asks this of the same links several times
def origin(url: str) -> str | None:
    """
    Return the registrable domain of the page that a link shows; None if it cannot be told.

    That is archive.example for https://www.archive.example/a, in Unicode and small letters.
    None: short links and copies that do not name their page, IP addresses, a suffix by itself
    (co.uk), and what is no host name. Raises nothing, whatever the text.
    """
    page: str | None = url
    while page is not None and (shown := _page_shown(page)) != page:
        page = shown
    return _registrable(host(page)) if page is not None else None


def host(url: str) -> str:
    """
    Return a link's host in one spelling, "" if there is none.

    Browsers take all spellings of a name for the same: capitals, a dot at the end, percent
    signs, wide letters and dots, `xn--`. Letters that older and newer rules for names in other
    scripts treat differently (ß and ss) are taken for the same.
    """
    parts = _split(url)
    name = (parts.hostname if parts else None) or ""
    return ".".join(_label(label) for label in _folded(unquote(name)).rstrip(".").split("."))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace("\u3002", ".")


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return _folded(label[4:].encode("ascii").decode("punycode"))
    except ValueError:
        return label


def _page_shown(url: str) -> str | None:
    """Return the link itself, or the one that it wraps; None if it wraps one that is not told."""
    parts = _split(url)
    if parts is None:
        return None
    name = host(url)
    if any(known.fullmatch(name) for known in RELAYS) and _STEPS.search(parts.path):
        return None
    place = parts.path + (f"?{parts.query}" if parts.query else "")
    for inside in INSIDE:
        if inside.host.fullmatch(name) and (found := inside.form.match(place)):
            return _address(found["page"])
    for query in QUERIES:
        if query.host.fullmatch(name) and query.path.fullmatch(parts.path):
            return _named(parts.query, query.names)
    if found := HYPHENATED.fullmatch(name):
        return _address("-".join(part.replace("-", ".") for part in found["page"].split("--")))
    untold = REPLAYED.match(place) or any(known.fullmatch(name) for known in OPAQUE)
    return None if untold else url


_STEPS = re.compile(r"/\.{1,2}(?=/|$)")
"""Browsers resolve these before they ask, so that a relay is asked for another page."""

_PLAIN = re.compile(r"%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)", re.IGNORECASE)
"""Letters, digits and `-._~` mean the same with a percent sign as without (RFC 3986, 6.2.2.2)."""


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(_PLAIN.sub(lambda found: unquote(found[0]), url.replace("\\", "/")))
    except ValueError:
        return None


def _named(query: str, names: frozenset[str]) -> str | None:
    """Return the one address that a query has under these names; None for none or several."""
    found = {value for name, value in parse_qsl(query) if name in names}
    return _address(found.pop()) if len(found) == 1 else None


_ENCODED = re.compile(r"(?:https?|ftp)%(?:25)*3a", re.IGNORECASE)
_SCHEME = re.compile(r"(?:(?:https?|ftp):)?/*", re.IGNORECASE)


def _address(text: str) -> str:
    """Return an address that stands within another in full, also without scheme or slashes."""
    while _ENCODED.match(text):
        text = unquote(text)
    return "https://" + _SCHEME.sub("", text, count=1)


_NO_NAME = re.compile(r"[\x00-,/:-@\[-^`{-\x7f\s\ud800-\udfff]")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""A last label by which browsers take the whole for an IPv4 address (WHATWG URL, 3.5)."""


def _registrable(name: str) -> str | None:
    if _NO_NAME.search(name) or _NUMBER.fullmatch(name.rpartition(".")[2]):
        return None
    domain = _suffixes().privatesuffix(name)
    return ALSO.get(domain, domain) if domain else None


@cache
def _suffixes() -> "PublicSuffixList":
    """Return the list as the package has it: 4 MB and a tenth of a second, when first asked."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
