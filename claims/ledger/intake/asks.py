"""
Texts that people want checked and that no claim covers yet.

Looking a text up keeps it for a day, so that the button under the answer works after a restart;
it reaches the moderators only when somebody asks for a check.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.history import history
from claims.ledger.members import demand
from claims.ledger.rows import fingerprint, to_epoch_seconds
from claims.models import Article
from claims.records.queue import Ask
from claims.wording import phrase
from claims.wording.phrases import Where

LOOKED_UP = timedelta(days=1)
"""How long a text is kept that was looked up only."""

ASKED = timedelta(days=30)
"""How long a text is kept that somebody asked about: what nobody took up in a month is no news."""

GONE = phrase(
    "This text is no longer there: it was taken up, dismissed, or forgotten after its time."
    " {where} looks it up anew."
)


def look_up(
    db: sqlite3.Connection, guild_id: int, article: Article, *, user_id: int, now: datetime
) -> int:
    """Keep a text for a button that this person may press; return its id. Nobody is told of it."""
    servers.ensure(db, guild_id)
    forget_expired(db, now=now)
    print_ = fingerprint(article.text)
    row = db.execute(
        """
        INSERT INTO ask (guild_id, fingerprint, article, made_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (guild_id, fingerprint) DO UPDATE SET made_at = excluded.made_at
        RETURNING id
        """,
        (guild_id, print_, article.model_dump_json(), to_epoch_seconds(now)),
    ).fetchone()
    ask_id: int = row["id"]
    db.execute(
        "INSERT INTO looker VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (guild_id, ask_id, user_id)
    )
    return ask_id


def require_looker(
    db: sqlite3.Connection,
    guild_id: int,
    ask_id: int,
    *,
    user_id: int,
    channel_id: int | None = None,
) -> None:
    """
    Raise RefusedError unless the person looked the text up, or it was shared in the channel.

    Whoever was erased looked nothing up: they look it up anew.
    """
    get(db, guild_id, ask_id)
    found = db.execute(
        "SELECT 1 FROM looker WHERE guild_id = :guild AND ask_id = :ask AND user_id = :user"
        " UNION ALL SELECT 1 FROM shown_message"
        " WHERE guild_id = :guild AND ask_id = :ask AND channel_id = :channel",
        {"guild": guild_id, "ask": ask_id, "user": user_id, "channel": channel_id},
    ).fetchone()
    if found is None:
        raise RefusedError(
            "Somebody else looked this text up. {where} looks a text up for you.",
            where=Where.TEXT_CHECK,
        )


def ask(db: sqlite3.Connection, guild_id: int, ask_id: int, *, user_id: int, now: datetime) -> bool:
    """Ask for a check of a text; return whether the person had not asked yet."""
    get(db, guild_id, ask_id)
    names = history.person(db, guild_id, user_id).names
    done = db.execute(
        "INSERT INTO asker SELECT :guild, :ask, :user, :now WHERE NOT EXISTS (SELECT 1 FROM asker"
        " WHERE guild_id = :guild AND ask_id = :ask AND user_id IN (:id, :pseudonym))",
        {
            "guild": guild_id,
            "ask": ask_id,
            "user": user_id,
            "now": to_epoch_seconds(now),
            "id": names[0],
            "pseudonym": names[1],
        },
    )
    return done.rowcount == 1


def get(db: sqlite3.Connection, guild_id: int, ask_id: int) -> Ask:
    """Return a text. Raises RefusedError where it is gone."""
    row = db.execute(
        f"{_ASKS} WHERE ask.guild_id = ? AND ask.id = ?", (guild_id, ask_id)
    ).fetchone()
    if row is None:
        raise RefusedError(GONE, where=Where.TEXT_CHECK)
    return ask_of(row)


def most_asked(db: sqlite3.Connection, guild_id: int, *, size: int) -> tuple[tuple[Ask, ...], int]:
    """Return the texts that most people asked about, and how many there are in all."""
    found = db.execute(
        f"SELECT * FROM ({_ASKS} WHERE ask.guild_id = ?) WHERE people > 0"
        " ORDER BY people DESC, id LIMIT ?",
        (guild_id, size),
    ).fetchall()
    (total,) = db.execute(
        "SELECT count(DISTINCT ask_id) FROM asker WHERE guild_id = ?", (guild_id,)
    ).fetchone()
    return tuple(map(ask_of, found)), total


def dismiss(db: sqlite3.Connection, guild_id: int, ask_id: int) -> None:
    """Forget a text and who asked. Raises RefusedError where it is gone."""
    get(db, guild_id, ask_id)
    db.execute("DELETE FROM ask WHERE guild_id = ? AND id = ?", (guild_id, ask_id))


def answer(
    db: sqlite3.Connection, guild_id: int, ask_id: int, numbers: Sequence[int], *, now: datetime
) -> None:
    """Turn the wish for a check of a text into one of each of its claims. A gone text has none."""
    people = db.execute(
        "SELECT user_id FROM asker WHERE guild_id = ? AND ask_id = ?", (guild_id, ask_id)
    ).fetchall()
    for number in numbers:
        for row in people:
            demand.ask(db, guild_id, number, user_id=row["user_id"], now=now)
    db.execute("DELETE FROM ask WHERE guild_id = ? AND id = ?", (guild_id, ask_id))


def forget_expired(db: sqlite3.Connection, *, now: datetime) -> int:
    """Forget texts of all servers whose time is over; return how many."""
    done = db.execute(
        "DELETE FROM ask WHERE made_at <= ? AND (made_at <= ? OR NOT EXISTS"
        " (SELECT 1 FROM asker WHERE asker.guild_id = ask.guild_id AND asker.ask_id = ask.id))",
        (to_epoch_seconds(now - LOOKED_UP), to_epoch_seconds(now - ASKED)),
    )
    return done.rowcount


_ASKS = """
SELECT ask.id, ask.article, (SELECT count(*) FROM asker
       WHERE asker.guild_id = ask.guild_id AND asker.ask_id = ask.id) AS people
FROM ask
"""


def ask_of(row: sqlite3.Row) -> Ask:
    return Ask(row["id"], Article.model_validate_json(row["article"]), row["people"])
