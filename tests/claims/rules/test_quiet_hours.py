"""When people are left in peace, through midnights and changes of the clocks."""

from datetime import UTC, datetime, time

import pytest

from claims.records.servers import Quiet
from claims.rules.quiet_hours import may_write_at

NIGHT = Quiet(zone="Europe/Berlin", begins=time(22), ends=time(7))
EVENING = Quiet(zone="Europe/Berlin", begins=time(22), ends=time(2, 30))
NOON = Quiet(zone="Europe/Berlin", begins=time(12), ends=time(13, 30))


def utc(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


WAITS = [
    (NIGHT, utc(1, 5, 21, 0), utc(1, 6, 6, 0)),  # 22:00 there
    (NIGHT, utc(1, 5, 23, 30), utc(1, 6, 6, 0)),
    (NIGHT, utc(1, 6, 5, 59), utc(1, 6, 6, 0)),
    (NIGHT, utc(3, 28, 23, 0), utc(3, 29, 5, 0)),  # an hour of that night does not exist
    (NIGHT, utc(10, 24, 21, 0), utc(10, 25, 6, 0)),  # an hour of that night is there twice
    (NOON, utc(7, 1, 10, 0), utc(7, 1, 11, 30)),
]
GOES_AT_ONCE = [
    (NIGHT, utc(1, 5, 20, 59)),
    (NIGHT, utc(1, 6, 6, 0)),
    (EVENING, utc(10, 25, 1, 10)),  # 02:10 for the second time, after an end at the first 02:30
    (NOON, utc(7, 1, 9, 59)),
    (NOON, utc(7, 1, 11, 30)),
    (Quiet(zone="Europe/Berlin", begins=time(7), ends=time(7)), utc(1, 6, 3, 0)),
    (None, utc(1, 6, 3, 0)),
]


@pytest.mark.parametrize(("quiet", "now", "until"), WAITS)
def test_waits_for_the_end(quiet: Quiet, now: datetime, until: datetime) -> None:
    assert may_write_at(quiet, now) == until


@pytest.mark.parametrize(("quiet", "now"), GOES_AT_ONCE)
def test_goes_at_once(quiet: Quiet | None, now: datetime) -> None:
    assert may_write_at(quiet, now) == now
