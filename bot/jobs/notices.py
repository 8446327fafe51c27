"""Telling people: followers of their claims, channels of corrections, and old cards themselves."""

import logging

import discord

from bot import gathering
from bot.client import ClaimBot
from bot.interaction import moderates
from bot.jobs.sending import LOST, Turns, channel_of, look, refused, send_all
from bot.messages import ui
from bot.messages.digest_status import stop_words
from bot.messages.notice import MOST_NEWS, mark_of, message, stopped_message
from bot.translation import spoken_in
from claims.errors import ClaimNotFoundError, LedgerError, RefusedError
from claims.ledger import servers
from claims.ledger.digests import digests
from claims.ledger.lookup import claims
from claims.ledger.members import notices, shared_messages
from claims.ledger.members.shared_messages import Shown
from claims.records.notices import Kind, Notice, Outcome
from claims.wording import say, speaking

log = logging.getLogger(__name__)

AT_ONCE = 5
"""Notices under way at once. Discord takes it ill when direct messages are begun in masses; five
at a quarter of a second for each of three requests tell six people a second."""

REQUESTS = 3
"""Asked of Discord for one notice: whether its reader is there, their conversation, the message."""

OUT_OF_REACH = frozenset({10003, 10008, 50001, 50005, 50013, 50083})
"""Discord's codes for a message that is gone, not ours, or where the bot may not write."""


