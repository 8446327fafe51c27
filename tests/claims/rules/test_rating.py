"""What a rating does: publish, propose, confirm, differ, correct; and what it rests on."""

import pytest

from claims.errors import RefusedError
from claims.records.claims import Evidence, Grade, Opinion, Rating, Stage, Stance, Standing
from claims.records.decisions import Act, Action
from claims.rules import terms
from claims.rules.workflow import Rules
from tests.claims.acting import LUND, MORO, THERE, act, decided, standing


class TestTwoPersonRule:
    """With the rule on, a rating is a proposal until another moderator gives the same one."""

    rules = Rules(two_person=True)

    def test_the_first_rating_is_not_shown_yet(self, link, now):
        after = decided(Standing(), act(Action.RATE, link), self.rules, now)
        assert (after.stage, after.published) == (Stage.REVIEW, None)
        assert after.waiting == Opinion(rating=Rating.FALSE, reason="Because of the register.")

    def test_a_proposal_is_no_assignment_that_runs_out(self, link, now):
        after = decided(standing(Stage.CHECKING, now), act(Action.RATE, link), self.rules, now)
        assert (after.assignee, after.assigned_until) == (MORO, None)

    @pytest.mark.parametrize(("asked", "grade"), [(None, Grade.TYPO), (Grade.MINOR, Grade.MINOR)])
    def test_a_confirmed_correction_has_the_first_ones_grade_unless_the_second_says_another(
        self, asked, grade, link, now
    ):
        typo = act(Action.RATE, link, LUND, grade=Grade.TYPO)
        waits = decided(standing(Stage.RATED, now), typo, self.rules, now)
        after = decided(waits, act(Action.RATE, link, grade=asked), self.rules, now)
        assert (after.published, after.grade) == (Rating.FALSE, grade)

    def test_another_moderator_with_the_same_rating_confirms_it(self, link, now):
        proposed = standing(Stage.REVIEW, now)
        after = decided(proposed, act(Action.RATE, link), self.rules, now)
        assert (after.published, after.rated_by) == (Rating.FALSE, MORO)

    def test_nobody_confirms_their_own_proposal(self, link, now):
        asked = act(Action.RATE, link, LUND)
        with pytest.raises(RefusedError, match="Another moderator"):
            decided(standing(Stage.REVIEW, now), asked, self.rules, now)

    def test_nor_replaces_it_alone_by_another_rating(self, link, now):
        asked = act(Action.RATE, link, LUND, rating=Rating.VERIFIED)
        with pytest.raises(RefusedError, match="Another moderator"):
            decided(standing(Stage.REVIEW, now), asked, self.rules, now)

    def test_a_differing_rating_sends_the_claim_back_to_checking(self, link, now):
        asked = act(Action.RATE, link, rating=Rating.VERIFIED)
        after = decided(standing(Stage.REVIEW, now), asked, self.rules, now)
        assert (after.stage, after.rating, after.assignee) == (Stage.CHECKING, None, MORO)
        assert [(o.rating, o.reason) for o in after.opinions] == [
            (Rating.FALSE, "The register says otherwise."),
            (Rating.VERIFIED, "Because of the register."),
        ]

    @pytest.mark.parametrize("stage", [Stage.RATED, Stage.DISPUTED])
    def test_a_correction_is_a_proposal_too_and_hides_nothing(self, stage, link, now):
        before = standing(stage, now)
        asked = act(Action.RATE, link, rating=Rating.VERIFIED)
        after = decided(before, asked, self.rules, now)
        assert (after.stage, after.published, after.reason) == (
            Stage.REVIEW,
            Rating.FALSE,
            before.reason,
        )
        assert (after.rated_by, after.rated_at) == (before.rated_by, before.rated_at)
        assert "False" in terms.badge(after)

    def test_a_confirmed_correction_keeps_the_earlier_rating_and_the_first_opinion(self, link, now):
        asked = act(Action.RATE, link, LUND, rating=Rating.VERIFIED)
        waits = decided(standing(Stage.RATED, now), asked, self.rules, now)
        confirming = asked.model_copy(update={"actor": MORO, "reason": "So it is."})
        after = decided(waits, confirming, self.rules, now)
        assert (after.published, after.earlier, after.grade) == (
            Rating.VERIFIED,
            Rating.FALSE,
            Grade.MAJOR,
        )
        assert after.opinions == waits.opinions
        assert after.assignee is None

    def test_a_differing_opinion_on_a_correction_makes_the_rating_disputed(self, link, now):
        asked = act(Action.RATE, link, LUND, rating=Rating.VERIFIED)
        waits = decided(standing(Stage.RATED, now), asked, self.rules, now)
        other = act(Action.RATE, link, rating=Rating.MIXED)
        after = decided(waits, other, self.rules, now)
        assert (after.stage, after.published) == (Stage.DISPUTED, Rating.FALSE)
        assert after.assignee is None
        assert [opinion.rating for opinion in after.opinions] == [Rating.VERIFIED, Rating.MIXED]
        assert after.why == terms.MODERATORS_DIFFER

    def test_a_differing_opinion_leaves_standing_why_it_was_disputed_before(self, link, now):
        before = standing(Stage.DISPUTED, now).model_copy(update={"why": "It is of 2019."})
        waits = decided(before, act(Action.RATE, link, LUND, rating=Rating.MIXED), self.rules, now)
        assert (waits.is_disputed, waits.why) == (True, "It is of 2019.")
        other = act(Action.RATE, link, rating=Rating.VERIFIED)
        assert decided(waits, other, self.rules, now).why == "It is of 2019."

    def test_a_proposal_made_under_the_rule_still_needs_its_second_after_it(self, link, now):
        asked = act(Action.RATE, link, LUND)
        with pytest.raises(RefusedError, match="Another moderator"):
            decided(standing(Stage.REVIEW, now), asked, Rules(), now)


