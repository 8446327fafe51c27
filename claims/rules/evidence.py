"""
What may stand as evidence, and what it takes for a rating. Pure.

Who stands behind a link is told by `claims.rules.origins`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from claims.records.claims import Evidence, Rating, Stance
from claims.rules.origins import host, origin
from claims.rules.ratings import RATINGS
from claims.visible import is_blank, is_hidden
from claims.wording import phrase
from claims.wording.phrases import Fact, Phrase

NOTE_LIMIT = 300
URL_LIMIT = 500
"""Code points; Discord's own limit for a link button is 512."""

QUOTATION_LIMIT = 1000
"""Code points, as the schema has it: a paragraph."""

EVIDENCE_LIMIT = 10
"""Links per decision."""

EVIDENCE_MOST = 50
"""Pieces that stand on one claim: a card reads them all, and shows about ten."""

ORIGINS_NEEDED = 2
"""Of `verified` and `false`: what agencies ask of themselves before they say either."""


def usual_stance(rating: Rating) -> Stance:
    """Return what evidence does to a claim with this rating unless somebody says otherwise."""
    return RATINGS[rating].stance


def sufficiency(rating: Rating, evidence: Sequence[Evidence], *, strict: bool) -> list[Phrase]:
    """
    Return what the evidence lacks for this rating, as phrases; nothing if it is enough.

    Every rating needs a link. Where the rule is strict, verified and false need two
    independent origins, or one primary source with a note on what it shows; evidence that
    speaks against the rating does not count for it.
    """
    if not evidence:
        return [Phrase("Give at least one link as evidence.")]
    if not strict or is_well_founded(rating, evidence):
        return []
    needed = Phrase(
        "Verified and false need evidence from two independent origins (different organisations),"
        " or one primary source with a note on what it shows. Links that speak against the rating"
        " do not count."
    )
    return [needed, *_why_not_two(_fitting(rating, evidence))]


def is_well_founded(rating: Rating, evidence: Sequence[Evidence]) -> bool:
    """Whether the evidence meets the strict rule; ratings other than yes and no always do."""
    if not RATINGS[rating].needs_origins:
        return True
    fitting = _fitting(rating, evidence)
    if any(item.is_primary and not is_blank(item.note) for item in fitting):
        return True
    return len(_by_origin(fitting).keys() - {None}) >= ORIGINS_NEEDED


def _fitting(rating: Rating, evidence: Sequence[Evidence]) -> list[Evidence]:
    return [item for item in evidence if item.stance is not RATINGS[rating].contradicts]


def _by_origin(evidence: Sequence[Evidence]) -> dict[str | None, list[str]]:
    """Return the links by their origin; None has those of which it cannot be told."""
    links: dict[str | None, list[str]] = {}
    for item in evidence:
        links.setdefault(origin(item.url), []).append(item.url)
    return links


def _why_not_two(evidence: Sequence[Evidence]) -> Iterator[Phrase]:
    """Yield what is to be said of links that look like several origins and are not."""
    for domain, links in _by_origin(evidence).items():
        if domain is None:
            yield Phrase(
                "Who stands behind this cannot be told: {links}. Give the address of the page that"
                " it leads to.",
                links=_some(links),
            )
        elif len(links) > 1:
            yield Phrase("One origin, {domain}: {links}.", domain=domain, links=_some(links))


def _some(links: Sequence[str]) -> Fact:
    """Return the first three of them; the refusal has to fit into a message."""
    shown, more = tuple(map(_shown, links[:3])), len(links) - 3
    if more <= 0:
        return shown
    return Phrase("{links} and {count} more", links=shown, count=more)


@lru_cache(maxsize=4_096)  # a decision asks this of the same links several times
def same_link(url: str) -> str:
    """
    Return the same text for links that lead to the same page: scheme, www and # aside.

    A copy in an archive is another link: it shows what the page said on its day.
    """
    parts = urlsplit(url)
    name = host(url).removeprefix("www.")
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{name}{port}{parts.path.rstrip('/')}{query}"


def opposes(rating: Rating, evidence: Sequence[Evidence]) -> bool:
    """Whether all evidence there is speaks against the rating."""
    against = RATINGS[rating].leans_against
    return bool(evidence) and all(item.stance is against for item in evidence)


