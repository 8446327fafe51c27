"""/review: what moderators decide. Each action checks again that the person is one."""

from discord import app_commands

from bot.answers import decisions, queue
from bot.commands.claim_lists import RATING_CHOICES
from bot.commands.groups import review
from bot.commands.options import Number, suggest_claims
from bot.interaction import Interaction
from claims.records.claims import Rating, Stance
from claims.records.decisions import Act, Action
from claims.rules import terms, workflow

Reason = app_commands.Range[str, 1, workflow.REASON_LIMIT]
Link = app_commands.Range[str, 1, 1000]
"""A web address, and a note after it."""

STANCES = [
    app_commands.Choice(name=words, value=stance.value)
    for stance, words in terms.STANCE_WORDS.items()
]


@review.command(name="queue")
async def queue_(interaction: Interaction) -> None:
    """Show what waits: your own claims, then what is most asked for and most check-worthy."""
    await queue.show(interaction)


@review.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    evidence="A link, a note may follow it; leave it out to get a form with room for more",
    reason="Why the evidence verifies the claim",
    primary="The link is the primary source itself; write a note after it, as: https://… note",
)
@app_commands.autocomplete(number=suggest_claims)
async def verify(
    interaction: Interaction,
    number: Number,
    evidence: Link = "",
    reason: Reason = "",
    primary: bool = False,
) -> None:
    """Mark a claim as verified, with evidence."""
    await decisions.rate(
        interaction, number, Rating.VERIFIED, reason=reason, links=evidence, primary=primary
    )


@review.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    rating="What the check found",
    evidence="A link, a note may follow it; leave it out to get a form with room for more",
    reason="Why the evidence leads to this rating",
    primary="The link is the primary source itself; write a note after it, as: https://… note",
    stance="What the link does to the claim; what goes with the rating if left out",
)
@app_commands.choices(rating=RATING_CHOICES, stance=STANCES)
@app_commands.autocomplete(number=suggest_claims)
async def rate(
    interaction: Interaction,
    number: Number,
    rating: app_commands.Choice[str],
    evidence: Link = "",
    reason: Reason = "",
    primary: bool = False,
    stance: app_commands.Choice[str] | None = None,
) -> None:
    """Rate a claim, or correct its rating, with a reason and evidence."""
    await decisions.rate(
        interaction,
        number,
        Rating(rating.value),
        reason=reason,
        links=evidence,
        primary=primary,
        stance=Stance(stance.value) if stance else None,
    )


@review.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def take(interaction: Interaction, number: Number) -> None:
    """Say that you are checking a claim; it frees itself after 48 hours."""
    await decisions.decide(interaction, number, Act(action=Action.TAKE, actor=interaction.user.id))


@review.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def release(interaction: Interaction, number: Number) -> None:
    """Give a claim that is being checked back to everybody."""
    await decisions.decide(
        interaction, number, Act(action=Action.RELEASE, actor=interaction.user.id)
    )


@review.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    reason="What speaks against the rating",
)
@app_commands.autocomplete(number=suggest_claims)
async def dispute(interaction: Interaction, number: Number, reason: Reason) -> None:
    """Mark a rating as disputed; it stays shown, with a banner."""
    act = Act(action=Action.DISPUTE, actor=interaction.user.id, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    reason="Why it has to be looked at anew",
)
@app_commands.autocomplete(number=suggest_claims)
async def reopen(interaction: Interaction, number: Number, reason: Reason) -> None:
    """Take a rating back, or a dropped claim up again."""
    act = Act(action=Action.REOPEN, actor=interaction.user.id, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    reason="Why it is not followed up",
)
@app_commands.autocomplete(number=suggest_claims)
async def drop(interaction: Interaction, number: Number, reason: Reason) -> None:
    """Stop following up a claim that is no claim, spam or out of scope."""
    act = Act(action=Action.DROP, actor=interaction.user.id, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def undo(interaction: Interaction, number: Number) -> None:
    """Take the last decision on a claim back, within 15 minutes."""
    await decisions.undo(interaction, number)
