"""What a Discord server chose for its ledger."""

from datetime import time

from claims.models import Record

USUAL_FROM, USUAL_UNTIL = time(22), time(7)
"""Quiet hours of a server that chose none: the night hours of most codes on noise."""


class Quiet(Record):
    """The hours, in local time, in which people are not written to; `zone` is an IANA name."""

    zone: str
    begins: time = USUAL_FROM
    ends: time = USUAL_UNTIL


class Server(Record):
    """
    What a Discord server chose for its ledger.

    `two_person`: a rating is published once a second moderator gives the same one.
    `strict_evidence`: verified and false need two independent origins or a primary source.
    `quiet`: the hours in which people are not written to; None where no zone is known.
    """

    moderator_role_id: int | None = None
    two_person: bool = False
    strict_evidence: bool = True
    quiet: Quiet | None = None
