"""/claim: lists, cards, histories and follows, private unless shared."""

import pytest
from simcord import InteractionResult, MemberActor

from tests.bot.desk import Desk, Shown, labels, last_message, parts, response, words


async def test_a_list_shows_the_newest_claims_first_and_turns_both_ways(desk: Desk) -> None:
    first = await desk.member.slash(desk.channel, "claim list")
    assert first.ephemeral
    assert "**#12**" in words(first.response)
    assert "**#4**" not in words(first.response)
    assert labels(first.response)[-1] == "Older →"

    second = await desk.member.click(response(first), label="Older →")
    assert "**#4**" in words(second.response)
    assert "**#12**" not in words(second.response)
    assert labels(second.response)[-1] == "← Newer"

    back = await desk.member.click(response(second), label="← Newer")
    assert "**#12**" in words(back.response)


async def test_filters_narrow_and_stay_when_the_page_is_turned(desk: Desk) -> None:
    only = await desk.member.slash(desk.channel, "claim list", stage="open", words="RENTS")
    assert "### Claims with “RENTS”\n-# not checked yet\n" in words(only.response)
    older = await desk.member.click(response(only), label="Older →")
    assert "### Claims with “RENTS”\n-# not checked yet\n" in words(older.response)

    nothing = await desk.member.slash(desk.channel, "claim list", rating="verified")
    assert "None here" in words(nothing.response)


async def test_a_search_finds_by_words_and_pages_after_a_restart(desk: Desk) -> None:
    found = await desk.member.slash(desk.channel, "claim search", words="rents fell")
    assert found.ephemeral
    assert "### Claims with “rents fell”\n-# best match first" in words(found.response)
    assert labels(found.response)[-1] == "More →"
    await desk.restart()
    more = await desk.member.click(response(found), label="More →")
    assert "best match first" in words(more.response)
    assert labels(more.response)[-1] == "← Back"
    only = await desk.member.slash(desk.channel, "claim search", words="rents 7", stage="open")
    assert labels(only.response) == ["Open", "Share"]
    assert "**#7**" in words(only.response)


@pytest.mark.parametrize("order", ["newest", "check_worthiness", "asked", "oldest_open"])
async def test_a_list_keeps_its_order_when_the_page_is_turned(desk: Desk, order: str) -> None:
    def numbers(message: Shown) -> list[str]:
        opens = [p["custom_id"] for p in parts(message) if p.get("label") == "Open"]
        return [custom_id.split(":")[2] for custom_id in opens]

    first = await desk.member.slash(desk.channel, "claim list", order=order)
    shown = numbers(response(first))
    second = await desk.member.click(response(first), label=labels(first.response)[-1])
    shown += numbers(response(second))
    wanted = [str(n) for n in range(1, 13)]
    assert shown == (wanted if order == "oldest_open" else wanted[::-1])


@pytest.mark.parametrize("typed", ["%%", "'; DROP TABLE claim; --", '"', "NEAR(", "x:y:z", "\\"])
async def test_no_words_break_the_list(desk: Desk, typed: str) -> None:
    answer = await desk.member.slash(desk.channel, "claim list", words=typed)
    assert "None here" in words(answer.response)


async def test_the_list_opens_a_claim(desk: Desk) -> None:
    listed = await desk.member.slash(desk.channel, "claim list")
    opened = await desk.member.click(response(listed), custom_id="claim:show:11:0")
    assert opened.ephemeral
    assert "#11 · ▫️ Not checked yet" in words(opened.response)


async def test_a_card_shows_claim_source_words_article_and_date(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "claim show", number=1)
    text = words(shown.response)
    assert "> rents fell by 1%" in text
    assert "claimed by **Ada Lovett**, mayor · stated on Monday" in text
    assert "[Rents](<https://example.org/r#:~:text=" in text
    assert ">), The Example" in text
    assert labels(shown.response) == ["In context", "History", "Follow", "Share", "Ask for a check"]


async def test_hostile_words_are_shown_literally(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "claim show", number=12)
    [line] = [x for x in words(shown.response).splitlines() if x.startswith(">")]
    assert "\u202e" not in line
    assert "\u200b" not in line
    assert "\\[click\\]\\(https\\://evil.example\\)" in line
    assert "\\<\\@1\\>" in line
    assert "\\|\\|x\\|\\|" in line


async def test_sharing_shows_the_card_to_everybody_without_decisions(desk: Desk) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=2)
    assert "Verify" in labels(shown.response)
    shared = await desk.moderator.click(response(shown), label="Share")
    assert not shared.ephemeral
    assert labels(desk.channel.last_message) == ["Open", "In context", "History"]


async def test_nobody_is_pinged_by_anything_the_bot_sends(desk: Desk) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=12)
    await desk.moderator.click(response(shown), label="Share")
    assert not last_message(desk.channel).mention_everyone
    assert last_message(desk.channel).mentions == []


