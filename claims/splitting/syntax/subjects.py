"""Who a reporting verb belongs to: the noun phrase left of it, and what stands between them."""

import re
from dataclasses import replace

from claims.splitting.lexicon.cues import CATENATIVE, PARTICIPLE_CUES
from claims.splitting.lexicon.inflections import PAST_PARTICIPLES
from claims.splitting.lexicon.places import PLACES
from claims.splitting.lexicon.titles import ROLES
from claims.splitting.lexicon.words import (
    ADVERBS,
    ALONE,
    BE,
    DAYS,
    NO_CLAUSE,
    SELVES,
    SEVERAL,
    words,
)
from claims.splitting.syntax.phrases import LONGEST, noun_phrase_start, time_end
from claims.splitting.syntax.tokens import Token
from claims.splitting.syntax.units import Range, Subject, Unit

__all__ = ["Range", "Subject", "subject"]

_NEGATIVE = words(
    """
    not never n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't cannot couldn't shouldn't nobody hardly barely scarcely
    """
)
_UNREAL = words("would could might should if")
_POSTS = words("of for from with at")
_NOBODY = words("neither nobody none no")  # "Neither Brun nor Dal said that"


_RELATIVE = re.compile("A?[VvX][^,;:TWQVvX]*[VvXC]?")
_PASSIVE = {"NE", "UE", "NV"}  # a name and a past form make a sentence
ASIDE = 5  # tokens of an aside between an auxiliary and its verb
_FLAT = re.compile("[tIDNUMKAd]*")
_CLOSES = {",": ",", ")": "(", "-": "-"}


def subject(unit: Unit, verb: int) -> Subject | None:
    """Return the subject of the verb at `verb`, or None if none can be seen there."""
    if verb not in unit.subjects:
        unit.subjects[verb] = _subject(unit, verb)
    return unit.subjects[verb]


def _subject(unit: Unit, verb: int, *, helped: bool = False) -> Subject | None:
    """Return the subject; not that of a verb before it where this one is `helped` already."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    left = verb - 1
    while left >= 0 and tags[left] in "AXt":
        left -= 1
    if left > 1 and lows[left] in DAYS:  # "Brun, of the port, on Friday said"
        day = left - (tags[left - 1] == "I")
        if tags[day - 1] == "C":
            return None
        left = day - 1 if tags[day - 1] in ",)" else left
    within = tags.rfind("XI", max(0, left - ASIDE), left)
    if within > 0 and noun_phrase_start(tags, left) == within + 2:  # "have in the past said"
        left = within - 1
    aside = tags.rfind(",", max(0, left - ASIDE), left) if tags[left] == "," else -1
    if aside > 0 and tags[aside - 1] == "X":  # "has, in fact, said"
        left = aside - 2
    if left > 0 and tags[left] == "O" and lows[left] in SELVES and tags[left - 1] in "NU":
        left -= 1  # "Brun herself said"
    if left >= 0 and tags[left] == "p":  # "she's saying"
        left += 1
    between = set(unit.lows[left + 1 : verb])
    infinitive = "to" in between
    if not helped and left > 0 and lows[left] in CATENATIVE and (infinitive or tags[verb] == "G"):
        return _through(unit, left)
    if (
        not helped
        and left > 1
        and lows[left] == "on"
        and lows[left - 1] in CATENATIVE
        and infinitive
    ):
        return _through(unit, left - 1)
    mention = Range(left - 1, left) if tags[left - 1 : left] == "p" else _mention(unit, left)
    if left < 0 and verb and _is_name(stream[0]):
        mention = Range(0, 1)
    if mention is None or lows[mention.start] in PARTICIPLE_CUES:  # "citing police reports"
        return None
    return Subject(
        mention,
        negated=bool(between & _NEGATIVE) or _is_nobody(unit, mention.start),
        passive=(tags[verb] == "E" and lows[verb - 1] in BE)
        or (bool(between & BE) and tags[verb] != "G"),
        infinitive=infinitive,
        modal=bool(between & _UNREAL),
    )


def _is_nobody(unit: Unit, first: int) -> bool:
    """Whether it is nobody's verb: `neither Brun nor Dal`, `no official`, `none of them`."""
    lows = unit.lows
    before = first - 2 if first > 1 and lows[first - 1] == "of" else first - 1
    return lows[first] in _NOBODY or (before >= 0 and lows[before] in {"neither", "none"})


