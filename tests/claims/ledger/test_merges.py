"""Claims that absorb others: what goes over, what comes back, and that no rating is lost."""

import pytest

from claims.errors import ClaimNotFoundError, RefusedError
from claims.ledger import Ledger
from claims.ledger.decisions import evidence, merges, reports, reviews
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims
from claims.ledger.members import demand
from claims.records.claims import Evidence, Rating, Stage, Stance, Standing
from claims.records.decisions import Act, Action

LUND, MORO = 11, 12
ONE = Evidence(url="https://one.example/a", stance=Stance.CONTEXT, note="p. 1", is_primary=True)
TWO = Evidence(url="https://two.example/b", stance=Stance.CONTEXT, note="p. 2", is_primary=True)


@pytest.fixture
def do(stocked, guild_id, now):
    """Do something to a claim and return its card."""

    async def done(number, action, **fields):
        asked = Act(**({"action": action, "actor": LUND, "reason": "The same."} | fields))
        return await stocked.write(reviews.act, guild_id, number, asked, now=now)

    return done


@pytest.fixture
def undo(stocked, guild_id, now):
    async def undone(number):
        return await stocked.write(reviews.undo, guild_id, number, actor=MORO, now=now)

    return undone


@pytest.fixture
async def sound(stocked):
    """The whole ledger is sound after the test."""
    yield
    assert await stocked.write(lambda db: list(checks.whole(db))) == []


pytestmark = pytest.mark.usefixtures("sound")


async def urls(stocked: Ledger, guild_id: int, number: int) -> list[str]:
    return [piece.url for piece in await stocked.read(evidence.of, guild_id, number)]


async def test_appearances_and_evidence_go_over_and_come_back(stocked, guild_id, do):
    await do(2, "evidence", evidence=(ONE,))
    before = await stocked.read(claims.card, guild_id, 2)
    card = await do(2, "merge", into=1)
    assert card.claim.number == 1
    absorbing = await stocked.read(claims.card, guild_id, 1)
    assert len(absorbing.appearances) == 2
    assert [piece.url for piece in absorbing.evidence] == [ONE.url]
    assert await stocked.read(merges.leads_to, guild_id, 2) == 1
    assert await stocked.read(merges.absorbed, guild_id, 1) == (2,)

    after = await do(2, "unmerge")
    assert (after.claim.number, after.appearances) == (2, before.appearances)
    assert after.evidence == before.evidence
    assert await urls(stocked, guild_id, 1) == []
    assert await stocked.read(merges.leads_to, guild_id, 2) == 2


async def test_a_merge_is_in_the_history_of_both(stocked, guild_id, do):
    await do(2, "merge", into=1)
    own, other = [(await stocked.read(claims.history, guild_id, number))[0][0] for number in (2, 1)]
    assert (own.action, own.detail.into, own.reason) == (Action.MERGE, 1, "The same.")
    assert (other.action, other.detail.absorbed, other.actor) == (Action.MERGE, 2, LUND)


async def test_a_link_that_both_have_stands_once(stocked, guild_id, do):
    for number in (1, 2):
        await do(number, "evidence", evidence=(ONE,))
    await do(2, "merge", into=1)
    assert await urls(stocked, guild_id, 1) == [ONE.url]
    await do(2, "unmerge")
    assert await urls(stocked, guild_id, 2) == [ONE.url]


async def test_several_claims_can_be_absorbed_and_parted_one_by_one(stocked, guild_id, do):
    await do(2, "evidence", evidence=(ONE,))
    await do(3, "evidence", evidence=(TWO,))
    for number in (2, 3):
        await do(number, "merge", into=1)
    assert await urls(stocked, guild_id, 1) == [ONE.url, TWO.url]
    await do(2, "unmerge")
    assert (await urls(stocked, guild_id, 1), await urls(stocked, guild_id, 2)) == (
        [TWO.url],
        [ONE.url],
    )


async def test_who_asked_for_either_is_counted_once(stocked, guild_id, do, now):
    for number, user in ((1, 5), (2, 5), (2, 6)):
        await stocked.write(demand.ask, guild_id, number, user_id=user, now=now)
    await do(2, "merge", into=1)
    assert await stocked.read(demand.people, guild_id, 1) == 2
    asked = await stocked.write(demand.ask, guild_id, 2, user_id=6, now=now)
    assert asked == (1, 2, False)
    asked = await stocked.write(demand.ask, guild_id, 2, user_id=7, now=now)
    assert asked == (1, 3, True)
    await do(2, "unmerge")
    assert [await stocked.read(demand.people, guild_id, n) for n in (1, 2)] == [1, 3]


async def test_a_merged_claim_takes_no_decisions_of_its_own(do):
    await do(2, "merge", into=1)
    for action, fields in (
        ("take", {}),
        ("evidence", {"evidence": (ONE,)}),
        ("merge", {"into": 3}),
    ):
        with pytest.raises(RefusedError, match="merged into #1"):
            await do(2, action, **fields)


