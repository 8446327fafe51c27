"""Which function answers which button and which form: each names its own by a decorator."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.interaction import Interaction
from bot.presses.base import Form, Press
from bot.refused_forms import Typed

P = TypeVar("P", bound=Press)
F = TypeVar("F", bound=Form)

Answer = Callable[[Interaction, P], Awaitable[None]]
"""Does what a button is for. Raises ClaimsError for the border to answer."""

FormAnswer = Callable[[Interaction, F, Typed], Awaitable[None]]
"""Opens a form, filled in with what was typed, or does what was filled in; raises likewise."""

BUTTONS: dict[type[Press], Answer[Any]] = {}
OPENED: dict[type[Form], FormAnswer[Any]] = {}
SENT: dict[type[Form], FormAnswer[Any]] = {}


def answers(kind: type[P]) -> Callable[[Answer[P]], Answer[P]]:
    """Have a function answer this sort of button."""

    def register(answer: Answer[P]) -> Answer[P]:
        assert kind not in BUTTONS, kind
        BUTTONS[kind] = answer
        return answer

    return register


def opens(*kinds: type[F]) -> Callable[[FormAnswer[F]], FormAnswer[F]]:
    """Have a function open these forms."""
    return _of_forms(OPENED, kinds)


def takes(*kinds: type[F]) -> Callable[[FormAnswer[F]], FormAnswer[F]]:
    """Have a function do what these forms ask for when they are sent."""
    return _of_forms(SENT, kinds)


def _of_forms(
    table: dict[type[Form], FormAnswer[Any]], kinds: tuple[type[F], ...]
) -> Callable[[FormAnswer[F]], FormAnswer[F]]:
    def register(answer: FormAnswer[F]) -> FormAnswer[F]:
        for kind in kinds:
            assert kind not in table, kind
            table[kind] = answer
        return answer

    return register
