"""Every decision and its undo, as the ledger keeps them."""

import sqlite3
from datetime import date, timedelta

import pytest

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.decisions import evidence, reviews, tags
from claims.ledger.history import audit
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims, queue
from claims.ledger.members import demand
from claims.records.claims import Evidence, Rating, Stage, Stance
from claims.records.decisions import Action
from claims.records.lists import Filter
from claims.records.servers import Server
from tests.claims.acting import Asked, wanted

LUND, MORO = 11, 12
ONE = Evidence(url="https://one.example/a", stance=Stance.CONTEXT, note="p. 1", is_primary=True)
TWO = Evidence(url="https://two.example/b", stance=Stance.REFUTES, quotation="Nine weeks.")
RATE: Asked = {"action": Action.RATE, "rating": Rating.FALSE, "evidence": (ONE,)}


def state(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that decisions may change, but for the history, what it withdrew, and versions."""
    queries = {
        "claim": "SELECT number, text, fingerprint, source_id, kind, stage, rating, standing,"
        " assignee, recheck_on, merged_into, asked FROM claim ORDER BY number",
        "evidence": "SELECT id, number, url FROM evidence WHERE withdrawn_by IS NULL ORDER BY id",
        "tag": "SELECT * FROM tag ORDER BY number, name",
        "appearance": "SELECT * FROM appearance ORDER BY number, article_id, content",
        "report": "SELECT * FROM report ORDER BY id",
        "search": "SELECT rowid FROM claim_search WHERE claim_search MATCH 'crane' ORDER BY rowid",
    }
    return {name: [tuple(row) for row in db.execute(query)] for name, query in queries.items()}


STEPS = {
    "take": ([], {"action": "take"}),
    "release": ([{"action": "take"}], {"action": "release"}),
    "rate": ([{"action": "take"}], RATE),
    "correct": ([RATE], {"action": "rate", "rating": "mixed", "evidence": (TWO,)}),
    "dispute": ([RATE], {"action": "dispute"}),
    "reopen": ([RATE], {"action": "reopen"}),
    "drop": ([{"action": "take"}], {"action": "drop"}),
    "evidence": ([], {"action": "evidence", "evidence": (ONE, TWO)}),
    "withdraw": ([{"action": "evidence", "evidence": (ONE, TWO)}], {"action": "withdraw"}),
    "edit": ([], {"action": "edit", "text": "The crane stood still."}),
    "edit of whose it is": ([], {"action": "edit", "source": "Ole Brandt"}),
    "tag": (
        [{"action": "tag", "add_tags": ("old", "kept")}],
        {"action": "tag", "add_tags": ("New", "kept"), "remove_tags": ("old", "never there")},
    ),
    "recheck": (
        [{"action": "recheck", "recheck_on": date(2026, 6, 1)}],
        {"action": "recheck", "recheck_on": date(2026, 9, 1)},
    ),
    "merge": (
        [{"action": "take"}, {"action": "evidence", "evidence": (ONE,)}],
        {"action": "merge", "into": 1},
    ),
    "unmerge": (
        [{"action": "evidence", "evidence": (ONE,)}, {"action": "merge", "into": 1}],
        {"action": "unmerge"},
    ),
}


@pytest.mark.parametrize(("before", "last"), STEPS.values(), ids=STEPS)
async def test_undo_restores_all_that_a_decision_changed(stocked, guild_id, before, last, now):
    for number in (1, 2):
        await stocked.write(demand.ask, guild_id, number, user_id=number, now=now)
    for fields in before:
        await stocked.write(reviews.act, guild_id, 2, wanted(**fields), now=now)
    if last["action"] == "withdraw":
        known = await stocked.read(evidence.of, guild_id, 2)
        last = last | {"withdraw": known[0].id}
    was = await stocked.read(state)
    await stocked.write(reviews.act, guild_id, 2, wanted(**last), now=now)
    assert await stocked.read(state) != was
    await stocked.write(reviews.undo, guild_id, 2, actor=MORO, now=now)
    assert await stocked.read(state) == was
    assert list(await stocked.write(lambda db: list(checks.whole(db)))) == []


@pytest.mark.parametrize(("before", "last"), STEPS.values(), ids=STEPS)
async def test_a_decision_is_one_event_and_one_version(stocked, guild_id, before, last, now):
    for fields in before:
        await stocked.write(reviews.act, guild_id, 2, wanted(**fields), now=now)
    if last["action"] == "withdraw":
        known = await stocked.read(evidence.of, guild_id, 2)
        last = last | {"withdraw": known[0].id}
    await stocked.write(reviews.act, guild_id, 2, wanted(**last), now=now)
    (count, version) = await stocked.read(
        lambda db: tuple(
            db.execute(
                "SELECT (SELECT count(*) FROM event WHERE guild_id = ? AND number = 2), version"
                " FROM claim WHERE guild_id = ? AND number = 2",
                (guild_id, guild_id),
            ).fetchone()
        )
    )
    assert count == version == len(before) + 2


async def test_evidence_keeps_quotation_and_whether_it_is_primary(stocked, guild_id, now):
    asked = wanted(action=Action.EVIDENCE, evidence=(ONE, TWO))
    card = await stocked.write(reviews.act, guild_id, 2, asked, now=now)
    assert [(e.quotation, e.is_primary, e.added_by) for e in card.evidence] == [
        ("", True, LUND),
        ("Nine weeks.", False, LUND),
    ]
    assert card.last.detail.evidence == (ONE, TWO)


async def test_a_rating_may_cite_a_link_that_is_there(stocked, guild_id, now):
    await stocked.write(
        reviews.act, guild_id, 2, wanted(action=Action.EVIDENCE, evidence=(ONE,)), now=now
    )
    same = Evidence(url="http://www.one.example/a/#top", stance=ONE.stance)
    card = await stocked.write(
        reviews.act, guild_id, 2, wanted(**(RATE | {"evidence": (same,)})), now=now
    )
    (piece,) = card.evidence
    assert (piece.url, piece.note, piece.is_primary) == (ONE.url, ONE.note, True)
    assert card.last.detail.evidence == card.last.detail.withdrawn == ()


async def test_a_correction_says_anew_what_a_link_does_and_undo_takes_that_back(
    stocked, guild_id, now
):
    """What was verified is misleading, and the link that supported it refutes it."""
    supports = ONE.model_copy(update={"stance": "supports"})
    verified = wanted(action=Action.RATE, rating=Rating.VERIFIED, evidence=(supports,))
    await stocked.write(reviews.act, guild_id, 2, verified, now=now)
    cited = Evidence(url="http://www.one.example/a/#top", stance=Stance.REFUTES, note="p. 9")
    misleading = wanted(action=Action.RATE, rating=Rating.MISLEADING, evidence=(cited,))
    card = await stocked.write(reviews.act, guild_id, 2, misleading, now=now)
    (piece,) = card.evidence
    assert (piece.url, piece.stance, piece.note) == (ONE.url, "refutes", "p. 9")
    assert piece.is_primary
    assert card.last.detail.withdrawn == (supports,)

    card = await stocked.write(reviews.undo, guild_id, 2, actor=LUND, now=now)
    assert [(e.stance, e.note) for e in card.evidence] == [("supports", "p. 1")]
    assert await stocked.read(lambda db: list(audit.breaks(db))) == []


async def test_a_correction_against_all_evidence_has_to_name_some(stocked, guild_id, now):
    supports = ONE.model_copy(update={"stance": "supports"})
    verified = wanted(action=Action.RATE, rating=Rating.VERIFIED, evidence=(supports,))
    await stocked.write(reviews.act, guild_id, 2, verified, now=now)
    misleading = wanted(action=Action.RATE, rating=Rating.MISLEADING)
    with pytest.raises(RefusedError, match="All evidence here speaks against this rating"):
        await stocked.write(reviews.act, guild_id, 2, misleading, now=now)

    # Somebody may say that it does support what is misleading all the same.
    named = wanted(action=Action.RATE, rating=Rating.MISLEADING, evidence=(supports,))
    card = await stocked.write(reviews.act, guild_id, 2, named, now=now)
    assert [e.stance for e in card.evidence] == ["supports"]
    minor = wanted(action=Action.RATE, rating=Rating.MISLEADING, reason="Counted twice.")
    card = await stocked.write(reviews.act, guild_id, 2, minor, now=now)
    assert card.claim.standing.reason == "Counted twice."


async def test_withdrawn_evidence_stays_in_the_ledger_and_can_be_brought_again(
    stocked, guild_id, now
):
    asked = wanted(action=Action.EVIDENCE, evidence=(ONE,))
    (piece,) = (await stocked.write(reviews.act, guild_id, 2, asked, now=now)).evidence
    card = await stocked.write(
        reviews.act, guild_id, 2, wanted(action=Action.WITHDRAW, withdraw=piece.id), now=now
    )
    assert card.evidence == ()
    assert card.last.detail.withdrawn == (ONE,)
    card = await stocked.write(reviews.act, guild_id, 2, asked, now=now)
    assert [e.url for e in card.evidence] == [ONE.url]


async def test_evidence_of_another_claim_cannot_be_withdrawn(stocked, guild_id, now):
    asked = wanted(action=Action.EVIDENCE, evidence=(ONE,))
    (piece,) = (await stocked.write(reviews.act, guild_id, 1, asked, now=now)).evidence
    with pytest.raises(RefusedError, match="no such evidence"):
        await stocked.write(
            reviews.act, guild_id, 2, wanted(action=Action.WITHDRAW, withdraw=piece.id), now=now
        )


async def test_an_edited_claim_is_found_by_its_new_words_only(stocked, guild_id, now):
    asked = wanted(action=Action.EDIT, text="  Both hoists were idle. ")
    card = await stocked.write(reviews.act, guild_id, 2, asked, now=now)
    assert card.claim.text == "Both hoists were idle."
    assert (card.last.detail.was, card.last.detail.now) == (
        "The two cranes had stood still for nine weeks",
        "Both hoists were idle.",
    )
    for words, found in (("hoists", [2]), ("cranes", [])):
        page = await stocked.read(claims.page, guild_id, Filter(words=words))
        assert [claim.number for claim in page.claims] == found


async def test_an_edited_claim_is_matched_by_its_new_words(stocked, guild_id, now):
    def suggested(db):
        found = db.execute("SELECT number, other FROM match WHERE outcome = 'suggested'")
        return [tuple(row) for row in found]

    first = await stocked.read(claims.get, guild_id, 1)
    near = f"{first.text}, they say"
    await stocked.write(reviews.act, guild_id, 2, wanted(action=Action.EDIT, text=near), now=now)
    assert await stocked.read(suggested) == [(2, 1)]
    await stocked.write(reviews.undo, guild_id, 2, actor=LUND, now=now)
    assert await stocked.read(suggested) == []


async def test_an_edit_into_what_another_claim_says_names_that_one(stocked, guild_id, now):
    first = await stocked.read(claims.get, guild_id, 1)
    with pytest.raises(RefusedError, match="#1 says just that"):
        await stocked.write(
            reviews.act, guild_id, 2, wanted(action=Action.EDIT, text=first.text.upper()), now=now
        )


async def test_tags_are_counted_and_completed(stocked, guild_id, now):
    for number, names in ((1, ("Harbour", "#trade")), (2, ("harbour",))):
        asked = wanted(action=Action.TAG, add_tags=names, reason="")
        await stocked.write(reviews.act, guild_id, number, asked, now=now)
    assert await stocked.read(tags.of, guild_id, 1) == ("harbour", "trade")
    assert await stocked.read(tags.known, guild_id, "Har") == (("harbour", 2),)
    assert await stocked.read(tags.known, 2002) == ()


async def test_columns_that_lists_go_by_are_in_step(stocked, guild_id, now):
    for number, asked in (
        (1, wanted(action=Action.TAKE)),
        (2, wanted(action=Action.RECHECK, recheck_on=date(2026, 6, 1))),
        (3, wanted(action=Action.MERGE, into=1)),
    ):
        await stocked.write(reviews.act, guild_id, number, asked, now=now)
    found = await stocked.read(
        lambda db: [
            tuple(row)
            for row in db.execute(
                "SELECT number, assignee, recheck_on, merged_into FROM claim"
                " WHERE guild_id = ? ORDER BY number",
                (guild_id,),
            )
        ]
    )
    assert found == [
        (1, LUND, None, None),
        (2, None, "2026-06-01", None),
        (3, None, None, 1),
        (4, None, None, None),
    ]


class TestRules:
    """What a server chose goes for its decisions and nobody else's."""

    async def test_two_persons_publish_a_rating(self, stocked, guild_id, now):
        chosen = await stocked.write(servers.set_rules, guild_id, two_person=True)
        assert (chosen.two_person, chosen.strict_evidence) == (True, True)
        card = await stocked.write(reviews.act, guild_id, 1, wanted(**RATE), now=now)
        assert (card.claim.standing.stage, card.claim.standing.published) == (Stage.REVIEW, None)
        with pytest.raises(RefusedError, match="Another moderator"):
            await stocked.write(reviews.act, guild_id, 1, wanted(**RATE), now=now)
        second = wanted(MORO, **RATE | {"reason": "I agree."})
        card = await stocked.write(reviews.act, guild_id, 1, second, now=now)
        assert card.claim.standing.published is Rating.FALSE

    async def test_a_proposal_waits_for_everybody_but_who_made_it(self, stocked, guild_id, now):
        await stocked.write(reviews.act, guild_id, 1, wanted(**RATE), now=now)
        await stocked.write(servers.set_rules, guild_id, two_person=True)
        for number, actor in ((1, MORO), (2, LUND)):
            asked = wanted(actor, **RATE | {"rating": Rating.MIXED})
            await stocked.write(reviews.act, guild_id, number, asked, now=now)
        for moderator, waiting in ((LUND, [1]), (MORO, [2])):
            work = await stocked.read(queue.page, guild_id, moderator=moderator)
            assert [claim.number for claim in work.proposed] == waiting

    async def test_a_waiting_correction_hides_nothing_and_can_be_undone(
        self, stocked, guild_id, now
    ):
        was = await stocked.write(reviews.act, guild_id, 1, wanted(**RATE), now=now)
        await stocked.write(servers.set_rules, guild_id, two_person=True)
        asked = wanted(action=Action.RATE, rating=Rating.MIXED, reason="Half.")
        card = await stocked.write(reviews.act, guild_id, 1, asked, now=now)
        shown = card.claim.standing
        assert (shown.published, shown.reason) == (Rating.FALSE, "Counted.")
        card = await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        assert card.claim.standing == was.claim.standing

    async def test_relaxed_evidence_is_enough_and_said(self, stocked, guild_id, now):
        weak = wanted(**(RATE | {"evidence": (TWO,)}))
        with pytest.raises(RefusedError, match="two independent origins"):
            await stocked.write(reviews.act, guild_id, 1, weak, now=now)
        await stocked.write(servers.set_rules, guild_id, strict_evidence=False)
        card = await stocked.write(reviews.act, guild_id, 1, weak, now=now)
        assert card.claim.standing.relaxed

    async def test_rules_of_one_server_are_no_rules_of_another(self, stocked, guild_id):
        await stocked.write(servers.set_rules, guild_id, two_person=True, strict_evidence=False)
        other = await stocked.read(servers.get, 2002)
        assert (other.two_person, other.strict_evidence) == (False, True)

    async def test_what_is_not_named_stays(self, stocked, guild_id):
        await stocked.write(servers.set_moderators, guild_id, 7)
        await stocked.write(servers.set_rules, guild_id, two_person=True)
        chosen = await stocked.write(servers.set_rules, guild_id, strict_evidence=False)
        assert chosen == Server(moderator_role_id=7, two_person=True, strict_evidence=False)


async def test_each_person_asks_once_and_no_version_changes(stocked, guild_id, now):
    for user, people, new in ((5, 1, True), (5, 1, False), (6, 2, True)):
        asked = await stocked.write(demand.ask, guild_id, 1, user_id=user, now=now)
        assert (asked.people, asked.is_new) == (people, new)
    assert (await stocked.read(claims.get, guild_id, 1)).version == 1


async def test_a_claim_is_undone_in_time_only(stocked, guild_id, now):
    await stocked.write(reviews.act, guild_id, 2, wanted(action=Action.MERGE, into=1), now=now)
    with pytest.raises(RefusedError, match="15 minutes"):
        await stocked.write(reviews.undo, guild_id, 2, actor=LUND, now=now + timedelta(minutes=16))
