"""Who may move a claim where. The tests walk the table that the bot works by."""

from datetime import date, datetime, timedelta

import pytest

from claims.errors import RefusedError, StaleError
from claims.records.claims import Evidence, Rating, Stage, Standing
from claims.records.decisions import Act, Action, Event
from claims.rules import terms, workflow
from claims.rules.identity import Person
from claims.rules.ratings import RATINGS, STAGES
from claims.rules.workflow import MOVES, Rules
from claims.wording.phrases import Phrase, When, Who
from tests.claims.acting import LUND, MORO, SALT, THERE, act, decided, standing, starting

LEGAL = [(stage, move) for move in MOVES.values() for stage in sorted(move.origins)]
ILLEGAL = [(stage, move) for move in MOVES.values() for stage in Stage if stage not in move.origins]


def test_the_table_names_every_action_a_person_can_ask_for():
    assert set(MOVES) == set(Action) - {Action.ADD, Action.UNDO}


POSSIBLE = {
    Stage.OPEN: "take rate drop evidence withdraw edit tag recheck merge unmerge",
    Stage.CHECKING: "release rate drop evidence withdraw edit tag recheck merge unmerge",
    Stage.REVIEW: "rate reopen drop evidence withdraw tag recheck unmerge",
    Stage.RATED: "rate dispute reopen drop evidence withdraw tag recheck merge unmerge",
    Stage.DISPUTED: "rate reopen drop evidence withdraw tag recheck merge unmerge",
    Stage.DROPPED: "reopen evidence withdraw edit tag unmerge",
}


@pytest.mark.parametrize("stage", Stage)
def test_in_each_stage_just_this_is_possible(stage):
    found = {move.action.value for move in MOVES.values() if stage in move.origins}
    assert found == set(POSSIBLE[stage].split())


def test_no_stage_is_a_dead_end():
    assert all(workflow.legal_moves(stage) for stage in Stage)


def test_legal_moves_are_the_rows_of_the_table_that_lead_from_the_stage_to_another():
    walked = {(stage, move) for stage in Stage for move in workflow.legal_moves(stage)}
    assert walked == {(stage, move) for stage, move in LEGAL if move.to}


@pytest.mark.parametrize("stage", Stage)
def test_a_moderators_moves_are_all_but_confirming_ones_own_rating(stage, now):
    found = set(workflow.legal_moves(stage))
    own = found - {MOVES[Action.RATE]} if stage is Stage.REVIEW else found
    assert set(workflow.moves_of(Person(LUND, SALT), standing(stage, now))) == own
    assert set(workflow.moves_of(Person(MORO, SALT), standing(stage, now))) == found


def test_whose_rating_waits_is_told_what_they_may_do_meanwhile(link, now):
    with pytest.raises(RefusedError, match=r"Possible now: reopen, drop\.$"):
        decided(standing(Stage.REVIEW, now), act(Action.TAKE, link, actor=LUND), Rules(), now)


@pytest.mark.parametrize(("stage", "move"), LEGAL)
def test_a_legal_move_leads_where_the_table_says(stage, move, link, now):
    after = decided(starting(move, stage, now), act(move.action, link), Rules(), now)
    stays = Stage.OPEN if (move.action, stage) == (Action.MERGE, Stage.CHECKING) else stage
    assert after.stage is (move.to or stays)


@pytest.mark.parametrize(("stage", "move"), ILLEGAL)
def test_an_illegal_move_is_refused_with_what_is_possible_instead(stage, move, link, now):
    with pytest.raises(RefusedError) as refusal:
        decided(standing(stage, now), act(move.action, link), Rules(), now)
    told = str(refusal.value)
    if move.action is Action.EDIT:
        assert "Reopen the claim" in told
    elif (move.action, stage) == (Action.MERGE, Stage.REVIEW):
        assert "waits here for a second moderator" in told
    else:
        for possible in workflow.legal_moves(stage):
            assert possible.label.lower() in told


@pytest.mark.parametrize("move", [m for m in MOVES.values() if m.needs_reason])
@pytest.mark.parametrize("reason", ["", " \n\t"])
def test_a_move_that_needs_a_reason_is_refused_without_one(move, reason, link, now):
    asked = act(move.action, link).model_copy(update={"reason": reason})
    with pytest.raises(RefusedError, match=r"^Say why: a reason is needed\."):
        decided(starting(move, min(move.origins), now), asked, Rules(), now)


