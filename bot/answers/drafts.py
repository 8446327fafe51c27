"""Intake in Discord: read, split, preview, and store only what a moderator keeps."""

import discord

from bot.answers import edits, handed, reading
from bot.answers.draft_forms import FIELDS, PasteModal
from bot.answers.edits import EditModal
from bot.answers.registry import answers, opens, takes
from bot.answers.work import order
from bot.interaction import Interaction, guild_of, require_moderator, show_page
from bot.messages import ui
from bot.messages.preview import PAGE, added_words, done, preview
from bot.presses import drafts as presses
from bot.presses.articles import ShowArticle
from bot.presses.base import button
from bot.presses.forms import EditFoundForm, PasteForm
from bot.rate_limit import INTAKE
from bot.refused_forms import Typed
from claims.errors import ArticleError, RefusedError
from claims.ledger.intake import adding, asks, draft_claims, drafts
from claims.models import Article, Claim
from claims.wording import say


async def paste(interaction: Interaction) -> None:
    """Ask for a text to paste."""
    await open_paste(interaction, PasteForm(), {})


@opens(PasteForm)
async def open_paste(interaction: Interaction, asked: PasteForm, typed: Typed) -> None:
    """Open the form for a pasted text."""
    await require_moderator(interaction)
    await interaction.response.send_modal(PasteModal(asked, typed))


@takes(PasteForm)
async def submit_paste(interaction: Interaction, _sent: PasteForm, typed: Typed) -> None:
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
        view = done(say("This text is in the ledger already."), button(ShowArticle(known)))
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


@answers(presses.TurnDraft)
async def turn(interaction: Interaction, press: presses.TurnDraft) -> None:
    """Turn to another page of the preview."""
    await _show(interaction, press.draft_id, press.start)


@answers(presses.KeepFound)
async def keep(interaction: Interaction, press: presses.KeepFound) -> None:
    """Keep a found claim, and show its page."""
    place = press.place
    await _keep(interaction, press.draft_id, place, kept=True, start=_page_of(place))


@answers(presses.DropFound)
async def drop(interaction: Interaction, press: presses.DropFound) -> None:
    """Leave a found claim out, and show its page."""
    place = press.place
    await _keep(interaction, press.draft_id, place, kept=False, start=_page_of(place))


@answers(presses.KeepAll)
async def keep_all(interaction: Interaction, press: presses.KeepAll) -> None:
    """Keep every found claim."""
    await _keep(interaction, press.draft_id, None, kept=True, start=press.start)


@answers(presses.DropAll)
async def drop_all(interaction: Interaction, press: presses.DropAll) -> None:
    """Leave every found claim out."""
    await _keep(interaction, press.draft_id, None, kept=False, start=press.start)


@answers(presses.JoinFound)
async def join(interaction: Interaction, press: presses.JoinFound) -> None:
    """Have a found claim merged into a known one."""
    await _join(interaction, press.draft_id, press.place, press.number)


@answers(presses.PartFound)
async def part(interaction: Interaction, press: presses.PartFound) -> None:
    """Have a found claim stay one of its own."""
    await _join(interaction, press.draft_id, press.place, None)


@answers(presses.EditFound)
async def press_edit(interaction: Interaction, press: presses.EditFound) -> None:
    """Ask for other words or another source of a found claim."""
    await open_edit(interaction, EditFoundForm(press.draft_id, press.place), {})


@answers(presses.AddDraft)
async def add(interaction: Interaction, press: presses.AddDraft) -> None:
    """Store the article with the claims that are kept."""
    await _add(interaction, press.draft_id)


@answers(presses.CancelDraft)
async def cancel(interaction: Interaction, press: presses.CancelDraft) -> None:
    """Forget the draft."""
    await _forget(interaction, press.draft_id, None)


@answers(presses.DismissDraft)
async def dismiss(interaction: Interaction, press: presses.DismissDraft) -> None:
    """Forget the draft, and the request that it was made for."""
    await _forget(interaction, press.draft_id, press.ask_id)


def _page_of(place: int) -> int:
    return place - place % PAGE


async def _keep(
    interaction: Interaction, draft_id: int, place: int | None, *, kept: bool, start: int
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
    await _show(interaction, draft_id, _page_of(place))


@opens(EditFoundForm)
async def open_edit(interaction: Interaction, asked: EditFoundForm, typed: Typed) -> None:
    """Open the form for other words or another source of a found claim."""
    found = await _found(interaction, asked.draft_id, asked.place)
    text = typed.get("Claim", found.text)
    source = typed.get("Source", edits.shown(found.source))
    form = EditModal(say("Edit a found claim"), asked, text, source)
    await interaction.response.send_modal(form)


@takes(EditFoundForm)
async def submit_edit(interaction: Interaction, sent: EditFoundForm, typed: Typed) -> None:
    """Give a found claim other words or another source."""
    draft_id, place = sent.draft_id, sent.place
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
    await _show(interaction, draft_id, _page_of(place))


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
    view = done(added_words(outcome), button(ShowArticle(outcome.added.article_id)))
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
