"""
Ids of buttons and forms that versions before 0.2.0 sent, and what they are now.

Messages stay in channels for years, so what was sent once keeps working. Each of those ids was
a sort, a verb and two numbers, of which many meant nothing.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from bot.presses import articles, checks, claims, drafts, forms, pages, queue, sources
from bot.presses.base import Form, Press, read_button, read_form
from bot.presses.lists import Way

P = TypeVar("P", bound=Press)
Made = Callable[[int, int], P]

OLD_BUTTONS: dict[str, Made[Press]] = {
    "article:list": lambda start, _: articles.TurnShelf(start),
    "article:share": articles.ShareArticle,
    "article:sharelist": lambda start, _: articles.ShareShelf(start),
    "article:show": lambda article_id, _: articles.ShowArticle(article_id),
    "article:turn": articles.TurnArticle,
    "ask:ask": lambda ask_id, _: checks.AskForTextCheck(ask_id),
    "ask:look": lambda ask_id, _: checks.TakeUpText(ask_id),
    "ask:share": lambda ask_id, _: checks.ShareCheck(ask_id),
    "claim:ask": lambda number, _: claims.AskForCheck(number),
    "claim:context": claims.ShowPassage,
    "claim:dispute": claims.Dispute,
    "claim:drop": claims.Drop,
    "claim:follow": lambda number, _: claims.Follow(number),
    "claim:history": claims.ShowHistory,
    "claim:object": lambda number, _: claims.ObjectToRating(number),
    "claim:rate": claims.Rate,
    "claim:release": claims.Release,
    "claim:reopen": claims.Reopen,
    "claim:share": lambda number, _: claims.ShareClaim(number),
    "claim:sharepast": claims.ShareHistory,
    "claim:sharetext": claims.SharePassage,
    "claim:show": claims.ShowClaim,
    "claim:take": claims.Take,
    "claim:undo": claims.Undo,
    "claim:unfollow": lambda number, _: claims.Unfollow(number),
    "claim:verify": claims.Verify,
    "draft:add": lambda draft_id, _: drafts.AddDraft(draft_id),
    "draft:all": drafts.KeepAll,
    "draft:apart": drafts.PartFound,
    "draft:cancel": lambda draft_id, _: drafts.CancelDraft(draft_id),
    "draft:dismiss": drafts.DismissDraft,
    "draft:drop": drafts.DropFound,
    "draft:edit": drafts.EditFound,
    "draft:keep": drafts.KeepFound,
    "draft:none": drafts.DropAll,
    "draft:page": drafts.TurnDraft,
    "draft:same": lambda draft_id, both: drafts.JoinFound(draft_id, *divmod(both, 10**10)),
    "queue:turn": lambda start, _: queue.TurnQueue(start),
    "report:accept": lambda report_id, _: queue.AcceptReport(report_id),
    "report:list": lambda *_: queue.ShowReports(),
    "report:reject": lambda report_id, _: queue.RejectReport(report_id),
    "source:down": lambda source_id, start: sources.TurnSource(source_id, Way.DOWN, start),
    "source:list": lambda start, _: sources.TurnSources(start),
    "source:share": lambda source_id, _: sources.ShareSource(source_id),
    "source:sharelist": lambda start, _: sources.ShareSources(start),
    "source:show": lambda source_id, _: sources.ShowSource(source_id),
    "source:up": lambda source_id, start: sources.TurnSource(source_id, Way.UP, start),
    "stats:share": lambda *_: pages.ShareStats(),
    "stats:show": lambda *_: pages.ShowStats(),
    "welcome:example": lambda *_: pages.LoadExample(),
    "welcome:kept": lambda *_: pages.ShowPrivacy(),
    "welcome:setup": lambda *_: pages.ShowSetup(),
}
"""By sort and verb. In `draft:same` the second number held a place and a claim's number."""

OLD_FORMS: dict[str, Made[Form]] = {
    "drop": forms.DropForm,
    "dispute": forms.DisputeForm,
    "edit": forms.EditFoundForm,
    "object": lambda number, _: forms.ObjectForm(number),
    "paste": lambda *_: forms.PasteForm(),
    "rate": forms.RateForm,
    "reject": lambda report_id, _: forms.RejectForm(report_id),
    "reopen": forms.ReopenForm,
    "reword": forms.EditForm,
}
"""By the verb; the first versions put eight more signs behind the numbers."""

_TWO_NUMBERS = r":([0-9]{1,18}):([0-9]{1,18})"
_BUTTON = re.compile(rf"([a-z]{{1,10}}:[a-z]{{1,10}}){_TWO_NUMBERS}")
_FORM = re.compile(rf"([a-z]{{1,10}}){_TWO_NUMBERS}(?::[0-9a-f]{{8}})?")
_AGAIN = re.compile(rf"again:(([a-z]{{1,10}}){_TWO_NUMBERS}):([0-9a-f]{{8}})")
_LIST = re.compile(
    r"(list:[a-z]{1,10}:[A-Za-z0-9_-]{1,19}:[a-z]*:[a-z_]*):([01])([nwaom]):(.{0,40})", re.DOTALL
)


def find_button(custom_id: str) -> Press | None:
    """Return the button with this id, of whatever version; None where there never was one."""
    if found := read_button(custom_id) or _made(OLD_BUTTONS, _BUTTON.fullmatch(custom_id)):
        return found
    if again := _AGAIN.fullmatch(custom_id):
        return forms.TryAgain(again[5], find_form(again[1]))
    if turned := _LIST.fullmatch(custom_id):
        return read_button(":".join(turned.groups()))
    return None


def find_form(custom_id: str) -> Form | None:
    """Return the form with this id, of whatever version; None where there never was one."""
    return read_form(custom_id) or _made(OLD_FORMS, _FORM.fullmatch(custom_id))


def _made(table: Mapping[str, Made[P]], found: re.Match[str] | None) -> P | None:
    if found is None or found[1] not in table:
        return None
    return table[found[1]](int(found[2]), int(found[3]))
