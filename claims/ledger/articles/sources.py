"""Sources: one for each name a person or organisation goes by, and what was found of its claims."""

import sqlite3
from typing import NamedTuple

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.store.quick import quick
from claims.matching import similarity
from claims.matching.names import named, parted, type_of
from claims.models import NOBODY, Source, SourceType
from claims.records.articles import SourceRecord
from claims.records.claims import Rating
from claims.wording.phrases import Where


class Resolved(NamedTuple):
    """The source that a name means in a server."""

    id: int
    name: str


def resolve(db: sqlite3.Connection, guild_id: int, source: Source) -> Resolved:
    """
    Return the server's source for one that an article names, made where there is none.

    Another name of it finds it, and so does its name with a title or role before it. A
    surname alone does where exactly one such person is known in the server.
    """
    found = find(db, guild_id, source)
    if found is None:
        return _made(db, guild_id, source, _known_as(source))
    plain = named(source)
    if plain.role and not _role(db, guild_id, found.id):
        with seals.watch(db, guild_id, Rows("source", "source.id = ?", (found.id,))):
            db.execute(
                "UPDATE source SET role = ? WHERE guild_id = ? AND id = ?",
                (plain.role, guild_id, found.id),
            )
    return found


def _role(db: sqlite3.Connection, guild_id: int, source_id: int) -> str:
    row = db.execute(
        "SELECT role FROM source WHERE guild_id = ? AND id = ?", (guild_id, source_id)
    ).fetchone()
    return str(row["role"])


def find(db: sqlite3.Connection, guild_id: int, source: Source) -> Resolved | None:
    """Return the source that `resolve` would find, if there is one. Makes none."""
    plain = named(source)
    return (
        _by_own_name(db, guild_id, source)
        or by_alias(db, guild_id, source.name, source.type)
        or by_alias(db, guild_id, plain.name, source.type)
        or _by_surname(db, guild_id, plain)
    )


def meant(db: sqlite3.Connection, guild_id: int, typed: str, was: Source) -> Source:
    """
    Return whom a moderator means by a name, for what was said to be `was`'s. Makes no source.

    Whoever is known by that name here is meant, one of the same type before others; nothing typed
    is `NOBODY`. Any other name is that of a new source. A role may stand behind a comma, as
    cards show it: it is no part of the name.
    """
    name = " ".join(typed.split())
    if not name:
        return NOBODY
    before, comma, _ = name.partition(",")
    found = _meant(db, guild_id, name, was)
    if found is None and comma and " " in before:  # a surname alone may belong to a firm's name
        found = was if before == was.name else _meant(db, guild_id, before, was)
    if found is not None:
        return found
    if parts := parted(name):
        return _known_as(Source(name=parts[0], type=SourceType.PERSON, role=parts[1]))
    return _known_as(Source(name=name, type=type_of(name, was.type)))


def _meant(db: sqlite3.Connection, guild_id: int, name: str, was: Source) -> Source | None:
    types = dict.fromkeys((was.type, type_of(name, was.type), *SourceType))
    for type_ in types:
        found = find(db, guild_id, Source(name=name, type=type_))
        if found is not None:
            return Source(name=found.name, type=type_)
    return None


def _known_as(source: Source) -> Source:
    """Return a source as it is kept where it is new."""
    plain = named(source)
    lone = " " not in plain.name.strip()  # "King Charles" is better known by his title
    return source if lone else plain


def _by_own_name(db: sqlite3.Connection, guild_id: int, source: Source) -> Resolved | None:
    row = db.execute(
        "SELECT id, name FROM source WHERE guild_id = ? AND name = ? AND type = ?",
        (guild_id, rows.encodable(source.name), source.type),
    ).fetchone()
    return Resolved(*row) if row else None


def by_alias(
    db: sqlite3.Connection, guild_id: int, name: str, type_: SourceType
) -> Resolved | None:
    """Return the source of this type that is known by this very name, whatever its case."""
    row = db.execute(
        "SELECT source.id, source.name FROM alias JOIN source"
        " ON source.guild_id = alias.guild_id AND source.id = alias.source_id"
        " WHERE alias.guild_id = ? AND alias.name = ? AND alias.type = ?",
        (guild_id, rows.folded(name), type_),
    ).fetchone()
    return Resolved(*row) if row else None


def _by_surname(db: sqlite3.Connection, guild_id: int, source: Source) -> Resolved | None:
    surname = rows.folded(source.name)
    if source.type is not SourceType.PERSON or " " in surname:
        return None
    found = db.execute(
        "SELECT id, name FROM source WHERE guild_id = ? AND surname = ? AND surname <> '' LIMIT 2",
        (guild_id, surname),
    ).fetchall()
    return Resolved(*found[0]) if len(found) == 1 else None


def _made(db: sqlite3.Connection, guild_id: int, source: Source, plain: Source) -> Resolved:
    names = tuple(dict.fromkeys((rows.folded(source.name), rows.folded(plain.name))))
    with seals.watch(
        db,
        guild_id,
        Rows("source", "source.name = ? AND source.type = ?", (plain.name, plain.type)),
        Rows(
            "alias", "alias.name IN (?, ?) AND alias.type = ?", (names[0], names[-1], source.type)
        ),
    ):
        return _insert(db, guild_id, source, plain, names)


