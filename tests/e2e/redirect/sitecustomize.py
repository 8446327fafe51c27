"""
Tell an unmodified program that uses discord.py where the loopback Discord is.

Python imports this when it starts, because the tests put its directory on the path. discord.py
itself is not imported here: two of its modules are patched when the program imports them.
"""

import os
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


def _send_requests_here(module: ModuleType) -> None:
    module.Route.BASE = os.environ["LOOPBACK_API"]


def _connect_here(module: ModuleType) -> None:
    import yarl  # not at the top: only once discord.py has imported it

    module.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["LOOPBACK_GATEWAY"])


PATCHES = {"discord.http": _send_requests_here, "discord.gateway": _connect_here}


class _Redirect:
    """An import hook for the two modules; it lets the ordinary loader work and patches after it."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        patch = PATCHES.get(name)
        spec = PathFinder.find_spec(name, path) if patch else None
        if spec is None or spec.loader is None or patch is None:
            return None
        load = spec.loader.exec_module

        def load_and_patch(module: ModuleType) -> None:
            load(module)
            patch(module)

        spec.loader.exec_module = load_and_patch
        return spec


if "LOOPBACK_API" in os.environ:
    sys.meta_path.insert(0, _Redirect)
