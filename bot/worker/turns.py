"""Whose work is next: one piece at a time, and nobody's many before somebody else's first."""

import asyncio
import heapq
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import NamedTuple

from bot.worker.limits import Limits
from claims.errors import RefusedError
from claims.wording import say

Place = tuple[int, int, int, asyncio.Future[None]]
"""Pieces of the same person's that came before, bytes, order of arrival, what its turn resolves."""


class Waits(NamedTuple):
    """How somebody is told that their work waits, and after how many seconds of waiting."""

    after: float
    tell: Callable[[], Awaitable[None]]


class Turns:
    """
    Hands out turns. Who has fewer pieces here is first, then what is smaller, then what came first.

    So a large text waits for small ones, but at most for as many as the people here bring, and
    one person's twenty texts make nobody else wait for more than the one that is under way.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting: list[Place] = []
        self._of: Counter[int] = Counter()
        self._held = 0
        self._here = {True: 0, False: 0}  # small and large pieces
        self._taken = False
        self._arrivals = count()

    @asynccontextmanager
    async def turn(self, person: int, size: int, waits: Waits | None = None) -> AsyncIterator[None]:
        """
        Wait for a turn and have it for the block; `waits` is called once where that takes long.

        Raises RefusedError where too much waits already.
        """
        is_small = size <= self._limits.small
        self._admit(size, is_small)
        rank = self._of[person]
        self._of[person] += 1
        self._held += size
        self._here[is_small] += 1
        try:
            if self._taken:
                await self._wait(rank, size, waits)
            self._taken = True
            try:
                yield
            finally:
                self._next()
        finally:
            self._held -= size
            self._here[is_small] -= 1
            self._of[person] -= 1
            self._of += Counter()  # drops who has nothing here

    def _admit(self, size: int, is_small: bool) -> None:
        limits = self._limits
        most = limits.small_waiting if is_small else limits.waiting
        if self._here[is_small] >= most or (self._held and self._held + size > limits.held):
            raise RefusedError(
                say(
                    "{count} texts are being read at this moment, as many as can wait. Yours was"
                    " not taken on and nothing was stored. Try again in some minutes.",
                    count=self._of.total(),
                )
            )

    async def _wait(self, rank: int, size: int, waits: Waits | None) -> None:
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, size, next(self._arrivals), turn))
        try:
            done, _ = await asyncio.wait({turn}, timeout=waits.after if waits else None)
            if not done and waits:
                await waits.tell()
            await turn
        except BaseException:
            # Who gives up while it is their turn passes it on; otherwise it never comes.
            if turn.done() and not turn.cancelled():
                self._next()
            turn.cancel()
            raise

    def _next(self) -> None:
        self._taken = False
        while self._waiting:
            *_, turn = heapq.heappop(self._waiting)
            if not turn.done():
                self._taken = True
                turn.set_result(None)
                return
