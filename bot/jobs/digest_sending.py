"""
Sends digests: each exactly once, or with the reason why not.

What was taken on, tried and sent stands in the ledger before and after every step, so that
this process may end at any moment. The same nonce goes with every try of one digest; where
Discord may have forgotten it, the channel is looked at first.
"""

import logging

import discord

from bot.client import ClaimBot
from bot.jobs.digest_composing import compose
from bot.jobs.sending import LOST, Sent, Turns, looked_for, refused, send_all, unanswered
from bot.messages.digest import mark_of
from bot.messages.stats import files
from bot.translation import spoken_in
from claims.digests.records import Run
from claims.errors import LedgerError
from claims.ledger.digests import due_runs, runs
from claims.records.notices import Outcome
from claims.wording import speaking

log = logging.getLogger(__name__)

AT_ONCE = 20
"""Digests under way at once. At Discord's usual quarter of a second for a message, more would
only wait for their turn; a server whose answer hangs holds one place."""


class DigestSender:
    """Takes digests on and sends them. One of these a process, as one process has the ledger."""

    def __init__(self, bot: ClaimBot, turns: Turns) -> None:
        self._bot = bot
        self._turns = turns
        self._busy: set[int] = set()

    async def tick(self) -> None:
        """
        Send every digest that is due now, in the order in which they are due.

        Safe to call at any time, any number of times.
        """
        try:
            await send_all(self._claim, self.send, at_once=AT_ONCE)
        except* LedgerError:
            log.exception("digests wait until the ledger can be used again")

    async def _claim(self, most: int) -> list[Run]:
        return await self._bot.ledger.write(
            due_runs.claim_due, self._bot.now(), most=most, busy=frozenset(self._busy)
        )

    async def send(self, run: Run) -> Outcome:
        """
        Send a claimed run and record what became of it.

        Returns `claimed` where that is not known yet; a later tick sees to it.
        """
        if run.id in self._busy:
            return Outcome.CLAIMED
        self._busy.add(run.id)
        try:
            with speaking(spoken_in(self._bot.get_guild(run.guild_id))):
                lost = run.outcome is Outcome.UNCERTAIN
                sent = await (self._look(run) if lost else self._post(run))
            await self._record(run, sent)
        finally:
            self._busy.discard(run.id)
        if self._bot.metrics is not None:
            self._bot.metrics.sent("digest", sent.outcome)
        log.info("digest %d of server %d: %s %s", run.id, run.guild_id, sent.outcome, sent.detail)
        return sent.outcome

    async def _record(self, run: Run, sent: Sent) -> None:
        ledger, now = self._bot.ledger, self._bot.now()
        if sent.outcome is Outcome.CLAIMED:
            await ledger.write(runs.put_off, run, now=now, detail=sent.detail)
        elif sent.outcome is not Outcome.MISSED:  # which is recorded where it is decided
            await ledger.write(
                runs.settle,
                run,
                sent.outcome,
                now=now,
                message_id=sent.message_id,
                detail=sent.detail,
            )

    async def _post(self, run: Run) -> Sent:
        composed = await compose(
            self._bot.ledger,
            self._bot.worker,
            run,
            now=self._bot.now(),
            may_attach=self._may_attach(run),
        )
        if composed is None:
            return Sent(Outcome.EMPTY)
        channel = self._bot.get_partial_messageable(run.channel_id, guild_id=run.guild_id)
        await self._turns.take()
        try:
            message = await channel.send(
                view=composed.view,
                files=files(composed.pictures),
                nonce=run.nonce,
                allowed_mentions=pinged(composed.choice.ping_role_id),
            )
        except LOST as error:
            return unanswered(error)
        except discord.HTTPException as error:
            return refused(error)
        return Sent(Outcome.SENT, message.id)

    def _may_attach(self, run: Run) -> bool:
        """Whether the bot may send pictures; true where only Discord knows, as of a thread."""
        channel = self._bot.get_channel(run.channel_id)
        if not isinstance(channel, discord.abc.GuildChannel):
            return True
        return channel.permissions_for(channel.guild.me).attach_files

    async def _look(self, run: Run) -> Sent:
        """Look for a digest whose answer was lost; send it anew only if it is not there."""
        found = await looked_for(self._bot, run.channel_id, mark_of(run), run.claimed_at)
        if found:
            return found
        anew = await self._bot.ledger.write(runs.not_found, run, now=self._bot.now())
        return await self._post(anew) if anew else Sent(Outcome.MISSED)


def pinged(role_id: int | None) -> discord.AllowedMentions:
    """Allow a message to ping this role and nobody else, whatever stands in its words."""
    roles = [discord.Object(role_id)] if role_id else False
    return discord.AllowedMentions(everyone=False, users=False, replied_user=False, roles=roles)
