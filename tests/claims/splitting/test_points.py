"""One claim, one point: what is divided, what stays whole, and that each reads by itself."""

from datetime import date

import pytest

from claims.models import Article, Claim
from claims.splitting import split

DIVIDES = [
    (
        "The Sund Harbour Company cut 300 jobs, closed two docks and sold its fleet.",
        ["cut 300 jobs", "closed two docks", "sold its fleet"],
    ),
    (
        "Ada Brun said the town lost a third of its trade and the council raised its fees.",
        ["the town lost a third of its trade", "the council raised its fees"],
    ),
    (
        "Officials say Iran sent drones to Norland and trained its pilots.",
        ["Iran sent drones to Norland", "Iran trained its pilots"],
    ),
    (
        "Ada Brun said the plant of Sund closed in May and it still owes its clerks a month.",
        ["the plant of Sund closed in May", "it still owes its clerks a month"],
    ),
    (
        "Ada Brun said the state gave Lund ships and early last year Norland built its docks.",
        ["the state gave Lund ships", "early last year Norland built its docks"],
    ),
    (
        "Ada Brun said that the port had lost a third of its trade and that its clerks knew it.",
        ["the port had lost a third of its trade", "its clerks knew it"],
    ),
    (
        "Ada Brun said the port had lost its trade, but that Lund would pay for a new one.",
        ["the port had lost its trade", "Lund would pay for a new one"],
    ),
    (
        "Ada Brun said Lund is growing by the day and Sund is losing its last doctor.",
        ["Lund is growing by the day", "Sund is losing its last doctor"],
    ),
    (
        'Ada Brun said: "The port of Sund closed in May. Its 300 clerks went to Lund."',
        ["The port of Sund closed in May.", "Its 300 clerks went to Lund."],
    ),
    (
        'Ada Brun said: "When the port of Sund closed, we left. Its 300 clerks went to Lund."',
        ["When the port of Sund closed, we left.", "Its 300 clerks went to Lund."],
    ),
]

LEAVES_WHOLE = [
    "Brun met the man who cut the taxes and raised the wages of Sund.",
    "The Sund council opened the dock and the bridge of the town.",
    "Ada Brun said the council races in Lund, Sund and Brenna are all close.",
    "Ada Brun said it is so, and that the difference between a loan and a gift should be clear.",
    "Ada Brun said she does not believe Dal and Vik should go.",
    "Ada Brun said she hoped that the town and other owners could find a way.",
    "Officials say it is no longer true that exports from Norland and Lund are half of the market.",
    "Ada Brun said she would not ask whether Dal and other clerks knew of the loss.",
    "Ada Brun said the town would pay if the state refused and it had nobody else to ask.",
    "The Sund plant lost money until Ada Brun closed its dock and sold its fleet.",
    "The port of Sund, closed in May and sold in June, has a new owner.",
    "The Sund council says that it sells the dock and keeps the bridge it owns.",
    'Ada Brun said: "We lost it. It was our own fault."',
    'Ada Brun said: "The port of Sund closed in May. Remember, Per Dal of Lund wrote the plan."',
    'Ada Brun said: "The port of Sund closed in May. I believe that Per Dal of Lund is to blame."',
    'Ada Brun said: "Well, when I was a member of the Sund council. We built the Lund dam in May."',
    'Ada Brun said: "A great day for the whole of Lund. We built the dam of Sund in May."',
]


def claims_in(text: str) -> list[Claim]:
    return split(Article(text=text, published_on=date(2026, 3, 4)))


@pytest.mark.parametrize(("text", "points"), DIVIDES, ids=lambda value: str(value)[:40])
def test_divides(text: str, points: list[str]) -> None:
    found = claims_in(text)
    assert all(claim.text.endswith(point) for claim, point in zip(found, points, strict=True))
    assert len({claim.group for claim in found}) == 1


@pytest.mark.parametrize("text", LEAVES_WHOLE)
def test_leaves_whole(text: str) -> None:
    assert len(claims_in(text)) == 1


def test_predicates_that_share_a_subject_carry_its_words_and_their_places() -> None:
    text = "The Sund Harbour Company cut 300 jobs and sold its fleet in 2019."
    _, sold = claims_in(text)
    assert sold.text == "The Sund Harbour Company sold its fleet in 2019"
    assert [span.of(text) for span in sold.content] == [
        "The Sund Harbour Company",
        "sold its fleet in 2019",
    ]


def test_what_is_said_in_one_go_is_said_at_one_time() -> None:
    text = "On Monday Ada Brun said the town lost its trade last year and the council slept."
    assert {claim.stated_on for claim in claims_in(text)} == {"on Monday"}
