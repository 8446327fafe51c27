"""What a claim's card goes on saying, whatever happens to the claim beside it."""

from typing import Any

import pytest
from simcord import MemberActor

from tests.bot.desk import Desk, words

EVIDENCE = "https://stats.example.org/rents"
BESIDE: list[tuple[str, dict[str, Any]]] = [
    ("review evidence", {"link": "https://other.example/x", "stance": "context"}),
    ("review tag", {"add": "rents"}),
    ("review recheck", {"on": "2031-01-31"}),
]
"""Changes that leave a claim where it stands."""


async def rate(desk: Desk, who: MemberActor, rating: str, reason: str) -> str:
    answer = await who.slash(
        desk.channel, "review rate", number=1, rating=rating, evidence=EVIDENCE, reason=reason
    )
    return words(answer.response)


async def card(desk: Desk, who: MemberActor | None = None, number: int = 1) -> str:
    shown = await (who or desk.member).slash(desk.channel, "claim show", number=number)
    return words(shown.response)


async def two_persons(desk: Desk) -> MemberActor:
    """Let ratings take two moderators; return another one."""
    await desk.manager.slash(desk.channel, "setup rules", two_person=True)
    return desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])


@pytest.mark.parametrize(("command", "options"), BESIDE)
async def test_a_dispute_keeps_its_reason(
    desk: Desk, command: str, options: dict[str, Any]
) -> None:
    await rate(desk, desk.moderator, "verified", "So it is.")
    await desk.moderator.slash(desk.channel, "review dispute", number=1, reason="It is of 2019.")
    await desk.moderator.slash(desk.channel, command, number=1, **options)
    assert "**Disputed:** It is of 2019." in await card(desk)


async def test_a_dispute_stays_while_a_correction_waits_and_goes_with_it(desk: Desk) -> None:
    await rate(desk, desk.moderator, "verified", "So it is.")
    await desk.moderator.slash(desk.channel, "review dispute", number=1, reason="It is of 2019.")
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The new table.")
    waiting = await card(desk)
    assert "Verified, disputed, correction waiting" in waiting
    assert "**Disputed:** It is of 2019." in waiting
    await rate(desk, second, "false", "The new table.")
    corrected = await card(desk)
    assert "❌ False" in corrected
    assert "isputed" not in corrected


@pytest.mark.parametrize(("command", "options"), BESIDE[:2])
async def test_a_dropped_card_says_why(desk: Desk, command: str, options: dict[str, Any]) -> None:
    await desk.moderator.slash(desk.channel, "review drop", number=1, reason="An opinion.")
    await desk.moderator.slash(desk.channel, command, number=1, **options)
    assert "**Dropped:** An opinion." in await card(desk)


async def test_whoever_differs_from_the_first_is_told_and_moderators_see_both(desk: Desk) -> None:
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The register.")
    told = await rate(desk, second, "verified", "The count.")
    assert "You differ from the first: they said False, you Verified." in told
    assert "the claim is yours to check" in told
    both = "Two moderators differ:\n- **False**: The register.\n- **Verified**: The count."
    assert both in await card(desk, desk.moderator)
    await second.slash(desk.channel, "review release", number=1)
    assert both in await card(desk, desk.moderator)
    hidden = await card(desk)
    assert "The register." not in hidden
    assert "The count." not in hidden


async def test_whoever_differs_about_a_correction_is_told_that_the_rating_is_disputed(
    desk: Desk,
) -> None:
    await rate(desk, desk.moderator, "verified", "So it is.")
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The new table.")
    told = await rate(desk, second, "verified", "The old one holds.")
    assert "the rating that stands is disputed" in told
    assert "**Disputed:** Two moderators found different things." in await card(desk)


async def test_whoever_proposed_a_rating_sees_which_and_nobody_else_does(desk: Desk) -> None:
    second = await two_persons(desk)
    proposed = await rate(desk, desk.moderator, "false", "The register.")
    assert "You proposed **False**: The register." in proposed
    for other in (second, desk.member):
        assert "The register." not in await card(desk, other)


@pytest.mark.parametrize(("reason", "shown"), [("Also the count.", True), ("The register.", False)])
async def test_a_rating_by_two_says_so_with_both_reasons(
    desk: Desk, reason: str, shown: bool
) -> None:
    second = await two_persons(desk)
    await rate(desk, desk.moderator, "false", "The register.")
    await rate(desk, second, "false", reason)
    rated = await card(desk)
    assert f"Two moderators rated it the same, <@{second.id}> on <t:" in rated
    assert f":D> as the second: {reason}" in rated
    assert ("The first gave as reason: The register." in rated) == shown


async def test_a_card_shows_tags_which_work_as_nothing_else(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review tag", number=1, add="**rents**, Norvik")
    assert r"-# Tags: \*\*rents\*\*, norvik" in await card(desk)


async def test_a_merged_number_says_where_it_led(desk: Desk) -> None:
    led = "#1 was merged into this claim."
    merged = await desk.moderator.slash(
        desk.channel, "review merge", number=1, into=2, reason="They say the same."
    )
    assert led in words(merged.response)
    assert led in await card(desk, number=1)
    assert led not in await card(desk, number=2)


async def test_a_claim_that_is_checked_says_until_when_in_words_that_read(desk: Desk) -> None:
    taken = await desk.moderator.slash(desk.channel, "review take", number=1)
    until = int(desk.env.now().timestamp()) + 48 * 3600
    assert f"is checking it, until <t:{until}:f>." in words(taken.response)
