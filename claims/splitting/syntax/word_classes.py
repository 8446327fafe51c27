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

_NAME = re.compile("[A-Z_]{2,}")
_SPACE = re.compile(r"\s+")


def pattern(written: str) -> re.Pattern[str]:
    """
    Return a regular expression over tags that is written in the classes' names.

    Between names everything means what it means in a regular expression, but for white space, which
    means nothing: `COMMA [NAME NOUN]{1,8} (?= FINITE | AUXILIARY)`. An unknown name is a KeyError.
    """
    return re.compile(_SPACE.sub("", _NAME.sub(lambda name: re.escape(NAMES[name[0]]), written)))


def named(tags: str) -> list[str]:
    """Return the names of tags."""
    names = {value: name for name, value in NAMES.items()}
    return [names[tag] for tag in tags]
