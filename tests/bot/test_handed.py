"""Messages handed in by a menu: whose words they are, and words in files that come with them."""

import sqlite3
from typing import Any

import discord
import pytest

from bot.answers import checks, reading
from tests.bot.desk import Desk, response, words

UNSEEN = "\u200b\u2063\u3164 \U000e0041\u2800\n"
LONG = "The port of Lindau handled 4 million tons in May, harbour master Ida Lund said. " * 40
MENUS = ("Check this", "Ask for a check", "Track as claim")


async def handed(desk: Desk, menu: str, message: discord.Message) -> str:
    answer = await desk.moderator.context_menu(desk.channel, menu, message)
    shown = answer.followups[0] if answer.followups else response(answer)
    assert shown.flags.ephemeral
    return words(shown)


async def rows(desk: Desk) -> list[int]:
    def count(db: sqlite3.Connection, table: str) -> int:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    return [await desk.ledger.read(count, table) for table in ("draft", "ask")]


@pytest.mark.parametrize("menu", MENUS)
async def test_a_message_of_which_nothing_is_seen_has_no_words(desk: Desk, menu: str) -> None:
    message = await desk.member.send(desk.channel, UNSEEN)
    assert "no words that could be read" in await handed(desk, menu, message)
    desk.refusal()
    assert await rows(desk) == [0, 0]


async def test_who_wrote_a_forwarded_message_is_not_known(desk: Desk) -> None:
    """Discord's snapshots have no author (documentation, Message Snapshot Object)."""
    message = await desk.moderator.send(desk.channel, "Rain fell on Mars in 1999.")
    assert "moderator" in await handed(desk, "Track as claim", message)
    shown = await handed(desk, "Track as claim", await desk.member.forward(message, desk.channel))
    assert "Rain fell on Mars in 1999" in shown
    assert "member" not in shown
    assert "the publisher" in shown


@pytest.mark.parametrize("menu", MENUS)
@pytest.mark.parametrize("forward", [False, True], ids=["own", "forwarded"])
async def test_a_paste_that_became_a_file_is_read(desk: Desk, menu: str, forward: bool) -> None:
    files = [("port.png", b"\x89PNG\0"), ("message.txt", LONG.encode())]
    message = await desk.member.send(desk.channel, attachments=files)
    if forward:
        message = await desk.member.forward(message, desk.channel)
    shown = await handed(desk, menu, message)
    assert "handled 4 million tons in May" in shown
    assert await rows(desk) == ([1, 0] if menu == "Track as claim" else [0, 1])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("message.txt", b"\xff\xfe\x00binary", "message.txt: is UTF-16, not UTF-8"),
        ("message.txt", UNSEEN.encode(), "message.txt: is empty."),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "photo.txt: is"),
        ("song.mp3", b"Rents fell.", "no .txt, .md or .html file"),
    ],
)
async def test_a_file_that_is_no_text_is_refused_by_name(
    desk: Desk, name: str, data: bytes, said: str
) -> None:
    message = await desk.member.send(desk.channel, attachments=[(name, data)])
    for menu in MENUS:
        assert said in (await handed(desk, menu, message)).replace("\\", "")
        desk.refusal()
    assert await rows(desk) == [0, 0]


async def test_too_large_a_file_is_not_fetched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    message = await desk.member.send(desk.channel, attachments=[("message.txt", LONG.encode())])
    monkeypatch.setattr(desk.env.backend.cdn, "get", None)  # whoever fetches anything fails
    assert "are read" in await handed(desk, "Check this", message)
    desk.refusal()


async def test_what_is_looked_up_by_any_member_is_not_kept_at_any_length(desk: Desk) -> None:
    text = "Rents fell by 5%. " * (checks.MOST_TEXT // 18 + 1)
    message = await desk.member.send(desk.channel, attachments=[("message.txt", text.encode())])
    assert "characters; at most 20,000 are looked up" in await handed(desk, "Check this", message)
    desk.refusal()
    assert await rows(desk) == [0, 0]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("claim check", {"text": UNSEEN}),
        ("claim search", {"words": UNSEEN}),
        ("claim list", {"words": UNSEEN}),
        ("claim report", {"number": 5, "reason": UNSEEN}),
        ("source show", {"name": UNSEEN}),
        ("review edit", {"number": 3, "text": UNSEEN, "reason": "r"}),
        ("review edit", {"number": 3, "source": UNSEEN, "reason": "r"}),
        ("review tag", {"number": 3, "add": UNSEEN}),
        ("review drop", {"number": 3, "reason": UNSEEN}),
        (
            "review evidence",
            {"number": 3, "link": "https://a.example", "stance": "context", "note": UNSEEN},
        ),
    ],
)
async def test_what_is_not_seen_is_no_text_anywhere(
    desk: Desk, command: str, options: dict[str, Any]
) -> None:
    rated = {"number": 5, "rating": "mixed", "evidence": "https://a.example", "reason": "r"}
    await desk.moderator.slash(desk.channel, "review rate", **rated)
    events = "SELECT count(*) FROM event"
    before = await desk.ledger.read(lambda db: db.execute(events).fetchone()[0])
    await desk.moderator.slash(desk.channel, command, **options)
    assert desk.refusal()
    assert await desk.ledger.read(lambda db: db.execute(events).fetchone()[0]) == before
