"""The installed program on a machine whose clock is set while it runs."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from claims.digests.records import Schedule
from claims.ledger import open_ledger
from claims.ledger.digests import digests
from tests.e2e.loopback import shown
from tests.e2e.newsroom import Newsroom

DAY, MONTH = timedelta(days=1), timedelta(days=31)
QUICK = "bot.jobs.schedule:TICK_SECONDS=0.1"


class Wall:
    """The program's wall clock: what it is wrong by stands in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def show(self, moment: datetime) -> None:
        """Set it, as one sets a clock: in one step."""
        new = self.path.with_suffix(".new")
        new.write_text(str((moment - datetime.now(UTC)).total_seconds()))
        new.replace(self.path)


@pytest.mark.parametrize("wrong_by", [DAY, MONTH, -DAY], ids=["day", "month", "day back"])
async def test_a_digest_comes_at_its_time_though_the_clock_was_wrong_before(
    newsroom: Newsroom, tmp_path: Path, wrong_by: timedelta
) -> None:
    room, wall = newsroom, Wall(tmp_path / "clock")
    # Tomorrow at eight, so that no clock of these tests is near a change of the date.
    eight = datetime.combine(datetime.now(UTC).date() + DAY, time(8), UTC)
    daily = Schedule(channel_id=room.news.id, local_time=time(8), zone="UTC")
    before = eight - timedelta(seconds=60)
    async with open_ledger(room.ledger) as ledger:
        await ledger.write(digests.set_schedule, room.guild.id, daily, now=before)
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
