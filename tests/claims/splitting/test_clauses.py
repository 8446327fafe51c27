"""One claim, one point: what is divided, what stays whole, and that each reads by itself."""

import pytest

from claims.models import Article
from claims.splitting import split
from tests.claims.splitting.lines import claims_of

DIVIDES = [
    ("The Sund Harbour Company cut 300 jobs, closed two docks and sold its fleet.",
     ["the publisher: The Sund Harbour Company cut 300 jobs [narration]",
      "the publisher: The Sund Harbour Company closed two docks [narration]",
      "the publisher: The Sund Harbour Company sold its fleet [narration]"]),
    ("Ada Brun said the town lost a third of its trade and the council raised its fees.",
     ["Ada Brun: the town lost a third of its trade [indirect]",
      "Ada Brun: the council raised its fees [indirect]"]),
    ("Officials say Iran sent drones to Norland and trained its pilots.",
     ["Officials: Iran sent drones to Norland [indirect]",
      "Officials: Iran trained its pilots [indirect]"]),
    ("Ada Brun said the plant of Sund closed in May and it still owes its clerks a month.",
     ["Ada Brun: the plant of Sund closed in May [indirect]",
      "Ada Brun: it still owes its clerks a month [indirect]"]),
    ("Ada Brun said the state gave Lund ships and early last year Norland built its docks.",
     ["Ada Brun: the state gave Lund ships [indirect]",
      "Ada Brun: early last year Norland built its docks [indirect]"]),
    ("Ada Brun said that the port had lost a third of its trade and that its clerks knew it.",
     ["Ada Brun: the port had lost a third of its trade [indirect]",
      "Ada Brun: its clerks knew it [indirect]"]),
    ("Ada Brun said the port had lost its trade, but that Lund would pay for a new one.",
     ["Ada Brun: the port had lost its trade [indirect]",
      "Ada Brun: Lund would pay for a new one [indirect]"]),
    ("Ada Brun said Lund is growing by the day and Sund is losing its last doctor.",
     ["Ada Brun: Lund is growing by the day [indirect]",
      "Ada Brun: Sund is losing its last doctor [indirect]"]),
    ('Ada Brun said: "The port of Sund closed in May. Its 300 clerks went to Lund."',
     ["Ada Brun: The port of Sund closed in May. [direct]",
      "Ada Brun: Its 300 clerks went to Lund. [direct]"]),
    ('Ada Brun said: "When the port of Sund closed, we left. Its 300 clerks went to Lund."',
     ["Ada Brun: When the port of Sund closed, we left. [direct]",
      "Ada Brun: Its 300 clerks went to Lund. [direct]"]),
]  # fmt: skip
LEAVES_WHOLE = [
    ("Brun met the man who cut the taxes and raised the wages of Sund.",
     [("the publisher: Brun met the man who cut the taxes and raised the wages of Sund "
       "[narration]")]),
    ("The Sund council opened the dock and the bridge of the town.",
     ["the publisher: The Sund council opened the dock and the bridge of the town [narration]"]),
    ("Ada Brun said the council races in Lund, Sund and Brenna are all close.",
     ["Ada Brun: the council races in Lund, Sund and Brenna are all close [indirect]"]),
    ("Ada Brun said it is so, and that the difference between a loan and a gift should be clear.",
     [("Ada Brun: it is so, and that the difference between a loan and a gift should be clear "
       "[indirect]")]),
    ("Ada Brun said she does not believe Dal and Vik should go.",
     ["Ada Brun: she [Ada Brun] does not believe Dal and Vik should go [indirect]"]),
    ("Ada Brun said she hoped that the town and other owners could find a way.",
     [("Ada Brun: she [Ada Brun] hoped that the town and other owners could find a way "
       "[indirect]")]),
    (("Officials say it is no longer true that exports from Norland and Lund are half of the "
      "market."),
     [("Officials: it is no longer true that exports from Norland and Lund are half of the "
       "market [indirect]")]),
    ("Ada Brun said she would not ask whether Dal and other clerks knew of the loss.",
     [("Ada Brun: she [Ada Brun] would not ask whether Dal and other clerks knew of the loss "
       "[indirect]")]),
    ("Ada Brun said the town would pay if the state refused and it had nobody else to ask.",
     [("Ada Brun: the town would pay if the state refused and it had nobody else to ask "
       "[indirect]")]),
    ("The Sund plant lost money until Ada Brun closed its dock and sold its fleet.",
     [("the publisher: The Sund plant lost money until Ada Brun closed its dock and sold its "
       "fleet [narration]")]),
    ("The port of Sund, closed in May and sold in June, has a new owner.",
     [("the publisher: The port of Sund, closed in May and sold in June, has a new owner "
       "[narration]")]),
    ("The Sund council says that it sells the dock and keeps the bridge it owns.",
     ["Sund council: it [Sund council] sells the dock and keeps the bridge it owns [indirect]"]),
    ('Ada Brun said: "We lost it. It was our own fault."',
     ["Ada Brun: We lost it. It was our own fault. [direct]"]),
    ('Ada Brun said: "The port of Sund closed in May. Remember, Per Dal of Lund wrote the plan."',
     [("Ada Brun: The port of Sund closed in May. Remember, Per Dal of Lund wrote the plan. "
       "[direct]")]),
    (('Ada Brun said: "The port of Sund closed in May. I believe that Per Dal of Lund is to '
      'blame."'),
     [("Ada Brun: The port of Sund closed in May. I believe that Per Dal of Lund is to blame. "
       "[direct]")]),
    (('Ada Brun said: "Well, when I was a member of the Sund council. We built the Lund dam '
      'in May."'),
     [("Ada Brun: Well, when I was a member of the Sund council. We built the Lund dam in "
       "May. [direct]")]),
    ('Ada Brun said: "A great day for the whole of Lund. We built the dam of Sund in May."',
     ["Ada Brun: A great day for the whole of Lund. We built the dam of Sund in May. [direct]"]),
]  # fmt: skip
EDGES = [
    # A predicate of three words is a point, one of two is not.
    ("The port cut 300 jobs, closed a dock and sold its fleet.",
     ["the publisher: The port cut 300 jobs [narration]",
      "the publisher: The port closed a dock [narration]",
      "the publisher: The port sold its fleet [narration]"]),
    ("The port cut 300 jobs, closed docks and sold its fleet.",
     ["the publisher: The port cut 300 jobs, closed docks and sold its fleet [narration]"]),
    # Predicates of another tense, or a list without its "and", are no points.
    ("The port cuts 300 jobs, closed a dock and sold its fleet.",
     ["the publisher: The port cuts 300 jobs, closed a dock and sold its fleet [narration]"]),
    ("The port cut 300 jobs, closed a dock, sold its fleet.",
     ["the publisher: The port cut 300 jobs, closed a dock, sold its fleet [narration]"]),
    # Clauses that "or" joins are one point: neither is claimed by itself.
    ("Ada Brun said the town lost a third of its trade or the council raised its fees.",
     ["Ada Brun: the town lost a third of its trade or the council raised its fees [indirect]"]),
    # A sentence of a quotation is a point from six words on.
    ('Ada Brun said: "It was a Friday in Lund. The dam of Lund was empty by May."',
     ["Ada Brun: It was a Friday in Lund. [direct]",
      "Ada Brun: The dam of Lund was empty by May. [direct]"]),
    ('Ada Brun said: "It was Friday in Lund. The dam of Lund was empty by May."',
     ["Ada Brun: It was Friday in Lund. The dam of Lund was empty by May. [direct]"]),
]  # fmt: skip
KINDS = [
    ('Ada Brun said that the dam "was empty and leaked all year" in May.',
     ['Ada Brun: the dam "was empty and leaked all year" in May [mixed]']),
    ('Ada Brun said that it was "empty and leaked all year long in May.".',
     ['Ada Brun: it was "empty and leaked all year long in May." [mixed]']),
    ("Ada Brun said that the dam was empty and leaked all year.",
     ["Ada Brun: the dam was empty and leaked all year [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), DIVIDES)
def test_divides(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_WHOLE)
def test_leaves_whole(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), EDGES)
def test_what_is_just_enough_for_a_point_and_what_is_not(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), KINDS)
def test_words_that_are_partly_in_marks_are_not_the_sources_own(
    text: str, claims: list[str]
) -> None:
    assert claims_of(text) == claims


def test_predicates_that_share_a_subject_carry_its_words_and_their_places() -> None:
    text = "The Sund Harbour Company cut 300 jobs and sold its fleet in 2019."
    assert claims_of(text) == [
        "the publisher: The Sund Harbour Company cut 300 jobs [narration]",
        "the publisher: The Sund Harbour Company sold its fleet in 2019 [narration]",
    ]
    _, sold = split(Article(text=text))
    assert [span.of(text) for span in sold.content] == [
        "The Sund Harbour Company",
        "sold its fleet in 2019",
    ]


@pytest.mark.parametrize(("text", "claims"), DIVIDES)
def test_the_points_of_one_utterance_are_a_group(text: str, claims: list[str]) -> None:
    assert [claim.group for claim in split(Article(text=text))] == [1] * len(claims)


def test_what_is_said_in_one_go_is_said_at_one_time() -> None:
    text = "On Monday Ada Brun said the town lost its trade last year and the council slept."
    assert [(claim.text, claim.stated_on) for claim in split(Article(text=text))] == [
        ("the town lost its trade last year", "on Monday"),
        ("the council slept", "on Monday"),
    ]
