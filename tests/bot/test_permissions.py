"""Everything that can be asked: as member, moderator, manager, and from another server."""

import sqlite3

import discord
import pytest
from discord import app_commands
from simcord import InteractionResult, MemberActor

from bot import commands
from bot.interaction import manages
from claims.ledger.lookup import listings
from claims.records.lists import Filter
from tests.bot import scenarios
from tests.bot.desk import Desk, words
from tests.bot.scenarios import (
    BUTTONS,
    CHANNEL,
    COMMANDS,
    EVERYONE,
    MENUS,
    MODERATORS,
    NEWS,
    ROLE,
    SENT_BEFORE,
    Scenario,
)
from tests.claims.ledger.conftest import everything

MAY = {
    "member": {EVERYONE},
    "moderator": {EVERYONE, MODERATORS},
    "manager": {EVERYONE, MODERATORS, scenarios.MANAGERS},
}
REFUSALS = ("decide about claims here", "needs the permission Manage Server")
MARKS = ("Ada Lovett", "rents fell by 5", "The Example", "Fact desk")
"""What only the desk's server knows."""


def test_every_command_has_a_scenario() -> None:
    there = {c.name for c in commands.ALL if not isinstance(c, app_commands.Group)}
    for group in commands.ALL:
        if isinstance(group, app_commands.Group):
            there |= {command.qualified_name for command in group.walk_commands()}
    assert there == {scenario.name for scenario in (*COMMANDS, *MENUS)}


class Floor:
    """The desk, prepared so that everything can be asked, and whoever asks."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.place = desk.channel
        self.message: discord.Message

    async def prepare(self) -> None:
        desk = self.desk
        everybody = desk.env.guild.default_role
        for command in await desk.bot.tree.fetch_commands():
            # Managers of a server may show any command to anybody; the code has to check too.
            desk.env.guild.set_command_permissions(command, {everybody: True})
        self.message = await desk.member.send(desk.channel, NEWS)
        rated = {"number": 12, "rating": "mixed", "evidence": scenarios.EVIDENCE, "reason": "r"}
        await desk.moderator.slash(desk.channel, "review rate", **rated)
        await desk.ledger.write(
            listings.keep,
            desk.guild_id,
            Filter(publisher="The Example"),
            owner=desk.member.id,
            now=desk.env.now(),
        )

    async def ask(self, person: MemberActor, scenario: Scenario) -> str:
        """Let somebody ask; return all that they are told, and check that nothing broke."""
        stand_ins = {CHANNEL: self.place, ROLE: self.desk.role}
        before = len(self.desk.env.errors)
        if ":" in scenario.name:
            answer = await self.press(person, scenario.name)
        elif scenario in MENUS:
            answer = await person.context_menu(self.place, scenario.name, self.message)
        else:
            options = {
                key: stand_ins.get(value, value) if isinstance(value, object) else value
                for key, value in scenario.options.items()
            }
            answer = await person.slash(self.place, scenario.name, **options)
        assert answer.acknowledged, scenario.name
        del self.desk.env.errors[before:]
        told = words(answer.response) if answer.response is not None else ""
        told += "".join(words(each) for each in answer.followups)
        assert "went wrong on our side" not in told, scenario.name
        assert "older version" not in told, scenario.name
        return told

    async def press(self, person: MemberActor, custom_id: str) -> InteractionResult:
        message = await self.desk.post_button(custom_id, self.desk.text_channel(self.place))
        return await person.click(message, label="x")


@pytest.fixture
async def floor(desk: Desk) -> Floor:
    floor = Floor(desk)
    await floor.prepare()
    return floor


def is_refused(told: str) -> bool:
    return any(refusal in told for refusal in REFUSALS)


@pytest.mark.parametrize(
    "asked",
    [COMMANDS, MENUS, BUTTONS, SENT_BEFORE],
    ids=["commands", "menus", "buttons", "sent before"],
)
@pytest.mark.parametrize("role", [*MAY])
async def test_each_role_may_do_what_is_for_it_and_nothing_else(
    floor: Floor, role: str, asked: list[Scenario]
) -> None:
    person = getattr(floor.desk, role)
    refused = {s.name for s in asked if is_refused(await floor.ask(person, s))}
    assert refused == {s.name for s in asked if s.whom not in MAY[role]}


async def test_what_a_member_is_refused_changes_nothing(floor: Floor) -> None:
    before = stored(floor.desk)
    for scenario in (*COMMANDS, *MENUS, *BUTTONS):
        if scenario.whom is not EVERYONE:
            await floor.ask(floor.desk.member, scenario)
    assert stored(floor.desk) == before


@pytest.mark.parametrize("name", ["administrator", "manage_guild"])
def test_either_permission_makes_a_manager(name: str) -> None:
    assert manages(discord.Permissions(**{name: True}))


def test_no_other_permission_makes_a_manager() -> None:
    everything_else = discord.Permissions.all()
    everything_else.update(administrator=False, manage_guild=False)
    assert not manages(everything_else)


async def test_who_manages_another_server_learns_and_changes_nothing_here(floor: Floor) -> None:
    """The same bot is in both: with every command, menu and button, with the ids of this one."""
    desk = floor.desk
    elsewhere = desk.env.create_guild("Elsewhere")
    floor.place = elsewhere.create_text_channel("general")
    manages = discord.Permissions(manage_guild=True)
    role = elsewhere.create_role("Managers", permissions=manages)
    outsider = elsewhere.add_member(desk.env.create_user("outsider"), roles=[role])
    await desk.env.settle()
    floor.message = await outsider.send(floor.place, "Nobody has seen rain on Mars.")
    desk.role = role
    before = stored(desk)
    for scenario in (*COMMANDS, *MENUS, *BUTTONS):
        told = await floor.ask(outsider, scenario)
        asked = str(dict(scenario.options))
        assert not [mark for mark in MARKS if mark in told and mark not in asked], scenario.name
    assert stored(desk) == before


def stored(desk: Desk) -> object:
    """Return all rows of the desk's server."""
    with sqlite3.connect(desk.ledger.path) as db:
        db.row_factory = sqlite3.Row
        rows = everything(db, desk.guild_id)
    db.close()
    return rows
