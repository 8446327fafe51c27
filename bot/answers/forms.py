"""
Modals, as Discord has forms. Each one's id is its form's, by which `presses` answers who sends it.

Nothing of a form is kept in memory: two people may have the same one open, and it may be sent
after the bot was restarted.
"""

from collections.abc import Mapping
from typing import TypeVar

import discord
from discord import ui

from bot.messages.harmless import harmless, plain
from bot.presses.base import Form
from bot.refused_forms import Typed
from claims.errors import RefusedError
from claims.records.claims import Evidence, Rating, Stance, TrackedClaim
from claims.records.decisions import Act, Action
from claims.rules import terms, workflow
from claims.rules.evidence import usual_stance
from claims.rules.ratings import RATINGS
from claims.wording import phrase, say

REPORTS, PRIMARY = "reports", "primary"
ORIGINS = {REPORTS: phrase("Reports by others"), PRIMARY: phrase("The primary source itself")}
"""What links may be; a primary source is itself what a claim is about: the register, the law."""


def read_links(text: str, stance: Stance, *, primary: bool = False) -> tuple[Evidence, ...]:
    """
    Read links, each with a note after it if there is one.

    A link begins a line, or follows another link: an option of a command has one line only.
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        url, _, rest = line.partition(" ")
        while rest.lstrip().startswith(("https://", "http://")):
            found.append(Evidence(url=url.rstrip(",;"), stance=stance, is_primary=primary))
            url, _, rest = rest.lstrip().partition(" ")
        found.append(Evidence(url=url, stance=stance, note=rest.strip(), is_primary=primary))
    return tuple(found)


class Modal(ui.Modal):
    """A modal that nobody waits for: its id says which form it is, and what it is about."""

    def __init__(self, title: str, form: Form) -> None:
        super().__init__(title=plain(title, 45), custom_id=form.custom_id)
        self.stop()

    def field(
        self,
        name: str,
        label: str,
        *,
        help_: str = "",
        value: str = "",
        most: int,
        required: bool = True,
        long: bool = True,
        placeholder: str = "",
    ) -> None:
        """Add a field for text; `name` is what it is sent under."""
        style = discord.TextStyle.paragraph if long else discord.TextStyle.short
        field: ui.TextInput[Modal] = ui.TextInput(
            custom_id=name,
            style=style,
            required=required,
            max_length=most,
            default=value[:most] or None,
            placeholder=placeholder or None,
        )
        description = plain(help_, 100) or None
        self.add_item(ui.Label(text=label, description=description, component=field))

    def choice(
        self,
        name: str,
        label: str,
        options: Mapping[str, str],
        *,
        help_: str,
        chosen: str,
        required: bool = True,
    ) -> None:
        """Add a field for one of some values, each with its words."""
        select: ui.Select[Modal] = ui.Select(
            custom_id=name,
            required=required,
            min_values=int(required),
            options=[
                discord.SelectOption(label=say(words), value=value, default=value == chosen)
                for value, words in options.items()
            ],
        )
        self.add_item(ui.Label(text=label, description=plain(help_, 100), component=select))


class RateModal(Modal):
    """Rating, reason and evidence, filled in with what is known."""

    def __init__(self, claim: TrackedClaim, form: Form, typed: Typed) -> None:
        super().__init__(say("Rate #{number}", number=claim.number), form)
        self.choice(
            "rating",
            say("Rating"),
            {rating.value: row.words for rating, row in RATINGS.items()},
            help_=claim.text,
            chosen=typed.get("rating", ""),
        )
        self.field(
            "reason", say("Reason"), value=typed.get("reason", ""), most=workflow.REASON_LIMIT
        )
        self.field(
            "links",
            say("Evidence"),
            help_=say(
                "One link a line, a note after it. Name one that is here to say anew what it does."
            ),
            value=typed.get("links", ""),
            most=4000,
            required=False,
            placeholder=say("https://… what it shows"),
        )
        self.choice(
            "origin",
            say("The links are"),
            ORIGINS,
            help_=say("Verified and false need two origins, or a primary source with a note."),
            chosen=typed.get("origin", REPORTS),
            required=False,
        )
        self.choice(
            "stance",
            say("What they do to the claim"),
            {stance.value: words for stance, words in terms.STANCE_WORDS.items()},
            help_=say(
                "If left out: support it if (mostly) true, refute it if misleading or false."
            ),
            chosen=typed.get("stance", ""),
            required=False,
        )


Chosen = TypeVar("Chosen", Rating, Stance)


def _one(of: type[Chosen], value: str | None) -> Chosen | None:
    """Return what was chosen, if anything was. Raises RefusedError for what is no choice."""
    if not value:
        return None
    if value not in {each.value for each in of}:
        raise RefusedError(say("“{value}” is none of the choices.", value=harmless(value, 40)))
    return of(value)


def rating_in(typed: Typed, actor: int, seen: int) -> Act:
    """Return the rating that a form asks for. Raises RefusedError for a choice that is none."""
    rating = _one(Rating, typed.get("rating"))
    usual = usual_stance(rating) if rating else Stance.CONTEXT
    stance = _one(Stance, typed.get("stance")) or usual
    primary = typed.get("origin") == PRIMARY
    return Act(
        action=Action.RATE,
        actor=actor,
        seen=seen,
        rating=rating,
        reason=typed.get("reason", "").strip(),
        evidence=read_links(typed.get("links", ""), stance, primary=primary),
    )


class ReasonModal(Modal):
    """A reason, for something that needs one and nothing more."""

    def __init__(self, title: str, form: Form, *, help_: str, typed: Typed) -> None:
        super().__init__(title, form)
        self.field(
            "reason",
            say("Reason"),
            help_=help_,
            value=typed.get("reason", ""),
            most=workflow.REASON_LIMIT,
        )
