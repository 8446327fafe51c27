"""What only looks like an attribution: refusals, questions, names, and words of two meanings."""

import pytest

from tests.claims.splitting.lines import claims_of

LEAVES_ALONE = [
    ("Ada Brun did not say that the dam was empty.", []),
    ("Ada Brun declined to comment.", []),
    ("Ada Brun refused to answer questions about the dam.", []),
    ("The Courier has asked Ada Brun for comment.", []),
    ("If Ada Brun said the dam was empty, the town would laugh.", []),
    ("Nobody said the dam was empty.", []),
    ("In Lund she proved that dams can be built.",
     ["the publisher: In Lund she proved that dams can be built [narration]"]),
    ("Ada Brun left a day after she said them.",
     ["the publisher: Ada Brun left a day after she said them [narration]"]),
    ("A plan announced today will bring new water to Lund.",
     ["the publisher: A plan announced today will bring new water to Lund [narration]"]),
    ("Ada Brun has said nothing in public about the dam.",
     ["the publisher: Ada Brun has said nothing in public about the dam [narration]"]),
    ("Ada Brun said little, and left.",
     ["the publisher: Ada Brun said little, and left [narration]"]),
    ("Ada Brun replied with a word that could be one of Dal's.",
     ["the publisher: Ada Brun replied with a word that could be one of Dal's [narration]"]),
    ("The town waits for a council report that could end the matter.", []),
    ("Ada Brun laughed at Dal's blunders – this week calling Oru a fool.",
     [("the publisher: Ada Brun laughed at Dal's blunders – this week calling Oru a fool "
       "[narration]")]),
    ("Ada Brun refused to say whether the dam was empty.", []),
    ("The fact that the dam was empty surprised the town.", []),
    ('The finding was this: "The dam was empty and dry."', []),
    ('There was a blunt message for Per Dal: "The dam was empty and dry."', []),
    ("The two states of the dam were wet and dry.", []),
    ("Ada Brun could say that the dam was empty.",
     ["the publisher: Ada Brun could say that the dam was empty [narration]"]),
    ("The claims were paid last year.", []),
    ("Reports of rain were scarce.", []),
    ("Ada Brun barely mentioned the dam.", []),
    ("Did Ada Brun say that the dam was empty?", []),
    ("The court ruled out a sale.", []),
    ("The new rules for the dam came in May.",
     ["the publisher: The new rules for the dam came in May [narration]"]),
    ("The town will not let the papers tell it how to vote.", []),
    ("A group called Clean Rivers swam there.",
     ["the publisher: A group called Clean Rivers swam there [narration]"]),
    ("Ada Brun called a meeting.", ["the publisher: Ada Brun called a meeting [narration]"]),
    ("Ada Brun called 999.", []),
    ('Big screens showed three words: "The dam was empty."', []),
    ('There was one change: "The dam was empty and dry."', []),
    ("Ada Brun spoke in a film that showed off the dam.",
     ["the publisher: Ada Brun spoke in a film that showed off the dam [narration]"]),
    ("The storm adds to the noise that has filled the town.", []),
    ("The clerk apologised in court before Judge Ada Brun left Lund.",
     ["the publisher: The clerk apologised in court before Judge Ada Brun left Lund [narration]"]),
    ("The council has apologised after the town was left dry.", []),
    ("Ada Brun worked on a product recall of dams that were late.",
     ["the publisher: Ada Brun worked on a product recall of dams that were late [narration]"]),
    ("Many of the town pledges he has made were kept.", []),
    ("The rules of the dam — those that were made in May — add another inch.",
     [("the publisher: The rules of the dam — those that were made in May — add another inch "
       "[narration]")]),
    ("The sale goes on despite demands that it end.", []),
    ("The plan is dear, according to", []),
    ('The film "A Long Dry Year," a hit, opened on Friday.', []),
    ("A group opposing the dam swam in it.", []),
    ("Brun met a group criticizing the dam and praising the lake.",
     ["the publisher: Brun met a group criticizing the dam and praising the lake [narration]"]),
    ("Brun met divers describing the dam.",
     ["the publisher: Brun met divers describing the dam [narration]"]),
    ("Ada Brun, who praised the dam, left early.",
     ["the publisher: Ada Brun, who praised the dam, left early [narration]"]),
    ("Ada Brun met divers who refused to swim.",
     ["the publisher: Ada Brun met divers who refused to swim [narration]"]),
    ("Ada Brun will also praise the dam in May.",
     ["the publisher: Ada Brun will also praise the dam in May [narration]"]),
]  # fmt: skip
NOT_YET: list[tuple[str, list[str]]] = [
    # The publisher is said to state a sentence that is cut short.
    ("In a first for Lund, a judge has ruled that the", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