def _is_name(first: Token) -> bool:
    """Whether the first word of a sentence, an adverb by its ending, is a name: `Jolly said`."""
    return first.text[0].isupper() and first.low.endswith("ly") and first.low not in ADVERBS


def _through(unit: Unit, verb: int) -> Subject | None:
    """Return the subject of the helping verb at `verb`: `went on to say`, `began urging`."""
    found = _subject(unit, verb, helped=True)
    return replace(found, infinitive=False) if found and not found.infinitive else None


def _mention(unit: Unit, left: int) -> Range | None:
    """Return the noun phrase that ends with `left`, appositions and relative clauses included."""
    tags = unit.tags
    if left < 0:
        return None
    if tags[left] in _CLOSES or (left in unit.quotes and unit.quotes[left].comma):
        return _with_insertion(unit, left)
    before = _before_time(unit, left) if tags[left] == "d" else None
    if before is not None and tags[before] in "),":
        return _with_insertion(unit, before)
    found = _plain(unit, left)
    if found and (whole := _with_post(unit, found)):
        return Range(whole.start, found.end)
    if found and found.start > 1 and tags[found.start - 1] in "VvXCIEG" and tags[found.end] != "G":
        core = _before_modifier(unit, found.start)
        if core:
            return Range((_bearer(unit, core) or core).start, found.end)
    if found and (bearer := _bearer(unit, found)):
        return Range(bearer.start, found.end)
    if found is None and left > 1 and _is_participle(unit, left):  # "voters polled said"
        found = _plain(unit, left - 1)
        return Range(found.start, left + 1) if found else None
    return found


def _before_modifier(unit: Unit, end: int) -> Range | None:
    """`Ann Oru, who runs the`, `those who swam in`, `a dam built by`: whom all of that is about."""
    tags = unit.tags
    opening = max(tags.rfind(letter, max(0, end - LONGEST), end) for letter in "WT")
    if opening > 0 and _RELATIVE.fullmatch(tags, opening + 1, end):
        if tags[opening - 1] == "D":  # "those who"
            return Range(opening - 1, opening)
        return _plain(unit, opening - 1 - (tags[opening - 1] == ","))
    if end > 2 and tags[end - 2 : end] == "tv" and tags[end - 3] in "NU":
        found = _plain(unit, end - 3)  # "a push to leave", not "happy to leave"
        return found if found and tags[found.start] in "DUK" else None
    running = tags.rfind("G", max(1, end - LONGEST), end)  # "voters going to the polls on"
    if running > 0 and tags[running - 1] in "NU" and _FLAT.fullmatch(tags, running + 1, end):
        return _plain(unit, running - 1)
    verb = end - 1 - (tags[end - 1] == "I")
    if verb == end - 1 and tags[verb] != "G" and tags[end] != "d":  # "voters asked the mayor"
        return None
    return _plain(unit, verb - 1) if verb > 0 and _is_participle(unit, verb) else None


def _is_participle(unit: Unit, at: int) -> bool:
    """Whether a noun and its participle stand there: `voters polled in`, `a group backing`."""
    tags = unit.tags
    if tags[at] == "G":
        return tags[at - 1] in "NU"
    dated = tags[at - 1] == "U" and time_end(tags, at + 1) > at + 1  # "a poll of Lund taken Friday"
    passive = at == 1 or dated or tags[at - 1 : at + 1] in _PASSIVE
    return passive and tags[at] in "EV" and unit.lows[at] in PAST_PARTICIPLES


def _with_post(unit: Unit, found: Range) -> Range | None:
    """`Ann Oru, of the relief agency`, `Ann Oru, for Mr Dal`: whom the phrase is about."""
    before = unit.tags[max(0, found.start - 3) : found.start]
    if before not in {"U,I", "),I"} or unit.lows[found.start - 1] not in _POSTS:
        return None
    return _plain(unit, found.start - 3)


def _bearer(unit: Unit, role: Range) -> Range | None:
    """Return whose role it is: the name before `, leader of the agency` with no comma behind."""
    tags = unit.tags
    if role.start < 2 or tags[role.start - 1] != "," or not _is_role(unit, role):
        return None
    whole = _plain(unit, role.start - 2)
    named = whole and tags[whole.end - 1] == "U" and tags[max(0, whole.start - 1)] in "QUC"
    return whole if named else None


