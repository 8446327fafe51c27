"""The history in Discord says what was done, to whom it may."""

from datetime import date

from tests.bot.desk import Desk, words
from tests.bot.test_cards import rate, two_persons

EVIDENCE = "https://stats.example.org/rents"


async def newest(desk: Desk, *, moderator: bool = False, number: int = 1) -> str:
    """The first line of the claim's history, as a member or a moderator sees it."""
    who = desk.moderator if moderator else desk.member
    shown = await who.slash(desk.channel, "claim history", number=number)
    return next(line for line in words(shown.response).splitlines() if line.startswith("- "))


async def test_a_proposed_rating_is_named_to_moderators_only(desk: Desk) -> None:
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The register.")
    proposed = await newest(desk, moderator=True)
    assert "proposed the rating False: Not checked yet" in proposed
    assert "→ **Waiting for a second moderator**, with [stats.example.org](<" in proposed
    hidden = await newest(desk)
    assert "proposed a rating: " in hidden
    assert "False" not in hidden

    await rate(desk, second, "verified", "The count.")
    assert "gave the rating Verified, not False: " in await newest(desk, moderator=True)
    assert "gave another rating than the first: " in await newest(desk)


async def test_a_confirmed_rating_is_named_to_everybody(desk: Desk) -> None:
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The register.")
    await rate(desk, second, "false", "The register.")
    line = await newest(desk)
    assert "confirmed the rating: Waiting for a second moderator → **False**" in line


async def test_tags_are_named_and_a_badge_that_stays_is_not_repeated(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review tag", number=1, add="rents, **norvik**")
    added = await newest(desk)
    assert added.endswith(r"changed its tags (\+\*\*norvik\*\*, +rents)")
    await desk.moderator.slash(desk.channel, "review tag", number=1, remove="rents")
    assert (await newest(desk)).endswith("changed its tags (−rents)")


async def test_an_edit_says_what_the_words_were(desk: Desk) -> None:
    await desk.moderator.slash(
        desk.channel, "review edit", number=1, text="Rents fell.", reason="Shorter."
    )
    assert "changed its words from “rents fell by 1%”. Shorter." in await newest(desk)


async def test_both_sides_of_a_merge_name_the_other(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review merge", number=1, into=2, reason="Same.")
    assert "merged it into #2. Same." in await newest(desk)
    assert "merged #1 into it. Same." in await newest(desk, number=2)
    await desk.moderator.slash(desk.channel, "review unmerge", number=1, reason="Not so.")
    assert "took it out of #2 again. Not so." in await newest(desk)
    assert "took #1 out of it again. Not so." in await newest(desk, number=2)


async def test_evidence_is_named_with_what_it_does(desk: Desk) -> None:
    await desk.moderator.slash(
        desk.channel, "review evidence", number=1, link=EVIDENCE, stance="refutes"
    )
    link = f"[stats.example.org](<{EVIDENCE}>)"
    assert (await newest(desk)).endswith(f"added evidence ({link}, refutes the claim)")
    await desk.moderator.slash(desk.channel, "review withdraw", number=1, piece=1, reason="Gone.")
    assert f"withdrew evidence ({link}). Gone." in await newest(desk)


async def test_a_day_to_look_again_is_named(desk: Desk) -> None:
    day = date(2031, 1, 31).isoformat()
    await desk.moderator.slash(desk.channel, "review recheck", number=1, on=day)
    assert f"set it to be looked at again from {day}" in await newest(desk)
    await desk.moderator.slash(desk.channel, "review recheck", number=1)
    assert (await newest(desk)).endswith("cleared when to look again")
