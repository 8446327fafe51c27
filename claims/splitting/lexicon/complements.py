"""What verbs take: the complements that may follow a verb for it to attribute what they say."""

from functools import cache
from typing import NamedTuple


class Complements(NamedTuple):
    """The complements that a verb takes. Without any it attributes nothing by itself."""

    clause: bool = False  # with or without "that": said (that) it was late
    noun_phrase: bool = False  # that is itself reported: announced a plan
    addressee: bool = False  # then one of the others: told reporters (that) …
    object: bool = False  # and what is said of it: accused him of …, urged them to …
    infinitive: bool = False  # vowed to fight
    participle: bool = False  # denied taking it
    question: bool = False  # or a topic: explained how …, asked whether …
    quotation: bool = False  # that stands beside it: "…," he smiled

    def __bool__(self) -> bool:
        """Whether it takes anything."""
        return self.speech or self.things or self != NOTHING

    @property
    def speech(self) -> bool:
        """Whether whole sentences are given as said: `said it was late`, `"…," he smiled`."""
        return self.clause or self.quotation

    @property
    def things(self) -> bool:
        """Whether a thing or person may stand right behind it: `rejected the plan`."""
        return self.noun_phrase or self.object

    @property
    def only_quotation(self) -> bool:
        """Whether it attributes nothing but a quotation: `"…," he smiled`."""
        return self.quotation and self == ONLY_QUOTATION


@cache
def complements(names: str) -> Complements:
    """Return those of the names, with spaces between. Raises TypeError for a name unknown here."""
    return Complements(**dict.fromkeys(names.split(), True))


NOTHING = complements("")
ONLY_QUOTATION = complements("quotation")
