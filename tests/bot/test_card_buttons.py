"""Which buttons a claim's card has, by its stage and by who looks at it."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from bot.messages import cards, ui
from claims.models import Kind, Source, SourceType
from claims.records.cards import Appearance, Card
from claims.records.claims import Opinion, Rating, Stage, Standing, TrackedClaim
from claims.records.decisions import Action, Event
from claims.rules.identity import Person
from claims.rules.workflow import UNDO_WINDOW
from tests.claims.acting import LUND, MORO, SALT, standing

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=1)

BUTTON, ROW = 2, 1

CORRECTION_WAITS = standing(Stage.RATED, NOW).model_copy(
    update={
        "stage": Stage.REVIEW,
        "assignee": LUND,
        "opinions": (Opinion(rating=Rating.MIXED, reason="Recounted."),),
    }
)
"""A rating stands, and a correction of it by LUND waits for another moderator."""


def card(held: Standing, *, at: datetime = LONG_AGO, appearances: int = 1) -> Card:
    """The card of a claim in this standing, whose last change is from `at`."""
    claim = TrackedClaim(
        number=1,
        text="The harbour lost a third of its trade",
        kind=Kind.INDIRECT,
        source=Source(name="Ida Lund", type=SourceType.PERSON),
        stated_on=None,
        stated_between=None,
        check_worthiness=0.5,
        standing=held,
        version=2,
        added_at=LONG_AGO,
    )
    last = Event(id=2, number=1, at=at, actor=MORO, action=Action.TAG, before=held, after=held)
    place = Appearance(1, "Harbour", "Norvik Courier", None, "", ("lost a third",))
    return Card(claim, (place,) * appearances, appearances, (), last)


def told(view: ui.LayoutView) -> list[ui.Payload]:
    """Everything that the message consists of."""
    found = view.to_components()
    for part in found:  # grows meanwhile
        found += part.get("components", [])
    return found


def labels(view: ui.LayoutView) -> list[list[str]]:
    """The labels of the card's buttons, row by row."""
    return [
        [part["label"] for part in row["components"] if part["type"] == BUTTON]
        for row in told(view)
        if row["type"] == ROW
    ]


def shown(held: Standing, moderator: int | None, *, at: datetime = LONG_AGO) -> list[list[str]]:
    """The buttons beyond those that every card has: what a person may ask for, and may decide."""
    person = None if moderator is None else Person(moderator, SALT)
    view = cards.private_card(card(held, at=at), moderator=person, follows=False, now=NOW)
    [everyone, *decisions] = labels(view)
    assert everyone[:4] == ["In context", "History", "Follow", "Share"]
    return [everyone[4:], [label for row in decisions for label in row]]


class Row(NamedTuple):
    """What a member, the moderator who has the claim in hand, and another one are offered."""

    held: Standing
    member: list[str]
    holder: tuple[list[str], list[str]]
    other: tuple[list[str], list[str]]


ASK, OBJECT = ["Ask for a check"], ["Object"]
OFFERED = {
    "open": Row(
        standing(Stage.OPEN, NOW),
        member=ASK,
        holder=(ASK, ["Take", "Verify", "Rate", "Drop"]),
        other=(ASK, ["Take", "Verify", "Rate", "Drop"]),
    ),
    "being checked": Row(
        standing(Stage.CHECKING, NOW),
        member=ASK,
        holder=([], ["Release", "Verify", "Rate", "Drop"]),
        other=(ASK, ["Release", "Verify", "Rate", "Drop"]),
    ),
    "a first rating waits": Row(
        standing(Stage.REVIEW, NOW),
        member=ASK,
        holder=([], ["Reopen", "Drop"]),
        other=(ASK, ["Verify", "Rate", "Reopen", "Drop"]),
    ),
    "a correction waits": Row(
        CORRECTION_WAITS,
        member=ASK,
        holder=([], ["Reopen", "Drop"]),
        other=(ASK, ["Rate", "Reopen", "Drop"]),
    ),
    "rated": Row(
        standing(Stage.RATED, NOW),
        member=OBJECT,
        holder=([], ["Rate", "Dispute", "Reopen", "Drop"]),
        other=([], ["Rate", "Dispute", "Reopen", "Drop"]),
    ),
    "disputed": Row(
        standing(Stage.DISPUTED, NOW),
        member=OBJECT,
        holder=([], ["Rate", "Reopen", "Drop"]),
        other=([], ["Rate", "Reopen", "Drop"]),
    ),
    "dropped": Row(
        standing(Stage.DROPPED, NOW),
        member=[],
        holder=([], ["Reopen"]),
        other=([], ["Reopen"]),
    ),
}


def test_the_table_has_every_stage() -> None:
    assert {row.held.stage for row in OFFERED.values()} == set(Stage)


@pytest.mark.parametrize("name", OFFERED)
def test_a_card_offers_each_person_what_its_stage_allows_them(name: str) -> None:
    row = OFFERED[name]
    assert shown(row.held, None) == [row.member, []]
    assert shown(row.held, LUND) == list(row.holder)
    assert shown(row.held, MORO) == list(row.other)


@pytest.mark.parametrize("name", OFFERED)
def test_undo_is_offered_to_moderators_alone_and_only_within_its_time(name: str) -> None:
    held = OFFERED[name].held
    for at, offered in ((NOW - UNDO_WINDOW, True), (LONG_AGO, False)):
        assert ("Undo" in shown(held, MORO, at=at)[1]) == offered
        assert "Undo" not in shown(held, None, at=at)[1]


def test_a_follower_is_offered_to_unfollow() -> None:
    view = cards.private_card(card(Standing()), moderator=None, follows=True, now=NOW)
    assert labels(view)[0][2] == "Unfollow"


@pytest.mark.parametrize("name", OFFERED)
def test_a_card_for_everybody_offers_nothing_that_is_not_for_everybody(name: str) -> None:
    view = cards.shared_card(card(OFFERED[name].held))
    assert labels(view) == [["Open", "In context", "History"]]


@pytest.mark.parametrize(
    ("appearances", "line"),
    [
        (1, "1 appearance · "),
        (2, "2 appearances, 2 origins · "),
        (3, "3 appearances, 3 origins · "),
    ],
)
def test_origins_are_counted_as_soon_as_there_can_be_more_than_one(
    appearances: int, line: str
) -> None:
    view = cards.shared_card(card(Standing(), appearances=appearances))
    assert any(part.get("content", "").startswith(f"-# {line}") for part in told(view))
