"""
Greets servers: each once, in a channel of its moderators where there is one.

That a server is greeted stands in the ledger before anything is sent, so that this process may
end at any moment; the same nonce goes with every try, and where Discord may have forgotten it, the
channel is looked at first.
"""

import logging
import re
from collections.abc import Iterable, Iterator

import discord

from bot.client import ClaimBot
from bot.jobs.sending import LOST, Sent, Turns, looked_for, refused, send_all, unanswered
from bot.messages.welcome import mark_of, welcome
from bot.translation import spoken_in
from claims.errors import LedgerError
from claims.ledger import greetings
from claims.records.notices import Greeting, Outcome
from claims.wording import speaking

log = logging.getLogger(__name__)

AT_ONCE = 5
"""Greetings under way at once: few servers are joined in a minute."""

MODERATORS = frozenset(
    {
        *("mod", "mods", "moderator", "moderators", "moderation", "moderatoren"),
        *("admin", "admins", "staff", "team", "desk", "redaktion"),
    }
)
"""Words in the names of channels where those who run a server talk, in English and German."""


def place(guild: discord.Guild) -> discord.TextChannel | None:
    """
    Return the channel to greet a server in; None where the bot may write in none of these.

    Discord's channel for notices to moderators; one that is named as theirs, of these one that
    not everybody sees before others; the one for system messages. Never just any.
    """
    return next(filter(_may_greet, _places(guild)), None)


def _places(guild: discord.Guild) -> Iterator[discord.TextChannel]:
    named = [
        channel
        for channel in guild.text_channels
        if MODERATORS & set(re.split(r"[\W_]+", channel.name.casefold())) and not channel.is_news()
    ]
    chosen = guild.public_updates_channel, *sorted(named, key=_is_open), guild.system_channel
    yield from filter(None, chosen)


def _is_open(channel: discord.TextChannel) -> bool:
    return channel.permissions_for(channel.guild.default_role).view_channel


def _may_greet(channel: discord.TextChannel) -> bool:
    allowed = channel.permissions_for(channel.guild.me)
    return allowed.view_channel and allowed.send_messages and allowed.embed_links


class Greeter:
    """Takes greetings on and sends them. One of these a process, as one process has the ledger."""

    def __init__(self, bot: ClaimBot, turns: Turns) -> None:
        self._bot = bot
        self._turns = turns
        self._busy: set[int] = set()

    async def meet(self, guilds: Iterable[discord.Guild]) -> None:
        """Greet those servers of which the ledger knows nothing, and what was cut off before."""
        by_id = {guild.id: guild for guild in guilds}
        try:
            strangers = await self._bot.ledger.read(greetings.strangers, list(by_id))
            places = ((guild_id, place(by_id[guild_id])) for guild_id in strangers)
            channels = {guild_id: channel.id for guild_id, channel in places if channel}
            if channels:
                now = self._bot.now()
                await self._bot.ledger.write(greetings.take_on, channels, now=now)
        except LedgerError:
            log.exception("servers wait to be greeted until the bot starts again")
        await self.tick()

    async def tick(self) -> None:
        """Send every greeting that is due now. Safe to call at any time, any number of times."""
        try:
            await send_all(self._claim, self.send, at_once=AT_ONCE)
        except* LedgerError:
            log.exception("greetings wait until the ledger can be used again")

    async def _claim(self, most: int) -> list[Greeting]:
        return await self._bot.ledger.write(
            greetings.due, self._bot.now(), most=most, busy=frozenset(self._busy)
        )

    async def send(self, greeting: Greeting) -> Outcome:
        """Send a greeting and record what became of it; `claimed` where nobody knows yet."""
        if greeting.guild_id in self._busy:
            return Outcome.CLAIMED
        self._busy.add(greeting.guild_id)
        try:
            with speaking(spoken_in(self._bot.get_guild(greeting.guild_id))):
                lost = greeting.outcome is Outcome.UNCERTAIN
                sent = await (self._look(greeting) if lost else self._post(greeting))
            await self._record(greeting, sent)
        finally:
            self._busy.discard(greeting.guild_id)
        if self._bot.metrics is not None:
            self._bot.metrics.sent("greeting", sent.outcome)
        log.info("greeting of server %d: %s %s", greeting.guild_id, sent.outcome, sent.detail)
        return sent.outcome

    async def _record(self, greeting: Greeting, sent: Sent) -> None:
        ledger = self._bot.ledger
        if sent.outcome is Outcome.CLAIMED:
            now = self._bot.now()
            await ledger.write(greetings.put_off, greeting, now=now, detail=sent.detail)
        else:
            await ledger.write(
                greetings.settle,
                greeting,
                sent.outcome,
                message_id=sent.message_id,
                detail=sent.detail,
            )

    async def _post(self, greeting: Greeting) -> Sent:
        channel = self._bot.get_partial_messageable(greeting.channel_id, guild_id=greeting.guild_id)
        await self._turns.take()
        try:
            message = await channel.send(view=welcome(greeting), nonce=greeting.nonce)
        except LOST as error:
            return unanswered(error)
        except discord.HTTPException as error:
            return refused(error)
        return Sent(Outcome.SENT, message.id)

    async def _look(self, greeting: Greeting) -> Sent:
        """Look for a greeting whose answer was lost; send it anew only if it is not there."""
        found = await looked_for(
            self._bot, greeting.channel_id, mark_of(greeting), greeting.claimed_at
        )
        if found:
            return found
        anew = await self._bot.ledger.write(greetings.not_found, greeting, now=self._bot.now())
        return await self._post(anew) if anew else Sent(Outcome.MISSED)
