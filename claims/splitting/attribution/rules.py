"""
The rules by which claims are found: one for each way in which English says who said what.

`RULES` is the order in which they are tried: at each word that may be a cue, the first rule that
finds something has it. `Reading` says what a rule looks for; `attributions` says which of these go
over the sentence together. Rules that differ in the subject or the object of one verb share the
function that finds them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claims.splitting.attribution.asides import according_to, as_said
from claims.splitting.attribution.governed import by_verb
from claims.splitting.attribution.hedges import hedges
from claims.splitting.attribution.inversions import inverted
from claims.splitting.attribution.labels import labels
from claims.splitting.attribution.narration import narration
from claims.splitting.attribution.nouns import by_noun
from claims.splitting.attribution.parentheses import parenthesis
from claims.splitting.attribution.passives import passive
from claims.splitting.attribution.patterns import Attribution, RuleName
from claims.wording import phrase


class Reading(StrEnum):
    """What rules look for in a sentence, in the order in which it is looked for."""

    WORD_BESIDE = "word beside"  # "according to", before, behind or within what was said
    VERB_BESIDE = "verb beside"  # a verb there
    NOUN_BEFORE = "noun before"  # a noun that what was said follows
    VERB_BEFORE = "verb before"  # a verb that what was said follows, or is said of its subject
    MARK = "mark"  # a colon or a dash beside a quotation
    ADVERB = "adverb"  # "reportedly", where nothing else was found
    PASSAGE = "passage"  # what only the sentences around it tell


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One way of saying who said what.

    `finds` describes it in words. `example` is a text whose last claim it finds, and
    `leaves_alone` one that looks alike, in which it finds nothing. `find` is the function that
    tries it; a passage's is None, for what surrounds a sentence is read in `utterances`.
    """

    name: RuleName
    reading: Reading
    find: Callable[..., object] | None
    finds: str
    example: str
    leaves_alone: str


