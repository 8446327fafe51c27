"""The languages that are spoken: a row here, and for all but English a catalogue `<code>.toml`."""

from typing import NamedTuple

from claims.wording.plurals import Plural, one_or_other

ENGLISH = "en"


class Language(NamedTuple):
    """
    What of a language is no text.

    `plural` says which form a count takes, `separators` what parts thousands and decimals.
    """

    plural: Plural
    separators: str
    right_to_left: bool = False


LANGUAGES = {
    ENGLISH: Language(one_or_other, ",."),
    "de": Language(one_or_other, ".,"),
}
"""By the code that Discord's locales begin with, or by the whole locale, as `zh-TW`."""