@pytest.mark.parametrize("move", [m for m in MOVES.values() if not m.needs_reason])
def test_other_moves_need_none(move, link, now):
    asked = act(move.action, link).model_copy(update={"reason": ""})
    decided(starting(move, min(move.origins), now), asked, Rules(), now)


def test_taking_a_claim_assigns_it_for_two_days(now):
    after = decided(Standing(), Act(action=Action.TAKE, actor=LUND), Rules(), now)
    assert after == Standing(
        stage=Stage.CHECKING, assignee=LUND, assigned_until=now + timedelta(hours=48)
    )


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_keeps_who_when_and_why(rating, link, now):
    asked = act(Action.RATE, link, rating=rating)
    after = decided(standing(Stage.CHECKING, now), asked, Rules(), now)
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
    asked = Act(action=Action.RATE, actor=LUND, rating=rating, reason="I just know.")
    with pytest.raises(RefusedError, match="at least one link"):
        decided(Standing(), asked, Rules(), now)


def test_evidence_that_the_claim_has_already_is_enough(now):
    asked = Act(action=Action.RATE, actor=LUND, rating=Rating.MIXED, reason="See the link.")
    assert decided(Standing(), asked, Rules(), now, evidence=(THERE,)).stage is Stage.RATED


def test_all_problems_of_an_act_are_told_at_once(now):
    asked = Act(
        action=Action.RATE,
        actor=LUND,
        evidence=(
            Evidence(url="ftp://a.example"),
            Evidence(url="https://b.example", note="n" * 301),
        ),
    )
    with pytest.raises(RefusedError) as refusal:
        decided(Standing(), asked, Rules(), now)
    told = str(refusal.value)
    problems = ("reason is needed", "Choose a rating", "ftp://a.example", "longer than 300")
    places = [told.index(problem) for problem in problems]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("reason", "links", "fits"),
    [(1000, 1, True), (1001, 1, False), (1, 10, True), (1, 11, False)],
)
def test_the_limits_are_met_exactly(reason, links, fits, link, now):
    given = tuple(link.model_copy(update={"url": f"{link.url}/{n}"}) for n in range(links))
    asked = Act(
        action=Action.RATE, actor=LUND, rating=Rating.FALSE, reason="r" * reason, evidence=given
    )
    if fits:
        decided(Standing(), asked, Rules(), now)
    else:
        with pytest.raises(RefusedError, match=r"longer than 1000|at most 10"):
            decided(Standing(), asked, Rules(), now)


def test_a_disputed_rating_stays_shown(link, now):
    before = standing(Stage.RATED, now)
    after = decided(before, act(Action.DISPUTE, link), Rules(), now)
    assert (after.published, after.reason) == (Rating.FALSE, before.reason)


def test_a_dropped_or_reopened_claim_shows_no_rating(link, now):
    for action in (Action.DROP, Action.REOPEN):
        after = decided(standing(Stage.RATED, now), act(action, link), Rules(), now)
        assert after.published is None


def test_dropping_a_taken_claim_frees_its_moderator(link, now):
    before = standing(Stage.CHECKING, now)
    after = decided(before, act(Action.DROP, link), Rules(), now)
    assert (after.assignee, after.assigned_until) == (None, None)


def test_a_date_to_look_again_outlives_reopening_and_not_dropping(link, now):
    due = date(2026, 9, 1)
    before = standing(Stage.RATED, now).model_copy(update={"recheck_on": due})
    assert decided(before, act(Action.REOPEN, link), Rules(), now).recheck_on == due
    assert decided(before, act(Action.DROP, link), Rules(), now).recheck_on is None


def test_dropping_a_claim_forgets_the_opinions_that_differed(link, now):
    other = act(Action.RATE, link, rating=Rating.VERIFIED)
    differing = decided(standing(Stage.REVIEW, now), other, Rules(two_person=True), now)
    assert len(differing.opinions) == 2
    assert decided(differing, act(Action.DROP, link), Rules(), now).opinions == ()


