"""Greetings in the ledger: one a server, whatever happens between the steps."""

import json
from datetime import datetime, timedelta

from claims.ledger import Ledger, greetings, servers
from claims.ledger.keeping import checks, exporting, importing, retention
from claims.records.notices import Greeting, Outcome

CHANNEL = 7


async def taken(ledger: Ledger, guild_id: int, now: datetime) -> Greeting:
    await ledger.write(greetings.take_on, {guild_id: CHANNEL}, now=now)
    [greeting] = await ledger.write(greetings.due, now, most=9)
    return greeting


async def test_a_server_is_taken_on_once(ledger: Ledger, guild_id: int, now: datetime) -> None:
    assert await ledger.read(greetings.strangers, [guild_id]) == [guild_id]
    greeting = await taken(ledger, guild_id, now)
    await ledger.write(greetings.settle, greeting, Outcome.SENT, message_id=5)
    assert await ledger.read(greetings.strangers, [guild_id]) == []
    await ledger.write(greetings.take_on, {guild_id: CHANNEL}, now=now)
    assert await ledger.write(greetings.due, now + timedelta(days=1), most=9) == []


async def test_one_that_chose_something_is_no_stranger(ledger: Ledger, guild_id: int) -> None:
    await ledger.write(servers.set_moderators, guild_id, 1)
    assert await ledger.read(greetings.strangers, [guild_id]) == []


async def test_a_return_within_retention_is_not_greeted_and_one_after_is(
    ledger: Ledger, guild_id: int, now: datetime
) -> None:
    greeting = await taken(ledger, guild_id, now)
    await ledger.write(greetings.settle, greeting, Outcome.SENT)
    await ledger.write(retention.bot_left, guild_id, now=now)
    assert await ledger.read(greetings.strangers, [guild_id]) == []
    month = timedelta(days=30)
    assert await ledger.write(retention.erase_departed, now=now + month, after=month)
    assert await ledger.read(greetings.strangers, [guild_id]) == [guild_id]


async def test_a_server_that_was_left_meanwhile_is_not_written_to(
    ledger: Ledger, guild_id: int, now: datetime
) -> None:
    await taken(ledger, guild_id, now)
    await ledger.write(retention.bot_left, guild_id, now=now)
    assert await ledger.write(greetings.due, now, most=9) == []


async def test_after_a_nonces_life_it_is_looked_for_first(
    ledger: Ledger, guild_id: int, now: datetime
) -> None:
    greeting = await taken(ledger, guild_id, now)
    soon, late = now + timedelta(minutes=2), now + timedelta(minutes=4)
    [again] = await ledger.write(greetings.due, soon, most=9)
    assert (again.outcome, again.nonce) == (Outcome.CLAIMED, greeting.nonce)
    [lost] = await ledger.write(greetings.due, late, most=9)
    assert lost.outcome is Outcome.UNCERTAIN
    anew = await ledger.write(greetings.not_found, lost, now=late)
    assert anew is not None
    assert anew.outcome is Outcome.CLAIMED


async def test_a_clock_that_was_set_back_makes_it_uncertain(
    ledger: Ledger, guild_id: int, now: datetime
) -> None:
    await taken(ledger, guild_id, now)
    [lost] = await ledger.write(greetings.due, now - timedelta(hours=1), most=9)
    assert lost.outcome is Outcome.UNCERTAIN


async def test_waits_grow_and_end_after_a_day(ledger: Ledger, guild_id: int, now: datetime) -> None:
    greeting = await taken(ledger, guild_id, now)
    await ledger.write(greetings.put_off, greeting, now=now, detail="HTTP 503")
    assert await ledger.write(greetings.due, now, most=9) == []
    assert await ledger.write(greetings.due, now + timedelta(seconds=2), most=9)
    day = now + greetings.LASTS
    await ledger.write(greetings.put_off, greeting, now=day, detail="HTTP 503")
    assert await ledger.write(greetings.due, day + timedelta(days=1), most=9) == []


async def test_too_late_to_send_it_is_missed(ledger: Ledger, guild_id: int, now: datetime) -> None:
    greeting = await taken(ledger, guild_id, now)
    assert await ledger.write(greetings.not_found, greeting, now=now + greetings.LASTS) is None
    assert await ledger.write(greetings.due, now + timedelta(days=2), most=9) == []


async def test_one_under_way_is_not_handed_out_twice(
    ledger: Ledger, guild_id: int, now: datetime
) -> None:
    await taken(ledger, guild_id, now)
    assert await ledger.write(greetings.due, now, most=9, busy={guild_id}) == []


async def test_it_is_exported_and_a_greeted_server_takes_a_ledger_in(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    """That the bot greeted a server is no content that an import could overwrite."""
    other = guild_id + 1
    await taken(stocked, other, now)
    lines: list[str] = []
    await stocked.read(exporting.export, other, lines.append)
    assert [row for row in map(json.loads, lines) if row.get("table") == "greeting"]
    assert await stocked.write(importing.import_, other + 1, lines) == 0
    [here] = await stocked.write(greetings.due, now, most=9)
    assert here.guild_id == other, "another server's, under way, is not sent here"

    full: list[str] = []
    await stocked.read(exporting.export, guild_id, full.append)
    assert await stocked.write(importing.import_, other, full) == 4
    assert not await stocked.write(lambda db: list(checks.whole(db)))
