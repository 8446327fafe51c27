"""A week at an invented desk, to watch a week of digests in the rehearsal. Nothing here is real."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from claims.ledger import Ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.ledger.members import demand
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating, Stance
from claims.records.decisions import Act, Action
from claims.splitting.worth import assess

TABLE = Evidence(url="https://port.example.org/statistics", note="table 3", is_primary=True)
RECORD = Evidence(
    url="https://register.example.com/vessels",
    stance=Stance.REFUTES,
    note="the entries of June",
    is_primary=True,
)

REPAIRS = (
    "The repairs cost 3.1 million euros, a tenth less than planned",
    "No vessel was turned away while the crane was repaired",
)
HEBREW = ("הנמל נסגר לשבועיים בחודש מרץ", "בשנת 2024 עגנו בנמל 412 אוניות")
ARABIC = ("توقفت الرافعات عن العمل تسعة أسابيع",)

YEARBOOK = (
    "{count} vessels called at Norvik in {year}",
    "{count} thousand tonnes of grain went over the quays in {year}",
    "The ferry to Sundby carried {count} thousand passengers in {year}",
    "The port employed {count} people at the end of {year}",
    "Dredging the fairway cost {count} thousand euros in {year}",
    "{count} vessels waited more than a day for a berth in {year}",
    "The fishing fleet landed {count} tonnes of cod in {year}",
    "{count} containers were opened by customs in {year}",
    "Pilots went out to {count} vessels at night in {year}",
    "The harbour fees brought in {count} thousand euros in {year}",
)
YEARS = range(1975, 2025)
"""Of an archive's fifty yearbooks: five hundred claims at once, as when a desk begins."""


class Desk:
    """The desk's ledger, server and moderator, on one day."""

    def __init__(self, ledger: Ledger, guild_id: int, moderator: int, now: datetime) -> None:
        self.ledger = ledger
        self.guild_id = guild_id
        self.moderator = moderator
        self.now = now

    async def publish(
        self, title: str, name: str, texts: Sequence[str], type_: SourceType = SourceType.PERSON
    ) -> None:
        """Let an article with these claims of one source come in."""
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
    await desk.publish("The crane is back", "Ida Lund", REPAIRS)
    first, second, third = await desk.newest(3)
    await desk.rate(first, Rating.VERIFIED, "The port's table of calls has all of them.")
    await desk.rate(second, Rating.MIXED, "True of the quay, not of the crane.")
    await desk.rate(third, Rating.UNPROVEN, "The port has not named a day yet.")


async def _corrections(desk: Desk) -> None:
    first, second, third = await desk.newest(3)
    await desk.rate(first, Rating.FALSE, "Two vessels went on to Sundby: the register has them.")
    await desk.decide(second, Action.DISPUTE, reason="A member found a newer table.")
    await desk.decide(third, Action.REOPEN, reason="The port has named a day after all.")


async def _nothing(_desk: Desk) -> None:
    """Nothing happens on this day, so nothing is posted."""


async def _right_to_left(desk: Desk) -> None:
    await desk.publish("הנמל בחורף", "עדה לביא", HEBREW)
    await desk.publish("الميناء في الشتاء", "ليلى حداد", ARABIC)


async def _archive(desk: Desk) -> None:
    texts = [
        line.format(year=year, count=120 + 7 * (year - YEARS.start) + 31 * place)
        for year in YEARS
        for place, line in enumerate(YEARBOOK)
    ]
    title = "Yearbooks of the harbour office"
    await desk.publish(title, "Norvik harbour office", texts, SourceType.ORGANISATION)


async def _desk_work(desk: Desk) -> None:
    for number in await desk.newest(3):
        for member in range(number % 3 + 1):
            await desk.ledger.write(
                demand.ask, desk.guild_id, number, user_id=100 + member, now=desk.now
            )
    for number in (await desk.newest(6))[3:]:
        await desk.decide(number, Action.TAKE)
    *_, rated = await desk.newest(7)
    await desk.rate(rated, Rating.MOSTLY_TRUE, "The table has a few less.")
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


def weekly_on(first_digest: datetime) -> int:
    """
    Return the weekday (Monday is 0) on which a digest shall have the week in numbers.

    It is that of the busiest day, so that a rehearsed week shows the same whenever it is looked at.
    """
    return (first_digest + timedelta(days=DAYS.index(_archive))).weekday()
