"""What /source and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.reading import clean
from bot.answers.registry import answers
from bot.interaction import Interaction, guild_of, show_page
from bot.messages import ui
from bot.messages.source import PAGE, source_message
from bot.presses.lists import Way
from bot.presses.sources import ShareSource, ShareSources, ShowSource, TurnSource, TurnSources
from claims.ledger.articles import sources
from claims.ledger.lookup import claims
from claims.ledger.members.shared_messages import SharedView, What
from claims.records.articles import SourceRecord
from claims.records.lists import Filter


async def show_list(interaction: Interaction) -> None:
    """List the sources by name, privately."""
    await sharing.show(interaction, SharedView(What.SOURCES))


async def show(interaction: Interaction, name: str) -> None:
    """Show a source by any of its names, privately."""
    source_id = await interaction.client.ledger.read(
        sources.by_name, guild_of(interaction), clean(name)
    )
    await sharing.show(interaction, SharedView(What.SOURCE, source_id=source_id))


@answers(TurnSources)
async def turn_list(interaction: Interaction, press: TurnSources) -> None:
    """Turn to another page of the sources."""
    await sharing.turn(interaction, SharedView(What.SOURCES, source_id=press.start or None))


@answers(ShareSources)
async def share_list(interaction: Interaction, press: ShareSources) -> None:
    """Show a page of the sources to the channel."""
    await sharing.share(interaction, SharedView(What.SOURCES, source_id=press.start or None))


@answers(ShowSource)
async def press_show(interaction: Interaction, press: ShowSource) -> None:
    """Show the source privately."""
    await sharing.show(interaction, SharedView(What.SOURCE, source_id=press.source_id))


@answers(ShareSource)
async def share(interaction: Interaction, press: ShareSource) -> None:
    """Show the source to the channel."""
    await sharing.share(interaction, SharedView(What.SOURCE, source_id=press.source_id))


@answers(TurnSource)
async def turn(interaction: Interaction, press: TurnSource) -> None:
    """Turn to other claims of the source."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    record = await ledger.read(sources.by_id, guild_id, press.source_id)
    upwards = press.way is Way.UP
    view = await _claims(interaction, record, str(press.start), upwards=upwards)
    await show_page(interaction, view)


async def _claims(
    interaction: Interaction,
    record: SourceRecord,
    start: str,
    *,
    upwards: bool,
) -> ui.LayoutView:
    page = await interaction.client.ledger.read(
        claims.page,
        guild_of(interaction),
        Filter(source=record.name),
        start=start,
        upwards=upwards,
        size=PAGE,
    )
    return source_message(record, page)
