"""
Charts, drawn: counts go in, the bytes of a PNG come out. Pure.

On a dark ground of their own, as no text colour is readable on both of Discord's: the greys
that stand out equally on white and on its dark grey do so by 3.5 to 1 only, and text needs 4.5.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

from bot.messages.parts import COLOURS, UNRATED_COLOUR
from claims import terms
from claims.models import SourceType
from claims.records import Rating, Stage
from claims.stats import WEEKS, Tally
from claims.wording import phrase, say

WIDTH = 1200
"""Discord shows an image 550 pixels wide on a desktop: what is 26 pixels high here is 12 there."""

GROUND, INK, FAINT, LINE = 0x17181B, 0xF2F3F5, 0xB5BAC1, 0x3A3C42
MARGIN = 44
TITLE, TEXT, LEAST = 32, 26, 18

STAGE_COLOURS = {Stage.OPEN: 0xAEB4BF, Stage.CHECKING: UNRATED_COLOUR, Stage.REVIEW: 0x9FD3FF}
"""None of them is a rating's."""

STAGE_WORDS = {
    Stage.OPEN: phrase("not checked"),
    Stage.CHECKING: phrase("being checked"),
    Stage.REVIEW: phrase("waiting"),
}
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
    canvas = _Canvas(600)
    ratings = [_rating_parts(tally.ratings) for tally in course]
    stages = [
        [Part(say(STAGE_WORDS[s]), t.stages.get(s, 0), c) for s, c in STAGE_COLOURS.items()]
        for t in course
    ]
    half = WIDTH // 2
    _bars(canvas, say("Rated"), ratings, MARGIN, half - 20)
    _bars(canvas, say("Not rated yet"), stages, half + 20, WIDTH - MARGIN)
    return canvas.png()


def by_kind(kinds: Mapping[SourceType, Mapping[Rating, int]]) -> bytes:
    """Return what was found of the claims of each type of source, with a key to the colours."""
    rows = [(say(words), _rating_parts(kinds.get(kind, {}))) for kind, words in KIND_WORDS.items()]
    rows = [(words, parts) for words, parts in rows if _total(parts)]
    height, top = 62, 150
    canvas = _Canvas(top + max(1, len(rows)) * height + MARGIN - 12)
    canvas.text(MARGIN, 34, say("Ratings by kind of source"), TITLE)
    used = {part.words for _, parts in rows for part in parts if part.size}
    _key(canvas, [part for part in _rating_parts({}) if part.words in used], 92)
    left = 320
    most = max((_total(parts) for _, parts in rows), default=1)
    for number, (words, parts) in enumerate(rows):
        y = top + number * height
        canvas.text(MARGIN, y + 10, words, TEXT, room=left - MARGIN - 20)
        scale = (WIDTH - MARGIN - 20 - left - canvas.width_of(_number(most), TEXT)) / most
        end = _strip(canvas, parts, left, y, scale)
        canvas.text(end + 14, y + 10, _number(_total(parts)), TEXT)
    return canvas.png()


def _rating_parts(ratings: Mapping[Rating, int]) -> list[Part]:
    return [
        Part(say(terms.RATING_WORDS[rating]), ratings.get(rating, 0), colour)
        for rating, colour in COLOURS.items()
    ]


def _total(parts: Iterable[Part]) -> int:
    return sum(part.size for part in parts)


def _bars(
    canvas: "_Canvas", title: str, bars: Sequence[Sequence[Part]], left: int, right: int
) -> None:
    """Draw stacked bars between `left` and `right`, the last one's parts named beside it."""
    top, bottom = 130, canvas.height - 84
    end = left + int((right - left) * 0.56)
    canvas.text(left, 34, title, TITLE, room=right - left)
    canvas.draw.line((left, bottom + 2, end, bottom + 2), fill=_rgb(LINE), width=2)
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
    total = _number(_total(bars[-1]))
    middle = end - step / 2 - 4 - canvas.width_of(total, 22) / 2
    canvas.text(middle, bottom - _total(bars[-1]) * scale - 32, total, 22, FAINT)
    _name(canvas, labels, end, right, (top, bottom))


def _name(
    canvas: "_Canvas",
    labels: Sequence[tuple[float, Part]],
    left: int,
    right: int,
    within: tuple[int, int],
) -> None:
    """Write what each part is beside its middle, moved so that no two names touch."""
    high = 36
    words = [f"{_number(part.size)} {part.words}" for _, part in labels]
    room = right - left - 34
    size = min((canvas.fitting(each, TEXT, room) for each in words), default=TEXT)
    places = _apart([y for y, _ in labels], high, within)
    for (y, part), place, said in zip(labels, places, words, strict=True):
        canvas.draw.line((left - 4, y, left + 10, y), fill=_rgb(part.colour), width=3)
        canvas.draw.line((left + 10, y, left + 26, place), fill=_rgb(part.colour), width=3)
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


