"""Who may move a claim where. The tests walk the table that the bot works by."""

from datetime import datetime, timedelta

import pytest

from claims import workflow
from claims.errors import RefusedError, StaleError
from claims.records import Act, Action, Event, Evidence, Rating, Stage, Standing
from claims.workflow import MOVES, Rules, decide

LUND, MORO = 11, 12  # two moderators

LEGAL = [(stage, move) for move in MOVES.values() for stage in sorted(move.origins)]
ILLEGAL = [(stage, move) for move in MOVES.values() for stage in Stage if stage not in move.origins]


def standing(stage: Stage, now: datetime) -> Standing:
    """A claim in this stage as it would have got there."""
    match stage:
        case Stage.OPEN:
            return Standing()
        case Stage.CHECKING:
            return Standing(stage=stage, assignee=LUND, assigned_until=now + timedelta(hours=1))
        case _:
            return Standing(
                stage=stage,
                rating=Rating.FALSE,
                reason="The register says otherwise.",
                rated_by=LUND,
                rated_at=now - timedelta(days=1),
            )


def act(action: Action, link: Evidence, actor: int = MORO, rating: Rating = Rating.FALSE) -> Act:
    """An act with everything that any action asks for."""
    rates = action is Action.RATE
    return Act(
        action=action,
        actor=actor,
        rating=rating if rates else None,
        reason="Because of the register.",
        evidence=(link,) if rates else (),
    )


def test_the_table_names_every_action_a_person_can_ask_for():
    assert set(MOVES) == set(Action) - {Action.ADD, Action.UNDO}


def test_no_stage_is_a_dead_end():
    assert all(workflow.legal_moves(stage) for stage in Stage)


def test_legal_moves_are_the_rows_of_the_table_that_start_in_the_stage():
    walked = {(stage, move) for stage in Stage for move in workflow.legal_moves(stage)}
    assert walked == set(LEGAL)


@pytest.mark.parametrize(("stage", "move"), LEGAL)
def test_a_legal_move_leads_where_the_table_says(stage, move, link, now):
    before = standing(stage, now)
    after = decide(before, act(move.action, link), Rules(), evidence=0, now=now)
    assert after.stage is move.to


@pytest.mark.parametrize(("stage", "move"), ILLEGAL)
def test_an_illegal_move_is_refused_with_what_is_possible_instead(stage, move, link, now):
    with pytest.raises(RefusedError) as refusal:
        decide(standing(stage, now), act(move.action, link), Rules(), evidence=0, now=now)
    for possible in workflow.legal_moves(stage):
        assert possible.label.lower() in str(refusal.value)


@pytest.mark.parametrize("move", [m for m in MOVES.values() if m.needs_reason])
@pytest.mark.parametrize("reason", ["", " \n\t"])
def test_a_move_that_needs_a_reason_is_refused_without_one(move, reason, link, now):
    asked = act(move.action, link).model_copy(update={"reason": reason})
    with pytest.raises(RefusedError, match="reason"):
        decide(standing(min(move.origins), now), asked, Rules(), evidence=0, now=now)


@pytest.mark.parametrize("move", [m for m in MOVES.values() if not m.needs_reason])
def test_other_moves_need_none(move, link, now):
    asked = act(move.action, link).model_copy(update={"reason": ""})
    decide(standing(min(move.origins), now), asked, Rules(), evidence=0, now=now)


def test_taking_a_claim_assigns_it_for_two_days(now):
    after = decide(Standing(), Act(action="take", actor=LUND), Rules(), evidence=0, now=now)
    assert after == Standing(
        stage=Stage.CHECKING, assignee=LUND, assigned_until=now + timedelta(hours=48)
    )


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_keeps_who_when_and_why(rating, link, now):
    asked = act(Action.RATE, link, rating=rating)
    after = decide(standing(Stage.CHECKING, now), asked, Rules(), evidence=0, now=now)
    assert after == Standing(
        stage=Stage.RATED,
        rating=rating,
        reason="Because of the register.",
        rated_by=MORO,
        rated_at=now,
    )
    assert after.published is rating


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_without_evidence_is_refused(rating, now):
    asked = Act(action="rate", actor=LUND, rating=rating, reason="I just know.")
    with pytest.raises(RefusedError, match="at least one link"):
        decide(Standing(), asked, Rules(), evidence=0, now=now)


