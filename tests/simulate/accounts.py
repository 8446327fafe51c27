"""
What is wrong with a life in the end.

Every date of every server in a year is accounted for: one message at its hour, or the reason why
not; and what happened is told from end to end, nothing left out and nothing twice. In a life of
notices everybody was told once of what is published, or there is a reason why not.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from claims.ledger.digests import run_rows
from claims.ledger.lookup import claims
from claims.ledger.members.reminders import RECHECKS_WAIT
from claims.records.claims import Stage
from tests.simulate.lives import GUILD, NUMBERS, Life
from tests.simulate.years import START, YEAR, Server, Simulation, promised

SENDING = timedelta(seconds=10)
"""How long the runs that are taken on together take to be sent, 20 of them at 0.4 s: one that is
taken on in the last second before its limit may come so much behind it."""


def account_year(lived: Simulation) -> tuple[Counter[str], list[str]]:
    """Count what became of every date; name what is wrong."""
    counts: Counter[str] = Counter()
    wrong = [*lived.wrong]
    for server in lived.servers.values():
        if server.schedule:
            server.promised |= promised(server.schedule, server.since, START + YEAR)
        rows = lived.db.execute(
            "SELECT * FROM digest_run WHERE guild_id = ? ORDER BY through, id", (server.guild_id,)
        ).fetchall()
        usual = server.promised.keys() - server.unsettled
        counts["dates"] += len(usual)
        counts["messages"] += sum(_messages(lived, row) for row in rows)
        counts += Counter(row["outcome"] for row in rows)
        wrong += [problem for row in rows for problem in _problems(lived, server, row)]
        wrong += [f"{row} does not begin where the last one ended" for row in _torn(rows)]
        lost = sorted(usual - {day for row in rows for day in _days(row)})
        wrong += [f"server {server.guild_id} had nothing for {day}" for day in lost]
    return counts, wrong


def _messages(lived: Simulation, row: sqlite3.Row) -> int:
    return len(lived.discord.messages.get(run_rows.run_of(row).nonce, ()))


def _problems(lived: Simulation, server: Server, row: sqlite3.Row) -> Iterator[str]:
    """Name what is wrong with one run."""
    sent = _messages(lived, row)
    if sent != (row["outcome"] == "sent") or row["retry_at"] is not None:
        yield f"{dict(row)} but {sent} messages"
    if row["outcome"] not in ("sent", "empty") and not row["detail"]:
        yield f"{dict(row)} without a reason"
    on = date.fromisoformat(row["key"]) if row["key"][0].isdigit() else None
    due = server.promised.get(on) if on else None
    if sent and due and on not in server.unsettled and on not in lived.jumps:
        shown = lived.discord.shown[run_rows.run_of(row).nonce]
        if not due <= shown < datetime.fromtimestamp(row["until"], UTC) + SENDING:
            yield f"{dict(row)} was due at {due} and came at {shown}"


def _torn(rows: list[sqlite3.Row]) -> list[dict[str, object]]:
    """Return the digests that tell something twice, or leave something out."""
    sent = [row for row in rows if row["outcome"] == "sent"]
    ends = [0, *(row["through"] for row in sent)]
    return [dict(row) for row, end in zip(sent, ends, strict=False) if row["since"] != end]


def _days(row: sqlite3.Row) -> Iterator[date]:
    """Yield the dates that a run accounts for."""
    if row["key"][0].isdigit():
        last = date.fromisoformat(row["key"])
        first = date.fromisoformat(row["first_on"] or row["key"])
        yield from (first + timedelta(n) for n in range((last - first).days + 1))


def account_life(lived: Life) -> list[str]:
    """Name what went wrong on the way, and what people do not know in the end."""
    return [*lived.wrong, *_open(lived), *_untold(lived), *_unreminded(lived)]


def _open(lived: Life) -> Iterator[str]:
    # What was written just now may wait for the morning.
    for row in lived.db.execute(
        "SELECT * FROM notice WHERE waits_until > 0 AND (attempted_at OR claimed_at < ?)",
        ((lived.now - timedelta(days=1)).timestamp(),),
    ):
        yield f"{dict(row)} is still open"


def _untold(lived: Life) -> Iterator[str]:
    for row in lived.db.execute("SELECT user_id, number FROM follow").fetchall():
        key = (row["user_id"], row["number"])
        published = claims.get(lived.db, GUILD, row["number"]).standing.published
        if lived.knows[key] is not published and key not in lived.excused:
            yield f"{key} knows {lived.knows[key]}, and {published} is published"


def _unreminded(lived: Life) -> Iterator[str]:
    yield from (f"{key} {n} times" for key, n in lived.reminded.items() if n > 1)
    waited = (lived.now - RECHECKS_WAIT).date()
    for number in NUMBERS:
        claim = claims.get(lived.db, GUILD, number).standing
        day, key = claim.recheck_on, (claim.rated_by or 0, number)
        due = day is not None and waited < day < lived.now.date()
        reminded = lived.reminded[*key, str(day)]
        rated = claim.stage in (Stage.RATED, Stage.DISPUTED)
        if due and rated and not reminded and key not in lived.excused:
            yield f"{key} was not reminded of {day}"
