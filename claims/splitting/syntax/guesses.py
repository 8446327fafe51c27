"""What class a word has by itself, by closed lists and by its shape."""

from claims.splitting.lexicon import inflections, words
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    LOOSE_PREPOSITION,
    NOUN,
    NOUN_OR_BASE,
    NOUN_OR_FINITE,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PREPOSITION,
    QUESTION_WORD,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
)

_NEVER_ADVERBS = words.words("family ally assembly monopoly anomaly bully italy")
_NEVER_VERBS = words.words(
    "red need bed indeed hundred speed unprecedented sacred during morning evening op-ed poll polls"
)


def _closed_classes() -> dict[str, str]:
    """Return each word of a closed class; of two classes that have it the first one counts."""
    tags: dict[str, str] = {}
    for tag, members in (
        (THAT, {"that"}),
        (TO, {"to"}),
        (
            QUESTION_WORD,
            words.words("how why what whether if whatever where when who which whom"),
        ),
        (DETERMINER, words.DETERMINERS | words.POSSESSIVES),
        (SUBJECT_PRONOUN, words.SUBJECT_PRONOUNS | words.PRONOMINALS),
        (OBJECT_PRONOUN, words.OBJECT_PRONOUNS),
        (CONTRACTED, words.CONTRACTED),
        (AUXILIARY, words.AUXILIARIES),
        (COORDINATOR, words.words("and but or nor yet")),
        (
            SUBORDINATOR,
            words.words("while because although though unless whereas once lest"),
        ),
        (LOOSE_PREPOSITION, words.LOOSE_PREPOSITIONS),
        (PREPOSITION, words.PREPOSITIONS),
        (ADVERB, words.ADVERBS),
        (TIME, words.TIME_WORDS | words.TIME_NOUNS),
    ):
        for member in members:
            tags.setdefault(member, tag)
    return tags


_CLOSED = _closed_classes()


def guess(low: str) -> str:
    """Return the class of a lower-case word by itself: two where both readings are common."""
    if tag := _CLOSED.get(low):
        return tag
    if low[0].isdigit() or low[0] in "$£€":
        return NOUN if low[-1].isalpha() and "-" in low else NUMBER
    if low in _NEVER_VERBS:
        return NOUN
    finite, participle = low in inflections.FINITE, low in inflections.PAST_PARTICIPLES
    if finite and low in inflections.BASES:  # put, cut, read
        return NOUN_OR_BASE
    if low.endswith("s") and finite:
        return NOUN_OR_FINITE
    if finite:
        return FINITE
    if participle or (low.endswith("ed") and len(low) > 4):
        return PARTICIPLE
    if low in inflections.PARTICIPLES or (low.endswith("ing") and len(low) > 5):
        return GERUND
    if low in inflections.BASES:
        return NOUN_OR_BASE
    if low.endswith("ly") and low not in _NEVER_ADVERBS:
        return ADVERB
    return NOUN
