"""/digest and the job behind it: set, posted once, on time, and never empty."""

import logging
import re

import discord
import pytest

from tests.bot.desk import Desk, Shown, body, labels, last_message, response, words

EVIDENCE = "https://stats.example.org/rents"


def digests(desk: Desk) -> list[str]:
    """Return the digests that the channel shows, oldest first."""
    shown = [words(m) for m in desk.channel.history(viewer=desk.member)]
    return [text for text in shown if "## Digest" in text]


def told_numbers(message: Shown) -> list[int]:
    """Return the numbers of the claims that a message shows, in its order."""
    return [int(number) for number in re.findall(r"\*\*#(\d+)\*\*", words(message))]


async def test_now_posts_what_happened_corrections_first(desk: Desk) -> None:
    for number in (1, 2):
        await desk.moderator.slash(
            desk.channel, "review verify", number=number, evidence=EVIDENCE, reason="Yes."
        )
    answer = await desk.manager.slash(desk.channel, "digest now")
    assert response(answer).content == f"The digest is in <#{desk.channel.id}>."
    [first] = digests(desk)
    assert "2 new ratings · 10 new claims" in first
    assert "**#12** \\@everyone \\[click\\]" in first

    await desk.moderator.slash(
        desk.channel, "review rate", number=1, rating="false", evidence=EVIDENCE, reason="A slip."
    )
    await desk.moderator.slash(desk.channel, "review dispute", number=2, reason="Old table.")
    await desk.moderator.slash(
        desk.channel, "review rate", number=3, rating="mixed", evidence=EVIDENCE, reason="Half."
    )
    await desk.manager.slash(desk.channel, "digest now")

    second = digests(desk)[1]
    order = ["1 correction · 1 new rating · 1 dispute", "🔁 Corrections", "Verified → ❌ False"]
    order += ["⚖️ New ratings", "🟡 Mixed", "⚠️ Disputed", "Verified, disputed"]
    places = [second.index(words_) for words_ in order]
    assert places == sorted(places)


async def test_now_posts_nothing_when_nothing_happened(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "digest now")
    answer = await desk.manager.slash(desk.channel, "digest now")
    assert "Nothing happened" in response(answer).content
    assert len(digests(desk)) == 1


async def test_what_was_undone_is_no_news(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "digest now")
    await desk.moderator.slash(
        desk.channel, "review verify", number=1, evidence=EVIDENCE, reason="Yes."
    )
    await desk.moderator.slash(desk.channel, "review undo", number=1)
    answer = await desk.manager.slash(desk.channel, "digest now")
    assert "Nothing happened" in response(answer).content


async def test_a_digests_button_opens_the_claim_after_a_restart(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "digest now")
    posted = last_message(desk.channel)
    assert set(labels(posted)) == {"Open", "and 4 more"}
    await desk.restart()
    opened = await desk.member.click(posted, custom_id="claim:show:12:0")
    assert "#12" in words(opened.response)


async def test_the_scheduled_digest_is_posted_once_a_day(desk: Desk) -> None:
    answer = await desk.manager.slash(
        desk.channel, "digest set", channel=desk.channel, at="08:00", zone="Europe/Berlin"
    )
    assert "The digest goes to" in response(answer).content
    quiet = "in Europe/Berlin nobody here is written to directly: /setup quiet"
    assert quiet in response(answer).content
    await _jobs(desk)
    assert digests(desk) == []

    desk.env.backend.advance_clock(8 * 3600)
    for _ in range(3):
        await _jobs(desk)
    assert len(digests(desk)) == 1

    await desk.restart()
    await _jobs(desk)
    assert len(digests(desk)) == 1

    await desk.moderator.slash(desk.channel, "review take", number=1)
    desk.env.backend.advance_clock(24 * 3600)
    await _jobs(desk)
    assert len(digests(desk)) == 1  # taking a claim is no news

    await desk.moderator.slash(
        desk.channel, "review verify", number=1, evidence=EVIDENCE, reason="Yes."
    )
    desk.env.backend.advance_clock(3 * 24 * 3600)
    await _jobs(desk)
    assert len(digests(desk)) == 2  # one for the days missed, not three


