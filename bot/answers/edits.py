"""Other words or another source for a claim: the form, and what it changes once it is tracked."""

from bot.answers import decisions, reading
from bot.answers.forms import Modal
from bot.answers.registry import opens, takes
from bot.interaction import Interaction, require_moderator
from bot.presses.base import Form
from bot.presses.forms import EditForm
from bot.refused_forms import Typed
from claims.models import NOBODY, UNKNOWN, Source
from claims.records.decisions import Act, Action
from claims.rules import workflow
from claims.rules.objections import NAME_LIMIT, TEXT_LIMIT
from claims.wording import say


class EditModal(Modal):
    """A claim's words and source; the words in the article stay what they are."""

    def __init__(self, title: str, form: Form, text: str, source: str) -> None:
        super().__init__(title, form)
        self.field(
            "Claim",
            say("Claim"),
            help_=say(
                "So that it can be understood by itself. The article's own words stay as they are."
            ),
            value=text,
            most=TEXT_LIMIT,
        )
        self.field(
            "Source",
            say("Source"),
            help_=say("Who says it. Leave it empty if nobody is named."),
            value=source,
            most=NAME_LIMIT,
            required=False,
            long=False,
        )


def shown(source: Source) -> str:
    """Return what stands in the form for a source that was not changed yet."""
    if source.key == NOBODY.key:
        return ""
    return say(UNKNOWN) if source.name == UNKNOWN else source.name


def named(typed: Typed, source: Source) -> str | None:
    """Return the source that a form names; None where it has the one that was shown there."""
    name = " ".join(reading.clean(typed.get("Source", "")).split())
    return None if name in {" ".join(each.split()) for each in _as_before(source)} else name


def _as_before(source: Source) -> tuple[str, ...]:
    """Return how the source stands in the form and on cards, with its role and without."""
    name = shown(source)
    names = (name, say("{source} (unnamed)", source=name))
    return (*names, *(f"{each}, {source.role}" for each in names))


async def edit(
    interaction: Interaction, number: int, *, text: str | None, source: str | None, reason: str
) -> None:
    """Change a claim at once where it is said what and why, else open the form with what is."""
    if reason and (text is not None or source is not None):
        act = Act(
            action=Action.EDIT,
            actor=interaction.user.id,
            text=text,
            source=source,
            reason=reason,
        )
        await decisions.decide(interaction, number, act)
        return
    given = {"Claim": text, "Source": source, "reason": reason or None}
    typed = {name: value for name, value in given.items() if value is not None}
    await open_edit(interaction, EditForm(number, 0), typed)


@opens(EditForm)
async def open_edit(interaction: Interaction, asked: EditForm, typed: Typed) -> None:
    """Open the form for a claim, with its words and its source where nothing else was typed."""
    await require_moderator(interaction)
    claim = await decisions.current(interaction, asked.number)
    move = workflow.MOVES[Action.EDIT]
    form = EditModal(
        say("{move} #{number}", move=say(move.label), number=claim.number),
        EditForm(claim.number, asked.seen or claim.version),
        typed.get("Claim", claim.text),
        typed.get("Source", shown(claim.source)),
    )
    form.field("reason", say("Reason"), value=typed.get("reason", ""), most=workflow.REASON_LIMIT)
    await interaction.response.send_modal(form)


@takes(EditForm)
async def submit_edit(interaction: Interaction, sent: EditForm, typed: Typed) -> None:
    """Change a claim as a form asks; a refusal offers it again."""
    claim = await decisions.current(interaction, sent.number)
    act = Act(
        action=Action.EDIT,
        actor=interaction.user.id,
        seen=sent.seen,
        text=reading.clean(typed.get("Claim", "")),
        source=named(typed, claim.source),
        reason=typed.get("reason", "").strip(),
    )
    await decisions.submit(interaction, sent, act, typed)
