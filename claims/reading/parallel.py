"""One function over many articles, in their order, in this process or in several."""

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from claims.errors import ArticleError, ClaimsError
from claims.models import Article

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

BATCH = 16
"""Articles handed to a worker at a time: handing one over costs a tenth of splitting it."""

AHEAD = 3
"""Batches that wait for each worker: one in work, one ready, one whose result is not printed."""


class _Refused(NamedTuple):
    """An ArticleError on its way from a worker; the parent knows which article it was."""

    reason: str


def spread(
    function: Callable[[Article], T], items: Iterable[Article | ArticleError], jobs: int
) -> Generator[tuple[Article, T] | ArticleError]:
    """
    Yield each article with the function's value, or the ArticleError that stands for it.

    Errors among the items are passed on in their place. With more than one job, `function`
    is called in other processes (it has to be importable), and only `jobs * AHEAD * BATCH`
    articles are held at a time, so the items may be a stream of any length. Closing the
    iterator ends the processes.
    """
    if jobs > 1:
        yield from _in_processes(function, items, jobs)
        return
    for item in items:
        yield item if isinstance(item, ArticleError) else _paired(item, _one(function, item))


def _in_processes(
    function: Callable[[Article], T], items: Iterable[Article | ArticleError], jobs: int
) -> Generator[tuple[Article, T] | ArticleError]:
    # One process needs none of these, and they take as long to load as a page to split.
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # "spawn", because a forked child of a process with threads may deadlock.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interrupts_to_parent)
    waiting: deque[tuple[list[Article | ArticleError], Future[list[T | _Refused]]]] = deque()
    source = iter(items)
    try:
        while batch := list(islice(source, BATCH)):
            articles = [item for item in batch if isinstance(item, Article)]
            with _interrupts_held():
                waiting.append((batch, pool.submit(_each, function, articles)))
            if len(waiting) == jobs * AHEAD:
                yield from _merged(*waiting.popleft())
        while waiting:
            yield from _merged(*waiting.popleft())
    except BrokenProcessPool:
        raise ClaimsError(
            "A worker process died, perhaps for want of memory. Try again with fewer --jobs."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """
    Let a Ctrl-C wait until processes have been started, and never reach those.

    They inherit what is held. One that is still importing would die with a traceback, before
    `_leave_interrupts_to_parent` is called in it; and an interrupt between the start of one and
    the pool's note of it would leave a process that nobody ends, for which Python's exit waits.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent may speak of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _one(function: Callable[[Article], T], article: Article) -> T | _Refused:
    try:
        return function(article)
    except ArticleError as error:
        return _Refused(error.reason)


def _each(function: Callable[[Article], T], articles: list[Article]) -> list[T | _Refused]:
    return [_one(function, article) for article in articles]


def _paired(article: Article, value: T | _Refused) -> tuple[Article, T] | ArticleError:
    if isinstance(value, _Refused):
        return ArticleError(article.id, value.reason)
    return article, value


def _merged(
    batch: list[Article | ArticleError], future: "Future[list[T | _Refused]]"
) -> Iterator[tuple[Article, T] | ArticleError]:
    """Put the values back beside their articles, and the errors between them."""
    values = iter(future.result())
    for item in batch:
        yield item if isinstance(item, ArticleError) else _paired(item, next(values))
