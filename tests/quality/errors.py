"""Where the figures come from: why a claim that was found matches no annotated one."""

import importlib.util
import json
from collections import Counter
from types import ModuleType

from claims.models import Article, Claim, Kind, SourceType
from claims.splitting import split
from tests.quality.measure import HOME, POLNEAR

BOUNDARY = 0.25  # words shared, of all words of both; less is another statement


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", HOME / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _reason(claim: Claim, words: set[int], annotated: list[set[int]], scorer: ModuleType) -> str:
    if any(words <= gold for gold in annotated):
        return "a part of an annotated utterance: annotators join, we divide"
    if max((scorer.iou(gold, words) for gold in annotated), default=0) >= BOUNDARY:
        return "boundary"
    if claim.source.type is not SourceType.PERSON:
        return f"not annotated, source is {claim.source.type}"
    return f"not annotated, a person's, {claim.kind}"


def reasons(name: str) -> Counter[str]:
    """
    Return how many claims found in a set match, and why the others do not.

    Pieces of one utterance are joined where the set's annotators join them.
    """
    scorer = _scorer()
    counted: Counter[str] = Counter()
    for line in (HOME / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        where = scorer.Words(record["text"])
        gold = [where.of(claim["content"]) for claim in record["claims"]]
        found: dict[object, tuple[Claim, set[int]]] = {}
        for number, claim in enumerate(split(Article(text=record["text"]))):
            if claim.kind is not Kind.NARRATION:
                key = claim.group if name == POLNEAR else number
                words = where.of(claim.content)
                found[key] = (claim, found[key][1] | words if key in found else words)
        claims = list(found.values())
        pairs = [
            (scorer.iou(one, words), i, j)
            for i, one in enumerate(gold)
            for j, (_, words) in enumerate(claims)
            if one & words
        ]
        matched = {j for _, j in scorer.one_to_one(pairs, 0.5)}
        counted["matches"] += len(matched)
        counted.update(
            _reason(claim, words, gold, scorer)
            for j, (claim, words) in enumerate(claims)
            if j not in matched
        )
    return counted
