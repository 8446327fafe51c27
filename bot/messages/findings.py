"""What moderators found of a claim, as its card says it. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.messages.front import named
from bot.messages.harmless import harmless
from bot.messages.parts import web_link, within
from claims.records.cards import Card
from claims.records.claims import Evidence, Grade, Stage, Standing
from claims.records.decisions import Action, Event
from claims.rules import terms
from claims.rules.identity import Person
from claims.rules.ratings import RATINGS
from claims.wording import phrase, say

MOST = 1350
"""Characters: a card has 4,000, of which all else takes up to 2,530. Links have what is left of
these; what stands before them takes at most 1,140."""


def findings(card: Card, moderator: Person | None = None) -> str:
    """
    Return what was found so far, or is under way, and on what evidence; "" where nothing is.

    `moderator` is whoever sees it, if they decide about claims: they see opinions that differ,
    and their own that waits.
    """
    standing = card.claim.standing
    lines = [*_banners(card), *_rating(standing)]
    if moderator:
        lines += _opinions(standing, moderator)
    if standing.stage is Stage.CHECKING and standing.assigned_until:
        until = f"<t:{int(standing.assigned_until.timestamp())}:f>"
        lines.append(
            say(
                "{who} is checking it, until {when}.",
                who=named(standing.assignee),
                when=until,
            )
        )
    if card.evidence:
        room = MOST - sum(len(line) + 1 for line in lines)
        lines.append(within(map(_evidence_line, card.evidence), min(room, 700)))
    return "\n".join(lines)


def _banners(card: Card) -> Iterator[str]:
    """Yield what a reader has to know before the rating: disputes, corrections, open questions."""
    standing = card.claim.standing
    if (into := standing.merged_into) is not None:
        merged = say("**Merged** into #{number}, which says the same.", number=into)
        yield f"↪️ {merged}"
    if standing.is_disputed:
        yield "⚠️ " + say("**Disputed:** {reason}", reason=_why(card, Action.DISPUTE))
    if standing.stage is Stage.DROPPED:
        yield "⏹️ " + say("**Dropped:** {reason}", reason=_why(card, Action.DROP))
    if standing.published and standing.grade is Grade.MAJOR and standing.earlier:
        earlier = say(RATINGS[standing.earlier].words)
        yield "🔁 " + say("**Corrected:** it was rated {rating}.", rating=earlier)
    if standing.stage is Stage.REVIEW:
        yield "⏳ " + say("Waits for a second moderator, who must rate it the same.")
    if standing.recheck_on:
        again = say("To be looked at again from {day}.", day=standing.recheck_on)
        yield f"-# {again}"


def _why(card: Card, action: Action) -> str:
    """Return why the claim is disputed or dropped; earlier versions left that to the history."""
    reason = card.claim.standing.why
    if not reason and card.last.action is action:
        reason = card.last.reason
    return harmless(terms.reason_words(reason), 200) if reason else say("its history says why.")


def _rating(standing: Standing) -> Iterator[str]:
    """Yield the published rating's reason, by whom and when, and on less than the strict rule."""
    if standing.published is None or standing.rated_at is None:
        return
    first = standing.confirmed
    one = phrase("Rated by {who} on {when}: {reason}")
    two = phrase("Two moderators rated it the same, {who} on {when} as the second: {reason}")
    yield say(
        two if first else one,
        who=named(standing.rated_by),
        when=f"<t:{int(standing.rated_at.timestamp())}:D>",
        reason=harmless(standing.reason, 400),
    )
    if first and first.reason != standing.reason:
        yield say("The first gave as reason: {reason}", reason=harmless(first.reason, 150))
    if standing.relaxed:
        rule = say("On less evidence than two independent origins or a primary source.")
        yield f"-# {rule}"


def _opinions(standing: Standing, moderator: Person) -> Iterator[str]:
    """Yield the opinions that are none of members' business: one's own, and two that differ."""
    waiting, differing = standing.waiting, standing.differing
    if waiting and moderator.is_(standing.assignee):
        yield say(
            "You proposed **{rating}**: {reason}",
            rating=say(RATINGS[waiting.rating].words),
            reason=harmless(waiting.reason, 150),
        )
    if differing:
        first, second = differing
        yield "⚖️ " + say(
            "Two moderators differ:\n- **{first}**: {why}\n- **{second}**: {other}",
            first=say(RATINGS[first.rating].words),
            why=harmless(first.reason, 100),
            second=say(RATINGS[second.rating].words),
            other=harmless(second.reason, 100),
        )


def difference(event: Event) -> str:
    """Return what to say to whoever just differed from a first opinion; "" to anybody else."""
    differing = event.after.differing
    if event.action is not Action.RATE or not differing:
        return ""
    first, second = differing
    yours = phrase(
        "You differ from the first: they said {first}, you {second}. Both are kept in the history;"
        " the claim is yours to check."
    )
    disputed = phrase(
        "You differ from the first: they said {first}, you {second}. Both are kept in the history;"
        " the rating that stands is disputed."
    )
    return say(
        disputed if event.after.published else yours,
        first=say(RATINGS[first.rating].words),
        second=say(RATINGS[second.rating].words),
    )


def _evidence_line(evidence: Evidence) -> str:
    """Return one piece of evidence: stance, where it leads, note."""
    link = web_link(evidence.url, harmless(urlsplit(evidence.url).hostname or say("link"), 80))
    note = f": {harmless(evidence.note, 150)}" if evidence.note else ""
    return f"- {say(terms.STANCE_WORDS[evidence.stance])}: {link}{note}"
