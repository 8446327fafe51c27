"""Options that several commands share, and what is suggested while they are typed."""

from datetime import date, timedelta

from discord import app_commands

from bot.answers.reading import clean
from bot.interaction import Interaction, guild_of
from bot.messages.harmless import harmless, plain
from claims.errors import RefusedError
from claims.ledger.articles import contents, publishers, sources
from claims.ledger.decisions import tags
from claims.ledger.lookup import claims
from claims.rules import terms
from claims.wording import say

Number = app_commands.Range[int, 1, 2**53 - 1]
"""A claim's number, within what Discord's integer options can hold."""


async def suggest_claims(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """Suggest claims by number, or by words of the claim or its source."""
    found = await interaction.client.ledger.read(claims.suggest, guild_of(interaction), typed)
    return [
        app_commands.Choice(
            name=plain(f"#{c.number} {terms.badge(c.standing)}: {c.text}", 100), value=c.number
        )
        for c in found
    ]


async def suggest_articles(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """Suggest articles by words of their title."""
    found = await interaction.client.ledger.read(contents.suggest, guild_of(interaction), typed)
    return [
        app_commands.Choice(
            name=plain(title, 100) or say("Article {number}", number=article_id), value=article_id
        )
        for article_id, title in found
    ]


async def suggest_sources(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest sources by the beginning of their name."""
    found = await interaction.client.ledger.read(
        sources.suggest, guild_of(interaction), clean(typed)
    )
    # One that is cut off would be another name.
    return _choices(tuple(name for name in found if len(name) <= 100))


async def suggest_publishers(
    interaction: Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Suggest publishers by any part of their name."""
    return _choices(
        await interaction.client.ledger.read(publishers.suggest, guild_of(interaction), typed)
    )


async def suggest_tags(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest tags that claims here have, by their beginning."""
    found = await interaction.client.ledger.read(
        tags.known, guild_of(interaction), typed.removeprefix("#")
    )
    return [
        app_commands.Choice(name=plain(f"{tag.name} ({tag.claims})", 100), value=tag.name)
        for tag in found
    ]


def _choices(names: tuple[str, ...]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=plain(name, 100), value=name[:100]) for name in names]


async def suggest_days(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest some days of the past, and what was typed where it is a day."""
    today = interaction.client.now().date()
    offered = {
        say("Today"): today,
        say("A week ago"): today - timedelta(days=7),
        say("30 days ago"): today - timedelta(days=30),
        say("A year ago"): today - timedelta(days=365),
    }
    found = [
        app_commands.Choice(name=f"{words} ({day})", value=day.isoformat())
        for words, day in offered.items()
        if day.isoformat().startswith(typed.strip())
    ]
    typed_day = _day(typed)
    if typed_day is not None and typed_day not in offered.values():
        found.insert(0, app_commands.Choice(name=typed_day.isoformat(), value=typed.strip()))
    return found


def read_days(*typed: str) -> list[date | None]:
    """Return the days that were typed; None for what was left out. Raises RefusedError."""
    wrong = [text for text in typed if text.strip() and _day(text) is None]
    if wrong:
        raise RefusedError(
            " ".join(
                say("“{text}” is no date; write it as 2026-03-31.", text=harmless(text, 40))
                for text in wrong
            )
        )
    return [_day(text) for text in typed]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
