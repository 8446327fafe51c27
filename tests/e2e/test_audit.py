"""Somebody writes into the ledger's file behind the bot's back, and `claims audit` names what."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from claims.ledger.rows import fingerprint
from tests.e2e.newsroom import EVIDENCE, Newsroom

CLAIMS = Path(sys.executable).with_name("claims")
RATE = {"number": 1, "rating": "false", "evidence": EVIDENCE, "reason": "The port's own table."}
ROWS = {
    "UPDATE article SET text = replace(text, '412', '4120'),"
    " fingerprint = fingerprint(replace(text, '412', '4120'))": ": article 1 ",
    "UPDATE appearance SET content = '[[1,4]]' WHERE number = 2": "claim #2: where it appears",
    "DELETE FROM appearance WHERE number = 3": "claim #3: where it appears",
    "UPDATE claim SET kind = 'narration' WHERE number = 4": "claim #4: what is claimed",
    "UPDATE source SET role = 'former mayor' WHERE role = 'mayor'": ": source ",
    "UPDATE digest_run SET outcome = 'failed'": ": what became of the digest",
    "UPDATE server SET strict_evidence = 1": ": the server's rules",
}
"""What is written, and how the audit calls it."""


async def audited(ledger: Path) -> tuple[int | None, str]:
    """Run the installed `claims audit`; return its exit code and what it printed."""
    ran = await asyncio.create_subprocess_exec(
        CLAIMS, "audit", "--ledger", ledger,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed, _ = await ran.communicate()
    return ran.returncode, " ".join(printed.decode().split())


async def test_what_was_changed_under_a_stopped_bot_is_named(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.manager.slash(room.general, "digest now")
        await room.moderator.slash(room.general, "review rate", **RATE)
        assert await bot.stop() == 0
    code, told = await audited(room.ledger)
    assert (code, "Every history holds." in told) == (0, True), told
    with closing(sqlite3.connect(room.ledger)) as db, db:
        db.create_function("fingerprint", 1, fingerprint)
        for statement in ROWS:
            assert db.execute(statement).rowcount == 1
    code, told = await audited(room.ledger)
    assert code == 1
    assert [words for words in ROWS.values() if words not in told] == [], told


async def test_a_history_written_anew_and_a_guard_taken_away_are_named(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    guard = "event_is_not_rewritten"
    async with room.start() as bot:
        await bot.ready()
        await room.moderator.slash(room.general, "review rate", **RATE)
        assert await bot.stop() == 0
    with closing(sqlite3.connect(room.ledger)) as db, db:
        db.execute(f"DROP TRIGGER {guard}")
        db.execute("UPDATE event SET reason = 'Somebody told me.' WHERE action = 'rate'")
    code, told = await audited(room.ledger)
    assert code == 1
    assert f"the trigger '{guard}' is missing" in told
    assert "claim #1, event" in told
