"""
The inflected forms of the verbs that splitting knows: `python -m tests.inflections --write`.

Without `--write` they are printed. The forms are those of LemmInflect's dictionary, which is made
from the NIH's SPECIALIST Lexicon; of a verb that it lacks, those of its model. What news writes
otherwise stands below.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from claims.splitting.lexicon import inflections, verbs
from claims.splitting.lexicon.cues import EVIDENCE, VERBS
from claims.splitting.lexicon.phrasal import PHRASAL_VERBS
from claims.splitting.lexicon.words import words

TABLE = Path(inflections.__file__).with_name("inflections.tsv")
TAGS = ("VBZ", "VBG", "VBD", "VBN")
"""The Penn Treebank's names of the forms, in the order of the table's columns."""

ADDED = {
    ("broadcast", "VBD"): "broadcast",
    ("dial", "VBN"): "dialed",
    ("fit", "VBD"): "fitted",
    ("forecast", "VBD"): "forecasted",
    ("forecast", "VBN"): "forecasted",
    ("learn", "VBN"): "learnt",
    ("lie", "VBN"): "lain",
    ("misspeak", "VBD"): "misspoke",
    ("misspeak", "VBN"): "misspoken",
    ("relay", "VBN"): "relayed",
    ("sow", "VBN"): "sowed",
    ("spoil", "VBN"): "spoiled",
    ("strive", "VBN"): "strived",
}
"""Forms of good English that the dictionary lacks, under their tag."""

LEFT_OUT = words("abode beginning born forecast ground misspeaked plead staid staves")
"""Forms that are wrong, or nearly always another word in news: `beginning in May`, `the ground`."""


def named() -> frozenset[str]:
    """Return the base forms of all verbs that the lists of words name."""
    reporting = {verb for row in VERBS.values() for verb in row.split()}
    return verbs.COMMON | reporting | EVIDENCE | PHRASAL_VERBS


def table() -> str:
    """Return the table: base form, third person, -ing, past and participle, in tabs."""
    return "".join("\t".join([base, *_forms(base)]) + "\n" for base in sorted(named()))


def _forms(base: str) -> Iterator[str]:
    """Yield what stands in each column, with spaces between variants."""
    from lemminflect import getAllInflections, getAllInflectionsOOV  # to name verbs needs it not

    known: Mapping[str, tuple[str, ...]] = getAllInflections(base, upos="VERB")
    guessed: Mapping[str, tuple[str, ...]] = getAllInflectionsOOV(base, upos="VERB")
    for tag in TAGS:
        equal = known.get("VBD") if tag == "VBN" else None
        found = known.get(tag) or equal or guessed[tag]
        added = ADDED.get((base, tag), "").split()
        every = dict.fromkeys([*added, *found])
        yield " ".join(form for form in every if form.isalpha() and form not in LEFT_OUT)


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(table(), encoding="utf-8")
    else:
        sys.stdout.write(table())
