"""
What can go wrong, in words that the person who caused it can act on.

ClaimsError
├── ArticleError        a text that cannot be read or split
├── LedgerError         the ledger's file: missing, locked, damaged, newer than the code
├── ZoneError           a time zone that this machine has no data of
├── ClaimNotFoundError  no such number in this ledger
└── RefusedError        a rule of the workflow says no; the message says what would be allowed
    └── StaleError      somebody else changed the claim first
"""

from zoneinfo import ZoneInfoNotFoundError

from claims.wording import say


class ClaimsError(Exception):
    """The message is complete and may be shown to the person as it is."""


class ArticleError(ClaimsError):
    """An article that cannot be read; `name` says which, `reason` why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)  # both, so that it can travel between processes
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class LedgerError(ClaimsError):
    """The ledger's file cannot be used as it is."""


class ZoneError(ClaimsError, ZoneInfoNotFoundError):
    """A time zone that this machine does not know, or has no data of at all."""

    __str__ = Exception.__str__  # that of KeyError puts quotes around the words

    def __init__(self, zone: str) -> None:
        super().__init__(
            say(
                "This machine has no data of the time zone {zone}. Install the Python package"
                " tzdata anew and start the bot again, or choose another zone.",
                zone=zone,
            )
        )


class ClaimNotFoundError(ClaimsError):
    """There is no claim with this number in this server's ledger."""

    def __init__(self, number: int) -> None:
        super().__init__(
            say("There is no claim #{number} here. The list shows which there are.", number=number)
        )
        self.number = number

    def __reduce__(self) -> tuple[type["ClaimNotFoundError"], tuple[int]]:
        return type(self), (self.number,)  # so that it can travel between processes


class RefusedError(ClaimsError):
    """The workflow does not allow this; nothing was changed."""


class StaleError(RefusedError):
    """The claim changed after the person last saw it; nothing was changed."""
