"""Articles and the claims that were found in them."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from claims.errors import ArticleError
from claims.ledger import servers
from claims.ledger.articles import sources
from claims.ledger.decisions import matches
from claims.ledger.history import history, seals
from claims.ledger.history.seals import Rows
from claims.ledger.lookup import claims, search
from claims.ledger.rows import fingerprint, spans_json, to_epoch_seconds
from claims.models import Article, Claim, Source
from claims.records.articles import Added
from claims.records.claims import Standing
from claims.records.decisions import Action, Detail
from claims.wording import phrase, say


def add(
    db: sqlite3.Connection,
    guild_id: int,
    article: Article,
    found: list[Claim],
    *,
    actor: int,
    now: datetime,
) -> Added:
    """
    Store an article with its claims. A text that is there already adds nothing.

    A claim whose source and words are known becomes an appearance of that claim. Raises
    ArticleError, with every problem, if something is too long to be stored.
    """
    _check_lengths(article, found)
    servers.ensure(db, guild_id)
    print_ = fingerprint(article.text)
    row = db.execute(
        "SELECT id FROM article WHERE guild_id = ? AND fingerprint = ?", (guild_id, print_)
    ).fetchone()
    if row:
        return Added(row["id"], is_repeat=True)
    article_id = _insert_article(db, guild_id, article, print_, actor, now)
    new, known = [], []
    named: dict[Source, sources.Resolved] = {}
    for claim in found:
        who = claim.source.model_copy(update={"mention": ()})
        if who not in named:
            named[who] = sources.resolve(db, guild_id, who)
        source = named[who]
        number = _known_claim(db, guild_id, claim, source)
        if number is None:
            number = _insert_claim(db, guild_id, claim, source, article.title, actor, now)
            new.append(number)
        elif number not in new and number not in known:
            known.append(number)
        db.execute(
            "INSERT INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                guild_id,
                number,
                article_id,
                spans_json(claim.content),
                spans_json(claim.source.mention),
                spans_json(claim.cue),
                claim.group,
                sources.origin(source.name, _words(article, claim)),
                claim.rule,
            ),
        )
    of_article = (article_id,)
    seals.add(
        db,
        guild_id,
        Rows("article", "article.id = ?", of_article),
        Rows("claim", "claim.number BETWEEN ? AND ?", (min(new, default=0), max(new, default=0))),
        Rows("appearance", "appearance.article_id = ?", of_article),
    )
    return Added(article_id, tuple(new), tuple(known))


def known_as(db: sqlite3.Connection, guild_id: int, claim: Claim) -> int | None:
    """Return the number of the claim that `add` would find this one to be, if there is one."""
    source = sources.find(db, guild_id, claim.source)
    return _known_claim(db, guild_id, claim, source) if source else None


TITLE_LIMIT = 500
PUBLISHER_LIMIT = 200
ADDRESS_LIMIT = 2000
CLAIM_LIMIT = 4000
SOURCE_LIMIT = 300
"""Code points, as the schema has them: what one Discord message can show, with room to spare."""


def _check_lengths(article: Article, found: list[Claim]) -> None:
    problems = length_problems(article)
    for claim in found:
        values = (claim.text, claim.source.name, claim.source.role)
        problems += _too_long(zip(values, _OF_CLAIM, strict=True))
    if problems:
        name = article.id or article.title[:40] or say("The text")
        raise ArticleError(name, "; ".join(problems) + ".")


def length_problems(article: Article) -> list[str]:
    """Return what about an article is too long to be stored, its claims aside."""
    values = (article.title, article.publisher, article.url)
    return _too_long(zip(values, _OF_ARTICLE, strict=True))


def _too_long(values: Iterable[tuple[str, tuple[int, str]]]) -> list[str]:
    return [
        say(problem, words=text[:40], most=limit)
        for text, (limit, problem) in values
        if len(text) > limit
    ]


_OF_ARTICLE = (
    (TITLE_LIMIT, phrase("the title “{words}…” is longer than {most} characters")),
    (PUBLISHER_LIMIT, phrase("the publisher “{words}…” is longer than {most} characters")),
    (ADDRESS_LIMIT, phrase("the address “{words}…” is longer than {most} characters")),
)
_OF_CLAIM = (
    (CLAIM_LIMIT, phrase("the claim “{words}…” is longer than {most} characters")),
    (SOURCE_LIMIT, phrase("the source “{words}…” is longer than {most} characters")),
    (SOURCE_LIMIT, phrase("the role “{words}…” is longer than {most} characters")),
)


def _insert_article(
    db: sqlite3.Connection,
    guild_id: int,
    article: Article,
    print_: str,
    actor: int,
    now: datetime,
) -> int:
    published_on = article.published_on.isoformat() if article.published_on else None
    inserted = db.execute(
        """
        INSERT INTO article (guild_id, fingerprint, title, publisher, published_on, url, language,
                             origin, text, added_by, added_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            guild_id,
            print_,
            article.title,
            article.publisher,
            published_on,
            article.url,
            article.language,
            article.origin,
            article.text,
            actor,
            to_epoch_seconds(now),
        ),
    )
    assert inserted.lastrowid is not None
    return inserted.lastrowid


def _words(article: Article, claim: Claim) -> str:
    return " ".join(span.of(article.text) for span in claim.content) or claim.text


def _known_claim(
    db: sqlite3.Connection, guild_id: int, claim: Claim, source: sources.Resolved
) -> int | None:
    """Return the claim with the same source and words, or the one that absorbed it."""
    row = db.execute(
        "SELECT number FROM claim"
        " WHERE guild_id = ? AND fingerprint = ? ORDER BY merged_into IS NOT NULL, number LIMIT 1",
        (guild_id, fingerprint(source.name, claim.text)),
    ).fetchone()
    return claims.absorbing(db, guild_id, row["number"]) if row else None


def _insert_claim(
    db: sqlite3.Connection,
    guild_id: int,
    claim: Claim,
    source: sources.Resolved,
    headline: str,
    actor: int,
    now: datetime,
) -> int:
    row = db.execute(
        "UPDATE server SET last_number = last_number + 1 WHERE guild_id = ?"
        " RETURNING slot, last_number",
        (guild_id,),
    ).fetchone()
    slot: int = row["slot"]
    number: int = row["last_number"]
    claim_id = slot << 32 | number
    standing = Standing()
    stands = standing.model_dump_json()
    between = claim.stated_between or (None, None)
    db.execute(
        """
        INSERT INTO claim (id, guild_id, number, text, fingerprint, kind, source_id, stated_on,
                           stated_from, stated_to, check_worthiness, stage, standing, version,
                           added_at, headline)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
        """,
        (
            claim_id,
            guild_id,
            number,
            claim.text,
            fingerprint(source.name, claim.text),
            str(claim.kind),
            source.id,
            claim.stated_on,
            between[0].isoformat() if between[0] else None,
            between[1].isoformat() if between[1] else None,
            claim.check_worthiness,
            str(standing.stage),
            stands,
            to_epoch_seconds(now),
            headline,
        ),
    )
    search.add(db, claim_id)
    matches.remember(db, guild_id, number, claim.text)
    history.append(
        db,
        guild_id,
        number,
        action=Action.ADD,
        actor=actor,
        before=None,
        after=stands,
        now=now,
        detail=Detail(now=claim.text, source_now=Source(name=source.name, type=claim.source.type)),
    )
    return number
