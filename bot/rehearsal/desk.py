"""An invented desk, and what may happen there on a day. Nothing here is real."""

from collections.abc import Sequence
from datetime import datetime

from claims.ledger import Ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action
from claims.splitting import split
from claims.splitting.worth import assess

PAPER = "Norvik Courier"

LOOKED_AT = 25
"""Newest claims among which one is found by its words; a week at the newsroom brings fewer."""


class Desk:
    """The desk's ledger, server and moderator, on one day."""

    def __init__(self, ledger: Ledger, guild_id: int, moderator: int, now: datetime) -> None:
        self.ledger = ledger
        self.guild_id = guild_id
        self.moderator = moderator
        self.now = now

    async def read_article(self, title: str, text: str) -> None:
        """Let an article come in, as when a moderator pastes it."""
        article = Article(
            title=title, publisher=PAPER, text=text, published_on=self.now.date(), language="en"
        )
        await self._add(article, split(article))

    async def publish(
        self, title: str, name: str, texts: Sequence[str], type_: SourceType = SourceType.PERSON
    ) -> None:
        """Let an article come in that is nothing but these claims of one source."""
        text = "\n".join(texts)
        found, start = [], 0
        for number, words in enumerate(texts):
            claim = Claim(
                text=words,
                content=(Span(start, start + len(words)),),
                kind=Kind.INDIRECT,
                group=number,
                source=Source(name=name, type=type_),
                check_worthiness=assess(words, Kind.INDIRECT).score,
            )
            found.append(claim)
            start += len(words) + 1
        await self._add(Article(title=title, publisher=PAPER, text=text), found)

    async def _add(self, article: Article, found: list[Claim]) -> None:
        await self.ledger.write(
            articles.add, self.guild_id, article, found, actor=self.moderator, now=self.now
        )

    async def newest(self, count: int) -> list[int]:
        """Return the numbers of the newest claims."""
        page = await self.ledger.read(claims.page, self.guild_id, size=count)
        return [claim.number for claim in page.claims]

    async def number(self, words: str) -> int:
        """Return the number of the newest claim that has these words; there is one."""
        page = await self.ledger.read(claims.page, self.guild_id, size=LOOKED_AT)
        return next(claim.number for claim in page.claims if words in claim.text)

    async def decide(self, number: int, action: Action, **asked: object) -> None:
        """Let the moderator do something."""
        act = Act.model_validate({"action": action, "actor": self.moderator, **asked})
        await self.ledger.write(reviews.act, self.guild_id, number, act, now=self.now)

    async def rate(self, number: int, rating: Rating, reason: str, found: Evidence) -> None:
        """Let the moderator rate a claim, with evidence."""
        await self.decide(number, Action.RATE, rating=rating, reason=reason, evidence=(found,))
