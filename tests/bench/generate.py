"""
Makes a large ledger to measure on: `python -m tests.bench.generate FILE [--claims N]`.

A million claims in a hundred servers, the largest with 12 % of them, one with ten thousand that
new articles are matched against. Words come as often as words do (Zipf's law). The rows go in
by the thousand, so that it takes minutes; what they hold is what the ledger would have written,
the history's chain included. The same arguments make the same ledger but for the servers' salts.
"""

import argparse
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from claims.ledger import rows, servers
from claims.ledger.decisions import evidence
from claims.ledger.history import history, seals
from claims.ledger.lookup import search
from claims.ledger.store import opening
from claims.matching import similarity
from claims.models import Span
from claims.records.claims import Evidence, Rating, Stage, Stance, Standing
from claims.records.decisions import Action, Detail

CLAIMS = 1_000_000
SERVERS = 100
FIRST = 5_000_000_000
LARGEST = FIRST
MATCHED = FIRST + 1
"""The server whose claims new articles are matched against."""
IN_MATCHED = 10_000
IN_ARTICLE = 30
START = datetime(2024, 1, 1, tzinfo=UTC)

_COMMON = """
    the of and to in a that is was for on with as by at from his her their it said not were
    has have had will would are been more than who which year years last new people
    government state would city one two percent million first about after police minister
    president court country
"""
COMMON = _COMMON.split()
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr qu r s sh st t tr v w"
ONSETS = _ONSETS.split()
CORES = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
CODAS = ["", "n", "r", "s", "l", "t", "nd", "rk", "st", "m"]
_FIRST_NAMES = "Ada Bo Cem Dora Emil Fay Gus Hana Ida Jan Kira Leo Mona Nils Ole Pia Rik Sara"
FIRST_NAMES = _FIRST_NAMES.split()


