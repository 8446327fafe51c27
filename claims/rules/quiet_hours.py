"""When people are left in peace. Pure: `now` is an argument."""

from datetime import UTC, datetime, timedelta

from claims.digests.compose import local_moment, zone_of
from claims.records.servers import Quiet


def may_write_at(quiet: Quiet | None, now: datetime) -> datetime:
    """
    Return when somebody may be written to: now, or where it is quiet, when that ends, in UTC.

    Hours that end when they begin are none. Without `quiet` it is never quiet. Raises
    ZoneInfoNotFoundError for a zone that is no longer known.
    """
    if quiet is None or quiet.begins == quiet.ends:
        return now
    zone = zone_of(quiet.zone)
    there = now.astimezone(zone)
    clock, over_midnight = there.time(), quiet.begins > quiet.ends
    if over_midnight:
        is_quiet = clock >= quiet.begins or clock < quiet.ends
    else:
        is_quiet = quiet.begins <= clock < quiet.ends
    if not is_quiet:
        return now
    day = there.date() + timedelta(days=int(over_midnight and clock >= quiet.begins))
    return max(now, local_moment(day, quiet.ends, zone).astimezone(UTC))
