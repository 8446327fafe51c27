"""
Charts, drawn: counts go in, the bytes of a PNG come out. Pure.

A chart speaks English where the font cannot write the language that is spoken.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bot.messages.shades import FAINT, LINE, ink_on
from claims.digests.stats import WEEKS, Tally
from claims.models import SourceType
from claims.records.claims import Rating
from claims.rules.ratings import RATINGS, STAGES
from claims.wording import ENGLISH, phrase, say, say_number, speaking

if TYPE_CHECKING:
    from bot.messages.canvas import Canvas

MARGIN = 44
TITLE, TEXT = 32, 26
ROWS_TOP, ROW = 150, 62

STAGE_PARTS = {
    stage: (row.short, row.colour)
    for stage, row in STAGES.items()
    if row.short is not None and row.colour is not None
}
"""Short words and colour of each stage without a rating; no colour is a rating's."""

KIND_WORDS = {
    SourceType.PERSON: phrase("People"),
    SourceType.ORGANISATION: phrase("Organisations"),
    SourceType.DOCUMENT: phrase("Documents"),
    SourceType.UNNAMED: phrase("Unnamed sources"),
    SourceType.PUBLISHER: phrase("Publishers"),
}
"""What the types of source are called, in the order in which they are shown."""


class Part(NamedTuple):
    """A piece of a stacked bar."""

    words: str
    size: int
    colour: int


def over_time(course: Sequence[Tally]) -> bytes:
    """
    Return how many claims stood where in each week: ratings on the left, the rest on the right.

    The parts of the last bar are named beside it, with their sizes.
    """
    return _drawn(600, lambda canvas: _over_time(canvas, course))


def by_kind(kinds: Mapping[SourceType, Mapping[Rating, int]]) -> bytes:
    """Return what was found of the claims of each type of source, with a key to the colours."""
    rated = {kind: ratings for kind in KIND_WORDS if any((ratings := kinds.get(kind, {})).values())}
    height = ROWS_TOP + max(1, len(rated)) * ROW + MARGIN - 12
    return _drawn(height, lambda canvas: _by_kind(canvas, rated))


def _drawn(height: int, draw: "Callable[[Canvas], None]") -> bytes:
    from bot.messages.canvas import Canvas  # here, so that the bot itself does not load Pillow

    canvas = Canvas(height)
    draw(canvas)
    if not canvas.is_legible:
        canvas = Canvas(height)
        with speaking(ENGLISH):
            draw(canvas)
    return canvas.png()


def _over_time(canvas: "Canvas", course: Sequence[Tally]) -> None:
    ratings = [_rating_parts(tally.ratings) for tally in course]
    stages = [
        [Part(say(words), t.stages.get(s, 0), c) for s, (words, c) in STAGE_PARTS.items()]
        for t in course
    ]
    half = canvas.width // 2
    _bars(canvas, say("Rated"), ratings, MARGIN, half - 20)
    _bars(canvas, say("Not rated yet"), stages, half + 20, canvas.width - MARGIN)


def _by_kind(canvas: "Canvas", rated: Mapping[SourceType, Mapping[Rating, int]]) -> None:
    rows = [(say(KIND_WORDS[kind]), _rating_parts(ratings)) for kind, ratings in rated.items()]
    canvas.text(MARGIN, 34, say("Ratings by kind of source"), TITLE)
    used = {part.words for _, parts in rows for part in parts if part.size}
    _key(canvas, [part for part in _rating_parts({}) if part.words in used], 92)
    left = 320
    most = max((_total(parts) for _, parts in rows), default=1)
    for number, (words, parts) in enumerate(rows):
        y = ROWS_TOP + number * ROW
        canvas.text(MARGIN, y + 10, words, TEXT, room=left - MARGIN - 20)
        room = canvas.width - MARGIN - 20 - left - canvas.width_of(say_number(most), TEXT)
        end = _strip(canvas, parts, left, y, room / most)
        canvas.text(end + 14, y + 10, say_number(_total(parts)), TEXT)


def _rating_parts(ratings: Mapping[Rating, int]) -> list[Part]:
    return [
        Part(say(row.words), ratings.get(rating, 0), row.colour) for rating, row in RATINGS.items()
    ]


