"""
Rows that members are shown and that no event of a claim describes, covered by the history.

A seal is an entry in a server's chain, after an event or another seal. It tells of some rows, by
their digests, that they are there from then on ("+") or no longer ("-"). Told one after the
other, the seals come to exactly the rows that a server must have; `unexplained` yields others.
The first seal of a server with content from before this was kept tells all that stood on the
day `stood_at`: nobody knows whether that was what had been stored.

Digests cover neither ids of one file nor people's ids, in the place of which stand pseudonyms:
a seal holds after an import, and after a person was erased.
"""

import hashlib
import json
import sqlite3
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from claims.ledger.history import history
from claims.ledger.rows import SOURCE
from claims.rules.identity import pseudonym


class Covered(NamedTuple):
    """
    A sort of row: what people call it, and what of it is covered.

    `values` stand after the claim's number and the row's name in this file, which are not;
    `people` are those of them that hold a person's id. Only rows `where` are covered.
    """

    name: str
    named: str
    values: str
    tables: str
    people: tuple[str, ...] = ()
    where: str = "true"
    number: str = "NULL"


COVERED = {
    "server": Covered(
        "the server's rules",
        "''",
        "moderator_role_id, two_person, strict_evidence, quiet_from, quiet_until, zone",
        "server",
        # One that chose nothing is not told: it has its row before anything happened there.
        where="(moderator_role_id IS NOT NULL OR two_person <> 0 OR strict_evidence <> 1"
        " OR coalesce(quiet_from, quiet_until, server.zone) IS NOT NULL)",
    ),
    "article": Covered(
        "article",
        "article.id",
        "fingerprint, title, publisher, published_on, url, language, origin, text, added_by,"
        " added_at",
        "article",
        people=("added_by",),
    ),
    "source": Covered("source", "source.id", "name, type, role", "source"),
    "alias": Covered(
        "another name of source",
        "alias.source_id",
        "alias.name, alias.type, source.name AS of_name, source.type AS of_type, added_by,"
        " added_at",
        "alias JOIN source ON source.guild_id = alias.guild_id AND source.id = alias.source_id",
        people=("added_by",),
    ),
    "claim": Covered(
        "what is claimed, by whom and when",
        "''",
        "text, source.name, source.type, kind, stated_on, stated_from, stated_to,"
        " check_worthiness, headline, claim.added_at",
        f"claim {SOURCE}",
        number="claim.number",
    ),
    "appearance": Covered(
        "where it appears: article",
        "article.id",
        "fingerprint, content, mention, cue, utterance, appearance.origin",
        "appearance JOIN article ON article.guild_id = appearance.guild_id"
        " AND article.id = appearance.article_id",
        number="appearance.number",
    ),
    "match": Covered(
        "the decision whether it says the same as claim",
        "other",
        "other, outcome, decided_by",
        "match",
        people=("decided_by",),
        where="outcome <> 'suggested'",
        number="match.number",
    ),
    "report": Covered(
        "report",
        "report.id",
        "user_id, report.at, report.reason, outcome, decided_by, answer, event.hash AS came_of_it",
        "report LEFT JOIN event ON event.id = report.accepted_with",
        people=("user_id", "decided_by"),
        number="report.number",
    ),
    "digest_run": Covered(
        "what became of the digest",
        "digest_run.id",
        "key, first_on, channel_id, due_at, outcome, detail, message_id, weekly",
        "digest_run",
        where="retry_at IS NULL",  # settled
    ),
}
"""Of each table, whose rows are covered; docs/history.md says so column by column."""


class Rows(NamedTuple):
    """Some rows of a covered table, by a condition with its values."""

    table: str
    where: str = "true"
    values: tuple[int | str, ...] = ()


class _Row(NamedTuple):
    """A row that is there: whose claim's it is, how people find it in this file, its digest."""

    number: int | None
    name: str
    digest: str


Digests = dict[str, Counter[tuple[int | None, str]]]
"""By table, how many rows with this claim's number and digest."""


def _read(db: sqlite3.Connection, guild_id: int, wanted: Rows) -> Iterator[_Row]:
    covered = COVERED[wanted.table]
    salt = history.salt_of(db, guild_id) if covered.people else b""
    found = db.execute(
        f"SELECT {covered.number} AS number, {covered.named} AS named, {covered.values}"
        f" FROM {covered.tables}"
        f" WHERE {wanted.table}.guild_id = ? AND {covered.where} AND ({wanted.where})",
        (guild_id, *wanted.values),
    )
    names = [column[0] for column in found.description]
    people = [names.index(name) for name in covered.people]
    for row in found:
        values = list(row)
        for place in people:
            if values[place] is not None:
                values[place] = pseudonym(salt, values[place])
        yield _Row(values[0], f"{covered.name} {values[1]}".rstrip(), _digest(values))


