"""Presses and forms that nobody was ever shown: what is one person's stays theirs."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import discord
import pytest
from simcord import ChannelHandle, MemberActor

from bot.presses.base import Whose
from bot.presses.forms import TryAgain
from bot.presses.old import OLD_FORMS
from tests.bot.desk import Desk, field, response, words
from tests.bot.scenarios import (
    BUTTONS,
    EVERYONE,
    MANAGERS,
    MODERATORS,
    SENT_BEFORE,
    Scenario,
    press_of,
)
from tests.bot.test_permissions import Floor

SECRET = "Quibberly"
TEXT = f"Mayor {SECRET} Lovett said on Monday that rents fell by 5% in Lindau."

OWNED = (
    *("ask", "asker", "looker", "draft", "draft_claim", "digest_run", "digest_schedule"),
    *("event", "evidence", "report", "source", "article"),
)
"""Tables that no forged press or form of a stranger may change."""


def ids_in(sent: object) -> Iterator[str]:
    """Yield every `custom_id` in what was sent to Discord, however deep."""
    if isinstance(sent, dict):
        if isinstance(sent.get("custom_id"), str):
            yield sent["custom_id"]
        for part in sent.values():
            yield from ids_in(part)
    elif isinstance(sent, list):
        for part in sent:
            yield from ids_in(part)


def rows(desk: Desk) -> dict[str, list[Any]]:
    with sqlite3.connect(desk.ledger.path) as db:
        found = {
            name: db.execute(
                f"SELECT * FROM {name} WHERE guild_id = ?", (desk.guild_id,)
            ).fetchall()
            for name in OWNED
        }
    db.close()
    return found


async def send_form(
    desk: Desk, person: MemberActor, place: ChannelHandle, custom_id: str, text: str = "x"
) -> str:
    """Send a form that was never opened, with the same text in every field there is."""
    names = ("Text", "Claim", "Source", "reason", "links", "rating", "origin", "stance")
    fields = [
        {"type": 18, "component": {"type": 4, "custom_id": name, "value": text}} for name in names
    ]
    data = {"custom_id": custom_id, "components": fields}
    before = len(desk.env.errors)
    answer = await person._dispatch_interaction(
        discord.InteractionType.modal_submit.value, place, data
    )
    del desk.env.errors[before:]
    assert answer.acknowledged, custom_id
    told = words(answer.response) if answer.response is not None else ""
    return told + "".join(words(each) for each in answer.followups)


class Private:
    """A desk on which a manager has something private of every sort, and the ids sent with it."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.desk = floor.desk
        self.ids: set[str] = set()

    async def prepare(self) -> None:
        await self.floor.prepare()
        desk, owner = self.desk, self.desk.manager
        seen = len(desk.env.http_requests)
        await owner.slash(desk.channel, "claim check", text=TEXT)
        await owner.slash(desk.channel, "claim list", words=SECRET.lower(), publisher="The Example")
        await owner.slash(desk.channel, "claim list", publisher="The Example")
        await owner.slash(desk.channel, "review queue")
        await owner.slash(desk.channel, "digest preview")
        form = await owner.slash(desk.channel, "intake paste")
        await owner.submit_modal(form, {field(form, "Text")["custom_id"]: TEXT})
        form = await owner.slash(desk.channel, "review rate", number=2, rating="false")
        given = {"reason": SECRET, "links": "no link", "rating": ["false"]}
        await owner.submit_modal(form, given)
        for request in desk.env.http_requests[seen:]:
            self.ids.update(ids_in(request.json))
        self.ids = {one for one in self.ids if ":" in one}


@pytest.fixture
async def private(desk: Desk) -> Private:
    made = Private(Floor(desk))
    await made.prepare()
    return made


def test_what_is_sent_to_one_person_is_among_what_strangers_press(private: Private) -> None:
    sorts = {one.split(":")[0] for one in private.ids}
    assert {"ask", "kept", "draft", "again", "digest", "claim"} <= sorts