def _total(parts: Iterable[Part]) -> int:
    return sum(part.size for part in parts)


def _bars(
    canvas: "Canvas", title: str, bars: Sequence[Sequence[Part]], left: int, right: int
) -> None:
    """Draw stacked bars between `left` and `right`, the last one's parts named beside it."""
    top, bottom = 130, canvas.height - 84
    end = left + int((right - left) * 0.56)
    canvas.text(left, 34, title, TITLE, room=right - left)
    canvas.line((left, bottom + 2, end, bottom + 2), LINE, 2)
    canvas.text(left, bottom + 16, say("{count} weeks ago", count=WEEKS - 1), 22, FAINT)
    now = say("now")
    canvas.text(end - canvas.width_of(now, 22), bottom + 16, now, 22, FAINT)
    most = max(map(_total, bars))
    if not most:
        canvas.text(left, (top + bottom) // 2, say("none"), TEXT, FAINT)
        return
    step = (end - left) / len(bars)
    scale = (bottom - top) / most
    labels = []
    for number, parts in enumerate(bars):
        x, y = left + step * number, float(bottom)
        for part in parts:
            high = part.size * scale
            canvas.block(x, y - high, x + step - 8, y, part.colour)
            if number == len(bars) - 1 and part.size:
                labels.append((y - high / 2, part))
            y -= high
    total = say_number(_total(bars[-1]))
    middle = end - step / 2 - 4 - canvas.width_of(total, 22) / 2
    canvas.text(middle, bottom - _total(bars[-1]) * scale - 32, total, 22, FAINT)
    _name(canvas, labels, end, right, (top, bottom))


def _name(
    canvas: "Canvas",
    labels: Sequence[tuple[float, Part]],
    left: int,
    right: int,
    within: tuple[int, int],
) -> None:
    """Write what each part is beside its middle, moved so that no two names touch."""
    high = 36
    words = [f"{say_number(part.size)} {part.words}" for _, part in labels]
    room = right - left - 34
    size = min((canvas.fitting(each, TEXT, room) for each in words), default=TEXT)
    places = _apart([y for y, _ in labels], high, within)
    for (y, part), place, said in zip(labels, places, words, strict=True):
        canvas.line((left - 4, y, left + 10, y), part.colour, 3)
        canvas.line((left + 10, y, left + 26, place), part.colour, 3)
        canvas.text(left + 34, place - size * 0.6, said, size, room=room)


def _apart(wanted: Sequence[float], high: int, within: tuple[int, int]) -> list[float]:
    """Move places, which run upwards, apart by `high`, as little as needed."""
    top, bottom = within
    places: list[float] = []
    for y in wanted:
        places.append(min(y, places[-1] - high if places else bottom - high / 2))
    floor = top + high / 2
    for number in reversed(range(len(places))):
        places[number] = max(places[number], floor)
        floor = places[number] + high
    return places


def _strip(canvas: "Canvas", parts: Sequence[Part], left: int, y: int, scale: float) -> float:
    """Draw one bar from `left` on, its counts within it where they fit; return where it ends."""
    x = float(left)
    for part in parts:
        if not part.size:
            continue
        wide = part.size * scale
        canvas.block(x, y, x + wide - 3, y + 46, part.colour)
        count = say_number(part.size)
        room = wide - 3 - canvas.width_of(count, 22)
        if room > 6:
            canvas.text(x + room / 2, y + 11, count, 22, ink_on(part.colour))
        x += wide
    return x


def _key(canvas: "Canvas", parts: Sequence[Part], y: int) -> None:
    """Draw a line that says which colour is what."""
    gap, square = 26, 22
    room = canvas.width - 2 * MARGIN - (gap + square + 10) * len(parts)
    words = "".join(part.words for part in parts)
    size = canvas.fitting(words, 22, room)
    x = float(MARGIN)
    for part in parts:
        canvas.block(x, y + 2, x + square, y + 2 + square, part.colour)
        x += square + 10
        canvas.text(x, y, part.words, size)
        x += canvas.width_of(part.words, size) + gap
