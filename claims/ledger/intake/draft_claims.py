"""The claims of a draft: kept or dropped, put right, or joined with a known one."""

import sqlite3
from datetime import datetime

from claims.errors import RefusedError
from claims.ledger.articles import articles, sources
from claims.ledger.decisions import edits
from claims.ledger.intake import drafts
from claims.ledger.lookup import claims
from claims.ledger.rows import folded
from claims.models import Claim, Source
from claims.records.drafts import DraftClaim
from claims.rules.objections import name_problem
from claims.visible import is_blank


def keep(
    db: sqlite3.Connection,
    guild_id: int,
    draft_id: int,
    place: int | None,
    *,
    kept: bool,
    owner: int,
    now: datetime,
) -> None:
    """Keep or drop one claim of a draft, or all where `place` is None. Refuses as `drafts.page`."""
    drafts.row_of(db, guild_id, draft_id, owner, now)
    db.execute(
        "UPDATE draft_claim SET kept = :kept WHERE guild_id = :guild AND draft_id = :draft"
        " AND (:place IS NULL OR place = :place)",
        {"kept": int(kept), "guild": guild_id, "draft": draft_id, "place": place},
    )


def claim(
    db: sqlite3.Connection, guild_id: int, draft_id: int, place: int, *, owner: int, now: datetime
) -> DraftClaim:
    """Return one claim of a draft. Refuses as `drafts.page`."""
    drafts.row_of(db, guild_id, draft_id, owner, now)
    row = db.execute(
        "SELECT * FROM draft_claim WHERE guild_id = ? AND draft_id = ? AND place = ?",
        (guild_id, draft_id, place),
    ).fetchone()
    if row is None:
        raise RefusedError(drafts.GONE)
    return drafts.draft_claim(db, guild_id, row)


def edit(
    db: sqlite3.Connection,
    guild_id: int,
    draft_id: int,
    place: int,
    text: str,
    source: str | None = None,
    *,
    owner: int,
    now: datetime,
) -> None:
    """
    Let a draft's claim say `text`, and be whose a moderator names; None leaves the source found.

    Its exact words in the article stay what they are. A source is meant as `sources.meant` has it.
    Refuses as `drafts.page`, and a text or a name that could not be stored.
    """
    text = text.strip()
    if is_blank(text) or len(text) > articles.CLAIM_LIMIT:
        raise RefusedError("A claim has 1 to {most} characters.", most=articles.CLAIM_LIMIT)
    if source is not None and (problem := name_problem(source)):
        raise RefusedError(problem)
    found = claim(db, guild_id, draft_id, place, owner=owner, now=now).claim
    changed: dict[str, object] = {"text": text}
    if source is not None and folded(source) != folded(found.source.name):
        changed |= _said_by(found, sources.meant(db, guild_id, source, found.source))
    db.execute(
        "UPDATE draft_claim SET claim = ?, kept = 1"
        " WHERE guild_id = ? AND draft_id = ? AND place = ?",
        (found.model_copy(update=changed).model_dump_json(), guild_id, draft_id, place),
    )


def _said_by(found: Claim, source: Source) -> dict[str, object]:
    """Return what of a found claim is otherwise where it is this source's."""
    named = source.model_copy(update={"mention": found.source.mention})
    return {"source": named, "kind": edits.kind_of(found.kind, source.type)}


def same(
    db: sqlite3.Connection,
    guild_id: int,
    draft_id: int,
    place: int,
    number: int | None,
    *,
    owner: int,
    now: datetime,
) -> None:
    """
    Let claim `number` absorb a draft's claim once that is added; None leaves it on its own.

    Refuses as `drafts.page`; raises ClaimNotFoundError.
    """
    drafts.row_of(db, guild_id, draft_id, owner, now)
    if number is not None:
        claims.get(db, guild_id, number)
    db.execute(
        "UPDATE draft_claim SET same_as = ?, kept = 1"
        " WHERE guild_id = ? AND draft_id = ? AND place = ?",
        (number, guild_id, draft_id, place),
    )
