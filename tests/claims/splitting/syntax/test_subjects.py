"""Whose verb it is: relative clauses, participles, asides, "some", infinitives, and nouns alike."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

FINDS = [
    # what stands between a subject and its verb
    ("Clerks who have worked with Ada Brun say the dam was empty.", "Clerks who have worked with"),
    ("Those who voted in Lund said the dam was empty.", "Those"),
    ("Some 56 percent of voters polled said the dam was empty.", "Some 56 percent of voters"),
    ("The union that represents nurses in Lund said the dam was empty.", "union that represents"),
    ("Ada Brun and others said the dam was empty.", "Ada Brun"),
    ("Voters polled in Lund said the dam was empty.", "Voters polled in Lund"),
    ("A group backing the plan in Lund said the dam was empty.", "group backing the plan"),
    ("The dam was empty, an order released Friday said.", "order released Friday"),
    ("Ada Brun, citing “the law of the land,” said the dam was empty.", "Ada Brun"),
    ("Ada Brun, in a month of polls showing Dal's lead, told the BBC the dam was empty.",
     "Ada Brun"),
    ("Ada Brun (L-Lund) last week said the dam was empty.", "Ada Brun"),
    ("Ada Brun, whose crew left, last year said the dam was empty.", "Ada Brun"),
    ("Ada Brun, a clerk from Lund, seldom said the dam was empty.", "Ada Brun"),
    ("Ada Brun herself said the dam was empty.", "Ada Brun"),
    ("Ada Brun has since said the dam was empty.", "Ada Brun"),
    ("The dam was empty, he and Mr. Dal said.", "he and Mr. Dal"),
    ("“The dam was empty,” said one of the clerks who swam there.", "one of the"),
    ("Ada Brun saw the U.S. “clearly” lose and said the dam was empty.", "Ada Brun"),
    ("Ada Brun knows Dal and calls her “a clerk who said the dam was empty.”", "Ada Brun"),
    ("Ada Brun has, in fact, said the dam was empty.", "Ada Brun"),
    ("Jolly also said the dam was empty.", "Jolly"),
    ("Voters going to the polls on Sunday said the dam was empty.", "Voters going to"),
    ("Ada Brun said in that case the dam was empty.", "Ada Brun"),
    ("Ada Brun left Lund, admitted that the dam was empty, and left.", "Ada Brun"),
    ("Polls in Lund and Sund show the dam was empty.", "Polls in Lund and Sund"),
    ("There are clerks that claim the dam was empty.", "clerks"),
    ("“The dam was empty,” the letter read.", "letter"),
    ("They all vowed the dam was empty.", "They"),
    # an aside between a name and its verb, behind which the reported words do not start again
    ("“The dam was empty,” Ada Brun, 69, told the BBC.", "Ada Brun"),
    ("“The dam was empty,” Ada Brun, a clerk from Lund, told the council.", "Ada Brun"),
    ("Ada Brun, who swims there, declared “the dam was empty.”", "Ada Brun"),
    ("“The dam was empty and dry all May”, announced Ada Brun.", "Ada Brun"),
    # numbers that do speak
    ("Article 33 of the law states that the dam was empty.", "Article 33 of the law"),
    ("Six in 10 say the dam was empty.", "Six"),
    # of several clauses the one that goes on
    ("When the lock broke last year, Ada Brun paid for the wall and said the dam was empty.",
     "Ada Brun"),
    ("As voters met in Lund, Ada Brun spoke in Sund, saying the dam was empty.", "Ada Brun"),
    ("The meeting ended when Ada Brun saw a sign and said the dam was empty.", "Ada Brun"),
    ("It was a long day, as Ada Brun repeated her plea, saying the dam was empty.", "Ada Brun"),
    ("Ada Brun, who runs the port, praised Per Dal but said the dam was empty.", "Ada Brun"),
    ("There is little water here, but Ada Brun has measured it, saying the dam was empty.",
     "Ada Brun"),
    ("Ada Brun left the hall when Per Dal came in, saying the dam was empty.", "Ada Brun"),
    ("Ada Brun did not know whether Per Dal would come but said the dam was empty.", "Ada Brun"),
    # behind "by", "before" and "with"
    ("Ada Brun took numerous questions about her plans before saying the dam was empty.",
     "Ada Brun"),
    ("Ada Brun has replied to criticism of her plans by saying the dam was empty.", "Ada Brun"),
    ("The clerks left, with Ada Brun reportedly saying the dam was empty.", "Ada Brun"),
    ("In three separate interviews, the judge sounded off on Dal, saying the dam was empty.",
     "judge"),
    ("Ada Brun, during a walk through Lund, Norland, said the dam was empty.", "Ada Brun"),
    ("Ada Brun went on the radio saying the dam was empty.", "Ada Brun"),
    ("Ada Brun replied to a letter from Dal saying the dam was empty.", "Ada Brun"),
    ("Ada Brun called it “a ruin,” denounced his plans and said the dam was empty.", "Ada Brun"),
    # what somebody issues says what they say
    ("Ada Brun issued a statement saying that the dam was empty.", "Ada Brun"),
    ("Ada Brun sent out a letter to the council warning that the dam was empty.", "Ada Brun"),
    ("Ada Brun has spent much of May arguing that the dam was empty.", "Ada Brun"),
    ("Ada Brun read a report saying that the dam was empty.", "report"),
    ("It was a remark made by Ada Brun saying that the dam was empty.", "Ada Brun"),
    # a day beside the verb
    ("Ada Brun, who was ill for a week, on Friday said the dam was empty.", "Ada Brun"),
    ("Ada Brun (R-Sund) on Friday said the dam was empty.", "Ada Brun"),
    ("Ada Brun left Lund and on Friday said the dam was empty.", "Ada Brun"),
    ("A poll of Lund released on Friday showed the dam was empty.", "poll of Lund"),
    ("“The dam was empty,” Ada Brun, the mayor of Lund, said Friday.", "Ada Brun"),
    ("Ada Brun, speaking at a rally in Lund, Norland, said the dam was empty.", "Ada Brun"),
    ("Leaders of a push to leave Dal's union said the dam was empty.", "Leaders of a push"),
    ("Clerks in Lund have in the past said the dam was empty.", "Clerks in Lund"),
    ("“The dam was empty,” Ada Brun, 30, of Lund, Ohio, who swims there, said.", "Ada Brun"),
    # a determiner alone
    ("Some say the dam was empty.", "Some"),
    ("Many have argued that the dam was empty.", "Many"),
    ("Ada Brun spoke of Dal, many said the dam was empty.", "many"),
    # before and behind participles
    ("After repeatedly saying the dam was empty, Ada Brun left.", "Ada Brun"),
    ("Ada Brun, after first saying the dam was empty, left.", "Ada Brun"),
    # behind "to"
    ("Ada Brun used her speech to say that the dam was empty.", "Ada Brun"),
    ("Ada Brun took to the radio to say that the dam was empty.", "Ada Brun"),
    ("Ada Brun was quick to point out that the dam was empty.", "Ada Brun"),
    ("The report led Per Dal to admit that the dam was empty.", "Per Dal"),
    ("The wall broke, leaving some to wonder whether the dam was empty.", "some"),
]  # fmt: skip

LEAVES_ALONE = [
    "Here are four reasons the dam was empty.",
    # nouns that are counted, described, or the object of what stands before them
    "The level of the dam rose from two points to nine points while it rained in Lund.",
    "The law holds in four states: Norland and its neighbours.",
    "The town met in the three states that cast votes on the dam.",
    "Norland sent ships to Western states that Ada Brun hopes to please.",
    "The lake has 57 reported leaks this year in Lund.",
    "Ada Brun faced him in a debate about crude remarks he made on the dam.",
    "The town keeps details of telephone calls she made about the dam.",
    "The board dropped the dam and river rules that would have cleaned the lake.",
    "Nobody lives in the dry towns and swing states whose votes count.",
    # thanks to, compared with
    "Lund has won the most votes thanks to its new dam.",
    "The dam holds little water compared to the lake.",
    "The key reason the dam was empty came late.",
    "It has intensified personal attacks that have hurt.",
    "The town met in smaller, drier states that will hold its dam.",
    "Ada Brun wants to say that the dam was empty.",
    "Ada Brun did not use her speech to say that the dam was empty.",
    "It was hard to say that the dam was empty.",
    "None of the clerks said the dam was empty.",
    "The strike, announced Monday, would close both docks.",
    "The council confirmed the judge.",
    "Divers must not let old maps tell them where to dive.",
    "Ada Brun will give interviews explaining the loss of the dam.",
    "Ada Brun wrote the book, her life as told by Leo Dal.",
    "Ada Brun questioned Holt on the radio about the dam.",
    "Some divers left, and three said they would.",
    "Neighbour state Norland is out of water.",
    "The clerks put on a noisy show that filled the square.",
    "Ada Brun has to empty the dam and tell the clerks.",
    "According to the radio, basically.",
    "The dam is the target it pledged to reach in Lund last May.",
    "The meeting brought an agreement on freons, potent chemicals found in old fridges.",
    "Dal leaves a heap of old rules that promise to ruin the town.",
    "It was worth noting that the dam had no gate.",
    "It comes that way.",
    "Some reported cases were old.",
    "The clerk read a letter.",
    "The boats, painted red that year, sank.",
]

SHOWN = [
    ("Recent polls show Ada Brun with a lead.", "Recent polls", "Ada Brun with a lead"),
    ("The Lund Reports poll shows Ada Brun leading Dal.", "Lund Reports poll", "leading Dal"),
    (
        "A poll taken in Lund last week found the dam was empty.",
        "poll taken in Lund",
        "the dam was empty",
    ),
    (
        "Data on the water that has been lost since the town built the wall showed heavy losses.",
        "Data on the water that has been lost since the town built the wall",
        "heavy losses",
    ),
    (
        "A 2014 study by Harbury College and the University of Lund found the dam was empty.",
        "2014 study by Harbury College and the University of Lund",
        "the dam was empty",
    ),
    (
        "Data published in May on leaks found at the port since Dal built the wall showed losses.",
        "Data published in May on leaks found at the port since Dal built the wall",
        "losses",
    ),
    ("A report released Friday says the mayor found the dam was empty.", "mayor", "was empty"),
    ("The dam was empty, town records show.", "town records", "The dam was empty"),
    ("Town poll data revealed deep doubts about the dam.", "Town poll data", "deep doubts"),
]

PHRASAL = [
    ("Ada Brun lashed out at the sale.", "lashed out at the sale"),
    ("Ada Brun has weighed in on the sale.", "weighed in on the sale"),
    ("Ada Brun advocated for a sale.", "advocated for a sale"),
    ("Ada Brun made no secret of her doubts.", "made no secret of her doubts"),
    ("Ada Brun spoke out in favor of the sale.", "spoke out in favor of the sale"),
]
NO_PHRASAL = ["Ada Brun came out late.", "Ada Brun took the boat that Dal had.", "It hit the dam."]


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "source"), FINDS)
def test_finds_whose_verb_it_is(text: str, source: str) -> None:
    (name,) = [c.source.name for c in attributed(text) if "dam was empty" in c.text]
    assert name.startswith(source)


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert attributed(text) == []


@pytest.mark.parametrize(("text", "source", "words"), SHOWN)
def test_finds_what_documents_show(text: str, source: str, words: str) -> None:
    (claim,) = attributed(text)
    assert claim.source.name == source
    assert words in claim.text


@pytest.mark.parametrize(("text", "words"), PHRASAL)
def test_finds_verbs_of_several_words(text: str, words: str) -> None:
    assert [(claim.source.name, claim.text) for claim in attributed(text)] == [("Ada Brun", words)]


@pytest.mark.parametrize("text", NO_PHRASAL)
def test_leaves_alone_their_verbs_by_themselves(text: str) -> None:
    assert attributed(text) == []
