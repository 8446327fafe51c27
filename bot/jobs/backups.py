"""
Backs the ledger up once a day, and tells the operator where that fails.

What is due is told by the folder of the backups, so that neither a restart nor a clock makes two
a day. Copying and checking are done by a process of their own, which the bot waits for as for any
answer; it ends with the bot.
"""

import asyncio
import logging
from contextlib import suppress

import discord

from bot.client import ClaimBot
from bot.jobs.sending import LOST, Turns, look
from bot.messages.backup import failed_message, mark_of
from bot.translation import spoken_in
from bot.worker.limits import Limits
from bot.worker.worker import Order, Worker, WorkerError
from claims.errors import LedgerError, RefusedError
from claims.ledger.keeping import daily
from claims.ledger.keeping.daily import Backup, Plan
from claims.wording import ENGLISH, say, speaking

log = logging.getLogger(__name__)

AGAIN_SECONDS = 3600.0
"""Between tries of a backup that fails: a full disk or a lost mount is seldom mended sooner."""

LIMITS = Limits(seconds=6 * 3600, memory=2_000_000_000)
"""Of the process that makes a backup: 12 s and 67 MB for 20,000 claims (49 MB) on two busy cores,
so some ten minutes for a million. The rest is for slow disks; one that hangs is told that day."""

REQUESTS = 3
"""Asked of Discord to tell the operator: their conversation, what was told there, the message."""


class Backups:
    """Makes backups by the bot's plan; without one it does nothing. One of these a process."""

    def __init__(self, bot: ClaimBot, turns: Turns) -> None:
        self._bot = bot
        self._turns = turns
        self._again_at = float("-inf")
        self._at_work = asyncio.Lock()

    async def tick(self) -> None:
        """Make the backup of today if it is due. Safe to call at any time, any number of times."""
        plan = self._bot.plan
        if plan is None:
            return
        async with self._at_work:
            if self._bot.lasting() >= self._again_at:
                with speaking(_spoken(self._bot)):
                    await self._back_up(plan)

    async def _back_up(self, plan: Plan) -> None:
        try:
            if await asyncio.to_thread(self._look, plan):
                made = await self._make(plan)
                self._count("verified")
                log.info("backup %s: checked whole", made.path)
        except LedgerError as error:
            self._again_at = self._bot.lasting() + AGAIN_SECONDS
            self._count("failed")
            log.error("no backup was made: %s", error)  # noqa: TRY400  # its words are for people
            await self._tell(plan, str(error))

    def _look(self, plan: Plan) -> bool:
        """Carry what was erased to the backups; return whether one is due."""
        path = self._bot.ledger.path
        if daily.is_due(plan.folder, path, now=self._bot.now()):
            return True
        daily.keep_erasures(plan.folder, path)
        return False

    async def _make(self, plan: Plan) -> Backup:
        path = self._bot.ledger.path
        worker = Worker(path, limits=LIMITS)
        try:
            return await worker.run(Order(), daily.make, plan, path, now=self._bot.now())
        except RefusedError as error:  # the worker's own words are about texts
            raise LedgerError(
                say(
                    "The process that makes backups could not be started, took too long or was"
                    " ended. Look whether the machine has memory left."
                )
            ) from error
        except WorkerError as error:
            raise LedgerError(str(error)) from error
        finally:
            await worker.close()

    def _count(self, outcome: str) -> None:
        if self._bot.metrics is not None:
            self._bot.metrics.backed_up(outcome)

    async def _tell(self, plan: Plan, why: str) -> None:
        """Tell the first of the operators who can be reached, unless one was told today."""
        now = self._bot.now()
        newest = daily.newest(plan.folder, self._bot.ledger.path, now=now)
        for operator in operators(self._bot.application):
            await self._turns.take(REQUESTS)
            with suppress(discord.HTTPException, *LOST):
                place = await self._bot.create_dm(operator)
                if await look(place, self._bot.user, mark_of(now), now) is None:
                    message = failed_message(why, newest.at if newest else None, now=now)
                    await place.send(view=message)
                return
        log.warning("no operator could be told by a direct message; see the log and the figures")


def operators(
    application: discord.AppInfo | None,
) -> list[discord.User | discord.TeamMember]:
    """
    Return whom the bot's application belongs to: its owner, or of a team first the owner.

    Not the managers of servers: the ledger holds those of many, who can mend nothing on this
    machine, and one server's should not learn what fails for others.
    """
    if application is None:
        return []
    team = application.team
    if team is None:
        return [application.owner]
    joined = [m for m in team.members if m.membership_state is discord.TeamMembershipState.accepted]
    return sorted(joined, key=lambda member: member.id != team.owner_id)


def _spoken(bot: ClaimBot) -> str:
    """Return the language of the operator, of whom Discord does not tell it: their servers'."""
    spoken = {spoken_in(guild) for guild in bot.guilds}
    return spoken.pop() if len(spoken) == 1 else ENGLISH
