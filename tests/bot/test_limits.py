"""Every message keeps within Discord's limits, whatever people and articles write."""

from datetime import UTC, datetime

import pytest

from bot.messages import article as article_message
from bot.messages import cards, lists, preview, ui
from bot.messages import check as check_message
from bot.messages import queue as queue_message
from bot.messages import source as source_message
from bot.messages.history import history_message
from claims import wording
from claims.ledger.lookup import queue
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.articles import Added, Contents, Listed, Passage, Shelf, SourceRecord
from claims.records.cards import Appearance, Card
from claims.records.claims import (
    Evidence,
    Grade,
    Opinion,
    Rating,
    Stage,
    Stance,
    Standing,
    TrackedClaim,
)
from claims.records.decisions import Action, Detail, Event
from claims.records.drafts import AddedDraft, Draft, DraftClaim
from claims.records.lists import Filter, Known, Listing, Order, Page
from claims.records.queue import Ask, Asked, Queue
from claims.rules.identity import Person

pytestmark = pytest.mark.usefixtures("every_language")

NOW = datetime(2026, 3, 1, tzinfo=UTC)
WORST = "*" * 5000
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
        claim=claim(),
        appearances=(appearance,) * 50,
        origins=50,
        evidence=(EVIDENCE,) * 50,
        last=event,
        tags=("*" * 40,) * 20,
    )


def within_limits(view: ui.LayoutView) -> bool:
    everything = parts(view)
    texts = [part["content"] for part in everything if part["type"] == TEXT]
    buttons = [part for part in everything if part["type"] == BUTTON]
    ids = {button["custom_id"] for button in buttons}
    return (
        sum(map(len, texts)) <= 4000
        and len(everything) <= 40
        and all(texts)
        and all(len(part["components"]) <= 5 for part in everything if part["type"] == ROW)
        and all(1 <= len(button["label"]) <= 80 for button in buttons)
        and all(1 <= len(id_) <= 100 for id_ in ids)
        and len(ids) == len(buttons)
    )


ROW, BUTTON, TEXT = 1, 2, 10


def parts(view: ui.LayoutView) -> list[ui.Payload]:
    """Everything that the message consists of, as Discord is told it and counts it."""
    found = view.to_components()
    for part in found:  # grows meanwhile
        found += part.get("components", [])
        found += [part["accessory"]] if "accessory" in part else []
    return found


OPINION = Opinion(rating=Rating.MOSTLY_TRUE, reason=WORST)
WORST_STANDINGS = {
    "disputed by two who differ": {"opinions": (OPINION, OPINION)},
    "rated by two, then disputed": {"opinions": (OPINION,)},
    "a correction waits": {"stage": Stage.REVIEW, "opinions": (OPINION,), "assignee": 2},
    "checked after two differed": {
        "stage": Stage.CHECKING,
        "opinions": (OPINION, OPINION),
        "assignee": 2**63,
        "assigned_until": NOW,
    },
}


@pytest.mark.parametrize("changed", WORST_STANDINGS.values(), ids=WORST_STANDINGS)
def test_the_worst_card_fits(changed: dict[str, object]) -> None:
    card = worst_card()
    worst = {"why": WORST, "relaxed": True, "grade": Grade.MAJOR, "recheck_on": NOW.date()}
    standing = STANDING.model_copy(update={**worst, "earlier": Rating.MOSTLY_TRUE, **changed})
    card = card._replace(claim=card.claim._replace(standing=standing))
    private = cards.private_card(
        card, moderator=Person(2, b""), follows=False, now=NOW, note="*" * 300
    )
    assert within_limits(private)
    assert within_limits(cards.shared_card(card))


def test_the_worst_list_fits() -> None:
    day = NOW.date()
    wanted = Filter(
        stage=Stage.REVIEW,
        rating=Rating.NOT_CHECKABLE,
        words="*" * 100,
        followed_by=2**63,
        source=WORST,
        publisher=WORST,
        article=10**17,
        kind=Kind.NARRATION,
        tag=WORST,
        assignee=2**63,
        worth=0.5,
        added_from=day,
        added_to=day,
        stated_from=day,
        stated_to=day,
        has_evidence=False,
        recheck_by=day,
        order=Order.OLDEST_OPEN,
    )
    claims = tuple(claim(10**17 + n) for n in range(8))
    page = Page(claims, older=str(10**17), newer=str(10**17))
    for language in wording.LANGUAGES:
        with wording.speaking(language):
            listed = lists.claim_list(Listing(page, WORST), wanted, kept=10**17)
            assert within_limits(listed)
            everybodys = wanted._replace(followed_by=None)
            for shared in (False, True):
                view = lists.claim_list(
                    Listing(page, WORST), everybodys, kept=10**17, shared=shared
                )
                assert within_limits(view)
            assert len(lists.heading(wanted, WORST)) <= 640


REVIEW = STANDING.model_copy(update={"stage": Stage.REVIEW, "opinions": (OPINION,)})
DIFFERING = STANDING.model_copy(update={"opinions": (OPINION, OPINION)})
WORST_DETAIL = Detail(
    evidence=(EVIDENCE.model_copy(update={"url": "https://" + "(" * 110}),) * 20,
    withdrawn=(EVIDENCE.model_copy(update={"url": "https://" + "a" * 112}),) * 20,
    was=WORST,
    now=WORST,
    source_was=Source(name=WORST, type=SourceType.UNNAMED),
    source_now=Source(name=WORST, type=SourceType.UNNAMED),
    added_tags=("*" * 40,) * 20,
    removed_tags=("*" * 40,) * 20,
    into=10**17,
)


