"""The rest of a long digest: a private list of one section, page by page."""

import re
from typing import Self

from discord import ui

from bot.answers import whose
from bot.errors import answered
from bot.interaction import Button, Interaction, guild_of
from bot.messages.digest_pages import PAGE, is_section_page, section_page
from claims.digests.records import Section
from claims.errors import RefusedError
from claims.ledger.digests import digests, due_runs, news, runs
from claims.wording import say

DIGEST_ID = r"digest:(?P<section>[a-z]{1,10}):(?P<run>\d{1,18}):(?P<start>\d{1,18})"


class DigestPress(ui.DynamicItem[Button], template=DIGEST_ID):
    """A press on "and 14 more", or on a page turner of the list that it opens."""

    def __init__(self, button: Button, section: str, run_id: int, start: int) -> None:
        super().__init__(button)
        self.section = section
        self.run_id = run_id
        self.start = start

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        return cls(button, match["section"], int(match["run"]), int(match["start"]))

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(
            interaction, whose.press(interaction, _show, self.section, self.run_id, self.start)
        )


async def _show(interaction: Interaction, name: str, run_id: int, start: int) -> None:
    """
    Show a section of the digest with this number, or of the preview (0), from place `start` on.

    What the server chose meanwhile holds for the list as well.
    """
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    run = await ledger.read(runs.get, guild_id, run_id) if run_id else None
    if not run_id:
        run = await ledger.read(
            due_runs.preview,
            guild_id,
            channel_id=interaction.channel_id or 0,
            now=interaction.client.now(),
        )
    if run is None or name not in {section.value for section in Section}:
        raise RefusedError(say("This list is from an older version. /claim list shows the claims."))
    section = Section(name)
    choice = await ledger.read(digests.choice, guild_id)
    choice = choice.model_copy(update={"hidden": choice.hidden - {section}})
    first = start if section is Section.ADDITION else 0
    digest = await ledger.read(news.digest, run, choice, start=first, most=PAGE)
    view = section_page(digest, run, section, start)
    message = interaction.message
    if message is not None and message.flags.ephemeral and is_section_page(message):
        await interaction.response.edit_message(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