async def test_following_is_a_private_list(desk: Desk) -> None:
    done = await desk.member.slash(desk.channel, "claim follow", number=5)
    assert "You follow #5 now" in response(done).content
    again = await desk.member.slash(desk.channel, "claim follow", number=5)
    assert "already" in response(again).content

    mine = await desk.member.slash(desk.channel, "claim list", followed=True)
    assert "**#5**" in words(mine.response)
    assert "**#4**" not in words(mine.response)
    others = await desk.moderator.slash(desk.channel, "claim list", followed=True)
    assert "You follow none yet." in words(others.response)

    card = await desk.member.slash(desk.channel, "claim show", number=5)
    gone = await desk.member.click(response(card), label="Unfollow")
    assert "no longer follow #5" in gone.followups[0].content
    assert "Follow" in labels(gone.response)
    back = await desk.member.click(response(gone), label="Follow")
    assert "You follow #5 now" in back.followups[0].content
    assert "Unfollow" in labels(back.response)
    await desk.member.click(response(back), label="Unfollow")
    none = await desk.member.slash(desk.channel, "claim unfollow", number=5)
    assert "did not follow" in response(none).content


async def test_history_pages_back_to_the_beginning(desk: Desk) -> None:
    for _ in range(5):
        await desk.moderator.slash(desk.channel, "review take", number=1)
        await desk.moderator.slash(desk.channel, "review release", number=1)
    newest = await desk.member.slash(desk.channel, "claim history", number=1)
    assert "released it: Being checked → **Not checked yet**" in words(newest.response)
    oldest = await desk.member.click(response(newest), label="Older →")
    assert "The ledger added the claim" in words(oldest.response)


@pytest.mark.parametrize(
    "command", ["claim show", "claim history", "claim follow", "claim unfollow"]
)
async def test_an_unknown_number_is_answered(desk: Desk, command: str) -> None:
    answer = await desk.member.slash(desk.channel, command, number=4711)
    assert answer.ephemeral
    assert "no claim #4711 here" in response(answer).content
    desk.refusal()


@pytest.mark.parametrize(
    ("typed", "first"), [("7", 7), ("#7", 7), ("", 12), ("fell by 3", 3), ("lovett", 12)]
)
async def test_numbers_are_suggested_by_number_words_and_source(
    desk: Desk, typed: str, first: int
) -> None:
    choices = await desk.member.autocomplete(desk.channel, "claim show", "number", typed)
    assert choices[0]["value"] == first
    assert all(len(choice["name"]) <= 100 for choice in choices)


@pytest.mark.parametrize(
    "custom_id",
    [
        *(f"{what}:vanish:1:0" for what in ("claim", "draft", "article", "source", "ask", "queue")),
        "list:down:5:vanished::0n:rents",
        "list:down:5::vanished:0n:rents",
        "claim:show:1",
        "vanished",
        "🙂",
    ],
)
async def test_a_button_of_an_older_version_is_answered(desk: Desk, custom_id: str) -> None:
    answer = await pressed(desk, desk.moderator, custom_id)
    assert answer.ephemeral
    assert "older version" in response(answer).content


@pytest.mark.parametrize(
    "custom_id", ["draft:add:1:0", "draft:page:1:0", "queue:turn:0:0", "ask:look:1:0"]
)
async def test_a_moderators_button_refuses_members(desk: Desk, custom_id: str) -> None:
    """A member is shown none of them; somebody may still send what they would send."""
    answer = await pressed(desk, desk.member, custom_id)
    assert answer.ephemeral
    assert "decide about claims here" in response(answer).content


@pytest.mark.parametrize(
    ("custom_id", "said"),
    [
        ("article:show:999999999999999999:0", "no such article"),
        ("article:turn:1:999999999999999999", "12 claims"),
        ("source:show:999999999999999999:0", "no such source"),
        ("ask:ask:999999999999999999:0", "no longer there"),
        ("ask:look:999999999999999999:0", "no longer there"),
        ("draft:same:1:999999999999999999", "no longer there"),
        ("claim:context:1:999999999999999999", "no further appearance"),
        ("claim:ask:999999999999999999:0", "no claim #"),
        ("claim:share:999999999999999999:0", "no claim #"),
        ("claim:sharetext:1:999999999999999999", "no further appearance"),
        ("ask:share:999999999999999999:0", "/claim check looks it up anew"),
        ("source:sharelist:999999999999999999:0", "no such source"),
        ("list:share:zzz:::0n:", "no such place in this list"),
        ("kept:share:top:999999999999999999", "Ask for it anew"),
        ("queue:turn:999999999999999999:0", "Nothing waits here"),
    ],
)
async def test_a_button_with_any_number_is_answered(desk: Desk, custom_id: str, said: str) -> None:
    answer = await pressed(desk, desk.moderator, custom_id)
    assert said in words(answer.response)


async def pressed(desk: Desk, person: MemberActor, custom_id: str) -> InteractionResult:
    """Press a button with this id, whether or not the bot would show it."""
    return await person.click(await desk.post_button(custom_id), label="x")


async def test_every_custom_id_fits_and_is_unique(desk: Desk) -> None:
    listed = await desk.member.slash(desk.channel, "claim list", words="r" * 40)
    rated = await desk.member.slash(desk.channel, "claim list", stage="checking", rating="verified")
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    for answer in (listed, rated, shown):
        ids = [part["custom_id"] for part in parts(answer.response) if part.get("custom_id")]
        assert len(ids) == len(set(ids))
        assert all(len(id_) <= 100 for id_ in ids)
