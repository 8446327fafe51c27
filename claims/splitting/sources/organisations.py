"""What tells an organisation's name from a person's."""

from claims.splitting.lexicon.places import PLACE_WORDS, PLACES
from claims.splitting.lexicon.titles import FIRMS, ORGANISATION, PARTY_AND_PLACE


def is_organisation(words: tuple[str, ...]) -> bool:
    """Whether a name is an organisation's or a place's, by its words: `… Council`, `CNN`."""
    lows = [word.lower() for word in words]
    if any(low in ORGANISATION or low in PLACE_WORDS or low == "&" for low in lows):
        return True
    if lows[-1] in PLACES or lows[-1] in FIRMS or all(low in PARTY_AND_PLACE for low in lows):
        return True
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1
