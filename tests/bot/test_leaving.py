"""A server that removes the bot: its ledger is kept for a while, then erased."""

from datetime import timedelta

import pytest

from claims.ledger.lookup import claims
from tests.bot.desk import Desk

KEEP = timedelta(hours=2)


async def count(desk: Desk) -> int:
    return len((await desk.ledger.read(claims.page, desk.guild_id, size=25)).claims)


async def leave(desk: Desk) -> None:
    bot = desk.bot
    [guild] = bot.guilds
    bot.dispatch("guild_remove", guild)
    await desk.env.settle()


async def erase(desk: Desk) -> None:
    bot = desk.bot
    bot.keep = KEEP
    await bot.schedule.erase_departed()


async def test_its_ledger_is_kept_for_a_while_and_then_erased(desk: Desk) -> None:
    await leave(desk)
    await desk.later(KEEP.total_seconds() - 60)
    await erase(desk)
    assert await count(desk) == 12
    await desk.later(120)
    await erase(desk)
    assert await count(desk) == 0


@pytest.mark.parametrize("how", ["invited", "found there at a start"])
async def test_coming_back_in_time_keeps_everything(desk: Desk, how: str) -> None:
    await leave(desk)
    if how == "invited":
        bot = desk.bot
        bot.dispatch("guild_join", bot.guilds[0])
        await desk.env.settle()
    else:
        await desk.restart()
    await desk.later(KEEP.total_seconds() + 60)
    await erase(desk)
    assert await count(desk) == 12
