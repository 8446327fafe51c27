"""Messages that people hand in by a menu, over sockets: what they show, forward and attach."""

from claims.ledger import open_ledger
from tests.e2e.loopback import File
from tests.e2e.newsroom import Newsroom

SAID = "The port of Lindau handled 4 million tons in May, harbour master Ida Brook said."
PASTE = f"{SAID} " + "The mayor was there as well. " * 80
UNSEEN = "\u200b\u2063\u3164 \U000e0041\u2800"
MENUS = ("Check this", "Ask for a check", "Track as claim")


async def test_a_message_of_which_nothing_is_seen_is_refused_by_every_menu(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        unseen = room.member.send(room.general, UNSEEN)
        empty = room.member.send(room.general, "", File("message.txt", UNSEEN.encode()))
        for menu in MENUS:
            told = await room.moderator.menu(unseen, menu)
            assert told.private
            assert "no words that could be read" in told.text
            told = await room.moderator.menu(empty, menu)
            assert "message.txt: is empty" in told.text.replace("\\", "")
        queue = await room.moderator.slash(room.general, "review queue")
        assert "Asked for, and not a claim yet" not in queue.text
        assert "Traceback" not in bot.output
    async with open_ledger(room.ledger) as ledger:
        drafts = await ledger.read(lambda db: db.execute("SELECT count(*) FROM draft").fetchone())
        assert drafts[0] == 0


async def test_what_is_forwarded_is_not_taken_for_the_words_of_who_forwards_it(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        message = room.moderator.send(room.news, "Rain fell on Mars in 1999.")
        own = await room.moderator.menu(message, "Track as claim")
        assert "Carl" in own.text
        forwarded = room.member.forward(message, room.general)
        assert forwarded.content == ""
        shown = await room.moderator.menu(forwarded, "Track as claim")
        assert "Rain fell on Mars in 1999" in shown.text
        assert "the publisher" in shown.text
        for name in ("Ada", "Carl"):
            assert name not in shown.text
        await room.moderator.press(shown, "Add 1 claim")
        card = await room.member.slash(room.general, "claim show", number=5)
        assert "Rain fell on Mars" in card.text
        for name in ("Ada", "Carl"):
            assert name not in card.text
        assert "Traceback" not in bot.output


async def test_a_paste_that_became_a_file_is_read_from_discords_file_server(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        paste = room.member.send(room.general, PASTE, File("port.png", b"\x89PNG\0"))
        assert paste.content == ""
        for message in (paste, room.moderator.forward(paste, room.news)):
            for menu in MENUS:
                shown = await room.moderator.menu(message, menu)
                assert "handled 4 million tons in May" in shown.text
        shown = await room.moderator.menu(paste, "Track as claim")
        [add] = [each for each in shown.labels if each.startswith("Add ")]
        await room.moderator.press(shown, add)
        listed = await room.member.slash(room.general, "claim list", words="Lindau")
        assert "Ida Brook" in listed.text
        room.discord.world.files.clear()
        gone = await room.moderator.menu(paste, "Track as claim")
        assert "did not hand the file over" in gone.text
        assert "Traceback" not in bot.output
