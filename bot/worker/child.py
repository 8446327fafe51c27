"""
The worker's own program: `python -m bot.worker LEDGER MEMORY SECONDS`, started by the bot.

It takes one task after another from its standard input and answers on its standard output, as
messages of a length and a pickle. It holds no lock and cannot write the ledger. It ends with
its input: also in the middle of work, and however the bot ended.
"""

import os
import pickle
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from claims.errors import ClaimsError
from claims.ledger.store.alone import Alone
from claims.wording import speaking

if sys.platform != "win32":  # where a process cannot bound itself
    import resource

T = TypeVar("T")

HEAD = struct.Struct("<Q")
"""The length of a message, before it."""

NO_MEMORY = 70
"""The exit code where memory ran out: what is left of the process is not to be relied on."""

LESS_URGENT = 10
"""How nice the process is: where processors are short, the bot that answers has them first."""


class Task(NamedTuple, Generic[T]):
    """A function with its values; one that `reads` is given a connection to the ledger first."""

    function: Callable[..., T]
    args: tuple[object, ...]
    kwargs: dict[str, object]
    reads: bool
    language: str


class Failure(NamedTuple):
    """An error that is no ClaimsError: its type and place, without what it says of the text."""

    kind: str
    where: str


def framed(message: bytes) -> bytes:
    """Return the message with its length before it."""
    return HEAD.pack(len(message)) + message


def main(ledger: Path, memory: int, seconds: float) -> None:
    """Work until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which ends this
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    _bound_memory(memory)
    if sys.platform != "win32":
        os.nice(LESS_URGENT)
    tasks: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    alone = Alone(ledger)
    import claims.splitting  # noqa: F401 - ready before the first task, not before limits

    _send(answers, b"")
    while True:
        asked = tasks.get()
        _bound_time(seconds)
        try:
            answer = pickle.dumps(_done(pickle.loads(asked), alone))  # noqa: S301 - the bot's own
        except MemoryError:
            os._exit(NO_MEMORY)
        _send(answers, answer)


def _done(task: Task[T], alone: Alone) -> T | ClaimsError | Failure:
    with speaking(task.language):
        try:
            if task.reads:
                return alone.read(task.function, *task.args, **task.kwargs)
            return task.function(*task.args, **task.kwargs)
        except ClaimsError as error:
            return error.with_traceback(None)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a border: the bot logs it and tells the person
            frames = traceback.extract_tb(error.__traceback__)
            where = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(frames[-8:]))
            return Failure(type(error).__name__, where)


def _send(answers: BinaryIO, message: bytes) -> None:
    answers.write(framed(message))
    answers.flush()


def _listen(asked: BinaryIO, tasks: "SimpleQueue[bytes]") -> None:
    """Take tasks in; when the input ends, so does the process."""
    while head := asked.read(HEAD.size):
        tasks.put(asked.read(*HEAD.unpack(head)))
    os._exit(0)


def _bound_memory(most: int) -> None:
    if sys.platform == "linux":  # macOS has the limit and ignores it
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _bound_time(seconds: float) -> None:
    """
    Have the system end the process when the next task has had its time twice.

    The bot ends it sooner. This is for a bot that is gone while one long step of a library
    keeps the input from being looked at.
    """
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + 2 * seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
