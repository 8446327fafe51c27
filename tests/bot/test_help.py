"""/help: shows each person what they can do, step by step, within Discord's limits."""

import re

import pytest
from discord import app_commands

from bot import commands
from bot.messages import help as help_
from claims import wording
from tests.bot.desk import Desk, labels, response, words
from tests.bot.test_limits import within_limits

GROUPS = [c for c in commands.ALL if isinstance(c, app_commands.Group)]
MEMBERS = ["Overview", "/claim", "/source", "/article", "/privacy"]


async def test_a_member_sees_what_members_can_do(desk: Desk) -> None:
    shown = response(await desk.member.slash(desk.channel, "help"))
    assert "`/claim list`" in words(shown)
    assert "*Object* tells moderators" in words(shown)
    assert "moderator's day" not in words(shown)
    assert "Setting up" not in words(shown)
    assert labels(shown) == MEMBERS


async def test_a_moderator_sees_a_moderators_day(desk: Desk) -> None:
    shown = response(await desk.moderator.slash(desk.channel, "help"))
    assert "`/review queue` shows what waits" in words(shown)
    assert "`/review reports` shows what members object to" in words(shown)
    assert "/review" in labels(shown)
    assert "/digest" not in labels(shown)


async def test_a_manager_sees_how_to_set_up(desk: Desk) -> None:
    shown = response(await desk.manager.slash(desk.channel, "help"))
    assert "`/setup check` says what is missing" in words(shown)
    assert labels(shown) == ["Overview", *(f"/{group.name}" for group in GROUPS)]


async def test_each_group_has_a_page_with_all_its_commands_after_a_restart(desk: Desk) -> None:
    shown = response(await desk.manager.slash(desk.channel, "help"))
    await desk.restart()
    for group in GROUPS:
        page = response(await desk.manager.click(shown, label=f"/{group.name}"))
        for command in group.commands:
            assert f"`/{command.qualified_name}` {command.description}" in words(page)
        shown = response(await desk.manager.click(page, label="Overview"))
        assert "moderator's day" in words(shown)


async def test_a_page_that_is_not_for_this_person_is_the_overview(desk: Desk) -> None:
    shown = response(await desk.member.slash(desk.channel, "help"))
    again = await desk.member.click(shown, label="/source")
    assert "`/source list`" in words(again.response)
    [group] = [group for group in GROUPS if group.name == "setup"]
    view = help_.topic(group, GROUPS)
    message = await desk.text_channel().send(view=view)
    pressed = await desk.member.click(message, label="/digest")
    assert labels(pressed.response) == MEMBERS


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_page_fits_into_one_message(language: str) -> None:
    with wording.speaking(language):
        assert within_limits(help_.overview(GROUPS, moderator=True, manager=True))
        for group in GROUPS:
            assert within_limits(help_.topic(group, GROUPS))


def test_the_steps_name_only_commands_that_there_are() -> None:
    text = help_.EVERYONE + help_.MODERATORS + help_.MANAGERS
    known = {c.qualified_name for group in GROUPS for c in group.commands}
    known |= {c.name for c in commands.ALL}
    assert set(re.findall(r"`/([a-z ]+)`", text)) <= known