@pytest.mark.parametrize("action", [action for action in Action if action is not Action.ADD])
def test_the_worst_history_fits(action: Action) -> None:
    event = worst_card().last._replace(
        action=action, before=REVIEW, after=DIFFERING, detail=WORST_DETAIL
    )
    for shared in (False, True):
        view = history_message(10**17, (event,) * 8, 10**17, start=10**17, shared=shared)
        assert within_limits(view)


def worst_claim(article: Article) -> Claim:
    end = len(article.text)
    return Claim(
        text=WORST[:4000],
        content=(Span(100, 2000), Span(2500, end - 100)),
        kind=Kind.NARRATION,
        group=0,
        source=Source(name=WORST, type=SourceType.UNNAMED, role=WORST),
        check_worthiness=1,
    )


WORST_ARTICLE = Article(
    text=WORST, title=WORST, publisher=WORST, url="https://example.org/" + "(" * 1900
)
WORST_LISTED = Listed(10**17, WORST, WORST, NOW.date(), "https://example.org/" + "(" * 150, 10**17)


DIFFERS = (f"names: {WORST} / {WORST}",) * 2
LIKE = Known(claim(), 9.0, 90.0, 2, DIFFERS)


@pytest.mark.parametrize("kept", [0, 1, 499, 500])
@pytest.mark.parametrize(
    ("known", "same", "like"), [(10**17, None, None), (None, 10**9, None), (None, None, LIKE)]
)
def test_the_worst_preview_fits(
    kept: int, known: int | None, same: int | None, like: Known | None
) -> None:
    found = [
        DraftClaim(
            10**8 + n, worst_claim(WORST_ARTICLE), kept=False, known=known, same_as=same, like=like
        )
        for n in range(preview.PAGE)
    ]
    draft = Draft(10**17, WORST_ARTICLE, tuple(found), 200, 500, kept, ask_id=10**17)
    assert within_limits(preview.preview(draft))


def test_the_worst_outcome_of_intake_fits() -> None:
    numbers = tuple(range(10**17, 10**17 + 1000, 2))
    added = Added(1, numbers, numbers, is_repeat=True)
    outcome = AddedDraft(added, tuple((each, each) for each in numbers))
    assert len(preview.added_words(outcome)) <= 4000


def test_the_worst_shelf_and_contents_fit() -> None:
    shelf = Shelf(
        tuple(WORST_LISTED._replace(id=10**17 + n) for n in range(article_message.PAGE)), 10**17
    )
    for shared in (False, True):
        view = article_message.shelf_message(shelf, start=10**17, shared=shared)
        assert within_limits(view)
    claims = tuple(claim(10**17 + n) for n in range(article_message.PAGE))
    contents = Contents(WORST_LISTED, claims, start=10**8)
    assert within_limits(article_message.contents_message(contents))
    assert within_limits(article_message.contents_message(contents, shared=True))


@pytest.mark.parametrize("url", ["https://example.org/" + "(" * 400, "https://example.org/"])
def test_the_worst_passage_fits(url: str) -> None:
    words = "é" * 1000 + " * " * 1000
    passage = Passage(
        10**17,
        WORST_LISTED._replace(url=url),
        words + WORST,
        (Span(0, 3000), Span(3500, 8000)),
        place=10**6,
        places=10**8,
    )
    for shared in (False, True):
        assert within_limits(article_message.passage_message(passage, shared=shared))


def test_the_worst_queue_fits() -> None:
    claims = tuple(claim(10**17 + n) for n in range(8))
    texts = tuple(Ask(10**17 + n, WORST_ARTICLE, 10**9) for n in range(queue.MOST_ASKS))
    work = Queue(claims[:3], claims[3:5], texts, 10**9, (Asked(claims[5], 10**9),), 10**17, 10**9)
    assert within_limits(queue_message.queue_message(work, first=False))
    rest = Queue((), (), (), 0, tuple(Asked(each, 10**9) for each in claims), following=10**17)
    assert within_limits(queue_message.queue_message(rest, first=False))


@pytest.mark.parametrize("asked", ["", "*" * 200])
def test_the_worst_look_up_fits(asked: str) -> None:
    known = [Known(claim(10**17 + n), 9.0, 90.0, 2, DIFFERS if n % 2 else ()) for n in range(20)]
    told = check_message.told(known)
    assert within_limits(check_message.check_message(WORST, told, ask_id=10**17, asked=asked))
    assert within_limits(check_message.shared_check(WORST, told, ask_id=10**17, asker=2**63))


def test_the_worst_sources_fit() -> None:
    record = SourceRecord(
        id=10**17,
        name=WORST,
        type=SourceType.PERSON,
        role=WORST,
        aliases=(WORST,) * 50,
        claims=10**17,
        ratings=dict.fromkeys(Rating, 10**9),
    )
    records = [record._replace(id=10**17 + n) for n in range(source_message.PAGE + 1)]
    for shared in (False, True):
        view = source_message.sources_message(records, start=10**17, shared=shared)
        assert within_limits(view)
    page = Page(tuple(claim(10**17 + n) for n in range(8)), older="1" * 17, newer="2" * 17)
    assert within_limits(source_message.source_message(record, page))