async def _jobs(desk: Desk) -> None:
    """Run what APScheduler runs, which goes by the machine's clock and not by simcord's."""
    bot = desk.bot
    await bot.schedule.digests.tick()
    await desk.env.settle()


async def test_off_stops_it(desk: Desk) -> None:
    await desk.manager.slash(
        desk.channel, "digest set", channel=desk.channel, at="8:00", zone="UTC"
    )
    answer = await desk.manager.slash(desk.channel, "digest off")
    assert "The digest is off" in response(answer).content
    desk.env.backend.advance_clock(48 * 3600)
    await _jobs(desk)
    assert digests(desk) == []
    again = await desk.manager.slash(desk.channel, "digest off")
    assert "no scheduled digest" in response(again).content


@pytest.mark.parametrize(
    ("at", "zone", "told"),
    [
        ("25:00", "UTC", "is no time"),
        ("8 am", "UTC", "is no time"),
        ("08:60", "UTC", "is no time"),
        ("08:00", "Atlantis/Centre", "no time zone"),
    ],
)
async def test_a_wrong_time_or_zone_is_explained(desk: Desk, at: str, zone: str, told: str) -> None:
    answer = await desk.manager.slash(
        desk.channel, "digest set", channel=desk.channel, at=at, zone=zone
    )
    assert told in response(answer).content
    desk.refusal()


async def test_a_channel_where_the_bot_may_not_post_is_refused_at_once(desk: Desk) -> None:
    me = desk.me
    closed = desk.env.guild.create_text_channel(
        "closed", overwrites={me: discord.PermissionOverwrite(send_messages=False)}
    )
    await desk.env.settle()
    answer = await desk.manager.slash(
        desk.channel, "digest set", channel=closed, at="08:00", zone="UTC"
    )
    assert "it lacks Send Messages there" in response(answer).content
    desk.refusal()


async def test_a_refused_post_is_told_and_its_news_are_not_lost(desk: Desk) -> None:
    desk.env.inject_error("POST", "/channels/*/messages", status=403)
    answer = await desk.manager.slash(desk.channel, "digest now")
    assert "Discord refused the digest" in response(answer).content
    await desk.manager.slash(desk.channel, "digest now")
    assert "12 new claims" in digests(desk)[0]


async def test_a_lost_answer_is_tried_again_with_the_same_nonce(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, logger="discord")
    desk.env.inject_error("POST", "/channels/*/messages", status=503)
    answer = await desk.manager.slash(desk.channel, "digest now")
    assert "tried again" in response(answer).content
    await desk.later(20)
    await _jobs(desk)
    assert len(digests(desk)) == 1
    sent = [
        body(request)["nonce"]
        for request in desk.env.http_requests
        if request.method == "POST" and request.path.endswith("/messages")
    ]
    assert len(sent) == 2
    assert len(set(sent)) == 1


@pytest.mark.parametrize("typed", ["berlin", "new york", "UTC", "", "x" * 60])
async def test_zones_are_suggested_by_city(desk: Desk, typed: str) -> None:
    choices = await desk.manager.autocomplete(desk.channel, "digest set", "zone", typed)
    assert len(choices) <= 25
    expected = {"berlin": "Europe/Berlin", "new york": "America/New_York", "UTC": "UTC"}
    if typed in expected:
        assert expected[typed] in [choice["value"] for choice in choices]


async def test_members_do_not_see_the_managers_commands(desk: Desk) -> None:
    seen = desk.member.available_commands(desk.channel)
    assert "claim list" in seen
    assert "digest now" not in seen
    assert "setup moderators" not in seen


async def test_a_long_section_is_listed_privately_page_by_page(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "digest now")
    posted = last_message(desk.channel)
    shown = told_numbers(posted)
    await desk.restart()
    opened = await desk.member.click(posted, label="and 4 more")
    assert opened.ephemeral
    assert "9–12 of 12" in words(opened.response)
    assert sorted(shown + told_numbers(response(opened))) == list(range(1, 13))
    turned = await desk.member.click(response(opened), label="← Back")
    assert "1–8 of 12" in words(turned.response)
    assert told_numbers(response(turned)) == shown
    assert "More →" in labels(turned.response)


