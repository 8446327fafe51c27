"""
The sets, what is aimed at on each, and the scores of the present code.

The annotated sets and their scorer are copyrighted and no part of this repository. They are
looked for in the directory that the environment variable CLAIMS_EVAL names, else in
`shared/eval` beside the checkout.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from claims.models import Article
from claims.splitting import split

HOME = Path(os.environ.get("CLAIMS_EVAL", Path(__file__).parents[3] / "shared" / "eval"))
POLNEAR, SEER = "polnear-dev", "seer-dev"
# PolNeAR joins the pieces of an utterance and annotates beliefs too; only statements count here.
OPTIONS = {POLNEAR: ("--statements", "--join"), SEER: ()}

Score = dict[str, Any]
"""What the scorer prints of one set: figures by name, some in lists and some by kind."""


class Target(NamedTuple):
    """A figure of a set, where the scorer's answer has it, and what is aimed at."""

    set: str
    figure: str
    read: Callable[[Score], float]
    aim: float
    floor: float  # what the test suite insists on; it only rises


TARGETS = (
    Target(POLNEAR, "IoU≥.5 F1", lambda score: score["iou50"][2], 72, 79.6),
    Target(POLNEAR, "IoU≥.5 with the right source, F1", lambda s: s["iou50+src"][2], 64, 76.5),
    Target(POLNEAR, "recall of indirect speech", lambda s: s["recall"]["indirect"], 62, 62.5),
    Target(SEER, "IoU≥.5 F1", lambda score: score["iou50"][2], 78, 78.0),
    Target(SEER, "source resolved to the right name", lambda score: score["name"], 88, 93.3),
    Target(SEER, "exact F1", lambda score: score["exact"][2], 58, 60.0),
)


def available() -> bool:
    """Whether the scorer and both sets are there."""
    return (HOME / "score.py").exists() and all(
        (HOME / "gold" / f"{name}.jsonl").exists() for name in OPTIONS
    )


def _write(gold: Path, predicted: Path) -> None:
    with gold.open(encoding="utf-8") as lines, predicted.open("w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            claims = split(Article(id=record["id"], text=record["text"]))
            dumped = [claim.model_dump(mode="json") for claim in claims]
            out.write(json.dumps({"id": record["id"], "claims": dumped}) + "\n")


def score(name: str) -> Score:
    """Return the scorer's own figures for one set, split by the present code."""
    gold = HOME / "gold" / f"{name}.jsonl"
    with TemporaryDirectory() as directory:
        predicted = Path(directory) / "predicted.jsonl"
        _write(gold, predicted)
        command = [sys.executable, str(HOME / "score.py"), str(gold), str(predicted), "--json"]
        done = subprocess.run(
            [*command, *OPTIONS[name]], capture_output=True, text=True, check=True
        )
    found: Score = json.loads(done.stdout)
    return found


def scores() -> dict[str, Score]:
    """Return the figures of every set."""
    return {name: score(name) for name in OPTIONS}
