"""Where a content ends: at the writer's words, or somebody else's."""

import pytest

from tests.claims.splitting.lines import claims_of

ENDS = [
    ("Ada Brun said the dam was empty, while Per Dal said it was full.",
     ["Ada Brun: the dam was empty [indirect]",
      "Per Dal: it was full [indirect]"]),
    ("Ada Brun said the dam was empty, and Per Dal said it was full.",
     ["Ada Brun: the dam was empty [indirect]",
      "Per Dal: it was full [indirect]"]),
    ("While Ada Brun said the dam was empty, Per Dal swam in it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, who said the dam was empty, left early.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty; Per Dal swam in it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun told Dal the dam was empty, but later took it back.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty – she had swum in it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ('Ada Brun said it was "dry," which Dal knew.', ['Ada Brun: it was "dry," [mixed]']),
    ("The study found that in two towns, which lie in Norland, dams are empty.",
     ["study: in two towns, which lie in Norland, dams are empty [indirect]"]),
    ("Ada Brun rejected the plan and has left the town.",
     ["Ada Brun: rejected the plan [indirect]"]),
    ("Ada Brun accused Per Dal, who swims there, of hiding the figures.",
     ["Ada Brun: accused Per Dal, who swims there, of hiding the figures [indirect]"]),
    ("Ada Brun said Dal saw the crew being late, and the boats being lost.",
     ["Ada Brun: Dal saw the crew being late, and the boats being lost [indirect]"]),
    ("Ada Brun rejected that plan in May.", ["Ada Brun: rejected that plan [indirect]"]),
    ("Ada Brun rejected that plan in a letter.", ["Ada Brun: rejected that plan [indirect]"]),
    ("Ada Brun condemned the sale before her trip.", ["Ada Brun: condemned the sale [indirect]"]),
    ("Ada Brun mocked the sale of the dam during her trip.",
     ["Ada Brun: mocked the sale of the dam [indirect]"]),
    ("Ada Brun praised the crew on local radio last week.",
     ["Ada Brun: praised the crew [indirect]"]),
    ("Ada Brun mocked Dal at a rally in Sund.", ["Ada Brun: mocked Dal [indirect]"]),
    ("Ada Brun mocked Dal Thursday.", ["Ada Brun: mocked Dal [indirect]"]),
    ("Ada Brun endorsed one in July.", ["Ada Brun: endorsed one [indirect]"]),
    ("Ada Brun called for a show of hands.", ["Ada Brun: called for a show of hands [indirect]"]),
    ("Ada Brun condemned a dam that leaked on Monday.",
     ["Ada Brun: condemned a dam that leaked on Monday [indirect]"]),
    ("Ada Brun said the dam broke on live television.",
     ["Ada Brun: the dam broke on live television [indirect]"]),
    ("Ada Brun condemned the sale as the town slept.", ["Ada Brun: condemned the sale [indirect]"]),
    ("Ada Brun praised the sale, crediting Dal with it.",
     ["Ada Brun: praised the sale [indirect]"]),
    ("Ada Brun backed Dal, some said the dam was empty.", ["some: the dam was empty [indirect]"]),
    ("Ada Brun called for a new dam in a statement on Monday.",
     ["Ada Brun: called for a new dam [indirect]"]),
    ("Ada Brun said the dam was empty, even suggesting it had been sold.",
     ["Ada Brun: the dam was empty [indirect]",
      "Ada Brun: it had been sold [indirect]"]),
    ("Ada Brun's claim that the dam is dry was disputed.", ["Ada Brun: the dam is dry [indirect]"]),
    ("Those who praised the dam say it is full.",
     ["Those who praised the dam: it is full [indirect]"]),
    ("Ada Brun said Dal was called in and told to leave.",
     ["Ada Brun: Dal was called in and told to leave [indirect]"]),
    ("Ada Brun said the dam was empty and dry.",
     ["Ada Brun: the dam was empty and dry [indirect]"]),
    ("Ada Brun said the dam was empty because it leaked.",
     ["Ada Brun: the dam was empty because it leaked [indirect]"]),
    ("The suit alleges that Lund, Sund, Brun, and other towns emptied the dam.",
     ["suit: Lund, Sund, Brun, and other towns emptied the dam [indirect]"]),
    ("Ada Brun, who said that the town, or most of it, has a dam, left.",
     ["Ada Brun: the town, or most of it, has a dam [indirect]"]),
    ("Ada Brun angered Dal by saying the dam was empty and by leaving it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # what saying it does, or stands to
    ("Ada Brun said the dam was empty, drawing laughs from Per Dal.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ('Ada Brun said the dam was "a ruin," echoing Per Dal.',
     ['Ada Brun: the dam was "a ruin," [mixed]']),
    ("Ada Brun said the dam was empty, as has Per Dal.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty, as is the lake.",
     ["Ada Brun: the dam was empty, as is the lake [indirect]"]),
    ("Ada Brun praised the sale – last week calling the dam a ruin.",
     ["Ada Brun: praised the sale [indirect]"]),
    # an apposition to all of it, and one to its object
    ("Ada Brun said a third of the town swims, a share that has risen.",
     ["Ada Brun: a third of the town swims [indirect]"]),
    ("Ada Brun said the dam was empty, a step the town had hailed.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun praised Per Dal, the clerk who built it.", ["Ada Brun: praised Per Dal [indirect]"]),
    ("Ada Brun praised the mayor, the clerks and the crew.",
     ["Ada Brun: praised the mayor, the clerks and the crew [indirect]"]),
    ("Ada Brun said it rained, a day too late.",
     ["Ada Brun: it rained, a day too late [indirect]"]),
    # a form in -ed behind a pronoun is a verb
    ("While Ada Brun refused to sell the dam, Per hewed a new one.",
     ["Ada Brun: refused to sell the dam [indirect]"]),
    # what a single dash adds; two enclose an aside
    ("Ada Brun said the dam was empty – the third this year.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun praised Per Dal – though she left soon.", ["Ada Brun: praised Per Dal [indirect]"]),
    ("Ada Brun said that the dams – all of them – were empty.",
     ["Ada Brun: the dams – all of them – were empty [indirect]"]),
    ("Ada Brun said that – at heart – she is a sailor.",
     ["Ada Brun: at heart – she is a sailor [indirect]"]),
    ("Ada Brun said they swim in the dams – such as that of Lund.",
     ["Ada Brun: they swim in the dams – such as that of Lund [indirect]"]),
    ("Ada Brun denied the charges and jailed Per Dal.",
     ["Ada Brun: denied the charges [indirect]"]),
    ("(Ada Brun said the dam was empty.)", ["Ada Brun: the dam was empty [indirect]"]),
    ("(Ada Brun said the dam was empty (and dry).)",
     ["Ada Brun: the dam was empty (and dry) [indirect]"]),
    # a finding holds what it is set against
    ("A survey found that a third of the town swims, while few sail.",
     ["survey: a third of the town swims, while few sail [indirect]"]),
    ("Ada Brun said that a third of the town swims, while few sail.",
     ["Ada Brun: a third of the town swims [indirect]"]),
    # a pair is a subject
    ("Ada Brun said she and some others saw it.",
     ["Ada Brun: she [Ada Brun] and some others saw it [indirect]"]),
    ("Ada Brun said nothing had changed.", ["Ada Brun: nothing had changed [indirect]"]),
    # a word with full stops and a hyphen is one
    ("Ada Brun's promise to close the U.N.-Norland border and sell the dam has angered Lund.",
     ["Ada Brun: promise to close the U.N.-Norland border and sell the dam [indirect]"]),
    # a dated aside is not of who spoke of it, nor what is joined to it
    ("Ada Brun spoke about Dal's talks – this week calling Oru a fool and blaming Lund for it.",
     ["Ada Brun: spoke about Dal's talks [indirect]"]),
]  # fmt: skip
NOT_YET = [
    # What Dal added is lost.
    ("Ada Brun said the dam was empty — and Dal added it leaked.",
     ["Ada Brun: the dam was empty [indirect]",
      "Dal: it leaked [indirect]"]),
    # What she did next is hers to have said.
    ("Ada Brun left Lund, admitted that the dam was empty, and left.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # The bracket that closes the aside does not end it.
    ("Ada Brun (who said the dam was empty) left.", ["Ada Brun: the dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), ENDS)
def test_a_content_ends_where_the_writer_or_somebody_else_goes_on(
    text: str, claims: list[str]
) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
