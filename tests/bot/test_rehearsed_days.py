"""The invented week of the rehearsal: what each of its digests tells."""

import pytest

from bot.client import ClaimBot
from bot.rehearsal.days import DAYS, live
from tests.bot.desk import Desk, words

TOLD = (
    ["1 new claim", "Harbour reopens"],
    ["3 new ratings", "✅ Verified. The port's table of calls has all"],
    ["2 corrections · 1 dispute", "Verified → ❌ False"],
    None,
    ["3 new claims", "הנמל נסגר", "توقفت الرافعات"],
    ["500 new claims", "Yearbooks of the harbour office"],
    ["1 new rating · 3 asked for · 3 being checked", "🟢 Mostly true. The table has a few"],
)


@pytest.fixture
async def quiet(desk: Desk) -> Desk:
    """A desk whose own claims were told already."""
    await desk.manager.slash(desk.channel, "digest now")
    return desk


async def test_a_week_has_every_sort_of_digest(quiet: Desk) -> None:
    bot = quiet.env.bot
    assert isinstance(bot, ClaimBot)
    assert len(TOLD) == len(DAYS)
    for day, expected in enumerate(TOLD):
        await live(day, quiet.ledger, quiet.guild_id, quiet.moderator.id, quiet.env.now())
        answer = await quiet.manager.slash(quiet.channel, "digest now")
        if expected is None:
            assert "Nothing happened" in answer.response.content
            continue
        posted = words(quiet.channel.last_message)
        assert [part for part in expected if part not in posted] == []
        await quiet.later(24 * 3600)


async def test_weeks_repeat(quiet: Desk) -> None:
    for day in (0, len(DAYS)):
        await live(day, quiet.ledger, quiet.guild_id, quiet.moderator.id, quiet.env.now())
