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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as Waited

CHROMIUM = shutil.which("chromium")
CLAIMBOT = Path(sys.executable).with_name("claimbot")
SHOTS = os.environ.get("CLAIMS_SCREENSHOTS")
"""A folder that keeps a picture of every step, for people to look at."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: the page was not tried")


@contextmanager
def rehearsing(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the installed program without a token, and wait for its page's address."""
    environment = {k: v for k, v in os.environ.items() if k != "DISCORD_TOKEN"}
    with subprocess.Popen(
        [CLAIMBOT, *arguments],
        cwd=folder,
        env=environment | {"CLAIMBOT_REHEARSAL_PORT": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout is not None
            found = (re.search(r"(?:Rehearsal|Probe): (\S+)", line) for line in program.stdout)
            url = next(match[1] for match in found if match)
            yield program, url
        finally:
            program.kill()


@contextmanager
def browse(url: str, height: int = 1000) -> Iterator[Page]:
    """Open the page in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": height})
        page.goto(url)
        yield page
        browser.close()


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with rehearsing(tmp_path) as running:
        yield running


@pytest.fixture
def page(rehearsal: tuple[subprocess.Popen[str], str]) -> Iterator[Page]:
    with browse(rehearsal[1]) as page:
        yield page


def quiet(page: Page) -> None:
    """Wait until the page has nothing under way: while it draws anew, a press may be lost."""
    page.get_by_text("Loading conversation").wait_for(state="hidden")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def command(page: Page, name: str, **options: str) -> None:
    """Type a command, choose it, choose its options, send it, and wait for the answer."""
    answers = page.locator("#channel-message-list > *")
    before = answers.count()
    _send(page, name, options)
    answers.nth(before).wait_for()


def open_form(page: Page, name: str) -> None:
    """Type a command, choose it, send it, and wait for the form that it opens."""
    _send(page, name, {})
    page.get_by_role("dialog").wait_for()


def _send(page: Page, name: str, options: Mapping[str, str]) -> None:
    _choose(page, name)
    for option, value in options.items():
        page.get_by_text(option, exact=True).last.click()
        page.keyboard.type(value)
        page.keyboard.press("Enter")
    page.locator("#send-message[data-mode='Run']").or_(page.locator("#send-message")).click()


def _choose(page: Page, name: str) -> None:
    """Type a command until it is suggested: a page that draws anew empties its composer."""
    composer = page.locator("#channel-composer-input")
    suggested = page.get_by_text(name, exact=True).first
    for patience in (5_000, 10_000, 30_000):
        composer.fill("")
        composer.press_sequentially(name)
        try:
            suggested.wait_for(timeout=patience)
        except Waited:
            continue
        break
    page.keyboard.press("Enter")


def newest(page: Page) -> Locator:
    """Return the newest message."""
    return page.locator("#channel-message-list > *").last


def press(page: Page, label: str) -> None:
    """Press the last button with this label, as the newest answer stands last."""
    quiet(page)
    timeline = page.locator("#channel-timeline")
    timeline.get_by_role("button", name=label, exact=True).last.click()


def open_claim(page: Page) -> None:
    """Open the claim that stands last, and wait until its own card is there."""
    cards = page.get_by_role("button", name="In context", exact=True)
    before = cards.count()
    press(page, "Open")
    cards.nth(before).wait_for()


def act_as(page: Page, who: str) -> None:
    page.locator("#viewer-picker").select_option(label=who)
    quiet(page)


def fill(page: Page, rating: str = "", **fields: str) -> None:
    """Fill the open form in and send it."""
    for label, words in fields.items():
        page.get_by_role("textbox", name=label).fill(words)
    if rating:
        page.get_by_role("dialog").get_by_label("Rating").first.click()
        page.get_by_role("option", name=rating, exact=True).click()
    shot(page, f"form_{'_'.join(fields)}")
    page.get_by_role("button", name="Submit").click()


def shot(page: Page, name: str) -> None:
    if SHOTS:
        latest = page.get_by_role("button", name="jump to latest")
        if latest.is_visible():
            latest.click()
            page.locator("#channel-message-list > *").last.scroll_into_view_if_needed()
        page.screenshot(path=Path(SHOTS) / f"{name}.png")


def last_card(page: Page, text: str) -> None:
    """Wait until the channel shows the text, and the page has nothing under way any more."""
    page.locator("#channel-timeline").get_by_text(text).last.wait_for()
    quiet(page)


def test_a_moderators_first_steps(page: Page) -> None:
    """List, open, verify with evidence, history, undo and digest, each seen in the page."""
    command(page, "/claim list")
    last_card(page, "Not checked yet")
    shot(page, "list")

    newest(page).get_by_role("button", name="Open").first.click()
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


NEWS = """Harbour lost a third of its trade

The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council.
She said the two cranes had stood still for nine weeks.
According to the shipping office, 412 vessels called at the port in 2024."""
LINKS = "https://register.example.org/harbour table 3\nhttps://news.example.com/cranes"


def test_a_moderators_whole_day(page: Page) -> None:
    """What /help names: a text, the queue, ratings by two, undo, correction, digest."""
    command(page, "/help")
    last_card(page, "A moderator's day")
    shot(page, "day_01_help")
    command(page, "/setup rules", two_person="True")
    last_card(page, "Ratings take two moderators")
    shot(page, "day_02_rules")

    open_form(page, "/intake paste")
    fill(page, Text=NEWS, Publisher="Norvik Courier", Date="2025-02-19")
    last_card(page, "3 claims found, 3 kept")
    shot(page, "day_03_preview")
    press(page, "Drop")
    last_card(page, "3 claims found, 2 kept")
    shot(page, "day_04_dropped")
    press(page, "Add 2 claims")
    last_card(page, "2 claims were added")
    shot(page, "day_05_added")

    command(page, "/claim search", words="trade")
    last_card(page, "lost a third of its trade")
    press(page, "Open")
    page.get_by_role("button", name="Take", exact=True).last.wait_for()
    press(page, "Take")
    last_card(page, "is checking it")
    shot(page, "day_06_taken")
    press(page, "Verify")
    fill(page, Reason="The register has the same figures.", Evidence=LINKS)
    last_card(page, "Waits for a second moderator")
    shot(page, "day_07_waiting")

    act_as(page, "second moderator")
    command(page, "/review queue")
    last_card(page, "Waiting for a second moderator")
    shot(page, "day_08_queue")
    newest(page).get_by_role("button", name="Open", exact=True).first.click()
    page.get_by_role("button", name="Verify", exact=True).last.wait_for()
    press(page, "Verify")
    fill(page, Reason="I found the same.", Evidence=LINKS)
    last_card(page, "Two moderators rated it the same")
    shot(page, "day_09_agreed")
    press(page, "Undo")
    last_card(page, "Waits for a second moderator")
    shot(page, "day_10_undone")
    press(page, "Verify")
    fill(page, Reason="I found the same after all.", Evidence=LINKS)
    last_card(page, "I found the same after all.")

    act_as(page, "moderator")
    command(page, "/digest now")
    last_card(page, "New ratings")
    command(page, "/setup rules", two_person="False")
    last_card(page, "Ratings take one moderator")
    command(page, "/claim search", words="trade")
    last_card(page, "best match first")
    open_claim(page)
    press(page, "Rate")
    fill(page, "Misleading", Reason="It was a third of one pier's trade.", Evidence=LINKS)
    last_card(page, "Corrected:")
    shot(page, "day_11_corrected")
    press(page, "Share")
    command(page, "/digest now")
    last_card(page, "Corrections")
    shot(page, "day_12_digest")


def test_what_is_shared_is_there_for_others_to_press(page: Page) -> None:
    """A moderator shares a list, a history and a look-up; a member turns the list's page."""
    shares = page.get_by_role("button", name="Share", exact=True)
    command(page, "/claim list")
    last_card(page, "Not checked yet")
    shot(page, "share_1_list")
    press(page, "Share")
    quiet(page)
    shot(page, "share_2_shared")
    command(page, "/claim history", number="1")
    last_card(page, "History of")
    press(page, "Share")
    command(page, "/claim check", text="deals supply raw materials for the defense industry")
    last_card(page, "None of these")
    shot(page, "share_3_check")
    press(page, "Share")
    last_card(page, "looked this up")
    shot(page, "share_4_check_shared")

    act_as(page, "member")
    last_card(page, "looked this up")
    assert shares.count() == 0
    press(page, "Older →")
    page.get_by_role("button", name="← Newer", exact=True).last.wait_for()
    assert shares.count() == 1
    shot(page, "share_5_member")


def test_a_member_sees_no_decisions(page: Page) -> None:
    act_as(page, "member")
    command(page, "/claim list")
    newest(page).get_by_role("button", name="Open").first.click()
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


def test_it_opens_with_the_welcome_a_digest_and_what_to_type(page: Page) -> None:
    timeline = page.locator("#channel-timeline")
    timeline.get_by_text("This is a rehearsal").wait_for()
    shot(page, "first")
    told = timeline.inner_text()
    places = [
        told.index(words) for words in ("Three things to press", "21 new claims", "Type here")
    ]
    assert places == sorted(places)
    expect(page).to_have_title("Claim tracker")
    shown = page.locator("body").inner_text()
    assert [name for name in ("SimCord", "TestBot", "Inspector") if name in shown] == []
    press(page, "Set up")
    last_card(page, "Moderators")
    timeline.get_by_text("Three things to press").scroll_into_view_if_needed()
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "welcome.png")


REFUSALS = {
    "moderator": ("/claim show", {"number": "999"}, "There is no claim #999"),
    "member": ("/review take", {"number": "1"}, "decide about claims here"),
}
"""What is refused to whom: a thing that is not there, and one that is not theirs to do."""


@pytest.mark.parametrize("who", REFUSALS)
def test_a_refusal_looks_like_one(page: Page, who: str) -> None:
    """The answer says why, the command is gone from the composer, and the page sees no fault."""
    act_as(page, who)
    name, options, why = REFUSALS[who]
    command(page, name, **options)
    last_card(page, why)
    shot(page, f"refusal_{who}")
    expect(page.get_by_text(why).last).to_be_in_viewport(ratio=1)
    assert_no_fault(page)
    expect(page.locator("#channel-composer-input")).to_have_value("")
    command(page, "/claim list")
    last_card(page, "Not checked yet")
    assert_no_fault(page)


def test_a_refused_form_and_button_look_like_refusals(page: Page) -> None:
    command(page, "/claim list")
    open_claim(page)
    press(page, "Verify")
    fill(page, Reason="I know.", Evidence="no link at all")
    last_card(page, "link")
    assert_no_fault(page)
    act_as(page, "member")
    press(page, "Try an example")
    last_card(page, "decide about claims here")
    assert_no_fault(page)


def assert_no_fault(page: Page) -> None:
    """Neither does the page say that it does not know what happened, nor has it a red badge."""
    quiet(page)
    expect(page.locator("#action-status")).not_to_contain_text(
        re.compile("uncertain|not completed")
    )
    assert page.locator("#inspector-count").text_content() == ""


def test_an_objection_of_a_moment_ago_does_not_lie_ahead(page: Page) -> None:
    command(page, "/claim show", number="1")
    press(page, "Verify")
    fill(page, Reason="The register has it.", Evidence=LINKS)
    last_card(page, "The register has it.")
    act_as(page, "member")
    command(page, "/claim report", number="1", reason="There is a newer register.")
    last_card(page, "Thank you. Moderators see your objection")
    act_as(page, "moderator")
    command(page, "/review reports")
    last_card(page, "There is a newer register.")
    shot(page, "objection")
    told = page.locator("#channel-timeline").get_by_text("member on #").last.inner_text()
    assert re.search(r"(now|\d+ (second|minute)s? ago)$", told), told
    command(page, "/digest status")
    last_card(page, "Next:")
    told = newest(page).inner_text()
    assert re.search(r"\((in 24 hours|tomorrow)\)", told), told


GERMAN = {
    "welcome": "Drei Knöpfe zum Drücken",
    "digest": "21 neue Behauptungen",
    "what to type": "Das ist eine Probe",
}


LEFT_ENGLISH = ("SimCord", "Preview", "Viewing as", "Messages", "More", "Conversation")


def test_it_speaks_german_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there at first, answers, refusals, and the page's own words; in the zone it is in."""
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    with (
        rehearsing(tmp_path, "rehearse", "--language", "de") as (_, url),
        browse(url) as page,
    ):
        timeline = page.locator("#channel-timeline")
        timeline.get_by_text("Das ist eine Probe").wait_for()
        shot(page, "german_first")
        told = timeline.inner_text()
        assert [words for words in GERMAN.values() if words not in told] == []
        expect(page).to_have_title("Behauptungen im Blick")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        assert timeline.locator("[title$='GMT+5:30']").count()
        page.get_by_placeholder("Nachricht an #fakten-redaktion").wait_for()
        body = page.locator("#preview-shell").inner_text()
        assert [words for words in LEFT_ENGLISH if words in body] == []
        act_as(page, "mitglied")
        command(page, "/claim show", number="999")
        last_card(page, "Hier gibt es keine Behauptung #999")
        shot(page, "german_refusal")
        act_as(page, "moderatorin")
        command(page, "/setup rules", two_person="Wahr")
        last_card(page, "Für eine Bewertung braucht es zwei Personen")
        page.locator("#channel-composer-input").press_sequentially("/review take")
        page.get_by_text("Sagt, dass du eine Behauptung prüfst").first.wait_for()
        page.locator("#channel-composer-input").fill("")
        command(page, "/claim show", number="1")
        press(page, "Bestätigen")
        form = page.get_by_role("dialog")
        form.get_by_text("Dieses Formular geht an Behauptungen im Blick.").wait_for()
        form.get_by_role("button", name="Absenden").wait_for()
        shot(page, "german_form")


def test_a_language_that_it_does_not_speak_is_refused(tmp_path: Path) -> None:
    ran = subprocess.run(
        [CLAIMBOT, "rehearse", "--language", "fr"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "'fr' is not one of 'en', 'de'" in ran.stderr
