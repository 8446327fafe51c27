"""
Years of digests in a virtual time.

A year is 365 days of one bot with some servers, all drawn from one seed; each year has its own.
The real ledger, the real rules of what is due and what may be sent again; Discord and the bot's
process are played here. Servers change their schedules and ask for digests, the bot is killed in
the middle of sendings or away for days, Discord is down, loses answers and refuses, clocks jump.
Time goes from one moment at which anything can be due to the next.
"""

import random
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Concatenate
from zoneinfo import available_timezones

from claims.digests import run_details
from claims.digests.compose import last_due, next_due, sent_until
from claims.digests.records import Run, Schedule
from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.digests import digests, due_runs, runs
from claims.records.notices import Outcome
from tests.simulate.played import REMEMBERED, KilledError, P, T, ledger_in_memory, written

START = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = timedelta(days=365)
TICK = timedelta(seconds=20)

ZONES = sorted(available_timezones() - {"Factory", "localtime"})
WEEKDAYS = (frozenset(range(7)), frozenset(range(5)), frozenset({0}), frozenset({1, 4}))


@dataclass
class Discord:
    """The channels of all servers, as they are, whatever the bot believes."""

    chance: random.Random
    down_until: datetime = START
    closed: set[int] = field(default_factory=set)
    messages: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, datetime] = field(default_factory=dict)
    """What the bot's clock showed when a message came."""

    def post(self, run: Run, real: datetime, shown: datetime) -> Outcome:
        """Post, or not; return what the bot learns of it (`claimed`: nothing)."""
        if real < self.down_until or self.chance.random() < 0.01:
            return Outcome.CLAIMED
        if run.channel_id in self.closed:
            return Outcome.FAILED
        known = self.messages[run.nonce]
        if not known or real - known[-1] > REMEMBERED:
            known.append(real)
            self.shown.setdefault(run.nonce, shown)
        return Outcome.CLAIMED if self.chance.random() < 0.02 else Outcome.SENT


@dataclass
class Server:
    """One server's digest, and what it was promised: its dates, by the schedules it had."""

    guild_id: int
    schedule: Schedule | None = None
    since: datetime = START
    promised: dict[date, datetime] = field(default_factory=dict)
    unsettled: set[date] = field(default_factory=set)

    def change(self, schedule: Schedule | None, real: datetime, shown: datetime) -> None:
        """
        Have another schedule from now on, when the bot's clock showed `shown`.

        Dates near the change, by either clock, are nobody's promise.
        """
        if self.schedule:
            self.promised |= promised(self.schedule, self.since, real)
        self.unsettled |= _near(real, shown)
        self.schedule, self.since = schedule, real


def _near(one: datetime, other: datetime) -> set[date]:
    first, last = min(one, other).date(), max(one, other).date()
    return {first + timedelta(days=n) for n in range(-2, (last - first).days + 3)}


def promised(schedule: Schedule, after: datetime, until: datetime) -> dict[date, datetime]:
    """Return when each date's digest is due, of those that are due by `until`."""
    found, due = {}, next_due(schedule, after)
    while due.at <= until:
        found[due.on] = due.at
        due = next_due(schedule, due.at)
    return found


