"""Whatever is typed or pressed, whoever does it: an answer in private words, and nothing breaks."""

from typing import Any

import discord
import pytest
from simcord import MemberActor
from simcord.backend.errors import OptionError

from tests.bot.desk import HOSTILE, Desk, response, words
from tests.bot.scenarios import COMMANDS, EVERYONE, Scenario
from tests.bot.test_permissions import Floor

TEXTS = ["   ", HOSTILE, "\x00\udc80x", "﷽" * 90, "'; DROP TABLE claim; --", "<@&1> ## x\n> y"]
NUMBERS = {
    "a number that is none": 4711,
    "the greatest that Discord takes": 2**53 - 1,
    "a dropped claim": 11,
    "a merged claim": 10,
}
HARMFUL = ("[click](", "**loud", "\u202e", "\u200b", "<@1>", "<@&1>", "||x||")
"""What of the hostile texts must never stand in an answer as it was typed."""


def odd(value: object) -> list[object]:
    """Return what might be given in the place of an option's value."""
    if isinstance(value, str):
        return list(TEXTS)
    whole = isinstance(value, int) and not isinstance(value, bool)
    return list(NUMBERS.values()) if whole else []


async def told(floor: Floor, person: MemberActor, scenario: Scenario) -> str:
    """Let somebody ask; return what they are told, or nothing where Discord takes no such value."""
    try:
        return await floor.ask(person, scenario)
    except OptionError:
        return ""


@pytest.fixture
async def floor(desk: Desk) -> Floor:
    """The desk, prepared so that everything can be asked, with a dropped and a merged claim."""
    floor = Floor(desk)
    await floor.prepare()
    await desk.moderator.slash(desk.channel, "review drop", number=11, reason="Spam.")
    await desk.moderator.slash(desk.channel, "review merge", number=10, into=9, reason="Same.")
    return floor


@pytest.mark.parametrize(
    "name", sorted({s.name for s in COMMANDS if any(map(odd, s.options.values()))})
)
async def test_odd_values_are_answered_without_harm(floor: Floor, name: str) -> None:
    desk = floor.desk
    for scenario in (s for s in COMMANDS if s.name == name):
        for option, value in scenario.options.items():
            for given in odd(value):
                asked = scenario._replace(options={**scenario.options, option: given})
                for person in (desk.member, desk.moderator, desk.manager):
                    answer = await told(floor, person, asked)
                    assert not [mark for mark in HARMFUL if mark in answer], answer


@pytest.mark.parametrize("whom", ["manager", "member"])
async def test_an_empty_server_answers_everything(desk: Desk, whom: str) -> None:
    floor = Floor(desk)
    elsewhere = desk.env.create_guild("Empty")
    floor.place = elsewhere.create_text_channel("general")
    permissions = discord.Permissions(manage_guild=whom == "manager")
    desk.role = elsewhere.create_role("Somebody", permissions=permissions)
    person = elsewhere.add_member(desk.env.create_user("somebody"), roles=[desk.role])
    await desk.env.settle()
    for scenario in COMMANDS:
        if whom == "manager" or scenario.whom == EVERYONE:
            assert await floor.ask(person, scenario) or scenario.name == "intake paste"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("claim list", "None here yet. A moderator adds articles with /intake."),
        ("claim following", "You follow none yet."),
        ("source list", "None here yet."),
        ("article list", "None here yet."),
        ("stats", "0 rated, 0 not yet"),
    ],
)
async def test_who_finds_nothing_is_told_how_there_will_be_something(
    desk: Desk, command: str, said: str
) -> None:
    empty = desk.env.create_guild("Empty")
    place = empty.create_text_channel("general")
    person = empty.add_member(desk.env.create_user("somebody"))
    await desk.env.settle()
    answer = await person.slash(place, command)
    shown = answer.followups[0] if answer.followups else response(answer)
    assert said in words(shown)


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        (
            "review take",
            {"number": 11},
            "#11 is dropped, so this cannot be done. Possible now: reo",
        ),
        ("review take", {"number": 10}, "#10 was merged into #9. Decide about that one"),
        ("review unmerge", {"number": 3, "reason": "r"}, "#3 is not merged into another"),
        ("review withdraw", {"number": 3, "piece": 7, "reason": "r"}, "#3 has no such evidence"),
        ("review tag", {"number": 3, "add": " "}, "Name a tag to put on or to take off."),
        ("claim report", {"number": 11, "reason": "r"}, "#11 was dropped, so there is no rating"),
        ("claim report", {"number": 3, "reason": "r"}, "#3 has no rating yet to object to."),
        ("source show", {"name": "  "}, "No source is known as “” here. /source list shows which"),
    ],
)
async def test_a_refusal_says_what_of_which_and_what_to_do(
    desk: Desk, command: str, options: dict[str, Any], said: str
) -> None:
    await desk.moderator.slash(desk.channel, "review drop", number=11, reason="Spam.")
    await desk.moderator.slash(desk.channel, "review merge", number=10, into=9, reason="Same.")
    answer = await desk.moderator.slash(desk.channel, command, **options)
    assert answer.ephemeral
    assert said in words(answer.response)
    desk.refusal()


async def test_a_digest_whose_channel_is_gone_says_how_to_choose_another(desk: Desk) -> None:
    channel = desk.env.guild.create_text_channel("gone")
    await desk.env.settle()
    await desk.manager.slash(
        desk.channel, "digest set", channel=channel, at="08:00", zone="Asia/Tokyo"
    )
    await desk.text_channel(channel).delete()
    await desk.env.settle()
    now = await desk.manager.slash(desk.channel, "digest now")
    shown = now.followups[0] if now.followups else response(now)
    assert "choose another one with /digest set" in words(shown)
    checked = await desk.manager.slash(desk.channel, "setup check")
    assert "The digest's channel is gone: `/digest set` names another." in words(checked.response)
