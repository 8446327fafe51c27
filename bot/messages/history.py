"""A claim's history as people see it. Pure."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.messages import ui
from bot.messages.front import named
from bot.messages.harmless import harmless
from bot.messages.parts import layout, source_name, web_link
from bot.presses.base import button
from bot.presses.claims import ShareHistory, ShowClaim, ShowHistory
from claims.models import Source
from claims.records.claims import Evidence, Stage
from claims.records.decisions import Action, Detail, Event
from claims.rules import terms
from claims.rules.ratings import RATINGS, UNRATED_COLOUR
from claims.wording import phrase, say, say_inline

LINE = 460
"""Characters of one event; eight of them, a page, and its heading stay within Discord's 4,000."""


def history_message(
    number: int,
    events: tuple[Event, ...],
    older: int | None,
    *,
    start: int = 0,
    shared: bool = False,
) -> ui.LayoutView:
    """Return a page of a claim's history, newest first, from event `start` or, with 0, the last."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay("### " + say("History of #{number}", number=number)))
    lines = [_event_line(event) for event in events]
    container.add_item(ui.TextDisplay("\n".join(lines)))
    row = [button(ShowClaim(number))]
    if older is not None:
        row.append(button(ShowHistory(number, older), say("Older →")))
    if not shared:
        row.append(button(ShareHistory(number, start)))
    return layout(container, row)


def _event_line(event: Event) -> str:
    """One event: when, who, what, from which badge to which where it changed, why."""
    actor = named(event.actor)
    done = say(
        "{who} {did}",
        who=actor[0].upper() + actor[1:],
        did=_rated(event) if event.action is Action.RATE else _did(event),
    )
    line = f"- <t:{int(event.at.timestamp())}:f> {done}"
    if event.before is not None:
        before, after = terms.badge(event.before), terms.badge(event.after)
        line += f": {before} → **{after}**" if before != after else ""
    if event.action is Action.RATE and event.detail.evidence:
        line += ", " + say("with {links}", links=_links(event.detail.evidence))
    if not event.reason:
        return line
    reason = harmless(terms.reason_words(event.reason), min(200, LINE - len(line) - 2))
    return f"{line}. {reason}"


def _rated(event: Event) -> str:
    """Say what a rating came to, and what an opinion was where that is shown."""
    given = [say(RATINGS[opinion.rating].words) for opinion in event.after.opinions]
    if event.after.stage is Stage.REVIEW:
        proposed = say("proposed a rating")
        return say("proposed the rating {rating}", rating=given[0]) if given else proposed
    if event.after.stage is not Stage.RATED:
        differed = say("gave another rating than the first")
        named = phrase("gave the rating {second}, not {first}")
        return say(named, first=given[0], second=given[1]) if given else differed
    if event.before and event.before.stage is Stage.REVIEW:
        return say("confirmed the rating")
    return say(terms.DONE_WORDS[event.action])


def _did(event: Event) -> str:
    """Say what was done, with what the event tells of it."""
    detail, did = event.detail, say(terms.DONE_WORDS[event.action])
    match event.action:
        case Action.EDIT:
            return _edited(detail) or did
        case Action.UNDO if detail.source_now is not None:
            source = say("its source is {now}", now=_source(detail.source_now))
            return f"{did} ({source})"
        case Action.TAG:
            changed = [f"+{tag}" for tag in detail.added_tags]
            changed += [f"−{tag}" for tag in detail.removed_tags]
            return f"{did} ({harmless(', '.join(changed), 150)})"
        case Action.EVIDENCE if detail.evidence:
            stance = say_inline(terms.STANCE_WORDS[detail.evidence[0].stance])
            return f"{did} ({_links(detail.evidence)}, {stance})"
        case Action.WITHDRAW if detail.withdrawn:
            return f"{did} ({_links(detail.withdrawn)})"
        case Action.RECHECK:
            day = event.after.recheck_on
            cleared = say("cleared when to look again")
            return say("set it to be looked at again from {day}", day=day) if day else cleared
        case Action.MERGE | Action.UNMERGE:
            return _merged(event) or did
        case _:
            return did


def _edited(detail: Detail) -> str:
    """Say which words or whose name stood there before; "" if it is not told."""
    was, before, now = detail.was, detail.source_was, detail.source_now
    if before is None or now is None:
        return say("changed its words from “{was}”", was=harmless(was, 150)) if was else ""
    sources = {"before": _source(before), "now": _source(now)}
    if was is None:
        return say("changed its source from {before} to {now}", **sources)
    return say(
        "changed its source from {before} to {now} and its words from “{was}”",
        was=harmless(was, 100),
        **sources,
    )


def _source(source: Source) -> str:
    return f"**{source_name(source.name, 40)}**"


def _merged(event: Event) -> str:
    """Say which two claims were merged or parted, as seen from this one; "" if it is not told."""
    was_in = event.before.merged_into if event.before else None
    told = (
        (phrase("merged it into #{number}"), event.detail.into),
        (phrase("merged #{number} into it"), event.detail.absorbed),
        (phrase("took #{number} out of it again"), event.detail.released),
        (phrase("took it out of #{number} again"), was_in),
    )
    return next((say(words, number=number) for words, number in told if number is not None), "")


def _links(pieces: Sequence[Evidence]) -> str:
    """Return where the first piece leads, and how many more there are."""
    url = pieces[0].url
    first = web_link(url, harmless(urlsplit(url).hostname or say("link"), 60), limit=120)
    if len(pieces) == 1:
        return first
    return f"{first} {say('and {count} more', count=len(pieces) - 1)}"
