"""What is worth a checker's time comes before what is not, and says why."""

import json
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Kind
from claims.splitting.worth import assess

CORPUS = Path(__file__).parents[2] / "corpus_worth.jsonl"


class Labelled(NamedTuple):
    text: str
    kind: Kind
    worthy: bool
    half: str


def labelled() -> list[Labelled]:
    rows = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    return [Labelled(row["text"], Kind(row["kind"]), row["worthy"], row["half"]) for row in rows]


def names(text: str, kind: Kind = Kind.DIRECT) -> set[str]:
    return {feature.name for feature in assess(text, kind).features}


# Sentences of our own writing. Weights were set on the "tuning" half alone; but one hand wrote
# both halves and the word lists, so this guards against getting worse and measures nothing else.
# Floors rise with the rules and never fall.
@pytest.mark.parametrize(
    ("half", "f1", "ranking"), [("tuning", 0.98, 0.99), ("check", 0.96, 0.985)]
)
def test_the_labelled_sentences_are_told_apart(half: str, f1: float, ranking: float) -> None:
    """F1 at the score of 0.5, and how often a worthy sentence is put above an unworthy one."""
    rows = [
        (assess(row.text, row.kind).score, row.worthy) for row in labelled() if row.half == half
    ]
    assert len(rows) >= 50
    worthy = [score for score, is_worthy in rows if is_worthy]
    unworthy = [score for score, is_worthy in rows if not is_worthy]
    found = sum(score >= 0.5 for score in worthy)
    wrong = sum(score >= 0.5 for score in unworthy)
    assert 2 * found / (found + wrong + len(worthy)) >= f1
    above = sum((a > b) + 0.5 * (a == b) for a, b in product(worthy, unworthy))
    assert above / (len(worthy) * len(unworthy)) >= ranking


MEETS = [
    ("figure", "the ferry carried 412 people"),
    ("figure", "half of the wells are poisoned"),
    ("date", "the dam broke in 1987"),
    ("date", "the dam broke last spring"),
    ("date", "the dam broke in May"),
    ("forecast", "the ferry may sail in May"),
    ("no verb", "praise for Lund’s plan"),
    ("named actor", "the letter came from Ida Lund"),
    ("named actor", "Iran has sent drones"),
    ("named actor", "He [Ben Tallow] sold the shares"),
    ("completed", "the court fined the firm"),
    ("completed", "they sent a ship"),
    ("ongoing", "the army is moving east"),
    ("ongoing", "the plant employs nine people"),
    ("comparison or change", "rents rose faster than wages"),
    ("question", "Who pays for this?"),
    ("question", "“Who pays for this?”"),
    ("appeal", "We urge them to stop"),
    ("appeal", "the council should act"),
    ("appeal", "Stop the shelling"),
    ("appeal", "farmers need to save water"),
    ("wish", "we hope for rain"),
    ("wish", "he would like to retire"),
    ("promise", "We will rebuild it"),
    ("promise", "she vowed to stay"),
    ("forecast", "the bridge will be ready"),
    ("forecast", "prices are going to rise"),
    ("opinion", "that is nothing but desperation and weakness"),
    ("belief", "I think so"),
    ("feeling", "she was terrified"),
    ("personal experience", "I remember my mother in tears"),
    ("personal experience", "My father worked in a mill"),
    ("pleasantry", "Thank you for the flowers"),
    ("procedure", "Let me finish"),
    ("procedure", "The next question goes to Ida Lund"),
    ("public matter", "the ministry hid the letters"),
    ("public matter", "unemployment fell"),
    ("first person", "I was there"),
    ("second person", "You voted for it"),
    ("vague subject", "That was done by the firm"),
    ("condition", "if the dam breaks, the town is lost"),
    ("very short", "a wet summer"),
    ("no verb", "the mayor of Norvik"),
    ("nothing to look up", "the room was cold"),
]
LACKS = [
    ("figure", "the ferry carried nobody"),
    ("date", "the dam may break"),
    ("date", "this was the last straw"),
    ("named actor", "They burned the papers"),
    ("named actor", "The mayor left"),
    ("named actor", "I said that I’m tired"),
    ("named actor", "it is late and We’re tired"),
    ("completed", "we need speed"),
    ("completed", "a hundred united towns"),
    ("ongoing", "they are going to leave"),
    ("named actor", "I'd put the money into schools"),
    ("named actor", "We've had ten dry years"),
    ("completed", "we put children first"),
    ("ongoing", "our own men told us"),
    ("first person", "My opponent left the room"),
    ("second person", "the mayor left the room"),
    ("procedure", "the question of the dam was put to the vote"),
    ("public matter", "the room was cold"),
    ("vague subject", "He knew that the dam was empty"),
    ("question", "he asked who pays"),
    ("appeal", "stop signs were stolen"),
    ("wish", "she came from Port Hope"),
    ("forecast", "he left in May"),
    ("opinion", "the lawyer from Great Orlin resigned"),
    ("feeling", "the council met on Monday"),
    ("personal experience", "his mother voted in Lund"),
    ("pleasantry", "the town of Thanks was founded in 1802"),
    ("very short", "the plant employs nine people"),
    ("no verb", "Tallow leads by nine points"),
    ("nothing to look up", "the room was colder than the street in May"),
]


