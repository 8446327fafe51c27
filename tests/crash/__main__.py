"""The long run, with figures."""

# ruff: noqa: T201  # its output is its purpose

import argparse
import tempfile
from pathlib import Path
from statistics import median

from tests.crash.rounds import Round, rounds

PER_FILE = 25
"""Kills on one file before a new one is begun: its check takes longer and longer."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    wanted = parser.parse_args().rounds
    done: list[Round] = []
    for seed in range(-(-wanted // PER_FILE)):
        with tempfile.TemporaryDirectory() as folder:
            for each in rounds(Path(folder) / "ledger.db", min(PER_FILE, wanted - len(done)), seed):
                done.append(each)
                for problem in each.problems:
                    print(f"round {len(done)}: {problem}", flush=True)
    reopened = sorted(each.reopened_in for each in done)
    print(
        f"{len(done)} kills, {sum(each.acknowledged for each in done)} acknowledged decisions,"
        f" {sum(bool(each.problems) for each in done)} rounds with a problem;"
        f" reopened in {median(reopened) * 1000:.1f} ms (slowest {reopened[-1] * 1000:.1f} ms)."
    )
    raise SystemExit(any(each.problems for each in done))


if __name__ == "__main__":
    main()
