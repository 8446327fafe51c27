"""A text on its way in, over sockets: form, preview, restart, add; every request judged."""

import pytest

from tests.e2e.loopback import File
from tests.e2e.newsroom import Newsroom

NEWS = """\
Port fees to rise

The port of Lindau handled 4 million tons in May, harbour master Ida Lund said on Tuesday.

"The fees will rise by 12% next year," Lund said. She added that 40 jobs were lost in March.

According to the Transport Ministry, the new terminal costs 90 million euros.

Mayor Karl Brandt said that the city owns 51% of the port.
"""


async def test_a_pasted_text_survives_a_restart_between_preview_and_add(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        form = await room.manager.slash(room.general, "intake paste")
        refused = await room.manager.submit(form, Text=NEWS, Date="tomorrow")
        assert "write it as 2026-03-31" in refused.text
        again = await room.manager.press(refused, "Try again")
        shown = await room.manager.submit(again, Date="2026-03-03", Publisher="The Example")
        assert shown.private
        assert "5 claims found, 5 kept" in shown.text
        await room.manager.press(shown, "Later →")
        assert "5 to 5" in shown.text
        await room.manager.press(shown, "Drop")
        assert "5 claims found, 4 kept" in shown.text
    async with room.start() as bot:
        await bot.ready()
        edit = await room.manager.press(shown, "Edit")
        await room.manager.submit(edit, Claim="the city owns 51% of the port of Lindau")
        assert "Add 5 claims" in shown.labels
        await room.manager.press(shown, "Add 5 claims")
        assert "5 claims were added: #" in shown.text
        number = shown.text.split("to #")[1].split(".")[0]
        card = await room.member.slash(room.general, "claim show", number=int(number))
        assert "the port of Lindau" in card.text
        context = await room.member.press(card, "In context")
        assert "**the city owns 51% of the port**" in context.text
        assert "Traceback" not in bot.output


@pytest.mark.parametrize("at", ["{cdn}/gone", "http://127.0.0.1:9"], ids=["404", "no server"])
async def test_a_file_that_cannot_be_fetched_is_answered(newsroom: Newsroom, at: str) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        file = File("port.txt", NEWS.encode())
        room.discord.world.cdn = at.format(cdn=room.discord.world.cdn)
        answer = await room.manager.slash(room.general, "intake file", file=file)
        assert "did not hand the file over" in answer.text
        assert answer.private
        assert "Traceback" not in bot.output


async def test_a_message_is_asked_about_taken_up_and_added(newsroom: Newsroom) -> None:
    room = newsroom
    message = room.member.send(
        room.general, "Mayor Karl Brandt said that the city owns half the port."
    )
    async with room.start() as bot:
        await bot.ready()
        asked = await room.member.menu(message, "Ask for a check")
        assert "in their queue now" in asked.text
        queue = await room.manager.slash(room.general, "review queue")
        preview = await room.manager.press(queue, "Look")
        await room.manager.press(preview, "Add 1 claim")
        assert "1 claim was added" in preview.text
        queue = await room.manager.slash(room.general, "review queue")
        assert "🙋 1 person asks" in queue.text
        assert "Asked for, and not a claim yet" not in queue.text
