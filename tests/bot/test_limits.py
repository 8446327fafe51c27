"""Every message keeps within Discord's limits, whatever people and articles write."""

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot import cards
from bot.digest_message import ROOM, digest_message
from claims.digest import Digest
from claims.ledger.claims import Filter, Page
from claims.models import Kind, Source, SourceType
from claims.records import (
    Action,
    Appearance,
    Card,
    Change,
    Event,
    Evidence,
    Rating,
    Run,
    Stage,
    Stance,
    Standing,
    TrackedClaim,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORST = "*" * 5000
RUN = Run(
    id=10**12,
    guild_id=2**63,
    key="2026-03-01",
    channel_id=2**63,
    since=0,
    through=10**12,
    due_at=NOW,
    claimed_at=NOW,
    attempted_at=NOW,
)
STANDING = Standing(
    stage=Stage.DISPUTED, rating=Rating.MOSTLY_TRUE, reason=WORST, rated_by=2**63, rated_at=NOW
)
EVIDENCE = Evidence(
    url="https://example.org/" + "(" * 450, stance=Stance.SUPPORTS, note=WORST, id=1, added_at=NOW
)


def claim(number: int = 10**17) -> TrackedClaim:
    return TrackedClaim(
        number=number,
        text=WORST,
        kind=Kind.DIRECT,
        source=Source(name=WORST, type=SourceType.UNNAMED, role=WORST),
        stated_on=WORST,
        stated_between=(NOW.date(), NOW.date()),
        check_worthiness=1,
        standing=STANDING,
        version=10**17,
        added_at=NOW,
    )


def worst_card() -> Card:
    appearance = Appearance(
        article_id=1,
        title=WORST,
        publisher=WORST,
        published_on=NOW.date(),
        url="https://example.org/" + "(" * 1900,
        quoted=(WORST,) * 5,
    )
    event = Event(
        id=1,
        number=1,
        at=NOW,
        actor=2**63,
        action=Action.DISPUTE,
        before=STANDING,
        after=STANDING,
        reason=WORST,
    )
    return Card(
        claim=claim(), appearances=(appearance,) * 50, evidence=(EVIDENCE,) * 50, last=event
    )


def within_limits(view: discord.ui.LayoutView) -> bool:
    ids = [item.custom_id for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    texts = [
        item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)
    ]
    return (
        view.content_length() <= 4000
        and view.total_children_count <= 40
        and all(texts)
        and all(id_ is not None and 1 <= len(id_) <= 100 for id_ in ids)
        and len(ids) == len(set(ids))
    )


def test_the_worst_card_fits() -> None:
    card = worst_card()
    private = cards.private_card(card, moderator=True, follows=False, now=NOW)
    assert within_limits(private)
    assert within_limits(cards.shared_card(card))


def test_the_worst_list_fits() -> None:
    wanted = Filter(
        stage=Stage.CHECKING, rating=Rating.NOT_CHECKABLE, words="*" * 40, followed_by=2**63
    )
    claims = tuple(claim(10**17 + n) for n in range(8))
    page = Page(claims, older=10**17, newer=10**17)
    assert within_limits(cards.claim_list(page, wanted))


def test_the_worst_history_fits() -> None:
    event = worst_card().last
    assert within_limits(cards.history(10**17, (event,) * 8, 10**17))


@pytest.mark.parametrize(
    "counts", [(500, 500, 500, 500), (0, 0, 0, 500), (500, 0, 0, 1), (1, 0, 0, 0)]
)
def test_a_digest_of_any_size_fits_and_counts_what_it_leaves_out(counts: tuple[int, ...]) -> None:
    changes = [
        tuple(
            Change(claim=claim(n + 1 + 1000 * s), before=STANDING, reason=WORST, evidence=EVIDENCE)
            for n in range(count)
        )
        for s, count in enumerate(counts)
    ]
    digest = Digest(
        corrections=changes[0], ratings=changes[1], disputes=changes[2], additions=changes[3]
    )
    view = digest_message(digest, RUN, now=NOW + timedelta(days=1))
    assert within_limits(view)
    shown = sum(isinstance(item, discord.ui.Section) for item in view.walk_children())
    assert shown == min(ROOM, sum(counts))
    texts = "\n".join(
        item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)
    )
    assert ("more: /claim list" in texts) == (sum(counts) > ROOM)
