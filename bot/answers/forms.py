"""Modals. A refusal offers the form again with everything that was typed."""

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.errors import answered, report
from bot.interaction import Interaction
from bot.messages.harmless import plain
from bot.translation import speak_to
from claims import workflow
from claims.errors import RefusedError, StaleError
from claims.records import Act, Action, Evidence, Rating, Stance, TrackedClaim
from claims.wording import phrase, say

RETRY_SECONDS = 840
"""An ephemeral answer can be used for 15 minutes; the offer to try again ends a minute before."""

Decide = Callable[[Interaction, int, Act], Awaitable[None]]
"""What a form does with the act that it was filled in for."""

STANCES = {
    Rating.VERIFIED: Stance.SUPPORTS,
    Rating.MOSTLY_TRUE: Stance.SUPPORTS,
    Rating.MISLEADING: Stance.REFUTES,
    Rating.FALSE: Stance.REFUTES,
}
"""What evidence does to a claim with this rating; with the others it gives context."""


PRIMARY = "primary"
ORIGINS = {"reports": phrase("Reports by others"), PRIMARY: phrase("The primary source itself")}
"""What links may be; a primary source is itself what a claim is about: the register, the law."""


def read_links(text: str, rating: Rating | None, *, primary: bool = False) -> tuple[Evidence, ...]:
    """Read one link a line, each with a note after it if there is one."""
    stance = STANCES.get(rating, Stance.CONTEXT) if rating else Stance.CONTEXT
    found = []
    for line in text.splitlines():
        url, _, note = line.strip().partition(" ")
        if url:
            piece = Evidence(url=url, stance=stance, note=note.strip(), is_primary=primary)
            found.append(piece)
    return tuple(found)


class Form(ui.Modal):
    """A modal that speaks the language of who sends it, and whose errors end in an answer."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:  # type: ignore[override]
        speak_to(interaction)
        return True

    async def on_error(self, interaction: Interaction, error: Exception, /) -> None:  # type: ignore[override]
        await report(interaction, error)


class RateForm(Form):
    """Rating, reason and evidence, filled in with what is known."""

    def __init__(
        self,
        claim: TrackedClaim,
        decide: Decide,
        *,
        seen: int,
        rating: Rating | None = None,
        reason: str = "",
        links: str = "",
        primary: bool = False,
    ) -> None:
        super().__init__(title=say("Rate #{number}", number=claim.number))
        self.claim = claim
        self.decide = decide
        self.seen = seen
        self.rating: ui.Select[RateForm] = ui.Select(
            options=[
                discord.SelectOption(label=say(words), value=value, default=value is rating)
                for value, words in workflow.RATING_WORDS.items()
            ]
        )
        self.reason: ui.TextInput[RateForm] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            max_length=workflow.REASON_LIMIT,
            default=reason or None,
        )
        self.links: ui.TextInput[RateForm] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=4000,
            default=links or None,
            placeholder=say("https://… what it shows"),
        )
        self.origin: ui.Select[RateForm] = ui.Select(
            required=False,
            options=[
                discord.SelectOption(
                    label=say(words), value=value, default=(value == PRIMARY) is primary
                )
                for value, words in ORIGINS.items()
            ],
        )
        self.add_item(
            ui.Label(text=say("Rating"), description=plain(claim.text, 100), component=self.rating)
        )
        self.add_item(ui.Label(text=say("Reason"), component=self.reason))
        self.add_item(
            ui.Label(
                text=say("Evidence"),
                description=say("One link a line; a note may follow it."),
                component=self.links,
            )
        )
        rule = say("Verified and false need two origins, or a primary source with a note.")
        self.add_item(ui.Label(text=say("The links are"), description=rule, component=self.origin))

    async def on_submit(self, interaction: Interaction) -> None:  # type: ignore[override]
        rating = Rating(self.rating.values[0]) if self.rating.values else None
        primary = PRIMARY in self.origin.values
        act = Act(
            action=Action.RATE,
            actor=interaction.user.id,
            seen=self.seen,
            rating=rating,
            reason=self.reason.value.strip(),
            evidence=read_links(self.links.value, rating, primary=primary),
        )
        try:
            await self.decide(interaction, self.claim.number, act)
        except StaleError:
            raise
        except RefusedError as refused:
            again = RateForm(
                self.claim,
                self.decide,
                seen=self.seen,
                rating=rating,
                reason=self.reason.value,
                links=self.links.value,
                primary=primary,
            )
            await interaction.response.send_message(
                view=TryAgain(str(refused), again), ephemeral=True
            )


class ReasonForm(Form):
    """A reason, for something that needs one and nothing more."""

    def __init__(
        self, title: str, help_: str, submit: Callable[[Interaction, str], Awaitable[None]]
    ) -> None:
        super().__init__(title=plain(title, 45))
        self.submit = submit
        self.reason: ui.TextInput[ReasonForm] = ui.TextInput(
            style=discord.TextStyle.paragraph, max_length=workflow.REASON_LIMIT
        )
        self.add_item(
            ui.Label(text=say("Reason"), description=plain(help_, 100), component=self.reason)
        )

    async def on_submit(self, interaction: Interaction) -> None:  # type: ignore[override]
        await self.submit(interaction, self.reason.value.strip())


class _AgainButton(ui.Button["TryAgain"]):
    def __init__(self, form: ui.Modal) -> None:
        super().__init__(label=say("Try again"), style=discord.ButtonStyle.primary)
        self.form = form

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(interaction, interaction.response.send_modal(self.form))


class TryAgain(ui.LayoutView):
    """What was wrong, and a button that opens the form again as it was."""

    def __init__(self, problem: str, form: ui.Modal) -> None:
        super().__init__(timeout=RETRY_SECONDS)
        self.add_item(ui.TextDisplay(problem))
        self.add_item(ui.ActionRow(_AgainButton(form)))
