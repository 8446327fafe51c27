"""A digest as people see it in Discord. Pure."""

from datetime import datetime, timedelta
from typing import NamedTuple

from bot.messages import ui
from bot.messages.digest_lines import (
    LINE,
    WAITING,
    WAITING_LINE,
    WORDS,
    counted,
    line,
    waiting_lines,
)
from bot.messages.digest_pages import turner
from bot.messages.harmless import harmless
from bot.messages.mark import mark
from bot.messages.parts import NEWS_COLOUR, layout
from bot.messages.pictures import Picture
from bot.messages.stats import balance_report, galleries, summary
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from claims.digests.compose import NEWS, Digest
from claims.digests.records import Choice, Run, Section
from claims.digests.stats import Balance, Stats
from claims.wording import say

LATE = timedelta(minutes=15)
"""From when on a digest is called late: ten thousand servers at once take four minutes."""

COMPONENTS, LETTERS = 40, 4000
"""What Discord allows in one message."""

HEAD = 420
"""Characters that the head with its counts may take at most."""

BRIEF = 2
"""Claims shown in a section that is no news; it is there every day."""

WEEKLY_LETTERS, WEEKLY_COMPONENTS, WEEKLY_BRIEF, WEEKLY_SHARES = 1_250, 3, 1, 2
"""What the weekly part takes of a message: its words with two publishers and two sources, and
two pictures. Sections that are no news show a claim less for it."""


class Room(NamedTuple):
    """How many claims can be shown in full, and in how many characters."""

    claims: int
    letters: int


class Weekly(NamedTuple):
    """What the digest tells once a week; the pictures' files have to be sent with it."""

    stats: Stats
    balance: Balance
    pictures: tuple[Picture, ...]


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
    line is the run's mark, by which the message is known again; a preview has none.
    """
    container = ui.Container(accent_colour=NEWS_COLOUR)
    container.add_item(ui.TextDisplay(_head(digest, run, now, choice or Choice())))
    told = [section for section in Section if digest.count(section)]
    news = [section for section in told if section in NEWS]
    brief = WEEKLY_BRIEF if weekly else BRIEF
    room = _room(len(news), len(told) - len(news), brief, with_weekly=weekly is not None)
    shares = _shares([digest.count(section) for section in news], room.claims)
    spare = (room.letters - LINE * sum(shares)) // max(1, sum(shares))
    for section in told:
        if section in WAITING:
            _add_waiting(container, digest, run, section, now, brief)
        else:
            _add_news(container, digest, run, section, shares.pop(0), spare)
    if weekly:
        _add_weekly(container, weekly)
    if run.id:
        container.add_item(mark_of(run))
    return layout(container)


def mark_of(run: Run) -> ui.TextDisplay:
    """Return the line by which the run's digest is known again; even numbers are for digests."""
    return mark(2 * run.id, run.claimed_at)


def _head(digest: Digest, run: Run, now: datetime, choice: Choice) -> str:
    counts = [counted(s, digest.count(s)) for s in Section if digest.count(s)]
    head = f"## {say('Digest')}\n-# {' · '.join(counts) or say('No news since the last one')}"
    if choice.ping_role_id:
        head += f"\n<@&{choice.ping_role_id}>"
    if now - run.due_at > LATE:
        due = say("Late: it was due {when}", when=f"<t:{int(run.due_at.timestamp())}:f>")
        head += f"\n-# ⏰ {due}"
    return head


def _room(news: int, waiting: int, brief: int, *, with_weekly: bool) -> Room:
    """
    Return what is left for news.

    Container, head and mark are three components; each section may need a row with a button
    for the rest, one that is no news a text and its claims' buttons as well.
    """
    components = COMPONENTS - 3 - 2 * news - waiting * (3 + brief)
    letters = LETTERS - HEAD - waiting * brief * WAITING_LINE
    if with_weekly:
        components -= WEEKLY_COMPONENTS
        letters -= WEEKLY_LETTERS
    return Room(min(components // 3, letters // LINE), letters)


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
    container: ui.Container,
    digest: Digest,
    run: Run,
    section: Section,
    share: int,
    spare: int,
) -> None:
    heading = f"### {say(WORDS[section].heading)}\n"
    article = ""
    for change in digest.of(section)[:share]:
        words = line(section, change, spare=spare)
        if section is Section.ADDITION and change.article != article:
            article = change.article
            title = harmless(article, 60) or say("An article without a title")
            words = f"-# {title}\n{words}"
        # A claim that was rated may be due for a re-check as well; ids differ within a message.
        place = _RECHECKED if section is Section.RECHECK else 0
        opens = button(ShowClaim(change.claim.number, place))
        container.add_item(ui.Section(heading + words, accessory=opens))
        heading = ""
    rest = digest.count(section) - share
    if rest > 0:
        more = say("and {count} more", count=rest)
        container.add_item(ui.ActionRow(turner(more, run, section, share)))


def _add_waiting(
    container: ui.Container,
    digest: Digest,
    run: Run,
    section: Section,
    now: datetime,
    brief: int,
) -> None:
    shown = digest.of(section)[:brief]
    lines = [f"### {say(WORDS[section].heading)}", *waiting_lines(section, shown, now)]
    container.add_item(ui.TextDisplay("\n".join(lines)))
    buttons: list[ui.Button] = [
        button(
            ShowClaim(change.claim.number, position),
            say("Open #{number}", number=change.claim.number),
        )
        for position, change in enumerate(shown, start=_PLACES[section])
    ]
    rest = digest.count(section) - len(shown)
    if rest > 0:
        more = say("and {count} more", count=rest)
        buttons.append(turner(more, run, section, len(shown)))
    container.add_item(ui.ActionRow(*buttons))


_PLACES = {section: 1 + BRIEF * n for n, section in enumerate(WAITING)}
_RECHECKED = 1 + BRIEF * len(WAITING)
"""Buttons of one message need different ids; a claim may stand in several sections."""


def _add_weekly(container: ui.Container, weekly: Weekly) -> None:
    report = balance_report(weekly.balance, most=WEEKLY_SHARES)
    lines = [say("### 📊 The week in numbers"), summary(weekly.stats)]
    lines += [report] if report else []
    if not weekly.pictures:
        lines.append(say("-# The chart needs the permission Attach Files in this channel."))
    container.add_item(ui.TextDisplay("\n".join(lines)))
    for gallery in galleries(weekly.pictures):
        container.add_item(gallery)
