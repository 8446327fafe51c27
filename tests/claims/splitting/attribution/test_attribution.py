"""What is attributed to whom: word orders, cues, boundaries, and what is no statement."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

FINDS = [
    # X said (that) Y
    ("Ada Brun said that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said on Monday the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said in a statement that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun told the council that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, the mayor of Lund, said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, however, said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun (L-Norvik) said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Mayor Ada Brun also said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun is also warning that the dam is empty.", "Ada Brun", "the dam is empty"),
    ("Ada Brun went on to say that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said about half of the dams were empty.", "Ada Brun", "about half of the dams were"),
    ("Ada Brun said if it rained the dam would fill.", "Ada Brun", "the dam would fill"),
    ("Ada Brun said that was wrong.", "Ada Brun", "that was wrong"),
    ("Ada Brun said on Monday that would be wrong.", "Ada Brun", "that would be wrong"),
    ("Ada Brun said little has changed.", "Ada Brun", "little has changed"),
    ("Ada Brun said it believes the dam is empty.", "Ada Brun", "it believes the dam is empty"),
    ("Some of the engineers said the dam was empty.", "Some of the engineers", "dam was empty"),
    ("Data from the Lund office show that the dam is empty.", "Data from the Lund office",
     "the dam is empty"),
    ("The Lund/Sund poll showed that few people swim.", "Lund/Sund poll", "few people swim"),
    ("Brun will refuse to answer any questions, Per Dal said.", "Per Dal", "refuse to answer"),
    ("Ada Brun once said that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said the dam, built by the town in May, is empty.", "Ada Brun", "in May, is empty"),
    ("Ada Brun said the wall surrounding the dam was dry.", "Ada Brun", "the dam was dry"),
    ("Ada Brun admitted under Dal's questioning she was late.", "Ada Brun", "was late"),
    ("Ada Brun said the wall cracked.", "Ada Brun", "the wall cracked"),
    ("Ada Brun made it clear that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun was quoted as saying that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, citing police reports, said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("The court ruled that the dam was empty.", "court", "the dam was empty"),
    ("Ada Brun says few visitors only use the lift.", "Ada Brun", "visitors only use"),
    ("Jolly said the dam was empty.", "Jolly", "the dam was empty"),
    ("The mayor, long a friend of the town, says that the dam is empty.", "mayor", "the dam is"),
    ("A source close to her said the dam was empty.", "source close to her", "the dam was empty"),
    ("Ada Brun, an aide to the mayor, said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, 60, a clerk from Lund, said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun just last week said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun told reporters Dal was wrong.", "Ada Brun", "Dal was wrong"),
    ("Ada Brun said the plan, despite its cost, was sound.", "Ada Brun", "was sound"),
    ("Ada Brun said the dam put up by Dal was empty.", "Ada Brun", "put up by Dal was empty"),
    ("Ada Brun wrote in its letter, sent to a court, that it leaked.", "Ada Brun", "it leaked"),
    ("Town officials suggested that the dam was empty.", "Town officials", "the dam was empty"),
    ("Ada Brun is continuing to insist that the dam is empty.", "Ada Brun", "the dam is empty"),
    ("The clerks — and some sailors — say it is dry.", "clerks — and some sailors", "it is dry"),
    ("Clerks close to Ada Brun say the dam is dry.", "Clerks close to Ada Brun", "the dam is dry"),
    ("The Dal family said the dam was empty.", "Dal family", "the dam was empty"),
    ("Ola Dal of Lund, a clerk who has refused to swim, said the dam is deep.", "Ola Dal",
     "the dam is deep"),
    ("It rained; one suggested she raise the dam.", "one", "she raise the dam"),
    ("Ada Brun told her the dam was empty.", "Ada Brun", "the dam was empty"),
    ('While Per Dal said “no,” one of the clerks said the dam was dry.', "one of the clerks",
     "the dam was dry"),
    ("Ada Brun said several times that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said ahead of the vote that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said before her Lund remarks that the dam was empty.", "Ada Brun",
     "the dam was empty"),
    ("Ada Brun told Radio 4's Today programme that it leaks.", "Ada Brun", "it leaks"),
    ("Ada Brun told the crew not to open it.", "Ada Brun", "the crew not to open it"),
    ("Ada Brun, the mayor of Lund, said the dam \"could never be saved in time.\"", "Ada Brun",
     "never be saved"),
    ('"It rained," Ada Brun said. "The dam leaks all year," said the other.', "the other",
     "dam leaks"),
    ('Ada Brun shouted that the dam was "empty."', "Ada Brun", "the dam was"),
    ("The dam was empty, town records suggest.", "town records", "The dam was empty"),
    ("Ada Brun called the radio to say the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Lund fuel advocates say they have lost.", "Lund fuel advocates", "have lost"),
    ("Ada Brun said in one of several letters that it leaked.", "Ada Brun", "it leaked"),
    ("Ada Brun replied to Dal by saying that it leaked.", "Ada Brun", "it leaked"),
    ("“It leaks,” Ada Brun said of a dam that was sold in May.", "Ada Brun", "It leaks"),
    ("Ada Brun said the case showed that the dam was empty.", "Ada Brun", "the dam was empty"),
    ('Another was less kind: "The dam was empty and dry."', "Another", "The dam was empty"),
    ("Ada Brun said that was late.", "Ada Brun", "that was late"),
    ("Ada Brun told them flooding is rare in May.", "Ada Brun", "flooding is rare in May"),
    ("The plan was backed by the fears of farmers who say it is dry.", "farmers", "it is dry"),
    ("Another added: 'I have been to the dam in May.'", "Another", "I have been to the dam"),
    ("Kelly Brun said the dam was empty.", "Kelly Brun", "the dam was empty"),
    ("Hydrologist Ada Brun said the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun called 999 - but claims Dal told him it was dry.", "Dal", "it was dry"),
    # Y, X said
    ("The dam was empty, Ada Brun told her.", "Ada Brun", "The dam was empty"),
    ("The dam was empty, Ada Brun said in closing the meeting.", "Ada Brun", "The dam was empty"),
    ("It was late, and as Ada Brun noted, the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Even then, Ada Brun said, the dam was empty.", "Ada Brun", "the dam was empty"),
    ("But, Ada Brun added, the dam was empty.", "Ada Brun", "the dam was empty"),
    ("We heard of Brun's old jokes and claims that the dam was dry.", "Brun", "the dam was dry"),
    ("Ada Brun confirmed these were dry.", "Ada Brun", "these were dry"),
    ("Ada Brun confirmed the dams – even the oldest – were dry.", "Ada Brun", "were dry"),
    ("A clerk said the dam was dry before Ada Brun said it was full.", "Ada Brun", "it was full"),
    ("Ada Brun said it was “an empty dam,” despite its new wall.", "Ada Brun", "an empty dam"),
    ("A claim made in the council by Ada Brun that the dam was empty.", "Ada Brun", "the dam was"),
    ("Later in May, Ada Brun said, the dam was empty.", "Ada Brun", "Later in May the dam was"),
    ("Earlier in May, the dam was empty, Ada Brun said.", "Ada Brun", "Earlier in May, the dam"),
    ("The dam, one of Dal's aides said, was empty.", "one of Dal's aides", "was empty"),
    ("The dam, an inside source said, was empty.", "inside source", "was empty"),
    ("The dam, as Ada Brun put it, was empty.", "Ada Brun", "was empty"),
    ("The dam was empty, Per Dal, 60, a clerk from Lund, said.", "Per Dal", "The dam was empty"),
    ("The dam was empty, Ada Brun said.", "Ada Brun", "The dam was empty"),
    ("The dam was empty, Ada Brun told reporters on Monday.", "Ada Brun", "The dam was empty"),
    ("Dear as it is, Ada Brun said, raising the dam was wise.", "Ada Brun", "raising the dam was"),
    ("The dam was empty, auditors found.", "auditors", "The dam was empty"),
    ("The dam was dry, figures from the water office show.", "figures from the water office",
     "The dam was dry"),
    ("The dam was closed, the court ruled on Monday.", "court", "The dam was closed"),
    ("The dam was empty, said Ada Brun.", "Ada Brun", "The dam was empty"),
    ("The dam, said Ada Brun, was empty.", "Ada Brun", "The dam was empty"),
    ("The dam, Ada Brun said, was empty.", "Ada Brun", "The dam was empty"),
    # quotations
    ('"The dam was empty," Ada Brun said.', "Ada Brun", "The dam was empty"),
    ('"Was the dam empty?" Ada Brun asked.', "Ada Brun", "Was the dam empty?"),
    ("“The dam was empty,” said engineer Ada Brun.", "Ada Brun", "The dam was empty"),
    ("‘The dam was empty,’ Ada Brun said.", "Ada Brun", "The dam was empty"),
    ("''The dam was empty,'' Ada Brun said.", "Ada Brun", "The dam was empty"),
    ("«The dam was empty,» Ada Brun said.", "Ada Brun", "The dam was empty"),
    ('Ada Brun said: "The dam was empty."', "Ada Brun", "The dam was empty."),
    ('Ada Brun told the Post: "The dam was empty."', "Ada Brun", "The dam was empty."),
    ('"The dam," Ada Brun said, "was empty."', "Ada Brun", "The dam was empty."),
    ("”The dam was empty,” Ada Brun said.", "Ada Brun", "The dam was empty"),
    ('"The dam was empty," said one.', "one", "The dam was empty"),
    ('Ada Brun was angry: "The dam was empty," she said.', "Ada Brun", "The dam was empty"),
    ('Ada Brun wrote: "I think a "dam" is a wall. It is empty."', "Ada Brun", 'a "dam" is a wall'),
    ('Ada Brun said "the dam was empty. "It leaked all year."', "Ada Brun", "the dam was empty"),
    # accusing, urging, vowing
    ("Ada Brun accused Dal of hiding reports.", "Ada Brun", "accused Dal of hiding"),
    ('Ada Brun called the dam "a ruin."', "Ada Brun", 'called the dam "a ruin."'),
    ('Ada Brun called that "a ruin."', "Ada Brun", "called a ruin."),
    ("Ada Brun accused Per Dal of hiding the figures.", "Ada Brun", "accused Per Dal of hiding"),
    ("Ada Brun urged the town to save water.", "Ada Brun", "urged the town to save water"),
    ("Ada Brun vowed to rebuild the dam.", "Ada Brun", "vowed to rebuild the dam"),
    ("Ada Brun called for a new dam.", "Ada Brun", "called for a new dam"),
    ("Ada Brun denied hiding the figures.", "Ada Brun", "denied hiding the figures"),
    # participles and coordinated cues
    ("Ada Brun scolded Dal, saying he 'did nothing' for the dam.", "Ada Brun", "for the dam"),
    ("Ada Brun left early, saying the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun said it had rained and warned that the dam leaked.", "Ada Brun", "the dam leaked"),
    ("Ada Brun said it had rained, adding that the dam leaked.", "Ada Brun", "the dam leaked"),
    ("All of the clerks oppose it, and have vowed to leave.", "All of the clerks", "to leave"),
    ("Ada Brun left in May, saying the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun angered the town by saying the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, who said it had rained, said the dam leaked.", "Ada Brun", "the dam leaked"),
    ('Ada Brun said it was "no great loss," adding that the dam leaked.', "Ada Brun", "leaked"),
    ("“It rained,” said Ada Brun, speaking of the storm.", "Ada Brun", "the storm"),
    ("Calling it a ruin, Ada Brun left the dam.", "Ada Brun", "Calling it a ruin"),
    ('Blaming "the rich," Ada Brun said the dam was empty.', "Ada Brun", "the dam was empty"),
    ('Blaming "the rich," Ada Brun left.', "Ada Brun", "Blaming the rich"),
    ("Citing the frost, Ada Brun said the dam was empty.", "Ada Brun", "Citing the frost"),
    ("Brun and Dal left in May, each saying the dam was empty.", "each", "the dam was empty"),
    # what is said about something, however far the word stands
    ("Ada Brun spoke at length to the council about her plans.", "Ada Brun", "her plans"),
    ("Ada Brun cautioned against opening the dam.", "Ada Brun", "opening the dam"),
    # nouns
    ("Ada Brun made the case that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("The union issued a warning that the dam was empty.", "union", "the dam was empty"),
    ("Ada Brun made the case to the council that the dam was empty.", "Ada Brun", "dam was empty"),
    ("Ada Brun sent a letter calling for a new dam.", "Ada Brun", "calling for a new dam"),
    ("A letter by Dal calling for a new dam was lost.", "letter by Dal", "calling for a new"),
    ('Ada Brun met divers describing the dam as "a ruin."', "divers", 'dam as "a ruin'),
    ('Ada Brun met divers who called the dam "a ruin."', "divers", 'the dam "a ruin'),
    ("Ada Brun will say that the dam was empty.", "Ada Brun", "the dam was empty"),
    ("Ada Brun, who announced a new dam, left early.", "Ada Brun", "a new dam"),
    ("Brun spurned claims by the union that the dam was empty.", "union", "the dam was empty"),
    ("Ada Brun made equally heated charges that the dam was empty.", "Ada Brun", "dam was empty"),
    # a name and a mark
    ('Here is Mayor Ada Brun in May: "The dam was empty and dry."', "Ada Brun", "was empty"),
    ('"The dam was empty and dry." — Ada Brun', "Ada Brun", "The dam was empty and dry"),
    ('Ada Brun had a blunt message for Dal: "The dam was empty."', "Ada Brun", "dam was empty"),
    ('When it rained, Ada Brun fired back: "The dam was empty and dry."', "Ada Brun", "was empty"),
    ('The report makes it plain: "The dam was empty and dry."', "report", "The dam was empty"),
    # according to, documents, polls
    ("The dam was empty, according to Ada Brun.", "Ada Brun", "The dam was empty"),
    ("According to Ada Brun, the dam was empty.", "Ada Brun", "the dam was empty"),
    ("According to Ada Brun, a clerk based in Lund, the dam was empty.", "Ada Brun",
     "the dam was empty"),
    ("According to notes by Ada Brun, the mayor of Lund, the dam was empty.",
     "notes by Ada Brun", "the dam was empty"),
    ("A new survey found that the dam was empty.", "new survey", "the dam was empty"),
    ("The report shows the dam was empty.", "report", "the dam was empty"),
    ("Lund Polls found, however, that the dam was empty.", "Lund Polls", "the dam was empty"),
    # unnamed people stay as they are called
    ("Two officials familiar with the matter said the dam was empty.",
     "Two officials familiar with the matter", "the dam was empty"),
]  # fmt: skip

LEAVES_ALONE = [
    "Ada Brun did not say that the dam was empty.",
    "Ada Brun declined to comment.",
    "Ada Brun refused to answer questions about the dam.",
    "The Courier has asked Ada Brun for comment.",
    "If Ada Brun said the dam was empty, the town would laugh.",
    "Nobody said the dam was empty.",
    "In Lund she proved that dams can be built.",
    "Ada Brun left a day after she said them.",
    "A plan announced today will bring new water to Lund.",
    "Ada Brun has said nothing in public about the dam.",
    "Ada Brun said little, and left.",
    "Ada Brun replied with a word that could be one of Dal's.",
    "The town waits for a council report that could end the matter.",
    "Ada Brun laughed at Dal's blunders – this week calling Oru a fool.",
    "Ada Brun refused to say whether the dam was empty.",
    "The fact that the dam was empty surprised the town.",
    'The finding was this: "The dam was empty and dry."',
    'There was a blunt message for Per Dal: "The dam was empty and dry."',
    "The two states of the dam were wet and dry.",
    "Ada Brun could say that the dam was empty.",
    "The claims were paid last year.",
    "Reports of rain were scarce.",
    "Ada Brun barely mentioned the dam.",
    "Did Ada Brun say that the dam was empty?",
    "The court ruled out a sale.",
    "The new rules for the dam came in May.",
    "The town will not let the papers tell it how to vote.",
    "A group called Clean Rivers swam there.",
    "Ada Brun called a meeting.",
    "Ada Brun called 999.",
    'Big screens showed three words: "The dam was empty."',
    'There was one change: "The dam was empty and dry."',
    "Ada Brun spoke in a film that showed off the dam.",
    "The storm adds to the noise that has filled the town.",
    "The clerk apologised in court before Judge Ada Brun left Lund.",
    "The council has apologised after the town was left dry.",
    "Ada Brun worked on a product recall of dams that were late.",
    "Many of the town pledges he has made were kept.",
    "The rules of the dam — those that were made in May — add another inch.",
    "The sale goes on despite demands that it end.",
    "In a first for Lund, a judge has ruled that the",
    "The plan is dear, according to",
    'The film "A Long Dry Year," a hit, opened on Friday.',
    "A group opposing the dam swam in it.",
    "Brun met a group criticizing the dam and praising the lake.",
    "Brun met divers describing the dam.",
    "Ada Brun, who praised the dam, left early.",
    "Ada Brun met divers who refused to swim.",
    "Ada Brun will also praise the dam in May.",
]

ENDS = [
    ("The dam is empty — at least according to Ada Brun.", "The dam is empty"),
    ("Ada Brun said the dam was empty, while Per Dal said it was full.", "the dam was empty"),
    ("Ada Brun said the dam was empty, and Per Dal said it was full.", "the dam was empty"),
    ("Ada Brun said the dam was empty, according to a clerk.", "the dam was empty"),
    ("While Ada Brun said the dam was empty, Per Dal swam in it.", "the dam was empty"),
    ("Ada Brun, who said the dam was empty, left early.", "the dam was empty"),
    ("Ada Brun said the dam was empty; Per Dal swam in it.", "the dam was empty"),
    ("Ada Brun told Dal the dam was empty, but later took it back.", "the dam was empty"),
    ("Ada Brun said the dam was empty – she had swum in it.", "the dam was empty"),
    ('Ada Brun said it was "dry," which Dal knew.', 'it was "dry,"'),
    ("The study found that in two towns, which lie in Norland, dams are empty.",
     "in two towns, which lie in Norland, dams are empty"),
    ("Ada Brun rejected the plan and has left the town.", "rejected the plan"),
    ("Ada Brun accused Per Dal, who swims there, of hiding the figures.",
     "accused Per Dal, who swims there, of hiding the figures"),
    ("Ada Brun said Dal saw the crew being late, and the boats being lost.",
     "Dal saw the crew being late, and the boats being lost"),
    ("Ada Brun rejected that plan in May.", "rejected that plan"),
    ("Ada Brun rejected that plan in a letter.", "rejected that plan"),
    ("Ada Brun condemned the sale before her trip.", "condemned the sale"),
    ("Ada Brun mocked the sale of the dam during her trip.", "mocked the sale of the dam"),
    ("Ada Brun praised the crew on local radio last week.", "praised the crew"),
    ("Ada Brun mocked Dal at a rally in Sund.", "mocked Dal"),
    ("Ada Brun mocked Dal Thursday.", "mocked Dal"),
    ("Ada Brun endorsed one in July.", "endorsed one"),
    ("Ada Brun called for a show of hands.", "called for a show of hands"),
    ("Ada Brun condemned a dam that leaked on Monday.", "condemned a dam that leaked on Monday"),
    ("Ada Brun said the dam broke on live television.", "the dam broke on live television"),
    ("Ada Brun condemned the sale as the town slept.", "condemned the sale"),
    ("Ada Brun praised the sale, crediting Dal with it.", "praised the sale"),
    ("Ada Brun backed Dal, some said the dam was empty.", "the dam was empty"),
    ("Ada Brun called for a new dam in a statement on Monday.", "called for a new dam"),
    ("Ada Brun said the dam was empty, even suggesting it had been sold.", "the dam was empty"),
    ("Ada Brun said the dam was empty — and Dal added it leaked.", "the dam was empty"),
    ("Ada Brun's claim that the dam is dry was disputed.", "the dam is dry"),
    ("Those who praised the dam say it is full.", "it is full"),
    ("Ada Brun said Dal was called in and told to leave.", "Dal was called in and told to leave"),
    ("Ada Brun said the dam was empty and dry.", "the dam was empty and dry"),
    ("Ada Brun said the dam was empty because it leaked.", "the dam was empty because it leaked"),
    ("The suit alleges that Lund, Sund, Brun, and other towns emptied the dam.",
     "Lund, Sund, Brun, and other towns emptied the dam"),
    ("Ada Brun, who said that the town, or most of it, has a dam, left.",
     "the town, or most of it, has a dam"),
    ("Ada Brun angered Dal by saying the dam was empty and by leaving it.", "the dam was empty"),
    # When and where somebody was praised is no part of the praise.
    ("Ada Brun praised Dal's dam on Monday.", "praised Dal's dam"),
    ("Ada Brun praised Per Dal, but only after the vote.", "praised Per Dal"),
    ("Ada Brun attacked Per Dal at a rally in Lund.", "attacked Per Dal"),
    ("Ada Brun endorsed Per Dal in a speech Monday.", "endorsed Per Dal"),
    ("Ada Brun denounced the sale of the dam on Facebook.", "denounced the sale of the dam"),
    ("Ada Brun called for a dam after the flood.", "called for a dam after the flood"),
    ("Ada Brun cited a report during the flood.", "cited a report during the flood"),
    ("Ada Brun vowed to open it after the vote.", "vowed to open it after the vote"),
    ("Ada Brun said the dam would be sold on Monday.", "the dam would be sold on Monday"),
    # What the writer says of these words is no part of them.
    ("Ada Brun said the dam was empty, a claim that Per Dal denies.", "the dam was empty"),
    ('Ada Brun called the dam "a ruin," a swipe at the town.', 'called the dam "a ruin,"'),
    ("Ada Brun said the dam was empty – the position of the town.", "the dam was empty"),
    ("Ada Brun said the dam was empty – further angering the town.", "the dam was empty"),
    ("Ada Brun said the dam was empty – blaming the frost for that.", "the dam was empty"),
    ("Ada Brun said the dam was empty, following a visit to it.", "the dam was empty"),
    ("Ada Brun said the dam was empty, two days after she saw it.", "the dam was empty"),
    ('Ada Brun praised "the wise" only days after Dal left.', "praised the wise"),
    ("The dam – which clerks say is empty – was sold.", "say is empty"),
    ("Ada Brun said the dam was empty, a year that the town lost.",
     "the dam was empty, a year that the town lost"),
    ("Ada Brun said that the dam – a proposal of Dal's – was dear.",
     "the dam – a proposal of Dal's – was dear"),
    ("Ada Brun said that first- and second-hand news is dear.",
     "first- and second-hand news is dear"),
    ("Ada Brun said the dam broke two days after she saw it.",
     "the dam broke two days after she saw it"),
]  # fmt: skip


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "source", "words"), FINDS)
def test_finds(text: str, source: str, words: str) -> None:
    found = attributed(text)
    assert [claim.source.name for claim in found if words in claim.text] == [source]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert attributed(text) == []


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_the_content_ends_where_somebody_else_begins(text: str, content: str) -> None:
    assert content in [claim.text for claim in attributed(text)]


def test_quotations_without_a_cue_go_on_with_what_the_last_speaker_said() -> None:
    text = '"The dam was empty," Ada Brun said. "It leaked."\n\n"Nobody in the town was told."'
    first, second, third = attributed(text)
    assert {claim.source.name for claim in (first, second, third)} == {"Ada Brun"}
    assert first.group == second.group != third.group


def test_a_word_that_leads_in_does_not_take_a_quotation_from_its_speaker() -> None:
    first, second = attributed('"The dam was empty," Ada Brun said. But, "it will rain in May."')
    assert (second.text, second.source.name) == ("it will rain in May.", first.source.name)


@pytest.mark.parametrize("mark", ["'", "‘", '"', "“"])
def test_words_in_any_marks_are_in_the_speakers_own_words(mark: str) -> None:
    text = f"Ada Brun said: {mark}It leaked all year.\n\n{mark}Nobody was told of it."
    found = [(claim.text, claim.kind) for claim in attributed(text)]
    assert found == [
        ("It leaked all year.", Kind.DIRECT),
        ("Nobody was told of it.", Kind.DIRECT),
    ]


SHAKES = "“It leaks all year,” Ada Brun said.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SHAKES + "Ole Dal shook his head. “It is dry in May.”", "Ole Dal"),
        (SHAKES + "Ole Dal, a clerk, is not so sure.\n\n“It is dry in May.”", "Ole Dal"),
        (SHAKES + "Dal isn't so sure.\n\n“It is dry in May.”\n\nOle Dal and Dal swim.", "Ole Dal"),
        (SHAKES + "Norland has two dams. “They are dry in May.”", "Ada Brun"),
        (SHAKES + "The dam was built in 1951. “It is dry in May.”", "Ada Brun"),
        (SHAKES + "Ole Dal had this to say:\n\n“It is dry in May.”", "Ole Dal"),
    ],
)
def test_a_quotation_is_of_whoever_did_something_just_before_it(text: str, name: str) -> None:
    assert attributed(text)[-1].source.name == name


def test_a_heading_in_other_marks_than_the_words_of_the_article_is_nobodys() -> None:
    text = SHAKES + "'A long dry year.'\n\nNobody swam in the dam of Lund in 1990."
    assert [claim.text for claim in attributed(text)] == ["It leaks all year"]


def test_one_of_those_who_spoke_speaks_on() -> None:
    text = 'Two officials said it rained. "The dam was empty," said one. "It leaked all year."'
    names = [claim.source.name for claim in attributed(text)]
    assert names == ["Two officials", "one of the officials", "one of the officials"]


def test_a_quotation_that_is_never_closed_runs_to_where_the_next_one_opens() -> None:
    text = 'Ada Brun said: "It is dry, which will mean that ships stay in the port for going by '
    text += 'the river. "We must go on. "It will rain in May," she added.'
    assert [claim.text[:9] for claim in attributed(text)] == ["It is dry", "We must g", "It will r"]


def test_who_passes_it_on_is_kept_beside_whoever_said_it() -> None:
    (claim,) = attributed("In a call on Monday, Ada Brun said the dam was empty, the Courier said.")
    assert (claim.text, claim.source.name) == ("the dam was empty", "Ada Brun")
    assert [source.name for source in claim.via] == ["Courier"]


def test_what_follows_an_aside_goes_on_with_the_quotation_before_it() -> None:
    text = '"The dam was empty," Ada Brun said, citing a report. "It leaked."'
    groups = {claim.text: claim.group for claim in attributed(text)}
    assert groups["The dam was empty"] == groups["It leaked."]


def test_a_quotation_over_paragraphs_with_re_opened_marks_stays_in_one_mouth() -> None:
    text = 'Ada Brun said: "The dam was empty.\n\n"Nobody in the town was told."'
    first, second = attributed(text)
    assert first.source.name == second.source.name == "Ada Brun"
    assert first.group == second.group


def test_what_is_told_within_somebodys_words_is_theirs_though_their_closing_mark_is_missing() -> (
    None
):
    text = 'Ada Brun spoke in Lund. "We heard that the dam was empty. The radio says it leaks.'
    assert not [claim for claim in attributed(text) if claim.kind is not Kind.DIRECT]


@pytest.mark.parametrize(
    "who", ["said Leo Dal, the mayor of Lund.", "said the mayor, Leo Dal.", "Leo Dal said."]
)
def test_a_quotation_without_a_closing_mark_ends_where_its_speaker_is_told(who: str) -> None:
    [claim] = attributed(f"“The dam was empty. Nobody in Lund was told of it, {who}")
    assert (claim.source.name, claim.kind) == ("Leo Dal", Kind.DIRECT)
    assert claim.text == "The dam was empty. Nobody in Lund was told of it"


@pytest.mark.parametrize("who", ["Neither Brun nor Dal", "No clerk in Lund", "None of the clerks"])
def test_what_nobody_said_is_told_by_nobody(who: str) -> None:
    assert split(Article(text=f"{who} said that the dam was empty in 1990.")) == []


def test_a_missing_closing_mark_spoils_only_its_own_paragraph() -> None:
    text = 'The "dam was empty at last.\n\n"It leaked all year," Ada Brun said.'
    assert [claim.text for claim in attributed(text)] == ["It leaked all year"]


TALK = """The council met on Monday to speak of the dam.

