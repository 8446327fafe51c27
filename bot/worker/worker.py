"""
The worker as the bot sees it: hand over a function and values, await what it returns.

asyncio's own subprocess, and not a pool of the standard library or another's: those give the
worker the bot's environment, with the token in it, and load the bot's program into it.
"""

import asyncio
import logging
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar, cast

from bot.worker import child
from bot.worker.limits import LIMITS, Limits
from bot.worker.turns import Turns, Waits
from claims.errors import ClaimsError, RefusedError
from claims.ledger.store.alone import Database
from claims.wording import language, phrase, say

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT")
"""Variables that Python needs to start. The token is none of them."""

TOOK_LONG = phrase(
    "“{name}” took longer than {seconds} seconds, the most that one text may take, so reading it"
    " was broken off. Nothing was stored. Hand it in in parts, or read it with the command line:"
    " claims load."
)
DIED = phrase(
    "The program that reads texts ended while it worked on “{name}”, perhaps for want of memory."
    " Nothing was stored. Try again; if it happens again, hand it in in parts."
)
NO_START = phrase(
    "The program that reads texts could not be started, so “{name}” was not read and nothing was"
    " stored. Try again; if it happens again, tell whoever runs this bot."
)


class Order(NamedTuple):
    """
    Whose work it is, what it is called to them, how many bytes it has, and how to say it waits.

    Nobody is the person with the number 0.
    """

    person: int = 0
    name: str = ""
    size: int = 0
    waits: Waits | None = None


class WorkerError(Exception):
    """A function raised what no person can mend; the message names its type and where."""


class Worker:
    """
    One process, started when it is first needed and kept. Call it from one event loop only.

    It is ended, and a new one started, where work takes too long or its caller gives up. It ends
    by itself when the bot does, however that ends. What waits meanwhile is not lost by it.
    """

    def __init__(self, ledger: Path, *, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._ledger = ledger
        self._turns = Turns(limits)
        self._process: asyncio.subprocess.Process | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process that is kept now."""
        return self._process.pid if self._process else None

    async def run(
        self, order: Order, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """
        Return what the function returns there, in the language that is spoken here.

        The function is found by its name, so it has to stand in a module. Raises what it raises
        of ClaimsErrors, RefusedError where the work was not taken on, took too long or the
        process died, and WorkerError for any other error.
        """
        return await self._ask(order, child.Task(function, args, kwargs, False, language()))

    async def read(
        self,
        order: Order,
        operation: Callable[Concatenate[Database, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do as `run` with an operation of the ledger, on a connection that cannot write."""
        return await self._ask(order, child.Task(operation, args, kwargs, True, language()))

    async def warm(self) -> None:
        """Start the process ahead of the first work. Where it cannot start, that work will tell."""
        with suppress(ClaimsError):
            async with self._turns.turn(0, 0):
                await self._started("")

    async def close(self) -> None:
        """End the process for good, whatever it is doing."""
        self._closed = True
        await self._end()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _ask(self, order: Order, task: "child.Task[T]") -> T:
        asked = pickle.dumps(task)
        async with self._turns.turn(order.person, order.size, order.waits):
            answer = await self._answer(order.name, asked)
        if isinstance(answer, child.Failure):
            raise WorkerError(f"{answer.kind} in {answer.where}")
        if isinstance(answer, ClaimsError):
            raise answer
        return cast("T", answer)

    async def _answer(self, name: str, asked: bytes) -> object:
        process = await self._started(name)
        try:
            async with asyncio.timeout(self.limits.seconds):
                return pickle.loads(await _exchange(process, asked))  # noqa: S301 - our own process
        except TimeoutError:
            await self._end()
            log.warning("a piece of work took too long; the worker was ended")
            seconds = f"{self.limits.seconds:g}"
            raise RefusedError(say(TOOK_LONG, name=name, seconds=seconds)) from None
        except (EOFError, ConnectionError):
            await self._end()
            log.warning("the worker died at work (exit code %s)", process.returncode)
            raise RefusedError(say(DIED, name=name)) from None
        except BaseException:
            await self._end()  # what it would still answer belongs to nobody
            raise

    async def _started(self, name: str) -> asyncio.subprocess.Process:
        if self._process is not None and self._process.returncode is None:
            return self._process
        await self._end()
        try:
            if self._closed:
                raise EOFError
            self._process = await self._start()
            async with asyncio.timeout(self.limits.start_seconds):
                await _received(self._process)
        except (OSError, EOFError, TimeoutError) as error:
            await self._end()
            log.warning("the worker did not start: %s", type(error).__name__)
            raise RefusedError(say(NO_START, name=name)) from error
        except BaseException:
            await self._end()
            raise
        return self._process

    async def _start(self) -> asyncio.subprocess.Process:
        limits = self.limits
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", __package__, str(self._ledger)),
            *(str(limits.memory), str(limits.seconds)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={key: os.environ[key] for key in PASSED_ON if key in os.environ},
        )


async def _exchange(process: asyncio.subprocess.Process, asked: bytes) -> bytes:
    assert process.stdin is not None
    process.stdin.write(child.framed(asked))
    await process.stdin.drain()
    return await _received(process)


async def _received(process: asyncio.subprocess.Process) -> bytes:
    """Return one message of the process. Raises EOFError where it ends instead."""
    assert process.stdout is not None
    (size,) = child.HEAD.unpack(await process.stdout.readexactly(child.HEAD.size))
    return await process.stdout.readexactly(size)
