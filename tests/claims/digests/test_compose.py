"""What goes into a digest, and when the next one is due."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests.compose import Digest, compose, last_due, local_moment, next_due, sent_until
from claims.digests.records import Change, Schedule
from claims.models import Kind, Source, SourceType
from claims.records.claims import Rating, Stage, Standing, TrackedClaim

OPEN = Standing()
CHECKING = Standing(stage=Stage.CHECKING, assignee=1)
REVIEW = Standing(stage=Stage.REVIEW)
FALSE = Standing(stage=Stage.RATED, rating=Rating.FALSE, reason="old")
FALSE_ANEW = Standing(stage=Stage.RATED, rating=Rating.FALSE, reason="new")
TRUE = Standing(stage=Stage.RATED, rating=Rating.VERIFIED, reason="new")
DISPUTED = Standing(stage=Stage.DISPUTED, rating=Rating.FALSE, reason="old")
DROPPED = Standing(stage=Stage.DROPPED)
MERGED = Standing(merged_into=2)
MERGED_FALSE = FALSE.model_copy(update={"merged_into": 2})
DROPPED_FALSE = Standing(stage=Stage.DROPPED, rating=Rating.FALSE, reason="old")


def change(before: Standing | None, after: Standing, number: int = 1, worth: float = 0.5) -> Change:
    """A claim's way from one standing to another."""
    claim = TrackedClaim(
        number=number,
        text="The harbour lost a third of its trade",
        kind=Kind.INDIRECT,
        source=Source(name="Ida Lund", type=SourceType.PERSON),
        stated_on=None,
        stated_between=None,
        check_worthiness=worth,
        standing=after,
        version=2,
        added_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    return Change(claim=claim, before=before)


@pytest.mark.parametrize(
    ("before", "after", "section"),
    [
        (None, OPEN, "addition"),
        (None, CHECKING, "addition"),
        (None, REVIEW, "addition"),
        (None, FALSE, "rating"),
        (None, DISPUTED, "rating"),
        (OPEN, FALSE, "rating"),
        (REVIEW, FALSE, "rating"),
        (DROPPED_FALSE, FALSE, "rating"),
        (FALSE, TRUE, "correction"),
        (FALSE, FALSE_ANEW, "correction"),
        (FALSE, OPEN, "correction"),
        (FALSE, DROPPED_FALSE, "correction"),
        (DISPUTED, TRUE, "correction"),
        (DISPUTED, OPEN, "correction"),
        (FALSE, DISPUTED, "dispute"),
    ],
)
def test_a_change_stands_in_one_section(before, after, section):
    told = change(before, after)
    assert compose([told]) == Digest.model_validate({section: (told,)})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, DROPPED),
        (None, MERGED),
        (None, MERGED_FALSE),
        (OPEN, MERGED_FALSE),
        (OPEN, OPEN),
        (OPEN, CHECKING),
        (OPEN, REVIEW),
        (OPEN, DROPPED),
        (DROPPED, OPEN),
        (FALSE, FALSE),
        (DISPUTED, DISPUTED),
        (DISPUTED, FALSE),
    ],
)
def test_what_members_would_not_notice_is_left_out(before, after):
    assert compose([change(before, after)]).is_empty


def test_new_claims_come_most_check_worthy_first_then_by_number():
    told = [change(None, OPEN, 3, 0.2), change(None, OPEN, 2, 0.9), change(None, OPEN, 1, 0.2)]
    assert [c.claim.number for c in compose(told).addition] == [2, 1, 3]


def test_new_claims_of_one_article_stand_together_where_its_best_one_stands():
    told = [change(None, OPEN, n, worth) for n, worth in ((1, 0.9), (2, 0.8), (3, 0.7), (4, 0.6))]
    titles = ["Harbour", "School", "Harbour", "School"]
    told = [c._replace(article=title) for c, title in zip(told, titles, strict=True)]
    assert [c.claim.number for c in compose(told).addition] == [1, 3, 2, 4]
    around = [c._replace(article=title) for c, title in zip(told, "abba", strict=True)]
    assert [c.claim.number for c in compose(around).addition] == [1, 4, 2, 3]


def test_everything_else_keeps_its_order():
    told = [change(FALSE, TRUE, n, worth) for n, worth in ((3, 0.1), (1, 0.9), (2, 0.5))]
    assert [c.claim.number for c in compose(told).correction] == [3, 1, 2]


def schedule(zone: str, at: time, weekdays: frozenset[int] = frozenset(range(7))) -> Schedule:
    """A schedule of which only the time matters."""
    return Schedule(channel_id=1, local_time=at, zone=zone, weekdays=weekdays)


