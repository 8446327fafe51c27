"""
Weeks of digests as people see them, in a real browser: a newsroom's (`claimbot rehearse --days 7`),
and one that strains a digest (`claimbot rehearse-stress --days 7`).

With CLAIMS_SCREENSHOTS each digest leaves a picture, the weekly one in dark and in light.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.e2e.test_rehearsal_page import (
    CHROMIUM,
    SHOTS,
    browse,
    command,
    last_card,
    rehearsing,
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: the page was not tried")

NEWSROOM = {
    "newsroom_1": "24 new claims",
    "newsroom_2": "3 new ratings · 3 new claims",
    "newsroom_3": "1 correction · 1 dispute · 4 new claims",
    # Nothing happened on the fourth day.
    "newsroom_5": "2 new ratings · 2 new claims",
    "newsroom_6": "1 correction · 3 new ratings",
    "newsroom_7": "1 new rating · 1 asked for · 1 being checked",
}
STRESS = {
    "one_article": "22 new claims",
    "ratings": "3 new ratings",
    "corrections": "2 corrections · 1 dispute",
    # Nothing happened on the fourth day.
    "right_to_left": "3 new claims",
    "archive_and_week": "500 new claims",
    "desk_work": "1 new rating · 3 asked for · 3 being checked",
}
"""What each digest of these weeks counts."""

LIGHT = {
    "--component-surface": "#f2f3f5",
    "--component-border": "#d6d9dc",
    "--discord-text": "#2e3338",
    "--discord-subtle": "#5c5e66",
    "background": "#fff",
    "color": "#2e3338",
}
"""The page is dark only; these are the colours of Discord's light one."""


def digests(page: Page) -> list[Locator]:
    """Return the digests in the channel, oldest first."""
    heading = page.get_by_role("heading", name="Digest", exact=True)
    return page.locator("#channel-message-list > *").filter(has=heading).all()


def picture(message: Locator, name: str) -> None:
    if SHOTS:
        message.scroll_into_view_if_needed()
        message.screenshot(path=Path(SHOTS) / f"digest_{name}.png")


@contextmanager
def a_week(folder: Path, *arguments: str) -> Iterator[Page]:
    """The page after seven days, with all its pictures in sight."""
    with rehearsing(folder, *arguments, "--days", "7") as (_, url), browse(url, 2400) as page:
        last_card(page, "1 new rating")
        yield page


def test_the_week_of_a_newsroom(tmp_path: Path) -> None:
    """Articles, ratings, a correction and a dispute, between the welcome and what to type."""
    with a_week(tmp_path, "rehearse") as page:
        _look_at_the_week(page, NEWSROOM)
        told = page.locator("#channel-timeline").inner_text()
        assert "Verified → ❌ False. The port has mended its table" in told
        assert "Mostly true, disputed. The council's budget of this year says 97,000." in told
        places = [told.index(words) for words in ("Three things to press", "Digest", "Type here")]
        assert places == sorted(places)


def test_a_week_that_strains_a_digest(tmp_path: Path) -> None:
    """Each day has its own, and the day without news none; the week in numbers has its charts."""
    with a_week(tmp_path, "rehearse-stress") as page:
        _look_at_the_week(page, STRESS)
        command(page, "/digest now")
        last_card(page, "1 due for a re-check")
        picture(digests(page)[-1], "recheck")


def _look_at_the_week(page: Page, week: dict[str, str]) -> None:
    found = digests(page)
    assert len(found) == len(week)
    for message, (name, counts) in zip(found, week.items(), strict=True):
        assert counts in message.inner_text()
        picture(message, name)
    weekly = found[4]
    assert "The week in numbers" in weekly.inner_text()
    charts = weekly.locator("img").all()
    assert len([each for each in charts if each.get_attribute("alt")]) == 2
    for name, colour in LIGHT.items():
        paint = "(root, [name, colour]) => root.style.setProperty(name, colour)"
        page.locator(":root").evaluate(paint, [name, colour])
    picture(weekly, f"{next(iter(week))}_week_in_light")


def test_a_digest_without_news(tmp_path: Path) -> None:
    """None is sent, unless the server wants it to be."""
    with rehearsing(tmp_path) as (_, url), browse(url) as page:
        last_card(page, "new claims")
        command(page, "/digest now")
        last_card(page, "Nothing happened")
        command(page, "/digest settings", skip_empty="False")
        last_card(page, "posted all the same")
        command(page, "/digest now")
        last_card(page, "No news since the last one")
        picture(digests(page)[-1], "empty")