RULES = (
    Rule(
        RuleName.ACCORDING_TO,
        Reading.WORD_BESIDE,
        according_to,
        phrase("“according to” somebody, beside what was said"),
        "According to Ada Brun, the dam leaks.",
        "According to the radio, yes.",
    ),
    Rule(
        RuleName.AS_SAID,
        Reading.VERB_BESIDE,
        as_said,
        phrase("“as” somebody said, beside what was said"),
        "As Ada Brun said on Monday, the dam leaks.",
        "As the strike goes on, Ada Brun said that the dam leaks.",
    ),
    Rule(
        RuleName.SAID_INVERTED,
        Reading.VERB_BESIDE,
        inverted,
        phrase("a verb of saying and then its subject, behind what was said"),
        "“The dam leaks,” said Ada Brun.",
        "Ada Brun, 69, told the BBC that the dam leaks.",
    ),
    Rule(
        RuleName.SAID_AFTER,
        Reading.VERB_BESIDE,
        parenthesis,
        phrase("somebody and a verb of saying, behind or within what was said"),
        "The dam was empty, Ada Brun said.",
        "In May, Ada Brun said that the dam leaks.",
    ),
    Rule(
        RuleName.NOUN_THAT,
        Reading.NOUN_BEFORE,
        by_noun,
        phrase("a noun of saying with “that”"),
        "Ada Brun made the case that the dam was empty.",
        "There was no claim that the dam was empty.",
    ),
    Rule(
        RuleName.NOUN_TO,
        Reading.NOUN_BEFORE,
        by_noun,
        phrase("a noun of saying with “to”"),
        "Ada Brun made a promise to sell the dam.",
        "A promise to sell the dam is worth little.",
    ),
    Rule(
        RuleName.PARTICIPLE,
        Reading.VERB_BEFORE,
        by_verb,
        phrase("a participle that goes on with what somebody did"),
        "Ada Brun left early, saying that the dam leaks.",
        "It is worth noting that the dam leaks.",
    ),
    Rule(
        RuleName.INFINITIVE,
        Reading.VERB_BEFORE,
        by_verb,
        phrase("“to” and a verb of saying, behind a verb that tells that it was said"),
        "Ada Brun used the debate to say that the dam leaks.",
        "Ada Brun wants to say that the dam leaks.",
    ),
    Rule(
        RuleName.SAID_THAT,
        Reading.VERB_BEFORE,
        by_verb,
        phrase("somebody and a verb of saying, before what was said"),
        "Ada Brun said that the dam leaks.",
        "Nobody said that the dam leaks.",
    ),
    Rule(
        RuleName.SHARED_SUBJECT,
        Reading.VERB_BEFORE,
        by_verb,
        phrase("a verb of saying joined to another verb of its subject"),
        "Ada Brun left early and said that the dam leaks.",
        "Ada Brun needs to leave and say that the dam leaks.",
    ),
    Rule(
        RuleName.OBJECT,
        Reading.VERB_BEFORE,
        by_verb,
        phrase("a verb of saying with an object, without a clause of its own"),
        "Ada Brun praised the new dam.",
        "Ada Brun called a meeting.",
    ),
    Rule(
        RuleName.PASSIVE,
        Reading.VERB_BEFORE,
        passive,
        phrase("a verb of saying in the passive, about its subject"),
        "The clerk was accused by Ada Brun of lying.",
        "The clerk was charged with murder.",
    ),
    Rule(
        RuleName.LABEL,
        Reading.MARK,
        labels,
        phrase("somebody and a colon before a quotation"),
        "Ada Brun: “The dam leaks all year.”",
        "The sign on the wall: “The dam leaks all year.”",
    ),
    Rule(
        RuleName.SIGNED,
        Reading.MARK,
        labels,
        phrase("a dash and a name behind a quotation, or a name under it"),
        "“The dam leaks all year.” – Ada Brun",
        "“The dam leaks all year” – and it is old.",
    ),
    Rule(
        RuleName.HEDGE,
        Reading.ADVERB,
        hedges,
        phrase("a word such as “reportedly”: others said so, it is not told who"),
        "Ada Brun reportedly sold the dam in May.",
        "Ada Brun quickly sold the dam in May.",
    ),
    Rule(
        RuleName.TURN,
        Reading.PASSAGE,
        None,
        phrase("a turn of a printed conversation"),
        "Two people met in Lund.\n\nBRUN: It leaks.\n\nDAL: It was dry.\n\nBRUN: I saw it leak.",
        "Two people met in Lund.\n\nBRUN: It leaks.",
    ),
    Rule(
        RuleName.ANNOUNCED,
        Reading.PASSAGE,
        None,
        phrase("a paragraph in somebody's own words, announced before it"),
        "Ole Dal met Ada Brun.\n\nAda Brun added:\n\nWe saw the dam leak in May.",
        "Ole Dal met Ada Brun.\n\nAda Brun added:\n\nThe dam of Lund leaked in May.",
    ),
    Rule(
        RuleName.QUOTATION_AFTER_ACT,
        Reading.PASSAGE,
        None,
        phrase("a quotation behind what somebody did"),
        "Ada Brun shook her head. “The dam leaks all year.”",
        "It rained all day. “The dam leaks all year.”",
    ),
    Rule(
        RuleName.CARRIED_QUOTATION,
        Reading.PASSAGE,
        None,
        phrase("a quotation that goes on with what somebody said before"),
        "“The dam leaks all year,” Ada Brun said. “Nobody was told about it.”",
        "“The dam leaks all year,” it said. “Nobody was told about it.”",
    ),
    Rule(
        RuleName.LONE_QUOTATION,
        Reading.PASSAGE,
        None,
        phrase("a quotation that nothing gives to anybody"),
        "“The dam of Lund leaks all year.”",
        "“A Dry Dam” is the name of the book by Ada Brun.",
    ),
    Rule(
        RuleName.NARRATION,
        Reading.PASSAGE,
        narration,
        phrase("what the publisher states itself"),
        "Ada Brun sold the dam in May.",
        "Did Ada Brun sell the dam in May?",
    ),
)
"""All rules, in the order in which they are tried."""

_FINDS = {str(rule.name): rule.finds for rule in RULES}


def finds(name: str) -> str:
    """Return what the rule of this name finds; nothing where no rule has it, or has it any more."""
    return _FINDS.get(name, "")


def tries(reading: Reading) -> tuple[Callable[..., Attribution | None], ...]:
    """Return the functions of a reading of verbs in the order of their rules, each once."""
    found = (rule.find for rule in RULES if rule.reading is reading and rule.find)
    return tuple(dict.fromkeys(found))  # type: ignore[arg-type]  # of verbs, all find one
