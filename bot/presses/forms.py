"""Forms, and the button that opens a refused one again."""

from dataclasses import dataclass
from typing import Annotated

from discord import ButtonStyle

from bot.presses.base import Form, Press, Whose, Wire, press, read_form
from claims.records.decisions import Action
from claims.wording import phrase

MODERATORS = Whose.MODERATORS


@press("paste", MODERATORS)
class PasteForm(Form):
    """A text, and what is known about it."""


@press("edit", MODERATORS)
class EditFoundForm(Form):
    """Other words or another source for a found claim of a draft."""

    draft_id: int
    place: int


@press("object", Whose.EVERYBODY)
class ObjectForm(Form):
    """What is wrong with the claim's rating."""

    number: int


@press("reject", MODERATORS)
class RejectForm(Form):
    """Why the rating stands in spite of an objection."""

    report_id: int


@dataclass(frozen=True, slots=True)
class DecisionForm(Form):
    """What a moderator decides about a claim, having seen it in version `seen`; 0 is the newest."""

    number: int
    seen: int


@press("reword", MODERATORS)
class EditForm(DecisionForm):
    """Other words or another source for the claim."""


@press("rate", MODERATORS)
class RateForm(DecisionForm):
    """A rating, with a reason and evidence."""


@press("dispute", MODERATORS)
class DisputeForm(DecisionForm):
    """Why the rating is disputed."""


@press("reopen", MODERATORS)
class ReopenForm(DecisionForm):
    """Why the claim is to be looked at anew."""


@press("drop", MODERATORS)
class DropForm(DecisionForm):
    """Why the claim is dropped."""


REASON_FORMS: dict[Action, type[DecisionForm]] = {
    Action.DISPUTE: DisputeForm,
    Action.REOPEN: ReopenForm,
    Action.DROP: DropForm,
}
"""The form of each action that needs a reason and nothing more."""


@press("again", Whose.EVERYBODY, phrase("Try again"), ButtonStyle.primary)
class TryAgain(Press):
    """Open a refused form again; `key` finds what its owner typed. None: a form no longer known."""

    key: Annotated[str, Wire("[0-9a-f]{8}")]
    form: Annotated[Form | None, Wire(".{1,80}", lambda form: form.custom_id, read_form)]
