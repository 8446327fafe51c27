"""What of a text people can see. Pure."""

import re

INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""
Control, bidirectional, zero-width and other characters that are not seen: they hide or reorder
what people read. Unicode's Default_Ignorable_Code_Point, and the blank Braille pattern.
"""


def is_blank(text: str) -> bool:
    """Whether nothing of the text is seen: it is empty, white space or invisible characters."""
    return not any(_is_seen(sign) for sign in text)


def is_hidden(text: str) -> bool:
    """Whether the text has more than white space, and nothing of it is seen."""
    return text.strip() != "" and is_blank(text)


def _is_seen(sign: str) -> bool:
    # Of white space, only the space is printable.
    return sign.isprintable() and sign != " " and INVISIBLE.match(sign) is None
