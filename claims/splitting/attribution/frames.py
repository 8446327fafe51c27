"""Cues beside their content: `…, X said`, `…, said X, …`, `according to X, …`, `as X said`."""

from collections.abc import Iterator

from claims.splitting.attribution.asides import according_to, as_said
from claims.splitting.attribution.inversions import inverted
from claims.splitting.attribution.non_assertions import is_question
from claims.splitting.attribution.parentheses import parenthesis
from claims.splitting.attribution.patterns import Attribution, possible_cues
from claims.splitting.attribution.verb_cues import verb_cue
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import TO


def frames(unit: Unit) -> Iterator[Attribution]:
    """Yield the attributions whose cue stands beside its content."""
    floor = 0
    for at in possible_cues(unit, 0, 0 if is_question(unit) else len(unit.tags)):
        if at < floor:
            continue
        found = None
        if unit.lows[at] == "according" and unit.tags[at + 1 : at + 2] == TO:
            found = according_to(unit, at, floor)
        elif cue := verb_cue(unit, at):
            found = (
                as_said(unit, at, *cue, floor)
                or inverted(unit, at, *cue, floor)
                or parenthesis(unit, at, *cue, floor)
            )
        if found:
            yield found
            floor = max(part.end for part in (found.source or found.cue, found.cue, *found.content))