class Notices:
    """Sends what `claims.ledger.members.notices` says is due, and corrects what was shown."""

    def __init__(self, bot: ClaimBot, turns: Turns) -> None:
        self._bot = bot
        self._turns = turns
        self._busy: set[int] = set()

    async def tick(self) -> None:
        """Send what is due now. Safe to call at any time, any number of times."""
        try:
            await send_all(self._claim, self._send, at_once=AT_ONCE)
            for message in await self._bot.ledger.read(shared_messages.outdated):
                await self._correct(message)
        except* LedgerError:
            log.exception("notices wait until the ledger can be used again")

    async def _claim(self, most: int) -> list[Notice]:
        return await self._bot.ledger.write(
            notices.claim_due, self._bot.now(), most=most, busy=frozenset(self._busy)
        )

    async def _send(self, notice: Notice) -> Outcome:
        if notice.id in self._busy:
            return Outcome.CLAIMED
        self._busy.add(notice.id)
        try:
            with speaking(spoken_in(self._bot.get_guild(notice.guild_id))):
                outcome = await self._tried(notice)
            if outcome is Outcome.CLAIMED:
                await self._bot.ledger.write(notices.put_off, notice, now=self._bot.now())
            else:
                await self._bot.ledger.write(notices.settle, notice, outcome)
        finally:
            self._busy.discard(notice.id)
        if self._bot.metrics is not None:
            self._bot.metrics.sent("notice", outcome)
        return outcome

    async def _tried(self, notice: Notice) -> Outcome:
        """Send the notice, or where the answer to that was lost look for it first."""
        guild = self._bot.get_guild(notice.guild_id)
        if guild is None:
            return Outcome.CLAIMED  # Discord has not told us of it yet
        if notice.kind is Kind.STOPPED:
            log.warning("the digest of server %d is stopped", notice.guild_id)
        await self._turns.take(REQUESTS)
        if not await self._bot.ledger.read(notices.waits, notice):
            return Outcome.FAILED  # its reader was erased while it waited for its turn
        try:
            readers = await self._readers(notice, guild)
            if notice.outcome is Outcome.UNCERTAIN:
                if found := await self._found(notice, readers):
                    return found
                anew = await self._bot.ledger.write(notices.not_found, notice, now=self._bot.now())
                if anew is None:
                    return Outcome.FAILED
                notice = anew
            return await self._post(notice, readers)
        except LOST:
            return Outcome.CLAIMED
        except discord.HTTPException as error:
            log.info("notice %d: HTTP %s, code %s", notice.id, error.status, error.code)
            outcome = refused(error).outcome
            looking = notice.outcome is Outcome.UNCERTAIN
            return Outcome.UNCERTAIN if looking and outcome is Outcome.FAILED else outcome

    async def _readers(self, notice: Notice, guild: discord.Guild) -> list[discord.Member]:
        """
        Return whom to tell directly, the first who can be reached.

        Nobody who has left the server, nor, of a moderator's own work, who does not moderate.
        """
        server = await self._bot.ledger.read(servers.get, guild.id)
        asked = [notice.user_id]
        if notice.kind is Kind.STOPPED:
            asked.append(guild.owner_id)
        found = []
        for user_id in filter(None, dict.fromkeys(asked)):
            try:
                member = await guild.fetch_member(user_id)
            except discord.NotFound:
                continue
            anybody = notice.kind in (Kind.NEWS, Kind.STOPPED)
            if anybody or moderates(member, member.guild_permissions, server):
                found.append(member)
        return found

    async def _post(self, notice: Notice, readers: list[discord.Member]) -> Outcome:
        """Tell somebody directly, or where they followed if that is closed to us."""
        for member in readers:
            view = await self._view(notice, server=self._server(notice.guild_id))
            if view is None:
                return Outcome.FAILED
            try:
                await member.send(view=view, nonce=notice.nonce)
            except discord.Forbidden as error:
                if refused(error).outcome is Outcome.CLAIMED:
                    return Outcome.CLAIMED
                continue
            return Outcome.SENT
        if notice.channel_id is None or (notice.user_id is not None and not readers):
            return Outcome.FAILED
        whom = discord.AllowedMentions.none()
        if notice.user_id is not None:
            whom = discord.AllowedMentions(users=[discord.Object(notice.user_id)])
        view = await self._view(notice, mention=notice.user_id)
        assert view is not None
        channel = self._bot.get_partial_messageable(notice.channel_id, guild_id=notice.guild_id)
        await channel.send(view=view, nonce=notice.nonce, allowed_mentions=whom)
        return Outcome.SENT

    async def _view(
        self, notice: Notice, *, server: str = "", mention: int | None = None
    ) -> ui.LayoutView | None:
        """Return the message; None where what it would tell is mended."""
        ledger = self._bot.ledger
        if notice.kind is Kind.STOPPED:
            stop = await ledger.read(digests.stopped, notice.guild_id)
            return stopped_message(notice, stop_words(stop, server)) if stop else None
        shown_cards = [
            await ledger.read(claims.card, notice.guild_id, item.number)
            for item in notice.news[:MOST_NEWS]
        ]
        return message(notice, shown_cards, server=server, mention=mention)

    async def _found(self, notice: Notice, readers: list[discord.Member]) -> Outcome | None:
        """Return what the places show where the notice may be; None if it is surely nowhere."""
        places: list[discord.abc.Messageable] = [await one.create_dm() for one in readers]
        if notice.channel_id is not None:
            places.append(await channel_of(self._bot, notice.channel_id))
        for place in places:
            sent = await look(place, self._bot.user, mark_of(notice), notice.claimed_at)
            if sent:
                return sent.outcome
        return None

    async def _correct(self, old: Shown) -> None:
        """Bring one public message up to date; forget it if it is gone or out of reach."""
        ledger = self._bot.ledger
        channel = self._bot.get_partial_messageable(old.channel_id, guild_id=old.guild_id)
        try:
            fresh = await gathering.gather(ledger, old.guild_id, old.subject)
            with speaking(spoken_in(self._bot.get_guild(old.guild_id))):
                view = fresh.draw(shared=True)
            await channel.get_partial_message(old.message_id).edit(view=view)
        except (ClaimNotFoundError, RefusedError):  # what it shows is gone
            await ledger.write(shared_messages.forget, old.guild_id, old.message_id)
        except discord.HTTPException as error:
            if error.code not in OUT_OF_REACH and error.status not in (403, 404):
                log.info("a card waits to be corrected: HTTP %s", error.status)
                return
            await ledger.write(shared_messages.forget, old.guild_id, old.message_id)
        except LOST:
            return
        else:
            await ledger.write(
                shared_messages.remember,
                old.guild_id,
                old.subject,
                fresh.shows,
                channel_id=old.channel_id,
                message_id=old.message_id,
            )

    def _server(self, guild_id: int) -> str:
        guild = self._bot.get_guild(guild_id)
        return guild.name if guild else say("a server")
