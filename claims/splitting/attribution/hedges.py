"""`reportedly`, `allegedly`: a publisher says so of what it has from others, but not from whom."""

from collections.abc import Iterator

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.patterns import Attribution, RuleName
from claims.splitting.lexicon.cues import HEDGES
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import ADVERB, AUXILIARY, CONTRACTED, MAYBE_VERBS, pattern

_ADVERB = pattern("ADVERB")
_HELPERS = frozenset({ADVERB, AUXILIARY})  # "reportedly | has since | left"
_BE_OR_HAVE = frozenset({AUXILIARY, CONTRACTED})


def hedges(unit: Unit, start: int, end: int) -> Iterator[Attribution]:
    """Yield what is said with such a word in a stretch of a unit that nobody else speaks in."""
    if HEDGES.isdisjoint(unit.lows):
        return
    floor = start
    for match in _ADVERB.finditer(unit.tags, start, end):
        at = match.start()
        if at < floor or unit.lows[at] not in HEDGES:
            continue
        verb = at + 1
        while verb < end and unit.tags[verb] in _HELPERS:
            verb += 1
        if unit.tags[at - 1 : at] in _BE_OR_HAVE:  # "is reportedly for sale"
            verb = at
        elif verb >= end or unit.tags[verb] not in MAYBE_VERBS:
            continue
        whose = subject(unit, verb)
        if whose is None or whose.negated or whose.mention.start < floor:
            continue
        stop = content_end(unit, at + 1, end)
        first = Range(whose.mention.start, at)
        if first.start < first.end and at + 1 < stop:
            yield Attribution(RuleName.HEDGE, None, Range(at, at + 1), (first, Range(at + 1, stop)))
            floor = stop
