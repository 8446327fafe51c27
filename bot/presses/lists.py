"""Buttons of lists of claims."""

import re
from enum import StrEnum
from typing import Annotated

from bot.presses.base import Press, Whose, Wire, press
from claims.records.claims import Rating, Stage
from claims.records.lists import Filter, Order

CURSOR = Wire(r"[A-Za-z0-9_-]{1,19}")
"""Where a page begins: a cursor of the ledger, or `TOP`."""

TOP = "top"
"""The place of a list's top, whatever comes to stand there."""

MOST_WORDS = 40
"""Characters of a filter's words in an id, which has room for 100 with all else."""

_LETTERS = {
    Order.NEWEST: "n",
    Order.CHECK_WORTHINESS: "w",
    Order.ASKED: "a",
    Order.OLDEST_OPEN: "o",
    Order.MATCH: "m",
}
_ORDERS = {letter: order for order, letter in _LETTERS.items()}
ORDER = Wire(f"[{''.join(_ORDERS)}]", _LETTERS.__getitem__, _ORDERS.__getitem__)


class Way(StrEnum):
    """What a list's button does from its place on."""

    UP = "up"
    DOWN = "down"
    SHARE = "share"


@press("list", Whose.EVERYBODY)
class TurnList(Press):
    """
    Turn a list whose filter stands in the button, or share the page that begins there.

    `mine`: only what the person follows.
    """

    way: Way
    start: Annotated[str, CURSOR]
    stage: Stage | None
    rating: Rating | None
    mine: bool
    order: Annotated[Order, ORDER]
    words: Annotated[str, Wire(f".{{0,{MOST_WORDS}}}")]

    def wanted(self, user_id: int) -> Filter:
        """Return the filter of this person's list."""
        return Filter(
            stage=self.stage,
            rating=self.rating,
            words=self.words,
            followed_by=user_id if self.mine else None,
            order=self.order,
        )


WITH_MESSAGE = 0
"""In place of a kept filter's number: the list's filter is kept with the message itself."""


@press("kept", Whose.EVERYBODY)
class TurnKeptList(Press):
    """The same for a list whose filter the ledger keeps, which looks whose it is."""

    way: Way
    start: Annotated[str, CURSOR]
    number: int


def list_press(wanted: Filter, way: Way, start: str | None, kept: int | None = None) -> Press:
    """
    Return what turns or shares a list from a place on; None is its top.

    `kept` is the filter's number in the ledger, for one that does not fit into an id.
    """
    place = start or TOP
    if kept is not None:
        return TurnKeptList(way, place, kept)
    mine = wanted.followed_by is not None
    return TurnList(way, place, wanted.stage, wanted.rating, mine, wanted.order, wanted.words)


def fits_in_button(wanted: Filter) -> bool:
    """Whether an id has room for the filter; otherwise the ledger keeps it."""
    held = Filter(
        stage=wanted.stage,
        rating=wanted.rating,
        words=wanted.words,
        followed_by=wanted.followed_by,
        order=wanted.order,
    )
    return wanted == held and re.fullmatch(f".{{0,{MOST_WORDS}}}", wanted.words) is not None