def _digest(values: list[object]) -> str:
    """Return 160 bits, in 27 characters: two rows with one digest take 2^80 tries to find."""
    content = json.dumps([values[0], *values[2:]]).encode()
    return b64encode(hashlib.sha256(content).digest()[:20]).decode().rstrip("=")


def _digests(db: sqlite3.Connection, guild_id: int, wanted: Iterable[Rows]) -> Digests:
    return {
        each.table: Counter((row.number, row.digest) for row in _read(db, guild_id, each))
        for each in wanted
    }


@contextmanager
def watch(db: sqlite3.Connection, guild_id: int, *wanted: Rows) -> Iterator[None]:
    """
    Seal what is done to these rows meanwhile; of each table only one condition.

    The conditions have to find a row before and after it changes, and nothing within may
    watch any of the same rows.
    """
    before = _digests(db, guild_id, wanted)
    yield
    _seal(db, guild_id, before, _digests(db, guild_id, wanted))


def add(db: sqlite3.Connection, guild_id: int, *wanted: Rows) -> None:
    """Seal these rows, all of which are new."""
    _seal(db, guild_id, {}, _digests(db, guild_id, wanted))


def _seal(
    db: sqlite3.Connection,
    guild_id: int,
    before: Digests,
    after: Digests,
    stood_at: int | None = None,
) -> None:
    told = {}
    for table, now in after.items():
        was = before.get(table, Counter())
        gone = [(number, f"-{digest}") for number, digest in (was - now).elements()]
        come = [(number, f"+{digest}") for number, digest in (now - was).elements()]
        if gone or come:
            told[table] = [*gone, *come]
    if told:
        rows = json.dumps(told, separators=(",", ":"))
        history.append_seal(db, guild_id, rows, stood_at)


def begin(db: sqlite3.Connection) -> None:
    """Seal all that stands in the servers of a ledger that kept no seals, and guard them."""
    (now,) = db.execute("SELECT unixepoch()").fetchone()
    for (guild_id,) in db.execute("SELECT guild_id FROM server ORDER BY guild_id").fetchall():
        standing = _digests(db, guild_id, map(Rows, COVERED))
        _seal(db, guild_id, {}, standing, stood_at=now)
    history.guard(db)


class Unexplained(NamedTuple):
    """A row that the history does not explain, or that it has and the ledger has not."""

    number: int | None
    problem: str


def unexplained(db: sqlite3.Connection, guild_id: int) -> Iterator[Unexplained]:
    """Yield where a server's rows are not those that its seals, taken for true, come to."""
    expected = _told(db, guild_id)
    for table in COVERED:
        left = expected[table]
        altered: Counter[int | None] = Counter()
        for row in _read(db, guild_id, Rows(table)):
            if left[row.number, row.digest] > 0:
                left[row.number, row.digest] -= 1
            else:
                altered[row.number] += 1
                yield Unexplained(row.number, f"{row.name} is not what the history says.")
        missing: Counter[int | None] = Counter()
        for (number, _), times in left.items():
            missing[number] += times
        for number in missing - altered:
            words = f"{COVERED[table].name}: a row that the history tells of is missing."
            yield Unexplained(number, words)


def _told(
    db: sqlite3.Connection, guild_id: int
) -> defaultdict[str, Counter[tuple[int | None, str]]]:
    """Return what a server's seals come to; a seal that cannot be read tells nothing."""
    told: defaultdict[str, Counter[tuple[int | None, str]]] = defaultdict(Counter)
    for (rows,) in db.execute("SELECT rows FROM seal WHERE guild_id = ?", (guild_id,)):
        for table, number, digest in _entries(rows):
            told[table][number, digest[1:]] += 1 if digest[:1] == "+" else -1
    return told


def _entries(rows: str) -> list[tuple[str, int | None, str]]:
    try:
        return [
            (table, number if number is None else int(number), str(digest))
            for table, entries in json.loads(rows).items()
            for number, digest in entries
        ]
    except (AttributeError, OverflowError, TypeError, ValueError):
        return []