async def test_the_preview_is_what_would_be_sent_and_sends_nothing(desk: Desk) -> None:
    shown = await desk.manager.slash(desk.channel, "digest preview")
    assert shown.ephemeral
    assert digests(desk) == []
    await desk.manager.slash(desk.channel, "digest now")
    [posted] = digests(desk)
    assert "-# <t:" not in words(shown.response)
    assert posted.rpartition("\n-# <t:")[0] == words(shown.response)
    again = await desk.manager.slash(desk.channel, "digest preview")
    assert "nothing would be posted" in response(again).content


async def test_settings_choose_sections_claims_and_emptiness(desk: Desk) -> None:
    told = await desk.manager.slash(desk.channel, "digest settings", least_check_worthiness=0.8)
    assert "0.80" in response(told).content
    shown = await desk.manager.slash(desk.channel, "digest preview")
    assert "2 new claims" in words(shown.response)
    await desk.manager.slash(desk.channel, "digest settings", hide="addition", skip_empty=False)
    shown = await desk.manager.slash(desk.channel, "digest preview")
    assert "No news since the last one" in words(shown.response)
    told = await desk.manager.slash(
        desk.channel, "digest settings", show="addition", least_check_worthiness=0.0, tag="Housing"
    )
    assert "with the tag housing" in response(told).content
    shown = await desk.manager.slash(desk.channel, "digest preview")
    assert "new claims" not in words(shown.response)
    told = await desk.manager.slash(desk.channel, "digest settings", tag="any")
    assert "**Claims:** all" in response(told).content


async def test_only_the_chosen_role_is_pinged(desk: Desk) -> None:
    def allowed() -> object:
        posts = [r for r in desk.env.http_requests if r.path.endswith("/messages")]
        return [body(r)["allowed_mentions"] for r in posts if r.method == "POST"][-1]

    await desk.manager.slash(desk.channel, "digest now")
    assert allowed() == {"parse": []}
    await desk.manager.slash(desk.channel, "digest settings", ping=desk.role, skip_empty=False)
    await desk.manager.slash(desk.channel, "digest now")
    assert f"<@&{desk.role.id}>" in digests(desk)[1]
    assert allowed() == {"parse": [], "roles": [desk.role.id]}


async def test_status_tells_the_next_and_the_last_ones(desk: Desk) -> None:
    told = await desk.manager.slash(desk.channel, "digest status")
    assert "No digest is scheduled" in response(told).content
    await desk.manager.slash(
        desk.channel, "digest set", channel=desk.channel, at="08:00", zone="Europe/Berlin"
    )
    desk.env.backend.advance_clock(8 * 3600)
    await _jobs(desk)
    told = await desk.manager.slash(desk.channel, "digest status")
    assert "08:00 in Europe/Berlin, for you <t:" in response(told).content
    assert "✅ sent, [open](<https://discord.com/channels/" in response(told).content


async def test_after_three_refusals_it_stops_and_a_manager_is_told(desk: Desk) -> None:
    await desk.manager.slash(
        desk.channel, "digest set", channel=desk.channel, at="08:00", zone="UTC"
    )
    desk.env.backend.advance_clock(8 * 3600)
    for _ in range(3):
        desk.env.inject_error("POST", f"/channels/{desk.channel.id}/messages", status=403)
        await _jobs(desk)
        await _jobs(desk)
        desk.env.backend.advance_clock(24 * 3600)
    told = await desk.manager.slash(desk.channel, "digest status")
    assert "**Stopped**" in response(told).content
    for _ in range(2):
        await desk.notices()
    [direct] = desk.told(desk.manager)
    assert "is stopped" in direct
    assert f"<#{desk.channel.id}>" in direct
    await _jobs(desk)
    assert digests(desk) == []
