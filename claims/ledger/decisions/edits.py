"""A claim's own words and whose they are, changed by a moderator."""

import sqlite3

from claims.errors import RefusedError
from claims.ledger.articles import sources
from claims.ledger.articles.sources import Resolved
from claims.ledger.decisions import matches, merges
from claims.ledger.history import history, seals
from claims.ledger.history.seals import Rows
from claims.ledger.lookup import search
from claims.ledger.members import shared_messages
from claims.ledger.rows import encodable, fingerprint, spans
from claims.models import Kind, Source, SourceType
from claims.records.claims import TrackedClaim
from claims.records.decisions import Act, Detail
from claims.rules.objections import Known


def gather(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, asked: Act) -> Known:
    """Return what it depends on whether the claim can be changed so."""
    meant = claim.source
    if asked.source is not None:
        meant = sources.meant(db, guild_id, asked.source, claim.source)
    text = claim.text if asked.text is None else asked.text
    row = db.execute(
        "SELECT number FROM claim WHERE guild_id = ? AND fingerprint = ? AND number <> ?",
        (guild_id, fingerprint(encodable(meant.name), encodable(text)), claim.number),
    ).fetchone()
    return Known(
        history.person(db, guild_id, asked.actor),
        number=claim.number,
        text=claim.text,
        source=claim.source,
        meant=meant,
        same_words=row["number"] if row else None,
    )


def diff(claim: TrackedClaim, asked: Act, known: Known) -> Detail:
    """Return what an edit changes, without what is so already."""
    text = claim.text if asked.text is None else asked.text.strip()
    words = Detail() if text == claim.text else Detail(was=claim.text, now=text)
    assert known.meant is not None
    if known.meant.key == claim.source.key:
        return words
    return words.model_copy(update=_from_to(claim, known.meant))


def joins(claim: TrackedClaim, source: Source) -> Detail:
    """Return what changes where the claim's source is found to be part of another."""
    return Detail().model_copy(update=_from_to(claim, source))


def revert(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, done: Detail) -> Detail:
    """
    Return what takes an edit back.

    What the source was may be known as another one by now. Raises RefusedError where it is
    known as the one that the claim has, and there is nothing else to take back.
    """
    words = Detail(was=done.now, now=done.was)
    if done.source_was is None:
        return words
    was = done.source_was
    found = sources.find(db, guild_id, was)
    source = was if found is None else was.model_copy(update={"name": found.name})
    if source.key == claim.source.key:
        if done.was is None:
            raise RefusedError(
                "{name} is another name of the claim's source here, so there is nothing to"
                " take back.",
                name=was.name,
            )
        return words
    kinds = {"kind_was": done.kind_now, "kind_now": done.kind_was}
    return words.model_copy(update=_from_to(claim, source) | kinds)


def _from_to(claim: TrackedClaim, source: Source) -> dict[str, object]:
    kind = kind_of(claim.kind, source.type)
    changed = kind is not claim.kind
    return {
        "source_was": claim.source,
        "source_now": source,
        "kind_was": claim.kind if changed else None,
        "kind_now": kind if changed else None,
    }


def kind_of(kind: Kind, type_: SourceType) -> Kind:
    """Return the kind of a claim that has a source of another type: narration is a publisher's."""
    if kind is Kind.NARRATION and type_ is not SourceType.PUBLISHER:
        return Kind.INDIRECT
    if kind is Kind.INDIRECT and type_ is SourceType.PUBLISHER:
        return Kind.NARRATION
    return kind


def apply(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, changes: Detail) -> None:
    """
    Give the claim other words or another source, by which it is searched and matched from then on.

    Its version and event are the caller's.
    """
    text = claim.text if changes.now is None else changes.now
    if text == claim.text and changes.source_now is None:
        return
    holders = (claim.number, merges.leads_to(db, guild_id, claim.number))
    with seals.watch(
        db,
        guild_id,
        Rows("claim", "claim.number = ?", (claim.number,)),
        Rows("appearance", "number IN (?, ?)", holders),
    ):
        _change(db, guild_id, claim, changes, text)


def _change(
    db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, changes: Detail, text: str
) -> None:
    claim_id, source_id = db.execute(
        "SELECT id, source_id FROM claim WHERE guild_id = ? AND number = ?",
        (guild_id, claim.number),
    ).fetchone()
    source = Resolved(source_id, claim.source.name)
    if changes.source_now is not None:
        source = sources.resolve(db, guild_id, changes.source_now)
        _count_as(db, guild_id, claim, source.name)
        shared_messages.mark_counts(db, guild_id, source_id)
    search.remove(db, claim_id)
    db.execute(
        "UPDATE claim SET text = ?, source_id = ?, kind = ?, fingerprint = ? WHERE id = ?",
        (
            text,
            source.id,
            changes.kind_now or claim.kind,
            fingerprint(source.name, text),
            claim_id,
        ),
    )
    search.add(db, claim_id)
    if text != claim.text:
        matches.forget(db, guild_id, claim.number, claim.text)
        matches.remember(db, guild_id, claim.number, text)


def _count_as(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, name: str) -> None:
    """Let the claim's own appearances count as one origin with the same words of their source."""
    for holder, article_id, content in merges.places(db, guild_id, claim.number):
        (article,) = db.execute(
            "SELECT text FROM article WHERE guild_id = ? AND id = ?", (guild_id, article_id)
        ).fetchone()
        words = " ".join(span.of(article) for span in spans(content)) or claim.text
        db.execute(
            "UPDATE appearance SET origin = ? WHERE guild_id = ? AND number = ?"
            " AND article_id = ? AND content = ?",
            (sources.origin(name, words), guild_id, holder, article_id, content),
        )
