"""
Many small operations in one hop to another thread. Contains no business logic.

A hop costs as much as a small read: two threads wake each other and take turns at the
interpreter's lock. Operations that come while others run wait together and share the next hop.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from time import perf_counter
from typing import Any, NamedTuple

LONGEST_SECONDS = 0.004
"""After which a hop ends with what is done: a quick read never waits long for a slow one's end."""


class _Waiting(NamedTuple):
    operation: Callable[[], Any]
    future: asyncio.Future[Any]


class Batches:
    """Runs operations in their order on the thread that `hop` runs a function on."""

    def __init__(self, hop: Callable[[Callable[[], None]], asyncio.Future[None]]) -> None:
        self._hop = hop
        self._waiting: deque[_Waiting] = deque()
        self._under_way: asyncio.Future[None] | None = None
        self._begun: list[asyncio.Future[Any]] = []
        self._results: list[Any] = []

    async def run(self, operation: Callable[[], Any]) -> Any:
        """Run one operation. It runs even if the caller is cancelled meanwhile."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(operation, future))
        if self._under_way is None:
            self._start()
        return await future

    async def finish(self) -> None:
        """Wait until everything that was asked for has run."""
        while self._under_way is not None:
            await asyncio.wait([self._under_way])
            await asyncio.sleep(0)  # lets the next hop start, if there is one

    def _start(self) -> None:
        self._under_way = self._hop(self._drain)
        self._under_way.add_done_callback(self._tell)

    def _drain(self) -> None:
        """On the other thread: run what waits, for a while, or until an operation raises."""
        self._begun, self._results = [], []
        began = perf_counter()
        while self._waiting and perf_counter() - began < LONGEST_SECONDS:
            operation, future = self._waiting.popleft()
            self._begun.append(future)
            self._results.append(operation())

    def _tell(self, hop: asyncio.Future[None]) -> None:
        """On the loop's thread: let the callers go on, and start the next hop for who waits."""
        for future, result in zip(self._begun, self._results, strict=False):
            if not future.done():
                future.set_result(result)
        error = hop.exception()
        if error is not None and not self._begun[-1].done():
            self._begun[-1].set_exception(error)
        self._under_way = None
        if self._waiting:
            self._start()