@pytest.mark.parametrize(
    ("zone", "day", "at", "expected"),
    [
        ("Europe/Berlin", "2026-03-02", "08:00", "2026-03-02 07:00"),
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29 01:00"),  # gap
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25 00:30"),  # double: the first
        ("America/Nuuk", "2024-03-30", "23:30", "2024-03-31 01:00"),  # gap up to midnight
        ("Asia/Beirut", "2022-03-27", "00:00", "2022-03-26 22:00"),  # gap at midnight
        ("America/Havana", "2026-11-01", "00:30", "2026-11-01 04:30"),  # double at midnight
        ("Pacific/Apia", "2011-12-29", "23:59", "2011-12-30 09:59"),
        ("Pacific/Apia", "2011-12-31", "00:00", "2011-12-30 10:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03 15:30"),  # gap of 30 minutes
        ("Asia/Kathmandu", "2026-03-02", "00:00", "2026-03-01 18:15"),
    ],
)
def test_a_local_time_becomes_the_first_moment_that_clocks_show_it_or_pass_it(
    zone, day, at, expected
):
    found = local_moment(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert found == datetime.fromisoformat(f"{expected}+00:00")


def test_a_date_that_a_zone_left_out_has_no_digest():
    samoa = schedule("Pacific/Apia", time(9))
    thursday = next_due(samoa, datetime(2011, 12, 29, 12, tzinfo=UTC))
    saturday = next_due(samoa, thursday.at)
    assert (thursday.on, saturday.on) == (date(2011, 12, 29), date(2011, 12, 31))
    assert saturday.at - thursday.at == timedelta(hours=24)


def test_a_date_left_out_is_not_made_up_for_on_another_weekday():
    fridays = schedule("Pacific/Apia", time(9), frozenset({4}))
    due = next_due(fridays, datetime(2011, 12, 24, tzinfo=UTC))
    assert due.on == date(2012, 1, 6)


def test_the_moment_itself_is_past():
    berlin = schedule("Europe/Berlin", time(8))
    due = next_due(berlin, datetime(2026, 3, 2, 7, 0, tzinfo=UTC))
    assert due.on == date(2026, 3, 3)


def test_the_last_run_before_a_weekday_that_was_left_out_is_found_until_the_next():
    fridays = schedule("Pacific/Apia", time(9), frozenset({4}))
    due = next_due(fridays, datetime(2011, 12, 24, tzinfo=UTC))
    latest = last_due(fridays, due.at - timedelta(minutes=1))
    assert latest is not None
    assert (latest.on, due.on) == (date(2011, 12, 23), date(2012, 1, 6))
    assert last_due(fridays, due.at) == due


@pytest.mark.parametrize(
    ("weekdays", "hours"),
    [(frozenset(range(7)), 12), (frozenset({0}), 84), (frozenset({0, 1}), 12)],
)
def test_a_digest_may_come_late_until_half_way_to_the_next(weekdays, hours):
    wanted = schedule("UTC", time(8), weekdays)
    due = next_due(wanted, datetime(2026, 3, 1, 9, tzinfo=UTC))  # of Monday, 2 March
    assert sent_until(due, next_due(wanted, due.at)) == due.at + timedelta(hours=hours)


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({7})])
def test_a_schedule_without_weekdays_is_an_error_and_no_endless_search(weekdays):
    with pytest.raises(ValueError, match="weekday"):
        next_due(schedule("UTC", time(8), weekdays), datetime(2026, 3, 2, tzinfo=UTC))


# An oracle that shares nothing with the code but the zone's own answer to "what do clocks show
# now?": it walks the minutes. From 1973 on all zones keep whole minutes.

MINUTE = timedelta(minutes=1)
FIRST_YEAR, LAST_YEAR = 1973, 2037


def shown(moment: datetime, zone: ZoneInfo) -> datetime:
    """What clocks in the zone show."""
    return moment.astimezone(zone).replace(tzinfo=None)


def walked_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first minute in which clocks show this time of this day, or a later one."""
    wall = datetime.combine(day, at)
    moment = wall.replace(tzinfo=UTC) - timedelta(hours=16)  # no zone is further ahead
    while shown(moment, zone) < wall:
        moment += MINUTE
    return moment


def walked_due(wanted: Schedule, after: datetime) -> tuple[datetime, date]:
    """The first of the walked moments, day by day, that comes after."""
    zone = ZoneInfo(wanted.zone)
    day = shown(after, zone).date() - timedelta(days=3)
    while True:
        day += timedelta(days=1)
        exists = shown(walked_moment(day, time(), zone), zone).date() == day
        if day.weekday() in wanted.weekdays and exists:
            moment = walked_moment(day, wanted.local_time, zone)
            if moment > after:
                return moment, day


ZONES = sorted(available_timezones() - {"Factory", "localtime"})


@cache
def days_of_change() -> list[tuple[str, date]]:
    """Days, of all zones, near which clocks were put forward or back."""
    found = []
    for name in ZONES:
        zone = ZoneInfo(name)
        for year in (1993, 1995, 2007, 2011, 2016, 2024, 2026):
            days = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(365)]
            offsets = [day.astimezone(zone).utcoffset() for day in days]
            found += [(name, days[n].date()) for n in range(1, 365) if offsets[n] != offsets[n - 1]]
    return found


any_day = st.tuples(
    st.sampled_from(ZONES), st.dates(date(FIRST_YEAR, 2, 1), date(LAST_YEAR, 11, 30))
)
day_of_change = st.deferred(lambda: st.sampled_from(days_of_change()))
minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
weekdays = st.just(frozenset(range(7))) | st.frozensets(st.integers(0, 6), min_size=1)


@settings(max_examples=300, deadline=None)
@given(day_of_change | any_day, minutes, weekdays, st.integers(-2880, 2880))
def test_the_next_run_is_the_one_that_walking_the_minutes_finds(place, at, weekdays, minutes_off):
    name, day = place
    wanted = schedule(name, at, weekdays)
    after = datetime.combine(day, time(), UTC) + minutes_off * MINUTE
    assert next_due(wanted, after) == walked_due(wanted, after)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ZONES), st.integers(FIRST_YEAR, LAST_YEAR - 1), minutes)
def test_over_a_year_each_local_date_has_one_run(name, year, at):
    wanted, zone = schedule(name, at), ZoneInfo(name)
    due = next_due(wanted, datetime(year, 1, 1, tzinfo=UTC))
    first, dates = due.on, []
    while due.on < first + timedelta(days=366):
        dates.append(due.on)
        following = next_due(wanted, due.at)
        assert following.at > due.at
        due = following
    every = [first + timedelta(days=n) for n in range(366)]
    noons = [local_moment(day, time(12), zone) for day in every]
    assert dates == [
        day for day, noon in zip(every, noons, strict=True) if shown(noon, zone).date() == day
    ]
