"""Members who ask for much, and hostile texts: others are answered all the while."""

import asyncio
from functools import partial

from claims.ledger import open_ledger
from tests.e2e.loopback import Answer, File, Person, shown
from tests.e2e.newsroom import Newsroom
from tests.fuzz.shapes import KNOWN

ASKED = 60
"""Three times as often as a list may be narrowed in a minute."""


def told_of_claims(answer: Answer) -> bool:
    """Whether the answer itself has come."""
    return any("claim" in shown(message) for message in answer.messages)


async def test_texts_made_to_be_slow_are_answered_and_so_is_everybody_else(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    files = [File(f"{n}.txt", shape.text(100_000).encode()) for n, shape in enumerate(KNOWN[:3])]
    async with room.start() as bot:
        await bot.ready()
        asking = [
            person.begin_slash(room.general, "intake file", file=file)
            for person, file in zip(
                (room.moderator, room.manager, room.manager), files, strict=True
            )
        ]
        while not all(each.done() for each in asking):
            card = await room.member.slash(room.general, "claim show", number=1)
            assert "Ida Lund" in card.text
        for answer in await asyncio.gather(*asking):
            # Who waits long is told so first.
            await room.discord.world.until(partial(told_of_claims, answer), "the answer")
            assert "went wrong" not in answer.text
        assert "Traceback" not in bot.output


async def test_who_narrows_lists_again_and_again_is_held_back_and_others_are_not(
    newsroom: Newsroom,
) -> None:
    room = newsroom

    async def narrowed(person: Person, number: int) -> Answer:
        return await person.slash(room.general, "claim list", check_worthiness=number / 1000)

    async with room.start() as bot:
        await bot.ready()
        told = [await narrowed(room.member, number) for number in range(1, ASKED + 1)]
        refused = [each for each in told if "You narrowed lists 20 times" in each.text]
        assert told[20:] == refused
        assert "Ida Lund" in (await narrowed(room.moderator, 1)).text
        in_the_button = await room.member.slash(room.general, "claim list", words="Lund")
        assert "Ida Lund" in in_the_button.text
        assert await bot.stop() == 0
    async with open_ledger(room.ledger) as ledger:
        kept = await ledger.read(lambda db: db.execute("SELECT count(*) FROM kept_list").fetchone())
        assert kept[0] == 21
