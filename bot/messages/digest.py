"""A digest as people see it in Discord. Pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import discord
from discord import ui

from bot.messages.buttons import Button, claim_button, thing_button
from bot.messages.harmless import harmless
from bot.messages.parts import badge, layout, web_link, who
from bot.messages.stats import Picture, balance_report, galleries, summary
from claims import workflow
from claims.digest import NEWS, Digest
from claims.records import Change, Choice, Run, Section, Standing
from claims.stats import Balance, Stats
from claims.wording import phrase, say

COLOUR = 0x5865F2

LATE = timedelta(minutes=15)
"""From when on a digest is called late: ten thousand servers at once take four minutes."""

COMPONENTS, LETTERS = 40, 4000
"""What Discord allows in one message."""

LINE, HEAD, WAITING_LINE = 400, 420, 160
"""Characters that a claim, the head with its counts, and a claim in a section that is no news
may take at most, their headings included."""

BRIEF = 2
"""Claims shown in a section that is no news; it is there every day."""

WEEKLY_LETTERS, WEEKLY_COMPONENTS, WEEKLY_BRIEF, WEEKLY_SHARES = 1_250, 3, 1, 2
"""What the weekly part takes of a message: its words with two publishers and two sources, and
two pictures. Sections that are no news show a claim less for it."""

PAGE = 8
"""Claims on a page of a section: as many as fit, as in every list."""


class Weekly(NamedTuple):
    """What the digest tells once a week; the pictures' files have to be sent with it."""

    stats: Stats
    balance: Balance
    pictures: tuple[Picture, ...]


class Words(NamedTuple):
    """A section's heading, and how one and several of its claims are counted."""

    heading: str
    one: str
    several: str


WORDS = {
    Section.CORRECTION: Words(
        phrase("🔁 Corrections"), phrase("{count} correction"), phrase("{count} corrections")
    ),
    Section.RATING: Words(
        phrase("⚖️ New ratings"), phrase("{count} new rating"), phrase("{count} new ratings")
    ),
    Section.DISPUTE: Words(
        phrase("⚠️ Disputed"), phrase("{count} dispute"), phrase("{count} disputes")
    ),
    Section.ADDITION: Words(
        phrase("🆕 New claims"), phrase("{count} new claim"), phrase("{count} new claims")
    ),
    Section.ASKED: Words(phrase("🙋 Most asked"), *[phrase("{count} most asked")] * 2),
    Section.CHECKING: Words(phrase("🔎 Being checked"), *[phrase("{count} being checked")] * 2),
    Section.RECHECK: Words(
        phrase("📅 Due for a re-check"), *[phrase("{count} due for a re-check")] * 2
    ),
}
WAITING = tuple(section for section in Section if section not in NEWS)


def digest_message(
    digest: Digest,
    run: Run,
    *,
    now: datetime,
    choice: Choice | None = None,
    weekly: Weekly | None = None,
) -> ui.LayoutView:
    """
    Return the digest as one message, corrections first; each claim has a button to open it.

    What does not fit is counted, section by section, behind a button that lists it. The last
    line is the run's mark, by which `bears_mark` knows the message again.
    """
    container: ui.Container[Any] = ui.Container(accent_colour=COLOUR)
    container.add_item(ui.TextDisplay(_head(digest, run, now, choice or Choice())))
    told = [section for section in Section if digest.count(section)]
    news = [section for section in told if section in NEWS]
    brief = WEEKLY_BRIEF if weekly else BRIEF
    room = _room(len(news), len(told) - len(news), brief, with_weekly=weekly is not None)
    shares = _shares([digest.count(section) for section in news], room)
    for section in told:
        if section in WAITING:
            _add_waiting(container, digest, run, section, now, brief)
        else:
            _add_news(container, digest, run, section, shares.pop(0))
    if weekly:
        _add_weekly(container, weekly)
    container.add_item(ui.TextDisplay(_mark(run)))
    return layout(container)


