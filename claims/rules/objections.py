"""What speaks against what a person asks for, in words for that person. Pure."""

from datetime import datetime
from typing import NamedTuple

from claims.models import Source
from claims.records.claims import Evidence, Standing
from claims.records.decisions import Act, Action
from claims.rules.evidence import bringing_problems, is_storable, opposes, sufficiency, with_cited
from claims.rules.identity import Person
from claims.rules.merging import Other, merge_problem
from claims.rules.rating import Rules, rating_problems, rests_on
from claims.visible import is_blank, is_hidden
from claims.wording.phrases import Phrase, Where

REASON_LIMIT = 1000
"""Code points; a card has 4,000 in all, of which the claim and its evidence need the rest."""

TEXT_LIMIT = 4000
"""Code points of a claim, as the schema has it."""

NAME_LIMIT = 300
"""Code points of a source's name, also in lower case, as the schema has it."""

TAG_LIMIT = 40
TAGS_MOST = 20
"""Tags of one claim; more than a card could show."""

RECHECK_YEARS = 10
"""How far ahead a claim can be due: beyond that it is a slip of the year."""


class Known(NamedTuple):
    """
    What a decision depends on beside the standing.

    `actor` is whoever decides, as the ledger may name them. `absorbed` are the claims that were
    merged into this one, `other` the one that it is to be merged into, `meant` the source that it
    is to have where one was named, `same_words` the number of another claim that has the new text
    and source already.
    """

    actor: Person
    number: int = 0
    text: str = ""
    source: Source | None = None
    meant: Source | None = None
    evidence: tuple[Evidence, ...] = ()
    tags: frozenset[str] = frozenset()
    absorbed: tuple[int, ...] = ()
    other: Other | None = None
    same_words: int | None = None


def reason_problem(reason: str) -> Phrase | None:
    """Return what is wrong with a reason that is needed; None if nothing."""
    if is_blank(reason):
        return Phrase("Say why: a reason is needed.")
    return length_problem(reason)


def length_problem(reason: str) -> Phrase | None:
    """Return what is wrong with a reason that may be left out; None if nothing."""
    if len(reason) > REASON_LIMIT:
        return Phrase("The reason is longer than {most} characters.", most=REASON_LIMIT)
    return None if is_storable(reason) else Phrase("The reason has characters that are no text.")


def objections(
    before: Standing, act: Act, rules: Rules, known: Known, now: datetime
) -> list[Phrase]:
    """Return everything that speaks against the act, stage and missing reason aside."""
    too_long = length_problem(act.reason)
    problems = [too_long] if too_long else []
    citing = act.action is Action.RATE
    bringing = bringing_problems(known.evidence, act.evidence, citing=citing)
    match act.action:
        case Action.RATE:
            problems += rating_problems(before, act)
            if not bringing:
                problems += _founding_problems(before, act, rules, known)
        case Action.EVIDENCE if not act.evidence:
            problems.append(Phrase("Give at least one link as evidence."))
        case Action.WITHDRAW:
            problems += _withdrawing_problems(before, act, known)
        case Action.EDIT:
            problems += _editing_problems(act, known)
        case Action.TAG:
            problems += _tagging_problems(act, known)
        case Action.RECHECK:
            problems += _recheck_problems(before, act, now)
        case Action.MERGE:
            problem = merge_problem(known.number, before, known.absorbed, known.other)
            problems += [problem] if problem else []
        case Action.UNMERGE if before.merged_into is None:
            problems.append(
                Phrase(
                    "#{number} is not merged into another: nothing to part.", number=known.number
                )
            )
        case _:
            pass
    return [*problems, *bringing]


def _founding_problems(before: Standing, act: Act, rules: Rules, known: Known) -> list[Phrase]:
    evidence = with_cited(known.evidence, act.evidence)
    if act.rating is None:
        return [] if evidence else [Phrase("Give at least one link as evidence.")]
    lack = sufficiency(act.rating, evidence, strict=rules.strict_evidence)
    if lack:
        return lack
    stands = act.rating is before.published or before.waiting is not None
    if stands or act.evidence or not opposes(act.rating, evidence):
        return []
    return [
        Phrase(
            "All evidence here speaks against this rating. Name a link again, with what it does to"
            " the claim, or add others."
        )
    ]


