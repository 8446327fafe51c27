"""What people look up and follow, by commands and by the buttons under claims."""

from bot import gathering
from bot.answers import checks, decisions, fresh, reports, sharing
from bot.interaction import Interaction, guild_of, viewer_of
from bot.messages.history import history_message
from bot.pace import FOLLOW
from claims.errors import RefusedError
from claims.ledger.members import follows
from claims.ledger.members.shown import Subject, What
from claims.records.claims import Rating
from claims.records.decisions import Act, Action
from claims.wording import phrase, say


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button says. Raises ClaimsError for the border to answer."""
    match verb:
        case "show":
            await show(interaction, number)
        case "share":
            await sharing.share(interaction, Subject(What.CARD, number=number))
        case "sharepast":
            await sharing.share(interaction, Subject(What.HISTORY, number=number, place=detail))
        case "sharetext":
            await sharing.share(interaction, _passage(number, detail))
        case "context":
            await sharing.show(interaction, _passage(number, detail))
        case "ask":
            await checks.ask_claim(interaction, number)
        case "object":
            await reports.open_object(interaction, number, detail, {})
        case "history":
            await history(interaction, number, start=detail)
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
            await decisions.ask_reason(interaction, Action(verb), number, detail)
        case _:
            raise RefusedError(say("This button is from an older version. Use /claim show."))


async def show(interaction: Interaction, number: int) -> None:
    """Show a claim privately."""
    await fresh.show(interaction, number)


def _passage(number: int, place: int) -> Subject:
    return Subject(What.PASSAGE, number=number, place=place)


async def history(interaction: Interaction, number: int, *, start: int = 0) -> None:
    """Show what happened to a claim, privately."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    viewer = await viewer_of(interaction)
    events, older = await gathering.events(ledger, guild_id, number, start, viewer)
    view = history_message(number, events, older, start=start)
    await interaction.response.send_message(view=view, ephemeral=True)


async def follow(interaction: Interaction, number: int, *, on: bool) -> None:
    """Follow a claim or stop it, and say so privately."""
    words = await _follow(interaction, number, on=on)
    await interaction.response.send_message(words, ephemeral=True)


async def _follow(interaction: Interaction, number: int, *, on: bool) -> str:
    """Follow a claim or stop it; return what to say of it."""
    interaction.client.count(FOLLOW, guild_of(interaction), interaction.user.id)
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
