"""
Figures for an operator's Prometheus: how much and how long.

They name commands and buttons, never people, servers or what anybody wrote.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.settings import SettingsError
from claims.ledger import Ledger
from claims.ledger.keeping import daily
from claims.ledger.keeping.daily import Plan

ANSWERS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10)
"""Seconds: autocomplete should take a tenth, and after three Discord shows a failure."""

READS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2)
"""Seconds: what is quick takes under two thousandths, and a write waits for the disk."""


Latencies = Callable[[], list[tuple[int, float]]]
"""Returns, for each shard, the seconds between its last heartbeat and Discord's answer."""


class Metrics(Collector):
    """What is counted, from the start of the process on; one a process."""

    def __init__(self, ledger: Ledger, plan: Plan | None = None) -> None:
        self.registry = CollectorRegistry()
        self._plan = plan
        self._ledger = ledger
        self._latencies: Latencies = list
        self._answers = Histogram(
            "claimbot_interaction_seconds",
            "From the arrival of an interaction until all was said.",
            ("kind", "name", "outcome"),
            buckets=ANSWERS,
            registry=self.registry,
        )
        self._waits = Histogram(
            "claimbot_ledger_wait_seconds",
            "Until an operation on the ledger began.",
            ("access",),
            buckets=READS,
            registry=self.registry,
        )
        self._runs = Histogram(
            "claimbot_ledger_run_seconds",
            "What an operation on the ledger then took.",
            ("access",),
            buckets=READS,
            registry=self.registry,
        )
        self._sent = Counter(
            "claimbot_sent",
            "Digests, notices and greetings, by what became of them.",
            ("what", "outcome"),
            registry=self.registry,
        )
        self._backups = Counter(
            "claimbot_backups",
            "Backups that were tried, by what became of them.",
            ("outcome",),
            registry=self.registry,
        )
        for outcome in ("verified", "failed") if plan else ():
            self._backups.labels(outcome)  # from nothing on, so that the first failure is a rise
        self.registry.register(self)
        ledger.watch(self._operation)

    def watch(self, latencies: Latencies) -> None:
        """Tell from now on what this returns."""
        self._latencies = latencies

    def answered(self, kind: str, name: str, outcome: str, seconds: float) -> None:
        """Count an interaction that is over."""
        self._answers.labels(kind, name, outcome).observe(seconds)

    def sent(self, what: str, outcome: str) -> None:
        """Count a digest or notice that was tried."""
        self._sent.labels(what, outcome).inc()

    def backed_up(self, outcome: str) -> None:
        """Count a backup that was tried, as `verified` or `failed`."""
        self._backups.labels(outcome).inc()

    def _operation(self, access: str, waited: float, took: float) -> None:
        self._waits.labels(access).observe(waited)
        self._runs.labels(access).observe(took)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Called by Prometheus' library for what is looked up rather than counted."""
        yield GaugeMetricFamily(
            "claimbot_ledger_waiting",
            "Operations that wait for the ledger or run on it.",
            value=self._ledger.waiting,
        )
        lag = GaugeMetricFamily(
            "claimbot_gateway_latency_seconds",
            "Between a heartbeat to Discord and its answer.",
            labels=("shard",),
        )
        for shard, seconds in self._latencies():
            if seconds < float("inf"):  # neither infinite nor not a number: there was an answer
                lag.add_metric([str(shard)], seconds)
        yield lag
        if self._plan:
            yield GaugeMetricFamily(
                "claimbot_backup_age_seconds",
                "Since the newest backup that passed its check; infinite where there is none.",
                value=_age(self._plan.folder, self._ledger.path),
            )

    @contextmanager
    def served(self, host: str, port: int) -> Iterator[int]:
        """
        Serve the figures at this address of the machine, on this port, 0 for any.

        Yields the port. Raises SettingsError where that cannot be listened on.
        """
        try:
            server, thread = start_http_server(port, host, self.registry)
        except OSError as error:
            raise SettingsError(
                "CLAIMBOT_METRICS_HOST and CLAIMBOT_METRICS_PORT:"
                f" {host}:{port} cannot be listened on ({error.strerror})."
            ) from error
        try:
            yield server.server_port
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def _age(folder: Path, ledger: Path) -> float:
    now = datetime.now(UTC)
    newest = daily.newest(folder, ledger, now=now)
    return max(0.0, (now - newest.at).total_seconds()) if newest else float("inf")