class Words:
    """Draws words as often as their rank in a language would have them."""

    def __init__(self, chance: random.Random, count: int = 30_000) -> None:
        self.chance = chance
        made = dict.fromkeys(COMMON)
        while len(made) < count:
            parts = chance.choice((1, 2, 2, 3, 3, 4))
            word = "".join(
                chance.choice(ONSETS) + chance.choice(CORES) + chance.choice(CODAS)
                for _ in range(parts)
            )
            made[word] = None
        self.words = list(made)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(count)))

    def draw(self, count: int) -> list[str]:
        """Return so many words, common ones more often."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)


class Server(NamedTuple):
    """A server to be made."""

    guild_id: int
    slot: int
    claims: int


def sizes(claims: int) -> list[int]:
    """Return how many claims each server has: one 12 %, one that is matched, the rest falling."""
    largest, matched = int(claims * 0.122), min(IN_MATCHED, claims // 10)
    weights = [1 / (place + 8) for place in range(SERVERS - 2)]
    share = (claims - largest - matched) / sum(weights)
    rest = [int(weight * share) for weight in weights]
    return [largest, matched, *rest]


def generate(path: Path, claims: int = CLAIMS, *, seed: int = 7) -> None:
    """Make the ledger at `path`, which must not be there yet."""
    db = opening.open_writer(path)
    chance = random.Random(seed)
    words = Words(chance)
    db.execute("PRAGMA synchronous = OFF")  # a broken file is made anew
    db.execute("PRAGMA cache_size = -400000")
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name IN ('claim', 'appearance', 'article', 'evidence')"
    ).fetchall()
    for index in indexes:
        db.execute(f"DROP INDEX {index['name']}")
    for slot, size in enumerate(sizes(claims), start=1):
        began = time.perf_counter()
        db.execute("BEGIN")
        fill(db, Server(FIRST + slot - 1, slot, size), words, chance)
        db.execute("COMMIT")
        tell(f"server {slot} of {SERVERS}: {size} claims, {time.perf_counter() - began:.1f} s")
    for index in indexes:
        tell(f"index {index['name']}")
        db.execute(index["sql"])
    for index in ("claim_search", "claim_typed"):
        tell(f"words of {index}")
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    tell("merging both, as the bot does every hour")
    while search.merge(db):
        pass
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def fill(db: sqlite3.Connection, server: Server, words: Words, chance: random.Random) -> None:
    """Give a server its articles and claims."""
    guild_id = server.guild_id
    servers.ensure(db, guild_id)
    sources = [_source(db, guild_id, words, chance) for _ in range(max(20, server.claims // 60))]
    numbers = iter(range(1, server.claims + 1))
    while batch := [number for _, number in zip(range(IN_ARTICLE), numbers, strict=False)]:
        now = START + timedelta(minutes=20 * batch[0])
        texts = [_sentence(words, chance) for _ in batch]
        article_id, spans = _article(db, guild_id, texts, words, chance, now)
        for number, text, span in zip(batch, texts, spans, strict=True):
            source_id, name = chance.choice(sources)
            standing = _standing(chance, now)
            _claim(db, server, number, text, (source_id, name), standing, chance, now)
            db.execute(
                "INSERT INTO appearance VALUES (?, ?, ?, ?, '[]', '[]', ?, ?, 'said_that')",
                (guild_id, number, article_id, rows.spans_json([span]), number, str(number)),
            )
            if guild_id == MATCHED:
                db.executemany(
                    "INSERT INTO band VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    [(guild_id, value, number) for value in similarity.signature(text)],
                )
    db.execute("UPDATE server SET last_number = ? WHERE guild_id = ?", (server.claims, guild_id))
    seals.add(db, guild_id, *map(seals.Rows, seals.COVERED))


def _source(
    db: sqlite3.Connection, guild_id: int, words: Words, chance: random.Random
) -> tuple[int, str]:
    surname = chance.choice(words.words[100:]).title() + chance.choice("abcdefghijklmnop")
    name = f"{chance.choice(FIRST_NAMES)} {surname}"
    row = db.execute(
        "INSERT INTO source (guild_id, name, type, role, surname) VALUES (?, ?, 'person', '', ?)"
        " ON CONFLICT DO UPDATE SET role = role RETURNING id",
        (guild_id, name, surname.casefold()),
    ).fetchone()
    db.execute(
        "INSERT INTO alias (guild_id, name, type, source_id) VALUES (?, ?, 'person', ?)"
        " ON CONFLICT DO NOTHING",
        (guild_id, name.casefold(), row["id"]),
    )
    return row["id"], name


def _sentence(words: Words, chance: random.Random) -> str:
    drawn = words.draw(chance.randint(8, 24))
    if chance.random() < 0.3:
        drawn.insert(chance.randrange(len(drawn)), str(chance.randint(2, 2030)))
    return " ".join(drawn).capitalize()


def _article(
    db: sqlite3.Connection,
    guild_id: int,
    texts: list[str],
    words: Words,
    chance: random.Random,
    now: datetime,
) -> tuple[int, Iterator[Span]]:
    text = ". ".join(texts)
    publisher = f"The {FIRST_NAMES[chance.randrange(len(FIRST_NAMES))]} Courier"
    made = db.execute(
        "INSERT INTO article (guild_id, fingerprint, title, publisher, published_on, url, language,"
        " origin, text, added_by, added_at) VALUES (?, ?, ?, ?, ?, '', 'en', '', ?, 0, ?)",
        (
            guild_id,
            rows.fingerprint(text),
            " ".join(words.draw(7)).capitalize(),
            publisher,
            now.date().isoformat(),
            text,
            rows.to_epoch_seconds(now),
        ),
    )
    starts = accumulate([0, *(len(sentence) + 2 for sentence in texts)])
    spans = (Span(s, s + len(t)) for s, t in zip(starts, texts, strict=False))
    return int(made.lastrowid or 0), spans


def _standing(chance: random.Random, now: datetime) -> Standing:
    drawn = chance.random()
    if drawn < 0.75:
        return Standing()
    if drawn < 0.78:
        return Standing(stage=Stage.CHECKING, assignee=42, assigned_until=now + timedelta(hours=48))
    return Standing(
        stage=Stage.DISPUTED if drawn > 0.98 else Stage.RATED,
        rating=chance.choice(list(Rating)),
        reason="Compared with the register.",
        rated_by=42,
        rated_at=now,
    )


def _claim(
    db: sqlite3.Connection,
    server: Server,
    number: int,
    text: str,
    source: tuple[int, str],
    standing: Standing,
    chance: random.Random,
    now: datetime,
) -> None:
    opened, stands = Standing().model_dump_json(), standing.model_dump_json()
    moved = stands != opened
    db.execute(
        "INSERT INTO claim (id, guild_id, number, text, fingerprint, kind, source_id, stated_from,"
        " stated_to, check_worthiness, stage, rating, published, standing, version, added_at,"
        " asked, assignee, headline)"
        " VALUES (?, ?, ?, ?, ?, 'indirect', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        (
            server.slot << 32 | number,
            server.guild_id,
            number,
            text,
            rows.fingerprint(source[1], text),
            source[0],
            now.date().isoformat(),
            now.date().isoformat(),
            round(chance.random(), 3),
            standing.stage,
            standing.rating,
            standing.published,
            stands,
            1 + moved,
            rows.to_epoch_seconds(now),
            int(chance.expovariate(1.0)),
            standing.assignee,
        ),
    )
    append = partial(history.append, db, guild_id=server.guild_id, number=number, now=now)
    said = Detail(now=text)
    append(action=Action.ADD, actor=0, before=None, after=opened, detail=said)
    if not moved:
        return
    brought = _evidence(number) if standing.rating else ()
    event_id = append(
        action=Action.TAKE if standing.stage is Stage.CHECKING else Action.RATE,
        actor=42,
        before=opened,
        after=stands,
        reason=standing.reason,
        detail=Detail(evidence=brought),
    )
    evidence.add(db, server.guild_id, number, brought, actor=42, event_id=event_id, now=now)


def _evidence(number: int) -> tuple[Evidence, ...]:
    url = f"https://register.example/{number}"
    return (Evidence(url=url, stance=Stance.CONTEXT, note="table 3", is_primary=True),)


def tell(line: str) -> None:
    """Show how far it is."""
    sys.stderr.write(line + "\n")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    arguments = parser.parse_args()
    if arguments.file.exists():
        parser.error(f"{arguments.file} is there already")
    generate(arguments.file, arguments.claims)


if __name__ == "__main__":
    main()
