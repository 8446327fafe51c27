"""The noun phrase left of a verb, with what stands between the two: whom a text says it of."""

from claims.splitting.lexicon.inflections import PAST_PARTICIPLES
from claims.splitting.lexicon.places import PLACES
from claims.splitting.lexicon.titles import ROLES
from claims.splitting.lexicon.words import ALONE, NO_CLAUSE, SEVERAL, words
from claims.splitting.syntax.phrases import (
    CLAUSE_STARTS_BEHIND,
    LONGEST,
    noun_phrase_start,
    time_end,
)
from claims.splitting.syntax.units import Range, Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    CLOSING,
    COMMA,
    COORDINATOR,
    DASH,
    DEFINITE,
    DETERMINER,
    ENDS_ASIDE,
    FINITE,
    GERUND,
    INFLECTED,
    LOOSE_PREPOSITION,
    NAME,
    NOUN,
    NOUNS,
    NUMBER,
    OPENING,
    PARTICIPLE,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    RELATIVES,
    STOP,
    SUBJECT_PRONOUN,
    TIME,
    TO_DO,
    VERBS,
    pattern,
)

_POSTS = words("of for from with at")
_CLOSES = {COMMA: COMMA, CLOSING: OPENING, DASH: DASH}  # what ends an insertion, and what opens it
_BRACKETED = CLOSING + COMMA
_NAME_OF = {NAME + COMMA + PREPOSITION, CLOSING + COMMA + PREPOSITION}  # "Ann Oru, of", "(R), of"
_CHIEF_OF = NAME + PREPOSITION  # "CEO of"
_PLACED = {  # "in Lund, Ohio", "the Lund, Ohio"
    PREPOSITION + NAME + COMMA + NAME,
    DETERMINER + NAME + COMMA + NAME,
}
_DONE_IN = PARTICIPLE + PREPOSITION  # "seen in"
# A noun and what may be its participle; a name and a past form make a sentence.
_NOUN_AND_PARTICIPLE = {NOUN + PARTICIPLE, NAME + PARTICIPLE, NOUN + FINITE}
# Behind its pronoun: "runs", "has never asked".
_RELATIVE_CLAUSE = pattern(
    """
    ADVERB? [FINITE BASE AUXILIARY]
    [^ COMMA SEMICOLON COLON THAT QUESTION_WORD QUOTATION FINITE BASE AUXILIARY]*
    [FINITE BASE AUXILIARY COORDINATOR]?
    """
)
# Behind a participle: "(going) to the polls on", with neither verb nor mark.
_FLAT = pattern("[TO PREPOSITION DETERMINER NOUN NAME NUMBER POSSESSOR ADVERB TIME]*")
# Before a noun phrase that belongs to a modifier of the subject: "who runs (the port)".
_ENDS_MODIFIER = VERBS | {COORDINATOR, PREPOSITION, PARTICIPLE, GERUND}
# Before a subject with an insertion behind it. All but what shows that it is an object.
_BEFORE_SENTENCE = frozenset({STOP, QUOTATION})
_BEFORE_SUBJECT = (
    CLAUSE_STARTS_BEHIND
    | _BEFORE_SENTENCE
    | {OPENING, CLOSING, PREPOSITION, LOOSE_PREPOSITION, ADVERB, TIME}
)
_JOINS = frozenset({COORDINATOR, PREPOSITION})  # of these, what may join it to another noun
_BEFORE_DOING = frozenset({COMMA, LOOSE_PREPOSITION})  # "…, speaking", "after speaking"
# Before the bearer of a role; a name that opens the sentence is its own first word.
_BEFORE_BEARER = frozenset({QUOTATION, NAME, COORDINATOR})
_BEFORE_TIME = NOUNS | ENDS_ASIDE | {SUBJECT_PRONOUN, QUESTION_WORD}  # "Brun (R) last week"
_OPENS_ADVERBIAL = frozenset({ADVERB, PREPOSITION})
_ADVERBIAL = _OPENS_ADVERBIAL | {TIME, DETERMINER, NOUN}  # "on the same day"