def _is_role(unit: Unit, found: Range) -> bool:
    """Whether a noun phrase starts like an apposition: `leader of …`, `a member of …`."""
    first = found.start + (unit.tags[found.start] == "D")
    titled = unit.tags[first] == "N" or unit.tags[first : first + 2] == "UI"  # "CEO of"
    return titled and unit.lows[first] in ROLES


def _with_insertion(unit: Unit, left: int) -> Range | None:
    """`Trump, however, said`, `Trump, a Republican, said`, `Trump (R) said`."""
    tags = unit.tags
    first = max(0, left - LONGEST)
    opens = _CLOSES.get(tags[left], ",")  # "Brun, citing “the law,” said"
    opening = tags.rfind(opens, first, left)
    best = None
    while opening > 0:
        core = _plain(unit, opening - 1)
        if core and (whole := _with_post(unit, core)):
            core = Range(whole.start, core.end)
        if core and (tags[core.start : core.end] == "M" or _is_doing(tags, core.start)):
            core = None  # "Ada Brun, 60, a teacher, said"
        if core and _is_where(unit, core):
            core, opening = None, tags.rfind(opens, first, opening)
        if core and unit.lows[core.start - 1] in NO_CLAUSE:  # "Brun, during a visit to Lund,"
            core = None
        if core and (core.start == 0 or tags[core.start - 1] in "SCJWT,;:-A.QdI()"):
            if tags[left] == ")":
                return Range(core.start, left + 1)
            adverbial = all(letter in "AIdDN" for letter in tags[opening + 1 : left])
            if adverbial and tags[opening + 1] in "AI":
                return core
            best = Range(core.start, left + (left in unit.quotes))
            if core.start == 0 or tags[core.start - 1] not in "CI" or tags[opening + 1] == "W":
                return best
        opening = tags.rfind(opens, first, opening)
    if best is None and tags[left - 1 : left + 1] == "),":  # "Reed (D-R.I.), said"
        core = _plain(unit, left - 1)
        if core and (core.start == 0 or tags[core.start - 1] in ".Q"):
            return core
    return best


def _is_doing(tags: str, at: int) -> bool:
    """Whether a participle begins there: `Ada Brun, speaking to clerks in Lund, Norland, said`."""
    return at > 0 and tags[at - 1] in ",J" and (tags[at] == "G" or tags[at : at + 2] == "EI")


def _is_where(unit: Unit, found: Range) -> bool:
    """Whether a name only tells where a place is: `Ada Brun, 60, of Lund, Ohio, who swims`."""
    low = unit.lows[found.start]
    alone = unit.tags[max(0, found.start - 3) : found.end] in {"IU,U", "DU,U"}
    return alone and (low in PLACES or low.endswith("."))


def _before_time(unit: Unit, left: int) -> int | None:
    """Return where `US officials (R)` ends in `US officials (R) just last week said`."""
    tags = unit.tags
    for first in range(max(1, left - 3), left + 1):
        if time_end(tags, first) == left + 1:
            before = first - 1
            while before > 0 and tags[before] == "A":
                before -= 1
            if tags[before] in "NUPW),":
                return before
    return None


def _plain(unit: Unit, left: int) -> Range | None:
    tags, lows = unit.tags, unit.lows
    if lows[left] in {"who", "which", "that"}:
        return Range(left, left + 1)
    if lows[left] == "whom" and left > 1 and tags[left - 1] == "I":  # "many of whom say"
        start = noun_phrase_start(tags, left - 2)
        start = left - 2 if tags[left - 2] == "D" else start
        return Range(start, left + 1) if start < left - 1 else None
    low = lows[left]
    if low == "others" and left > 1 and tags[left - 1] == "C" and tags[left - 2] in "NU":
        whole = _plain(unit, left - 2)  # "Brun and others"
        return Range(whole.start, left + 1) if whole else None
    if tags[left] == "D" and (low in ALONE or (low in SEVERAL and tags[left + 1] != "A")):
        return Range(left, left + 1)  # "some said", but "most recently he said"
    before = _before_time(unit, left) if tags[left] == "d" else None
    if before is not None and tags[before] not in "),":
        return _plain(unit, before)
    end = left + 1
    if tags[end - 1] == ")":
        opening = tags.rfind("(", max(0, end - LONGEST), end)
        if opening <= 0:
            return None
        start = noun_phrase_start(tags, opening - 1)
        return Range(start, end) if start < opening else None
    start = noun_phrase_start(tags, end - 1)
    return Range(start, end) if start < end else None