def _strip(canvas: "_Canvas", parts: Sequence[Part], left: int, y: int, scale: float) -> float:
    """Draw one bar from `left` on, its counts within it where they fit; return where it ends."""
    x = float(left)
    for part in parts:
        if not part.size:
            continue
        wide = part.size * scale
        canvas.block(x, y, x + wide - 3, y + 46, part.colour)
        count = _number(part.size)
        room = wide - 3 - canvas.width_of(count, 22)
        if room > 6:
            canvas.text(x + room / 2, y + 11, count, 22, _ink_on(part.colour))
        x += wide
    return x


def _key(canvas: "_Canvas", parts: Sequence[Part], y: int) -> None:
    """Draw a line that says which colour is what."""
    gap, square = 26, 22
    room = WIDTH - 2 * MARGIN - (gap + square + 10) * len(parts)
    words = "".join(part.words for part in parts)
    size = canvas.fitting(words, 22, room)
    x = float(MARGIN)
    for part in parts:
        canvas.block(x, y + 2, x + square, y + 2 + square, part.colour)
        x += square + 10
        canvas.text(x, y, part.words, size)
        x += canvas.width_of(part.words, size) + gap


class _Canvas:
    """A picture that is being drawn."""

    def __init__(self, height: int) -> None:
        self.height = height
        self._image = Image.new("RGB", (WIDTH, height), _rgb(GROUND))
        self.draw = ImageDraw.Draw(self._image)

    def block(self, left: float, top: float, right: float, bottom: float, colour: int) -> None:
        """Fill a rectangle, with a thin line of ground below; at least a line where it is tiny."""
        if bottom - top > 0.01 and right > left:
            low = max(top, bottom - 2) if bottom - top > 4 else bottom - 1
            self.draw.rectangle((left, min(top, low), max(left, right), low), fill=_rgb(colour))

    def text(
        self, x: float, y: float, words: str, size: int, ink: int = INK, *, room: float = WIDTH
    ) -> None:
        """Write words from their upper left corner, smaller or cut where `room` is short."""
        size = self.fitting(words, size, room)
        while len(words) > 1 and self.width_of(words, size) > room:
            words = words[:-2].rstrip() + "…"
        self.draw.text((x, y), _letters(words), font=_font(size), fill=_rgb(ink))
        for place, letter in enumerate(words):
            if _has_dots(letter):
                self._dots(x + self.width_of(words[:place], size), y, letter, size, ink)

    def _dots(self, x: float, y: float, letter: str, size: int, ink: int) -> None:
        """Set two dots above a letter, which the font has without them only."""
        left, top, right, _ = _font(size).getbbox(_letters(letter))
        middle, high, half = x + (left + right) / 2, y + top - size * 0.13, size * 0.055
        for aside in (-0.13, 0.13):
            at = middle + aside * size
            box = (at - half, high - half, at + half, high + half)
            self.draw.ellipse(box, fill=_rgb(ink))

    def fitting(self, words: str, size: int, room: float) -> int:
        """Return the greatest size up to `size` at which the words fit; `LEAST` if none."""
        return next((s for s in range(size, LEAST, -1) if self.width_of(words, s) <= room), LEAST)

    def width_of(self, words: str, size: int) -> float:
        """Return how wide the words are."""
        return _font(size).getlength(_letters(words))

    def png(self) -> bytes:
        """Return the picture's file."""
        file = BytesIO()
        # A palette halves the file, and the time to write it.
        few = self._image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, "PNG", compress_level=3)
        return file.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow's wheels have FreeType"
    return font


def _letters(words: str) -> str:
    """Return words without dots above letters: the font is one of English letters."""
    return "".join(normalize("NFD", each)[0] if _has_dots(each) else each for each in words)


def _has_dots(letter: str) -> bool:
    return normalize("NFD", letter)[1:] == "\u0308"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", say(","))


def _rgb(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


LIGHT = 0.179
"""The luminance at which black and white stand out equally: by 4.58 to 1."""


def _ink_on(colour: int) -> int:
    return 0 if _light(colour) > LIGHT else 0xFFFFFF


def _light(colour: int) -> float:
    """Return the relative luminance, as the Web Content Accessibility Guidelines define it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
