"""What moderators decide about claims, by commands, buttons and forms."""

from bot.answers import fresh
from bot.answers.again import offer_again
from bot.answers.forms import PRIMARY, REPORTS, RateForm, ReasonForm, rating_in
from bot.interaction import Interaction, guild_of, require_moderator
from bot.messages.findings import difference
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
        note = str(stale)
    await fresh.show_instead(interaction, number, note=note)


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
        note = str(stale)
    await fresh.show_instead(interaction, number, note=note)


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
    if reason and links:
        await submit_rating(interaction, number, claim.version, typed)
    else:
        await open_rating(interaction, number, claim.version, typed)


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
    await open_rating(interaction, number, seen, typed)


async def open_rating(interaction: Interaction, number: int, seen: int, typed: Typed) -> None:
    """Open the form for a rating, filled in with what is known."""
    await require_moderator(interaction)
    claim = await current(interaction, number)
    await interaction.response.send_modal(RateForm(claim, seen or claim.version, typed))


async def submit_rating(interaction: Interaction, number: int, seen: int, typed: Typed) -> None:
    """Rate as a form asks; a refusal offers it again."""
    act = rating_in(typed, interaction.user.id, seen)
    await submit(interaction, number, act, typed, verb=act.action)


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
        await fresh.show_instead(interaction, claim.number, note=str(stale))
    return False


# Reasons --------------------------------------------------------------------------------------


async def ask_reason(interaction: Interaction, action: Action, number: int, seen: int) -> None:
    """Ask why, for a claim that somebody saw in this version; show it if it is another now."""
    await require_moderator(interaction)
    if await _is_seen(interaction, await current(interaction, number), seen):
        await open_reason(interaction, action, number, seen, {})


async def open_reason(
    interaction: Interaction, action: Action, number: int, seen: int, typed: Typed
) -> None:
    """Ask a moderator why, for a decision that needs a reason."""
    await require_moderator(interaction)
    claim = await current(interaction, number)
    move = workflow.MOVES[action]
    title = say("{move} #{number}", move=say(move.label), number=number)
    form = ReasonForm(
        title, action, number, seen or claim.version, help_=say(move.help), typed=typed
    )
    await interaction.response.send_modal(form)


async def submit_reason(
    interaction: Interaction, action: Action, number: int, seen: int, typed: Typed
) -> None:
    """Decide as a form asks; a refusal offers it again."""
    reason = typed.get("reason", "").strip()
    act = Act(action=action, actor=interaction.user.id, seen=seen, reason=reason)
    await submit(interaction, number, act, typed, verb=act.action)


async def submit(
    interaction: Interaction, number: int, act: Act, typed: Typed, *, verb: str
) -> None:
    """
    Decide what somebody filled a form in for; whatever speaks against it, nothing typed is lost.

    Where somebody else changed the claim meanwhile, the form is offered for what it is now.
    """
    try:
        note = await _decided(interaction, number, act)
    except RefusedError as refused:
        await require_moderator(interaction)
        claim = await current(interaction, number)
        await offer_again(interaction, str(refused), verb, number, claim.version, typed)
    else:
        await fresh.show_instead(interaction, number, note=note)


async def current(interaction: Interaction, number: int) -> TrackedClaim:
    """Return a claim as it is now. Raises ClaimNotFoundError."""
    return await interaction.client.ledger.read(claims.get, guild_of(interaction), number)
