"""A digest keeps within Discord's limits at any size, and says what it leaves out."""

import itertools
import re
from datetime import timedelta

import pytest

from bot.messages import digest_status, ui
from bot.messages.digest import digest_message
from bot.messages.digest_pages import PAGE, section_page
from claims.digests.compose import NEWS, Digest
from claims.digests.records import Change, Choice, PastRun, Run, Schedule, Section, Stop
from claims.records.notices import Outcome
from claims.wording import say
from tests.bot.test_limits import (
    BUTTON,
    EVIDENCE,
    NOW,
    STANDING,
    TEXT,
    WORST,
    claim,
    parts,
    within_limits,
)

pytestmark = pytest.mark.usefixtures("every_language")

RUN = Run(
    id=10**17,
    guild_id=2**63,
    key="2026-03-01",
    channel_id=2**63,
    since=0,
    through=10**12,
    due_at=NOW,
    claimed_at=NOW,
    attempted_at=NOW,
)
PINGING = Choice(ping_role_id=2**63)
SIZES = [
    *itertools.product((0, 500), repeat=7),
    (9, 0, 0, 0, 0, 0, 0),
    (1, 1, 1, 1, 1, 1, 1),
    (4, 3, 0, 2, 2, 2, 0),
    (500, 1, 1, 1, 1, 2, 3),
]


def changes(count: int, first: int = 10**17, reason: str = WORST) -> tuple[Change, ...]:
    """As many changes, each as long as can be and of an article of its own."""
    return tuple(
        Change(
            claim=claim(first + n),
            before=STANDING,
            reason=reason,
            evidence=EVIDENCE,
            article=f"{n} {WORST}",
        )
        for n in range(count)
    )


NOTE = "10000 asked"
"""The longest of the ledger's own words, which stand beside claims that wait for somebody."""

MANY = {
    section: changes(500, 10**17 * n, WORST if section in NEWS else NOTE)
    for n, section in enumerate(Section, start=1)
}


def texts(view: ui.LayoutView) -> str:
    return "\n".join(part["content"] for part in parts(view) if part["type"] == TEXT)


def labels(view: ui.LayoutView) -> list[str]:
    return [part["label"] for part in parts(view) if part["type"] == BUTTON]


@pytest.mark.parametrize("counts", SIZES)
def test_a_digest_of_any_size_fits_and_counts_what_it_leaves_out(counts: tuple[int, ...]) -> None:
    digest = Digest().model_copy(
        update={s.value: MANY[s][:count] for s, count in zip(Section, counts, strict=True)}
    )
    view = digest_message(digest, RUN, now=NOW + timedelta(days=1), choice=PINGING)
    assert within_limits(view)
    opened = sum(label.startswith(say("Open")) or "#" in label for label in labels(view))
    more = say("and {count} more", count="@").replace("@", r"(\d+)")
    rest = [re.fullmatch(more, label) for label in labels(view)]
    assert opened + sum(int(found[1]) for found in rest if found) == sum(counts)
    headings = texts(view).count("### ")
    assert headings == sum(count > 0 for count in counts)


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("start", [0, PAGE, 496])
def test_every_page_of_a_section_fits(section: Section, start: int) -> None:
    listed = MANY[section]
    if section is Section.ADDITION:
        listed = listed[start : start + PAGE]
    unlisted = 500 - len(listed) if section is Section.ADDITION else 0
    digest = Digest().model_copy(update={section.value: listed, "unlisted": unlisted})
    view = section_page(digest, RUN, section, start)
    assert within_limits(view)
    last = min(start + PAGE, 500)
    range_ = say("{first}–{last} of {total}", first=start + 1, last=last, total=500)
    assert range_ in texts(view)
    assert (say("More →") in labels(view)) == (start < 496)
    assert (say("← Back") in labels(view)) == (start > 0)


def test_a_claim_in_two_sections_has_two_buttons_that_differ() -> None:
    one, noted = changes(1), changes(1, reason=NOTE)
    digest = Digest(rating=one, asked=noted, checking=noted, recheck=one)
    assert within_limits(digest_message(digest, RUN, now=NOW))


def test_the_worst_status_fits() -> None:
    past = PastRun(
        key="2026-03-01",
        first_on="2025-03-01",
        channel_id=2**63,
        due_at=NOW,
        outcome=Outcome.UNCERTAIN,
        detail=WORST,
        message_id=2**63,
    )
    runs = (past,) * 5 + (past.model_copy(update={"message_id": None}),) * 5
    schedule = Schedule(
        channel_id=2**63, local_time=NOW.time(), zone="America/Argentina/ComodRivadavia"
    )
    stop = Stop(guild_id=1, channel_id=2**63, set_by=1, at=NOW, why=WORST)
    for words in (
        digest_status.status((schedule, NOW), None, runs, 2**63),
        digest_status.status(None, stop, runs, 2**63),
    ):
        assert len(words) < 2000, "nothing was cut off"
    worst = Choice(hidden=frozenset(Section), tag=WORST[:40], ping_role_id=2**63)
    assert len(digest_status.choices(worst)) < 2000
