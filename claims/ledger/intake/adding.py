"""From a draft to claims: what was kept is stored, and merged where that was asked for."""

import sqlite3
from datetime import datetime

from claims.errors import RefusedError
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.intake import asks, drafts
from claims.ledger.lookup import claims
from claims.ledger.rows import spans_json
from claims.models import Article, Claim
from claims.records.articles import Added
from claims.records.decisions import Act, Action
from claims.records.drafts import AddedDraft
from claims.rules import terms


def add(
    db: sqlite3.Connection, guild_id: int, draft_id: int, *, owner: int, now: datetime
) -> AddedDraft:
    """
    Store the draft's article with the claims that were kept, and forget the draft.

    New claims that were said to be the same as others are merged into them, each as a decision
    of its own that can be undone. People who asked for this text have then asked for a check of
    its claims. Refuses as `drafts.page`, where nothing is kept, and where a merge is refused;
    raises ArticleError where something cannot be stored.
    """
    row = drafts.row_of(db, guild_id, draft_id, owner, now)
    kept = [
        (Claim.model_validate_json(each["claim"]), each["same_as"])
        for each in db.execute(
            "SELECT claim, same_as FROM draft_claim"
            " WHERE guild_id = ? AND draft_id = ? AND kept ORDER BY place",
            (guild_id, draft_id),
        )
    ]
    if not kept:
        raise RefusedError("No claim is kept, so there is nothing to add.")
    article = Article.model_validate_json(row["article"])
    found = [claim for claim, _ in kept]
    added = articles.add(db, guild_id, article, found, actor=owner, now=now)
    merged = tuple(
        (number, _merge(db, guild_id, number, other, owner, now))
        for claim, other in kept
        if other is not None and (number := _number(db, guild_id, added, claim)) is not None
    )
    if row["ask_id"] is not None:
        asks.answer(db, guild_id, row["ask_id"], (*added.new, *added.known), now=now)
    drafts.delete(db, guild_id, draft_id)
    return AddedDraft(added, merged)


def _number(db: sqlite3.Connection, guild_id: int, added: Added, claim: Claim) -> int | None:
    """Return the number that a draft's claim has now, if it is a new one."""
    found = db.execute(
        "SELECT number FROM appearance JOIN claim USING (guild_id, number)"
        " WHERE guild_id = ? AND article_id = ? AND appearance.content = ? AND claim.text = ?",
        (guild_id, added.article_id, spans_json(claim.content), claim.text),
    )
    return next((row["number"] for row in found if row["number"] in added.new), None)


def _merge(
    db: sqlite3.Connection, guild_id: int, number: int, other: int, owner: int, now: datetime
) -> int:
    into = claims.absorbing(db, guild_id, other)
    asked = Act(action=Action.MERGE, actor=owner, into=into, reason=terms.SAID_THE_SAME)
    reviews.act(db, guild_id, number, asked, now=now)
    return into
