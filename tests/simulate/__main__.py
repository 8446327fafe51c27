"""
Live through years of digests, or months of notices, and print what became of them.

    python -m tests.simulate --years 10000 [--servers 4]
    python -m tests.simulate --lives 1000

Each has a seed of its own, from `--seed` on; the exit code is 1 where anything is wrong.
"""

import argparse
import sys
import time
from collections import Counter

from tests.simulate.accounts import account_life, account_year
from tests.simulate.lives import Life
from tests.simulate.years import Simulation

Lived = tuple[Counter[str], list[str]]
"""What happened how often, and what is wrong."""


def year(seed: int, many: int) -> Lived:
    """Live through one year of so many servers."""
    lived = Simulation(seed, many).run()
    counts, wrong = account_year(lived)
    counts += Counter(kills=lived.kills, tries=lived.tries, looks=lived.looks, stops=lived.stops)
    return counts, wrong


def life(seed: int) -> Lived:
    """Live through sixty days of one server."""
    lived = Life(seed).run()
    return lived.counts, account_life(lived)


def main() -> int:
    """Print the counts, and what is wrong; on the way what is wrong so far."""
    parser = argparse.ArgumentParser(description="Simulate years of digests, or lives of notices.")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--years", type=int, help="of digests")
    asked.add_argument("--lives", type=int, help="of sixty days, of notices")
    parser.add_argument("--servers", type=int, default=4, help="behind one bot, in a year")
    parser.add_argument("--seed", type=int, default=1, help="of the first")
    given = parser.parse_args()
    many = given.years or given.lives
    what = f"years of {given.servers} servers" if given.years else "lives of sixty days"
    began, total, wrong = time.perf_counter(), Counter[str](), list[str]()
    for seed in range(given.seed, given.seed + many):
        counts, problems = year(seed, given.servers) if given.years else life(seed)
        total += counts
        wrong += [f"seed {seed}: {problem}" for problem in problems]
        if (seed - given.seed + 1) % max(1, many // 10) == 0:
            sys.stderr.write(f"{seed - given.seed + 1:,} {what}, {len(wrong)} wrong\n")
    lines = [f"{many:,} {what}"]
    lines += [f"{name:10} {count:12,}" for name, count in sorted(total.items())]
    lines += [f"{time.perf_counter() - began:.0f} s; {len(wrong)} wrong", *wrong[:20]]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
