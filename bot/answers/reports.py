"""Members' objections to ratings: made by anybody, answered by moderators."""

from bot.answers import claim_card
from bot.answers.forms import ReasonModal
from bot.answers.registry import answers, opens, takes
from bot.interaction import Interaction, guild_of, require_moderator
from bot.messages import ui
from bot.messages.front import named
from bot.messages.harmless import literal
from bot.messages.parts import layout
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from bot.presses.forms import ObjectForm, RejectForm
from bot.presses.queue import AcceptReport, RejectReport, ShowReports
from bot.rate_limit import OBJECT
from bot.refused_forms import Typed
from claims.ledger.decisions import reports, reviews
from claims.ledger.decisions.reports import Report
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say

SHOWN = 5
"""Reports in one message: each takes five of its 40 components and up to 700 characters."""


async def report(interaction: Interaction, number: int, reason: str) -> None:
    """Note a member's objection to a rating, and say that moderators will see it."""
    bot, guild_id, user_id = interaction.client, guild_of(interaction), interaction.user.id
    bot.count(OBJECT, guild_id, user_id)
    made = await bot.ledger.write(
        reports.add, guild_id, number, user_id=user_id, reason=reason, now=bot.now()
    )
    thanks = say(
        "Thank you. Moderators see your objection to the rating of #{number}; if one accepts it,"
        " the rating is shown as disputed.",
        number=made.number,
    )
    await interaction.response.send_message(thanks, ephemeral=True)


@opens(ObjectForm)
async def open_object(interaction: Interaction, asked: ObjectForm, typed: Typed) -> None:
    """Ask anybody what is wrong with a rating."""
    title = say("Object to the rating of #{number}", number=asked.number)
    what = say("What is wrong with the rating; moderators will read it")
    form = ReasonModal(title, asked, help_=what, typed=typed)
    await interaction.response.send_modal(form)


@takes(ObjectForm)
async def submit_object(interaction: Interaction, sent: ObjectForm, typed: Typed) -> None:
    """Note the objection that a form makes."""
    await report(interaction, sent.number, typed.get("reason", "").strip())


async def show_waiting(interaction: Interaction) -> None:
    """Show moderators the oldest objections that wait for an answer."""
    await require_moderator(interaction)
    waiting = await interaction.client.ledger.read(
        reports.waiting, guild_of(interaction), size=SHOWN
    )
    await interaction.response.send_message(view=page(waiting), ephemeral=True)


def page(waiting: tuple[Report, ...]) -> ui.LayoutView:
    """Return the objections, each with what may be done about it."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay("### " + say("Members' objections")))
    if not waiting:
        container.add_item(ui.TextDisplay(say("None waits for an answer.")))
    for one in waiting:
        who = say(
            "{who} on **#{number}**, {when}",
            who=named(one.user_id),
            number=one.number,
            when=f"<t:{int(one.at.timestamp())}:R>",
        )
        container.add_item(ui.TextDisplay(f"{who}\n> {literal(one.reason, 550)}"))
        row = (AcceptReport(one.id), RejectReport(one.id), ShowClaim(one.number))
        container.add_item(ui.ActionRow(*map(button, row)))
    return layout(container)


@answers(ShowReports)
async def press_show(interaction: Interaction, _press: ShowReports) -> None:
    """Show the objections that wait."""
    await show_waiting(interaction)


@answers(AcceptReport)
async def accept(interaction: Interaction, press: AcceptReport) -> None:
    """Mark the rating as disputed for an objection."""
    card = await interaction.client.ledger.write(
        reviews.accept_report,
        guild_of(interaction),
        press.report_id,
        actor=interaction.user.id,
        now=interaction.client.now(),
    )
    await claim_card.replace(interaction, card.claim.number)


@answers(RejectReport)
async def reject(interaction: Interaction, press: RejectReport) -> None:
    """Ask why the rating stands."""
    await open_reject(interaction, RejectForm(press.report_id), {})


@opens(RejectForm)
async def open_reject(interaction: Interaction, asked: RejectForm, typed: Typed) -> None:
    """Ask why an objection is rejected."""
    await require_moderator(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    waiting = await ledger.read(reports.get, guild_id, asked.report_id)
    title = say("Reject on #{number}", number=waiting.number)
    why = say("Why the rating stands as it is.")
    form = ReasonModal(title, asked, help_=why, typed=typed)
    await interaction.response.send_modal(form)


@takes(RejectForm)
async def submit_reject(interaction: Interaction, sent: RejectForm, typed: Typed) -> None:
    """Reject an objection, with the reason."""
    await require_moderator(interaction)
    rejected = await interaction.client.ledger.write(
        reports.reject,
        guild_of(interaction),
        sent.report_id,
        actor=interaction.user.id,
        reason=typed.get("reason", "").strip(),
    )
    words = say("Rejected: the rating of #{number} stands as it is.", number=rejected.number)
    await interaction.response.send_message(words, ephemeral=True)
