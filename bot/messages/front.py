"""How people, times and the ways to lists are written in Discord. Pure."""

from datetime import datetime

from bot.messages.harmless import harmless
from claims.errors import ClaimsError
from claims.wording import phrase, say
from claims.wording.phrases import Front, Where

WHERE: dict[Where, str] = {
    Where.CLAIMS: "/claim list",
    Where.CARD: "/claim show",
    Where.HISTORY: "/claim history",
    Where.ARTICLES: "/article list",
    Where.SOURCES: "/source list",
    Where.OBJECTIONS: "/review reports",
    Where.TEXT_CHECK: "/claim check",
    Where.EVIDENCE: phrase("what is suggested"),
    Where.TAGS: phrase("what is suggested"),
    Where.CHECK_WISH: phrase("the button on its card"),
}

FOREIGN_LIMIT = 200
"""Letters of one foreign text, escaped: several of them fit into a message of 2,000."""


def named(user_id: int | None) -> str:
    """Return how Discord names a person; erased people have only a pseudonym, below zero."""
    if not user_id:
        return say("the ledger")
    return f"<@{user_id}>" if user_id > 0 else say("a former member")


def _ago(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:R>"


DISCORD = Front(
    who=named,
    when=_ago,
    where=lambda where: say(WHERE[where]),
    foreign=lambda text: harmless(text, FOREIGN_LIMIT),
)


def told(error: ClaimsError) -> str:
    """Return what an error has to tell, in the language spoken now; nothing foreign is markup."""
    return error.told(DISCORD)