def _withdrawing_problems(before: Standing, act: Act, known: Known) -> list[Phrase]:
    left = [item for item in known.evidence if item.id != act.withdraw]
    if len(left) == len(known.evidence):
        return [
            Phrase(
                "#{number} has no such evidence, or it was withdrawn already. Choose from {where}.",
                number=known.number,
                where=Where.EVIDENCE,
            )
        ]
    if rests_on(before, left):
        return []
    return [
        Phrase(
            "The rating rests on this evidence. Add other evidence, correct the rating or reopen."
        )
    ]


def _editing_problems(act: Act, known: Known) -> list[Phrase]:
    problems: list[Phrase] = []
    if act.text is None and act.source is None:
        return [Phrase("Say what is to change: the claim's words, its source or both.")]
    if act.text is not None:
        problems += _text_problems(act.text)
    if act.source is not None and (problem := name_problem(act.source)):
        problems.append(problem)
    if _says_already(act, known):
        problems.append(
            Phrase("That is what the claim says already.")
            if act.source is None
            else Phrase("That would change nothing: the claim has these words and this source.")
        )
    if known.same_words is not None:
        problems.append(
            Phrase("#{number} says just that. Merge the two instead.", number=known.same_words)
        )
    return problems


def _text_problems(text: str) -> list[Phrase]:
    problems: list[Phrase] = []
    if is_blank(text) or not is_storable(text):
        problems.append(Phrase("Say what the claim is to read."))
    if len(text) > TEXT_LIMIT:
        problems.append(Phrase("The claim is longer than {most} characters.", most=TEXT_LIMIT))
    return problems


def name_problem(name: str) -> Phrase | None:
    """Return what is wrong with the name of a source; None if nothing."""
    if len(name.casefold()) > NAME_LIMIT:
        return Phrase("The source's name is longer than {most} characters.", most=NAME_LIMIT)
    if is_storable(name) and not is_hidden(name):
        return None
    return Phrase("The source's name has characters that are no text.")


def _says_already(act: Act, known: Known) -> bool:
    same_words = act.text is None or act.text.strip() == known.text
    moves = known.meant and known.source and known.meant.key != known.source.key
    return same_words and not moves


def tag_name(text: str) -> str:
    """Return a tag as it is kept: lower case, single spaces, without a leading #."""
    return " ".join(text.casefold().split()).removeprefix("#").strip()


def _tagging_problems(act: Act, known: Known) -> list[Phrase]:
    added = {tag_name(tag) for tag in act.add_tags}
    removed = {tag_name(tag) for tag in act.remove_tags}
    problems: list[Phrase] = []
    if not added | removed:
        return [Phrase("Name a tag to put on or to take off.")]
    if not all(map(_is_tag, added | removed)):
        problems.append(Phrase("A tag has 1 to {most} characters.", most=TAG_LIMIT))
    if added & removed:
        problems.append(Phrase("A tag cannot be put on and taken off at once."))
    if added <= known.tags and not removed & known.tags:
        problems.append(Phrase("That would change nothing: its tags are just those already."))
    if len(known.tags | added) - len(removed & known.tags) > TAGS_MOST:
        problems.append(Phrase("A claim has at most {most} tags.", most=TAGS_MOST))
    return problems


def _is_tag(tag: str) -> bool:
    return len(tag) <= TAG_LIMIT and is_storable(tag) and not is_blank(tag)


def _recheck_problems(before: Standing, act: Act, now: datetime) -> list[Phrase]:
    if act.recheck_on is None and before.recheck_on is None:
        return [
            Phrase(
                "That would change nothing: it has no such date. Say from which day the claim is"
                " to be looked at again, as 2026-03-31."
            )
        ]
    if act.recheck_on == before.recheck_on:
        return [Phrase("That would change nothing: it has this date already.")]
    today = now.date()
    if act.recheck_on is not None and not 0 < (act.recheck_on - today).days <= 366 * RECHECK_YEARS:
        return [
            Phrase("Choose a date after today, at most {years} years ahead.", years=RECHECK_YEARS)
        ]
    return []
