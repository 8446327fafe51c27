"""Cards and lists for everybody, which are remembered so that they can correct themselves."""

from collections.abc import Callable
from typing import NamedTuple

from bot.interaction import Interaction, guild_of
from bot.messages import article, cards, source, ui
from bot.translation import speak_publicly
from claims.ledger import Ledger
from claims.ledger.articles import contents, sources
from claims.ledger.lookup import claims
from claims.ledger.lookup.claims import Filter
from claims.ledger.members import shown
from claims.ledger.members.shown import Subject
from claims.records import TrackedClaim


class Gathered(NamedTuple):
    """The claims that a message will show, and what draws it in the language spoken then."""

    claims: tuple[TrackedClaim, ...]
    draw: Callable[[], ui.LayoutView]


async def gather(ledger: Ledger, guild_id: int, subject: Subject) -> Gathered:
    """Return what a public message about this shows now. Raises ClaimsError where it is gone."""
    if subject.article_id is not None:
        found = await ledger.read(
            contents.contents,
            guild_id,
            subject.article_id,
            start=subject.place,
            size=article.PAGE,
        )
        return Gathered(found.claims, lambda: article.contents_message(found, shared=True))
    if subject.source_id is not None:
        record = await ledger.read(sources.by_id, guild_id, subject.source_id)
        page = await ledger.read(
            claims.page, guild_id, Filter(source=record.name), size=source.PAGE
        )
        return Gathered(page.claims, lambda: source.source_message(record, page, shared=True))
    assert subject.number is not None
    card = await ledger.read(claims.card, guild_id, subject.number)
    return Gathered((card.claim,), lambda: cards.shared_card(card))


async def share(interaction: Interaction, subject: Subject) -> None:
    """Show it to everybody in the channel, and remember where."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    gathered = await gather(ledger, guild_id, subject)
    speak_publicly(interaction)
    sent = await interaction.response.send_message(view=gathered.draw())
    if sent.message_id is not None and interaction.channel_id is not None:
        await ledger.write(
            shown.remember,
            guild_id,
            subject,
            gathered.claims,
            channel_id=interaction.channel_id,
            message_id=sent.message_id,
        )
