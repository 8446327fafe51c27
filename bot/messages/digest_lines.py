"""What a digest says of one claim, and how it names and counts its sections. Pure."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from bot.messages.front import named
from bot.messages.harmless import harmless
from bot.messages.parts import badge, source_name, web_link, who
from claims.digests.compose import NEWS
from claims.digests.records import Change, Section
from claims.records.claims import Standing
from claims.wording import phrase, say, say_count

LINE, WAITING_LINE = 420, 160
"""Characters that a claim, and one in a section that is no news, may take at most, their
headings included."""

WORDING, LONGEST_WORDING = 90, 150
REASON, LONGEST_REASON = 60, 300
"""Characters of a rated claim's words and of the reason within `LINE`, and where there is room."""


class Words(NamedTuple):
    """A section's heading, and how its claims are counted."""

    heading: str
    counted: Callable[[int], str]


WORDS = {
    Section.CORRECTION: Words(
        phrase("🔁 Corrections"),
        lambda count: say_count("{count} correction", "{count} corrections", count),
    ),
    Section.RATING: Words(
        phrase("⚖️ New ratings"),
        lambda count: say_count("{count} new rating", "{count} new ratings", count),
    ),
    Section.DISPUTE: Words(
        phrase("⚠️ Disputed"), lambda count: say_count("{count} dispute", "{count} disputes", count)
    ),
    Section.ADDITION: Words(
        phrase("🆕 New claims"),
        lambda count: say_count("{count} new claim", "{count} new claims", count),
    ),
    Section.ASKED: Words(
        phrase("🙋 Most asked"),
        lambda count: say_count("{count} asked for", "{count} asked for", count),
    ),
    Section.CHECKING: Words(
        phrase("🔎 Being checked"),
        lambda count: say_count("{count} being checked", "{count} being checked", count),
    ),
    Section.RECHECK: Words(
        phrase("📅 Due for a re-check"),
        lambda count: say_count("{count} due for a re-check", "{count} due for a re-check", count),
    ),
}
WAITING = tuple(section for section in Section if section not in NEWS)


def counted(section: Section, count: int) -> str:
    """Say how many claims the section has."""
    return WORDS[section].counted(count)


def line(section: Section, change: Change, *, spare: int = 0) -> str:
    """Return one claim in at most 390 characters and `spare` more: its words, and what is new."""
    claim = change.claim
    if section in (Section.ADDITION, *WAITING):
        # Of a new claim the reason is a moderator's, as of one that was dropped and reopened.
        note = f" · {change.reason}" if change.reason and section in WAITING else ""
        name = who(claim.source, limit=50)
        return f"**#{claim.number}** {harmless(claim.text, 150)}\n-# {name}{note}"
    wording = min(LONGEST_WORDING, WORDING + spare // 2)
    words = harmless(claim.text, wording)
    head = f"**#{claim.number}** {words} — {source_name(claim.source.name, 40)}"
    now = badge(claim.standing)
    if section is Section.CORRECTION and change.before:
        now = f"{badge(change.before)} → {now}"
    if section is Section.RECHECK:
        return f"{head}\n{now}"
    reason = harmless(change.reason, min(LONGEST_REASON, REASON + spare - (wording - WORDING)))
    link = ""
    if change.evidence and claim.standing.published:
        link = " " + web_link(change.evidence.url, say("evidence"), limit=70)
    return f"{head}\n{now}. {reason}{link}"


def waiting_lines(section: Section, shown: tuple[Change, ...], now: datetime) -> Iterator[str]:
    """Yield a short line for each claim that waits for somebody."""
    for change in shown:
        claim = change.claim
        note = change.reason
        if section is Section.CHECKING:
            note = say("overdue and free again") if change.reason else _held(claim.standing, now)
        yield f"**#{claim.number}** {harmless(claim.text, 60)} · {note}"


def _held(standing: Standing, now: datetime) -> str:
    """Who has a claim in hand, and until when."""
    who_, until = named(standing.assignee), standing.assigned_until
    if until is None:
        return who_
    if until <= now:
        return say("{who}, overdue", who=who_)
    return say("{who}, until {when}", who=who_, when=f"<t:{int(until.timestamp())}:D>")
