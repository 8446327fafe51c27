"""
Say which claims differ from those that another commit finds in the same texts.

    python -m tests.quality.unchanged COMMIT

The texts are the annotated sets (see `measure.py`), the corpus and the seeds. What one side has
and the other has not is ignored (a claim's new field). Exit code 1 where anything else differs.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from rich.console import Console

from tests.quality.measure import HOME

ROOT = Path(__file__).parents[2]

SPLIT = """
import json, sys
from claims.errors import ClaimsError
from claims.models import Article
from claims.splitting import split

for line in sys.stdin:
    try:
        found = split(Article.model_validate_json(line))
    except ClaimsError as error:
        print(json.dumps([type(error).__name__]), flush=True)
    else:
        print(json.dumps([claim.model_dump(mode="json") for claim in found]), flush=True)
"""
"""Run in either checkout: articles in, claims out, a line each."""


class Difference(NamedTuple):
    """A place where the two commits differ, as claims in JSON; `None` where there is no claim."""

    article: str
    before: Any
    now: Any


def articles() -> Iterator[dict[str, Any]]:
    """Yield every text that there is, with what is known of it."""
    for path in sorted((HOME / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield {"id": f"{path.stem}/{record['id']}", "text": record["text"]}
    corpus = tomllib.loads((ROOT / "tests/corpus/articles.toml").read_text(encoding="utf-8"))
    for name, record in corpus.items():
        yield {"id": f"corpus/{name}", "text": record["text"]}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield {"id": f"seeds/{path.stem}", "text": path.read_text(encoding="utf-8")}


def claims_of(checkout: Path, texts: str) -> list[Any]:
    """Return what the code of a checkout finds in each of the articles, given as JSON lines."""
    done = subprocess.run(
        [sys.executable, "-c", SPLIT],
        cwd=checkout,
        input=texts,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def differences(commit: str) -> Iterator[Difference]:
    """Yield what the present code finds otherwise than `commit`."""
    texts = list(articles())
    lines = "".join(json.dumps(each) + "\n" for each in texts)
    with TemporaryDirectory() as folder:
        other = Path(folder) / "other"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(other), commit], check=True)
        try:
            before = claims_of(other, lines)
        finally:
            subprocess.run([*git, "remove", "--force", str(other)], check=True)
    for article, old, new in zip(texts, before, claims_of(ROOT, lines), strict=True):
        for one, another in zip_longest(old, new):
            if _shared(one, another) != _shared(another, one):
                yield Difference(article["id"], one, another)


def _shared(one: Any, other: Any) -> Any:
    """Return a claim without the fields that the other one cannot have."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one
    return {name: value for name, value in one.items() if name in other}


def main() -> int:
    """Print the differences."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    found = list(differences(sys.argv[1]))
    for each in found:
        before, now = json.dumps(each.before), json.dumps(each.now)
        console.print(f"{each.article}\n  before {before}\n  now    {now}")
    console.print(f"{len(found)} claims of {len(list(articles()))} articles differ")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
