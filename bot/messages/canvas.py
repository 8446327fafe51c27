"""
A picture that charts are drawn on.

The font has letters for most languages of Latin, Greek, Cyrillic and Hebrew script. Loading this
module loads Pillow, so only what draws does.
"""

from functools import cache
from io import BytesIO
from unicodedata import bidirectional, normalize

import fontpkg
from PIL import Image, ImageDraw, ImageFont

from bot.messages.shades import GROUND, INK, rgb

WIDTH = 1200
"""Discord shows an image 550 pixels wide on a desktop: what is 26 pixels high here is 12 there."""

LEAST = 18
"""The smallest letters, in pixels."""

FONT = "Arimo"


class Canvas:
    """A picture that is being drawn."""

    def __init__(self, height: int) -> None:
        self.width, self.height = WIDTH, height
        self.is_legible = True
        """Whether every letter that was written can be read."""
        self._image = Image.new("RGB", (WIDTH, height), rgb(GROUND))
        self._draw = ImageDraw.Draw(self._image)

    def block(self, left: float, top: float, right: float, bottom: float, colour: int) -> None:
        """Fill a rectangle, with a thin line of ground below; at least a line where it is tiny."""
        if bottom - top > 0.01 and right > left:
            low = max(top, bottom - 2) if bottom - top > 4 else bottom - 1
            self._draw.rectangle((left, min(top, low), max(left, right), low), fill=rgb(colour))

    def line(self, ends: tuple[float, float, float, float], colour: int, wide: int) -> None:
        """Draw a straight line from one point to another."""
        self._draw.line(ends, fill=rgb(colour), width=wide)

    def text(
        self, x: float, y: float, words: str, size: int, ink: int = INK, *, room: float = WIDTH
    ) -> None:
        """Write words from their upper left corner, smaller or cut where `room` is short."""
        words = normalize("NFC", words)
        self.is_legible &= all(map(_is_legible, words))
        size = self.fitting(words, size, room)
        while len(words) > 1 and self.width_of(words, size) > room:
            words = words[:-2].rstrip() + "…"
        self._draw.text((x, y), words, font=_font(size), fill=rgb(ink))

    def fitting(self, words: str, size: int, room: float) -> int:
        """Return the greatest size up to `size` at which the words fit; `LEAST` if none."""
        return next((s for s in range(size, LEAST, -1) if self.width_of(words, s) <= room), LEAST)

    def width_of(self, words: str, size: int) -> float:
        """Return how wide the words are, in pixels."""
        return _font(size).getlength(words)

    def png(self) -> bytes:
        """Return the picture's file."""
        file = BytesIO()
        # A palette halves the file, and the time to write it.
        few = self._image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(file, "PNG", compress_level=3)
        return file.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fontpkg.path(FONT), size)


@cache
def _is_legible(letter: str) -> bool:
    """
    Whether the font has the letter, and it can be set in its direction.

    What is read from right to left needs Raqm, which Pillow has where the system has FriBiDi.
    """
    font = _font(LEAST)
    if bidirectional(letter) in ("R", "AL") and font.layout_engine != ImageFont.Layout.RAQM:
        return False
    return bytes(font.getmask(letter)) != bytes(font.getmask(_NO_LETTER))


_NO_LETTER = "\uffff"
"""A code point that is never a letter: the font draws its box for what it lacks."""
