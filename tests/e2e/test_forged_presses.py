"""What no program of Discord's sends, sent over the wire all the same."""

from tests.e2e.loopback import Answer, Asked, Person
from tests.e2e.loopback.answers import buttons
from tests.e2e.loopback.world import Json
from tests.e2e.newsroom import Newsroom

WORDS = "Mayor Quibberly Lovett said on Monday that the port handled 4 million tons in May."
HALF = "\udc80"
"""Half a character: JSON can say it, and no text has it."""


async def press(person: Person, under: Answer, custom_id: str) -> Answer:
    """Press a button of one's own making under a message."""
    data: Json = {"component_type": 2, "id": 1, "custom_id": custom_id}
    message = under.message
    return await person.forge(Asked.COMPONENT, message.channel, data, message)


async def send_form(person: Person, room: Newsroom, custom_id: str, **typed: str) -> Answer:
    """Send a form that was never opened; a rating is chosen, all else is typed."""
    fields: list[Json] = []
    for number, (name, value) in enumerate(typed.items(), start=2):
        field: Json = {"type": 4, "id": number, "custom_id": name, "value": value}
        if name == "rating":
            field = {"type": 3, "id": number, "custom_id": name, "values": [value]}
        fields.append({"type": 18, "id": number + 100, "component": field})
    data: Json = {"custom_id": custom_id, "components": fields}
    return await person.forge(Asked.MODAL_SUBMIT, room.general, data)


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
                    forged = await press(ada, shown, found["custom_id"])
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


async def test_the_preview_of_a_digest_is_the_managers_whoever_asks_for_its_pages(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.manager.slash(room.general, "setup seeds")
        preview = await room.manager.slash(room.general, "digest preview")
        ids = [each["custom_id"] for each in buttons(preview.message)]
        [opens] = [each for each in ids if each.startswith("digest:")]
        for person in (room.member, room.moderator):
            refused = await press(person, preview, opens)
            assert refused.private
            assert "Manage Server" in refused.text
            assert "#" not in refused.text
        assert "#" in (await press(room.manager, preview, opens)).text
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "Manage Server" in (await press(room.member, card, opens)).text  # no button of it
        assert "#" in (await press(room.manager, card, opens)).text
        assert "Traceback" not in bot.output


async def test_values_that_nobody_can_choose_or_type_are_refused_in_words(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    mara, carl = room.manager, room.moderator
    async with room.start() as bot:
        await bot.ready()
        told = await send_form(carl, room, "rate:1:0", rating="splendid", reason="r")
        assert "“splendid” is none of the choices" in told.text
        told = await send_form(carl, room, "rate:1:0", rating=HALF, reason=HALF, links=HALF)
        assert "is none of the choices" in told.text
        told = await send_form(carl, room, f"rate:1:0{HALF}", rating="false")
        assert "from an older version" in told.text
        told = await mara.slash(room.general, "digest settings", tag=f"{HALF}x")
        assert "characters that are no text" in told.text
        told = await mara.slash(room.general, "claim check", text=f"{HALF} {WORDS}")
        assert "characters that are no text" in told.text
        assert await mara.suggestions(room.general, "claim show", "number", HALF) == []
        settings = await mara.slash(room.general, "digest settings")
        assert "x" not in settings.text.partition("Tag")[2].partition("\n")[0]
        for number in (1, 2):
            history = await room.member.slash(room.general, "claim history", number=number)
            assert "splendid" not in history.text
        assert '"level": "ERROR"' not in bot.output
        assert "Traceback" not in bot.output