def bears_mark(message: discord.Message, run: Run) -> bool:
    """Whether the message is this run's digest. Only the bot's own messages are to be asked."""
    texts = [
        child.content
        for part in message.components
        for child in (part.children if isinstance(part, discord.Container) else ())
        if isinstance(child, discord.TextDisplay)
    ]
    # The whole text of a component, which no claim can be: before each stands its number.
    return _mark(run) in texts


def section_page(digest: Digest, run: Run, section: Section, start: int) -> ui.LayoutView:
    """
    Return the claims of one section from place `start` on, with buttons to turn the page.

    `digest` was read from there on where the section is `addition`, which is not read whole.
    """
    listed = digest.of(section)
    total = digest.count(section)
    page = listed[:PAGE] if section is Section.ADDITION else listed[start : start + PAGE]
    container: ui.Container[Any] = ui.Container(accent_colour=COLOUR)
    last = min(start + len(page), total)
    range_ = say("nothing here any more")
    if page:
        range_ = say("{first}–{last} of {total}", first=start + 1, last=last, total=total)
    container.add_item(ui.TextDisplay(f"### {say(WORDS[section].heading)}\n-# {range_}"))
    for change in page:
        button = claim_button("show", change.claim.number)
        container.add_item(ui.Section(_line(section, change), accessory=button))
    turners = []
    if start > 0:
        turners.append(_turner(say("← Back"), run, section, max(0, start - PAGE)))
    if last < total:
        turners.append(_turner(say("More →"), run, section, start + PAGE))
    return layout(container, turners)


def is_section_page(message: discord.Message) -> bool:
    """Whether the message, one of the bot's own, is what `section_page` returns."""
    first = message.components[0] if message.components else None
    head = first.children[0] if isinstance(first, discord.Container) else None
    return isinstance(head, discord.TextDisplay) and head.content.startswith("### ")


def _head(digest: Digest, run: Run, now: datetime, choice: Choice) -> str:
    counts = [_counted(s, digest.count(s)) for s in Section if digest.count(s)]
    head = f"## {say('Digest')}\n-# {' · '.join(counts) or say('No news since the last one')}"
    if choice.ping_role_id:
        head += f"\n<@&{choice.ping_role_id}>"
    if now - run.due_at > LATE:
        due = say("Late: it was due {when}", when=f"<t:{int(run.due_at.timestamp())}:f>")
        head += f"\n-# ⏰ {due}"
    return head


def _mark(run: Run) -> str:
    # The same in every language: a server may change its own before the message is looked for.
    return f"-# № {run.id} · <t:{int(run.claimed_at.timestamp())}:f>"


def _counted(section: Section, count: int) -> str:
    words = WORDS[section]
    return say(words.one if count == 1 else words.several, count=count)


