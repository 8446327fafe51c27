"""Refusals come from the ledger's threads as data, and each is put in its reader's words."""

import asyncio
import threading
from datetime import datetime
from typing import Any

import pytest

from claims.errors import ClaimNotFoundError, RefusedError
from claims.ledger import Ledger
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.wording import language, speaking

GERMAN = {
    "read": "Hier gibt es keine Behauptung #99.",
    "write": "Es gibt noch nichts rückgängig zu machen.",
}
ENGLISH = {"read": "There is no claim #99 here.", "write": "There is nothing to undo yet."}


@pytest.mark.parametrize("way", ["read", "write"])
async def test_a_german_and_an_english_person_are_refused_at_once_each_in_their_words(
    stocked: Ledger, guild_id: int, now: datetime, way: str
) -> None:
    held = threading.Event()

    def number_99(db: Any) -> None:  # not marked as quick: a read of the other thread
        claims.get(db, guild_id, 99)

    async def refused(locale: str) -> str:
        with speaking(locale):
            with pytest.raises((RefusedError, ClaimNotFoundError)) as refusal:
                await (
                    stocked.read(number_99)
                    if way == "read"
                    else stocked.write(reviews.undo, guild_id, 1, actor=7, now=now)
                )
            return str(refusal.value)

    ask = stocked.read if way == "read" else stocked.write
    holding = asyncio.create_task(ask(lambda _: held.wait(5)))
    waiting = [asyncio.create_task(refused(("de", "en-GB")[n % 2])) for n in range(40)]
    await asyncio.sleep(0)  # all stand in the thread's queue now
    held.set()
    found = await asyncio.gather(*waiting)
    assert await holding
    assert all(words.startswith(GERMAN[way]) for words in found[::2])
    assert all(words.startswith(ENGLISH[way]) for words in found[1::2])
    assert language() == "en"
