"""Days that strain a digest: five hundred claims at once, and texts from right to left."""

from datetime import timedelta

from bot.rehearsal.desk import Desk
from claims.ledger.members import demand
from claims.models import SourceType
from claims.records.claims import Evidence, Rating, Stance
from claims.records.decisions import Action

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


async def _one_claim(desk: Desk) -> None:
    await desk.publish("Harbour reopens", "Ida Lund", ["The harbour reopens on 1 May"])


async def _ratings(desk: Desk) -> None:
    await desk.publish("The crane is back", "Ida Lund", REPAIRS)
    first, second, third = await desk.newest(3)
    await desk.rate(first, Rating.VERIFIED, "The port's table of calls has all of them.", TABLE)
    await desk.rate(second, Rating.MIXED, "True of the quay, not of the crane.", TABLE)
    await desk.rate(third, Rating.UNPROVEN, "The port has not named a day yet.", TABLE)


async def _corrections(desk: Desk) -> None:
    first, second, third = await desk.newest(3)
    await desk.rate(
        first, Rating.FALSE, "Two vessels went on to Sundby: the register has them.", RECORD
    )
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
    await desk.rate(rated, Rating.MOSTLY_TRUE, "The table has a few less.", TABLE)
    await desk.decide(rated, Action.RECHECK, recheck_on=desk.now.date() + timedelta(days=1))


STRESS = (_one_claim, _ratings, _corrections, _nothing, _right_to_left, _archive, _desk_work)
"""What happens on each day; the last but one is the busiest."""
