"""
A desk's whole day over sockets, from an empty ledger, by what /help alone says.

Everybody here reads /help and its pages first, and then runs no command that these do not name.
"""

import re
from pathlib import Path

from tests.e2e.loopback import Answer, Channel, LoopbackDiscord, Person, Role, shown
from tests.e2e.newsroom import furnish

NEWS = """\
Harbour lost a third of its trade

The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council.
She said the two cranes had stood still for nine weeks.
According to the shipping office, 412 vessels called at the port in 2024.
"""
TWO_LINKS = "https://register.example.org/harbour table 3\nhttps://news.example.com/cranes"


class Newcomer:
    """Somebody who knows of the bot what /help told them."""

    def __init__(self, person: Person, channel: Channel) -> None:
        self.person, self.channel = person, channel
        self.knows: set[str] = set()

    async def read_help(self) -> None:
        """Read the overview and each group's page."""
        page = await self.person.slash(self.channel, "help")
        assert page.private
        told = page.text
        for group in [each for each in page.labels if each.startswith("/")]:
            told += (await self.person.press(page, group)).text
        self.knows = set(re.findall(r"`/([a-z]+ [a-z]+|[a-z]+)`", told))

    async def use(self, command: str, **given: object) -> Answer:
        """Run a command that /help named."""
        assert command in self.knows
        return await self.person.slash(self.channel, command, **given)


async def test_a_desk_does_its_whole_day(discord: LoopbackDiscord, tmp_path: Path) -> None:
    """Set up, take a text in, look up, ask, take, rate by two, undo, object, correct, digest."""
    room = furnish(discord, tmp_path)
    second = discord.person("Sena", room.guild, room.moderators)
    manager, checker, other, member = (
        Newcomer(person, room.general)
        for person in (room.manager, room.moderator, second, room.member)
    )
    async with room.start() as bot:
        await bot.ready()
        await manager.read_help()
        await _set_up(manager, room.moderators, room.news)
        for each in (checker, other, member):
            await each.read_help()
        number = await _take_in(checker)
        await _look_up(member, number)
        await _rate_by_two(checker, other, number)
        assert "1 new rating" in await _digest(manager, room.news)
        await _correct(checker, other, member, number)
        assert "1 correction" in await _digest(manager, room.news)
        opened = await member.person.press(room.news.public[-1], f"claim:show:{number}:0")
        assert "it was rated Verified" in opened.text
        assert "Verified" in (await member.use("claim history", number=number)).text
        assert "1 rated" in (await member.use("stats")).text
        assert "Traceback" not in bot.output


async def _set_up(manager: Newcomer, moderators: Role, news: Channel) -> None:
    named = await manager.use("setup moderators", role=moderators)
    assert f"<@&{moderators.id}> rate claims" in named.text
    assert "two moderators" in (await manager.use("setup rules", two_person=True)).text
    assert "claims were added" in (await manager.use("setup seeds")).text
    planned = await manager.use("digest set", channel=news, at="08:00", zone="Europe/Oslo")
    assert f"The digest goes to <#{news.id}>" in planned.text
    assert "✅" in (await manager.use("setup check")).text


async def _take_in(checker: Newcomer) -> int:
    """Paste an article, look at the preview, drop one claim, word one anew, add the rest."""
    form = await checker.use("intake paste")
    preview = await checker.person.submit(
        form, Text=NEWS, Publisher="Norvik Courier", Date="2025-02-19"
    )
    assert "3 claims found, 3 kept" in preview.text
    assert "**the two cranes had stood still for nine weeks**" in preview.text
    await checker.person.press(preview, "Drop")
    edit = await checker.person.press(preview, "Edit")
    await checker.person.submit(edit, Claim="Norvik's harbour lost a third of its trade")
    await checker.person.press(preview, "Add 3 claims")
    assert "3 claims were added" in preview.text
    found = await checker.use("claim search", words="trade Norvik")
    return _number(await checker.person.press(found, "Open"))


def _number(card: Answer) -> int:
    match = re.search(r"#(\d+)", card.text)
    assert match
    return int(match.group(1))


async def _look_up(member: Newcomer, number: int) -> None:
    known = await member.use("claim check", text="The harbour lost a third of its trade last year")
    assert f"#{number}" in known.text
    card = await member.use("claim show", number=number)
    assert "claimed by **Ida Lund**" in card.text
    context = await member.person.press(card, "In context")
    assert "**The harbour of Norvik lost a third of its trade last year**" in context.text
    await member.person.press(card, "Follow")
    await member.person.press(card, "Ask for a check")
    assert f"#{number}" in (await member.use("claim following")).text


async def _rate_by_two(checker: Newcomer, other: Newcomer, number: int) -> None:
    queue = await checker.use("review queue")
    assert f"#{number}" in queue.text
    card = await checker.person.press(queue, f"claim:show:{number}:0")
    await checker.person.press(card, "Take")
    form = await checker.person.press(card, "Verify")
    await checker.person.submit(form, Reason="The register has it.", Evidence=TWO_LINKS)
    assert "Waits for a second moderator" in card.text

    queue = await other.use("review queue")
    assert "Waiting for a second moderator" in queue.text
    card = await other.person.press(queue, f"claim:show:{number}:0")
    for reason in ("I found the same.", "I found the same after all."):
        form = await other.person.press(card, "Verify")
        await other.person.submit(form, Reason=reason, Evidence=TWO_LINKS)
        assert "✅ Verified" in card.text
        if reason == "I found the same.":
            await other.person.press(card, "Undo")
            assert "Waits for a second moderator" in card.text


async def _correct(checker: Newcomer, other: Newcomer, member: Newcomer, number: int) -> None:
    """A member objects, which is accepted; both moderators then rate the claim otherwise."""
    told = await member.use("claim report", number=number, reason="That was one pier only.")
    assert "Moderators see your objection" in told.text
    objections = await checker.use("review reports")
    assert "That was one pier only." in objections.text
    await checker.person.press(objections, "Accept")
    card = await checker.use("claim show", number=number)
    assert "disputed" in card.text
    for each in (checker, other):
        card = await each.use("claim show", number=number)
        form = await each.person.press(card, "Rate")
        await each.person.submit(
            form, Rating="misleading", Reason="It was one pier's trade.", Evidence=TWO_LINKS
        )
    assert "🟠 Misleading" in card.text
    shared = await other.person.press(card, "Share")
    assert "Misleading" in shared.text


async def _digest(manager: Newcomer, news: Channel) -> str:
    """Post the digest at once; return its words."""
    assert f"<#{news.id}>" in (await manager.use("digest now")).text
    return shown(news.public[-1])
