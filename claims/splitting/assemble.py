"""From an utterance and its source to claims: one for each point, readable by itself."""

import re
from collections.abc import Iterator

from claims.models import Claim, Kind, Source, Span
from claims.splitting.attribution.patterns import NEEDS_CUE, RuleName
from claims.splitting.attribution.utterances import Utterance
from claims.splitting.clauses import kind_of, sentences_of, trimmed
from claims.splitting.syntax.units import Unit
from claims.splitting.times.stated import Stated
from claims.splitting.worth import assess

# In whose words all is that these find: a printed conversation is in their own words.
_SURE = {
    RuleName.NARRATION: Kind.NARRATION,
    RuleName.TURN: Kind.DIRECT,
    RuleName.ANNOUNCED: Kind.DIRECT,
}
# Without these the content says the opposite of what its source said: "denied that he knew".
_DENIES = re.compile(
    r"(?:den(?:y|ie[sd])|denying|(?:reject|refut|disput|disavow)(?:s|ed|ing|e|es)?)\b"
)
# "it is expected", "it would be wrong", which mean nobody, are not told from "it was founded".
_IMPERSONAL = re.compile(r"(?:\w+ )?(?:is|was|be|been|seems|appears)\b(?! \w+ing\b)")
_TALK = frozenset({"question", "appeal", "second person", "opinion", "belief"})
_THIRD = {"he": "person", "she": "person", "they": "unnamed", "it": "organisation"}


def claims_of(
    text: str,
    unit: Unit,
    utterance: Utterance,
    source: Source,
    via: tuple[Source, ...],
    when: Stated,
) -> Iterator[Claim]:
    """Yield the claims that an utterance in a unit makes."""
    for content in _pieces(text, unit, utterance):
        kind = _SURE.get(utterance.rule) or kind_of(unit, utterance.content)
        words = _text(text, content, utterance, source, kind)
        yield Claim(
            text=words,
            content=content,
            kind=kind,
            group=utterance.group,
            rule=utterance.rule,
            source=source,
            cue=(utterance.cue,) if utterance.cue else (),
            via=via,
            stated_on=when.words,
            stated_between=when.between,
            check_worthiness=assess(words, kind).score,
        )


def _pieces(text: str, unit: Unit, utterance: Utterance) -> list[tuple[Span, ...]]:
    parts = [part for span in utterance.content if (part := trimmed(text, span)).start < part.end]
    if len(parts) != 1:
        return [tuple(parts)] if parts else []
    whole = text[utterance.content[0].start : utterance.content[0].end]
    if whole[:1] not in "\"“'‘«":
        return [(parts[0],)]
    found = [trimmed(text, sentence) for sentence in sentences_of(text, parts[0], unit.tokens)]
    if len(found) > 1 and any(_is_talk(said.of(text)) for said in found):
        return [(parts[0],)]
    return [(said,) for said in found]


def _is_talk(words: str) -> bool:
    """Whether a sentence gives an opinion, appeals or asks: no easier to check by itself."""
    return not _TALK.isdisjoint(assess(words, Kind.DIRECT).met)


def _text(
    text: str, content: tuple[Span, ...], utterance: Utterance, source: Source, kind: Kind
) -> str:
    """Return the content's words so that they can be understood without the article."""
    words = " ".join(" ".join(span.of(text) for span in content).split())
    if (
        utterance.rule is RuleName.PASSIVE
        and utterance.cue
        and content[0].end <= utterance.cue.start
    ):
        whole = Span(content[0].start, max(content[-1].end, utterance.cue.end))
        return " ".join(whole.of(text).split())
    if utterance.rule in NEEDS_CUE and utterance.cue:
        return f"{utterance.cue.of(text)} {words}"
    if utterance.cue and _DENIES.match(text, utterance.cue.start):
        return f"{utterance.cue.of(text)} that {words}"
    first, _, rest = words.partition(" ")
    if kind is Kind.DIRECT or first not in _THIRD or not rest:
        return words
    meant = _antecedent(text, first, rest, utterance, source)
    return f"{first} [{meant}] {rest}" if meant else words


def _antecedent(
    text: str, pronoun: str, rest: str, utterance: Utterance, source: Source
) -> str | None:
    """Return whom or what a leading pronoun means, where that is certain."""
    if pronoun == "it" and utterance.about:
        return " ".join(utterance.about.of(text).split())
    if pronoun == "it" and _IMPERSONAL.match(rest):
        return None
    if utterance.rule is RuleName.PARTICIPLE or source.type.value != _THIRD[pronoun]:
        return None
    return source.name
