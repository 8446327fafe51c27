"""
The ratings and the stages, each one row of a table: all that depends on which one it is. Pure.

A further rating is a member of `Rating`, a row here and a migration that admits it; a test says
what is missing.
"""

from typing import NamedTuple

from claims.records.claims import Rating, Stage, Stance
from claims.wording import phrase


class RatingRow(NamedTuple):
    """
    What one rating is called, how it looks, and what evidence it takes.

    `colour` is 0xRRGGBB, of cards and charts alike; `mark` stands beside it, as colour never
    speaks alone. `stance` is what evidence does to a claim with this rating unless somebody says
    otherwise. Evidence that `contradicts` cannot carry the rating, where that is anything; where
    all of it `leans_against`, whoever rates so has to say what it does. `needs_origins`: two
    independent ones, or a primary source, where the server is strict. `claim_review` is the
    number that schema.org's ClaimReview has for it, 1 (false) to 5 (true); None for what is no
    degree of truth.
    """

    words: str
    mark: str
    colour: int
    stance: Stance
    contradicts: Stance | None
    leans_against: Stance | None
    needs_origins: bool
    claim_review: int | None


_FOR, _AGAINST, _BESIDE = Stance.SUPPORTS, Stance.REFUTES, Stance.CONTEXT

RATINGS: dict[Rating, RatingRow] = {
    Rating.VERIFIED: RatingRow(
        phrase("Verified"), "✅", 0x2E9E5B, _FOR, _AGAINST, _AGAINST, True, 5
    ),
    Rating.MOSTLY_TRUE: RatingRow(
        phrase("Mostly true"), "🟢", 0x8BC34A, _FOR, None, _AGAINST, False, 4
    ),
    Rating.MIXED: RatingRow(phrase("Mixed"), "🟡", 0xE0B000, _BESIDE, None, None, False, 3),
    Rating.MISLEADING: RatingRow(
        phrase("Misleading"), "🟠", 0xE67E22, _AGAINST, None, _FOR, False, 2
    ),
    Rating.FALSE: RatingRow(phrase("False"), "❌", 0xC0392B, _AGAINST, _FOR, _FOR, True, 1),
    Rating.UNPROVEN: RatingRow(
        phrase("Unproven"), "🟣", 0x7E57C2, _BESIDE, None, None, False, None
    ),
    Rating.NOT_CHECKABLE: RatingRow(
        phrase("Not checkable"), "➖", 0x607D8B, _BESIDE, None, None, False, None
    ),
}
"""In the order in which they are listed. No word is a stage's too."""


class StageRow(NamedTuple):
    """
    What one stage is called, and how a claim looks that is in it and has no rating.

    `beside` is what a published rating wears meanwhile, where it stands beside the stage. Stages
    of claims without a rating have a part of the chart, with short words and a colour of its own.
    """

    words: str
    mark: str = "▫️"
    beside: str | None = None
    short: str | None = None
    colour: int | None = None


UNRATED_COLOUR = 0x3498DB
"""Of cards without a rating, which no rating has."""

STAGES: dict[Stage, StageRow] = {
    Stage.OPEN: StageRow(phrase("Not checked yet"), short=phrase("not checked"), colour=0xAEB4BF),
    Stage.CHECKING: StageRow(
        phrase("Being checked"), "🔎", short=phrase("being checked"), colour=UNRATED_COLOUR
    ),
    Stage.REVIEW: StageRow(
        phrase("Waiting for a second moderator"),
        beside=phrase("{rating}, correction waiting"),
        short=phrase("waiting"),
        colour=0x9FD3FF,
    ),
    Stage.RATED: StageRow(phrase("Rated")),
    Stage.DISPUTED: StageRow(phrase("Disputed"), beside=phrase("{rating}, disputed")),
    Stage.DROPPED: StageRow(phrase("Dropped")),
}
