"""/claim: one claim, looked up and followed; texts checked; ratings objected to."""

from discord import app_commands

from bot.answers import checks, claim_buttons, reports
from bot.commands.groups import claim
from bot.commands.options import Number, suggest_claims
from bot.interaction import Interaction


@claim.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def show(interaction: Interaction, number: Number) -> None:
    """Show one claim: who said it, in which words, where, and what was found."""
    await claim_buttons.show(interaction, number)


@claim.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def history(interaction: Interaction, number: Number) -> None:
    """Show all that happened to a claim: who changed what, when and why."""
    await claim_buttons.history(interaction, number)


@claim.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def follow(interaction: Interaction, number: Number) -> None:
    """Put a claim on your own list of followed claims."""
    await claim_buttons.follow(interaction, number, on=True)


@claim.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def unfollow(interaction: Interaction, number: Number) -> None:
    """Take a claim off your list of followed claims."""
    await claim_buttons.follow(interaction, number, on=False)


@claim.command()
@app_commands.describe(text="Words that somebody claims, or the link to an article")
async def check(interaction: Interaction, text: app_commands.Range[str, 1, 2000]) -> None:
    """See what is known about a text; where nothing is, ask for a check."""
    await checks.check_text(interaction, text)


@claim.command()
@app_commands.describe(
    number="The claim's number, or words of it to choose from",
    reason="What is wrong with the rating; moderators will read it",
)
@app_commands.autocomplete(number=suggest_claims)
async def report(
    interaction: Interaction, number: Number, reason: app_commands.Range[str, 1, 1000]
) -> None:
    """Object to a rating; moderators decide what comes of it."""
    await reports.report(interaction, number, reason)
