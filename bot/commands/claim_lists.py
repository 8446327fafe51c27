"""/claim, the half that lists: by what a claim is, who said it, where, and when."""

from typing import TypeVar

import discord
from discord import app_commands

from bot.answers import claim_lists
from bot.commands.groups import claim
from bot.commands.options import (
    read_days,
    suggest_articles,
    suggest_days,
    suggest_publishers,
    suggest_sources,
    suggest_tags,
)
from bot.interaction import Interaction
from bot.messages.lists import ORDER_WORDS
from bot.messages.parts import KIND_WORDS
from claims.models import Kind
from claims.records.claims import Rating, Stage
from claims.records.lists import Filter, Order
from claims.rules.objections import tag_name
from claims.rules.ratings import RATINGS, STAGES

STAGE_CHOICES = [app_commands.Choice(name=row.words, value=s.value) for s, row in STAGES.items()]
RATING_CHOICES = [app_commands.Choice(name=row.words, value=r.value) for r, row in RATINGS.items()]
KINDS = [app_commands.Choice(name=words, value=kind.value) for kind, words in KIND_WORDS.items()]
ORDERS = [
    app_commands.Choice(name=words, value=order.value)
    for order, words in ORDER_WORDS.items()
    if order is not Order.MATCH
]

Words = app_commands.Range[str, 1, 100]
Name = app_commands.Range[str, 1, 300]
Day = app_commands.Range[str, 1, 10]
Chosen = TypeVar("Chosen", Stage, Rating, Kind, Order)


def _one(of: type[Chosen], choice: app_commands.Choice[str] | None) -> Chosen | None:
    return of(choice.value) if choice else None


@claim.command(name="list")
@app_commands.describe(
    stage="Only claims that stand here in the work",
    rating="Only claims with this rating",
    words="Only claims with these words, in the claim or its source's name",
    source="Only claims of this source",
    publisher="Only claims in articles of this publisher",
    article="Only claims in this article",
    kind="In whose words the claim stands",
    tag="Only claims with this tag",
    checker="Only claims that this moderator has in hand",
    worth="Only claims at least so check-worthy, from 0 to 1",
    evidence="With evidence, or without",
    recheck="Only claims that are due for another look",
    added_from="Added on this day or later, as 2026-03-31",
    added_to="Added on this day or earlier",
    stated_from="Stated on this day or later",
    stated_to="Stated on this day or earlier",
    followed="Only claims that you follow",
    order="Which come first; the newest if left out",
)
@app_commands.rename(worth="check_worthiness")
@app_commands.choices(stage=STAGE_CHOICES, rating=RATING_CHOICES, kind=KINDS, order=ORDERS)
@app_commands.autocomplete(article=suggest_articles)
@app_commands.autocomplete(
    source=suggest_sources,
    publisher=suggest_publishers,
    tag=suggest_tags,
    added_from=suggest_days,
    added_to=suggest_days,
    stated_from=suggest_days,
    stated_to=suggest_days,
)
async def list_(
    interaction: Interaction,
    stage: app_commands.Choice[str] | None = None,
    rating: app_commands.Choice[str] | None = None,
    words: Words = "",
    source: Name | None = None,
    publisher: Name | None = None,
    article: int | None = None,
    kind: app_commands.Choice[str] | None = None,
    tag: app_commands.Range[str, 1, 50] | None = None,
    checker: discord.Member | None = None,
    worth: app_commands.Range[float, 0, 1] | None = None,
    evidence: bool | None = None,
    recheck: bool = False,
    added_from: Day = "",
    added_to: Day = "",
    stated_from: Day = "",
    stated_to: Day = "",
    followed: bool = False,
    order: app_commands.Choice[str] | None = None,
) -> None:
    """List this server's claims, newest first, narrowed by whatever you choose."""
    days = read_days(added_from, added_to, stated_from, stated_to)
    wanted = Filter(
        stage=_one(Stage, stage),
        rating=_one(Rating, rating),
        words=words,
        source=source,
        publisher=publisher,
        article=article,
        kind=_one(Kind, kind),
        tag=tag_name(tag) if tag else None,
        assignee=checker.id if checker else None,
        worth=worth,
        has_evidence=evidence,
        recheck_by=interaction.client.now().date() if recheck else None,
        added_from=days[0],
        added_to=days[1],
        stated_from=days[2],
        stated_to=days[3],
        followed_by=interaction.user.id if followed else None,
        order=_one(Order, order) or Order.NEWEST,
    )
    await claim_lists.show(interaction, wanted)


@claim.command()
@app_commands.describe(
    words='Words of the claim, its source or article; "in quotation marks" a phrase',
    stage="Only claims that stand here in the work",
    rating="Only claims with this rating",
)
@app_commands.choices(stage=STAGE_CHOICES, rating=RATING_CHOICES)
async def search(
    interaction: Interaction,
    words: Words,
    stage: app_commands.Choice[str] | None = None,
    rating: app_commands.Choice[str] | None = None,
) -> None:
    """Find claims by their words, best match first."""
    wanted = Filter(
        stage=_one(Stage, stage), rating=_one(Rating, rating), words=words, order=Order.MATCH
    )
    await claim_lists.show(interaction, wanted)


@claim.command()
async def following(interaction: Interaction) -> None:
    """List the claims that you follow; only you see it."""
    await claim_lists.show(interaction, Filter(followed_by=interaction.user.id))
