"""
What somebody was said to have done, or told: `Brun was accused (by the union) of …`,
`it was reported that …`, `the dam is said to be …`, `the plan was rejected by the council`.

Who says so is behind "by", or not told at all. Law is no talk: who "was charged with" a crime
or "named" to an office is left to the publisher.
"""

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.patterns import Attribution, RuleName
from claims.splitting.lexicon.cues import Cue
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import noun_phrase_end, prepositional_end
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ASIDE_DOING,
    COMMA,
    SEMICOLON,
    STOP,
    THAT,
    TO,
    VERBS,
)

# "was charged with murder", "was named to the board", "was offered a post", "was asked about it"
_NOT_SAID = words("charge name offer question attribute order list")
_NOBODY = words("who which that it there")
_LINKS = {
    "of": words("accuse"),
    "for": words("criticize criticise blame praise condemn mock ridicule"),
    "as": words("describe portray characterize characterise dismiss denounce condemn hail"),
}
# "is said to be", but "was asked to speak" says nothing of anybody.
_REPORTED = words("say report believe allege claim estimate understand rumor rumour")
_ENDS = frozenset({STOP, COMMA, SEMICOLON})
_TOLD = words("tell warn inform advise remind assure urge")


def passive(
    unit: Unit,
    at: int,
    cue: Cue,
    cue_end: int,
    floor: int,
    limit: int,
    _last: Attribution | None = None,
) -> Attribution | None:
    """Return the attribution that the passive at `at` makes, if it is one."""
    whose = subject(unit, at)
    if whose is None or not whose.passive or cue.form != "past" or cue.lemma in _NOT_SAID:
        return None
    if whose.negated or whose.modal or whose.infinitive or whose.mention.start < floor:
        return None
    source, start = _agent(unit, cue_end)
    that = unit.tags[start : start + 1] == THAT  # "it was reported that", "she was told that"
    if not that and unit.lows[whose.mention.start] in _NOBODY:
        return None
    about = _about(unit, start, limit, cue)
    if about is None:
        return None
    if that:
        content: tuple[Range, ...] = (about,)
    else:
        content = (whose.mention, about) if about.start < about.end else (whose.mention,)
        if source is None and len(content) == 1:
            return None
    return Attribution(RuleName.PASSIVE, source, Range(at, cue_end), content)


def _agent(unit: Unit, at: int) -> tuple[Range | None, int]:
    """Return who is named behind "by" at `at`, and where the sentence goes on."""
    if unit.stream[at : at + 1] and unit.lows[at] == "by":
        end = noun_phrase_end(unit.tags, at + 1)
        if end > at + 1:
            end = max(end, prepositional_end(unit.tags, end))
            return Range(at + 1, end), end
    return None, at


def _about(unit: Unit, start: int, limit: int, cue: Cue) -> Range | None:
    """Return what follows the verb; an empty range where nothing does; None if it is no speech."""
    tags, lows = unit.tags, unit.lows
    if start >= limit or tags[start] in _ENDS:
        return Range(start, start) if cue.takes.clause or cue.takes.noun_phrase else None
    if tags[start] == THAT:
        said, first = cue.takes.clause, start + 1
    elif tags[start] == TO:
        said = tags[start + 1 : start + 2] in VERBS and cue.lemma in _REPORTED | _TOLD
        first = start
    else:
        said, first = cue.lemma in _LINKS.get(lows[start], ()), start
    end = content_end(unit, start, limit, subordinate=True) if said else start
    aside = unit.tags.find(ASIDE_DOING, start, end)
    end = aside if aside > 0 else end
    return Range(first, end) if end > start + 1 else None