class TestCorrections:
    """A published rating that is given anew, and what is kept of the one before."""

    @pytest.mark.parametrize(
        ("rating", "asked", "grade", "earlier"),
        [
            (Rating.MIXED, None, Grade.MAJOR, Rating.FALSE),
            (Rating.MIXED, Grade.MAJOR, Grade.MAJOR, Rating.FALSE),
            (Rating.FALSE, None, Grade.MINOR, None),
            (Rating.FALSE, Grade.MINOR, Grade.MINOR, None),
            (Rating.FALSE, Grade.TYPO, Grade.TYPO, None),
        ],
    )
    @pytest.mark.parametrize("stage", [Stage.RATED, Stage.DISPUTED])
    def test_have_a_grade_and_keep_the_earlier_rating(
        self, stage, rating, asked, grade, earlier, link, now
    ):
        correction = act(Action.RATE, link, rating=rating, grade=asked)
        after = decided(standing(stage, now), correction, Rules(), now)
        assert (after.published, after.grade, after.earlier) == (rating, grade, earlier)

    @pytest.mark.parametrize(
        ("rating", "grade", "told"),
        [
            (Rating.MIXED, Grade.MINOR, "changes the rating is a major one"),
            (Rating.MIXED, Grade.TYPO, "changes the rating is a major one"),
            (Rating.FALSE, Grade.MAJOR, "leaves it as it is"),
        ],
    )
    def test_cannot_be_called_less_or_more_than_they_are(self, rating, grade, told, link, now):
        correction = act(Action.RATE, link, rating=rating, grade=grade)
        with pytest.raises(RefusedError, match=told):
            decided(standing(Stage.RATED, now), correction, Rules(), now)

    def test_a_first_rating_is_none(self, link, now):
        assert decided(Standing(), act(Action.RATE, link), Rules(), now).grade is None
        with pytest.raises(RefusedError, match="no rating here yet to correct"):
            decided(Standing(), act(Action.RATE, link, grade=Grade.TYPO), Rules(), now)

    @pytest.mark.parametrize("around", ["", " ", "\n"])
    def test_the_same_again_changes_nothing_and_is_refused(self, around, link, now):
        before = standing(Stage.RATED, now)
        same = act(Action.RATE, link, reason=f"{around}{before.reason}{around}", evidence=())
        with pytest.raises(RefusedError, match="says already"):
            decided(before, same, Rules(), now, evidence=(THERE,))

    def test_the_same_rating_on_further_evidence_is_a_correction(self, link, now):
        before = standing(Stage.RATED, now)
        same = act(Action.RATE, link, reason=before.reason)
        assert decided(before, same, Rules(), now, evidence=(THERE,)).grade is Grade.MINOR

    def test_what_was_rated_last_is_what_a_reopened_claim_was(self, link, now):
        corrected = act(Action.RATE, link, rating=Rating.MIXED)
        after = decided(standing(Stage.RATED, now), corrected, Rules(), now)
        assert after.earlier is Rating.FALSE
        assert decided(after, act(Action.REOPEN, link), Rules(), now).earlier is Rating.MIXED

    def test_a_disputed_rating_can_be_upheld_in_the_same_words(self, link, now):
        before = standing(Stage.DISPUTED, now)
        same = act(Action.RATE, link, reason=before.reason, evidence=())
        after = decided(before, same, Rules(), now, evidence=(THERE,))
        assert (after.stage, after.published) == (Stage.RATED, Rating.FALSE)

    def test_what_a_claim_was_rated_survives_reopening_and_dropping(self, link, now):
        for first in (Action.REOPEN, Action.DROP):
            after = decided(standing(Stage.RATED, now), act(first, link), Rules(), now)
            if first is Action.DROP:
                after = decided(after, act(Action.REOPEN, link), Rules(), now)
            assert (after.published, after.earlier) == (None, Rating.FALSE)
            again = decided(after, act(Action.RATE, link, rating=Rating.MIXED), Rules(), now)
            assert (again.earlier, again.grade) == (Rating.FALSE, None)


