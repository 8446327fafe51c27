"""A week at a small newsroom: articles, ratings, a correction, a dispute. Nothing here is real."""

from datetime import timedelta

from bot.rehearsal.desk import Desk
from claims.ledger.decisions import reports, reviews
from claims.ledger.members import demand
from claims.records.claims import Evidence, Rating, Stance
from claims.records.decisions import Action
from claims.wording import say

FERRY = """The ferry to Sundby carried 2,100 passengers in August, its owner Jonas Eide said. \
He said that every third passenger now brings a bicycle.

According to the town council, the ferry costs the town 90,000 euros a year."""

CRANE = """The repairs of the harbour's large crane cost 3.1 million euros, a tenth less than \
planned, harbour master Ida Lund said. "No vessel was turned away while the crane stood still," \
she said.

The shipping office said that 412 vessels called at Norvik last year."""

QUAY = """The new quay will cost 12 million euros, Mayor Edda Holm told the council. She said \
two thirds of the money come from the state.

Councillor Per Aas said that the town has 40 million euros of debt. According to the shipping \
office, the old quay is too short for half of the vessels."""

SCHOOL = """The new school by the harbour will have room for 300 pupils, Mayor Edda Holm said. \
The old building lost a fifth of its pupils in ten years, head teacher Mia Strand said."""

TABLES = "https://port.example.org/tables"
ACCOUNTS = "https://council.example.org/accounts"
COUNTED = Evidence(url=TABLES, note="this year's", is_primary=True)
RECOUNTED = Evidence(url=TABLES, note="as mended", stance=Stance.REFUTES, is_primary=True)
BUDGET = Evidence(url=ACCOUNTS, note="the budget", is_primary=True)
REFUTED = Evidence(url=ACCOUNTS, note="page 2", stance=Stance.REFUTES, is_primary=True)
PLANS = Evidence(url="https://council.example.org/plans", note="the school", is_primary=True)

READER = 100
"""A member of the invented server; the next numbers are more of them."""


async def _ferry(desk: Desk) -> None:
    await desk.read_article("More people take the ferry", FERRY)


async def _crane(desk: Desk) -> None:
    await desk.read_article("The crane is back at work", CRANE)
    passengers, bicycle = await desk.number("2,100"), await desk.number("bicycle")
    cost = await desk.number("90,000")
    await desk.rate(passengers, Rating.VERIFIED, say("The port counts the passengers."), COUNTED)
    await desk.rate(bicycle, Rating.UNPROVEN, say("Nobody counts the bicycles."), COUNTED)
    await desk.rate(cost, Rating.MOSTLY_TRUE, say("It was 88,000 euros last year."), BUDGET)


async def _quay(desk: Desk) -> None:
    """A rating is corrected, and a reader objects to another."""
    await desk.read_article("Council votes on a new quay", QUAY)
    why = say("The port has mended its table: there were 1,700.")
    await desk.rate(await desk.number("2,100"), Rating.FALSE, why, RECOUNTED)
    objection = say("The council's budget of this year says 97,000.")
    made = await desk.ledger.write(
        reports.add,
        desk.guild_id,
        await desk.number("90,000"),
        user_id=READER,
        reason=objection,
        now=desk.now,
    )
    await desk.ledger.write(
        reviews.accept_report, desk.guild_id, made.id, actor=desk.moderator, now=desk.now
    )


async def _nothing(_desk: Desk) -> None:
    """Nothing happens on this day, so nothing is posted."""


async def _school(desk: Desk) -> None:
    await desk.read_article("School moves to the harbour", SCHOOL)
    vessels, repairs = await desk.number("412"), await desk.number("3.1 million")
    await desk.rate(vessels, Rating.VERIFIED, say("The port's table has all of them."), COUNTED)
    await desk.rate(repairs, Rating.MIXED, say("That is the cost, but it was planned so."), BUDGET)


async def _ratings(desk: Desk) -> None:
    """The busiest day: its digest has the week in numbers."""
    cost, debt = await desk.number("90,000"), await desk.number("40 million")
    money, short = await desk.number("two thirds"), await desk.number("too short")
    await desk.rate(cost, Rating.MISLEADING, say("The figure is that of another year."), BUDGET)
    await desk.rate(debt, Rating.FALSE, say("The accounts have 31 million euros."), REFUTED)
    await desk.rate(money, Rating.VERIFIED, say("The state's letter says so."), BUDGET)
    await desk.rate(short, Rating.VERIFIED, say("The port measured them."), COUNTED)


async def _desk_work(desk: Desk) -> None:
    """Readers ask for checks, one claim is taken, and one is to be looked at again."""
    quay, pupils = await desk.number("12 million"), await desk.number("fifth")
    for number, people in ((quay, 3), (pupils, 1)):
        for user_id in range(READER, READER + people):
            await desk.ledger.write(
                demand.ask, desk.guild_id, number, user_id=user_id, now=desk.now
            )
    await desk.decide(quay, Action.TAKE)
    room = await desk.number("300")
    await desk.rate(room, Rating.MOSTLY_TRUE, say("The plans have 290 places."), PLANS)
    await desk.decide(room, Action.RECHECK, recheck_on=desk.now.date() + timedelta(days=1))


NEWSROOM = (_ferry, _crane, _quay, _nothing, _school, _ratings, _desk_work)
"""What happens on each day; the last but one is the busiest."""
