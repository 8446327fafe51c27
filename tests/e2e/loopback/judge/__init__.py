"""Judge every request, and what this Discord itself says, by Discord's own description."""

from .judge import Judge, Problem
from .schema import CHANNEL, GUILD, MEMBER, MESSAGE, OWN_USER, Schema, find_openapi

__all__ = [
    "CHANNEL",
    "GUILD",
    "MEMBER",
    "MESSAGE",
    "OWN_USER",
    "Judge",
    "Problem",
    "Schema",
    "find_openapi",
]
