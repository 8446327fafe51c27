"""A zone is found by what people call it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from claims.digests.zone_names import ABBREVIATIONS, CITIES, REGIONS
from claims.digests.zones import exists, find, meant

WINTER = datetime(2026, 1, 15, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 12, tzinfo=UTC)


def zones_for(typed: str, now: datetime = WINTER) -> list[str]:
    return [found.zone for found in find(typed, now=now)]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("berl", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("munchen", "Europe/Berlin"),
        ("San Francisco", "America/Los_Angeles"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("mumbai", "Asia/Kolkata"),
        ("beijing", "Asia/Shanghai"),
        ("St. Petersburg", "Europe/Moscow"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Germany", "Europe/Berlin"),
        ("japan", "Asia/Tokyo"),
        ("utc", "UTC"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("EST", "America/New_York"),
        ("edt", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("UK", "Europe/London"),
        ("uk", "Europe/London"),
        ("Scotland", "Europe/London"),
        ("USA", "America/New_York"),
        ("California", "America/Los_Angeles"),
        ("Texas", "America/Chicago"),
        ("Ontario", "America/Toronto"),
        ("Turkey", "Europe/Istanbul"),
        ("Deutschland", "Europe/Berlin"),
        ("Österreich", "Europe/Vienna"),
        ("MESZ", "Europe/Berlin"),
        ("Ukraine", "Europe/Kyiv"),
    ],
)
def test_the_likeliest_comes_first(typed: str, zone: str) -> None:
    assert zones_for(typed)[0] == zone


def test_a_country_with_several_zones_finds_them_all() -> None:
    zones = set(zones_for("united states"))
    assert {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"} <= zones


@pytest.mark.parametrize("typed", ["", "x" * 100, "🏙️", "%", "a"])
def test_anything_typed_finds_few_and_each_once(typed: str) -> None:
    found = zones_for(typed)
    assert len(found) == len(set(found)) <= 25


def test_every_place_is_in_a_zone_that_exists() -> None:
    abbreviated = {zone for zones in ABBREVIATIONS.values() for zone in zones.split()}
    assert [zone for zone in {*CITIES, *REGIONS} | abbreviated if not exists(zone)] == []


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("BST", ["Europe/London", "Asia/Dhaka"]),
        ("CEST", ["Europe/Berlin", "Europe/Paris", "Europe/Rome"]),
    ],
)
def test_an_abbreviation_with_several_meanings_finds_all(typed: str, zones: list[str]) -> None:
    assert zones_for(typed)[: len(zones)] == zones


@pytest.mark.parametrize("now", [WINTER, SUMMER], ids=["winter", "summer"])
@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("GMT+2", 2),
        ("gmt +2", 2),
        ("UTC+5", 5),
        ("UTC-3", -3),
        ("UTC−3", -3),
        ("+02:00", 2),
        ("-0800", -8),
        ("+5:30", 5.5),
        ("UTC+0", 0),
    ],
)
def test_a_distance_from_utc_finds_clocks_with_that_sign(
    typed: str, hours: float, now: datetime
) -> None:
    found = zones_for(typed, now)
    assert now.astimezone(ZoneInfo(found[0])).utcoffset() == timedelta(hours=hours)
    assert not [zone for zone in found if "GMT" in zone]


def test_a_distance_from_utc_finds_the_clocks_of_now_first() -> None:
    assert "Europe/Berlin" in zones_for("GMT+2", SUMMER)[:5]
    assert "Africa/Cairo" in zones_for("GMT+2", WINTER)[:5]


@pytest.mark.parametrize("typed", ["GMT+99", "UTC+5:99", "GMT+", "UTC 2 +"])
def test_a_distance_that_no_clock_has_finds_nothing(typed: str) -> None:
    assert zones_for(typed) == []


@pytest.mark.parametrize("typed", ["EST", "MST", "gmt", "Etc"])
def test_zones_that_are_other_than_they_look_are_not_suggested(typed: str) -> None:
    assert not {"EST", "MST", "HST", "Etc/GMT+2", "Etc/GMT-2"} & set(zones_for(typed))


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("Europe/Berlin", ("Europe/Berlin",)),
        ("europe/berlin ", ("Europe/Berlin",)),
        ("utc", ("UTC",)),
        ("Munich", ("Europe/Berlin",)),
        ("EST", ("America/New_York",)),
        ("UK", ("Europe/London",)),
        ("Ireland", ("Europe/Dublin",)),
        ("BST", ("Europe/London", "Asia/Dhaka")),
        ("Georgia", ("America/New_York", "Asia/Tbilisi")),
        ("Berl", ()),
        ("GMT+2", ()),
        ("", ()),
        ("../etc/passwd", ()),
    ],
)
def test_a_whole_name_means_the_zones_that_it_can_name(typed: str, zones: tuple[str, ...]) -> None:
    assert meant(typed) == zones


@pytest.mark.parametrize("name", ["Munich", "", "europe/berlin", "../etc/passwd", "Europe"])
def test_only_a_zones_own_name_is_one(name: str) -> None:
    assert not exists(name)
