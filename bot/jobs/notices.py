"""Telling people: followers of their claims, channels of corrections, and old cards themselves."""

import logging
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.answers import sharing
from bot.messages.notice import MOST_NEWS, message
from bot.translation import spoken_in
from claims.digest_records import Outcome
from claims.errors import ClaimNotFoundError, LedgerError, RefusedError
from claims.ledger import claims, notices, servers, shown
from claims.ledger.notices import Notice
from claims.ledger.reminders import Kind
from claims.ledger.shown import Shown
from claims.records import Card
from claims.wording import say, speaking

if TYPE_CHECKING:
    from bot.client import ClaimBot

log = logging.getLogger(__name__)

OUT_OF_REACH = frozenset({10003, 10008, 50001, 50005, 50013, 50083})
"""Discord's codes for a message that is gone, not ours, or where the bot may not write."""


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
            if notice.kind is not Kind.NEWS and not await self._still_moderates(notice):
                return Outcome.FAILED
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

    async def _still_moderates(self, notice: Notice) -> bool:
        """Whether a reminder's reader may decide about claims there now; it names such."""
        guild = self._bot.get_guild(notice.guild_id)
        if guild is None or notice.user_id is None:
            return False
        try:
            member = await guild.fetch_member(notice.user_id)
        except discord.NotFound:
            return False
        server = await self._bot.ledger.read(servers.get, notice.guild_id)
        allowed = member.guild_permissions
        return (
            allowed.manage_guild
            or allowed.administrator
            or (
                server.moderator_role_id is not None
                and member.get_role(server.moderator_role_id) is not None
            )
        )

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
        """Bring one public message up to date; forget it if it is gone or out of reach."""
        ledger = self._bot.ledger
        channel = self._bot.get_partial_messageable(old.channel_id, guild_id=old.guild_id)
        try:
            fresh = await sharing.gather(ledger, old.guild_id, old.subject)
            with speaking(spoken_in(self._bot.get_guild(old.guild_id))):
                view = fresh.draw()
            await channel.get_partial_message(old.message_id).edit(view=view)
        except (ClaimNotFoundError, RefusedError):  # what it shows is gone
            await ledger.write(shown.forget, old.guild_id, old.message_id)
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
                old.subject,
                fresh.claims,
                channel_id=old.channel_id,
                message_id=old.message_id,
            )

    def _server(self, guild_id: int) -> str:
        guild = self._bot.get_guild(guild_id)
        return guild.name if guild else say("a server")
