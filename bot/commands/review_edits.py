"""/review, the half that keeps claims in order: evidence, edits, tags, merges, reports."""

from discord import app_commands

from bot.answers import decisions, edits, reports
from bot.commands.groups import review
from bot.commands.options import Number, read_days, suggest_claims, suggest_sources
from bot.commands.review import STANCES, Reason
from bot.interaction import Interaction, guild_of, viewer_of
from bot.messages.harmless import plain
from claims.ledger.decisions import evidence as pieces
from claims.records.claims import Evidence, Stance
from claims.records.decisions import Act, Action
from claims.rules import terms
from claims.wording import phrase, say

CLAIM = phrase("The claim's number, or words of it to choose from")


async def suggest_pieces(interaction: Interaction, _typed: str) -> list[app_commands.Choice[int]]:
    """Suggest the pieces of evidence of the claim that was chosen, as the person sees them."""
    number = getattr(interaction.namespace, "number", None)
    if not isinstance(number, int):
        return []
    found = await interaction.client.ledger.read(
        pieces.seen, guild_of(interaction), number, await viewer_of(interaction)
    )
    return [
        app_commands.Choice(
            name=plain(f"{say(terms.STANCE_WORDS[e.stance])}: {e.url} {e.note}", 100), value=e.id
        )
        for e in found[:25]
    ]


@review.command()
@app_commands.describe(
    number=CLAIM,
    link="A web address that shows something about the claim",
    stance="What it does to the claim",
    note="What is to be seen there",
    quotation="The words there",
    primary="It is itself what the claim is about: the register, the recording, the law",
)
@app_commands.choices(stance=STANCES)
@app_commands.autocomplete(number=suggest_claims)
async def evidence(
    interaction: Interaction,
    number: Number,
    link: app_commands.Range[str, 1, 500],
    stance: app_commands.Choice[str],
    note: app_commands.Range[str, 0, 300] = "",
    quotation: app_commands.Range[str, 0, 1000] = "",
    primary: bool = False,
) -> None:
    """Add a piece of evidence to a claim, whatever its stage."""
    piece = Evidence(
        url=link,
        stance=Stance(stance.value),
        note=note,
        quotation=quotation,
        is_primary=primary,
    )
    act = Act(action=Action.EVIDENCE, actor=interaction.user.id, evidence=(piece,))
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(number=CLAIM, piece="Which piece of evidence", reason="Why it goes")
@app_commands.autocomplete(number=suggest_claims, piece=suggest_pieces)
async def withdraw(interaction: Interaction, number: Number, piece: int, reason: Reason) -> None:
    """Take one piece of evidence back; the history keeps it."""
    act = Act(action=Action.WITHDRAW, actor=interaction.user.id, withdraw=piece, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(
    number=CLAIM,
    text="What the claim is to read; leave it out to get a form with what it reads now",
    source="Who says it: a source here, or a new one",
    reason="Why it changes",
)
@app_commands.autocomplete(number=suggest_claims)
@app_commands.autocomplete(source=suggest_sources)
async def edit(
    interaction: Interaction,
    number: Number,
    text: app_commands.Range[str, 1, 4000] | None = None,
    source: app_commands.Range[str, 1, 300] | None = None,
    reason: Reason = "",
) -> None:
    """Change a claim's words or source while no rating speaks of it."""
    await edits.edit(interaction, number, text=text, source=source, reason=reason)


@review.command()
@app_commands.describe(
    number=CLAIM, add="Tags to put on, with commas between them", remove="Tags to take off"
)
@app_commands.autocomplete(number=suggest_claims)
async def tag(
    interaction: Interaction,
    number: Number,
    add: app_commands.Range[str, 0, 200] = "",
    remove: app_commands.Range[str, 0, 200] = "",
) -> None:
    """Put tags on a claim, or take them off."""
    act = Act(
        action=Action.TAG,
        actor=interaction.user.id,
        add_tags=_split(add),
        remove_tags=_split(remove),
    )
    await decisions.decide(interaction, number, act)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


@review.command()
@app_commands.describe(number=CLAIM, on="The day, as 2027-01-31; leave it out to clear the date")
@app_commands.autocomplete(number=suggest_claims)
async def recheck(
    interaction: Interaction, number: Number, on: app_commands.Range[str, 0, 10] = ""
) -> None:
    """Set the day from which a claim has to be looked at again."""
    [day] = read_days(on)
    act = Act(action=Action.RECHECK, actor=interaction.user.id, recheck_on=day)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(
    number="The claim that is to be absorbed",
    into="The claim that says the same and stays",
    reason="Why they are one claim",
)
@app_commands.autocomplete(number=suggest_claims, into=suggest_claims)
async def merge(interaction: Interaction, number: Number, into: Number, reason: Reason) -> None:
    """Let another claim that says the same absorb this one; its number leads there."""
    act = Act(action=Action.MERGE, actor=interaction.user.id, into=into, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command()
@app_commands.describe(number="The number that was merged away", reason="Why they differ")
async def unmerge(interaction: Interaction, number: Number, reason: Reason) -> None:
    """Make a merged claim one of its own again."""
    act = Act(action=Action.UNMERGE, actor=interaction.user.id, reason=reason)
    await decisions.decide(interaction, number, act)


@review.command(name="reports")
async def reports_(interaction: Interaction) -> None:
    """Show what members say against ratings, with buttons to accept or reject it."""
    await reports.show_waiting(interaction)
