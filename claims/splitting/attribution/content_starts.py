"""Where the content of a reporting verb starts, past whoever was told, and when, and where."""

from claims.splitting.attribution.adverbials import is_quantity, skip_adverbials
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.lexicon.complements import Complements
from claims.splitting.lexicon.words import SUBJECT_PRONOUNS, words
from claims.splitting.syntax.phrases import LONGEST, has_verb, noun_phrase_end, prepositional_end
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    CLAUSE_STARTS,
    CLOSING,
    COLON,
    COMMA,
    CONTRACTED,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    LOOSE_PREPOSITION,
    NAME,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PHRASE_ENDS,
    PHRASE_STARTS,
    POSSESSOR,
    PREPOSITION,
    PREPOSITIONS,
    PRONOUN_SUBJECTS,
    QUESTION_WORD,
    QUOTATION,
    SEMICOLON,
    SETS_OFF,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    TENSED,
    THAT,
    TO,
    pattern,
)

_ANNOUNCED = pattern("[ADVERB TIME]+ AUXILIARY")  # "a plan announced today will bring"
# "he said in a speech that night"
_THAT_NIGHT = pattern("THAT TIME (?: [STOP COMMA SEMICOLON PREPOSITION LOOSE_PREPOSITION] | $ )")
_NO_OBJECTS = SUBJECT_PRONOUNS - words("it you")
_COMMA_THAT = COMMA + THAT
_MARK_AND_QUOTATION = frozenset(mark + QUOTATION for mark in (COMMA, COLON, DASH))
_ADDRESSEE_STARTS = PHRASE_STARTS | {OBJECT_PRONOUN, POSSESSOR, NUMBER, SUBJECT_PRONOUN}
_BARE_STARTS = frozenset({NOUN, NUMBER, PARTICIPLE, GERUND, POSSESSOR})  # "flooding is rare"
# What shows behind an addressee that a content follows: "told them | that", "told Brun | she".
_CONTENT_STARTS = CLAUSE_STARTS | {QUESTION_WORD, DETERMINER, NAME, COLON}
_NOTHING = frozenset({"", STOP, SEMICOLON, CLOSING})
_DOING = frozenset({GERUND, FINITE})
# What a clause, or a thing that is announced, may start with.
_STARTS = (
    PHRASE_STARTS
    | PREPOSITIONS
    | PRONOUN_SUBJECTS
    | {NUMBER, POSSESSOR, PARTICIPLE, AUXILIARY, ADVERB, OBJECT_PRONOUN}
)
_VERBS_BEHIND_PRONOUN = TENSED | {CONTRACTED}
_POINTED_AT = frozenset({NOUN, PARTICIPLE})
_JOINS_CLAUSE = frozenset({LOOSE_PREPOSITION, SUBORDINATOR})


def starts_quote(tags: str, at: int) -> bool:
    """Whether spoken words start at `at`, perhaps after a comma, colon or dash."""
    return tags[at : at + 1] == QUOTATION or tags[at : at + 2] in _MARK_AND_QUOTATION


def addressee_end(unit: Unit, at: int) -> int:
    """Return the end of `reporters`, `the BBC`, `members of the press` after `told`."""
    end = noun_phrase_end(unit.tags, at)
    for name in range(at + 1, end):  # "reporters Brun was", unlike "the mayor Brun"
        plural = unit.tags[name - 1] == NOUN and unit.lows[name - 1].endswith("s")
        if plural and unit.tags[name] == NAME:
            return name
    of = end > at and unit.tags[end : end + 1] == PREPOSITION
    if of and unit.lows[end] in {"of", "at", "from"}:
        return prepositional_end(unit.tags, end)
    return end


def content_start(unit: Unit, at: int, takes: Complements) -> int | None:
    """Return where the content of the cue that ends before `at` starts, if it follows at all."""
    tags = unit.tags
    if tags[at : at + 1] == TO and (takes.infinitive or takes.object):
        return at
    start = skip_adverbials(unit, at)
    if takes.addressee and start < len(tags) and tags[start] in _ADDRESSEE_STARTS:
        after = skip_adverbials(unit, addressee_end(unit, start))
        behind = tags[after : after + 1]
        if tags[start] == OBJECT_PRONOUN and behind in _BARE_STARTS:
            # "told them flooding is rare", but "told them more"
            return after if has_verb(tags, after, after + LONGEST) else start
        # "told them not to leave" keeps who was to leave
        if behind in _CONTENT_STARTS or starts_quote(tags, after):
            start = after
        elif behind in PHRASE_ENDS:
            return None
    return _past_adverbials(unit, at, start, takes)


