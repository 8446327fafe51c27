"""Answers to pressed buttons, found by their `custom_id` however long ago they were sent."""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any, NoReturn, Self

from discord import ui

from bot.answers import (
    actions,
    articles,
    checks,
    claim_lists,
    drafts,
    queue,
    reports,
    sources,
    stats,
    welcome,
    whose,
)
from bot.answers import help as help_
from bot.answers.digest_lists import DigestPress
from bot.answers.submissions import AgainPress
from bot.errors import answered
from bot.interaction import Button, Interaction
from bot.messages.buttons import CLAIM_ID, HELP_ID, KEPT_LIST_ID, LIST_ID, ORDERS, THING_ID
from claims.errors import RefusedError
from claims.records.claims import Rating, Stage
from claims.records.lists import Filter
from claims.wording import phrase, say


class ClaimPress(ui.DynamicItem[Button], template=CLAIM_ID):
    """A press on a button of a claim."""

    def __init__(self, button: Button, verb: str, number: int, detail: int) -> None:
        super().__init__(button)
        self.verb = verb
        self.number = number
        self.detail = detail

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        return cls(button, match["verb"], int(match["number"]), int(match["detail"]))

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(
            interaction,
            whose.press(interaction, actions.press, self.verb, self.number, self.detail),
        )


class ListPress(ui.DynamicItem[Button], template=LIST_ID):
    """A press on a button of a list: a page turner, or *Share*."""

    def __init__(self, button: Button, match: re.Match[str]) -> None:
        super().__init__(button)
        self.match = match

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        return cls(button, match)

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(interaction, whose.press(interaction, self._turn))

    async def _turn(self, interaction: Interaction) -> None:
        match = self.match
        try:
            wanted = Filter(
                stage=Stage(match["stage"]) if match["stage"] else None,
                rating=Rating(match["rating"]) if match["rating"] else None,
                words=match["words"],
                order=ORDERS[match["order"]],
                followed_by=interaction.user.id if match["mine"] == "1" else None,
            )
        except ValueError as unknown:
            raise RefusedError(
                say("This list is from an older version. Ask for it anew: /claim list.")
            ) from unknown
        await claim_lists.press(interaction, wanted, match["way"], match["start"])


class KeptListPress(ui.DynamicItem[Button], template=KEPT_LIST_ID):
    """A press on a button of a list whose filter the ledger keeps."""

    def __init__(self, button: Button, way: str, start: str, number: int) -> None:
        super().__init__(button)
        self.way = way
        self.start = start
        self.number = number

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        return cls(button, match["way"], match["start"], int(match["number"]))

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        press = claim_lists.press_kept
        work = whose.press(interaction, press, self.way, self.start, self.number)
        await answered(interaction, work)


class HelpPress(ui.DynamicItem[Button], template=HELP_ID):
    """A press on a button of the help."""

    def __init__(self, button: Button, topic: str) -> None:
        super().__init__(button)
        self.topic = topic

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        return cls(button, match["topic"])

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(interaction, whose.press(interaction, help_.press, self.topic))


THINGS: dict[str, Callable[[Interaction, str, int, int], Awaitable[None]]] = {
    "article": articles.press,
    "ask": checks.press,
    "draft": drafts.press,
    "queue": queue.press,
    "report": reports.press,
    "source": sources.press,
    "stats": stats.press,
    "welcome": welcome.press,
}
"""Who answers for what, given the verb, the number and the detail of the button's id."""


class ThingPress(ui.DynamicItem[Button], template=THING_ID):
    """A press on a button of anything that is no claim: see `THINGS`."""

    def __init__(self, button: Button, what: str, verb: str, number: int, detail: int) -> None:
        super().__init__(button)
        self.what = what
        self.verb = verb
        self.number = number
        self.detail = detail

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        number, detail = int(match["number"]), int(match["detail"])
        return cls(button, match["what"], match["verb"], number, detail)

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        press = THINGS[self.what]
        work = whose.press(interaction, press, self.verb, self.number, self.detail)
        await answered(interaction, work)


async def refuse_unknown(interaction: Interaction) -> None:
    """
    Answer a press that discord.py leaves without an answer; others are not touched.

    That is one on a button or menu that none of `PRESSES` knows, or that its message does not
    have, as when the message changed just before (`ViewStore.schedule_dynamic_item_call`, 2.7.1).
    """
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    custom_id = str(data.get("custom_id"))
    known = (press.__discord_ui_compiled_template__ for press in PRESSES)
    if not any(template.fullmatch(custom_id) for template in known):
        await answered(interaction, _refuse(OLD))
    elif (data.get("component_type"), custom_id) not in _shown(_under(interaction)):
        await answered(interaction, _refuse(GONE))


OLD = phrase("This button is from an older version. /help shows what there is now.")
GONE = phrase("This message changed, and the button is not in it any more. Look at it again.")


async def _refuse(words: str) -> NoReturn:
    raise RefusedError(say(words))


def _under(interaction: Interaction) -> Iterable[Any]:
    return interaction.message.components if interaction.message else ()


def _shown(components: Iterable[Any]) -> Iterator[tuple[int, str | None]]:
    """Yield the types and ids of a message's components, and of what they hold."""
    for each in components:
        yield each.type.value, getattr(each, "custom_id", None)
        yield from _shown(getattr(each, "children", ()))
        yield from _shown(filter(None, [getattr(each, "accessory", None)]))


PRESSES: tuple[type[ui.DynamicItem[Any]], ...] = (
    ClaimPress,
    ListPress,
    KeptListPress,
    HelpPress,
    AgainPress,
    ThingPress,
    DigestPress,
)
