"""What /source and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.reading import clean
from bot.interaction import Interaction, guild_of
from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.source import PAGE, source_message, sources_message
from claims.errors import RefusedError
from claims.ledger.articles import sources
from claims.ledger.articles.sources import SourceRecord
from claims.ledger.lookup import claims
from claims.ledger.lookup.claims import Filter
from claims.ledger.members.shown import Subject
from claims.wording import say


async def show_list(interaction: Interaction) -> None:
    """List the sources by name, privately."""
    view = await _list(interaction, "")
    await interaction.response.send_message(view=view, ephemeral=True)


async def show(interaction: Interaction, name: str) -> None:
    """Show a source by any of its names, privately."""
    try:
        record = await interaction.client.ledger.read(
            sources.show, guild_of(interaction), clean(name)
        )
    except RefusedError as refused:
        raise RefusedError(
            say(
                "No source is known as {name} here. /source list shows which are.",
                name=harmless(name, 80),
            )
        ) from refused
    view = await _claims(interaction, record, None, upwards=False)
    await interaction.response.send_message(view=view, ephemeral=True)


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button of a source or of a list of them says."""
    if verb not in ("list", "show", "share", "up", "down"):
        raise RefusedError(say("This button is from an older version. Use /source list."))
    if verb == "list" and not number:
        await interaction.response.edit_message(view=await _list(interaction, ""))
        return
    record = await interaction.client.ledger.read(sources.by_id, guild_of(interaction), number)
    match verb:
        case "list":
            view = await _list(interaction, record.name)
        case "show":
            view = await _claims(interaction, record, None, upwards=False)
            await interaction.response.send_message(view=view, ephemeral=True)
            return
        case "share":
            await sharing.share(interaction, Subject(source_id=record.id))
            return
        case _:
            view = await _claims(interaction, record, str(detail), upwards=verb == "up")
    await interaction.response.edit_message(view=view)


async def _list(interaction: Interaction, start: str) -> ui.LayoutView:
    found, _ = await interaction.client.ledger.read(
        sources.list_, guild_of(interaction), start=start, size=PAGE + 1
    )
    following = found[PAGE].id if len(found) > PAGE else None
    return sources_message(found[:PAGE], following=following, first=not start)


async def _claims(
    interaction: Interaction,
    record: SourceRecord,
    start: str | None,
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
