"""Rate limits, off unless a test turns them on: a window per route and channel, and one for all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

MAJOR = ("channel_id", "guild_id", "webhook_id")
UNLIMITED = ("/interactions/", "/webhooks/")  # not counted among all, says Discord
PLENTY = 50  # what the headers speak of while nothing is limited


@dataclass
class Window:
    """So many requests within so many seconds, counted from the first."""

    most: int
    seconds: float
    began: float = 0.0
    count: int = 0

    def take(self, now: float) -> float:
        """Count a request; return how long it should have waited, 0 where it may pass."""
        if now - self.began >= self.seconds:
            self.began, self.count = now, 0
        if self.count >= self.most:
            return self.began + self.seconds - now
        self.count += 1
        return 0.0

    def headers(self, bucket: str, now: float) -> dict[str, str]:
        """Say what is left, as Discord does."""
        left = max(self.began + self.seconds - now, 0.0)
        return {
            "X-RateLimit-Limit": str(self.most),
            "X-RateLimit-Remaining": str(self.most - self.count),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": bucket,
        }


@dataclass
class Limits:
    """
    Limits as Discord announces them in its headers.

    `of_route` maps method and route to a number and seconds; Discord counts each channel,
    server or webhook by itself. `of_all` counts every request but those of interactions.
    `exceeded` counts the refusals: a bot that heeds the headers meets only those of `of_all`,
    which no header announces.
    """

    of_route: dict[tuple[str, str], tuple[int, float]] = field(default_factory=dict)
    of_all: tuple[int, float] | None = None
    exceeded: int = 0
    _windows: dict[tuple[str, ...], Window] = field(default_factory=dict)

    def take(
        self, method: str, template: str, match: Mapping[str, str], now: float
    ) -> tuple[float, bool, dict[str, str]]:
        """Count one request: how long it should have waited, whether for all, the headers."""
        major = tuple(match.get(name, "") for name in MAJOR)
        limit = self.of_route.get((method, template), (PLENTY, 1.0))
        window = self._window((method, template, *major), limit)
        wait, for_all = 0.0, False
        if self.of_all and not template.startswith(UNLIMITED):
            wait = self._window((), self.of_all).take(now)
            for_all = wait > 0
        if not wait and (method, template) in self.of_route:
            wait = window.take(now)
        self.exceeded += wait > 0
        return wait, for_all, window.headers(f"{method} {template}", now)

    def _window(self, key: tuple[str, ...], limit: tuple[int, float]) -> Window:
        return self._windows.setdefault(key, Window(*limit))
