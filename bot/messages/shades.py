"""
Colours of charts, and which of them are readable on which. Pure.

Charts stand on a dark ground of their own, as no text colour is readable on both of Discord's:
the greys that stand out equally on white and on its dark grey do so by 3.5 to 1 only, and text
needs 4.5.
"""

GROUND, INK, FAINT, LINE = 0x17181B, 0xF2F3F5, 0xB5BAC1, 0x3A3C42

LIGHT = 0.179
"""The luminance at which black and white stand out equally: by 4.58 to 1."""


def ink_on(colour: int) -> int:
    """Return black or white, whichever stands out more on this colour."""
    return 0 if luminance(colour) > LIGHT else 0xFFFFFF


def luminance(colour: int) -> float:
    """Return the relative luminance, as the Web Content Accessibility Guidelines define it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rgb(colour: int) -> tuple[int, int, int]:
    """Return the red, green and blue of 0xRRGGBB, each 0 to 255."""
    return colour >> 16, colour >> 8 & 255, colour & 255
