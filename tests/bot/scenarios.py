"""What can be asked of the bot: every command, menu and button once, and whom each is for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.presses.base import Press
from bot.presses.old import find_button

EVIDENCE = "https://stats.example.org/rents"
NEWS = "Rents fell by 4% in May, harbour master Ida Lund said."
RATED = {"evidence": EVIDENCE, "reason": "The table says so."}

EVERYONE, MODERATORS, MANAGERS = "everyone", "moderators", "managers"
CHANNEL, ROLE, FILE = object(), object(), ("port.txt", NEWS.encode())
"""Stand for what the test's server has."""


class Scenario(NamedTuple):
    """One thing that is asked, with what, and whom it is for."""

    name: str
    whom: str
    options: Mapping[str, Any] = MappingProxyType({})


COMMANDS = [
    Scenario("help", EVERYONE),
    Scenario("claim list", EVERYONE),
    Scenario("claim search", EVERYONE, {"words": "rents"}),
    Scenario("claim show", EVERYONE, {"number": 1}),
    Scenario("claim history", EVERYONE, {"number": 1}),
    Scenario("claim follow", EVERYONE, {"number": 1}),
    Scenario("claim following", EVERYONE),
    Scenario("claim unfollow", EVERYONE, {"number": 1}),
    Scenario("claim check", EVERYONE, {"text": "rents fell by 4%"}),
    Scenario("claim report", EVERYONE, {"number": 12, "reason": "The table is old."}),
    Scenario("stats", EVERYONE),
    Scenario("source list", EVERYONE),
    Scenario("source show", EVERYONE, {"name": "Ada Lovett"}),
    Scenario("article list", EVERYONE),
    Scenario("article show", EVERYONE, {"article": 1}),
    Scenario("privacy notice", EVERYONE),
    Scenario("privacy export", EVERYONE),
    Scenario("privacy erase", EVERYONE),
    Scenario("intake paste", MODERATORS),
    Scenario("intake file", MODERATORS, {"file": FILE}),
    Scenario("review queue", MODERATORS),
    Scenario("review take", MODERATORS, {"number": 2}),
    Scenario("review release", MODERATORS, {"number": 2}),
    Scenario("review verify", MODERATORS, {"number": 2, **RATED}),
    Scenario("review undo", MODERATORS, {"number": 2}),
    Scenario("review rate", MODERATORS, {"number": 2, "rating": "false", **RATED}),
    Scenario("review dispute", MODERATORS, {"number": 2, "reason": "Old."}),
    Scenario("review reopen", MODERATORS, {"number": 2, "reason": "Look anew."}),
    Scenario("review drop", MODERATORS, {"number": 2, "reason": "Spam."}),
    Scenario("review evidence", MODERATORS, {"number": 3, "link": EVIDENCE, "stance": "context"}),
    Scenario("review withdraw", MODERATORS, {"number": 3, "piece": 4711, "reason": "Gone."}),
    Scenario("review edit", MODERATORS, {"number": 3, "text": "rents rose", "reason": "Slip."}),
    Scenario("review edit", MODERATORS, {"number": 3}),
    Scenario("review edit", MODERATORS, {"number": 3, "source": "Ole Brandt", "reason": "Slip."}),
    Scenario("review tag", MODERATORS, {"number": 3, "add": "housing"}),
    Scenario("review recheck", MODERATORS, {"number": 3, "on": "2031-01-31"}),
    Scenario("review merge", MODERATORS, {"number": 3, "into": 4, "reason": "The same."}),
    Scenario("review unmerge", MODERATORS, {"number": 3, "reason": "Not the same."}),
    Scenario("review reports", MODERATORS),
    Scenario("setup check", MANAGERS),
    Scenario("setup seeds", MANAGERS),
    Scenario("setup rules", MANAGERS, {"strict_evidence": False}),
    Scenario("setup quiet", MANAGERS, {"begins": "22:00", "ends": "07:00", "zone": "Asia/Tokyo"}),
    Scenario("setup moderators", MANAGERS, {"role": ROLE}),
    Scenario("digest set", MANAGERS, {"channel": CHANNEL, "at": "08:00", "zone": "Asia/Tokyo"}),
    Scenario("digest settings", MANAGERS, {"least_check_worthiness": 0.5}),
    Scenario("digest preview", MANAGERS),
    Scenario("digest status", MANAGERS),
    Scenario("digest now", MANAGERS),
    Scenario("digest off", MANAGERS),
]
"""In this order: some of them build on those before."""

MENUS = [
    Scenario("Check this", EVERYONE),
    Scenario("Ask for a check", EVERYONE),
    Scenario("Track as claim", MODERATORS),
]

ARTICLE_VERBS = ("show", "turn", "share", "list", "sharelist")
SOURCE_VERBS = ("list", "show", "share", "up", "down", "sharelist")

SENT_BEFORE = [
    *(
        Scenario(f"claim:{verb}:5:0", EVERYONE)
        for verb in (
            *("show", "share", "sharepast", "sharetext"),
            *("context", "ask", "object", "history", "follow", "unfollow"),
        )
    ),
    *(
        Scenario(f"claim:{verb}:5:1", MODERATORS)
        for verb in ("take", "release", "rate", "verify", "dispute", "reopen", "drop", "undo")
    ),
    *(Scenario(f"article:{verb}:1:0", EVERYONE) for verb in ARTICLE_VERBS),
    *(Scenario(f"source:{verb}:1:5", EVERYONE) for verb in SOURCE_VERBS),
    *(Scenario(f"stats:{verb}:0:0", EVERYONE) for verb in ("show", "share")),
    Scenario("ask:ask:1:0", EVERYONE),
    Scenario("ask:share:1:0", EVERYONE),
    Scenario("ask:look:1:0", MODERATORS),
    *(
        Scenario(f"draft:{verb}:1:0", MODERATORS)
        for verb in (
            *("page", "keep", "drop", "all", "none", "same", "apart", "edit"),
            *("add", "cancel", "dismiss"),
        )
    ),
    Scenario("queue:turn:0:0", MODERATORS),
    Scenario("report:list:0:0", MODERATORS),
    Scenario("report:accept:1:0", MODERATORS),
    Scenario("report:reject:1:0", MODERATORS),
    Scenario("list:down:5:::0n:rents", EVERYONE),
    Scenario("list:share:top:::0n:rents", EVERYONE),
    Scenario("kept:down:5:1", EVERYONE),
    Scenario("kept:share:5:1", EVERYONE),
    Scenario("kept:down:5:0", EVERYONE),
    Scenario("help:overview", EVERYONE),
    Scenario("welcome:setup:0:0", MANAGERS),
    Scenario("welcome:example:0:0", MODERATORS),
    Scenario("welcome:kept:0:0", EVERYONE),
    Scenario("digest:addition:0:0", MANAGERS),
    Scenario("again:paste:0:0:00000000", MODERATORS),
]
"""Every sort of button of versions before 0.2.0, and whom it is for, by an id that they sent."""


def press_of(custom_id: str) -> Press:
    """Return what an id, of whatever version, is the button of."""
    found = find_button(custom_id)
    assert found is not None, custom_id
    return found


BUTTONS = [
    *(Scenario(press_of(name).custom_id, whom) for name, whom, _ in SENT_BEFORE),
]
"""Every sort of button by an id that is sent now: the same, and those of later versions."""
