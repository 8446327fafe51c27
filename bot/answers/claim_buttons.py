"""What people look up and follow, by commands and by the buttons of claims."""

from bot import gathering
from bot.answers import checks, claim_card, decisions, reports, sharing
from bot.answers.registry import answers
from bot.interaction import Interaction, guild_of, viewer_of
from bot.messages.history import history_message
from bot.presses import claims as presses
from bot.presses.forms import ObjectForm
from bot.rate_limit import FOLLOW
from claims.ledger.members import follows
from claims.ledger.members.shared_messages import SharedView, What
from claims.records.claims import Rating
from claims.records.decisions import Act, Action
from claims.wording import phrase, say


@answers(presses.ShowClaim)
async def press_show(interaction: Interaction, press: presses.ShowClaim) -> None:
    """Show the claim privately."""
    await show(interaction, press.number)


@answers(presses.ShareClaim)
async def share(interaction: Interaction, press: presses.ShareClaim) -> None:
    """Show the claim to the channel."""
    await sharing.share(interaction, SharedView(What.CARD, number=press.number))


@answers(presses.ShowPassage)
async def show_passage(interaction: Interaction, press: presses.ShowPassage) -> None:
    """Show the article's words around the claim privately."""
    await sharing.show(interaction, _passage(press.number, press.place))


@answers(presses.SharePassage)
async def share_passage(interaction: Interaction, press: presses.SharePassage) -> None:
    """Show the article's words around the claim to the channel."""
    await sharing.share(interaction, _passage(press.number, press.place))


@answers(presses.ShowHistory)
async def press_history(interaction: Interaction, press: presses.ShowHistory) -> None:
    """Show a page of the claim's history privately."""
    await history(interaction, press.number, start=press.start)


@answers(presses.ShareHistory)
async def share_history(interaction: Interaction, press: presses.ShareHistory) -> None:
    """Show a page of the claim's history to the channel."""
    subject = SharedView(What.HISTORY, number=press.number, place=press.start)
    await sharing.share(interaction, subject)


@answers(presses.AskForCheck)
async def ask_for_check(interaction: Interaction, press: presses.AskForCheck) -> None:
    """Raise the claim's demand by one person."""
    await checks.ask_claim(interaction, press.number)


@answers(presses.ObjectToRating)
async def object_to_rating(interaction: Interaction, press: presses.ObjectToRating) -> None:
    """Ask what is wrong with the rating."""
    await reports.open_object(interaction, ObjectForm(press.number), {})


@answers(presses.Follow)
async def press_follow(interaction: Interaction, press: presses.Follow) -> None:
    """Follow the claim; its card's button then says the opposite."""
    await _turn_following(interaction, press.number, on=True)


@answers(presses.Unfollow)
async def press_unfollow(interaction: Interaction, press: presses.Unfollow) -> None:
    """Follow the claim no more; its card's button then says the opposite."""
    await _turn_following(interaction, press.number, on=False)


async def _turn_following(interaction: Interaction, number: int, *, on: bool) -> None:
    words = await _follow(interaction, number, on=on)
    await claim_card.replace(interaction, number)
    await interaction.followup.send(words, ephemeral=True)


@answers(presses.Undo)
async def press_undo(interaction: Interaction, press: presses.Undo) -> None:
    """Take the last decision back."""
    await decisions.undo(interaction, press.number, seen=press.seen)


@answers(presses.Verify)
async def verify(interaction: Interaction, press: presses.Verify) -> None:
    """Ask for a rating, with *verified* chosen."""
    await decisions.ask_rating(interaction, press.number, press.seen, Rating.VERIFIED)


@answers(presses.Rate)
async def rate(interaction: Interaction, press: presses.Rate) -> None:
    """Ask for a rating."""
    await decisions.ask_rating(interaction, press.number, press.seen)


@answers(presses.Take)
async def take(interaction: Interaction, press: presses.Take) -> None:
    """Take the claim for checking."""
    await _decide(interaction, Action.TAKE, press)


@answers(presses.Release)
async def release(interaction: Interaction, press: presses.Release) -> None:
    """Give the claim back."""
    await _decide(interaction, Action.RELEASE, press)


async def _decide(interaction: Interaction, action: Action, press: presses.Decision) -> None:
    act = Act(action=action, actor=interaction.user.id, seen=press.seen)
    await decisions.decide(interaction, press.number, act)


@answers(presses.Dispute)
async def dispute(interaction: Interaction, press: presses.Dispute) -> None:
    """Ask why the rating is disputed."""
    await decisions.ask_reason(interaction, Action.DISPUTE, press.number, press.seen)


@answers(presses.Reopen)
async def reopen(interaction: Interaction, press: presses.Reopen) -> None:
    """Ask why the claim is to be looked at anew."""
    await decisions.ask_reason(interaction, Action.REOPEN, press.number, press.seen)


@answers(presses.Drop)
async def drop(interaction: Interaction, press: presses.Drop) -> None:
    """Ask why the claim is dropped."""
    await decisions.ask_reason(interaction, Action.DROP, press.number, press.seen)


async def show(interaction: Interaction, number: int) -> None:
    """Show a claim privately."""
    await claim_card.show(interaction, number)


def _passage(number: int, place: int) -> SharedView:
    return SharedView(What.PASSAGE, number=number, place=place)


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
