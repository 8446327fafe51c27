"""What is refused beside the table of moves, and in which words."""

from datetime import date, timedelta

import pytest

from claims.errors import RefusedError
from claims.models import Source, SourceType
from claims.records.claims import Rating, Stage, Standing
from claims.records.decisions import Action
from claims.rules.merging import Other
from claims.rules.workflow import Rules
from tests.claims.acting import THERE, act, decided, standing

LUND = Source(name="Ida Lund", type=SourceType.PERSON)
MERGED = Standing(merged_into=3)
RATED_MIXED = Standing(stage=Stage.RATED, rating=Rating.MIXED, reason="x")

TODAY, DAY = date(2026, 3, 2), timedelta(days=1)

REFUSALS = [
    ("no such evidence", Standing(), {"action": "withdraw", "withdraw": 99}, {}),
    ("at least one link", Standing(), {"action": "evidence", "evidence": ()}, {}),
    ("is evidence here already", Standing(), {"action": "evidence", "evidence": (THERE,)},
     {"evidence": (THERE,)}),
    ("given twice", Standing(), {"action": "evidence", "evidence": (THERE, THERE)}, {}),
    ("has room for 50 links", Standing(), {"action": "evidence"}, {"evidence": tuple(
        THERE.model_copy(update={"url": f"https://p.example/{n}"}) for n in range(50))}),
    ("what the claim is to read", Standing(), {"action": "edit", "text": " \n"}, {}),
    ("what the claim is to read", Standing(), {"action": "edit", "text": "half \ud800"}, {}),
    ("longer than 4000", Standing(), {"action": "edit", "text": "x" * 4001}, {}),
    ("says already", Standing(), {"action": "edit", "text": "Same"}, {"text": "Same"}),
    ("what is to change", Standing(), {"action": "edit", "text": None}, {}),
    ("change nothing", Standing(), {"action": "edit", "text": None, "source": "Lund"},
     {"source": LUND, "meant": LUND}),
    ("change nothing", Standing(), {"action": "edit", "text": "Same", "source": "Lund"},
     {"text": "Same", "source": LUND, "meant": LUND.model_copy(update={"role": "mayor"})}),
    ("name is longer than 300", Standing(), {"action": "edit", "source": "x" * 301}, {}),
    ("name is longer than 300", Standing(), {"action": "edit", "source": "ß" * 151}, {}),
    ("says already", Standing(), {"action": "edit", "text": " Same\n"}, {"text": "Same"}),
    ("this date already", Standing(recheck_on=date(2026, 9, 1)), {"action": "recheck"}, {}),
    ("10 years", Standing(), {"action": "recheck", "recheck_on": TODAY + 3661 * DAY}, {}),
    ("name has characters", Standing(), {"action": "edit", "source": "half \ud800"}, {}),
    ("#9 says just that", Standing(), {"action": "edit"}, {"same_words": 9}),
    ("1 to 40 characters", Standing(), {"action": "tag", "add_tags": (" # ",)}, {}),
    ("1 to 40 characters", Standing(), {"action": "tag", "add_tags": ("x" * 41,)}, {}),
    ("on and taken off at once", Standing(),
     {"action": "tag", "add_tags": ("a",), "remove_tags": ("#A",)}, {}),
    ("change nothing", Standing(), {"action": "tag", "add_tags": ("A",)}, {"tags": {"a"}}),
    ("change nothing", Standing(),
     {"action": "tag", "add_tags": (), "remove_tags": ("b",)}, {"tags": {"a"}}),
    ("at most 20 tags", Standing(), {"action": "tag"}, {"tags": {f"t{n}" for n in range(20)}}),
    ("after today", Standing(), {"action": "recheck", "recheck_on": date(2026, 3, 2)}, {}),
    ("10 years", Standing(), {"action": "recheck", "recheck_on": date(2036, 12, 1)}, {}),
    ("change nothing", Standing(), {"action": "recheck", "recheck_on": None}, {}),
    ("which claim is to absorb", Standing(), {"action": "merge", "into": None}, {"other": None}),
    ("absorb itself", Standing(), {"action": "merge"}, {"other": Other(1, Standing())}),
    ("merged into this one already", Standing(), {"action": "merge"},
     {"other": Other(2, Standing(merged_into=1))}),
    ("Merge into #3", Standing(), {"action": "merge"}, {"other": Other(2, MERGED)}),
    ("has absorbed #4, #5", Standing(), {"action": "merge"}, {"absorbed": (4, 5)}),
    ("#2 is dropped", Standing(), {"action": "merge"},
     {"other": Other(2, Standing(stage=Stage.DROPPED))}),
    ("rated and #2 is not", RATED_MIXED, {"action": "merge"}, {"other": Other(2, Standing())}),
    ("rated differently", RATED_MIXED, {"action": "merge"}, {}),
    ("not merged into another", Standing(), {"action": "unmerge"}, {}),
    ("merged into #3", MERGED, {"action": "take"}, {}),
    ("merged into #3", MERGED, {"action": "merge"}, {}),
    ("characters that are no text", Standing(), {"action": "drop", "reason": "\x00"}, {}),
    ("longer than 1000", Standing(), {"action": "evidence", "reason": "x" * 1001}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("told", "before", "asked", "there"), REFUSALS)
def test_a_refusal_says_what_is_wrong(told, before, asked, there, link, now):
    action = Action(asked["action"])
    fields = {name: value for name, value in asked.items() if name != "action"}
    if "tags" in there:
        there = {"tags": frozenset(there["tags"])}
    with pytest.raises(RefusedError, match=told):
        decided(before, act(action, link, **fields), Rules(), now, **there)


FIFTY = tuple(THERE.model_copy(update={"url": f"https://p.example/{n}"}) for n in range(50))

ALLOWED = [
    ({"action": "tag", "add_tags": ("x" * 40,)}, {}),
    ({"action": "tag", "remove_tags": ("t0",)}, {"tags": {f"t{n}" for n in range(20)}}),
    ({"action": "tag"}, {"tags": {f"t{n}" for n in range(19)}}),
    ({"action": "recheck", "recheck_on": TODAY + DAY}, {}),
    ({"action": "recheck", "recheck_on": TODAY + 3660 * DAY}, {}),
    ({"action": "edit", "source": "x" * 300}, {}),
    (
        {"action": "edit", "text": None, "source": "Ida Lund"},
        {"source": LUND, "meant": Source(name="Ida Lund", type=SourceType.ORGANISATION)},
    ),
    ({"action": "edit", "source": "ß" * 150}, {}),
    ({"action": "edit", "text": "x" * 4000}, {}),
    ({"action": "evidence"}, {"evidence": FIFTY[:49]}),
    ({"action": "rate", "evidence": FIFTY[:1]}, {"evidence": FIFTY}),
]


@pytest.mark.parametrize(("asked", "there"), ALLOWED)
def test_what_just_keeps_within_the_rules_is_allowed(asked, there, link, now):
    action = Action(asked["action"])
    fields = {name: value for name, value in asked.items() if name != "action"}
    if "tags" in there:
        there = {"tags": frozenset(there["tags"])}
    decided(Standing(), act(action, link, **fields), Rules(), now, **there)


def test_a_merge_of_a_claim_that_is_being_checked_frees_its_moderator(link, now):
    after = decided(standing(Stage.CHECKING, now), act(Action.MERGE, link), Rules(), now)
    assert (after.stage, after.assignee, after.merged_into) == (Stage.OPEN, None, 2)


@pytest.mark.parametrize(
    ("due", "kept"), [(date(2026, 3, 2), None), (date(2026, 3, 3), date(2026, 3, 3))]
)
def test_a_rating_meets_a_date_to_look_again_that_has_come(due, kept, link, now):
    before = standing(Stage.RATED, now).model_copy(update={"recheck_on": due})
    assert decided(before, act(Action.RATE, link), Rules(), now).recheck_on == kept
