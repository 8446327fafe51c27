"""
Tell an unmodified program that uses discord.py where the loopback Discord is.

Python imports this when it starts, because the tests put its directory on the path. discord.py
itself is not imported here: two of its modules are patched when the program imports them.
LOOPBACK_SET may name numbers of the program's own that are too slow for a test, with spaces
between them: `package.module:NAME=1.5`. LOOPBACK_KILL may name a function of the program's own
before which it dies as from `kill -9`: `package.module:name`. LOOPBACK_CLOCK may name a file with
the seconds by which all wall clocks of the program are wrong, and those for which its computer
slept, which the clock that nobody sets counts on Linux; it is read anew whenever one is asked.
LOOPBACK_WITHOUT may name a package that is to be missing.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Self

Patch = Callable[[ModuleType], None]


def _send_requests_here(module: ModuleType) -> None:
    module.Route.BASE = os.environ["LOOPBACK_API"]


def _connect_here(module: ModuleType) -> None:
    import yarl  # not at the top: only once discord.py has imported it

    module.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["LOOPBACK_GATEWAY"])


def _number(assignment: str) -> tuple[str, Patch]:
    where, _, value = assignment.partition("=")
    module_name, _, name = where.partition(":")

    def set_number(module: ModuleType) -> None:
        getattr(module, name)  # a name that is gone shall fail here, not be set in vain
        setattr(module, name, float(value))

    return module_name, set_number


def _add(patches: dict[str, Patch], name: str, patch: Patch) -> None:
    """Patch a module this way too: there may be several ways for one."""
    before = patches.get(name)

    def both(module: ModuleType) -> None:
        if before:
            before(module)
        patch(module)

    patches[name] = both


def _death(where: str) -> tuple[str, Patch]:
    module_name, _, name = where.partition(":")

    def die(*args: object, **kwargs: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def set_death(module: ModuleType) -> None:
        getattr(module, name)  # a function that is gone shall fail here
        setattr(module, name, die)

    return module_name, set_death


def _clock() -> list[float]:
    return [float(each) for each in Path(os.environ["LOOPBACK_CLOCK"]).read_text().split()]


def _wrong_by() -> timedelta:
    return timedelta(seconds=_clock()[0])


def _wrong_utcnow(module: ModuleType) -> None:
    real = module.utcnow
    vars(module)["utcnow"] = lambda: real() + _wrong_by()


def _wrong_now(module: ModuleType) -> None:
    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) + _wrong_by()

    assert module.datetime is datetime
    vars(module)["datetime"] = Wrong


def _slept(module: ModuleType) -> None:
    real = module.lasting
    vars(module)["lasting"] = lambda: real() + _clock()[1]


_CLOCKS = {
    "bot.clock": _slept,
    "discord.utils": _wrong_utcnow,
    "apscheduler.schedulers.base": _wrong_now,
    "bot.jobs.ticking": _wrong_now,
}


class _Redirect:
    """An import hook that lets the ordinary loader work and patches after it."""

    def __init__(self, patches: dict[str, Patch]) -> None:
        self._patches = patches

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        patch = self._patches.get(name)
        spec = PathFinder.find_spec(name, path) if patch else None
        if spec is None or spec.loader is None or patch is None:
            return None
        load = spec.loader.exec_module

        def load_and_patch(module: ModuleType) -> None:
            load(module)
            patch(module)

        spec.loader.exec_module = load_and_patch  # type: ignore[method-assign]  # of this one loader
        return spec


if "LOOPBACK_API" in os.environ:
    patches: dict[str, Patch] = {}
    _add(patches, "discord.http", _send_requests_here)
    _add(patches, "discord.gateway", _connect_here)
    if "LOOPBACK_SET" in os.environ:
        for assignment in os.environ["LOOPBACK_SET"].split():
            _add(patches, *_number(assignment))
    if "LOOPBACK_KILL" in os.environ:
        patches |= [_death(os.environ["LOOPBACK_KILL"])]
    if "LOOPBACK_WITHOUT" in os.environ:
        sys.modules[os.environ["LOOPBACK_WITHOUT"]] = None  # type: ignore[assignment]  # as Python reads it
    if "LOOPBACK_CLOCK" in os.environ:
        for name, patch in _CLOCKS.items():
            _add(patches, name, patch)
    sys.meta_path.insert(0, _Redirect(patches))
