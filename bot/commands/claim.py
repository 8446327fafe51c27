"""/claim: what every member may look up and follow."""

from discord import app_commands

from bot.answers import actions, checks, reports
from bot.commands.options import Number, suggest_claims
from bot.interaction import Interaction
from bot.messages.lists import ORDER_WORDS
from claims import workflow
from claims.ledger.claims import Filter, Order
from claims.records import Rating, Stage

group = app_commands.Group(name="claim", description="Look claims up and follow them.")

STAGES = [
    app_commands.Choice(name=words, value=s.value) for s, words in workflow.STAGE_WORDS.items()
]
RATINGS = [
    app_commands.Choice(name=words, value=r.value) for r, words in workflow.RATING_WORDS.items()
]
ORDERS = [
    app_commands.Choice(name=words, value=order.value)
    for order, words in ORDER_WORDS.items()
    if order is not Order.MATCH
]


@group.command(name="list")
@app_commands.describe(
    stage="Only claims that stand here in the work",
    rating="Only claims with this rating",
    words="Only claims with these words, in the claim or its source's name",
    followed="Only claims that you follow",
    order="Which come first; the newest if left out",
)
@app_commands.choices(stage=STAGES, rating=RATINGS, order=ORDERS)
async def list_(
    interaction: Interaction,
    stage: app_commands.Choice[str] | None = None,
    rating: app_commands.Choice[str] | None = None,
    words: app_commands.Range[str, 1, 40] = "",
    followed: bool = False,
    order: app_commands.Choice[str] | None = None,
) -> None:
    """List this server's claims, newest first."""
    wanted = Filter(
        stage=Stage(stage.value) if stage else None,
        rating=Rating(rating.value) if rating else None,
        words=words,
        followed_by=interaction.user.id if followed else None,
        order=Order(order.value) if order else Order.NEWEST,
    )
    await actions.show_list(interaction, wanted)


@group.command()
@app_commands.describe(
    words='Words of the claim, its source or article; "in quotation marks" a phrase',
    stage="Only claims that stand here in the work",
    rating="Only claims with this rating",
)
@app_commands.choices(stage=STAGES, rating=RATINGS)
async def search(
    interaction: Interaction,
    words: app_commands.Range[str, 1, 40],
    stage: app_commands.Choice[str] | None = None,
    rating: app_commands.Choice[str] | None = None,
) -> None:
    """Find claims by their words, best match first."""
    wanted = Filter(
        stage=Stage(stage.value) if stage else None,
        rating=Rating(rating.value) if rating else None,
        words=words,
        order=Order.MATCH,
    )
    await actions.show_list(interaction, wanted)


@group.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def show(interaction: Interaction, number: Number) -> None:
    """Show one claim: who said it, in which words, where, and what was found."""
    await actions.show(interaction, number)


@group.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def history(interaction: Interaction, number: Number) -> None:
    """Show all that happened to a claim: who changed what, when and why."""
    await actions.history(interaction, number)


@group.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def follow(interaction: Interaction, number: Number) -> None:
    """Put a claim on your own list of followed claims."""
    await actions.follow(interaction, number, on=True)


@group.command()
@app_commands.describe(number="The claim's number, or words of it to choose from")
@app_commands.autocomplete(number=suggest_claims)
async def unfollow(interaction: Interaction, number: Number) -> None:
    """Take a claim off your list of followed claims."""
    await actions.follow(interaction, number, on=False)


@group.command()
@app_commands.describe(text="Words that somebody claims, or the link to an article")
async def check(interaction: Interaction, text: app_commands.Range[str, 1, 2000]) -> None:
    """See what is known about a text; where nothing is, ask for a check."""
    await checks.check_text(interaction, text)


@group.command()
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
