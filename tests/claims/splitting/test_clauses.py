"""One claim, one point: what is divided, what stays whole, and that each reads by itself."""

from datetime import date

import pytest

from claims.models import Article, Claim, Kind
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


DAL = 'Ole Dal met Ada Brun.\n\n"It leaks all year," Ada Brun said.\n\n'
RAIN = "It rained in Lund for two days."

EDGES = [
    # A predicate of three words is a point, one of two is not.
    ("The port cut 300 jobs, closed a dock and sold its fleet.",
     ["The port cut 300 jobs", "The port closed a dock", "The port sold its fleet"]),
    ("The port cut 300 jobs, closed docks and sold its fleet.",
     ["The port cut 300 jobs, closed docks and sold its fleet"]),
    # Predicates of another tense, or a list without its "and", are no points.
    ("The port cuts 300 jobs, closed a dock and sold its fleet.",
     ["The port cuts 300 jobs, closed a dock and sold its fleet"]),
    ("The port cut 300 jobs, closed a dock, sold its fleet.",
     ["The port cut 300 jobs, closed a dock, sold its fleet"]),
    # Clauses that "or" joins are one point: neither is claimed by itself.
    ("Ada Brun said the town lost a third of its trade or the council raised its fees.",
     ["the town lost a third of its trade or the council raised its fees"]),
    # A sentence of a quotation is a point from six words on.
    ('Ada Brun said: "It was a Friday in Lund. The dam of Lund was empty by May."',
     ["It was a Friday in Lund.", "The dam of Lund was empty by May."]),
    ('Ada Brun said: "It was Friday in Lund. The dam of Lund was empty by May."',
     ["It was Friday in Lund. The dam of Lund was empty by May."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "points"), EDGES)
def test_what_is_just_enough_for_a_point_and_what_is_not(text: str, points: list[str]) -> None:
    assert [claim.text for claim in split(Article(text=text))] == points


BELONGS = [
    # Who said a question stands behind it, up to five words away.
    (f'"Did it leak?" Ada Brun said in May. {RAIN}', [("Did it leak?", "Ada Brun")]),
    ('"Did it leak all year?" Mayor Ada Brun of Lund said.',
     [("Did it leak all year?", "Ada Brun")]),
    # A paragraph in marks with capitals throughout is a heading; before a speaker it is speech.
    (f'"The Dam Of Lund Is Dry."\n\n{RAIN}', []),
    ('"The Dam Of Lund Is Dry," the clerks of Lund said.',
     [("The Dam Of Lund Is Dry", "clerks of Lund")]),
    # Who acts alone in the paragraph before a quotation speaks it, even by one name.
    (f"{DAL}Dal shook his head.\n\n“It is dry in May.”",
     [("It leaks all year", "Ada Brun"), ("It is dry in May.", "Ole Dal")]),
    (f"{DAL}Dal shook his head at the sight of the clerks and of the old dam.\n\n“It is dry.”",
     [("It leaks all year", "Ada Brun"), ("It is dry.", "Ada Brun")]),
    # A name that is signed under words which have a source changes nothing.
    ('"It leaks all year in Lund."\n\n- Ole Dal', [("It leaks all year in Lund.", "Ole Dal")]),
    ('"It leaks all year in Lund," the clerks said.\n\n- Ole Dal',
     [("It leaks all year in Lund", "clerks")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BELONGS)
def test_whose_a_quotation_is(text: str, said: list[tuple[str, str]]) -> None:
    claims = split(Article(text=text))
    assert [(c.text, c.source.name) for c in claims if c.kind is not Kind.NARRATION] == said


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ('the dam "was empty and leaked all year" in May', Kind.MIXED),
        ('it was "empty and leaked all year long in May."', Kind.MIXED),
        ("the dam was empty and leaked all year", Kind.INDIRECT),
    ],
)
def test_words_that_are_partly_in_marks_are_not_the_sources_own(told: str, kind: Kind) -> None:
    (claim,) = split(Article(text=f"Ada Brun said that {told}."))
    assert claim.kind is kind
