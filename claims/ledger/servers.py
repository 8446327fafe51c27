"""Servers and what they chose."""

import sqlite3
from datetime import time
from typing import NamedTuple

from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.store.quick import quick
from claims.records.servers import USUAL_FROM, USUAL_UNTIL, Quiet, Server

RULES = Rows("server")
"""The server's own row: what it chose, which its history has to tell."""


def ensure(db: sqlite3.Connection, guild_id: int) -> None:
    """Make sure that the server has its row; everything else refers to it."""
    db.execute(
        "INSERT INTO server (guild_id, slot, salt)"
        " SELECT ?, coalesce(max(slot), 0) + 1, randomblob(32) FROM server WHERE true"
        " ON CONFLICT DO NOTHING",
        (guild_id,),
    )


@quick
def get(db: sqlite3.Connection, guild_id: int) -> Server:
    """Return what the server chose, or the defaults if it chose nothing yet."""
    row = db.execute(
        "SELECT moderator_role_id, two_person, strict_evidence, quiet_from, quiet_until,"
        " coalesce(server.zone, digest_schedule.zone) AS zone"
        " FROM server LEFT JOIN digest_schedule USING (guild_id) WHERE guild_id = ?",
        (guild_id,),
    ).fetchone()
    if row is None:
        return Server()
    return Server(
        moderator_role_id=row["moderator_role_id"],
        two_person=row["two_person"],
        strict_evidence=row["strict_evidence"],
        quiet=_quiet(row),
    )


def _quiet(row: sqlite3.Row) -> Quiet | None:
    if row["zone"] is None:
        return None
    begins, ends = row["quiet_from"], row["quiet_until"]
    return Quiet(
        zone=row["zone"],
        begins=time.fromisoformat(begins) if begins else USUAL_FROM,
        ends=time.fromisoformat(ends) if ends else USUAL_UNTIL,
    )


def set_quiet(db: sqlite3.Connection, guild_id: int, quiet: Quiet) -> None:
    """Choose the hours in which nobody here is written to; what waits is timed by them at once."""
    ensure(db, guild_id)
    with seals.watch(db, guild_id, RULES):
        db.execute(
            "UPDATE server SET zone = ?, quiet_from = ?, quiet_until = ? WHERE guild_id = ?",
            (quiet.zone, f"{quiet.begins:%H:%M}", f"{quiet.ends:%H:%M}", guild_id),
        )
    time_anew(db, guild_id)


def zone(db: sqlite3.Connection, guild_id: int) -> str | None:
    """Return the zone that the server chose, for its digest or else for its quiet hours."""
    row = db.execute(
        "SELECT coalesce(digest_schedule.zone, server.zone) AS zone"
        " FROM server LEFT JOIN digest_schedule USING (guild_id) WHERE guild_id = ?",
        (guild_id,),
    ).fetchone()
    return row["zone"] if row else None


def keep_zone(db: sqlite3.Connection, guild_id: int) -> None:
    """Let the zone of the digest hold for quiet hours without it, where none were chosen."""
    with seals.watch(db, guild_id, RULES):
        db.execute(
            "UPDATE server SET zone = ? WHERE guild_id = ? AND quiet_from IS NULL",
            (zone(db, guild_id), guild_id),
        )


def follow_zone(db: sqlite3.Connection, guild_id: int) -> None:
    """Let quiet hours be in the digest's zone again, where none were chosen."""
    with seals.watch(db, guild_id, RULES):
        db.execute(
            "UPDATE server SET zone = NULL WHERE guild_id = ? AND quiet_from IS NULL", (guild_id,)
        )


def time_anew(db: sqlite3.Connection, guild_id: int) -> None:
    """Have the notices that wait here asked anew whether they may be sent now."""
    db.execute(
        "UPDATE notice SET waits_until = 0"
        " WHERE guild_id = ? AND waits_until IS NOT NULL AND attempted_at IS NULL",
        (guild_id,),
    )


def set_moderators(db: sqlite3.Connection, guild_id: int, role_id: int | None) -> None:
    """Let the role moderate; None leaves it to whoever may manage the server."""
    ensure(db, guild_id)
    with seals.watch(db, guild_id, RULES):
        db.execute(
            "UPDATE server SET moderator_role_id = ? WHERE guild_id = ?", (role_id, guild_id)
        )


def set_rules(
    db: sqlite3.Connection,
    guild_id: int,
    *,
    two_person: bool | None = None,
    strict_evidence: bool | None = None,
) -> Server:
    """
    Choose the rules for this server's decisions from now on; None leaves a rule as it is.

    What was decided stays as it was decided: a rating that waits still needs its second
    moderator, and one that rests on less than the strict rule asks for says so.
    """
    ensure(db, guild_id)
    with seals.watch(db, guild_id, RULES):
        db.execute(
            "UPDATE server SET two_person = coalesce(?, two_person),"
            " strict_evidence = coalesce(?, strict_evidence) WHERE guild_id = ?",
            (two_person, strict_evidence, guild_id),
        )
    return get(db, guild_id)


def synced_commands(db: sqlite3.Connection, application_id: int) -> str | None:
    """Return the hash of the commands that Discord was last given, if any were."""
    row = db.execute(
        "SELECT definition FROM command_sync WHERE application_id = ?", (application_id,)
    ).fetchone()
    return row["definition"] if row else None


def set_synced_commands(db: sqlite3.Connection, application_id: int, definition: str) -> None:
    """Remember which commands Discord has now."""
    db.execute(
        "INSERT INTO command_sync VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET definition = excluded.definition",
        (application_id, definition),
    )


def forget_synced_commands(db: sqlite3.Connection) -> None:
    """Have the commands told to Discord again at the next start."""
    db.execute("DELETE FROM command_sync")


class Size(NamedTuple):
    """How much a ledger holds, of all servers together."""

    servers: int
    claims: int


def size(db: sqlite3.Connection) -> Size:
    """Count the servers of the ledger and their claims, merged ones among them."""
    row = db.execute("SELECT (SELECT count(*) FROM server), (SELECT count(*) FROM claim)")
    return Size(*row.fetchone())
