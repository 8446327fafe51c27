"""/help: shows each person what they can do, within Discord's limits."""

from bot import commands
from bot.commands.help import page
from tests.bot.desk import Desk, words


async def test_a_member_sees_what_members_can_do(desk: Desk) -> None:
    shown = words((await desk.member.slash(desk.channel, "help")).response)
    assert "`/claim show`" in shown
    assert "`/review verify`" not in shown
    assert "`/digest set`" not in shown


async def test_a_moderator_sees_the_decisions_too(desk: Desk) -> None:
    shown = words((await desk.moderator.slash(desk.channel, "help")).response)
    assert "`/review verify` Mark a claim as verified, with evidence." in shown
    assert "`/digest set`" not in shown


async def test_a_manager_sees_everything(desk: Desk) -> None:
    shown = words((await desk.manager.slash(desk.channel, "help")).response)
    for command in ("claim list", "review rate", "digest now", "setup moderators"):
        assert f"`/{command}`" in shown


def test_all_of_it_fits_into_one_message() -> None:
    groups = [c for c in commands.ALL if hasattr(c, "commands")]
    assert page(groups).content_length() <= 4000
