"""
The rehearsal as a newcomer meets it: the installed program, and its page in a real browser.

Skipped, saying so, where there is no Chromium.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium")
CLAIMBOT = Path(sys.executable).with_name("claimbot")
SHOTS = os.environ.get("CLAIMBOT_SCREENSHOTS")
"""A folder that keeps a picture of every step, for people to look at."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: the page was not tried")


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    environment = {k: v for k, v in os.environ.items() if k != "DISCORD_TOKEN"}
    with subprocess.Popen(
        [CLAIMBOT],
        cwd=tmp_path,
        env=environment | {"CLAIMBOT_REHEARSAL_PORT": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout is not None
            found = (re.search(r"Rehearsal: (\S+)", line) for line in program.stdout)
            url = next(match[1] for match in found if match)
            yield program, url
        finally:
            program.kill()


@pytest.fixture
def page(rehearsal: tuple[subprocess.Popen[str], str]) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(rehearsal[1])
        yield page
        browser.close()


def command(page: Page, words: str) -> None:
    """Type a command, choose it and send it."""
    composer = page.locator("#channel-composer-input")
    composer.click()
    composer.press_sequentially(words)
    page.get_by_text(words, exact=True).first.wait_for()
    page.keyboard.press("Enter")
    page.locator("#send-message[data-mode='Run']").or_(page.locator("#send-message")).click()


def shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png")


def last_card(page: Page, text: str) -> None:
    page.get_by_text(text).last.wait_for()


def test_a_moderators_first_steps(page: Page) -> None:
    """List, open, verify with evidence, history, undo and digest, each seen in the page."""
    command(page, "/claim list")
    last_card(page, "Not checked yet")
    shot(page, "list")

    page.get_by_role("button", name="Open").first.click()
    page.get_by_role("button", name="Verify").last.wait_for()
    shot(page, "card")

    page.get_by_role("button", name="Verify").last.click()
    page.get_by_role("textbox", name="Reason").fill("The transcript has these words.")
    page.get_by_role("textbox", name="Evidence").fill(
        "https://archive.example.org/b transcript\nhttps://news.example.com/briefing"
    )
    shot(page, "form")
    page.get_by_role("button", name="Submit").click()
    last_card(page, "The transcript has these words.")
    shot(page, "verified")

    page.get_by_role("button", name="History").last.click()
    last_card(page, "rated it: Not checked yet")
    shot(page, "history")

    command(page, "/digest now")
    last_card(page, "New ratings")
    shot(page, "digest")

    page.get_by_role("button", name="Undo").last.click()
    page.get_by_role("button", name="Verify").last.wait_for()
    shot(page, "undone")


def test_a_member_sees_no_decisions(page: Page) -> None:
    page.get_by_label("Viewing as").select_option(label="member")
    command(page, "/claim list")
    page.get_by_role("button", name="Open").first.click()
    page.get_by_role("button", name="Follow").last.wait_for()
    assert page.get_by_role("button", name="Verify").count() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(
    rehearsal: tuple[subprocess.Popen[str], str], number: signal.Signals
) -> None:
    program, _ = rehearsal
    program.send_signal(number)
    assert program.wait(20) == 0
    assert program.stderr is not None
    assert "Traceback" not in program.stderr.read()