def _past_adverbials(unit: Unit, at: int, start: int, takes: Complements) -> int | None:
    """Return where the content starts, at `start` or behind what announces it there."""
    tags = unit.tags
    tag = tags[start : start + 1]
    if tags[start + 1 : start + 2] in TENSED and unit.lows[start] == "so":
        return None  # "those who say so were"
    if takes.only_quotation and not _is_shouted(unit, at, start):
        return None
    if tag == THAT:
        return _past_that(unit, at, start, takes)
    if starts_quote(tags, start) or tag == COLON:
        return start if tag == QUOTATION else start + 1
    if tag in SETS_OFF:
        return _past_insertion(unit, at, start, takes)
    if is_quantity(unit, start) and takes.clause:
        return start
    return start if tag not in _NOTHING and _may_start(unit, at, start, takes) else None


def _is_shouted(unit: Unit, at: int, start: int) -> bool:
    """Whether words follow, or `shouted that it was late`, unlike `went on that day`."""
    tags = unit.tags
    if tags[start : start + 1] == THAT:
        return start == at and starts_clause(unit, at + 1, len(tags)) is not None
    return tags[start : start + 1] == COLON or starts_quote(tags, start)


def _past_that(unit: Unit, at: int, start: int, takes: Complements) -> int | None:
    """Return where the content starts of which "that" may be the first word, or announces it."""
    tags = unit.tags
    if _THAT_NIGHT.match(tags, start):
        return None
    behind = tags[start + 1 : start + 2]
    alone = behind == AUXILIARY  # "said that was late"
    done = behind == FINITE and unit.lows[start + 1].endswith("ed")
    if (alone or done) and start > at and tags[start - 1] in NOUNS:
        return None  # "adds to the noise that has filled the town"
    return start if alone or _points(unit, start, takes) else start + 1


def _may_start(unit: Unit, at: int, start: int, takes: Complements) -> bool:
    """Whether what the verb takes may start with the word at `start`."""
    tags = unit.tags
    tag = tags[start]
    if tag == TO:
        return takes.infinitive or takes.object or takes.addressee
    if takes.noun_phrase and _ANNOUNCED.match(tags, start):
        return False
    if tag == QUESTION_WORD:
        return takes.clause or takes.question or takes.noun_phrase
    if tag in _DOING:
        return takes.clause or takes.participle or takes.things
    if tag == SUBORDINATOR:
        return takes.clause
    if tag in PRONOUN_SUBJECTS and not takes.speech and _has_verb_of_its_own(unit, start):
        return False
    if tag not in _STARTS or not (takes.clause or takes.addressee or takes.things):
        return False
    clause = tag == LOOSE_PREPOSITION and starts_clause(unit, start + 1, len(tags)) is not None
    # "replied to Dal by saying"
    by_doing = unit.lows[start] == "by" and tags[start + 1 : start + 2] == GERUND
    return not (clause or by_doing or (tag in PREPOSITIONS and start == at))


def _has_verb_of_its_own(unit: Unit, at: int) -> bool:
    """Whether the pronoun at `at` is a subject: `details of calls he made`, `a label it wears`."""
    tags = unit.tags
    return tags[at : at + 1] == CONTRACTED or (
        unit.lows[at] in _NO_OBJECTS or tags[at + 1 : at + 2] in _VERBS_BEHIND_PRONOUN
    )


def _points(unit: Unit, at: int, takes: Complements) -> bool:
    """Whether "that" points at something: `rejected that plan in May`."""
    tags = unit.tags
    if not takes.things or tags[at + 1 : at + 2] not in _POINTED_AT:
        return False
    return not has_verb(tags, at + 1, at + LONGEST) or not takes.clause


def _past_insertion(unit: Unit, at: int, start: int, takes: Complements) -> int | None:
    """`said, in a statement, that …`; `says despite all that, he is …`."""
    tags = unit.tags
    if tags[start + 1 : start + 2] == THAT:
        return start + 2
    that = tags.find(_COMMA_THAT, start + 1, start + LONGEST // 2)
    if that > 0 and start > at and not has_verb(tags, start, that):
        return that + 2  # "said in its letter, sent to a judge, that"
    closing = tags.find(tags[start], start + 1, start + 14)
    if closing > 0:
        if takes.clause and start == at and starts_clause(unit, closing + 1, len(tags)) is not None:
            return closing + 1
        if tags[closing + 1 : closing + 2] == THAT:
            return closing + 2
        if starts_quote(tags, closing) or (
            takes.object and tags[closing + 1 : closing + 2] in PHRASE_STARTS
        ):
            return closing + 1
    if takes.clause and start > at and tags[at] in _JOINS_CLAUSE and tags[start] == COMMA:
        return at if starts_clause(unit, start + 1, len(tags)) is not None else None
    return None
