"""
What is shown to one person and can be shared with a channel.

What was shared is remembered, so that it can correct itself.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple, Protocol

from bot.interaction import Interaction, guild_of, require_voice, show_page
from bot.messages import article, cards, check, lists, source, ui
from bot.messages.history import history_message
from bot.pace import SHARE
from bot.translation import speak_publicly
from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import contents, sources
from claims.ledger.lookup import claims, knowing, listings
from claims.ledger.lookup.claims import Filter
from claims.ledger.members import shown
from claims.ledger.members.shown import Shows, Subject, What
from claims.records import Event
from claims.rules.viewing import Viewer
from claims.wording import say


class Draw(Protocol):
    """Draws a message in the language spoken then, for one person or for everybody."""

    def __call__(self, *, shared: bool) -> ui.LayoutView: ...


class Gathered(NamedTuple):
    """What a message will show, and what draws it."""

    shows: Shows
    draw: Draw


Gather = Callable[[Ledger, int, Subject], Awaitable[Gathered]]


async def gather(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    """Return what a message about this shows now. Raises ClaimsError where it is gone."""
    return await _GATHER[subject.what](ledger, guild_id, subject)


async def show(interaction: Interaction, subject: Subject) -> None:
    """Show it privately."""
    gathered = await gather(interaction.client.ledger, guild_of(interaction), subject)
    await interaction.response.send_message(view=gathered.draw(shared=False), ephemeral=True)


async def turn(interaction: Interaction, subject: Subject) -> None:
    """Show it in place of the private page whose button was pressed; under a public one, anew."""
    gathered = await gather(interaction.client.ledger, guild_of(interaction), subject)
    await show_page(interaction, gathered.draw(shared=False))


async def share(interaction: Interaction, subject: Subject) -> None:
    """
    Show it to everybody in the channel, and remember where if it can become outdated.

    Raises RefusedError for who may not write there, or shared much in a short time.
    """
    require_may_share(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    gathered = await gather(ledger, guild_id, subject)
    speak_publicly(interaction)
    sent = await interaction.response.send_message(view=gathered.draw(shared=True))
    if sent.message_id is None or interaction.channel_id is None or gathered.shows == Shows():
        return
    await ledger.write(
        shown.remember,
        guild_id,
        subject,
        gathered.shows,
        channel_id=interaction.channel_id,
        message_id=sent.message_id,
    )


def require_may_share(interaction: Interaction) -> None:
    """Raise RefusedError for who may not write in the channel; count the sharing otherwise."""
    require_voice(interaction)
    bot = interaction.client
    bot.count(SHARE, guild_of(interaction), interaction.user.id)


# What is gathered for each subject ------------------------------------------------------------


async def _card(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    card = await ledger.read(claims.card, guild_id, subject.number or 0)
    return Gathered(Shows((card.claim,)), lambda **_: cards.shared_card(card))


async def _history(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
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


async def _article(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
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


async def _shelf(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    first = subject.place or None
    shelf = await ledger.read(contents.shelf, guild_id, start=first, size=article.PAGE)
    return Gathered(
        Shows(), lambda *, shared: article.shelf_message(shelf, start=subject.place, shared=shared)
    )


async def _passage(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    found = await ledger.read(contents.passage, guild_id, subject.number or 0, place=subject.place)
    return Gathered(Shows(), lambda *, shared: article.passage_message(found, shared=shared))


async def _source(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    record = await ledger.read(sources.by_id, guild_id, subject.source_id or 0)
    page = await ledger.read(claims.page, guild_id, Filter(source=record.name), size=source.PAGE)
    return Gathered(
        Shows(page.claims, (record.id,)),
        lambda *, shared: source.source_message(record, page, shared=shared),
    )


async def _sources(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
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


async def _list(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
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
        lambda *, shared: lists.claim_list(found, wanted, kept=lists.WITH_MESSAGE, shared=shared),
    )


def listed(wanted: Filter, start: str) -> Subject:
    """Return the subject of a list by this filter, from a cursor on or, without one, the top."""
    return Subject(
        What.LIST,
        article_id=wanted.article,
        wanted=listings.written(wanted._replace(article=None)),
        assignee=wanted.assignee or 0,
        start=start,
    )


def wanted_of(subject: Subject) -> Filter:
    """Return the filter of a list's subject. Raises RefusedError for one of an older version."""
    wanted = listings.read(subject.wanted or "{}", subject.assignee)
    return wanted._replace(article=subject.article_id)


async def _check(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    known = check.told(await ledger.read(knowing.about, guild_id, subject.text))
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
