"""
Attribution: who is said to have said what, as places in a unit.

Three readings. First the frames that stand beside their content; what they frame is theirs,
whatever cues it holds. Then, in what is left, the cues that govern what follows them. Last the
quotations that have a name and a mark beside them instead of a cue. Where there is nothing of
all that, a word such as "reportedly" may say that others said so.
"""

from claims.splitting.attribution.frames import frames
from claims.splitting.attribution.governed import governed
from claims.splitting.attribution.hedges import hedges
from claims.splitting.attribution.labels import labels
from claims.splitting.attribution.patterns import Attribution
from claims.splitting.syntax.units import Unit


def attributions(unit: Unit) -> list[Attribution]:
    """Return the attributions of one unit, in the order of their content."""
    found = _by_cues(unit) if unit.cues else []
    ends = [part.end for one in found for part in (one.cue, *one.content)]
    found += labels(unit, max(ends, default=0))
    return found or list(hedges(unit, 0, len(unit.tags)))


def _by_cues(unit: Unit) -> list[Attribution]:
    found: list[Attribution] = []
    free = 0
    for frame in frames(unit):
        until = min(part.start for part in (frame.cue, *frame.content))
        found += governed(unit, free, until, found[-1] if found else None)
        found.append(frame)
        free = max(part.end for part in (frame.source or frame.cue, frame.cue, *frame.content))
    found += governed(unit, free, len(unit.tags), found[-1] if found else None)
    return found
