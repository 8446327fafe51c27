"""What moderators decide about claims, by commands, buttons and forms."""

from dataclasses import replace

from bot.answers import claim_card
from bot.answers.again import offer_again
from bot.answers.forms import PRIMARY, REPORTS, RateModal, ReasonModal, rating_in
from bot.answers.registry import opens, takes
from bot.interaction import Interaction, guild_of, require_moderator
from bot.messages.findings import difference
from bot.messages.front import told
from bot.presses.forms import REASON_FORMS, DecisionForm, RateForm
from bot.refused_forms import Typed
from claims.errors import RefusedError, StaleError
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.records.claims import Rating, Stance, TrackedClaim
from claims.records.decisions import Act, Action
from claims.rules import workflow
from claims.wording import say


async def decide(interaction: Interaction, number: int, act: Act) -> None:
    """
    Do what a moderator asks for and show the fresh card, with its undo.

    Where somebody else changed the claim first, nothing is done, and the card says who and what.
    """
    try:
        note = await _decided(interaction, number, act)
    except StaleError as stale:
        note = told(stale)
    await claim_card.replace(interaction, number, note=note)


async def _decided(interaction: Interaction, number: int, act: Act) -> str:
    """Write the decision; return what to say of it beside the card."""
    await require_moderator(interaction)
    card = await interaction.client.ledger.write(
        reviews.act, guild_of(interaction), number, act, now=interaction.client.now()
    )
    return difference(card.last)


async def undo(interaction: Interaction, number: int, *, seen: int | None = None) -> None:
    """Take the last decision on a claim back and show the fresh card."""
    await require_moderator(interaction)
    note = ""
    try:
        await interaction.client.ledger.write(
            reviews.undo,
            guild_of(interaction),
            number,
            actor=interaction.user.id,
            now=interaction.client.now(),
            seen=seen,
        )
    except StaleError as stale:
        note = told(stale)
    await claim_card.replace(interaction, number, note=note)


# Ratings --------------------------------------------------------------------------------------


async def rate(
    interaction: Interaction,
    number: int,
    rating: Rating,
    *,
    reason: str,
    links: str,
    primary: bool,
    stance: Stance | None = None,
) -> None:
    """Rate at once where reason and evidence are given, else open the form with what is."""
    typed = {
        "rating": rating.value,
        "reason": reason,
        "links": links,
        "origin": PRIMARY if primary else REPORTS,
        "stance": stance or "",
    }
    await require_moderator(interaction)
    claim = await current(interaction, number)
    form = RateForm(number, claim.version)
    if reason and links:
        await submit_rating(interaction, form, typed)
    else:
        await open_rating(interaction, form, typed)


async def ask_rating(
    interaction: Interaction, number: int, seen: int, rating: Rating | None = None
) -> None:
    """Open the form for a claim that somebody saw in this version; show it if it is another now."""
    await require_moderator(interaction)
    claim = await current(interaction, number)
    if not await _is_seen(interaction, claim, seen):
        return
    standing = claim.standing
    chosen = rating or standing.published
    typed = {"rating": chosen.value} if chosen else {}
    if standing.published:  # a slip in the reason is mended where it stands
        typed["reason"] = standing.reason
    await open_rating(interaction, RateForm(number, seen), typed)


@opens(RateForm)
async def open_rating(interaction: Interaction, asked: RateForm, typed: Typed) -> None:
    """Open the form for a rating, filled in with what is known."""
    await require_moderator(interaction)
    claim = await current(interaction, asked.number)
    form = RateForm(claim.number, asked.seen or claim.version)
    await interaction.response.send_modal(RateModal(claim, form, typed))


@takes(RateForm)
async def submit_rating(interaction: Interaction, sent: RateForm, typed: Typed) -> None:
    """Rate as a form asks; a refusal offers it again."""
    act = rating_in(typed, interaction.user.id, sent.seen)
    await submit(interaction, sent, act, typed)


async def _is_seen(interaction: Interaction, claim: TrackedClaim, seen: int) -> bool:
    """Whether a button's claim is as it was; else its fresh card says who changed it."""
    if seen in (0, claim.version):
        return True
    last = await interaction.client.ledger.read(
        claims.last_event, guild_of(interaction), claim.number
    )
    try:
        workflow.check_seen(seen, claim.version, last)
    except StaleError as stale:
        await claim_card.replace(interaction, claim.number, note=told(stale))
    return False


# Reasons --------------------------------------------------------------------------------------


async def ask_reason(interaction: Interaction, action: Action, number: int, seen: int) -> None:
    """Ask why, for a claim that somebody saw in this version; show it if it is another now."""
    await require_moderator(interaction)
    if await _is_seen(interaction, await current(interaction, number), seen):
        await open_reason(interaction, REASON_FORMS[action](number, seen), {})


@opens(*REASON_FORMS.values())
async def open_reason(interaction: Interaction, asked: DecisionForm, typed: Typed) -> None:
    """Ask a moderator why, for a decision that needs a reason."""
    await require_moderator(interaction)
    claim = await current(interaction, asked.number)
    move = workflow.MOVES[_ACTIONS[type(asked)]]
    title = say("{move} #{number}", move=say(move.label), number=claim.number)
    form = replace(asked, seen=asked.seen or claim.version)
    modal = ReasonModal(title, form, help_=say(move.help), typed=typed)
    await interaction.response.send_modal(modal)


@takes(*REASON_FORMS.values())
async def submit_reason(interaction: Interaction, sent: DecisionForm, typed: Typed) -> None:
    """Decide as a form asks; a refusal offers it again."""
    reason = typed.get("reason", "").strip()
    action = _ACTIONS[type(sent)]
    act = Act(action=action, actor=interaction.user.id, seen=sent.seen, reason=reason)
    await submit(interaction, sent, act, typed)


_ACTIONS = {form: action for action, form in REASON_FORMS.items()}


async def submit(interaction: Interaction, sent: DecisionForm, act: Act, typed: Typed) -> None:
    """
    Decide what somebody filled a form in for; whatever speaks against it, nothing typed is lost.

    Where somebody else changed the claim meanwhile, the form is offered for what it is now.
    """
    try:
        note = await _decided(interaction, sent.number, act)
    except RefusedError as refused:
        await require_moderator(interaction)
        claim = await current(interaction, sent.number)
        again = replace(sent, number=claim.number, seen=claim.version)
        await offer_again(interaction, told(refused), again, typed)
    else:
        await claim_card.replace(interaction, sent.number, note=note)


async def current(interaction: Interaction, number: int) -> TrackedClaim:
    """Return a claim as it is now. Raises ClaimNotFoundError."""
    return await interaction.client.ledger.read(claims.get, guild_of(interaction), number)
