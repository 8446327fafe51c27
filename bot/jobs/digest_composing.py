"""A digest as it is sent, from what the ledger tells: the same for a preview and the real one."""

import logging
from datetime import datetime
from typing import NamedTuple

from bot.messages import ui
from bot.messages.digest import Weekly, digest_message
from bot.messages.pictures import Picture, draw
from bot.worker.worker import Order, Worker
from claims.digests.records import Choice, Run
from claims.digests.stats import Stats
from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.digests import digests, news
from claims.ledger.history import tallies

log = logging.getLogger(__name__)


class Composed(NamedTuple):
    """A digest's message and the pictures that have to be sent with it."""

    view: ui.LayoutView
    pictures: tuple[Picture, ...]
    choice: Choice


async def compose(
    ledger: Ledger, worker: Worker, run: Run, *, now: datetime, may_attach: bool
) -> Composed | None:
    """
    Return the run's digest; None where there is nothing to tell, so that none is wanted.

    Where the bot may not attach files, or its worker cannot draw, the weekly part is words alone.
    """
    choice = await ledger.read(digests.choice, run.guild_id)
    digest = await ledger.read(news.digest, run, choice)
    weekly = await _weekly(ledger, worker, run, may_attach=may_attach) if run.weekly else None
    busy = weekly is not None and not weekly.stats.week.is_empty
    if digest.is_empty and choice.skip_empty and not busy:
        return None
    view = digest_message(digest, run, now=now, choice=choice, weekly=weekly)
    return Composed(view, weekly.pictures if weekly else (), choice)


async def _weekly(ledger: Ledger, worker: Worker, run: Run, *, may_attach: bool) -> Weekly:
    stats = await ledger.read(tallies.read, run.guild_id, run.claimed_at)
    balance = await ledger.read(tallies.balance, run.guild_id)
    pictures = await _drawn(worker, stats) if may_attach else ()
    return Weekly(stats, balance, pictures)


async def _drawn(worker: Worker, stats: Stats) -> tuple[Picture, ...]:
    try:
        return await worker.run(Order(), draw, stats)
    except RefusedError as error:
        log.warning("a digest goes without its charts: %s", error)
        return ()
