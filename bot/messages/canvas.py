"""
A picture that charts are drawn on.

On a dark ground of its own, as no text colour is readable on both of Discord's: the greys that
stand out equally on white and on its dark grey do so by 3.5 to 1 only, and text needs 4.5.
"""

from functools import cache
from io import BytesIO
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1200
"""Discord shows an image 550 pixels wide on a desktop: what is 26 pixels high here is 12 there."""

GROUND, INK, FAINT, LINE = 0x17181B, 0xF2F3F5, 0xB5BAC1, 0x3A3C42
LEAST = 18


class Canvas:
    """A picture that is being drawn."""

    def __init__(self, height: int) -> None:
        self.height = height
        self._image = Image.new("RGB", (WIDTH, height), _rgb(GROUND))
        self._draw = ImageDraw.Draw(self._image)

    def block(self, left: float, top: float, right: float, bottom: float, colour: int) -> None:
        """Fill a rectangle, with a thin line of ground below; at least a line where it is tiny."""
        if bottom - top > 0.01 and right > left:
            low = max(top, bottom - 2) if bottom - top > 4 else bottom - 1
            self._draw.rectangle((left, min(top, low), max(left, right), low), fill=_rgb(colour))

    def line(self, ends: tuple[float, float, float, float], colour: int, wide: int) -> None:
        """Draw a straight line from one point to another."""
        self._draw.line(ends, fill=_rgb(colour), width=wide)

    def text(
        self, x: float, y: float, words: str, size: int, ink: int = INK, *, room: float = WIDTH
    ) -> None:
        """Write words from their upper left corner, smaller or cut where `room` is short."""
        size = self.fitting(words, size, room)
        while len(words) > 1 and self.width_of(words, size) > room:
            words = words[:-2].rstrip() + "…"
        self._draw.text((x, y), _letters(words), font=_font(size), fill=_rgb(ink))
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
            self._draw.ellipse(box, fill=_rgb(ink))

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


def _rgb(colour: int) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


LIGHT = 0.179
"""The luminance at which black and white stand out equally: by 4.58 to 1."""


def ink_on(colour: int) -> int:
    """Return black or white, whichever stands out more on this colour."""
    return 0 if _light(colour) > LIGHT else 0xFFFFFF


def _light(colour: int) -> float:
    """Return the relative luminance, as the Web Content Accessibility Guidelines define it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