def mention_before(unit: Unit, left: int) -> Range | None:
    """Return the noun phrase that ends with `left`, appositions and relative clauses included."""
    tags = unit.tags
    if left < 0:
        return None
    if tags[left] in _CLOSES or (left in unit.quotes and unit.quotes[left].comma):
        return _with_insertion(unit, left)
    before = _before_time(unit, left) if tags[left] == TIME else None
    if before is not None and tags[before] in ENDS_ASIDE:
        return _with_insertion(unit, before)
    found = _plain(unit, left)
    if found and (whole := _with_post(unit, found)):
        return Range(whole.start, found.end)
    within = found and found.start > 1 and tags[found.start - 1] in _ENDS_MODIFIER
    if found and within and tags[found.end] != GERUND:
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
    opening = max(tags.rfind(tag, max(0, end - LONGEST), end) for tag in RELATIVES)
    if opening > 0 and _RELATIVE_CLAUSE.fullmatch(tags, opening + 1, end):
        if tags[opening - 1] == DETERMINER:  # "those who"
            return Range(opening - 1, opening)
        return _plain(unit, opening - 1 - (tags[opening - 1] == COMMA))
    if end > 2 and tags[end - 2 : end] == TO_DO and tags[end - 3] in NOUNS:
        found = _plain(unit, end - 3)  # "a push to leave", not "happy to leave"
        return found if found and tags[found.start] in DEFINITE else None
    running = tags.rfind(GERUND, max(1, end - LONGEST), end)  # "voters going to the polls on"
    if running > 0 and tags[running - 1] in NOUNS and _FLAT.fullmatch(tags, running + 1, end):
        return _plain(unit, running - 1)
    verb = end - 1 - (tags[end - 1] == PREPOSITION)
    if verb == end - 1 and tags[verb] != GERUND and tags[end] != TIME:  # "voters asked the mayor"
        return None
    return _plain(unit, verb - 1) if verb > 0 and _is_participle(unit, verb) else None


def _is_participle(unit: Unit, at: int) -> bool:
    """Whether a noun and its participle stand there: `voters polled in`, `a group backing`."""
    tags = unit.tags
    if tags[at] == GERUND:
        return tags[at - 1] in NOUNS
    dated = (
        tags[at - 1] == NAME and time_end(tags, at + 1) > at + 1
    )  # "a poll of Lund taken Friday"
    passive = at == 1 or dated or tags[at - 1 : at + 1] in _NOUN_AND_PARTICIPLE
    return passive and tags[at] in INFLECTED and unit.lows[at] in PAST_PARTICIPLES


def _with_post(unit: Unit, found: Range) -> Range | None:
    """`Ann Oru, of the relief agency`, `Ann Oru, for Mr Dal`: whom the phrase is about."""
    before = unit.tags[max(0, found.start - 3) : found.start]
    if before not in _NAME_OF or unit.lows[found.start - 1] not in _POSTS:
        return None
    return _plain(unit, found.start - 3)


def _bearer(unit: Unit, role: Range) -> Range | None:
    """Return whose role it is: the name before `, leader of the agency` with no comma behind."""
    tags = unit.tags
    if role.start < 2 or tags[role.start - 1] != COMMA or not _is_role(unit, role):
        return None
    whole = _plain(unit, role.start - 2)
    named = (
        whole and tags[whole.end - 1] == NAME and tags[max(0, whole.start - 1)] in _BEFORE_BEARER
    )
    return whole if named else None


def _is_role(unit: Unit, found: Range) -> bool:
    """Whether a noun phrase starts like an apposition: `leader of …`, `a member of …`."""
    first = found.start + (unit.tags[found.start] == DETERMINER)
    titled = unit.tags[first] == NOUN or unit.tags[first : first + 2] == _CHIEF_OF  # "CEO of"
    return titled and unit.lows[first] in ROLES


