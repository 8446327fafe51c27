"""How far a reporting verb reaches: `said`, `pointed out`, `spoke to reporters about`."""

from dataclasses import replace

from claims.splitting.attribution.evidence import shows
from claims.splitting.attribution.noun_or_verb import is_plain_verb, is_plural
from claims.splitting.lexicon.cues import ANY_CUES, CUES, EVIDENCE_CUES, THAT_ONLY, Cue
from claims.splitting.lexicon.phrasal import LONGEST_PHRASAL, PARTICLES, PHRASAL, PHRASAL_VERBS
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import LONGEST, noun_phrase_end
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    LINKS,
    NOUN,
    PHRASE_ENDS,
    PREPOSITION,
    TIME,
    pattern,
)

# "found | that", "found, | however, | that", "found | early in May | that"
_THEN_THAT = pattern(
    """
    (?:
        COMMA [ADVERB PREPOSITION DETERMINER NOUN NAME NUMBER TIME]{1,8} COMMA
    |   ADVERB? (?: PREPOSITION [NAME NUMBER TIME]{1,3} | TIME{0,3} )
    )?
    THAT
    """
)
_DEEDS = words("prove demonstrate")  # what people prove they do not say, what papers prove they do
_ENDS_OR_DATES = PHRASE_ENDS | {PREPOSITION, TIME}  # "ruled.", "ruled on Monday"


def verb_cue(unit: Unit, at: int) -> tuple[Cue, int] | None:
    """Return the cue that starts with the verb at `at`, and where it ends."""
    low = unit.lows[at]
    if unit.tags[at] == NOUN and not is_plain_verb(unit, at):
        return None
    cue = ANY_CUES.get(low) or EVIDENCE_CUES.get(low)
    if cue is None:
        return None
    if (
        low in EVIDENCE_CUES
        and low not in CUES
        and (cue.lemma in _DEEDS or not _THEN_THAT.match(unit.tags, at + 1))
        and not _finds(unit, at, cue)
    ):
        return None
    if at + 1 == len(unit.stream):
        return (cue, at + 1) if cue.takes else None
    particle = _particle(unit, at, cue.lemma)
    if cue.lemma in PHRASAL_VERBS and (longer := _phrasal(unit, particle, cue)):
        return longer if longer[0].takes else None
    return (cue, at + 1) if cue.takes and not is_plural(unit, at, cue) else None


def _phrasal(unit: Unit, particle: int, cue: Cue) -> tuple[Cue, int] | None:
    """Return the verb with the words from `particle` on that make one cue with it, and its end."""
    if (cue.lemma, unit.lows[particle]) not in PARTICLES:
        return None
    lows = unit.lows[particle : particle + LONGEST_PHRASAL]
    for size in range(len(lows), 0, -1):
        words = " ".join(lows[:size])
        if (takes := PHRASAL.get((cue.lemma, words))) is not None:
            return replace(cue, lemma=f"{cue.lemma} {words}", takes=takes), particle + size
    return None


def _particle(unit: Unit, at: int, lemma: str) -> int:
    """Return the place of the word that may make one cue with the verb at `at`."""
    tags = unit.tags
    if (lemma, "about") in PHRASAL:  # "spoke at length to reporters about", "wrote to her about"
        end = at + 1
        while end < min(len(tags), at + LONGEST // 2) and unit.lows[end] != "about":
            if tags[end] == ADVERB:
                end += 1
            elif tags[end] in LINKS and (after := noun_phrase_end(tags, end + 1)) > end + 1:
                end = after
            else:
                break
        if end < len(tags) and unit.lows[end] == "about":
            return end
    return at + 2 if tags[at + 1] == ADVERB and at + 2 < len(unit.stream) else at + 1


def _finds(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether a study `shows` it, or a court `ruled on Monday`, but not `ruled out` something."""
    if cue.lemma not in THAT_ONLY:
        return shows(unit, at)
    alone = unit.tags[at + 1 : at + 2] in _ENDS_OR_DATES
    after = unit.lows[at + 1] if at + 1 < len(unit.stream) else ""
    return cue.form == "past" and alone and after != "out"
