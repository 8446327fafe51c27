"""A week at an invented desk, to watch a week of digests in the rehearsal. Nothing here is real."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from claims.ledger import Ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.ledger.members import demand
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records import Act, Action, Evidence, Rating, Stance

TABLE = Evidence(url="https://port.example.org/statistics", note="table 3", is_primary=True)
RECORD = Evidence(
    url="https://register.example.com/vessels",
    stance=Stance.REFUTES,
    note="the entry of June",
    is_primary=True,
)

HEBREW = "הנמל נסגר לשבועיים בחודש מרץ"
ARABIC = "توقفت الرافعات عن العمل تسعة أسابيع"
HOSTILE = "@everyone [free](https://evil.example) **loud** \u202ereversed\u202c ||hidden|| `code`"


class Desk:
    """The desk's ledger, server and moderator, on one day."""

    def __init__(self, ledger: Ledger, guild_id: int, moderator: int, now: datetime) -> None:
        self.ledger = ledger
        self.guild_id = guild_id
        self.moderator = moderator
        self.now = now

    async def publish(self, title: str, name: str, texts: Sequence[str]) -> None:
        """Let an article with these claims of one source come in."""
        text = "\n".join(texts)
        found, start = [], 0
        for number, words in enumerate(texts):
            claim = Claim(
                text=words,
                content=(Span(start, start + len(words)),),
                kind=Kind.INDIRECT,
                group=number,
                source=Source(name=name, type=SourceType.PERSON),
                check_worthiness=round(0.95 - 0.9 * number / len(texts), 2),
            )
            found.append(claim)
            start += len(words) + 1
        article = Article(title=title, publisher="Norvik Courier", text=text)
        await self.ledger.write(
            articles.add, self.guild_id, article, found, actor=self.moderator, now=self.now
        )

    async def newest(self, count: int) -> list[int]:
        """Return the numbers of the newest claims."""
        page = await self.ledger.read(claims.page, self.guild_id, size=count)
        return [claim.number for claim in page.claims]

    async def decide(self, number: int, action: Action, **asked: object) -> None:
        """Let the moderator do something."""
        act = Act.model_validate({"action": action, "actor": self.moderator, **asked})
        await self.ledger.write(reviews.act, self.guild_id, number, act, now=self.now)

    async def rate(self, number: int, rating: Rating, reason: str) -> None:
        """Let the moderator rate a claim, with evidence."""
        evidence = (RECORD if rating is Rating.FALSE else TABLE,)
        await self.decide(number, Action.RATE, rating=rating, reason=reason, evidence=evidence)


async def _one_claim(desk: Desk) -> None:
    await desk.publish("Harbour reopens", "Ida Lund", ["The harbour reopens on 1 May"])


async def _ratings(desk: Desk) -> None:
    first, second, third = await desk.newest(3)
    await desk.rate(first, Rating.VERIFIED, "The port's own notice says so.")
    await desk.rate(second, Rating.MIXED, "True of one year, not of both.")
    await desk.rate(third, Rating.UNPROVEN, "No record of it was found.")


async def _corrections(desk: Desk) -> None:
    first, second, third = await desk.newest(3)
    await desk.rate(first, Rating.FALSE, "The notice was withdrawn; the register has June.")
    await desk.decide(second, Action.DISPUTE, reason="A member found a newer table.")
    await desk.decide(third, Action.REOPEN, reason="A record has turned up after all.")


async def _nothing(_desk: Desk) -> None:
    """Nothing happens on a Sunday, so nothing is posted."""


async def _right_to_left(desk: Desk) -> None:
    await desk.publish("נמל · ميناء", "עדה לביא", [HEBREW, ARABIC, HOSTILE])


async def _archive(desk: Desk) -> None:
    texts = [f"{n + 3} vessels called at pier {n + 1} last year" for n in range(500)]
    await desk.publish("Five hundred piers", "Harbour office", texts)


async def _desk_work(desk: Desk) -> None:
    for number in await desk.newest(3):
        for member in range(number % 3 + 1):
            await desk.ledger.write(
                demand.ask, desk.guild_id, number, user_id=100 + member, now=desk.now
            )
    for number in (await desk.newest(6))[3:]:
        await desk.decide(number, Action.TAKE)
    *_, rated = await desk.newest(7)
    await desk.rate(rated, Rating.MOSTLY_TRUE, "One vessel fewer than claimed.")
    await desk.decide(rated, Action.RECHECK, recheck_on=desk.now.date() + timedelta(days=1))


DAYS: tuple[Callable[[Desk], Awaitable[None]], ...] = (
    _one_claim,
    _ratings,
    _corrections,
    _nothing,
    _right_to_left,
    _archive,
    _desk_work,
)


async def live(day: int, ledger: Ledger, guild_id: int, moderator: int, now: datetime) -> None:
    """Let happen what happens on this day of the week, counted from 0; weeks repeat."""
    await DAYS[day % len(DAYS)](Desk(ledger, guild_id, moderator, now))