def test_evidence_that_the_claim_has_already_is_enough(now):
    asked = Act(action="rate", actor=LUND, rating="mixed", reason="See the link.")
    assert decide(Standing(), asked, Rules(), evidence=1, now=now).stage is Stage.RATED


def test_all_problems_of_an_act_are_told_at_once(now):
    asked = Act(
        action="rate",
        actor=LUND,
        evidence=(
            Evidence(url="ftp://a.example"),
            Evidence(url="https://b.example", note="n" * 301),
        ),
    )
    with pytest.raises(RefusedError) as refusal:
        decide(Standing(), asked, Rules(), evidence=0, now=now)
    for problem in ("reason is needed", "Choose a rating", "ftp://a.example", "longer than 300"):
        assert problem in str(refusal.value)


@pytest.mark.parametrize(
    ("reason", "links", "fits"),
    [(1000, 1, True), (1001, 1, False), (1, 10, True), (1, 11, False)],
)
def test_the_limits_are_met_exactly(reason, links, fits, link, now):
    asked = Act(
        action="rate", actor=LUND, rating="false", reason="r" * reason, evidence=(link,) * links
    )
    if fits:
        decide(Standing(), asked, Rules(), evidence=0, now=now)
    else:
        with pytest.raises(RefusedError, match=r"longer than 1000|at most 10"):
            decide(Standing(), asked, Rules(), evidence=0, now=now)


def test_a_disputed_rating_stays_shown(link, now):
    before = standing(Stage.RATED, now)
    after = decide(before, act(Action.DISPUTE, link), Rules(), evidence=1, now=now)
    assert (after.published, after.reason) == (Rating.FALSE, before.reason)


def test_a_dropped_or_reopened_claim_shows_no_rating(link, now):
    for action in (Action.DROP, Action.REOPEN):
        after = decide(standing(Stage.RATED, now), act(action, link), Rules(), evidence=1, now=now)
        assert after.published is None


def test_dropping_a_taken_claim_frees_its_moderator(link, now):
    before = standing(Stage.CHECKING, now)
    after = decide(before, act(Action.DROP, link), Rules(), evidence=0, now=now)
    assert (after.assignee, after.assigned_until) == (None, None)


class TestTwoPersonRule:
    """With the rule on, a rating is a proposal until another moderator gives the same one."""

    rules = Rules(two_person=True)

    def test_the_first_rating_is_not_shown_yet(self, link, now):
        after = decide(Standing(), act(Action.RATE, link), self.rules, evidence=0, now=now)
        assert (after.stage, after.rating, after.published) == (Stage.REVIEW, Rating.FALSE, None)

    def test_another_moderator_with_the_same_rating_confirms_it(self, link, now):
        proposed = standing(Stage.REVIEW, now)
        after = decide(proposed, act(Action.RATE, link), self.rules, evidence=1, now=now)
        assert (after.published, after.rated_by) == (Rating.FALSE, MORO)

    def test_nobody_confirms_their_own_proposal(self, link, now):
        asked = act(Action.RATE, link, actor=LUND)
        with pytest.raises(RefusedError, match="Another moderator"):
            decide(standing(Stage.REVIEW, now), asked, self.rules, evidence=1, now=now)

    def test_nor_replaces_it_alone_by_another_rating(self, link, now):
        asked = act(Action.RATE, link, actor=LUND, rating=Rating.VERIFIED)
        with pytest.raises(RefusedError, match="Another moderator"):
            decide(standing(Stage.REVIEW, now), asked, self.rules, evidence=1, now=now)

    def test_a_differing_rating_sends_the_claim_back_to_checking(self, link, now):
        asked = act(Action.RATE, link, rating=Rating.VERIFIED)
        after = decide(standing(Stage.REVIEW, now), asked, self.rules, evidence=1, now=now)
        assert (after.stage, after.rating, after.assignee) == (Stage.CHECKING, None, MORO)

    def test_a_correction_is_a_proposal_too(self, link, now):
        asked = act(Action.RATE, link, rating=Rating.VERIFIED)
        after = decide(standing(Stage.RATED, now), asked, self.rules, evidence=1, now=now)
        assert after.stage is Stage.REVIEW

    def test_a_proposal_made_under_the_rule_still_needs_its_second_after_it(self, link, now):
        asked = act(Action.RATE, link, actor=LUND)
        with pytest.raises(RefusedError, match="Another moderator"):
            decide(standing(Stage.REVIEW, now), asked, Rules(), evidence=1, now=now)


