"""Whose verb it is: relative clauses, participles, asides, "some", and nouns alike."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    # what stands between a subject and its verb
    ("Clerks who have worked with Ada Brun say the dam was empty.",
     ["Clerks who have worked with Ada Brun: the dam was empty [indirect]"]),
    ("Those who voted in Lund said the dam was empty.",
     ["Those who voted in Lund: the dam was empty [indirect]"]),
    ("Some 56 percent of voters polled said the dam was empty.",
     ["Some 56 percent of voters polled: the dam was empty [indirect]"]),
    ("The union that represents nurses in Lund said the dam was empty.",
     ["union that represents nurses in Lund: the dam was empty [indirect]"]),
    ("Ada Brun and others said the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Voters polled in Lund said the dam was empty.",
     ["Voters polled in Lund: the dam was empty [indirect]"]),
    ("A group backing the plan in Lund said the dam was empty.",
     ["group backing the plan in Lund: the dam was empty [indirect]"]),
    ("The dam was empty, an order released Friday said.",
     ["order released Friday: The dam was empty [indirect]"]),
    ("Ada Brun, citing “the law of the land,” said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun (L-Lund) last week said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, whose crew left, last year said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, a clerk from Lund, seldom said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun herself said the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun has since said the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("The dam was empty, he and Mr. Dal said.", ["he and Mr. Dal: The dam was empty [indirect]"]),
    ("“The dam was empty,” said one of the clerks who swam there.",
     ["one of the clerks: The dam was empty [direct]"]),
    ("Ada Brun saw the U.S. “clearly” lose and said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun has, in fact, said the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Jolly also said the dam was empty.", ["Jolly: the dam was empty [indirect]"]),
    ("Voters going to the polls on Sunday said the dam was empty.",
     ["Voters going to the polls: the dam was empty [indirect]"]),
    ("Ada Brun said in that case the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Polls in Lund and Sund show the dam was empty.",
     ["Polls in Lund and Sund: the dam was empty [indirect]"]),
    ("There are clerks that claim the dam was empty.", ["clerks: the dam was empty [indirect]"]),
    ("“The dam was empty,” the letter read.", ["letter: The dam was empty [direct]"]),
    ("They all vowed the dam was empty.", ["They: the dam was empty [indirect]"]),
    # an aside between a name and its verb, behind which the reported words do not start again
    ("“The dam was empty,” Ada Brun, 69, told the BBC.", ["Ada Brun: The dam was empty [direct]"]),
    ("“The dam was empty,” Ada Brun, a clerk from Lund, told the council.",
     ["Ada Brun: The dam was empty [direct]"]),
    ("Ada Brun, who swims there, declared “the dam was empty.”",
     ["Ada Brun: the dam was empty. [direct]"]),
    ("“The dam was empty and dry all May”, announced Ada Brun.",
     ["Ada Brun: The dam was empty and dry all May [direct]"]),
    # numbers that do speak
    ("Article 33 of the law states that the dam was empty.",
     ["Article 33 of the law: the dam was empty [indirect]"]),
    # of several clauses the one that goes on
    ("When the lock broke last year, Ada Brun paid for the wall and said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("As voters met in Lund, Ada Brun spoke in Sund, saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("The meeting ended when Ada Brun saw a sign and said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("It was a long day, as Ada Brun repeated her plea, saying the dam was empty.",
     ["Ada Brun: repeated her plea [indirect]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, who runs the port, praised Per Dal but said the dam was empty.",
     ["Ada Brun: praised Per Dal [indirect]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("There is little water here, but Ada Brun has measured it, saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun left the hall when Per Dal came in, saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun did not know whether Per Dal would come but said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # behind "by", "before" and "with"
    ("Ada Brun took numerous questions about her plans before saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun has replied to criticism of her plans by saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("The clerks left, with Ada Brun reportedly saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("In three separate interviews, the judge sounded off on Dal, saying the dam was empty.",
     ["judge: the dam was empty [indirect]"]),
    ("Ada Brun, during a walk through Lund, Norland, said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun went on the radio saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # what somebody issues says what they say
    ("Ada Brun issued a statement saying that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun sent out a letter to the council warning that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun has spent much of May arguing that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun read a report saying that the dam was empty.",
     ["report: the dam was empty [indirect]"]),
    ("It was a remark made by Ada Brun saying that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # a day beside the verb
    ("Ada Brun, who was ill for a week, on Friday said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun (R-Sund) on Friday said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun left Lund and on Friday said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("A poll of Lund released on Friday showed the dam was empty.",
     ["poll of Lund released on Friday: the dam was empty [indirect]"]),
    ("“The dam was empty,” Ada Brun, the mayor of Lund, said Friday.",
     ["Ada Brun: The dam was empty [direct]"]),
    ("Ada Brun, speaking at a rally in Lund, Norland, said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Leaders of a push to leave Dal's union said the dam was empty.",
     ["Leaders of a push to leave Dal's union: the dam was empty [indirect]"]),
    ("Clerks in Lund have in the past said the dam was empty.",
     ["Clerks in Lund: the dam was empty [indirect]"]),
    ("“The dam was empty,” Ada Brun, 30, of Lund, Ohio, who swims there, said.",
     ["Ada Brun: The dam was empty [direct]"]),
    # a determiner alone
    ("Some say the dam was empty.", ["Some: the dam was empty [indirect]"]),
    ("Many have argued that the dam was empty.", ["Many: the dam was empty [indirect]"]),
    ("Ada Brun spoke of Dal, many said the dam was empty.",
     ["Ada Brun: spoke of Dal [indirect]",
      "many: the dam was empty [indirect]"]),
    # before and behind participles
    ("After repeatedly saying the dam was empty, Ada Brun left.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, after first saying the dam was empty, left.",
     ["Ada Brun: the dam was empty [indirect]"]),
    # what several predicates leave to the first one's subject
    ("Ada Brun, in a month of storms showing their strength, told the BBC the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun left Lund, admitted that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun called it “a ruin” and said the dam was empty.",
     ["Ada Brun: called it “a ruin” [mixed]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun replied to a letter by saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
]  # fmt: skip
LEAVES_ALONE = [
    ("Here are four reasons the dam was empty.", []),
    # nouns that are counted, described, or the object of what stands before them
    ("The level of the dam rose from two points to nine points while it rained in Lund.",
     [("the publisher: The level of the dam rose from two points to nine points while it "
       "rained in Lund [narration]")]),
    ("The law holds in four states: Norland and its neighbours.",
     ["the publisher: The law holds in four states: Norland and its neighbours [narration]"]),
    ("The town met in the three states that cast votes on the dam.", []),
    ("Norland sent ships to Western states that Ada Brun hopes to please.",
     [("the publisher: Norland sent ships to Western states that Ada Brun hopes to please "
       "[narration]")]),
    ("The lake has 57 reported leaks this year in Lund.",
     ["the publisher: The lake has 57 reported leaks this year in Lund [narration]"]),
    ("Ada Brun faced him in a debate about crude remarks he made on the dam.",
     [("the publisher: Ada Brun faced him in a debate about crude remarks he made on the dam "
       "[narration]")]),
    ("The town keeps details of telephone calls she made about the dam.", []),
    ("The board dropped the dam and river rules that would have cleaned the lake.", []),
    ("Nobody lives in the dry towns and swing states whose votes count.", []),
    # thanks to, compared with
    ("Lund has won the most votes thanks to its new dam.",
     ["the publisher: Lund has won the most votes thanks to its new dam [narration]"]),
    ("The dam holds little water compared to the lake.", []),
    ("The key reason the dam was empty came late.", []),
    ("It has intensified personal attacks that have hurt.", []),
    ("The town met in smaller, drier states that will hold its dam.", []),
    ("Ada Brun wants to say that the dam was empty.", []),
    ("Ada Brun did not use her speech to say that the dam was empty.",
     ["the publisher: Ada Brun did not use her speech to say that the dam was empty [narration]"]),
    ("It was hard to say that the dam was empty.", []),
    ("None of the clerks said the dam was empty.", []),
    ("The strike, announced Monday, would close both docks.", []),
    ("The council confirmed the judge.", []),
    ("Divers must not let old maps tell them where to dive.",
     ["the publisher: Divers must not let old maps tell them where to dive [narration]"]),
    ("Ada Brun will give interviews explaining the loss of the dam.",
     ["the publisher: Ada Brun will give interviews explaining the loss of the dam [narration]"]),
    ("Ada Brun wrote the book, her life as told by Leo Dal.", []),
    ("Ada Brun questioned Holt on the radio about the dam.",
     ["the publisher: Ada Brun questioned Holt on the radio about the dam [narration]"]),
    ("Some divers left, and three said they would.", []),
    ("Neighbour state Norland is out of water.",
     ["the publisher: Neighbour state Norland is out of water [narration]"]),
    ("The clerks put on a noisy show that filled the square.", []),
    ("Ada Brun has to empty the dam and tell the clerks.", []),
    ("According to the radio, basically.", []),
    ("The dam is the target it pledged to reach in Lund last May.",
     ["the publisher: The dam is the target it pledged to reach in Lund last May [narration]"]),
    ("The meeting brought an agreement on freons, potent chemicals found in old fridges.", []),
    ("Dal leaves a heap of old rules that promise to ruin the town.",
     ["the publisher: Dal leaves a heap of old rules that promise to ruin the town [narration]"]),
    ("It was worth noting that the dam had no gate.", []),
    ("It comes that way.", []),
    ("Some reported cases were old.", []),
    ("The clerk read a letter.", []),
    ("The boats, painted red that year, sank.", []),
]  # fmt: skip
NOT_YET = [
    # A number keeps only its first word.
    ("Six in 10 say the dam was empty.", ["Six in 10: the dam was empty [indirect]"]),
    # The whole phrase is taken for what shows it.
    ("Ada Brun, in a month of polls showing Dal's lead, told the BBC the dam was empty.",
     ["polls: showing Dal's lead [indirect]",
      "Ada Brun: the dam was empty [indirect]"]),
    # Both verbs stay in the content.
    ("Ada Brun replied to a letter from Dal saying the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds_whose_verb_it_is(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