@pytest.mark.parametrize(("name", "text"), MEETS)
def test_meets(name: str, text: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(("name", "text"), LACKS)
def test_lacks(name: str, text: str) -> None:
    assert name not in names(text)


SPEAKS_FOR = [
    ("figure", "the ferry from Lund carried 412 people", "the ferry from Lund carried many people"),
    ("date", "the dam of Lund broke yesterday", "the dam of Lund broke loudly"),
    ("named actor", "the 40 letters came from Ida Lund", "the 40 letters came from a clerk"),
    ("completed", "the firm of Lund has closed", "the firm of Lund has rooms"),
    ("ongoing", "the army is moving east of Lund", "the army is now east of Lund"),
    ("comparison or change", "rents are higher than wages in Lund",
     "rents are near to wages in Lund"),
    ("public matter", "the ministry is close to Lund", "the cottage is close to Lund"),
]  # fmt: skip
SPEAKS_AGAINST = [
    ("question", "Who has 300 cars in Lund?", "Who has 300 cars in Lund"),
    ("appeal", "We urge the firm of Lund", "We leave the firm of Lund"),
    ("wish", "we hope for rain in Lund", "we wait for rain in Lund"),
    ("promise", "she vowed to stay in Lund", "she failed to stay in Lund"),
    ("forecast", "the bridge will be ready in Lund", "the bridge is now ready in Lund"),
    ("opinion", "the dam of Lund was great", "the dam of Lund was wet"),
    ("belief", "I think the dam is in Lund", "I know the dam is in Lund"),
    ("feeling", "she was terrified in Lund", "she was late in Lund"),
    ("personal experience", "My father is from Lund and was a miner",
     "The father is from Lund and was a miner"),
    ("pleasantry", "I thank the people of Lund", "I see the people of Lund"),
    ("condition", "if the dam breaks the town is lost in Lund",
     "since the dam breaks the town is lost in Lund"),
    ("first person", "now I was in Lund", "now Ole was in Lund"),
    ("second person", "now you were in Lund", "now they were in Lund"),
    ("vague subject", "That is in the hands of Lund", "Lead is in the hands of Lund"),
    ("procedure", "the next question goes to Lund", "the next tram goes to Lund"),
    ("very short", "Lund is wet", "Lund is so wet"),
    ("no verb", "the mayor of Norvik", "the mayor is of Norvik"),
]  # fmt: skip
"""Each feature with a text that has it, and one that has the same features but for it."""


@pytest.mark.parametrize(("name", "having", "lacking"), SPEAKS_FOR)
def test_what_can_be_checked_raises_the_score(name: str, having: str, lacking: str) -> None:
    assert names(having) - names(lacking) == {name} == names(having) ^ names(lacking)
    assert assess(having, Kind.DIRECT).score > assess(lacking, Kind.DIRECT).score


@pytest.mark.parametrize(("name", "having", "lacking"), SPEAKS_AGAINST)
def test_what_nobody_can_check_lowers_the_score(name: str, having: str, lacking: str) -> None:
    assert names(having) - names(lacking) == {name} == names(having) ^ names(lacking)
    assert assess(having, Kind.DIRECT).score < assess(lacking, Kind.DIRECT).score


def test_every_feature_is_among_those_whose_direction_is_tested() -> None:
    met = {feature.name for row in labelled() for feature in assess(row.text, Kind.MIXED).features}
    tested = {name for name, _, _ in (*SPEAKS_FOR, *SPEAKS_AGAINST)}
    assert met - tested == {"nothing to look up"}  # it never differs alone


def test_that_nothing_can_be_looked_up_speaks_against_a_claim() -> None:
    weights = dict(assess("the room was cold", Kind.MIXED).features)
    assert weights["nothing to look up"] < 0


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("The plant dumped 40 tonnes of lead in 2019.", "The plant is a disgrace."),
        ("Marek has sold engines to Ostmark.", "We urge Marek to stop selling engines to Ostmark."),
        ("The council closed nine schools.", "The council will close nine schools."),
        ("Lund won the vote by 214 ballots.", "Congratulations to Lund."),
    ],
)
def test_facts_come_before_what_people_make_of_them(higher: str, lower: str) -> None:
    assert assess(higher, Kind.DIRECT).score > assess(lower, Kind.DIRECT).score


def test_the_publishers_own_words_count_more_than_a_quotation() -> None:
    scores = [assess("the dam broke in May", kind).score for kind in Kind]
    assert scores == sorted(scores)
    assert assess("the dam broke in May", Kind.NARRATION).features[-1].name == "narration"


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_any_text_has_a_score_between_0_and_1(text: str, kind: Kind) -> None:
    worth = assess(text, kind)
    assert 0 <= worth.score <= 1
    assert len({feature.name for feature in worth.features}) == len(worth.features)


@pytest.mark.parametrize("piece", ["a", "a'", "will ", "1", "[", "ED "])
def test_a_megabyte_is_survived(piece: str) -> None:
    assert 0 <= assess(piece * (1_000_000 // len(piece)), Kind.MIXED).score <= 1
