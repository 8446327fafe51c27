"""
A scheduled digest is in the channel exactly once, wherever the bot was killed while sending it.

Each step of a sending, with the bot started again at once, or only when Discord has forgotten
the nonce: then it has to look into the channel.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

import pytest

from claims.digests.records import Schedule
from claims.ledger import open_ledger
from claims.ledger.digests import digests
from tests.e2e.loopback import EVERYONE, NOTHING, BotProcess, Message, Permission, When, shown
from tests.e2e.loopback.faults import Fault, Faults
from tests.e2e.newsroom import MESSAGES, Newsroom

LOOKS_OFTEN = {"LOOPBACK_SET": "bot.jobs.schedule:TICK_SECONDS=0.3"}
FORGOTTEN = timedelta(minutes=10)  # Discord's "few minutes" are over
HISTORY = Permission.READ_MESSAGE_HISTORY


class Step(NamedTuple):
    """Where the bot dies: before a function of its own, or while Discord holds its request."""

    before: str | None = None
    holding: Callable[[Faults], Fault] | None = None
    arrives: bool = True  # whether the message is in the channel in the end


STEPS = {
    "before it is claimed": Step("claims.ledger.digests.due_runs:claim_due", arrives=False),
    "after it is claimed": Step("bot.jobs.digest_sending:digest_message", arrives=False),
    "when the request is lost": Step(
        holding=lambda faults: faults.held("POST", MESSAGES, lost=True), arrives=False
    ),
    "when the request comes through later": Step(
        holding=lambda faults: faults.held("POST", MESSAGES)
    ),
    "when the answer is lost": Step(
        holding=lambda faults: faults.held("POST", MESSAGES, when=When.AFTER, lost=True)
    ),
    "before it is recorded": Step("claims.ledger.digests.runs:settle"),
    "after it is recorded": Step(),
}


@pytest.fixture
async def due(newsroom: Newsroom) -> Newsroom:
    """A newsroom whose digest was due five minutes ago, after days on which the bot was away."""
    moment = datetime.now(UTC) - timedelta(minutes=5)
    schedule = Schedule(
        channel_id=newsroom.news.id, local_time=time(moment.hour, moment.minute), zone="UTC"
    )
    async with open_ledger(newsroom.ledger) as ledger:
        await ledger.write(
            digests.set_schedule, newsroom.guild.id, schedule, now=moment - timedelta(days=3)
        )
    newsroom.news.overwrites[newsroom.discord.world.bot.id] = (HISTORY, NOTHING)
    return newsroom


def posts(room: Newsroom) -> list[Message]:
    """Return the digests in the channel."""
    return [each for each in room.news.public if "## Digest" in shown(each)]


def outcomes(room: Newsroom) -> list[str]:
    """What the ledger knows of today's digest, whoever has the file open."""
    with closing(sqlite3.connect(f"file:{room.ledger}?mode=ro", uri=True)) as db:
        found = db.execute("SELECT outcome FROM digest_run WHERE outcome <> 'missed'")
        return [outcome for (outcome,) in found if outcome != "empty"]


@asynccontextmanager
async def killed(room: Newsroom, step: Step) -> AsyncIterator[None]:
    """Start the bot and kill it at this step; what Discord held then goes on."""
    settings = LOOKS_OFTEN | ({"LOOPBACK_KILL": step.before} if step.before else {})
    held = step.holding(room.discord.faults) if step.holding else None
    async with room.start(**settings) as bot:
        if step.before:
            await bot.ended()
        elif held:
            await bot.ready()
            await held.reached.wait()
        else:
            await bot.ready()
            await room.discord.world.until(lambda: posts(room), "the digest")
            await quiet(room, bot)
        await bot.kill()
    if held:
        held.release()
        await room.discord.world.until(lambda: len(posts(room)) == step.arrives, "its effect")
    yield


async def quiet(room: Newsroom, bot: BotProcess) -> None:
    """Wait until the bot knows that all is told: then it has nothing more to post."""
    async with asyncio.timeout(15):
        while "Nothing happened" not in (await room.manager.slash(room.general, "digest now")).text:
            assert bot.exit_code is None


def age(room: Newsroom) -> None:
    """Let the nonce be forgotten: by Discord, and in the ledger's eyes."""
    room.discord.world.nonces.clear()
    with closing(sqlite3.connect(room.ledger)) as db, db:
        db.execute(
            "UPDATE digest_run SET attempted_at = attempted_at - ?", (FORGOTTEN.total_seconds(),)
        )


@pytest.mark.parametrize("restarted", ["at once", "later"])
@pytest.mark.parametrize("name", STEPS)
async def test_one_digest_when_killed(due: Newsroom, name: str, restarted: str) -> None:
    step = STEPS[name]
    async with killed(due, step):
        assert len(posts(due)) == step.arrives
    for number in range(20):
        due.member.send(due.news, f"Remark {number}")
    if restarted == "later":
        age(due)
    async with due.start(**LOOKS_OFTEN) as bot:
        await bot.ready()
        await due.discord.world.until(lambda: posts(due), "the digest")
        await quiet(due, bot)
        [digest] = posts(due)
        assert "4 new claims" in shown(digest)
        assert outcomes(due) == ["sent"]


async def test_nothing_is_sent_twice_where_the_channel_cannot_be_read(due: Newsroom) -> None:
    """Without the history nobody can know; the next digest tells what this one may have told."""
    async with killed(due, STEPS["when the answer is lost"]):
        age(due)
    due.news.overwrites[due.discord.world.bot.id] = (NOTHING, HISTORY)
    due.guild.everyone.permissions = EVERYONE & ~HISTORY
    async with due.start(**LOOKS_OFTEN) as bot:
        await bot.ready()
        await due.discord.world.until(lambda: outcomes(due) == ["uncertain"], "its look")
        answer = await due.manager.slash(due.general, "digest now")
        assert "is in" in answer.text
        assert len(posts(due)) == 2  # the second is the one that was asked for
        assert outcomes(due) == ["uncertain", "sent"]
