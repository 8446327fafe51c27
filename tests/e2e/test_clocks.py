"""The installed program on a machine whose clock is set while it runs."""

import asyncio
import re
import signal
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from claims.digests.records import Schedule
from claims.ledger import open_ledger
from claims.ledger.decisions import reviews
from claims.ledger.digests import digests
from claims.ledger.history import audit
from claims.records.decisions import Act, Action
from claims.rules.rating import ASSIGNMENT
from tests.e2e.loopback import Answer, shown
from tests.e2e.newsroom import EVIDENCE, Newsroom

DAY, MONTH = timedelta(days=1), timedelta(days=31)
RATED = {"rating": "mixed", "evidence": EVIDENCE, "reason": "The port's own table."}
QUICK = "bot.jobs.schedule:TICK_SECONDS=0.1"


class Wall:
    """The program's wall clock: what it is wrong by stands in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def show(self, moment: datetime, *, slept: timedelta = timedelta()) -> None:
        """Set it, as one sets a clock: in one step; or let the computer have slept so long."""
        new = self.path.with_suffix(".new")
        wrong_by = moment - datetime.now(UTC)
        new.write_text(f"{wrong_by.total_seconds()} {slept.total_seconds()}")
        new.replace(self.path)


def tomorrow_at_eight() -> datetime:
    """So that no clock of these tests is near a change of the date."""
    return datetime.combine(datetime.now(UTC).date() + DAY, time(8), UTC)


async def set_daily(room: Newsroom, now: datetime) -> None:
    """Have a digest every day at eight; no bot may run meanwhile."""
    daily = Schedule(channel_id=room.news.id, local_time=time(8), zone="UTC")
    async with open_ledger(room.ledger) as ledger:
        await ledger.write(digests.set_schedule, room.guild.id, daily, now=now)


@pytest.mark.parametrize("wrong_by", [DAY, MONTH, -DAY], ids=["day", "month", "day back"])
async def test_a_digest_comes_at_its_time_though_the_clock_was_wrong_before(
    newsroom: Newsroom, tmp_path: Path, wrong_by: timedelta
) -> None:
    room, wall = newsroom, Wall(tmp_path / "clock")
    eight = tomorrow_at_eight()
    before = eight - timedelta(seconds=60)
    await set_daily(room, before)
    wall.show(before)
    async with room.start(LOOPBACK_CLOCK=str(wall.path), LOOPBACK_SET=QUICK) as bot:
        await bot.ready()
        wall.show(before + wrong_by)
        await bot.printed("the clock was set by")
        assert not room.news.public
        wall.show(eight + timedelta(seconds=1))
        [digest] = await room.discord.world.until(lambda: room.news.public, "the digest")
        assert "4 new claims" in shown(digest)
        assert await bot.stop() == 0
    async with open_ledger(room.ledger) as ledger:
        scheduled = await ledger.read(digests.get_schedule, room.guild.id)
    assert scheduled
    assert scheduled[1] == eight + DAY


async def test_members_limits_go_on_as_before_when_the_clock_is_set(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    room, wall = newsroom, Wall(tmp_path / "clock")
    now = datetime.now(UTC)
    wall.show(now + DAY)
    async with room.start(LOOPBACK_CLOCK=str(wall.path)) as bot:
        await bot.ready()
        for _ in range(5):
            await room.member.slash(room.general, "stats")
        wall.show(now)
        refused = await room.member.slash(room.general, "stats")
        assert "charts drawn" in refused.text
        until = int(refused.text.split("<t:")[1].split(":")[0])
        assert until - datetime.now(UTC).timestamp() <= 61


async def test_after_an_hours_sleep_everything_is_as_if_the_computer_had_been_awake(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    room, wall = newsroom, Wall(tmp_path / "clock")
    carl, ada = room.moderator, room.member
    eight = tomorrow_at_eight()
    before = eight - timedelta(minutes=30)
    await set_daily(room, before)
    take = Act(action=Action.TAKE, actor=carl.user.id)
    async with open_ledger(room.ledger) as ledger:
        taken = before - ASSIGNMENT + timedelta(minutes=30)
        await ledger.write(reviews.act, room.guild.id, 2, take, now=taken)
    wall.show(before)
    async with room.start(LOOPBACK_CLOCK=str(wall.path), LOOPBACK_SET=QUICK) as bot:
        await bot.ready()
        await ada.slash(room.general, "claim follow", number=1)
        await carl.slash(room.general, "review rate", number=1, **RATED)
        told = [await ada.slash(room.general, "stats") for _ in range(6)]
        assert "charts drawn" in told[-1].text
        assert "Being checked" in (await ada.slash(room.general, "claim show", number=2)).text
        bot.send(signal.SIGSTOP)
        wall.show(eight + timedelta(minutes=30), slept=timedelta(hours=1))
        bot.send(signal.SIGCONT)
        [digest] = await room.discord.world.until(lambda: room.news.public, "the digest")
        assert "#1" in shown(digest)
        private = room.discord.world.dm_with(ada.user)
        await room.discord.world.until(lambda: private.messages, "the news of a followed claim")
        assert "charts drawn" not in (await ada.slash(room.general, "stats")).text
        freed = await ada.slash(room.general, "claim history", number=2)
        assert "Nobody decided in time." in freed.text
        assert "the clock was set" not in bot.output
        assert await bot.stop() == 0


async def test_a_clock_that_was_believed_a_day_ahead_leaves_nothing_that_waits_for_it(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    room, wall = newsroom, Wall(tmp_path / "clock")
    carl = room.moderator
    eight = tomorrow_at_eight()
    before, right = eight - timedelta(minutes=1), eight + timedelta(minutes=1)
    await set_daily(room, before)
    wall.show(before)
    soon = f"{QUICK} bot.clock:PATIENCE=0.2"
    async with room.start(LOOPBACK_CLOCK=str(wall.path), LOOPBACK_SET=soon) as bot:
        await bot.ready()
        wall.show(before + DAY)
        await until_told(room, "digest status", "was not running")
        await carl.slash(room.general, "review take", number=2)
        await carl.slash(room.general, "review rate", number=1, **RATED)
        wall.show(right)
        refused = await carl.slash(room.general, "review undo", number=1)
        assert "The clock was set back since the last change" in refused.text
        [digest] = await room.discord.world.until(lambda: room.news.public, "today's digest")
        assert "#1" in shown(digest)
        status = await room.manager.slash(room.general, "digest status")
        assert "was not running" not in status.text
        await until_told(room, "claim history", "The clock was ahead", number=2)
        card = await room.manager.slash(room.general, "claim show", number=2)
        until = int(re.findall(r"<t:(\d+):f>", card.text)[0])
        assert 0 <= until - (right + ASSIGNMENT).timestamp() <= 60
        assert await bot.stop() == 0
    async with open_ledger(room.ledger) as ledger:
        assert await ledger.read(audit.all_breaks) == []


async def until_told(room: Newsroom, command: str, words: str, **options: object) -> Answer:
    """Ask again and again until the answer has these words."""
    async with asyncio.timeout(15):
        while (
            words not in (told := await room.manager.slash(room.general, command, **options)).text
        ):
            pass
    return told
