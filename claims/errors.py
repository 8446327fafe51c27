"""
What can go wrong, as data: phrases that tell the person who caused it what they can do, and facts.

ClaimsError
├── ArticleError        a text that cannot be read or split
├── LedgerError         the ledger's file: missing, locked, damaged, newer than the code
├── ZoneError           a time zone that this machine has no data of
├── ClaimNotFoundError  no such number in this ledger
└── RefusedError        a rule of the workflow says no; the message says what would be allowed
    └── StaleError      somebody else changed the claim first
"""

from zoneinfo import ZoneInfoNotFoundError

from claims.wording.phrases import PLAIN, Fact, Front, Phrase, Where, told


class ClaimsError(Exception):
    """
    Something that a person can act on; `told` puts all of it in words for them.

    Made of phrases, or of words and their facts, as `ClaimsError("#{number} is new.", number=7)`.
    It can travel between processes.
    """

    def __init__(self, *what: str | Phrase, **facts: Fact) -> None:
        self.phrases = tuple(
            each if isinstance(each, Phrase) else Phrase(each, **facts) for each in what
        )
        super().__init__(*self.phrases)

    def told(self, front: Front = PLAIN) -> str:
        """Return what happened, in the language spoken now, facts written as `front` does."""
        return " ".join(told(each, front) for each in self.phrases)

    def __str__(self) -> str:
        return self.told()


class ArticleError(ClaimsError):
    """An article that cannot be read; `name` says which, `reason` why, in words."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(Phrase("{name}: {reason}", name=name, reason=reason))
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type["ArticleError"], tuple[str, str]]:
        return type(self), (self.name, self.reason)  # so that it can travel between processes


class LedgerError(ClaimsError):
    """The ledger's file cannot be used as it is."""


class ZoneError(ClaimsError, ZoneInfoNotFoundError):
    """A time zone that this machine does not know, or has no data of at all."""

    def __init__(self, zone: str) -> None:
        super().__init__(
            Phrase(
                "This machine has no data of the time zone {zone}. Install the Python package"
                " tzdata anew and start the bot again, or choose another zone.",
                zone=zone,
            )
        )
        self.zone = zone

    def __reduce__(self) -> tuple[type["ZoneError"], tuple[str]]:
        return type(self), (self.zone,)


class ClaimNotFoundError(ClaimsError):
    """There is no claim with this number in this server's ledger."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Phrase(
                "There is no claim #{number} here. {where} shows which there are.",
                number=number,
                where=Where.CLAIMS,
            )
        )
        self.number = number

    def __reduce__(self) -> tuple[type["ClaimNotFoundError"], tuple[int]]:
        return type(self), (self.number,)


class RefusedError(ClaimsError):
    """The workflow does not allow this; nothing was changed."""


class StaleError(RefusedError):
    """The claim changed after the person last saw it; nothing was changed."""