def fresh(known: Sequence[Evidence], brought: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return what of the evidence brought is not there yet; each link once."""
    seen = {same_link(item.url) for item in known}
    return tuple(item for item in brought if same_link(item.url) not in seen)


class Renewed(NamedTuple):
    """A piece of evidence that is there, and what a rating that names its link says of it now."""

    was: Evidence
    now: Evidence


def renewed(known: Sequence[Evidence], cited: Sequence[Evidence]) -> tuple[Renewed, ...]:
    """
    Return the pieces of which a rating that names their links again says something else.

    What is left out stays: the note, the words there, that it is the primary source.
    """
    there = {same_link(item.url): item for item in known}
    found = []
    for item in cited:
        was = there.get(same_link(item.url))
        if was is not None:
            now = was.model_copy(
                update={
                    "stance": item.stance,
                    "note": was.note if is_blank(item.note) else item.note,
                    "quotation": was.quotation if is_blank(item.quotation) else item.quotation,
                    "is_primary": item.is_primary or was.is_primary,
                }
            )
            found += [Renewed(was, now)] if now != was else []
    return tuple(found)


def with_cited(known: Sequence[Evidence], cited: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return all evidence as it stands after a rating that names these links."""
    anew = {each.was: each.now for each in renewed(known, cited)}
    return (*(anew.get(item, item) for item in known), *fresh(known, cited))


def bringing_problems(
    known: Sequence[Evidence], brought: Sequence[Evidence], *, citing: bool
) -> list[Phrase]:
    """
    Return what is wrong with bringing this evidence to what a claim has already.

    `citing`: naming a link that is there already is fine; that is how a rating refers to evidence
    that was collected before, and says anew what it does to the claim.
    """
    problems = [problem for item in brought for problem in evidence_problems(item)]
    if problems:
        return problems
    if len(brought) > EVIDENCE_LIMIT:
        problems.append(Phrase("Give at most {most} links at a time.", most=EVIDENCE_LIMIT))
    if len(known) + len(fresh(known, brought)) > EVIDENCE_MOST:
        problems.append(
            Phrase(
                "A claim has room for {most} links. Withdraw what it does not need.",
                most=EVIDENCE_MOST,
            )
        )
    there = {same_link(item.url) for item in known}
    given: set[str] = set()
    for item in brought:
        link = same_link(item.url)
        if link in given:
            problems.append(Phrase("“{link}” is given twice.", link=_shown(item.url)))
        elif link in there and not citing:
            problems.append(
                Phrase(
                    "“{link}” is evidence here already. To say something else of it, withdraw it"
                    " first.",
                    link=_shown(item.url),
                )
            )
        given.add(link)
    return problems


# A link may hold no white space, control, bidirectional, invisible or half character: they
# hide where it leads. Angle brackets, backslashes and backticks would end a Markdown link early.
_UNSAFE_IN_URL = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff<>\\`]"
)
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def is_storable(text: str) -> bool:
    """Whether SQLite keeps the text whole: half characters it refuses, at a zero it stops."""
    return _UNSTORABLE.search(text) is None


def evidence_problems(evidence: Evidence) -> list[Phrase]:
    """Return what is wrong with a piece of evidence, in words for the person who gave it."""
    problems = []
    url, shown = evidence.url, _shown(evidence.url)
    try:
        parts = urlsplit(url)
        host, user, _port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        parts, host, user = urlsplit(""), "", None
    if parts.scheme not in ("http", "https") or not all(host.split(".")) or "." not in host:
        problems.append(
            Phrase("“{link}” is no web address; it has to start with https://.", link=shown)
        )
    elif user is not None or _UNSAFE_IN_URL.search(url):
        problems.append(
            Phrase("“{link}” has characters or a login in it that a link may not have.", link=shown)
        )
    problems += [
        Phrase(too_long, link=shown, most=most)
        for text, (most, too_long) in zip(
            (url, evidence.note, evidence.quotation), _TOO_LONG, strict=True
        )
        if len(text) > most
    ]
    told = (evidence.note, evidence.quotation)
    if not all(map(is_storable, told)) or any(map(is_hidden, told)):
        problems.append(
            Phrase("What is said of “{link}” has characters that are no text.", link=shown)
        )
    return problems


_TOO_LONG = (
    (URL_LIMIT, phrase("The link “{link}” is longer than {most} characters.")),
    (NOTE_LIMIT, phrase("The note on “{link}” is longer than {most} characters.")),
    (QUOTATION_LIMIT, phrase("The quotation of “{link}” is longer than {most} characters.")),
)


_MARKUP = re.compile(rf"[*\[\]|~]|{_UNSAFE_IN_URL.pattern}")
"""What a link has no use for as it stands, and what would be something else in a message."""


def _shown(url: str) -> str:
    """Return the link's beginning, what would be hidden or set off in it percent-encoded."""
    begins = url if len(url) <= 60 else url[:59] + "…"
    return _MARKUP.sub(lambda found: quote(found[0], errors="replace"), begins)