class TestEvidenceRule:
    """What a rating needs, and what the card has to say where the server asks for less."""

    weak = Evidence(url="https://one.example/a", stance=Stance.REFUTES)

    @pytest.mark.parametrize("rating", [Rating.VERIFIED, Rating.FALSE])
    def test_one_link_is_too_little_for_yes_or_no(self, rating, now):
        asked = Act(
            action=Action.RATE, actor=MORO, rating=rating, reason="r", evidence=(self.weak,)
        )
        with pytest.raises(RefusedError, match="two independent origins"):
            decided(Standing(), asked, Rules(), now)

    def test_where_the_server_allows_it_the_standing_says_so(self, now):
        asked = Act(
            action=Action.RATE, actor=MORO, rating=Rating.FALSE, reason="r", evidence=(self.weak,)
        )
        after = decided(Standing(), asked, Rules(strict_evidence=False), now)
        assert after.relaxed

    def test_a_well_founded_rating_is_not_called_relaxed(self, link, now):
        after = decided(Standing(), act(Action.RATE, link), Rules(strict_evidence=False), now)
        assert not after.relaxed

    def test_evidence_that_a_rating_rests_on_stays(self, link, now):
        asked = act(Action.WITHDRAW, link)
        with pytest.raises(RefusedError, match="rests on this evidence"):
            decided(standing(Stage.RATED, now), asked, Rules(), now, evidence=(THERE,))

    def test_a_relaxed_rating_rests_on_any_link(self, link, now):
        before = standing(Stage.RATED, now).model_copy(update={"relaxed": True})
        kept = self.weak.model_copy(update={"id": 8})
        decided(before, act(Action.WITHDRAW, link), Rules(), now, evidence=(THERE, kept))

    def test_nothing_rests_on_the_evidence_of_an_open_claim(self, link, now):
        decided(Standing(), act(Action.WITHDRAW, link), Rules(), now, evidence=(THERE,))

    def test_evidence_that_all_speaks_against_the_rating_has_to_be_named_again(self, link, now):
        against = THERE.model_copy(update={"stance": Stance.REFUTES})
        asked = act(Action.RATE, link, rating=Rating.MOSTLY_TRUE, evidence=())
        with pytest.raises(RefusedError, match="speaks against this rating"):
            decided(Standing(), asked, Rules(), now, evidence=(against,))
        beside = against.model_copy(update={"id": 8, "url": "https://b.example"})
        anew = asked.model_copy(update={"evidence": (against,)})
        for given, there in (
            (anew, (against,)),
            (asked, (against, beside.model_copy(update={"stance": Stance.CONTEXT}))),
        ):
            assert decided(Standing(), given, Rules(), now, evidence=there).published

    def test_nor_does_whoever_confirms_a_rating_name_it_again(self, link, now):
        against = THERE.model_copy(update={"stance": Stance.SUPPORTS})
        asked = act(Action.RATE, link, rating=Rating.MISLEADING, evidence=())
        opinion = Opinion(rating=Rating.MISLEADING, reason="It leaves the year out.")
        waits = standing(Stage.REVIEW, now).model_copy(update={"opinions": (opinion,)})
        with pytest.raises(RefusedError, match="speaks against this rating"):
            decided(Standing(), asked, Rules(), now, evidence=(against,))
        after = decided(waits, asked, Rules(), now, evidence=(against,))
        assert after.published is Rating.MISLEADING

    def test_of_a_link_that_cannot_stand_only_that_is_said(self, now):
        asked = Act(
            action=Action.RATE, actor=MORO, rating=Rating.FALSE, reason="r",
            evidence=(self.weak.model_copy(update={"url": "ftp://a.example"}),),
        )  # fmt: skip
        with pytest.raises(RefusedError) as refusal:
            decided(Standing(), asked, Rules(), now)
        assert "is no web address" in str(refusal.value)
        assert "two independent origins" not in str(refusal.value)
