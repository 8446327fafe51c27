"""Print a change that docs/examples.md shows: python -m tests.examples rating | git apply."""

import re
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "examples.md"


def examples() -> dict[str, str]:
    """Return the diffs that the page shows, by what each adds: a rating, a command, a button."""
    shown = re.findall(
        r"^## An? (\w+)\n.*?^```diff\n(.*?)^```$",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    return dict(shown)


if __name__ == "__main__":
    sys.stdout.write(examples()[sys.argv[1]])
