"""Buttons of digests, counts, the help and the welcome."""

from typing import Annotated

from discord import ButtonStyle

from bot.presses.base import Press, Whose, Wire, press
from claims.digests.records import Section
from claims.wording import phrase


@press("digest", Whose.READERS)
class ShowSection(Press):
    """Show a section of the digest with this number, or of the preview (0), from `start` on."""

    section: Section
    run_id: int
    start: int


@press("stats:show", Whose.EVERYBODY, phrase("Open"))
class ShowStats(Press):
    """Show the server's counts."""


@press("stats:share", Whose.EVERYBODY, phrase("Share"))
class ShareStats(Press):
    """Show the server's counts to the channel."""


@press("help", Whose.EVERYBODY)
class ShowTopic(Press):
    """Turn to a group's commands; to the overview where there is none of this name."""

    topic: Annotated[str, Wire("[a-z]{1,32}")]


@press("welcome:setup", Whose.MANAGERS, phrase("Set up"), ButtonStyle.primary)
class ShowSetup(Press):
    """Show how the server is set up."""


@press("welcome:example", Whose.MODERATORS, phrase("Try an example"))
class LoadExample(Press):
    """Load the article that comes with the program."""


@press("welcome:kept", Whose.EVERYBODY, phrase("What is kept"))
class ShowPrivacy(Press):
    """Say what is kept about people."""
