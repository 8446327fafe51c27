"""Lists of claims: shown, turned and shared, whatever they were narrowed by."""

from bot import gathering
from bot.answers import sharing
from bot.answers.registry import answers
from bot.interaction import Interaction, guild_of, show_page
from bot.messages import lists
from bot.presses.lists import (
    TOP,
    WITH_MESSAGE,
    TurnKeptList,
    TurnList,
    Way,
    fits_in_button,
)
from bot.rate_limit import LIST
from claims.errors import RefusedError
from claims.ledger.lookup import listings
from claims.ledger.members import shared_messages
from claims.records.lists import Filter
from claims.visible import is_hidden
from claims.wording import say


async def show(interaction: Interaction, wanted: Filter) -> None:
    """Show the first claims that fit, privately."""
    if is_hidden(wanted.words):
        raise RefusedError(say("There are no words to look up."))
    listing = await interaction.client.ledger.read(
        listings.page, guild_of(interaction), wanted, size=lists.PAGE
    )
    has_buttons = listing.page.older is not None or wanted.followed_by is None
    kept = await _keep(interaction, wanted) if listing.page.claims and has_buttons else None
    view = lists.claim_list(listing, wanted, kept=kept)
    await interaction.response.send_message(view=view, ephemeral=True)


@answers(TurnList)
async def turn_list(interaction: Interaction, press: TurnList) -> None:
    """Turn a list's page, or share the page that begins there."""
    await _turn(interaction, press.wanted(interaction.user.id), press)


async def _turn(
    interaction: Interaction,
    wanted: Filter,
    press: TurnList | TurnKeptList,
    kept: int | None = None,
) -> None:
    place = None if press.start == TOP else press.start
    if press.way is Way.SHARE:
        await _share(interaction, wanted, place)
        return
    listing = await interaction.client.ledger.read(
        listings.page,
        guild_of(interaction),
        wanted,
        start=place,
        upwards=press.way is Way.UP,
        size=lists.PAGE,
    )
    kept = kept or await _keep(interaction, wanted)
    await show_page(interaction, lists.claim_list(listing, wanted, kept=kept))


@answers(TurnKeptList)
async def turn_kept_list(interaction: Interaction, press: TurnKeptList) -> None:
    """Do the same for a list whose filter the ledger keeps, by a number or with the message."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    if press.number != WITH_MESSAGE:
        user_id = interaction.user.id
        wanted = await ledger.read(listings.kept, guild_id, press.number, user_id=user_id)
        await _turn(interaction, wanted, press, press.number)
        return
    message = interaction.message
    subject = (
        await ledger.read(shared_messages.subject_of, guild_id, message.id) if message else None
    )
    if subject is None or subject.wanted is None:
        raise RefusedError(say("This list is from long ago. Ask for it anew: /claim list."))
    await _turn(interaction, gathering.wanted_of(subject), press)


async def _keep(interaction: Interaction, wanted: Filter) -> int | None:
    """Keep a filter for the buttons of its list, where they have no room for it."""
    if fits_in_button(wanted):
        return None
    bot, guild_id, user_id = interaction.client, guild_of(interaction), interaction.user.id
    bot.count(LIST, guild_id, user_id)
    return await bot.ledger.write(listings.keep, guild_id, wanted, owner=user_id, now=bot.now())


async def _share(interaction: Interaction, wanted: Filter, start: str | None) -> None:
    if wanted.followed_by is not None:
        raise RefusedError(
            say("What you follow is yours alone. A list that asks for nothing of it can be shared.")
        )
    await sharing.share(interaction, gathering.listed(wanted, start or ""))