class TestUndo:
    """The last change, once, within a quarter of an hour."""

    def event(self, now: datetime, **changed) -> Event:
        """A rating by one moderator at `now`."""
        rated = Event(
            id=7,
            number=1,
            at=now,
            actor=LUND,
            action="rate",
            before=standing(Stage.CHECKING, now),
            after=standing(Stage.RATED, now),
        )
        return rated.model_copy(update=changed)

    @pytest.mark.parametrize("late", [timedelta(), workflow.UNDO_WINDOW])
    def test_gives_the_standing_before(self, late, now):
        last = self.event(now)
        assert workflow.undo(last, now + late) == last.before

    def test_is_refused_after_the_window(self, now):
        late = now + workflow.UNDO_WINDOW + timedelta(seconds=1)
        with pytest.raises(RefusedError, match="15 minutes"):
            workflow.undo(self.event(now), late)

    def test_is_refused_twice(self, now):
        with pytest.raises(RefusedError, match="undone already"):
            workflow.undo(self.event(now, action=Action.UNDO), now)

    def test_is_refused_for_the_creation(self, now):
        with pytest.raises(RefusedError, match="drop it"):
            workflow.undo(self.event(now, action=Action.ADD, before=None), now)


class TestStaleness:
    """A person who saw another version is told who changed what and when."""

    def last(self, now: datetime) -> Event:
        return Event(
            id=1, number=1, at=now, actor=LUND, action="rate", before=None, after=Standing()
        )

    def test_the_version_seen_or_none_at_all_passes(self, now):
        workflow.check_seen(3, 3, self.last(now))
        workflow.check_seen(None, 3, self.last(now))

    @pytest.mark.parametrize("seen", [2, 4])
    def test_another_version_is_refused_by_name_action_and_time(self, seen, now):
        with pytest.raises(StaleError) as refusal:
            workflow.check_seen(seen, 3, self.last(now))
        for part in (f"<@{LUND}>", "rate", f"<t:{int(now.timestamp())}:R>"):
            assert part in str(refusal.value)

    def test_a_change_from_outside_discord_names_nobody(self, now):
        last = self.last(now).model_copy(update={"actor": 0})
        with pytest.raises(StaleError, match="The bot changed this claim"):
            workflow.check_seen(1, 2, last)


def test_every_rating_and_stage_has_words_and_no_two_share_them():
    words = [*workflow.RATING_WORDS.values(), *workflow.STAGE_WORDS.values()]
    assert len(set(words)) == len(Rating) + len(Stage)


@pytest.mark.parametrize("stage", Stage)
def test_the_badge_is_the_rating_where_members_may_see_it_else_the_stage(stage, now):
    badge = workflow.badge(standing(stage, now))
    assert ("False" in badge) == (stage in (Stage.RATED, Stage.DISPUTED))
    assert ("disputed" in badge.casefold()) == (stage is Stage.DISPUTED)