class TestUndo:
    """The last change, once, within a quarter of an hour."""

    def event(self, now: datetime) -> Event:
        """A rating by one moderator at `now`."""
        return Event(
            id=7,
            number=1,
            at=now,
            actor=LUND,
            action=Action.RATE,
            before=standing(Stage.CHECKING, now),
            after=standing(Stage.RATED, now),
        )

    @pytest.mark.parametrize("late", [timedelta(), workflow.UNDO_WINDOW])
    def test_gives_the_standing_before(self, late, now):
        last = self.event(now)
        assert workflow.undo(last, now + late) == last.before

    def test_is_refused_after_the_window(self, now):
        late = now + workflow.UNDO_WINDOW + timedelta(seconds=1)
        with pytest.raises(RefusedError, match="15 minutes"):
            workflow.undo(self.event(now), late)

    @pytest.mark.parametrize("ahead", [timedelta(minutes=3), timedelta(days=31)])
    def test_is_refused_where_a_clock_that_was_ahead_hides_how_old_it_is(self, ahead, now):
        with pytest.raises(RefusedError, match="clock was set back"):
            workflow.undo(self.event(now + ahead), now)
        assert not workflow.may_undo(self.event(now + ahead), now)

    def test_a_clock_that_is_set_back_by_seconds_hides_nothing(self, now):
        last = self.event(now + timedelta(minutes=2))
        assert workflow.undo(last, now) == last.before

    def test_is_refused_twice(self, now):
        with pytest.raises(RefusedError, match="undone already"):
            workflow.undo(self.event(now)._replace(action=Action.UNDO), now)

    def test_is_refused_for_the_creation(self, now):
        with pytest.raises(RefusedError, match="drop it"):
            workflow.undo(self.event(now)._replace(action=Action.ADD, before=None), now)


class TestStaleness:
    """A person who saw another version is told who changed what and when."""

    def last(self, now: datetime) -> Event:
        return Event(
            id=1, number=1, at=now, actor=LUND, action=Action.RATE, before=None, after=Standing()
        )

    def test_the_version_seen_or_none_at_all_passes(self, now):
        workflow.check_seen(3, 3, self.last(now))
        workflow.check_seen(None, 3, self.last(now))

    @pytest.mark.parametrize("seen", [2, 4])
    def test_another_version_is_refused_by_name_action_and_time(self, seen, now):
        with pytest.raises(StaleError) as refusal:
            workflow.check_seen(seen, 3, self.last(now))
        (told,) = refusal.value.phrases
        assert told.facts == {"who": Who(LUND), "when": When(now), "what": Phrase("rated it")}
        assert all(f"{{{fact}}}" in told.text for fact in told.facts)

    def test_a_change_from_outside_discord_names_nobody(self, now):
        last = self.last(now)._replace(actor=0)
        with pytest.raises(StaleError, match="The bot changed this claim"):
            workflow.check_seen(1, 2, last)


def test_every_rating_and_stage_has_words_and_no_two_share_them():
    words = [*(row.words for row in RATINGS.values()), *(row.words for row in STAGES.values())]
    assert len(set(words)) == len(Rating) + len(Stage)


@pytest.mark.parametrize("stage", Stage)
def test_the_badge_is_the_rating_where_members_may_see_it_else_the_stage(stage, now):
    badge = terms.badge(standing(stage, now))
    assert ("False" in badge) == (stage in (Stage.RATED, Stage.DISPUTED))
    assert ("disputed" in badge.casefold()) == (stage is Stage.DISPUTED)


@pytest.mark.parametrize("action", [Action.DISPUTE, Action.DROP])
def test_why_it_is_disputed_or_dropped_stays_through_what_happens_beside_it(action, link, now):
    before = decided(standing(Stage.RATED, now), act(action, link), Rules(), now)
    assert before.why == "Because of the register."
    for beside in (Action.EVIDENCE, Action.TAG):
        assert decided(before, act(beside, link, reason=""), Rules(), now).why == before.why
    reopened = decided(before, act(Action.REOPEN, link), Rules(), now)
    assert reopened.why == ""


def test_a_new_rating_is_not_disputed_for_what_the_one_before_was(link, now):
    disputed = standing(Stage.DISPUTED, now).model_copy(update={"why": "It is of 2019."})
    after = decided(disputed, act(Action.RATE, link, rating=Rating.MIXED), Rules(), now)
    assert (after.is_disputed, after.why) == (False, "")


def test_a_dispute_that_an_earlier_version_wrote_is_read():
    stored = Standing(stage=Stage.DISPUTED, rating=Rating.FALSE).model_dump(exclude={"why"})
    read = Standing.model_validate(stored)
    assert (read.is_disputed, read.why) == (True, "")
