"""
What a message that can be shared shows, read from the ledger, and what draws it.

It needs nobody who asks, so that jobs bring messages up to date by it too.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple, Protocol

from bot.messages import article, cards, check, lists, source, ui
from bot.messages.history import history_message
from bot.presses.lists import WITH_MESSAGE
from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import contents, sources
from claims.ledger.lookup import claims, listings, text_lookup
from claims.ledger.members.shared_messages import SharedView, Shows, What
from claims.records.decisions import Event
from claims.records.lists import Filter
from claims.rules.viewing import Viewer
from claims.wording import say


class Draw(Protocol):
    """Draws a message in the language spoken then, for one person or for everybody."""

    def __call__(self, *, shared: bool) -> ui.LayoutView: ...


class Gathered(NamedTuple):
    """What a message will show, and what draws it."""

    shows: Shows
    draw: Draw


Gather = Callable[[Ledger, int, SharedView], Awaitable[Gathered]]


async def gather(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    """Return what a message about this shows now. Raises ClaimsError where it is gone."""
    return await _GATHER[subject.what](ledger, guild_id, subject)


async def _card(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    card = await ledger.read(claims.card, guild_id, subject.number or 0)
    return Gathered(Shows((card.claim,)), lambda **_: cards.shared_card(card))


async def _history(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    """The newest page goes on with the claim; what an older one says stays as it is."""
    number, start = subject.number or 0, subject.place
    claim = await ledger.read(claims.get, guild_id, number)
    found, older = await events(ledger, guild_id, number, start, Viewer.MEMBER)
    return Gathered(
        Shows() if start else Shows((claim,)),
        lambda **_: history_message(number, found, older, start=start, shared=True),
    )


async def events(
    ledger: Ledger, guild_id: int, number: int, start: int, viewer: Viewer
) -> tuple[tuple[Event, ...], int | None]:
    """
    Return a page of a claim's history as this viewer sees it, and where the next one begins, if
    there is one.

    Raises RefusedError where nothing happened before that.
    """
    found, older = await ledger.read(
        claims.history, guild_id, number, start=start or None, size=lists.PAGE, viewer=viewer
    )
    if not found:
        raise RefusedError(
            say("#{number} has no events before that. /claim history has all.", number=number)
        )
    return found, older


async def _article(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    found = await ledger.read(
        contents.contents,
        guild_id,
        subject.article_id or 0,
        start=subject.place,
        size=article.PAGE,
    )
    return Gathered(
        Shows(found.claims), lambda *, shared: article.contents_message(found, shared=shared)
    )


async def _shelf(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    first = subject.place or None
    shelf = await ledger.read(contents.shelf, guild_id, start=first, size=article.PAGE)
    return Gathered(
        Shows(), lambda *, shared: article.shelf_message(shelf, start=subject.place, shared=shared)
    )


async def _passage(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    found = await ledger.read(contents.passage, guild_id, subject.number or 0, place=subject.place)
    return Gathered(Shows(), lambda *, shared: article.passage_message(found, shared=shared))


async def _source(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    record = await ledger.read(sources.by_id, guild_id, subject.source_id or 0)
    page = await ledger.read(claims.page, guild_id, Filter(source=record.name), size=source.PAGE)
    return Gathered(
        Shows(page.claims, (record.id,)),
        lambda *, shared: source.source_message(record, page, shared=shared),
    )


async def _sources(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    first = ""
    if subject.source_id:
        first = (await ledger.read(sources.by_id, guild_id, subject.source_id)).name
    found, _ = await ledger.read(sources.list_, guild_id, start=first, size=source.PAGE + 1)
    return Gathered(
        Shows(sources=tuple(record.id for record in found[: source.PAGE])),
        lambda *, shared: source.sources_message(
            found, start=subject.source_id or 0, shared=shared
        ),
    )


async def _list(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    wanted = wanted_of(subject)
    found = await ledger.read(
        listings.page,
        guild_id,
        wanted,
        start=subject.start or None,
        size=lists.PAGE,
        typed=False,
    )
    return Gathered(
        Shows(found.page.claims),
        lambda *, shared: lists.claim_list(found, wanted, kept=WITH_MESSAGE, shared=shared),
    )


def listed(wanted: Filter, start: str) -> SharedView:
    """Return the subject of a list by this filter, from a cursor on or, without one, the top."""
    return SharedView(
        What.LIST,
        article_id=wanted.article,
        wanted=listings.written(wanted._replace(article=None)),
        assignee=wanted.assignee or 0,
        start=start,
    )


def wanted_of(subject: SharedView) -> Filter:
    """Return the filter of a list's subject. Raises RefusedError for one of an older version."""
    wanted = listings.read(subject.wanted or "{}", subject.assignee)
    return wanted._replace(article=subject.article_id)


async def _check(ledger: Ledger, guild_id: int, subject: SharedView) -> Gathered:
    known = check.told(await ledger.read(text_lookup.claims_about, guild_id, subject.text))
    return Gathered(
        Shows(tuple(found.claim for found in (*known.same, *known.near))),
        lambda **_: check.shared_check(
            subject.text, known, ask_id=subject.ask_id, asker=subject.shared_by
        ),
    )


_GATHER: dict[What, Gather] = {
    What.CARD: _card,
    What.HISTORY: _history,
    What.ARTICLE: _article,
    What.SHELF: _shelf,
    What.PASSAGE: _passage,
    What.SOURCE: _source,
    What.SOURCES: _sources,
    What.LIST: _list,
    What.CHECK: _check,
}
