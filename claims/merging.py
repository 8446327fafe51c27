"""Which claim may absorb which. Pure."""

from typing import NamedTuple

from claims.records import Stage, Standing


class Other(NamedTuple):
    """The claim that is to absorb another one."""

    number: int
    standing: Standing


def merge_problem(
    number: int, standing: Standing, absorbed: tuple[int, ...], other: Other | None
) -> str:
    """
    Return why `other` may not absorb this claim, in words for the person; "" if it may.

    A number leads to the claim that absorbed it in one step: no chains, no circles. No
    published rating may vanish or be replaced by a merge.
    """
    if other is None:
        return "Say which claim is to absorb this one."
    if other.number == number:
        return "A claim cannot absorb itself."
    if other.standing.merged_into == number:
        return f"#{other.number} was merged into this one already."
    if other.standing.merged_into is not None:
        into = other.standing.merged_into
        return f"#{other.number} was itself merged into #{into}. Merge into #{into}."
    if absorbed:
        names = ", ".join(f"#{n}" for n in absorbed)
        return f"This claim has absorbed {names}. Merge #{other.number} into this one instead."
    if other.standing.stage is Stage.DROPPED:
        return f"#{other.number} is dropped. Reopen it first."
    return _rating_problem(standing, other)


def _rating_problem(standing: Standing, other: Other) -> str:
    if standing.published is None or standing.published is other.standing.published:
        return ""
    if other.standing.published is None:
        return (
            f"This claim is rated and #{other.number} is not. Merge #{other.number} into this"
            " one instead."
        )
    return (
        f"The two are rated differently, so one of the ratings would vanish. Correct one, or"
        f" reopen this claim, then merge it into #{other.number}."
    )
