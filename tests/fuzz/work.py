"""How much work a text makes, counted instead of timed: the same on every machine, each time."""

import re
import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest

from claims.models import Article
from claims.splitting import split


class Counted:
    """A compiled pattern that counts the characters which it goes over."""

    def __init__(self, pattern: re.Pattern[str], work: Counter[str]) -> None:
        self.pattern, self.work = pattern, work

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.pattern, name)
        if not callable(method):
            return method

        def counting(*given: Any) -> Any:
            found = method(*given)
            if name == "sub":
                given = given[1:]
            text = given[0] if isinstance(given[0], str) else given[-1]
            first = given[1] if isinstance(given[0], str) and len(given) > 1 else 0
            if name == "search" and found:
                self.work["scanned"] += found.end() - first
            elif name in {"match", "fullmatch"}:
                self.work["scanned"] += found.end() - first if found else 1
            else:
                last = given[2] if len(given) > 2 else len(text)
                self.work["scanned"] += max(0, min(last, len(text)) - first)
            return found

        return counting


def work_of(text: str) -> dict[str, int]:
    """
    Return how much work splitting `text` is: lines of Python run, characters that patterns scan.

    Texts of these pieces are hardly English; the look at the language is left out, so that they
    get to what is measured.
    """
    work: Counter[str] = Counter()

    def line(frame: FrameType, event: str, _: object) -> Any:
        inside = frame.f_globals.get("__name__", "").startswith("claims.splitting")
        work["lines"] += inside
        return line if inside else None

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("claims.splitting.article.is_english", lambda _: True)
        for module in [sys.modules[name] for name in sys.modules if "claims.splitting" in name]:
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patched.setattr(module, name, Counted(value, work))
        before = sys.gettrace()
        sys.settrace(line)
        try:
            split(Article(text=text))
        finally:
            sys.settrace(before)
    return dict(work)
