"""What /source and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.reading import clean
from bot.interaction import Interaction, guild_of, show_page
from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.source import PAGE, source_message
from claims.errors import RefusedError
from claims.ledger.articles import sources
from claims.ledger.lookup import claims
from claims.ledger.members.shown import Subject, What
from claims.records.articles import SourceRecord
from claims.records.lists import Filter
from claims.wording import say


async def show_list(interaction: Interaction) -> None:
    """List the sources by name, privately."""
    await sharing.show(interaction, Subject(What.SOURCES))


async def show(interaction: Interaction, name: str) -> None:
    """Show a source by any of its names, privately."""
    try:
        source_id = await interaction.client.ledger.read(
            sources.by_name, guild_of(interaction), clean(name)
        )
    except RefusedError as refused:
        raise RefusedError(
            say(
                "No source is known as “{name}” here. /source list shows which are.",
                name=harmless(name, 80),
            )
        ) from refused
    await sharing.show(interaction, Subject(What.SOURCE, source_id=source_id))


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button of a source or of a list of them says."""
    match verb:
        case "list":
            await sharing.turn(interaction, Subject(What.SOURCES, source_id=number or None))
        case "sharelist":
            await sharing.share(interaction, Subject(What.SOURCES, source_id=number or None))
        case "share":
            await sharing.share(interaction, Subject(What.SOURCE, source_id=number))
        case "show":
            await sharing.show(interaction, Subject(What.SOURCE, source_id=number))
        case "up" | "down":
            record = await interaction.client.ledger.read(
                sources.by_id, guild_of(interaction), number
            )
            view = await _claims(interaction, record, str(detail), upwards=verb == "up")
            await show_page(interaction, view)
        case _:
            raise RefusedError(say("This button is from an older version. Use /source list."))


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
