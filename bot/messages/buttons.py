"""
Buttons and what their `custom_id` says. Pure: `presses` answers when one is pressed.

The id holds all that the answer needs, so that a button works after any restart.
"""

import re
from datetime import datetime

import discord

from bot.messages import ui
from claims.records.cards import Card
from claims.records.decisions import Action
from claims.records.lists import Filter, Order
from claims.rules import workflow
from claims.rules.identity import Person
from claims.wording import phrase, say

CLAIM_ID = r"claim:(?P<verb>[a-z]{1,10}):(?P<number>\d{1,18}):(?P<detail>\d{1,18})"
LIST_ID = (
    r"list:(?P<way>up|down|share):(?P<start>[\w-]{1,19}):(?P<stage>[a-z]*):(?P<rating>[a-z_]*)"
    r":(?P<mine>[01])(?P<order>[nwaom]):(?P<words>.{0,40})"
)

KEPT_LIST_ID = r"kept:(?P<way>up|down|share):(?P<start>[\w-]{1,19}):(?P<number>\d{1,18})"

FORM = r"(?P<verb>[a-z]{1,10}):(?P<number>\d{1,18}):(?P<detail>\d{1,18})"
AGAIN_ID = rf"again:{FORM}:(?P<key>[0-9a-f]{{8}})"
HELP_ID = r"help:(?P<topic>[a-z]{1,32})"

THING_ID = (
    r"(?P<what>draft|article|source|stats|ask|queue|report|welcome):(?P<verb>[a-z]{1,10})"
    r":(?P<number>\d{1,18}):(?P<detail>\d{1,18})"
)

LABELS: dict[str, tuple[str, discord.ButtonStyle]] = {
    "show": (phrase("Open"), discord.ButtonStyle.secondary),
    "share": (phrase("Share"), discord.ButtonStyle.secondary),
    "sharepast": (phrase("Share"), discord.ButtonStyle.secondary),
    "sharetext": (phrase("Share"), discord.ButtonStyle.secondary),
    "context": (phrase("In context"), discord.ButtonStyle.secondary),
    "ask": (phrase("Ask for a check"), discord.ButtonStyle.secondary),
    "history": (phrase("History"), discord.ButtonStyle.secondary),
    "object": (phrase("Object"), discord.ButtonStyle.secondary),
    "follow": (phrase("Follow"), discord.ButtonStyle.secondary),
    "unfollow": (phrase("Unfollow"), discord.ButtonStyle.secondary),
    "verify": (phrase("Verify"), discord.ButtonStyle.success),
    "undo": (phrase("Undo"), discord.ButtonStyle.danger),
    **{
        action.value: (move.label, discord.ButtonStyle.primary)
        for action, move in workflow.MOVES.items()
    },
}


def claim_button(verb: str, number: int, detail: int = 0, *, label: str | None = None) -> ui.Button:
    """
    Return a button that does one thing with one claim.

    `detail` is the claim's version that the person sees for decisions, the event from which a
    history goes on, the appearance whose context it is, and 0 where there is nothing more to say.
    """
    usual, style = LABELS[verb]
    custom_id = f"claim:{verb}:{number}:{detail}"
    return ui.Button(label=label or say(usual), style=style, custom_id=custom_id)


def thing_button(
    what: str,
    verb: str,
    number: int,
    detail: int = 0,
    *,
    label: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> ui.Button:
    """Return a button that does one thing with something other than a claim, or turns its page."""
    custom_id = f"{what}:{verb}:{number}:{detail}"
    return ui.Button(label=label, style=style, custom_id=custom_id, disabled=disabled)


def again_button(verb: str, number: int, detail: int, key: str) -> ui.Button:
    """Return a button that opens a refused form again; `key` finds what was typed."""
    return ui.Button(
        label=say("Try again"),
        style=discord.ButtonStyle.primary,
        custom_id=f"again:{verb}:{number}:{detail}:{key}",
    )


def help_button(topic: str, *, label: str, disabled: bool) -> ui.Button:
    """Return a button that turns to a page of the help."""
    return ui.Button(label=label, custom_id=f"help:{topic}", disabled=disabled)


def article_button(article_id: int, *, label: str = "") -> ui.Button:
    """Return a button that shows an article's claims from the first on."""
    return thing_button("article", "show", article_id, label=label or say("Open article"))


ORDERS = {
    "n": Order.NEWEST,
    "w": Order.CHECK_WORTHINESS,
    "a": Order.ASKED,
    "o": Order.OLDEST_OPEN,
    "m": Order.MATCH,
}
"""The letter that stands for each order in a button's id."""
LETTERS = {order: letter for letter, order in ORDERS.items()}


def fits_in_button(wanted: Filter) -> bool:
    """Whether a button's id has room for the filter; otherwise the ledger keeps it."""
    held = Filter(
        stage=wanted.stage,
        rating=wanted.rating,
        words=wanted.words,
        followed_by=wanted.followed_by,
        order=wanted.order,
    )
    return wanted == held and re.fullmatch(r".{0,40}", wanted.words) is not None


TOP = "top"
"""The place of a list's top in a button's id, whatever comes to stand there."""


def list_button(
    label: str, wanted: Filter, start: str, *, way: str, kept: int | None = None
) -> ui.Button:
    """
    Return a button that turns a list's page, up or down from `start`, or shares it.

    `kept` is the filter's number in the ledger, where an id has no room for the filter.
    """
    if kept is not None:
        return ui.Button(label=label, custom_id=f"kept:{way}:{start}:{kept}")
    mine = int(wanted.followed_by is not None)
    return ui.Button(
        label=label,
        custom_id=f"list:{way}:{start}:{wanted.stage or ''}:{wanted.rating or ''}"
        f":{mine}{LETTERS[wanted.order]}:{wanted.words}",
    )


def moderator_buttons(card: Card, person: Person, now: datetime) -> list[ui.Button]:
    """Return what this moderator may do now, with undo where there is something to undo."""
    claim = card.claim
    verbs: list[str] = []
    for move in workflow.moves_of(person, claim.standing):
        if move.action is Action.RATE and claim.standing.published is None:
            verbs.append("verify")
        verbs.append(move.action.value)
    if workflow.may_undo(card.last, now):
        verbs.append("undo")
    return [claim_button(verb, claim.number, claim.version) for verb in verbs]
