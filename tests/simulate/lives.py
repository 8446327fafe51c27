"""
Months of notices in a virtual time.

A life is sixty days of one server, drawn from one seed: claims are rated, corrected, undone, taken
and marked for a re-check, people follow, leave, come back and close their direct messages, managers
change the quiet hours and their zone, the bot is killed in the middle of sendings or away for days,
Discord is down and loses answers, clocks jump. The real ledger says what is due; in the
end everybody was told once of what is published now, or there is a reason why not, and nobody in
quiet hours.
"""

import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Concatenate, Unpack

from claims.digests.records import Schedule
from claims.errors import ClaimsError
from claims.ledger import servers
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.digests import digests
from claims.ledger.lookup import claims
from claims.ledger.members import follows, notices
from claims.records.claims import Evidence, Rating, Stage
from claims.records.decisions import Act, Action
from claims.records.notices import Kind, Notice, Outcome
from claims.records.servers import Quiet
from claims.rules.ahead import EARLY
from claims.rules.quiet_hours import may_write_at
from claims.rules.rating import ASSIGNMENT
from tests.claims.acting import Fields
from tests.simulate.played import (
    HARBOUR,
    REMEMBERED,
    KilledError,
    P,
    T,
    ledger_in_memory,
    said,
    written,
)

GUILD, CHANNEL = 1, 5
START = datetime(2026, 3, 1, tzinfo=UTC)
LIFE = timedelta(days=60)
LOOK = timedelta(hours=1)
"""How often the bot looks where nothing is known to be due; it does every twenty seconds."""

DEADLY = 0.02
"""How likely the bot is killed before a message is sent, and before it is recorded."""

FOLLOWERS, MODERATORS = (11, 12, 13), (21, 22)
NUMBERS = (1, 2, 3)
ZONES = ("UTC", "Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu")
LINK = (Evidence(url="https://port.example/statistics", is_primary=True, note="table 3"),)


DEEDS = (
    *("rate", "rate", "rate", "undo", "take", "reopen", "recheck", "follow", "follow", "unfollow"),
    *("quiet", "zone", "off", "down", "away", "clock", "closed", "gone"),
)


