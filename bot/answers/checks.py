"""Looking a text up, and asking moderators for a check of what is not known or not rated yet."""

import discord

from bot.answers import articles, drafts, handed, reading, sharing
from bot.answers.registry import answers
from bot.answers.work import order
from bot.interaction import Interaction, guild_of
from bot.messages.check import check_message, told
from bot.messages.queue import people
from bot.presses.checks import AskForTextCheck, ShareCheck, TakeUpText
from bot.rate_limit import ASK, CHECK, Limit
from claims.errors import RefusedError
from claims.ledger.articles import contents
from claims.ledger.intake import asks
from claims.ledger.lookup import claims, text_lookup
from claims.ledger.members import demand
from claims.ledger.members.shared_messages import SharedView, What
from claims.models import Article
from claims.records.claims import Stage
from claims.rules.ratings import STAGES
from claims.visible import is_blank
from claims.wording import phrase, say, say_inline, say_number

MOST_TEXT = 20_000
"""Characters of a text that any member may have looked up: each is kept for a day. Pastes that
Discord turns into files have 2,000 or more; a moderator has longer ones read as articles."""

UNRATED = (Stage.OPEN, Stage.CHECKING, Stage.REVIEW)


async def check_text(interaction: Interaction, text: str) -> None:
    """Say privately what is known about a text, or about the article at an address."""
    text = reading.clean(text).strip()
    if text.startswith(("https://", "http://")) and len(text.split()) == 1:
        await _check_link(interaction, text)
        return
    if is_blank(text):
        raise RefusedError(say("There are no words to look up."))
    await _begin(interaction)
    await _check(interaction, Article(text=text))


async def check_message_(interaction: Interaction, message: discord.Message) -> None:
    """Say privately what is known about a message's words."""
    await _begin(interaction)
    await _check(interaction, await handed.article_in(interaction, message))


async def ask_about(interaction: Interaction, message: discord.Message) -> None:
    """Put a message's words into the moderators' queue, and say privately what is known."""
    await _begin(interaction, ASK)
    article = await handed.article_in(interaction, message)
    await _check(interaction, article, ask=True)


async def _begin(interaction: Interaction, limit: Limit = CHECK) -> None:
    """Count the look-up, before anything is fetched for it, and say that it takes a moment."""
    interaction.client.count(limit, guild_of(interaction), interaction.user.id)
    await interaction.response.defer(ephemeral=True, thinking=True)


async def _check_link(interaction: Interaction, link: str) -> None:
    guild_id = guild_of(interaction)
    found = await interaction.client.ledger.read(contents.by_url, guild_id, link)
    if found is None:
        raise RefusedError(
            say("No article with this address is here. Look up the words that you want checked.")
        )
    await articles.show(interaction, found)


async def _check(interaction: Interaction, article: Article, *, ask: bool = False) -> None:
    bot, guild_id = interaction.client, guild_of(interaction)
    if len(article.text) > MOST_TEXT:
        raise RefusedError(
            say(
                "The text has {count} characters; at most {most} are looked up. Give the part that"
                " matters to /claim check.",
                count=say_number(len(article.text)),
                most=say_number(MOST_TEXT),
            )
        )
    mine = order(interaction, size=len(article.text))
    known = await bot.worker.read(mine, text_lookup.claims_about, guild_id, article.text)
    ask_id = await bot.ledger.write(
        asks.look_up, guild_id, article, user_id=interaction.user.id, now=bot.now()
    )
    asked = await _ask(interaction, ask_id) if ask else ""
    view = check_message(article.text, told(known), ask_id=ask_id, asked=asked)
    await interaction.followup.send(view=view, ephemeral=True)


async def _ask(interaction: Interaction, ask_id: int) -> str:
    bot, guild_id, user_id = interaction.client, guild_of(interaction), interaction.user.id
    new = await bot.ledger.write(asks.ask, guild_id, ask_id, user_id=user_id, now=bot.now())
    found = await bot.ledger.read(asks.get, guild_id, ask_id)
    said = (
        say("Moderators have it in their queue now.") if new else say("You asked for it already.")
    )
    return f"{said} {people(found.people)}."


async def ask_claim(interaction: Interaction, number: int) -> None:
    """Raise a claim's demand by one person, and say privately how many ask for it."""
    bot, guild_id, user_id = interaction.client, guild_of(interaction), interaction.user.id
    claim = await bot.ledger.read(claims.get, guild_id, number)
    if claim.standing.stage not in UNRATED:
        raise RefusedError(
            say(
                "#{number} needs no check: it is {stage} already.",
                number=number,
                stage=say_inline(STAGES[claim.standing.stage].words),
            )
        )
    bot.count(ASK, guild_id, user_id)
    asked = await bot.ledger.write(demand.ask, guild_id, number, user_id=user_id, now=bot.now())
    new = phrase("A check of #{number} is asked for now.")
    said = say(
        new if asked.is_new else phrase("You asked for a check of #{number} already."),
        number=asked.number,
    )
    follow = say("Follow it to be told what was found.")
    await interaction.response.send_message(
        f"{said} {people(asked.people)}. {follow}", ephemeral=True
    )


@answers(AskForTextCheck)
async def ask_for_check(interaction: Interaction, press: AskForTextCheck) -> None:
    """Put a text that was looked up into the queue."""
    bot = interaction.client
    bot.count(ASK, guild_of(interaction), interaction.user.id)
    asked = await _ask(interaction, press.ask_id)
    await interaction.response.send_message(asked, ephemeral=True)


@answers(ShareCheck)
async def share(interaction: Interaction, press: ShareCheck) -> None:
    """Show the channel what is known about a text that was looked up."""
    asked_for = await interaction.client.ledger.read(asks.get, guild_of(interaction), press.ask_id)
    subject = SharedView(
        What.CHECK,
        text=asked_for.article.text,
        ask_id=press.ask_id,
        shared_by=interaction.user.id,
    )
    await sharing.share(interaction, subject)


@answers(TakeUpText)
async def take_up(interaction: Interaction, press: TakeUpText) -> None:
    """Preview the claims of a text that people asked about."""
    await drafts.take_up(interaction, press.ask_id)
