"""A press under a message that only somebody else was shown, sent over the wire all the same."""

from tests.e2e.loopback.answers import buttons
from tests.e2e.newsroom import Newsroom

WORDS = "Mayor Quibberly Lovett said on Monday that the port handled 4 million tons in May."


async def test_a_member_presses_what_a_moderator_was_shown_and_learns_nothing(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    mara, ada = room.manager, room.member
    async with room.start() as bot:
        await bot.ready()
        looked = await mara.slash(room.general, "claim check", text=WORDS)
        form = await mara.slash(room.general, "intake paste")
        draft = await mara.submit(form, Text=WORDS)
        pressed = 0
        for shown in (looked, draft):
            for found in buttons(shown.message):
                what = found["custom_id"].split(":")[0]
                if what in ("ask", "draft"):
                    forged = await ada._component(shown.message, found, {})
                    assert "Quibberly" not in forged.text
                    assert (
                        "Somebody else looked this text up" in forged.text
                        or "decide about claims here" in forged.text
                    )
                    pressed += 1
        assert pressed >= 4
        queue = await mara.slash(room.general, "review queue")
        assert "Quibberly" not in queue.text
        assert "Traceback" not in bot.output
