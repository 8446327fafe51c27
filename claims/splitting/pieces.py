"""From an utterance and its source to claims: one for each point, readable by itself."""

from collections.abc import Iterator

from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.splitting.clauses import kind_of, sentences_of, trimmed
from claims.splitting.utterances import NARRATION, Utterance

_THIRD = {"he": "person", "she": "person", "they": "unnamed", "it": "organisation"}


def claims_of(article: Article, utterance: Utterance, source: Source) -> Iterator[Claim]:
    """Yield the claims that an utterance makes."""
    for content in _pieces(article.text, utterance):
        kind = (
            Kind.NARRATION
            if utterance.rule == NARRATION
            else kind_of(article.text, utterance.content)
        )
        yield Claim(
            text=_text(article.text, content, utterance, source, kind),
            content=content,
            kind=kind,
            group=utterance.group,
            source=source,
            cue=(utterance.cue,) if utterance.cue else (),
            check_worthiness=0.5,
        )


def _pieces(text: str, utterance: Utterance) -> list[tuple[Span, ...]]:
    parts = [part for span in utterance.content if (part := trimmed(text, span)).start < part.end]
    if len(parts) != 1:
        return [tuple(parts)] if parts else []
    whole = text[utterance.content[0].start : utterance.content[0].end]
    if whole[:1] not in "\"“'‘«":
        return [(parts[0],)]
    return [(trimmed(text, sentence),) for sentence in sentences_of(text, parts[0])]


def _text(
    text: str, content: tuple[Span, ...], utterance: Utterance, source: Source, kind: Kind
) -> str:
    """Return the content's words, with the source behind a leading pronoun that means it."""
    words = " ".join(" ".join(span.of(text) for span in content).split())
    first, _, rest = words.partition(" ")
    about = _THIRD.get(first)
    if kind is Kind.DIRECT or about is None or utterance.rule == "participle" or not rest:
        return words
    if (
        source.type.value != about
        or (source.type is SourceType.PERSON
        and first not in {"he", "she"})
    ):
        return words
    return f"{first} [{source.name}] {rest}"