BRUN: The dam lost a third of its water last year. We will not open it.

DAL: Do you think that the town can pay for it?

BRUN: The town has 4 million crowns in its fund.
"""


def test_a_printed_conversation_is_divided_by_its_speakers_and_questions_are_no_claims() -> None:
    assert [(claim.source.name, claim.text[:9], claim.kind) for claim in attributed(TALK)] == [
        ("BRUN", "The dam l", Kind.DIRECT),
        ("BRUN", "We will n", Kind.DIRECT),
        ("BRUN", "The town ", Kind.DIRECT),
    ]


def test_a_heading_with_a_colon_is_no_conversation() -> None:
    assert attributed("Brun: The dam lost its water.\n\nThe town of Lund has a new dam.") == []


@pytest.mark.parametrize(
    "words", ["“The dam was empty. It leaked all year.”", "I saw that the dam was empty."]
)
def test_words_that_were_announced_follow_in_the_next_paragraph(words: str) -> None:
    found = attributed(f"It was late in May.\n\nAda Brun, the mayor, wrote:\n\n{words}")
    assert {claim.source.name for claim in found} == {"Ada Brun"}


def test_a_post_that_was_left_out_puts_nobodys_words_into_the_posters_mouth() -> None:
    assert attributed("Ada Brun posted:\n\nThe mayor then left for Lund with her staff.") == []


@pytest.mark.parametrize("name", ["Ada Lone Brun", "Brun"])
def test_the_name_under_a_quotation_says_whose_it_is(name: str) -> None:
    text = f"“The dam was empty, and nobody in the town was told.”\n― {name}\nIt rained."
    assert [claim.source.name for claim in attributed(text)] == [name]


def test_a_full_stop_within_the_marks_does_not_part_a_quotation_from_its_speaker() -> None:
    (claim,) = attributed("Per Dal swam.\n\n“The dam was empty and dry all May.” Ada Brun said.")
    assert (claim.source.name, claim.text) == ("Ada Brun", "The dam was empty and dry all May.")


def test_who_did_something_before_a_quotation_says_it_also_with_an_employer_before_the_name() -> (
    None
):
    text = (
        "“It rained,” Leo Dal said.\n\n"
        "Norvik College's Ada Brun agreed. “The dam was empty and dry all May.”"
    )
    assert attributed(text)[-1].source.name == "Ada Brun"
