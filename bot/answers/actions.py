"""What commands and buttons do: gather from the ledger, decide there, show the card."""

import discord

from bot.answers import articles, checks
from bot.answers.forms import RateForm, ReasonForm, TryAgain
from bot.interaction import Interaction, guild_of, moderates, require_moderator
from bot.messages import cards, lists
from bot.messages.buttons import fits_in_button
from bot.messages.history import history_message
from bot.translation import speak_publicly
from claims import workflow
from claims.errors import RefusedError, StaleError
from claims.ledger import claims, follows, listings, reviews, shown, viewed
from claims.ledger.claims import Filter
from claims.records import Act, Action, Card, Rating
from claims.wording import phrase, say

PAGE = 8
"""Claims on a page: each takes three of a message's 40 components and up to 420 characters."""


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button says. Raises ClaimsError for the border to answer."""
    match verb:
        case "show":
            await show(interaction, number)
        case "share":
            await share(interaction, number)
        case "context":
            await articles.show_context(interaction, number, detail)
        case "ask":
            await checks.ask_claim(interaction, number)
        case "history":
            await history(interaction, number, start=detail or None)
        case "follow" | "unfollow":
            await follow(interaction, number, on=verb == "follow")
        case "undo":
            await undo(interaction, number, seen=detail)
        case "verify":
            await ask_rating(interaction, number, seen=detail, rating=Rating.VERIFIED)
        case Action.RATE:
            await ask_rating(interaction, number, seen=detail)
        case Action.TAKE | Action.RELEASE:
            act = Act(action=Action(verb), actor=interaction.user.id, seen=detail)
            await decide(interaction, number, act)
        case Action.DISPUTE | Action.REOPEN | Action.DROP:
            await ask_reason(interaction, number, Action(verb), seen=detail)
        case _:
            raise RefusedError(say("This button is from an older version. Use /claim show."))


async def show(interaction: Interaction, number: int) -> None:
    """Show a claim privately."""
    await _answer(interaction, await _view(interaction, number))


async def share(interaction: Interaction, number: int) -> None:
    """Show a claim to everybody in the channel."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    card = await ledger.read(claims.card, guild_id, number)
    speak_publicly(interaction)
    sent = await interaction.response.send_message(view=cards.shared_card(card))
    if sent.message_id is not None and interaction.channel_id is not None:
        await ledger.write(
            shown.remember,
            guild_id,
            card.claim,
            channel_id=interaction.channel_id,
            message_id=sent.message_id,
        )


async def show_list(interaction: Interaction, wanted: Filter) -> None:
    """Show the first claims that fit, privately."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    listing = await ledger.read(listings.page, guild_id, wanted, size=PAGE)
    kept = None
    if listing.page.older is not None and not fits_in_button(wanted):
        kept = await ledger.write(listings.keep, guild_id, wanted, now=interaction.client.now())
    await _answer(interaction, lists.claim_list(listing, wanted, kept=kept))


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
    await _answer(interaction, history_message(number, events, older))


async def follow(interaction: Interaction, number: int, *, on: bool) -> None:
    """Follow a claim or stop it, and say so privately."""
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
        words = f"{followed} {say('/claim following shows all that you follow.')}"
    else:
        was = await ledger.write(follows.unfollow, guild_id, number, user_id=user_id)
        no_longer = phrase("You no longer follow #{number}.")
        words = say(no_longer if was else phrase("You did not follow #{number}."), number=number)
    await interaction.response.send_message(words, ephemeral=True)


async def decide(interaction: Interaction, number: int, act: Act) -> None:
    """Do what a moderator asks for and show the fresh card, with its undo."""
    await require_moderator(interaction)
    card = await interaction.client.ledger.write(
        reviews.act, guild_of(interaction), number, act, now=interaction.client.now()
    )
    await show_fresh(interaction, card)


async def rate(interaction: Interaction, number: int, act: Act, *, typed: str) -> None:
    """Rate as asked; a refusal offers the form with what was `typed` as evidence."""
    try:
        await decide(interaction, number, act)
    except StaleError:
        raise
    except RefusedError as refused:
        await require_moderator(interaction)
        claim = await interaction.client.ledger.read(claims.get, guild_of(interaction), number)
        form = RateForm(
            claim,
            decide,
            seen=claim.version,
            rating=act.rating,
            reason=act.reason,
            links=typed,
            primary=any(piece.is_primary for piece in act.evidence),
        )
        await interaction.response.send_message(view=TryAgain(str(refused), form), ephemeral=True)


async def undo(interaction: Interaction, number: int, *, seen: int | None = None) -> None:
    """Take the last decision on a claim back and show the fresh card."""
    await require_moderator(interaction)
    card = await interaction.client.ledger.write(
        reviews.undo,
        guild_of(interaction),
        number,
        actor=interaction.user.id,
        now=interaction.client.now(),
        seen=seen,
    )
    await show_fresh(interaction, card)


async def ask_rating(
    interaction: Interaction,
    number: int,
    *,
    seen: int | None = None,
    rating: Rating | None = None,
    reason: str = "",
    links: str = "",
    primary: bool = False,
) -> None:
    """Open the rating form, filled in as far as is known."""
    await require_moderator(interaction)
    claim = await interaction.client.ledger.read(claims.get, guild_of(interaction), number)
    form = RateForm(
        claim,
        decide,
        seen=claim.version if seen is None else seen,
        rating=rating or claim.standing.published,
        reason=reason,
        links=links,
        primary=primary,
    )
    await interaction.response.send_modal(form)


async def ask_reason(
    interaction: Interaction, number: int, action: Action, *, seen: int | None = None
) -> None:
    """Ask a moderator why, for a decision that needs a reason."""
    await require_moderator(interaction)
    claim = await interaction.client.ledger.read(claims.get, guild_of(interaction), number)
    version = seen or claim.version

    async def submit(answer: Interaction, reason: str) -> None:
        act = Act(action=action, actor=answer.user.id, seen=version, reason=reason)
        await decide(answer, number, act)

    move = workflow.MOVES[action]
    title = say("{move} #{number}", move=say(move.label), number=number)
    await interaction.response.send_modal(ReasonForm(title, say(move.help), submit))


async def _view(interaction: Interaction, number: int) -> discord.ui.LayoutView:
    seen = await interaction.client.ledger.read(
        viewed.claim, guild_of(interaction), number, user_id=interaction.user.id
    )
    return cards.private_card(
        seen.card,
        moderator=moderates(interaction, seen.server),
        follows=seen.follows,
        now=interaction.client.now(),
    )


async def _answer(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    await interaction.response.send_message(view=view, ephemeral=True)


async def show_fresh(interaction: Interaction, card: Card) -> None:
    """Replace the private card that the decision was made on; answer anew where there is none."""
    view = await _view(interaction, card.claim.number)
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        await interaction.response.edit_message(view=view)
    else:
        await _answer(interaction, view)