def _with_insertion(unit: Unit, left: int) -> Range | None:
    """`Trump, however, said`, `Trump, a Republican, said`, `Trump (R) said`."""
    tags = unit.tags
    first = max(0, left - LONGEST)
    opens = _CLOSES.get(tags[left], COMMA)  # "Brun, citing “the law,” said"
    opening = tags.rfind(opens, first, left)
    best = None
    while opening > 0:
        core = _plain(unit, opening - 1)
        if core and (whole := _with_post(unit, core)):
            core = Range(whole.start, core.end)
        if core and (tags[core.start : core.end] == NUMBER or _is_doing(tags, core.start)):
            core = None  # "Ada Brun, 60, a teacher, said"
        if core and _is_where(unit, core):
            core, opening = None, tags.rfind(opens, first, opening)
        if core and unit.lows[core.start - 1] in NO_CLAUSE:  # "Brun, during a visit to Lund,"
            core = None
        if core and (core.start == 0 or tags[core.start - 1] in _BEFORE_SUBJECT):
            if tags[left] == CLOSING:
                return Range(core.start, left + 1)
            adverbial = _ADVERBIAL.issuperset(tags[opening + 1 : left])
            if adverbial and tags[opening + 1] in _OPENS_ADVERBIAL:
                return core
            best = Range(core.start, left + (left in unit.quotes))
            if (
                core.start == 0
                or tags[core.start - 1] not in _JOINS
                or tags[opening + 1] == QUESTION_WORD
            ):
                return best
        opening = tags.rfind(opens, first, opening)
    if best is None and tags[left - 1 : left + 1] == _BRACKETED:  # "Reed (D-R.I.), said"
        core = _plain(unit, left - 1)
        if core and (core.start == 0 or tags[core.start - 1] in _BEFORE_SENTENCE):
            return core
    return best


def _is_doing(tags: str, at: int) -> bool:
    """Whether a participle begins there: `Ada Brun, speaking to clerks in Lund, Norland, said`."""
    return (
        at > 0
        and tags[at - 1] in _BEFORE_DOING
        and (tags[at] == GERUND or tags[at : at + 2] == _DONE_IN)
    )


def _is_where(unit: Unit, found: Range) -> bool:
    """Whether a name only tells where a place is: `Ada Brun, 60, of Lund, Ohio, who swims`."""
    low = unit.lows[found.start]
    alone = unit.tags[max(0, found.start - 3) : found.end] in _PLACED
    return alone and (low in PLACES or low.endswith("."))


def _before_time(unit: Unit, left: int) -> int | None:
    """Return where `US officials (R)` ends in `US officials (R) just last week said`."""
    tags = unit.tags
    for first in range(max(1, left - 3), left + 1):
        if time_end(tags, first) == left + 1:
            before = first - 1
            while before > 0 and tags[before] == ADVERB:
                before -= 1
            if tags[before] in _BEFORE_TIME:
                return before
    return None


def _plain(unit: Unit, left: int) -> Range | None:
    tags, lows = unit.tags, unit.lows
    if lows[left] in {"who", "which", "that"}:
        return Range(left, left + 1)
    if lows[left] == "whom" and left > 1 and tags[left - 1] == PREPOSITION:  # "many of whom say"
        start = noun_phrase_start(tags, left - 2)
        start = left - 2 if tags[left - 2] == DETERMINER else start
        return Range(start, left + 1) if start < left - 1 else None
    low = lows[left]
    if low == "others" and left > 1 and tags[left - 1] == COORDINATOR and tags[left - 2] in NOUNS:
        whole = _plain(unit, left - 2)  # "Brun and others"
        return Range(whole.start, left + 1) if whole else None
    if tags[left] == DETERMINER and (low in ALONE or (low in SEVERAL and tags[left + 1] != ADVERB)):
        return Range(left, left + 1)  # "some said", but "most recently he said"
    before = _before_time(unit, left) if tags[left] == TIME else None
    if before is not None and tags[before] not in ENDS_ASIDE:
        return _plain(unit, before)
    end = left + 1
    if tags[end - 1] == CLOSING:
        opening = tags.rfind(OPENING, max(0, end - LONGEST), end)
        if opening <= 0:
            return None
        start = noun_phrase_start(tags, opening - 1)
        return Range(start, end) if start < opening else None
    start = noun_phrase_start(tags, end - 1)
    return Range(start, end) if start < end else None
