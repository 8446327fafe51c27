"""What messages are made of: badges, names, links, and the layout around them. Pure."""

from collections.abc import Iterable, Sequence

from bot.messages import ui
from bot.messages.harmless import harmless
from claims.models import NOBODY, UNKNOWN, Claim, Kind, Source, SourceType
from claims.records.claims import Standing, TrackedClaim
from claims.rules import terms
from claims.rules.ratings import RATINGS, STAGES, UNRATED_COLOUR
from claims.wording import phrase, say, say_number

NEWS_COLOUR = 0x5865F2
"""Of what the bot says without having been asked: Discord's own, which is no rating's."""

KIND_WORDS = {
    Kind.DIRECT: phrase("quoted"),
    Kind.MIXED: phrase("partly quoted"),
    Kind.INDIRECT: phrase("reported"),
    Kind.NARRATION: phrase("the publisher's own words"),
}


def badge(standing: Standing) -> str:
    """Return the badge with its mark; colour never speaks alone."""
    rating = standing.published
    mark = RATINGS[rating].mark if rating else STAGES[standing.stage].mark
    return f"{mark} {terms.badge(standing)}"


def colour(standing: Standing) -> int:
    """Return the card's accent: the rating's, or one that no rating has."""
    return RATINGS[standing.published].colour if standing.published else UNRATED_COLOUR


def source_name(name: str, limit: int) -> str:
    """Return a source's name as Discord shows it literally; one that nobody named is said."""
    return harmless(say(name) if name in (UNKNOWN, NOBODY.name) else name, limit)


def who(source: Source, *, limit: int = 120) -> str:
    """Return the source in bold, with its role where one is known."""
    name = f"**{source_name(source.name, limit)}**"
    if source.type is SourceType.UNNAMED and source.name != NOBODY.name:
        name = say("{source} (unnamed)", source=name)
    return f"{name}, {harmless(source.role, limit)}" if source.role else name


def worth(claim: TrackedClaim | Claim) -> str:
    """Return how far a claim is worth a check, 0 to 1."""
    return say_number(claim.check_worthiness, 2)


def web_link(url: str, words: str, *, limit: int = 520) -> str:
    """Return a Markdown link whose address cannot break out; only the words if it is too long."""
    address = url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    if not address.startswith(("http://", "https://")) or len(address) > limit:
        return words
    return f"[{words}](<{address}>)"


def within(lines: Iterable[str], budget: int) -> str:
    """Join lines while they fit into `budget` characters, and say how many were left out."""
    kept: list[str] = []
    left_out = 0
    for line in lines:
        used = sum(len(k) + 1 for k in kept)
        if not left_out and used + len(line) <= budget - 20:
            kept.append(line)
        else:
            left_out += 1
    if left_out:
        kept.append("-# " + say("and {count} more", count=left_out))
    return "\n".join(kept)


def layout(container: ui.Container, *rows: Sequence[ui.Button]) -> ui.LayoutView:
    """Return a message of one container and rows of at most five buttons each."""
    return ui.LayoutView(container, *(ui.ActionRow(*row) for row in rows if row))
