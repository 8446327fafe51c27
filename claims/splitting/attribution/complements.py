"""What a reporting verb governs: how far the verb itself reaches, and where its content starts."""

from dataclasses import replace

from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.evidence import shows
from claims.splitting.attribution.noun_or_verb import is_plain_verb, is_plural
from claims.splitting.lexicon.complements import Complements
from claims.splitting.lexicon.cues import (
    ANY_CUES,
    CUES,
    EVIDENCE_CUES,
    PARTICIPLE_CUES,
    THAT_ONLY,
    Cue,
)
from claims.splitting.lexicon.phrasal import LONGEST_PHRASAL, PARTICLES, PHRASAL, PHRASAL_VERBS
from claims.splitting.lexicon.words import SUBJECT_PRONOUNS, words
from claims.splitting.syntax.phrases import (
    INFINITIVE,
    LONGEST,
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ANNOUNCES,
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
    LINKS,
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
    SOME_OF,
    STOP,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    TENSED,
    THAT,
    TIME,
    TO,
    VERBS,
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
_ANNOUNCED = pattern("[ADVERB TIME]+ AUXILIARY")  # "a plan announced today will bring"
# "he said in a speech that night"
_THAT_NIGHT = pattern("THAT TIME (?: [STOP COMMA SEMICOLON PREPOSITION LOOSE_PREPOSITION] | $ )")
_NO_OBJECTS = SUBJECT_PRONOUNS - words("it you")
# "said | several times | that"
_REPEATED = pattern("[DETERMINER NUMBER] [NOUN NUMBER ADVERB]{0,2} NOUN (?= THAT)")
_TIMES = words("times time quarter term season")

_TWO_NAMES = pattern("[NOUN TIME POSSESSOR] NAME")  # "said after the vote Dal was late"
_WHILE_DOING = words("in after before during while")
_ENDS_OR_DATES = PHRASE_ENDS | {PREPOSITION, TIME}  # "ruled.", "ruled on Monday"
_IN_A = PREPOSITION + DETERMINER
_THAT_NOUN = THAT + NOUN
_VERB_THAT = FINITE + THAT
_COMMA_THAT = COMMA + THAT
_OF_NAME = NOUNS | {TIME}
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


def skip_adverbials(unit: Unit, at: int) -> int:
    """Return where the complement may start: past time, place, and `in a statement`."""
    tags, size = unit.tags, len(unit.tags)
    start = at
    while at < size and not _is_quantity(unit, at):
        if tags[at] == ADVERB:
            at += 1
        elif (end := time_end(tags, at)) > at:
            in_a_june = tags[at : at + 2] == _IN_A  # "in a June report"
            at = max(end, prepositional_end(tags, at)) if in_a_june else end
        elif (again := _REPEATED.match(tags, at)) and unit.lows[again.end() - 1] in _TIMES:
            at = again.end()
        elif tags[at] in PREPOSITIONS or (tags[at] == TO and not INFINITIVE.match(tags, at)):
            in_that = tags[at + 1 : at + 3] == _THAT_NOUN and unit.lows[at] in {"in", "on", "at"}
            end = at + 3 if in_that else _phrase_end(unit, at)
            if end == at:
                return at
            at = end
        else:
            break
    that = start < at and tags[at : at + 2] == _VERB_THAT
    if that and starts_clause(unit, at + 2, size) is not None:
        return at + 1  # "said before her Lund remarks that"
    loose = tags.rfind(LOOSE_PREPOSITION, start, at) if at < size and tags[at] in TENSED else -1
    if loose >= 0 and not _TWO_NAMES.search(tags, loose, at):
        return loose  # "apologised in May after it had left"
    if start < at < size and tags[at] in VERBS:
        # "said in Iowa Trump would": the last phrase swallowed a subject
        back = at - 1
        while back > start and tags[back] in _OF_NAME and tags[back - 1] in _OF_NAME:
            back -= 1
        return back
    return at


def _phrase_end(unit: Unit, at: int) -> int:
    """Return the end of `in Iowa`, or of `in announcing the plan`, from the preposition on."""
    tags = unit.tags
    end = prepositional_end(tags, at)
    if tags[at + 1 : at + 3] == SOME_OF:  # "in one of several letters"
        end = prepositional_end(tags, at + 2)
    if end > at or tags[at + 1 : at + 2] != GERUND or unit.lows[at] not in _WHILE_DOING:
        return end
    if unit.lows[at + 1] in PARTICIPLE_CUES or (end := noun_phrase_end(tags, at + 2)) == at + 2:
        return at
    return prepositional_end(tags, end)


def _is_quantity(unit: Unit, at: int) -> bool:
    """`about half of …`, `at least 20 people`: no adverbial, but the subject of the content."""
    if at + 1 >= len(unit.stream):
        return False
    low, after = unit.lows[at], unit.lows[at + 1]
    return low in {"about", "at", "over", "under", "between", "around", "up"} and (
        after in {"half", "least", "most", "all"}
        or (unit.tags[at + 1 : at + 2] == NUMBER and low not in {"at", "under"})
    )


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
    if (
        end > at
        and unit.tags[end : end + 1] == PREPOSITION
        and unit.lows[end] in {"of", "at", "from"}
    ):
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
        if tags[start] == OBJECT_PRONOUN and tags[after : after + 1] in _BARE_STARTS:
            # "told them flooding is rare", but "told them more"
            return after if has_verb(tags, after, after + LONGEST) else start
        if tags[after : after + 1] in _CONTENT_STARTS or starts_quote(
            tags, after
        ):  # but "told them not to leave" keeps who was to leave
            start = after
        elif tags[after : after + 1] in PHRASE_ENDS:
            return None
    tag = tags[start : start + 1]
    if tags[start + 1 : start + 2] in TENSED and unit.lows[start] == "so":
        return None  # "those who say so were"
    if takes.only_quotation and tag not in ANNOUNCES and not starts_quote(tags, start):
        return None
    shouted = tag != THAT or (start == at and starts_clause(unit, at + 1, len(tags)) is not None)
    if takes.only_quotation and not shouted:  # "shouted that it was late", but "went on that day"
        return None
    if tag == THAT and _THAT_NIGHT.match(tags, start):
        return None
    if tag == THAT:
        alone = tags[start + 1 : start + 2] == AUXILIARY  # "said that was late"
        done = tags[start + 1 : start + 2] == FINITE and unit.lows[start + 1].endswith("ed")
        if (alone or done) and start > at and tags[start - 1] in NOUNS:
            return None  # "adds to the noise that has filled the town"
        return start if alone or _points(unit, start, takes) else start + 1
    if starts_quote(tags, start) or tag == COLON:
        return start if tag == QUOTATION else start + 1
    if tag in SETS_OFF:
        return _past_insertion(unit, at, start, takes)
    if _is_quantity(unit, start) and takes.clause:
        return start
    if tag in _NOTHING:
        return None
    if tag == TO:
        return start if takes.infinitive or takes.object or takes.addressee else None
    if takes.noun_phrase and _ANNOUNCED.match(tags, start):
        return None
    if tag == QUESTION_WORD:
        return start if takes.clause or takes.question or takes.noun_phrase else None
    if tag in _DOING:
        return start if takes.clause or takes.participle or takes.things else None
    if tag == SUBORDINATOR:
        return start if takes.clause else None
    if tag in PRONOUN_SUBJECTS and not takes.speech and _has_verb_of_its_own(unit, start):
        return None
    if (takes.clause or takes.addressee or takes.things) and tag in _STARTS:
        clause = tag == LOOSE_PREPOSITION and starts_clause(unit, start + 1, len(tags)) is not None
        # "replied to Dal by saying"
        by_doing = unit.lows[start] == "by" and tags[start + 1 : start + 2] == GERUND
        if clause or by_doing or (tag in PREPOSITIONS and start == at):
            return None
        return start
    return None


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
