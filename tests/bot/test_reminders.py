"""Moderators are reminded of their own work, once, and in the hours in which they may be."""

from datetime import time, timedelta

import pytest
from simcord import MemberActor

from claims.ledger import servers
from claims.ledger.members import notices, people
from claims.records.servers import Quiet
from tests.bot.desk import Desk, words
from tests.bot.test_notices import EVIDENCE, settle


@pytest.fixture
def second(desk: Desk) -> MemberActor:
    """A second moderator."""
    return desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])


async def rate(desk: Desk, who: MemberActor, number: int) -> None:
    await who.slash(
        desk.channel,
        "review rate",
        number=number,
        rating="false",
        evidence=EVIDENCE,
        reason="The register has other figures.",
    )


async def run_jobs(desk: Desk) -> None:
    bot = desk.bot
    await bot.schedule.free_expired()
    await settle(desk)


async def be_quiet_now(desk: Desk, hours: int) -> None:
    """Choose quiet hours that began and end in so many hours."""
    now = desk.env.now()
    begins, ends = (now - timedelta(hours=1)).time(), (now + timedelta(hours=hours)).time()
    quiet = Quiet(zone="UTC", begins=time(begins.hour), ends=time(ends.hour))
    await desk.ledger.write(servers.set_quiet, desk.guild_id, quiet)


async def test_who_took_a_claim_for_too_long_is_told_once_that_it_is_free(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review take", number=1)
    await desk.later(49 * 3600)
    await run_jobs(desk)
    await run_jobs(desk)
    [message] = desk.told(desk.moderator)
    assert "Free again" in message
    assert "**#1**" in message


async def test_giving_a_claim_back_oneself_is_no_news(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review take", number=1)
    await desk.moderator.slash(desk.channel, "review release", number=1)
    await run_jobs(desk)
    assert desk.told(desk.moderator) == []


async def test_who_decided_lately_is_asked_for_a_second_opinion_but_not_told_the_first(
    desk: Desk, second: MemberActor
) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, two_person=True)
    await second.slash(desk.channel, "review take", number=3)
    await rate(desk, desk.moderator, 1)
    await rate(desk, desk.moderator, 2)
    await settle(desk)
    await settle(desk)
    [message] = desk.told(second)
    assert "A second opinion" in message
    assert "**#1**" in message
    assert "**#2**" in message
    assert "False" not in message
    assert desk.told(desk.moderator) == []


async def test_what_was_agreed_meanwhile_needs_no_second_opinion(
    desk: Desk, second: MemberActor
) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, two_person=True)
    await second.slash(desk.channel, "review take", number=3)
    await rate(desk, desk.moderator, 1)
    await rate(desk, second, 1)
    await settle(desk)
    assert desk.told(second) == []


async def test_nobody_is_asked_who_does_not_moderate_any_more(
    desk: Desk, second: MemberActor
) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, two_person=True)
    await second.slash(desk.channel, "review take", number=3)
    other = desk.env.guild.create_role("Others")
    await desk.ledger.write(servers.set_moderators, desk.guild_id, other.id)
    await rate(desk, desk.manager, 1)
    await settle(desk)
    assert desk.told(second) == []


async def test_a_day_to_check_again_is_told_to_whoever_rated_once(desk: Desk) -> None:
    day = (desk.env.now() + timedelta(days=3)).date().isoformat()
    for number in (1, 2):
        await rate(desk, desk.moderator, number)
        await desk.moderator.slash(desk.channel, "review recheck", number=number, on=day)
    await settle(desk)
    assert desk.told(desk.moderator) == []
    await desk.later(3 * 86400)
    await run_jobs(desk)
    await run_jobs(desk)
    [message] = desk.told(desk.moderator)
    assert "To be looked at again" in message
    assert "**#1**" in message
    assert "**#2**" in message


async def test_what_happens_in_quiet_hours_makes_one_message_when_they_end(desk: Desk) -> None:
    await be_quiet_now(desk, hours=5)
    for number in (1, 2):
        await desk.member.slash(desk.channel, "claim follow", number=number)
        await rate(desk, desk.moderator, number)
        await settle(desk)
    assert desk.told(desk.member) == []
    await desk.restart()
    await desk.later(5 * 3600)
    await settle(desk)
    await settle(desk)
    [message] = desk.told(desk.member)
    assert "**#1**" in message
    assert "**#2**" in message


async def test_what_came_to_nothing_in_quiet_hours_is_not_told(desk: Desk) -> None:
    await be_quiet_now(desk, hours=5)
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, desk.moderator, 1)
    await settle(desk)
    await desk.moderator.slash(desk.channel, "review undo", number=1)
    await desk.later(5 * 3600)
    await settle(desk)
    assert desk.told(desk.member) == []


async def test_quiet_hours_are_chosen_shown_and_need_a_zone(desk: Desk) -> None:
    shown = await desk.manager.slash(
        desk.channel, "setup quiet", begins="23:00", ends="6:30", zone="Europe/Berlin"
    )
    assert "from 23:00 to 06:30 in Europe/Berlin" in words(shown.response)
    shown = await desk.manager.slash(desk.channel, "setup quiet", begins="8:00", ends="8:00")
    assert "at any hour" in words(shown.response)


async def test_without_any_zone_quiet_hours_are_refused(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "setup quiet", begins="23:00", ends="6:30")
    assert "Name the zone too" in desk.refusal()


async def test_who_was_told_what_is_forgotten_and_told_no_second_time(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, desk.moderator, 1)
    await settle(desk)
    await desk.member.slash(desk.channel, "claim unfollow", number=1)
    assert await desk.ledger.read(people.export, desk.guild_id, desk.member.id)
    later = desk.env.now() + timedelta(days=60)
    assert await desk.ledger.write(notices.forget_settled, now=later) == 1
    assert not await desk.ledger.read(people.export, desk.guild_id, desk.member.id)
    assert await desk.ledger.write(notices.claim_due, later) == []
