"""A zone is found by what people call it."""

import pytest

from claims.zones import CITIES, exists, find


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
    ],
)
def test_the_likeliest_comes_first(typed: str, zone: str) -> None:
    assert find(typed)[0].zone == zone


def test_a_country_with_several_zones_finds_them_all() -> None:
    zones = {found.zone for found in find("united states")}
    assert {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"} <= zones


@pytest.mark.parametrize("typed", ["", "x" * 100, "🏙️", "%", "a"])
def test_anything_typed_finds_few_and_each_once(typed: str) -> None:
    found = [each.zone for each in find(typed)]
    assert len(found) == len(set(found)) <= 25


def test_every_city_is_in_a_zone_that_exists() -> None:
    assert [zone for zone in CITIES if not exists(zone)] == []


@pytest.mark.parametrize("name", ["Munich", "", "europe/berlin", "../etc/passwd", "Europe"])
def test_only_a_zones_own_name_is_one(name: str) -> None:
    assert not exists(name)