class Simulation:
    """A year of some servers behind one bot, from one seed."""

    def __init__(self, seed: int, many: int) -> None:
        self.chance = random.Random(seed)
        self.discord = Discord(self.chance)
        self.db = ledger_in_memory()
        self.db.execute("PRAGMA foreign_keys = OFF")  # what happens is events of no claim
        self.servers = {n: Server(n) for n in range(1, many + 1)}
        self.real = START
        self.skew = timedelta()  # how wrong the bot's clock is
        self.jumps: set[date] = set()  # near which it was set
        self.kills = self.tries = self.looks = self.stops = 0
        self.requests = 0
        self.wrong: list[str] = []

    @property
    def now(self) -> datetime:
        """The time by the bot's own clock."""
        return self.real + self.skew

    def run(self) -> "Simulation":
        """Live through the year."""
        for server in self.servers.values():
            servers.ensure(self.db, server.guild_id)
            self.set(server)
        trouble = self._next_trouble()
        while self.real < START + YEAR:
            wake = self._next_wake()
            if trouble <= wake:
                self.real = max(self.real, trouble)
                self._trouble()
                trouble = self._next_trouble()
            else:
                self.real = max(self.real + TICK, wake)
            self._happen()
            self._happen()
            self.tick()
            self._look_for_missed()
        self.skew = timedelta()
        self.discord.down_until = self.real
        for looks in range(600):  # what is open now comes to its end
            self.tick()
            self.real += timedelta(minutes=11)
            if looks > 60 and not self._is_open():
                break
        return self

    def _is_open(self) -> bool:
        found = self.db.execute("SELECT 1 FROM digest_run WHERE retry_at IS NOT NULL LIMIT 1")
        return found.fetchone() is not None

    def _look_for_missed(self) -> None:
        """By a clock that is right, no date is missed that may be sent still."""
        if self.skew:
            return
        week_ago = (self.real - timedelta(days=7)).date().isoformat()
        for row in self.db.execute(
            "SELECT guild_id, key, coalesce(first_on, key) AS first FROM digest_run"
            " WHERE outcome = 'missed' AND key BETWEEN ? AND '9' AND detail = ?",
            (week_ago, run_details.NOT_RUNNING),
        ):
            server = self.servers[row["guild_id"]]
            if server.schedule is None:
                continue
            latest = last_due(server.schedule, self.real)
            # A date before the schedule changed may have been missed by the one before.
            if latest is None or latest.at < server.since or latest.on in server.unsettled:
                continue
            until = sent_until(latest, next_due(server.schedule, latest.at))
            if row["first"] <= latest.on.isoformat() <= row["key"] and until > self.real:
                self.wrong.append(f"{dict(row)} at {self.real}, and may be sent until {until}")

    def tick(self) -> None:
        """Do what the bot's job does; it may be killed anywhere, and then starts again."""
        try:
            while taken := self._write(due_runs.claim_due, self.now, most=20):
                answers = [self.send(run) for run in taken]
                if all(answer is Outcome.CLAIMED for answer in answers):
                    return
            for stop in digests.untold_stops(self.db):
                self.servers[stop.guild_id].change(None, self.real, self.now)
                self._write(digests.set_told, stop, now=self.now)
                self.stops += 1
        except KilledError:
            self.kills += 1
            self.real += timedelta(seconds=self.chance.choice((1, 5, 30, 120, 170, 400, 4000)))

    def send(self, run: Run) -> Outcome:
        """Send as `bot.jobs.digest_sending` does, step by step."""
        if run.outcome is Outcome.UNCERTAIN:
            self.looks += 1
            if self.real < self.discord.down_until:
                self._write(runs.put_off, run, now=self.now, detail="down")
                return Outcome.CLAIMED
            if self.discord.messages[run.nonce]:
                self._write(runs.settle, run, Outcome.SENT, now=self.now, message_id=1)
                return Outcome.SENT
            anew = self._write(runs.not_found, run, now=self.now)
            if anew is None:
                return Outcome.MISSED
            run = anew
        if run.through == run.since:
            self._write(runs.settle, run, Outcome.EMPTY, now=self.now)
            return Outcome.EMPTY
        self.tries += 1
        self._may_die()
        answer = self.discord.post(run, self.real, self.now)
        self.real += timedelta(milliseconds=self.chance.randrange(20, 400))
        self._may_die()
        if answer is Outcome.CLAIMED:
            self._write(runs.put_off, run, now=self.now, detail="no answer")
        else:
            self._write(runs.settle, run, answer, now=self.now, message_id=1, detail="told")
        self._may_die()
        return answer

    def set(self, server: Server) -> None:
        """Let a manager choose anything."""
        schedule = Schedule(
            channel_id=server.guild_id,
            local_time=time(self.chance.randrange(24), self.chance.randrange(60)),
            zone=self.chance.choice(ZONES),
            weekdays=self.chance.choice(WEEKDAYS),
        )
        self._write(digests.set_schedule, server.guild_id, schedule, now=self.now)
        server.change(schedule, self.real, self.now)

    def _trouble(self) -> None:
        chance, server = self.chance, self.chance.choice([*self.servers.values()])
        match chance.choice(("set", "set", "off", "now", "now", "down", "away", "clock", "closed")):
            case "set":
                self.set(server)
            case "off":
                self._write(digests.clear_schedule, server.guild_id)
                server.change(None, self.real, self.now)
            case "now":
                self._ask(server)
            case "down":
                self.discord.down_until = self.real + timedelta(minutes=chance.choice((1, 9, 300)))
            case "away":
                self.real += timedelta(hours=chance.choice((0.1, 1, 8, 20, 70)))
            case "clock":
                skew = timedelta(
                    minutes=chance.choice(
                        (0, 0, 0, 1, -1, 30, -90, 3000, -3000, 1440, -1440, 44640)
                    )
                )
                self.jumps |= _near(self.real + min(self.skew, skew), self.real + self.skew)
                self.jumps |= _near(self.real + max(self.skew, skew), self.real + skew)
                self.skew = skew
            case "closed":
                self.discord.closed ^= {server.guild_id}

    def _happen(self) -> None:
        """Let something happen in one of the servers."""
        self.db.execute(
            "INSERT INTO event (guild_id, number, at, actor, action, after, reason, hash)"
            " VALUES (?, 1, ?, 0, 'add', '{}', '', '')",
            (self.chance.randint(1, len(self.servers)), int(self.now.timestamp())),
        )

    def _ask(self, server: Server) -> None:
        self.requests += 1
        try:
            run = self._write(
                due_runs.claim_now,
                server.guild_id,
                request=self.requests,
                channel_id=server.guild_id,
                now=self.now,
            )
            self.send(run)
        except RefusedError:
            pass
        except KilledError:
            self.kills += 1

    def _next_trouble(self) -> datetime:
        # Of each server about ten a year, so that most of its dates are usual ones.
        return self.real + self.chance.expovariate(10 * len(self.servers)) * YEAR

    def _next_wake(self) -> datetime:
        found = self.db.execute(
            "SELECT min(at) FROM (SELECT min(next_run_at) AS at FROM digest_schedule"
            " WHERE stopped_at IS NULL UNION ALL SELECT min(retry_at) FROM digest_run"
            " WHERE retry_at IS NOT NULL UNION ALL SELECT min(stopped_at) FROM digest_schedule"
            " WHERE told_at IS NULL)"
        ).fetchone()[0]
        return datetime.fromtimestamp(found, UTC) - self.skew if found else START + YEAR

    def _may_die(self) -> None:
        if self.chance.random() < 0.01:
            raise KilledError

    def _write(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        return written(self.db, operation, *args, **kwargs)
