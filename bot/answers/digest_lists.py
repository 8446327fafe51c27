"""The rest of a long digest: a private list of one section, page by page."""

from bot.answers.registry import answers
from bot.interaction import Interaction, guild_of
from bot.messages.digest_pages import PAGE, is_section_page, section_page
from bot.presses.pages import ShowSection
from claims.digests.records import Section
from claims.errors import RefusedError
from claims.ledger.digests import digests, due_runs, news, runs
from claims.wording import say


@answers(ShowSection)
async def show_section(interaction: Interaction, press: ShowSection) -> None:
    """
    Show a page of a section of a digest, or of the preview.

    What the server chose meanwhile holds for the list as well.
    """
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    section, run_id, start = press.section, press.run_id, press.start
    run = await ledger.read(runs.get, guild_id, run_id) if run_id else None
    if not run_id:
        run = await ledger.read(
            due_runs.preview,
            guild_id,
            channel_id=interaction.channel_id or 0,
            now=interaction.client.now(),
        )
    if run is None:
        raise RefusedError(say("This list is from an older version. /claim list shows the claims."))
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
