"""A desk in plain memory: what the stateful test holds the ledger against. No SQL, no table."""

from collections.abc import Collection, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypedDict, TypeVar, Unpack

from claims.records.claims import Evidence, Stance

LINKS = {
    "register": Evidence(
        url="https://register.example/1", stance=Stance.CONTEXT, note="p. 1", is_primary=True
    ),
    "paper": Evidence(url="https://paper.example/a", stance=Stance.CONTEXT),
    "paper again": Evidence(url="https://www.paper.example/b", stance=Stance.CONTEXT),
    "agency": Evidence(url="https://agency.example/c", stance=Stance.CONTEXT),
}
SOURCES = {
    "Ida Lund": "Ida Lund",
    "Mayor Lund": "Ida Lund",
    "ida lund": "Ida Lund",
    "Port of Norvik": "Port of Norvik",
    "": "unnamed",
}
"""Whom each name means: at first only Ida Lund is known."""

SITES = {"register": 1, "paper": 2, "paper again": 2, "agency": 3}


T = TypeVar("T")
Links = dict[str, int | None]


class NoError(Exception):
    """The desk says no."""


def needs(condition: bool) -> None:
    if not condition:
        raise NoError


def there(thing: T | None) -> T:
    """Return it; where there is nothing, the desk says no."""
    if thing is None:
        raise NoError
    return thing


class Given(TypedDict, total=False):
    """What the actions ask for, by the keywords of the methods that do them."""

    rating: str
    links: Collection[str]
    link: str
    text: str | None
    source: str | None
    add: frozenset[str]
    remove: frozenset[str]
    on: date | None
    into: int


class Last(NamedTuple):
    """What happened to a claim last: what it was before, and which other claim took part."""

    action: str
    at: datetime
    before: "Claim | None" = None
    other: int | None = None


@dataclass
class Claim:
    """One claim. `links` says for whom each link was brought; `last` what undo would do."""

    text: str
    source: str
    stage: str = "open"
    rating: str | None = None
    assignee: int | None = None
    until: datetime | None = None
    proposal: str | None = None
    tags: frozenset[str] = frozenset()
    links: Links = field(default_factory=dict)
    into: int | None = None
    recheck: date | None = None
    version: int = 1
    last: Last | None = None

    @property
    def published(self) -> str | None:
        return self.rating if self.stage in ("rated", "disputed", "review") else None


def founded(rating: str | None, links: Collection[str]) -> bool:
    """Whether links carry a rating: any for "mixed", a primary one or two sites for "false"."""
    if rating is None:
        return True
    if rating == "mixed":
        return bool(links)
    return "register" in links or len({SITES[link] for link in links}) >= 2


