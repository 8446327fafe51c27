"""A digest as it is sent, from what the ledger tells: the same for a preview and the real one."""

import asyncio
from datetime import datetime
from typing import NamedTuple

from bot.messages import ui
from bot.messages.digest import Weekly, digest_message
from bot.messages.stats import Picture, draw
from claims.digest_records import Choice, Run
from claims.ledger import Ledger
from claims.ledger.digests import digests, news
from claims.ledger.history import tallies


class Composed(NamedTuple):
    """A digest's message and the pictures that have to be sent with it."""

    view: ui.LayoutView
    pictures: tuple[Picture, ...]
    choice: Choice


async def compose(ledger: Ledger, run: Run, *, now: datetime, may_attach: bool) -> Composed | None:
    """
    Return the run's digest; None where there is nothing to tell, so that none is wanted.

    Where the bot may not attach files, the weekly part is words alone. Drawing, which takes
    some 40 ms, is done beside the event loop.
    """
    choice = await ledger.read(digests.choice, run.guild_id)
    digest = await ledger.read(news.digest, run, choice)
    weekly = await _weekly(ledger, run, may_attach=may_attach) if run.weekly else None
    busy = weekly is not None and not weekly.stats.week.is_empty
    if digest.is_empty and choice.skip_empty and not busy:
        return None
    view = digest_message(digest, run, now=now, choice=choice, weekly=weekly)
    return Composed(view, weekly.pictures if weekly else (), choice)


async def _weekly(ledger: Ledger, run: Run, *, may_attach: bool) -> Weekly:
    stats = await ledger.read(tallies.read, run.guild_id, run.claimed_at)
    balance = await ledger.read(tallies.balance, run.guild_id)
    pictures = await asyncio.to_thread(draw, stats) if may_attach else ()
    return Weekly(stats, balance, pictures)
