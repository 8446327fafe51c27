"""Intake in Discord: read, split, preview, and store only what a moderator keeps."""

import discord

from bot.answers import edits, handed, reading
from bot.answers.draft_forms import FIELDS, PasteForm
from bot.answers.edits import EditForm
from bot.answers.work import order
from bot.interaction import Interaction, guild_of, require_moderator, show_page
from bot.messages import ui
from bot.messages.buttons import article_button
from bot.messages.preview import PAGE, added_words, done, preview, unpair
from bot.pace import INTAKE
from bot.refused_forms import Typed
from claims.errors import ArticleError, RefusedError
from claims.ledger.intake import adding, asks, draft_claims, drafts
from claims.models import Article, Claim
from claims.wording import say


async def open_paste(
    interaction: Interaction, _number: int = 0, _detail: int = 0, typed: Typed | None = None
) -> None:
    """Open the form for a pasted text."""
    await require_moderator(interaction)
    await interaction.response.send_modal(PasteForm(typed or {}))


async def submit_paste(interaction: Interaction, _number: int, _detail: int, typed: Typed) -> None:
    """Read what was pasted, and preview its claims."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    text, *described = (typed.get(field.label, "") for field in FIELDS)
    await require_moderator(interaction)
    article = reading.described(reading.read_paste(text), *described)
    _step(interaction)
    await propose(interaction, article)


async def read_file(
    interaction: Interaction,
    file: discord.Attachment,
    title: str,
    publisher: str,
    day: str,
    link: str,
) -> None:
    """Preview the claims of an attached file, privately. Too large a one is not fetched."""
    await require_moderator(interaction)
    reading.reader(file.filename)
    await interaction.response.defer(ephemeral=True, thinking=True)
    reading.described(Article(text=""), title, publisher, day, link)  # before it is read
    _step(interaction)
    article = await handed.read(interaction, file)
    await propose(interaction, reading.described(article, title, publisher, day, link))


def _step(interaction: Interaction) -> None:
    interaction.client.count(INTAKE, guild_of(interaction), interaction.user.id)


async def track(interaction: Interaction, message: discord.Message) -> None:
    """Preview the claims of a message, privately."""
    await require_moderator(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    _step(interaction)
    await propose(interaction, await handed.article_in(interaction, message))


async def take_up(interaction: Interaction, ask_id: int) -> None:
    """Preview the claims of a text that people asked about, privately."""
    await require_moderator(interaction)
    found = await interaction.client.ledger.read(asks.get, guild_of(interaction), ask_id)
    await interaction.response.defer(ephemeral=True, thinking=True)
    _step(interaction)
    await propose(interaction, found.article, ask_id=ask_id)


async def propose(interaction: Interaction, article: Article, *, ask_id: int | None = None) -> None:
    """
    Split an article and answer the deferred interaction with the preview of its claims.

    A text that is stored already is shown instead. Raises RefusedError where there is
    nothing to show.
    """
    bot, guild_id, user_id = interaction.client, guild_of(interaction), interaction.user.id
    known = await bot.ledger.read(drafts.stored, guild_id, article.text)
    if known is not None:
        view = done(say("This text is in the ledger already."), article_button(known))
        await interaction.followup.send(view=view, ephemeral=True)
        return
    mine = order(interaction, article.title or article.id, len(article.text))
    found = await bot.worker.run(mine, reading.written_claims, article)
    now, write = bot.now(), drafts.make_written
    try:
        draft_id = await bot.ledger.write(
            write, guild_id, article, found, owner=user_id, now=now, ask_id=ask_id
        )
    except ArticleError as error:
        raise RefusedError(reading.told(error)) from error
    view = await _page(interaction, draft_id, 0)
    await interaction.followup.send(view=view, ephemeral=True)


async def _page(interaction: Interaction, draft_id: int, start: int) -> ui.LayoutView:
    # In the worker: each claim is compared with what the ledger has.
    return preview(
        await interaction.client.worker.read(
            order(interaction),
            drafts.page,
            guild_of(interaction),
            draft_id,
            owner=interaction.user.id,
            now=interaction.client.now(),
            start=start,
            size=PAGE,
        )
    )


async def _show(interaction: Interaction, draft_id: int, start: int) -> None:
    """
    Turn the preview that was pressed to a page, which may have to wait for the worker.

    Under a message that others see, the page is a private message of its own.
    """
    private = interaction.message is not None and interaction.message.flags.ephemeral
    await interaction.response.defer(ephemeral=True, thinking=not private)
    view = await _page(interaction, draft_id, start)
    await interaction.edit_original_response(view=view)


async def press(interaction: Interaction, verb: str, draft_id: int, place: int) -> None:
    """Do what a button of a preview says. Raises ClaimsError for the border to answer."""
    match verb:
        case "page":
            await _show(interaction, draft_id, place)
        case "keep" | "drop":
            await _keep(interaction, draft_id, place, kept=verb == "keep")
        case "all" | "none":
            await _keep(interaction, draft_id, None, kept=verb == "all", start=place)
        case "same":
            where, other = unpair(place)
            await _join(interaction, draft_id, where, other)
        case "apart":
            await _join(interaction, draft_id, place, None)
        case "edit":
            await open_edit(interaction, draft_id, place, {})
        case "add":
            await _add(interaction, draft_id)
        case "cancel" | "dismiss":
            await _forget(interaction, draft_id, place if verb == "dismiss" else None)
        case _:
            raise RefusedError(say("This button is from an older version. Use /intake again."))


async def _keep(
    interaction: Interaction, draft_id: int, place: int | None, *, kept: bool, start: int = 0
) -> None:
    await interaction.client.ledger.write(
        draft_claims.keep,
        guild_of(interaction),
        draft_id,
        place,
        kept=kept,
        owner=interaction.user.id,
        now=interaction.client.now(),
    )
    start = start if place is None else place - place % PAGE
    await _show(interaction, draft_id, start)


async def _join(interaction: Interaction, draft_id: int, place: int, other: int | None) -> None:
    await interaction.client.ledger.write(
        draft_claims.same,
        guild_of(interaction),
        draft_id,
        place,
        other,
        owner=interaction.user.id,
        now=interaction.client.now(),
    )
    await _show(interaction, draft_id, place - place % PAGE)


async def open_edit(interaction: Interaction, draft_id: int, place: int, typed: Typed) -> None:
    """Open the form for other words or another source of a found claim."""
    found = await _found(interaction, draft_id, place)
    text = typed.get("Claim", found.text)
    source = typed.get("Source", edits.shown(found.source))
    form = EditForm(say("Edit a found claim"), "edit", draft_id, place, text, source)
    await interaction.response.send_modal(form)


async def submit_edit(interaction: Interaction, draft_id: int, place: int, typed: Typed) -> None:
    """Give a found claim other words or another source."""
    await require_moderator(interaction)
    found = await _found(interaction, draft_id, place)
    await interaction.client.ledger.write(
        draft_claims.edit,
        guild_of(interaction),
        draft_id,
        place,
        reading.clean(typed.get("Claim", "")),
        edits.named(typed, found.source) if "Source" in typed else None,
        owner=interaction.user.id,
        now=interaction.client.now(),
    )
    await _show(interaction, draft_id, place - place % PAGE)


async def _found(interaction: Interaction, draft_id: int, place: int) -> Claim:
    owner, guild_id = interaction.user.id, guild_of(interaction)
    found = await interaction.client.ledger.read(
        draft_claims.claim, guild_id, draft_id, place, owner=owner, now=interaction.client.now()
    )
    return found.claim


async def _add(interaction: Interaction, draft_id: int) -> None:
    # Hundreds of claims take up to a second.
    await interaction.response.defer()
    try:
        outcome = await interaction.client.ledger.write(
            adding.add,
            guild_of(interaction),
            draft_id,
            owner=interaction.user.id,
            now=interaction.client.now(),
        )
    except ArticleError as error:
        raise RefusedError(reading.told(error)) from error
    view = done(added_words(outcome), article_button(outcome.added.article_id))
    await interaction.edit_original_response(view=view)


async def _forget(interaction: Interaction, draft_id: int, ask_id: int | None) -> None:
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    owner, now = interaction.user.id, interaction.client.now()
    await ledger.write(drafts.forget, guild_id, draft_id, owner=owner, now=now)
    words = say("Nothing was stored.")
    if ask_id is not None:
        await ledger.write(asks.dismiss, guild_id, ask_id)
        words = say("The request is off the queue. Nothing was stored.")
    await show_page(interaction, done(words))