async def test_a_report_under_a_merged_number_is_about_the_absorbing_claim(
    stocked, guild_id, do, now
):
    await do(1, "rate", rating="false", evidence=(ONE,))
    await do(2, "merge", into=1)
    made = await stocked.write(reports.add, guild_id, 2, user_id=5, reason="Old.", now=now)
    assert made.number == 1


async def test_an_unknown_other_claim_is_told_as_such(do):
    for number in (9, 0, -1, 2**70):
        with pytest.raises(ClaimNotFoundError):
            await do(2, "merge", into=number)


async def test_circles_and_chains_are_refused(do):
    await do(2, "merge", into=1)
    with pytest.raises(RefusedError, match="merged into this one already"):
        await do(1, "merge", into=2)
    with pytest.raises(RefusedError, match="Merge into #1"):
        await do(3, "merge", into=2)
    with pytest.raises(RefusedError, match="has absorbed #2"):
        await do(1, "merge", into=3)


async def test_claims_with_one_rating_merge_and_differing_ones_do_not(stocked, guild_id, do):
    await do(1, "rate", rating="false", evidence=(ONE,))
    await do(2, "rate", rating="mixed", evidence=(TWO,))
    with pytest.raises(RefusedError, match="rated differently"):
        await do(2, "merge", into=1)
    with pytest.raises(RefusedError, match="rated and #3 is not"):
        await do(1, "merge", into=3)
    await do(2, "rate", rating="false", reason="After all.")
    await do(2, "merge", into=1)
    card = await stocked.read(claims.card, guild_id, 2)
    assert card.claim.standing.published is Rating.FALSE


async def test_evidence_that_the_absorbing_rating_rests_on_does_not_leave_it(do):
    await do(2, "evidence", evidence=(ONE,))
    await do(2, "merge", into=1)
    await do(1, "rate", rating="false")
    with pytest.raises(RefusedError, match="rests on evidence that came from #2"):
        await do(2, "unmerge")
    await do(1, "evidence", evidence=(TWO,))
    await do(2, "unmerge")


async def test_a_rating_whose_evidence_was_withdrawn_meanwhile_does_not_come_back(do, stocked):
    await do(1, "rate", rating="false", evidence=(ONE,))
    await do(2, "rate", rating="false", evidence=(TWO,))
    card = await do(2, "merge", into=1)
    lent = next(piece for piece in card.evidence if piece.url == TWO.url)
    await do(1, "withdraw", withdraw=lent.id)
    card = await do(2, "unmerge")
    assert card.claim.standing == Standing(earlier=Rating.FALSE)


class TestUndo:
    """A merge, or its opposite, is undone from either side."""

    @pytest.mark.parametrize("side", [1, 2])
    async def test_a_merge_is_undone_from_both_sides(self, stocked, guild_id, do, undo, side):
        await do(2, "take")
        await do(2, "evidence", evidence=(ONE,))
        before = await stocked.read(claims.card, guild_id, 2)
        await do(2, "merge", into=1)
        await undo(side)
        after = await stocked.read(claims.card, guild_id, 2)
        assert after.claim.standing == before.claim.standing
        assert (after.appearances, after.evidence) == (before.appearances, before.evidence)
        assert await urls(stocked, guild_id, 1) == []

    @pytest.mark.parametrize("side", [1, 2])
    async def test_so_is_an_unmerge(self, stocked, guild_id, do, undo, side):
        await do(2, "evidence", evidence=(ONE,))
        await do(2, "merge", into=1)
        await do(2, "unmerge")
        await undo(side)
        assert await stocked.read(merges.leads_to, guild_id, 2) == 1
        assert await urls(stocked, guild_id, 1) == [ONE.url]
        await do(2, "unmerge")
        assert await urls(stocked, guild_id, 2) == [ONE.url]

    async def test_an_unmerge_is_not_undone_over_what_happened_since(self, do, undo):
        await do(2, "merge", into=1)
        await do(2, "unmerge")
        await do(2, "take")
        with pytest.raises(RefusedError, match="#2 changed since"):
            await undo(1)

    async def test_nor_into_a_claim_that_may_not_absorb_it_any_more(self, do, undo):
        await do(2, "merge", into=1)
        await do(2, "unmerge")
        await do(1, "drop")
        with pytest.raises(RefusedError, match="#1 is dropped"):
            await undo(2)

    async def test_a_merge_whose_evidence_carries_a_rating_now_stays(self, do, undo):
        await do(2, "evidence", evidence=(ONE,))
        await do(2, "merge", into=1)
        await do(1, "rate", rating="false")
        with pytest.raises(RefusedError, match="rests on evidence"):
            await undo(2)

    async def test_freeing_leaves_merged_claims_alone(self, stocked, guild_id, do, now):
        await do(2, "take")
        await do(2, "merge", into=1)
        assert await stocked.write(reviews.free_expired, now=now.replace(year=2027)) == 0
        found = await stocked.read(
            lambda db: db.execute(
                "SELECT stage, assignee FROM claim WHERE guild_id = ? AND number = 2", (guild_id,)
            ).fetchone()
        )
        assert tuple(found) == (Stage.OPEN, None)
