"""The colours of ratings, in cards and charts alike."""

from claims.records.claims import Rating

COLOURS: dict[Rating, int] = {
    Rating.VERIFIED: 0x2E9E5B,
    Rating.MOSTLY_TRUE: 0x8BC34A,
    Rating.MIXED: 0xE0B000,
    Rating.MISLEADING: 0xE67E22,
    Rating.FALSE: 0xC0392B,
    Rating.UNPROVEN: 0x7E57C2,
    Rating.NOT_CHECKABLE: 0x607D8B,
}
UNRATED_COLOUR = 0x3498DB
