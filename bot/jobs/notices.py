"""Telling people: followers of their claims, channels of corrections, and old cards themselves."""

import logging
from typing import TYPE_CHECKING

import aiohttp
import discord
from discord import ui

from bot.messages import cards
from bot.messages.buttons import claim_button
from bot.messages.harmless import harmless
from bot.messages.parts import MARKS, layout
from bot.translation import spoken_in
from claims import workflow
from claims.errors import LedgerError
from claims.ledger import claims, notices, shown
from claims.ledger.notices import News, Notice
from claims.ledger.shown import Shown
from claims.records import Card, Outcome, Rating
from claims.wording import say, speaking

if TYPE_CHECKING:
    from bot.client import ClaimBot

log = logging.getLogger(__name__)

MOST_NEWS = 8
"""Claims in one notice; the rest are counted. Each has at most 400 of the 4,000 characters."""

OUT_OF_REACH = frozenset({10003, 10008, 50001, 50005, 50013, 50083})
"""Discord's codes for a message that is gone, not ours, or where the bot may not write."""

COLOUR = 0x5865F2


class Notices:
    """Sends what `claims.ledger.notices` says is due, and corrects what was shown."""

    def __init__(self, bot: "ClaimBot") -> None:
        self._bot = bot
        self._sending: set[int] = set()

    async def tick(self) -> None:
        """Send what is due now. Safe to call at any time, any number of times."""
        ledger = self._bot.ledger
        try:
            for notice in await ledger.write(notices.claim_due, self._bot.now()):
                await self._send(notice)
            for message in await ledger.read(shown.outdated):
                await self._correct(message)
        except LedgerError:
            log.exception("notices wait until the ledger can be used again")

    async def _send(self, notice: Notice) -> None:
        if notice.id in self._sending:
            return
        self._sending.add(notice.id)
        try:
            with speaking(spoken_in(self._bot.get_guild(notice.guild_id))):
                outcome = await self._post(notice)
        finally:
            self._sending.discard(notice.id)
        if self._bot.metrics is not None:
            self._bot.metrics.sent("notice", outcome)
        if outcome is not Outcome.CLAIMED:
            await self._bot.ledger.write(notices.settle, notice, outcome)

    async def _post(self, notice: Notice) -> Outcome:
        """Tell a follower directly, or where they followed if that is closed to us."""
        ledger, nonce = self._bot.ledger, f"n{notice.id}"
        shown_cards = [
            await ledger.read(claims.card, notice.guild_id, item.number)
            for item in notice.news[:MOST_NEWS]
        ]
        try:
            if notice.user_id is not None:
                view = message(notice, shown_cards, server=self._server(notice.guild_id))
                try:
                    user = await self._bot.fetch_user(notice.user_id)
                    await user.send(view=view, nonce=nonce)
                except discord.Forbidden:
                    return await self._post_in_channel(notice, shown_cards)
                return Outcome.SENT
            return await self._post_in_channel(notice, shown_cards)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Outcome.CLAIMED
        except discord.HTTPException as refused:
            log.info("notice %d: HTTP %s, code %s", notice.id, refused.status, refused.code)
            return Outcome.CLAIMED if refused.status >= 500 else Outcome.FAILED

    async def _post_in_channel(self, notice: Notice, shown_cards: list[Card]) -> Outcome:
        if notice.channel_id is None:
            return Outcome.FAILED
        channel = self._bot.get_partial_messageable(notice.channel_id, guild_id=notice.guild_id)
        whom = discord.AllowedMentions.none()
        if notice.user_id is not None:
            whom = discord.AllowedMentions(users=[discord.Object(notice.user_id)])
        view = message(notice, shown_cards, mention=notice.user_id)
        await channel.send(view=view, nonce=f"n{notice.id}", allowed_mentions=whom)
        return Outcome.SENT

    async def _correct(self, old: Shown) -> None:
        """Bring one public card up to date; forget it if it is gone or out of reach."""
        ledger = self._bot.ledger
        card = await ledger.read(claims.card, old.guild_id, old.number)
        channel = self._bot.get_partial_messageable(old.channel_id, guild_id=old.guild_id)
        with speaking(spoken_in(self._bot.get_guild(old.guild_id))):
            view = cards.shared_card(card)
        try:
            await channel.get_partial_message(old.message_id).edit(view=view)
        except discord.HTTPException as refused:
            if refused.code not in OUT_OF_REACH and refused.status not in (403, 404):
                log.info("a card waits to be corrected: HTTP %s", refused.status)
                return
            await ledger.write(shown.forget, old.guild_id, old.message_id)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return
        else:
            await ledger.write(
                shown.remember,
                old.guild_id,
                card.claim,
                channel_id=old.channel_id,
                message_id=old.message_id,
            )

    def _server(self, guild_id: int) -> str:
        guild = self._bot.get_guild(guild_id)
        return guild.name if guild else say("a server")


def message(
    notice: Notice, shown_cards: list[Card], *, server: str = "", mention: int | None = None
) -> ui.LayoutView:
    """
    Return a notice: each claim's rating before and after, why, and a button to open it.

    One that is sent directly names the `server` and has no buttons, because a claim can only
    be opened in its server; one in a channel may `mention` the follower whom it is for.
    """
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=COLOUR)
    container.add_item(ui.TextDisplay(_heading(notice, server, mention)))
    for item, card in zip(notice.news, shown_cards, strict=False):
        line = ui.TextDisplay[ui.LayoutView](_line(item, card))
        if server:
            container.add_item(line)
        else:
            container.add_item(ui.Section(line, accessory=claim_button("show", item.number)))
    if len(notice.news) > MOST_NEWS:
        rest = len(notice.news) - MOST_NEWS
        more = say("and {count} more that you follow", count=rest)
        container.add_item(ui.TextDisplay(f"-# {more}"))
    if notice.user_id is not None:
        numbers = ", ".join(f"#{item.number}" for item in notice.news[:MOST_NEWS])
        end = say("You follow {numbers}; /claim unfollow there ends it.", numbers=numbers)
        container.add_item(ui.TextDisplay(f"-# {end}"))
    return layout(container)


def _heading(notice: Notice, server: str, mention: int | None) -> str:
    if notice.user_id is None:
        return f"### 🔁 {say('Correction')}\n{say('A rating that was shared here has changed.')}"
    if server:
        decided = say(
            "A claim that you follow in {server} was decided.", server=harmless(server, 100)
        )
    else:
        decided = say("{who}, a claim that you follow was decided.", who=f"<@{mention}>")
    return f"### 🔔 {say('News of your claims')}\n{decided}"


def _line(item: News, card: Card) -> str:
    standing = card.claim.standing
    why = f" {harmless(standing.reason, 150)}" if standing.published else ""
    return (
        f"**#{item.number}** {harmless(card.claim.text, 150)}\n"
        f"{_word(item.was)} → **{_word(item.now)}**.{why}"
    )


def _word(rating: Rating | None) -> str:
    if rating is None:
        return say("no rating")
    return f"{MARKS[rating]} {say(workflow.RATING_WORDS[rating])}"