class Desk:
    """All claims of a server, and what may be done to them."""

    def __init__(self, texts: Iterable[str], source: str, now: datetime) -> None:
        self.now = now
        self.two_person = False
        self.claims = {n: Claim(text, source) for n, text in enumerate(texts, start=1)}

    def absorbed(self, number: int) -> list[int]:
        return [n for n, claim in self.claims.items() if claim.into == number]

    def _happened(self, claim: Claim, before: Claim, action: str, other: int | None = None) -> None:
        claim.version += 1
        claim.last = Last(action, self.now, before, other)

    def act(self, number: int, action: str, actor: int, **given: Unpack[Given]) -> None:
        """Do it, or raise NoError and change nothing."""
        claim = self.claims[number]
        needs(claim.into is None or action == "unmerge")
        if action == "merge":
            self._join(number, given["into"])
        elif action == "unmerge":
            needs(claim.into is not None)
            self._part(number)
        else:
            before = deepcopy(claim)
            getattr(self, "_" + action)(claim, actor, **given)
            self._happened(claim, before, action)

    def _take(self, claim: Claim, actor: int) -> None:
        needs(claim.stage == "open")
        claim.stage, claim.assignee = "checking", actor
        claim.until = self.now + timedelta(hours=48)

    def _release(self, claim: Claim, actor: int | None) -> None:
        needs(claim.stage == "checking")
        claim.stage, claim.assignee, claim.until = "open", None, None

    def _rate(self, claim: Claim, actor: int, rating: str, links: Collection[str]) -> None:
        needs(claim.stage != "dropped")
        together = claim.links | {link: None for link in links if link not in claim.links}
        needs(founded(rating, together))
        if claim.stage == "review":
            needs(actor != claim.assignee)
        claim.links = together
        if claim.stage != "review" and self.two_person:
            claim.stage, claim.assignee, claim.until = "review", actor, None
            claim.proposal = rating
        elif claim.stage == "review" and claim.proposal != rating:
            claim.stage = "disputed" if claim.rating else "checking"
            claim.assignee = None if claim.rating else actor
            claim.until = None if claim.rating else self.now + timedelta(hours=48)
        else:
            claim.stage, claim.rating = "rated", rating
            claim.assignee = claim.until = None
            if claim.recheck and claim.recheck <= self.now.date():
                claim.recheck = None

    def _dispute(self, claim: Claim, actor: int) -> None:
        needs(claim.stage == "rated")
        claim.stage = "disputed"

    def _reopen(self, claim: Claim, actor: int) -> None:
        needs(claim.stage in ("review", "rated", "disputed", "dropped"))
        claim.stage, claim.rating, claim.assignee = "open", None, None

    def _drop(self, claim: Claim, actor: int) -> None:
        needs(claim.stage != "dropped")
        claim.stage, claim.assignee, claim.until, claim.recheck = "dropped", None, None, None

    def _evidence(self, claim: Claim, actor: int, links: Collection[str]) -> None:
        needs(bool(links) and not set(links) & set(claim.links))
        claim.links = claim.links | dict.fromkeys(links)

    def _withdraw(self, claim: Claim, actor: int, link: str) -> None:
        needs(link in claim.links)
        left = {key: owner for key, owner in claim.links.items() if key != link}
        needs(founded(claim.published, left))
        claim.links = left

    def _edit(self, claim: Claim, actor: int, text: str | None, source: str | None) -> None:
        needs(claim.stage in ("open", "checking", "dropped"))
        after = (text or claim.text, claim.source if source is None else SOURCES[source])
        needs(all((other.text, other.source) != after for other in self.claims.values()))
        claim.text, claim.source = after

    def _tag(self, claim: Claim, actor: int, add: frozenset[str], remove: frozenset[str]) -> None:
        needs(not add & remove)
        after = (claim.tags | add) - remove
        needs(after != claim.tags)
        claim.tags = after

    def _recheck(self, claim: Claim, actor: int, on: date | None) -> None:
        needs(claim.stage != "dropped")
        needs(on != claim.recheck and (on is None or on > self.now.date()))
        claim.recheck = on

    def _may_join(self, number: int, into: int) -> None:
        claim, other = self.claims[number], self.claims[into]
        needs(number != into and other.into is None and not self.absorbed(number))
        needs(other.stage != "dropped")
        needs(claim.published is None or claim.published == other.published)

    def _join(self, number: int, into: int) -> None:
        claim, other = self.claims[number], self.claims[into]
        needs(claim.stage in ("open", "checking", "rated", "disputed"))
        self._may_join(number, into)
        before, others = deepcopy(claim), deepcopy(other)
        if claim.stage == "checking":
            self._release(claim, None)
        self._lend(number, into)
        self._happened(claim, before, "merge")
        self._happened(other, others, "absorb", number)

    def _lend(self, number: int, into: int) -> None:
        claim, other = self.claims[number], self.claims[into]
        lent: Links = {link: number for link in claim.links if link not in other.links}
        claim.links = {link: owner for link, owner in claim.links.items() if link not in lent}
        other.links = other.links | lent
        claim.into = into

    def _part(self, number: int, restored: Claim | None = None) -> None:
        claim = self.claims[number]
        other = self.claims[there(claim.into)]
        staying = {link: owner for link, owner in other.links.items() if owner != number}
        needs(founded(other.published, staying))
        before, others = deepcopy(claim), deepcopy(other)
        claim.links = claim.links | {
            link: None for link, owner in other.links.items() if owner == number
        }
        other.links = staying
        if restored is not None:
            claim.stage, claim.assignee, claim.until = (
                restored.stage,
                restored.assignee,
                restored.until,
            )
        claim.into = None
        if not founded(claim.published, claim.links):
            claim.stage, claim.rating, claim.assignee = "open", None, None
        self._happened(claim, before, "unmerge")
        self._happened(other, others, "release of", number)

    def undo(self, number: int) -> None:
        """Undo the last event of a claim, or raise NoError and change nothing."""
        claim = self.claims[number]
        action, at, before, other = there(claim.last)
        needs(action != "undo" and self._lately(at))
        if action in ("merge", "absorb", "unmerge", "release of"):
            self._undo_merge(number, number if other is None else other)
        else:
            version = claim.version
            self.claims[number] = deepcopy(there(before))
            self.claims[number].version = version + 1
            self.claims[number].last = Last("undo", self.now)

    def _undo_merge(self, number: int, merged: int) -> None:
        claim = self.claims[merged]
        last = there(claim.last)
        needs(last.action != "undo")
        needs(self._lately(last.at))
        before = there(last.before)
        into = there(claim.into or before.into)
        needs(number in (merged, into))
        other = self.claims[into]
        mirrored = other.last is not None and other.last.other == merged
        if claim.into is not None:
            self._part(merged, restored=before)
        else:
            self._may_join(merged, into)
            was, others = deepcopy(claim), deepcopy(other)
            self._lend(merged, into)
            self._happened(claim, was, "merge")
            self._happened(other, others, "absorb", merged)
        claim.last = Last("undo", self.now)
        if mirrored:
            other.last = Last("undo", self.now)

    def _lately(self, at: datetime) -> bool:
        """Whether it can be undone: a quarter of an hour ago at most, and not ahead of now."""
        return -timedelta(minutes=2) <= self.now - at <= timedelta(minutes=15)

    def free_expired(self) -> None:
        """Open what was taken and not decided in time; nobody has two days before them and more."""
        for claim in self.claims.values():
            if claim.stage != "checking":
                continue
            assert claim.until is not None
            before, most = deepcopy(claim), self.now + timedelta(hours=48)
            if claim.until <= self.now:
                self._release(claim, None)
                self._happened(claim, before, "release")
            elif claim.until > most + timedelta(minutes=2):
                claim.until = most
                self._happened(claim, before, "take")
