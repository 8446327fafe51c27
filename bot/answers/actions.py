"""What people look up and follow, by commands and by the buttons under claims."""

from bot.answers import articles, checks, decisions, fresh, sharing
from bot.interaction import Interaction, guild_of, is_moderator
from bot.messages import lists
from bot.messages.buttons import fits_in_button
from bot.messages.history import history_message
from claims.errors import RefusedError
from claims.ledger.lookup import claims, listings
from claims.ledger.lookup.claims import Filter
from claims.ledger.members import follows
from claims.ledger.members.shown import Subject
from claims.records import Act, Action, Rating
from claims.wording import phrase, say

PAGE = 8
"""Claims on a page: each takes three of a message's 40 components and up to 420 characters."""


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button says. Raises ClaimsError for the border to answer."""
    match verb:
        case "show":
            await show(interaction, number)
        case "share":
            await sharing.share(interaction, Subject(number=number))
        case "context":
            await articles.show_context(interaction, number, detail)
        case "ask":
            await checks.ask_claim(interaction, number)
        case "history":
            await history(interaction, number, start=detail or None)
        case "follow" | "unfollow":
            words = await _follow(interaction, number, on=verb == "follow")
            await fresh.show_instead(interaction, number)  # its button now says the opposite
            await interaction.followup.send(words, ephemeral=True)
        case "undo":
            await decisions.undo(interaction, number, seen=detail)
        case "verify":
            await decisions.ask_rating(interaction, number, detail, Rating.VERIFIED)
        case Action.RATE:
            await decisions.ask_rating(interaction, number, detail)
        case Action.TAKE | Action.RELEASE:
            act = Act(action=Action(verb), actor=interaction.user.id, seen=detail)
            await decisions.decide(interaction, number, act)
        case Action.DISPUTE | Action.REOPEN | Action.DROP:
            await decisions.open_reason(interaction, Action(verb), number, detail, {})
        case _:
            raise RefusedError(say("This button is from an older version. Use /claim show."))


async def show(interaction: Interaction, number: int) -> None:
    """Show a claim privately."""
    await fresh.show(interaction, number)


async def show_list(interaction: Interaction, wanted: Filter) -> None:
    """Show the first claims that fit, privately."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    listing = await ledger.read(listings.page, guild_id, wanted, size=PAGE)
    kept = None
    if listing.page.older is not None and not fits_in_button(wanted):
        kept = await ledger.write(listings.keep, guild_id, wanted, now=interaction.client.now())
    view = lists.claim_list(listing, wanted, kept=kept)
    await interaction.response.send_message(view=view, ephemeral=True)


async def turn_list(
    interaction: Interaction,
    wanted: Filter,
    start: str,
    *,
    upwards: bool,
    kept: int | None = None,
) -> None:
    """Replace the list that the button stands under by its next page."""
    listing = await interaction.client.ledger.read(
        listings.page, guild_of(interaction), wanted, start=start, upwards=upwards, size=PAGE
    )
    view = lists.claim_list(listing, wanted, kept=kept)
    await interaction.response.edit_message(view=view)


async def turn_kept_list(
    interaction: Interaction, number: int, start: str, *, upwards: bool
) -> None:
    """Do the same for a list whose filter the ledger keeps."""
    wanted = await interaction.client.ledger.read(
        listings.kept, guild_of(interaction), number, user_id=interaction.user.id
    )
    await turn_list(interaction, wanted, start, upwards=upwards, kept=number)


async def history(interaction: Interaction, number: int, *, start: int | None = None) -> None:
    """Show what happened to a claim, privately."""
    events, older = await interaction.client.ledger.read(
        claims.history, guild_of(interaction), number, start=start, size=PAGE
    )
    view = history_message(number, events, older, moderator=await is_moderator(interaction))
    await interaction.response.send_message(view=view, ephemeral=True)


async def follow(interaction: Interaction, number: int, *, on: bool) -> None:
    """Follow a claim or stop it, and say so privately."""
    words = await _follow(interaction, number, on=on)
    await interaction.response.send_message(words, ephemeral=True)


async def _follow(interaction: Interaction, number: int, *, on: bool) -> str:
    """Follow a claim or stop it; return what to say of it."""
    ledger, guild_id, user_id = (
        interaction.client.ledger,
        guild_of(interaction),
        interaction.user.id,
    )
    if on:
        new = await ledger.write(
            follows.follow,
            guild_id,
            number,
            user_id=user_id,
            now=interaction.client.now(),
            channel_id=interaction.channel_id,
        )
        from_now = phrase("You follow #{number} now.")
        followed = say(from_now if new else phrase("You follow #{number} already."), number=number)
        return f"{followed} {say('/claim following shows all that you follow.')}"
    was = await ledger.write(follows.unfollow, guild_id, number, user_id=user_id)
    no_longer = phrase("You no longer follow #{number}.")
    return say(no_longer if was else phrase("You did not follow #{number}."), number=number)
