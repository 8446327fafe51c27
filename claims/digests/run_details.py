"""
Why a digest was not sent, in the words that the ledger keeps. Pure.

They are kept in English, with the values in them, and said when somebody reads them.
"""

import re

from claims.wording import phrase, say

CHANNEL_GONE = phrase("the channel is gone")
UNSEEN = phrase("the bot cannot see the channel: let it View Channel there")
MUTE = phrase("the bot may not write in the channel: let it Send Messages there")
ARCHIVED = phrase("the thread is archived")
NO_ANSWER = phrase("no answer from Discord ({error})")
TROUBLE = phrase("Discord answered HTTP {status}")
REFUSED = phrase("Discord refused it (HTTP {status}, code {code})")
NOT_LOOKED_FOR = phrase("cannot be looked for: {why}")
NO_HISTORY = phrase("let the bot Read Message History there")
TOO_MUCH = phrase("too much was written since")
FOUND = phrase("the answer was lost, the message found")
CUT_OFF = phrase("the bot was stopped while sending")
NOT_RUNNING = phrase("the bot was not running")
TOO_LATE = phrase("{why}; then it was too late")
ZONE_GONE = phrase("the time zone {zone} is no longer known")

_EVERY = (
    *(TOO_LATE, NOT_LOOKED_FOR, CHANNEL_GONE, UNSEEN, MUTE, ARCHIVED, NO_ANSWER, TROUBLE, REFUSED),
    *(NO_HISTORY, TOO_MUCH, FOUND, CUT_OFF, NOT_RUNNING, ZONE_GONE),
)


def _pattern(text: str) -> re.Pattern[str]:
    named = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(text))
    return re.compile(named, re.DOTALL)


_PATTERNS = tuple((text, _pattern(text)) for text in _EVERY)


def said(detail: str) -> str:
    """Return what was kept in the language spoken now; as it is if it is none of these."""
    for text, pattern in _PATTERNS:
        if found := pattern.fullmatch(detail):
            return say(text, **{name: said(value) for name, value in found.groupdict().items()})
    return detail
