"""
The class of each word of a sentence, and patterns over them.

A unit's `tags` hold one class a token, each written as one character, so that regular expressions
and slices read them quickly. Nothing but this module knows which character: elsewhere a class goes
by its name, several that are treated alike by a set's name, and a pattern is written in names.
"""

import re
from typing import Final

DETERMINER: Final = "D"  # "the", "some", and possessives: "her"
SUBJECT_PRONOUN: Final = "P"
CONTRACTED: Final = "p"  # a subject pronoun with its auxiliary: "she's"
OBJECT_PRONOUN: Final = "O"
THAT: Final = "T"
QUESTION_WORD: Final = "W"  # "who", "whether", "how"; relative pronouns too
SUBORDINATOR: Final = "S"  # "while", "because"
COORDINATOR: Final = "C"  # "and", "but"
TO: Final = "t"
ADVERB: Final = "A"
TIME: Final = "d"  # "Tuesday", "yesterday", "week"
PREPOSITION: Final = "I"
LOOSE_PREPOSITION: Final = "J"  # one that starts an adverbial, or a clause: "after", "despite"
AUXILIARY: Final = "X"
NUMBER: Final = "M"
POSSESSOR: Final = "K"  # "Brun's", "the workers'"
FINITE: Final = "V"  # a finite verb
BASE: Final = "v"  # a plain form that is a verb: "to go", "aides say"
GERUND: Final = "G"  # a form in -ing
PARTICIPLE: Final = "E"  # a past participle, or another form in -ed
NAME: Final = "U"  # a word with a capital letter
NOUN: Final = "N"  # any other word, and a quotation that is a mere phrase
QUOTATION: Final = "Q"  # a whole quotation
COMMA: Final = ","
SEMICOLON: Final = ";"
COLON: Final = ":"
STOP: Final = "."  # whatever ends a sentence, and marks of no other class
OPENING: Final = "("
CLOSING: Final = ")"
DASH: Final = "-"

NAMES: Final = {
    name: value
    for name, value in sorted(globals().items())
    if name.isupper() and isinstance(value, str) and len(value) == 1
}
"""Each class's character by the class's name."""

NOUN_OR_BASE: Final = NOUN + BASE
NOUN_OR_FINITE: Final = NOUN + FINITE
"""What a word may be by itself, where both are common: "cut", "reports"."""

NOUNS: Final = frozenset({NOUN, NAME})
"""What can be the head of a noun phrase."""
DETERMINES: Final = frozenset({DETERMINER, POSSESSOR})
"""What tells which one is meant: a noun follows, if not at once."""
DEFINITE: Final = DETERMINES | {NAME}
"""What the noun phrase of a certain person or thing starts with: `the mayor`, `Brun`."""
LINKS: Final = frozenset({PREPOSITION, TO})
"""What joins a noun phrase to what stands before it: `aides of`, `close to`."""
TENSED: Final = frozenset({FINITE, AUXILIARY})
"""The verb of a clause, or the first of its verbs."""
VERBS: Final = TENSED | {BASE}
"""What is a verb and nothing else."""
INFLECTED: Final = frozenset({FINITE, PARTICIPLE})
"""A verb's form with an ending, which a past form that looks like a participle is as well."""
MODIFIERS: Final = frozenset({PARTICIPLE, GERUND, ADVERB})
"""What stands before a noun and says more of it, or of such a word: `newly elected`, `growing`."""
ENDS_ASIDE: Final = frozenset({COMMA, CLOSING})
"""What stands behind an aside: `Brun, a lawyer,`, `Brun (R)`."""

PHRASE_STARTS: Final = NOUNS | {DETERMINER}
"""What a noun phrase that is no pronoun starts with, but for rarer beginnings."""
MAIN_VERBS: Final = frozenset({FINITE, BASE})
"""A verb that helps no other."""
MAYBE_TENSED: Final = TENSED | {PARTICIPLE}
"""The verb of a clause, or a form in -ed that may be one: `aides asked`."""
MAYBE_VERBS: Final = MAIN_VERBS | {PARTICIPLE, GERUND, NOUN}
"""What a word that is known for a verb is taken for, rightly or not."""
PRONOUN_SUBJECTS: Final = frozenset({SUBJECT_PRONOUN, CONTRACTED})
"""`She`, `she's`."""
SUBJECTS: Final = frozenset({SUBJECT_PRONOUN, QUESTION_WORD})
"""A subject of one word: `she`, `who`."""
RELATIVES: Final = frozenset({QUESTION_WORD, THAT})
"""What a relative clause starts with: `who`, `which`, `that`."""
CLAUSE_STARTS: Final = PRONOUN_SUBJECTS | {THAT}
"""What shows behind a verb that a clause follows: `said that`, `said she`."""
PREPOSITIONS: Final = frozenset({PREPOSITION, LOOSE_PREPOSITION})
"""A preposition of either kind."""
ADVERBIAL_STARTS: Final = PREPOSITIONS | {SUBORDINATOR}
"""What an adverbial starts with, be it a phrase or a clause: `in`, `after`, `while`."""
SUBORDINATING: Final = frozenset({SUBORDINATOR, LOOSE_PREPOSITION, QUESTION_WORD})
"""What makes a clause a subordinate one: `because`, `after`, `who`."""
LEADS_IN: Final = COORDINATOR + ADVERB
"""What leads in a sentence: `But`, `Still`. A string, so that it can be stripped."""
DIVIDERS: Final = frozenset({COMMA, SEMICOLON, COLON, DASH, COORDINATOR})
"""What divides clauses."""
SETS_OFF: Final = frozenset({COMMA, DASH})
"""What sets something off on either side."""
PHRASE_ENDS: Final = frozenset({"", STOP, COMMA})
"""What shows that a phrase has ended; there may be nothing behind it."""
ANNOUNCES: Final = frozenset({THAT, COLON})
"""What announces what is said: `said that`, `said:`."""
SOME_OF: Final = DETERMINER + PREPOSITION  # "one of", "some of"
TO_DO: Final = TO + BASE
ASIDE_DOING: Final = COMMA + GERUND  # "…, crediting her"

_NAME = re.compile("[A-Z_]{2,}")
_COMMENT, _SPACE = re.compile("#.*"), re.compile(r"\s+")


def pattern(written: str) -> re.Pattern[str]:
    """
    Return a regular expression over tags that is written in the classes' names.

    Between names everything means what it means in a regular expression, but for white space and
    comments, which mean nothing: `COMMA [NAME NOUN]{1,8} (?= FINITE | AUXILIARY)  # "…, says"`. An
    unknown name is a KeyError.
    """
    spelled = _NAME.sub(lambda name: re.escape(NAMES[name[0]]), _COMMENT.sub("", written))
    return re.compile(_SPACE.sub("", spelled))


def named(tags: str) -> list[str]:
    """Return the names of tags."""
    names = {value: name for name, value in NAMES.items()}
    return [names[tag] for tag in tags]