class Life:
    """Sixty days, and what everybody came to know in them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.db = ledger_in_memory()
        self.real, self.skew = START, timedelta()
        self.down_until = START
        self.gone: set[int] = set()
        self.closed: set[int] = set()
        self.messages: dict[str, list[datetime]] = defaultdict(list)
        self.knows: dict[tuple[int, int], Rating | None] = {}
        self.excused: set[tuple[int, int]] = set()
        self.reminded: Counter[tuple[int, int, str]] = Counter()
        self.taken: dict[int, datetime] = {}
        self.clock_set = START
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    @property
    def now(self) -> datetime:
        """The time by the bot's own clock."""
        return self.real + self.skew

    def run(self) -> "Life":
        """Live through it, and come to an end of everything that is open."""
        self._furnish()
        happens = self.real
        while self.real < START + LIFE:
            if self.real >= happens:
                self._happen()
                happens = self.real + timedelta(hours=self.chance.expovariate(1 / 3))
            self.tick()
            self.real = max(self.real + timedelta(seconds=20), min(happens, self._next_wake()))
        self._set_clock(timedelta())
        self.down_until = self.real
        while self.real < START + LIFE + timedelta(days=5):
            self.tick(calm=True)
            self.real = max(self.real + timedelta(seconds=20), self._next_wake())
        return self

    def tick(self, *, calm: bool = False) -> None:
        """Do what the bot's jobs do; it may be killed anywhere."""
        try:
            latest = max(self.now, self.real)  # Discord's clock is right
            self._write(reviews.free_expired, now=self.now, latest=latest)
            self._check_taken()
            while taken := self._write(notices.claim_due, self.now, most=5):
                for notice in taken:
                    self._check_hour(notice)
                if all(self.send(n, calm=calm) is Outcome.CLAIMED for n in taken):
                    return
        except KilledError:
            self.counts["kills"] += 1
            self.real += timedelta(seconds=self.chance.choice((1, 30, 170, 400, 40_000)))

    def send(self, notice: Notice, *, calm: bool) -> Outcome:
        """Send as `bot.jobs.notices` does."""
        if notice.outcome is Outcome.UNCERTAIN:
            self.counts["looks"] += 1
            if self.real < self.down_until:
                return self._put_off(notice)
            if self.messages[notice.nonce]:
                return self._settle(notice, Outcome.SENT)
            anew = self._write(notices.not_found, notice, now=self.now)
            if anew is None:
                self._excuse(notice)
                return Outcome.FAILED
            notice = anew
        self._may_die(calm)
        outcome = self._post(notice, calm=calm)
        self._may_die(calm)
        return (
            self._put_off(notice) if outcome is Outcome.CLAIMED else self._settle(notice, outcome)
        )

    def _put_off(self, notice: Notice) -> Outcome:
        self._write(notices.put_off, notice, now=self.now)
        row = self.db.execute(
            "SELECT waits_until FROM notice WHERE id = ?", (notice.id,)
        ).fetchone()
        if row["waits_until"] is None:  # nobody will ever know
            self._excuse(notice)
        return Outcome.CLAIMED

    def _post(self, notice: Notice, *, calm: bool) -> Outcome:
        """Let Discord have it; return what the bot learns of it."""
        if self.real < self.down_until:
            return Outcome.CLAIMED
        reader = notice.user_id
        closed = reader in self.closed and notice.channel_id is None
        if reader in self.gone or closed:
            return Outcome.FAILED
        known = self.messages[notice.nonce]
        if not known or self.real - known[-1] > REMEMBERED:
            known.append(self.real)
            self._read(notice)
        self.real += timedelta(milliseconds=300)
        lost = not calm and self.chance.random() < 0.03
        return Outcome.CLAIMED if lost else Outcome.SENT

    def _read(self, notice: Notice) -> None:
        """Let the reader know what the message says."""
        self.counts[notice.kind] += 1
        if len(self.messages[notice.nonce]) > 1:
            self.wrong.append(f"{notice} came twice")
        if notice.user_id is None:
            return
        for item in notice.news:
            key = (notice.user_id, item.number)
            if notice.kind is Kind.NEWS:
                if key in self.knows and self.knows[key] != item.was and key not in self.excused:
                    self.wrong.append(f"{key} knew {self.knows[key]} and is told {item}")
                if key in self.knows:
                    self.knows[key] = item.now
                self.excused.discard(key)
            elif notice.kind is Kind.RECHECK:
                row = self.db.execute("SELECT key FROM notice WHERE id = ?", (notice.id,))
                day = row.fetchone()["key"].split()[2]
                self.reminded[notice.user_id, item.number, day] += 1

    def _settle(self, notice: Notice, outcome: Outcome) -> Outcome:
        self._write(notices.settle, notice, outcome)
        self.counts[outcome] += 1
        if outcome is not Outcome.SENT:
            self._excuse(notice)
        return outcome

    def _excuse(self, notice: Notice) -> None:
        self.counts["given up"] += 1
        self.excused |= {(notice.user_id or 0, item.number) for item in notice.news}

    def _check_hour(self, notice: Notice) -> None:
        quiet = servers.get(self.db, GUILD).quiet
        if notice.user_id is not None and may_write_at(quiet, self.now) > self.now:
            self.wrong.append(f"{notice} at {self.now}, in quiet hours: {quiet}")

    def _check_taken(self) -> None:
        """By a clock that is right, nobody has a claim in hand for longer than they may."""
        for number in NUMBERS if not self.skew else ():
            standing = claims.get(self.db, GUILD, number).standing
            since = max(self.clock_set, self.taken.get(number, START))
            if standing.stage is Stage.CHECKING and self.real - since > ASSIGNMENT:
                self.wrong.append(f"#{number} is taken since {since}, at {self.real}")

    def _set_clock(self, skew: timedelta) -> None:
        """Set it; what people were reminded of days early, they will be reminded of at its day."""
        self.skew, self.clock_set = skew, self.real
        row = self.db.execute("SELECT seen_at FROM digest_clock").fetchone()
        if row and datetime.fromtimestamp(row["seen_at"], UTC) - self.now >= EARLY:
            today = digests.local_date(self.db, GUILD, self.now).isoformat()
            for key in [key for key in self.reminded if key[2] > today]:
                del self.reminded[key]

    def _furnish(self) -> None:
        found = said(f"{number} cranes stood still" for number in NUMBERS)
        self._write(articles.add, GUILD, HARBOUR, found, actor=0, now=self.now)

    def _happen(self) -> None:
        chance, number = self.chance, self.chance.choice(NUMBERS)
        follower, moderator = chance.choice(FOLLOWERS), chance.choice(MODERATORS)
        what = chance.choice(DEEDS)
        self.counts["happened"] += 1
        try:
            match what:
                case "rate":
                    rating = chance.choice((Rating.FALSE, Rating.MIXED, Rating.VERIFIED))
                    asked: Fields = {"rating": rating, "reason": f"{self.now}", "evidence": LINK}
                    self._act(number, moderator, Action.RATE, **asked)
                case "undo":
                    self._write(reviews.undo, GUILD, number, actor=moderator, now=self.now)
                case "take":
                    self._act(number, moderator, Action.TAKE)
                    self.taken[number] = self.real
                case "reopen":
                    self._act(number, moderator, Action.REOPEN, reason="Anew.")
                case "recheck":
                    on = (self.now + timedelta(days=chance.randint(0, 20))).date()
                    self._act(number, moderator, Action.RECHECK, recheck_on=on)
                case "follow":
                    self._follow(number, follower)
                case "unfollow":
                    self._write(follows.unfollow, GUILD, number, user_id=follower)
                    self.knows.pop((follower, number), None)
                case "quiet":
                    hours = [time(chance.randrange(24), chance.choice((0, 30))) for _ in range(2)]
                    quiet = Quiet(zone=chance.choice(ZONES), begins=hours[0], ends=hours[1])
                    self._write(servers.set_quiet, GUILD, quiet)
                case "zone":
                    daily = Schedule(
                        channel_id=CHANNEL, local_time=time(9), zone=chance.choice(ZONES)
                    )
                    self._write(digests.set_schedule, GUILD, daily, now=self.now)
                case "off":
                    self._write(digests.clear_schedule, GUILD)
                case "down":
                    self.down_until = self.real + timedelta(hours=chance.choice((0.1, 1, 5, 30)))
                case "away":
                    self.real += timedelta(hours=chance.choice((0.1, 1, 8, 20, 70)))
                case "clock":
                    skews = (0, 0, 1, -1, 30, -90, 3000, 1440, -1440)
                    self._set_clock(timedelta(minutes=chance.choice(skews)))
                case "closed":
                    self.closed ^= {follower}
                case "gone":
                    self.gone ^= {follower}
        except ClaimsError:
            self.counts["refused"] += 1

    def _act(self, number: int, moderator: int, action: Action, **asked: Unpack[Fields]) -> None:
        act = Act(action=action, actor=moderator, **asked)
        self._write(reviews.act, GUILD, number, act, now=self.now)

    def _follow(self, number: int, follower: int) -> None:
        channel = self.chance.choice((None, CHANNEL))
        new = self._write(
            follows.follow, GUILD, number, user_id=follower, now=self.now, channel_id=channel
        )
        if new:
            self.knows[follower, number] = claims.get(self.db, GUILD, number).standing.published
            self.excused.discard((follower, number))

    def _next_wake(self) -> datetime:
        # Zero, since a clock was set back, names no time: what follows others may stay at it long.
        (at,) = self.db.execute(
            "SELECT min(waits_until) FROM notice WHERE waits_until > 0"
        ).fetchone()
        wake = datetime.fromtimestamp(at, UTC) - self.skew if at else self.real + LOOK
        return min(wake, self.real + LOOK)

    def _may_die(self, calm: bool) -> None:
        if not calm and self.chance.random() < DEADLY:
            raise KilledError

    def _write(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        return written(self.db, operation, *args, **kwargs)
