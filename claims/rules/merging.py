"""Which claim may absorb which. Pure."""

from typing import NamedTuple

from claims.records.claims import Stage, Standing
from claims.wording.phrases import Phrase, Which


class Other(NamedTuple):
    """The claim that is to absorb another one."""

    number: int
    standing: Standing


def merge_problem(
    number: int, standing: Standing, absorbed: tuple[int, ...], other: Other | None
) -> Phrase | None:
    """
    Return why `other` may not absorb this claim, in words for the person; None if it may.

    A number leads to the claim that absorbed it in one step: no chains, no circles. No
    published rating may vanish or be replaced by a merge.
    """
    if other is None:
        return Phrase("Say which claim is to absorb this one.")
    if other.number == number:
        return Phrase("A claim cannot absorb itself.")
    if other.standing.merged_into == number:
        return Phrase("#{other} was merged into this one already.", other=other.number)
    if other.standing.merged_into is not None:
        return Phrase(
            "#{other} was itself merged into #{into}. Merge into #{into}.",
            other=other.number,
            into=other.standing.merged_into,
        )
    if absorbed:
        return Phrase(
            "This claim has absorbed {numbers}. Merge #{other} into this one instead.",
            numbers=Which(absorbed),
            other=other.number,
        )
    if other.standing.stage is Stage.DROPPED:
        return Phrase("#{other} is dropped. Reopen it first.", other=other.number)
    return _rating_problem(standing, other)


def _rating_problem(standing: Standing, other: Other) -> Phrase | None:
    if standing.published is None or standing.published is other.standing.published:
        return None
    if other.standing.published is None:
        return Phrase(
            "This claim is rated and #{other} is not. Merge #{other} into this one instead.",
            other=other.number,
        )
    return Phrase(
        "The two are rated differently, so one of the ratings would vanish. Correct one, or reopen"
        " this claim, then merge it into #{other}.",
        other=other.number,
    )
