"""Buttons and forms as values: their ids, and what ids of earlier versions are now."""

import pytest

from bot.answers.registry import BUTTONS as ANSWERED
from bot.answers.registry import OPENED, SENT
from bot.presses import claims, drafts, forms, lists
from bot.presses.base import BUTTONS, FORMS, Form, Press, Whose, Wire, button, press
from bot.presses.old import OLD_BUTTONS, OLD_FORMS, find_button, find_form
from claims.records.claims import Rating, Stage
from claims.records.decisions import Action
from claims.records.lists import Filter, Order
from claims.rules.workflow import MOVES
from tests.bot import scenarios
from tests.bot.scenarios import press_of

GREATEST = 10**18 - 1


def test_every_button_and_form_is_answered() -> None:
    assert set(ANSWERED) == set(BUTTONS.values())
    assert set(OPENED) == set(FORMS.values()) == set(SENT)


def test_every_sort_of_button_is_tried() -> None:
    tried = {type(press_of(scenario.name)) for scenario in scenarios.BUTTONS}
    assert tried == set(BUTTONS.values())


def test_every_move_of_a_card_has_its_button() -> None:
    assert set(claims.DECISIONS) == {a for a, move in MOVES.items() if move.to is not None}


def test_every_action_that_needs_a_reason_alone_has_its_form() -> None:
    moves = [move for move in MOVES.values() if move.needs_reason and move.to is not None]
    assert set(forms.REASON_FORMS) == {m.action for m in moves} - {Action.RATE}


def _longest(wire: Wire) -> str:
    if wire.pattern.startswith("["):
        return wire.pattern[1]
    return max(wire.pattern.split("|"), key=len)


def greatest(kind: type[Press]) -> Press:
    """Return the press of this sort with the longest id."""
    longest = {
        r"[0-9]{1,18}": str(GREATEST),
        r"[A-Za-z0-9_-]{1,19}": "-" + str(GREATEST),
        r".{0,40}": "w" * 40,
        r".{1,80}": forms.RateForm(GREATEST, GREATEST).custom_id,
        r"[0-9a-f]{8}": "0" * 8,
        r"[a-z]{1,32}": "h" * 32,
    }
    given = [longest.get(each.pattern) or _longest(each) for each in kind.kind.fields.values()]
    custom_id = ":".join((kind.kind.name, *given))
    found = find_button(custom_id) or find_form(custom_id)
    assert isinstance(found, kind)
    return found


@pytest.mark.parametrize("kind", [*BUTTONS.values(), *FORMS.values()], ids=lambda k: k.__name__)
def test_the_longest_id_fits_and_is_read_as_what_wrote_it(kind: type[Press]) -> None:
    longest = greatest(kind)
    assert len(longest.custom_id) <= 100
    find = find_form if issubclass(kind, Form) else find_button
    assert find(longest.custom_id) == longest


OLD = {
    "claim:show:5:0": claims.ShowClaim(5),
    "claim:share:5:0": claims.ShareClaim(5),
    "claim:context:5:2": claims.ShowPassage(5, 2),
    "claim:rate:5:7": claims.Rate(5, 7),
    "claim:undo:5:7": claims.Undo(5, 7),
    f"draft:same:3:{4 * 10**10 + 12}": drafts.JoinFound(3, 4, 12),
    "draft:cancel:3:0": drafts.CancelDraft(3),
    "list:down:5:open:mixed:1w:rents: all": lists.TurnList(
        lists.Way.DOWN, "5", Stage.OPEN, Rating.MIXED, True, Order.CHECK_WORTHINESS, "rents: all"
    ),
    "kept:share:top:8": lists.TurnKeptList(lists.Way.SHARE, "top", 8),
    "again:rate:5:7:00c0ffee": forms.TryAgain("00c0ffee", forms.RateForm(5, 7)),
    "again:sing:5:7:00c0ffee": forms.TryAgain("00c0ffee", None),
}


@pytest.mark.parametrize("custom_id", OLD)
def test_a_button_of_an_earlier_version_is_what_it_was(custom_id: str) -> None:
    assert find_button(custom_id) == OLD[custom_id]


@pytest.mark.parametrize("name", OLD_BUTTONS)
def test_each_sort_of_earlier_button_keeps_its_name(name: str) -> None:
    now = press_of(f"{name}:1:2")
    renamed = {"source:up": "source:turn", "source:down": "source:turn"}
    assert now.kind.name == renamed.get(name, name)


@pytest.mark.parametrize("name", OLD_FORMS)
@pytest.mark.parametrize("more", ["", ":00c0ffee"])
def test_a_form_of_an_earlier_version_is_what_it_was(name: str, more: str) -> None:
    form = find_form(f"{name}:5:7{more}")
    assert form is not None
    assert form.kind.name == name
    values = [getattr(form, field) for field in form.kind.fields]
    assert values == [5, 7][: len(values)]


@pytest.mark.parametrize(
    "custom_id",
    [
        *("", ":", "claim", "claim:", "claim:show", "claim:show:", "claim:show:-1:0"),
        *("claim:sing:1:0", "claim:show:1:0:0", "claim:show:" + "9" * 19, "claim:show:\u0663:0"),
        *("draft:same:1", "list:down:5:vanished::0:n:", "list:left:5:::0:n:", "digest:no:1:0"),
        *("kept:down:5", "help:UP", "stats:show:1", "again:xyz:rate:1:2", "claim:show:1\n:0"),
    ],
)
def test_what_never_was_a_button_is_none(custom_id: str) -> None:
    assert find_button(custom_id) is None


@pytest.mark.parametrize("custom_id", ["", "rate", "rate:1", "rate:1:x", "claim:show:1:0", "sing"])
def test_what_never_was_a_form_is_none(custom_id: str) -> None:
    assert find_form(custom_id) is None


def test_a_filter_goes_through_a_button_and_back() -> None:
    wanted = Filter(stage=Stage.RATED, words="a:b\nc", followed_by=7, order=Order.ASKED)
    turns = find_button(lists.list_press(wanted, lists.Way.UP, None).custom_id)
    assert isinstance(turns, lists.TurnList)
    assert turns.wanted(7) == wanted
    assert turns.start == lists.TOP


def test_a_button_has_its_usual_label_and_style_unless_told_otherwise() -> None:
    usual = button(claims.Verify(5, 1))
    assert (usual.label, usual.style, usual.custom_id) == (
        "Verify",
        claims.Verify.kind.style,
        "claim:verify:5:1",
    )
    assert button(claims.Verify(5, 1), "Yes", disabled=True)[::3] == ("Yes", True)


def test_a_name_is_taken_once() -> None:
    with pytest.raises(AssertionError, match="claim:show"):
        press("claim:show", Whose.EVERYBODY)(type("Other", (Press,), {"__annotations__": {}}))