WHOM = {
    Whose.EVERYBODY: EVERYONE,
    Whose.MODERATORS: MODERATORS,
    Whose.MANAGERS: MANAGERS,
    Whose.LOOKER: EVERYONE,
    Whose.LOOKER_OR_SHARED: EVERYONE,
    Whose.READERS: MANAGERS,  # of a preview, which the scenario asks for
}


@pytest.mark.parametrize("scenario", [*BUTTONS, *SENT_BEFORE], ids=lambda each: each.name)
def test_each_sort_of_button_says_whose_it_is(scenario: Scenario) -> None:
    press = press_of(scenario.name)
    asked = press.form if isinstance(press, TryAgain) else press
    assert asked is not None
    assert scenario.whom == WHOM[asked.kind.whose]


@pytest.mark.parametrize("where", ["here", "elsewhere"])
async def test_a_stranger_gets_nothing_private_by_any_press_or_form(
    private: Private, where: str
) -> None:
    desk, person = private.desk, private.desk.member
    if where == "elsewhere":
        guild = desk.env.create_guild("Elsewhere")
        private.floor.place = guild.create_text_channel("general")
        manages = discord.Permissions(manage_guild=True)
        role = guild.create_role("Managers", permissions=manages)
        person = guild.add_member(desk.env.create_user("outsider"), roles=[role])
        await desk.env.settle()
    before = rows(desk)
    for custom_id in sorted({one.name for one in (*BUTTONS, *SENT_BEFORE)} | private.ids):
        told = await private.floor.press(person, custom_id)
        del desk.env.errors[:]
        shown = [*filter(None, [told.response]), *told.followups]
        assert not [one for one in shown if SECRET in words(one)], custom_id
        assert SECRET not in str(told.modal), custom_id
        assert rows(desk) == before, custom_id
    for verb in OLD_FORMS:
        for number in (1, 2):
            said = await send_form(desk, person, private.floor.place, f"{verb}:{number}:0")
            assert SECRET not in said, verb
            assert rows(desk) == before, verb


async def test_a_look_up_is_its_persons_until_it_is_shared_in_the_channel(desk: Desk) -> None:
    looked = await desk.manager.slash(desk.channel, "claim check", text="rents fell by 5%")
    floor = Floor(desk)
    for verb in ("share", "ask"):
        refused = await floor.press(desk.member, f"ask:{verb}:1:0")
        assert "Somebody else looked this text up." in words(refused.response)
    shared = await desk.manager.click(response(looked), label="Share")
    asked = await desk.member.click(response(shared), label="None of these: ask for a check")
    assert "Moderators have it in their queue now." in words(asked.response)
    again = await floor.press(desk.member, "ask:share:1:0")
    assert "Somebody else looked this text up." in words(again.response)
    floor.place = desk.env.guild.create_text_channel("other")
    await desk.env.settle()
    other = await floor.press(desk.moderator, "ask:ask:1:0")
    assert "Somebody else looked this text up." in words(other.response)


async def test_a_digest_opens_for_everybody_where_it_was_posted(desk: Desk) -> None:
    floor = Floor(desk)
    refused = await floor.press(desk.member, "digest:addition:1:0")
    assert "No such digest was posted in this channel." in words(refused.response)
    await desk.manager.slash(desk.channel, "digest now")
    opened = await floor.press(desk.member, "digest:addition:1:0")
    assert "rents fell by" in words(opened.response)
    floor.place = desk.env.guild.create_text_channel("other")
    await desk.env.settle()
    elsewhere = await floor.press(desk.member, "digest:addition:1:0")
    assert "No such digest was posted in this channel." in words(elsewhere.response)
    assert "rents fell by" in words(
        (await floor.press(desk.manager, "digest:addition:1:0")).response
    )


async def test_lists_that_are_kept_are_limited_for_one_member(desk: Desk) -> None:
    answers = [
        await desk.member.slash(
            desk.channel, "claim list", publisher="The Example", check_worthiness=n / 100
        )
        for n in range(21)
    ]
    assert "You narrowed lists 20 times" in words(answers[-1].response)
    desk.refusal()