def _insert(
    db: sqlite3.Connection,
    guild_id: int,
    source: Source,
    plain: Source,
    names: tuple[str, ...],
) -> Resolved:
    row = db.execute(
        """
        INSERT INTO source (guild_id, name, type, role, surname) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (guild_id, name, type)
        DO UPDATE SET role = CASE role WHEN '' THEN excluded.role ELSE role END
        RETURNING id
        """,
        (
            guild_id,
            plain.name,
            plain.type,
            plain.role,
            _surname(plain),
        ),
    ).fetchone()
    for name in names:
        db.execute(
            "INSERT INTO alias (guild_id, name, type, source_id) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (guild_id, name, source.type, row["id"]),
        )
    return Resolved(row["id"], plain.name)


def _surname(source: Source) -> str:
    """Return what ends a person's full name; nothing for a title with a lone name."""
    words = rows.folded(named(source).name).split()
    return words[-1] if source.type is SourceType.PERSON and len(words) > 1 else ""


def origin(name: str, words: str) -> str:
    """Return the same for the same words of the same source, in whatever article they stand."""
    return rows.fingerprint(name, similarity.normal(words))


def list_(
    db: sqlite3.Connection, guild_id: int, *, start: str = "", size: int = 25
) -> tuple[tuple[SourceRecord, ...], str | None]:
    """Return up to `size` sources by name, from the name `start` on, and where to go on."""
    found = db.execute(
        "SELECT id, name, type, role FROM source WHERE guild_id = ? AND name >= ?"
        " ORDER BY name, type LIMIT ?",
        (guild_id, rows.encodable(start), size + 1),
    ).fetchall()
    following = found[size]["name"] if len(found) > size else None
    return tuple(_record(db, guild_id, row) for row in found[:size]), following


def show(db: sqlite3.Connection, guild_id: int, name: str) -> SourceRecord:
    """Return one source by any of its names. Raises RefusedError where none is known by it."""
    return by_id(db, guild_id, by_name(db, guild_id, name))


def by_id(db: sqlite3.Connection, guild_id: int, source_id: int) -> SourceRecord:
    """Return one source. Raises RefusedError where there is none, or it became part of another."""
    row = db.execute(
        "SELECT id, name, type, role FROM source WHERE guild_id = ? AND id = ?",
        (guild_id, source_id),
    ).fetchone()
    if row is None:
        raise RefusedError(
            "There is no such source here. {where} shows which there are.", where=Where.SOURCES
        )
    return _record(db, guild_id, row)


@quick
def suggest(
    db: sqlite3.Connection, guild_id: int, typed: str, *, size: int = 25
) -> tuple[str, ...]:
    """Return names of sources one of whose names, or whose surname, begins so, in their order."""
    begun = rows.folded(typed)
    found = db.execute(
        """
        SELECT DISTINCT name FROM source WHERE guild_id = :guild AND id IN (
          SELECT source_id FROM alias
          WHERE guild_id = :guild AND name >= :begun AND name < :begun || char(1114111)
          UNION SELECT id FROM source WHERE guild_id = :guild AND surname <> ''
          AND surname >= :begun AND surname < :begun || char(1114111))
        ORDER BY name LIMIT :size
        """,
        {"guild": guild_id, "begun": begun, "size": size},
    ).fetchall()
    return tuple(name for (name,) in found)


def id_of(db: sqlite3.Connection, guild_id: int, name: str) -> int | None:
    """
    Return the source known by this name, or the one person with this surname.

    Of several sorts of source with one name it is the oldest.
    """
    values = {"guild": guild_id, "folded": rows.folded(name), "name": rows.encodable(name.strip())}
    (found,) = db.execute(
        "SELECT min(id) FROM (SELECT source_id AS id FROM alias WHERE guild_id = :guild"
        " AND name = :folded UNION SELECT id FROM source WHERE guild_id = :guild AND name = :name)",
        values,
    ).fetchone()
    if found is None:
        (found,) = db.execute(
            "SELECT iif(count(*) = 1, min(id), NULL) FROM source"
            " WHERE guild_id = :guild AND surname = :folded AND surname <> ''",
            values,
        ).fetchone()
    source_id: int | None = found
    return source_id


def by_name(db: sqlite3.Connection, guild_id: int, name: str) -> int:
    """Return the source known by this name. Raises RefusedError where there is none."""
    found = id_of(db, guild_id, name)
    if found is None:
        raise RefusedError(
            "No source is known as “{name}” here. {where} shows which are.",
            name=name[:80],
            where=Where.SOURCES,
        )
    return found


def _record(db: sqlite3.Connection, guild_id: int, row: sqlite3.Row) -> SourceRecord:
    aliases = db.execute(
        "SELECT name FROM alias WHERE guild_id = ? AND source_id = ? ORDER BY name",
        (guild_id, row["id"]),
    ).fetchall()
    counts = db.execute(
        "SELECT CASE WHEN stage IN ('rated', 'disputed') THEN rating END AS published, count(*)"
        " FROM claim WHERE guild_id = ? AND source_id = ? AND merged_into IS NULL GROUP BY 1",
        (guild_id, row["id"]),
    ).fetchall()
    return SourceRecord(
        id=row["id"],
        name=row["name"],
        type=SourceType(row["type"]),
        role=row["role"],
        aliases=tuple(name for (name,) in aliases if name != rows.folded(row["name"])),
        claims=sum(count for _, count in counts),
        ratings={Rating(rating): count for rating, count in counts if rating},
    )
