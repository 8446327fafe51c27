"""Where a content ends, and whose the words behind it are."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

ENDS = [
    # what saying it does, or stands to
    ("Ada Brun said the dam was empty, drawing laughs from Per Dal.", "the dam was empty"),
    ('Ada Brun said the dam was "a ruin," echoing Per Dal.', 'the dam was "a ruin,"'),
    ("Ada Brun said the dam was empty, as has Per Dal.", "the dam was empty"),
    ("Ada Brun said the dam was empty, as is the lake.", "the dam was empty, as is the lake"),
    ("Ada Brun praised the sale – last week calling the dam a ruin.", "praised the sale"),
    # an apposition to all of it, and one to its object
    ("Ada Brun said a third of the town swims, a share that has risen.",
     "a third of the town swims"),
    ("Ada Brun said the dam was empty, a step the town had hailed.", "the dam was empty"),
    ("Ada Brun praised Per Dal, the clerk who built it.", "praised Per Dal"),
    ("Ada Brun praised the mayor, the clerks and the crew.",
     "praised the mayor, the clerks and the crew"),
    ("Ada Brun said it rained, a day too late.", "it rained, a day too late"),
    # a form in -ed behind a pronoun is a verb
    ("While Ada Brun refused to sell the dam, Per hewed a new one.", "refused to sell the dam"),
    # what a single dash adds; two enclose an aside
    ("Ada Brun said the dam was empty – the third this year.", "the dam was empty"),
    ("Ada Brun praised Per Dal – though she left soon.", "praised Per Dal"),
    ("Ada Brun said that the dams – all of them – were empty.",
     "the dams – all of them – were empty"),
    ("Ada Brun said that – at heart – she is a sailor.", "at heart – she is a sailor"),
    ("Ada Brun said they swim in the dams – such as that of Lund.",
     "they swim in the dams – such as that of Lund"),
    ("Ada Brun denied the charges and jailed Per Dal.", "denied the charges"),
    ("(Ada Brun said the dam was empty.)", "the dam was empty"),
    ("(Ada Brun said the dam was empty (and dry).)", "the dam was empty (and dry)"),
    # a finding holds what it is set against
    ("A survey found that a third of the town swims, while few sail.",
     "a third of the town swims, while few sail"),
    ("Ada Brun said that a third of the town swims, while few sail.", "a third of the town swims"),
    # a pair is a subject
    ("Ada Brun said she and some others saw it.", "she [Ada Brun] and some others saw it"),
    ("Ada Brun said nothing had changed.", "nothing had changed"),
]  # fmt: skip


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_a_content_ends_where_the_writer_or_somebody_else_goes_on(text: str, content: str) -> None:
    assert content in [claim.text for claim in attributed(text)]


def test_a_word_with_full_stops_and_a_hyphen_is_one() -> None:
    text = "Ada Brun's promise to close the U.N.-Norland border and sell the dam has angered Lund."
    assert [claim.text for claim in attributed(text)] == [
        "promise to close the U.N.-Norland border and sell the dam"
    ]


def test_what_a_dated_aside_tells_is_not_of_who_spoke_of_it_nor_what_is_joined_to_it() -> None:
    text = (
        "Ada Brun spoke about Dal's talks – this week calling Oru a fool and blaming Lund for it."
    )
    assert [claim.text for claim in attributed(text)] == ["spoke about Dal's talks"]