def _room(news: int, waiting: int, brief: int, *, with_weekly: bool) -> int:
    """
    Return how many claims can be shown in full.

    Container, head and mark are three components; each section may need a row with a button
    for the rest, one that is no news a text and its claims' buttons as well.
    """
    components = COMPONENTS - 3 - 2 * news - waiting * (3 + brief)
    letters = LETTERS - HEAD - waiting * brief * WAITING_LINE
    if with_weekly:
        components -= WEEKLY_COMPONENTS
        letters -= WEEKLY_LETTERS
    return min(components // 3, letters // LINE)


def _shares(counts: list[int], room: int) -> list[int]:
    """Share the room out in order of importance, leaving each later section at least one place."""
    shares, left = [], room
    for position, count in enumerate(counts):
        later = len(counts) - position - 1
        share = min(count, left - later)
        shares.append(share)
        left -= share
    return shares


def _add_news(
    container: ui.Container[Any], digest: Digest, run: Run, section: Section, share: int
) -> None:
    heading = f"### {say(WORDS[section].heading)}\n"
    article = None
    for change in digest.of(section)[:share]:
        line = _line(section, change)
        if section is Section.ADDITION and change.article and change.article != article:
            article = change.article
            line = f"-# {harmless(article, 60)}\n{line}"
        # A claim that was rated may be due for a re-check as well; ids differ within a message.
        place = _RECHECKED if section is Section.RECHECK else 0
        button = claim_button("show", change.claim.number, place)
        container.add_item(ui.Section(heading + line, accessory=button))
        heading = ""
    rest = digest.count(section) - share
    if rest > 0:
        more = say("and {count} more", count=rest)
        container.add_item(ui.ActionRow(_turner(more, run, section, 0)))


def _add_waiting(
    container: ui.Container[Any],
    digest: Digest,
    run: Run,
    section: Section,
    now: datetime,
    brief: int,
) -> None:
    shown = digest.of(section)[:brief]
    lines = [f"### {say(WORDS[section].heading)}", *_brief(section, shown, now)]
    container.add_item(ui.TextDisplay("\n".join(lines)))
    buttons: list[Button] = [
        claim_button(
            "show",
            change.claim.number,
            position,
            label=say("Open #{number}", number=change.claim.number),
        )
        for position, change in enumerate(shown, start=_PLACES[section])
    ]
    rest = digest.count(section) - len(shown)
    if rest > 0:
        buttons.append(_turner(say("and {count} more", count=rest), run, section, 0))
    container.add_item(ui.ActionRow(*buttons))


_PLACES = {section: 1 + BRIEF * n for n, section in enumerate(WAITING)}
_RECHECKED = 1 + BRIEF * len(WAITING)
"""Buttons of one message need different ids; a claim may stand in several sections."""


def _brief(section: Section, shown: tuple[Change, ...], now: datetime) -> Iterator[str]:
    for change in shown:
        claim = change.claim
        note = change.reason
        if section is Section.CHECKING:
            note = say("overdue and free again") if change.reason else _held(claim.standing, now)
        yield f"**#{claim.number}** {harmless(claim.text, 60)} · {note}"


def _held(standing: Standing, now: datetime) -> str:
    """Who has a claim in hand, and until when."""
    who_, until = f"<@{standing.assignee}>", standing.assigned_until
    if until is None:
        return who_
    if until <= now:
        return say("{who}, overdue", who=who_)
    return say("{who}, until {when}", who=who_, when=f"<t:{int(until.timestamp())}:R>")


def _add_weekly(container: ui.Container[Any], weekly: Weekly) -> None:
    report = balance_report(weekly.balance, most=WEEKLY_SHARES)
    lines = [say("### 📊 The week in numbers"), summary(weekly.stats)]
    lines += [report] if report else []
    if not weekly.pictures:
        lines.append(say("-# The chart needs the permission Attach Files in this channel."))
    container.add_item(ui.TextDisplay("\n".join(lines)))
    for gallery in galleries(weekly.pictures):
        container.add_item(gallery)


def _turner(label: str, run: Run, section: Section, start: int) -> Button:
    return thing_button("digest", section.value, run.id, start, label=label)


def _line(section: Section, change: Change) -> str:
    """One claim in at most 310 characters."""
    claim = change.claim
    if section in (Section.ADDITION, *WAITING):
        note = f" · {change.reason}" if change.reason else ""
        name = who(claim.source, limit=50)
        return f"**#{claim.number}** {harmless(claim.text, 150)}\n-# {name}{note}"
    head = f"**#{claim.number}** {harmless(claim.text, 90)}"
    now = badge(claim.standing)
    if section is Section.CORRECTION and change.before:
        now = f"{workflow.badge(change.before)} → {now}"
    if section is Section.RECHECK:
        return f"{head}\n{now}"
    link = ""
    if change.evidence and claim.standing.published:
        link = " " + web_link(change.evidence.url, say("evidence"), limit=70)
    return f"{head}\n{now}. {harmless(change.reason, 60)}{link}"
