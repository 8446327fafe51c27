"""/intake: texts are read, shown claim by claim, and stored only when a moderator adds them."""

import asyncio
import os
import signal
from functools import partial
from pathlib import Path

import pytest
from simcord import InteractionResult, MemberActor

from bot.answers import reading
from bot.messages.preview import added_words
from claims.ledger.articles import articles, contents
from claims.models import Article
from claims.records.articles import Added, Listed
from claims.records.drafts import AddedDraft
from tests.bot import working
from tests.bot.desk import Desk, Shown, field, labels, parts, response, words

NEWS = """\
Port fees to rise

The port of Lindau handled 4 million tons in May, harbour master Ida Lund said on Tuesday.

"The fees will rise by 12% next year," Lund said. She added that 40 jobs were lost in March.

According to the Transport Ministry, the new terminal costs 90 million euros.

Mayor Karl Brandt said that the city owns 51% of the port. "We will not sell," he said.
"""


async def paste(desk: Desk, text: str = NEWS, **more: str) -> InteractionResult:
    form = await desk.moderator.slash(desk.channel, "intake paste")
    return await submit(desk, form, text, **more)


async def submit(desk: Desk, form: InteractionResult, text: str, **more: str) -> InteractionResult:
    given = {"Text": text, "Title": "", "Publisher": "", "Date": "", "Link": ""} | more
    ids = {label: field(form, label)["custom_id"] for label in given}
    return await desk.moderator.submit_modal(form, {ids[k]: v for k, v in given.items()})


async def old_button(
    desk: Desk, custom_id: str, said: str, *, person: MemberActor | None = None
) -> None:
    """Press what a message that is long gone would send, and read the private answer."""
    message = await desk.post_button(custom_id)
    answer = await (person or desk.moderator).click(message, label="x")
    assert said in told(answer)


def told(answer: InteractionResult) -> str:
    """Return what a press that was deferred was answered with, in a message of its own."""
    message = answer.followups[-1] if answer.followups else response(answer)
    assert message.flags.ephemeral
    return str(message.content)


async def stored(desk: Desk) -> list[Listed]:
    shelf = await desk.ledger.read(contents.shelf, desk.guild_id)
    return list(shelf.articles)


def button(message: Shown, label: str) -> str:
    """Return the id of the first button with this label."""
    return next(str(p["custom_id"]) for p in parts(message) if p.get("label") == label)


async def test_a_pasted_text_is_shown_claim_by_claim_and_nothing_is_stored(desk: Desk) -> None:
    shown = await paste(desk, Publisher="The Example", Date="2026-03-03")
    assert shown.ephemeral
    text = words(shown.response)
    assert "Port fees to rise" in text
    assert "Nothing is stored until you add them." in text
    assert "> **The port of Lindau handled 4 million tons in May**, harbour master" in text
    assert "**Ida Lund**, harbour master · reported · check-worthiness" in text
    assert "Later →" in labels(shown.response)
    assert len(await stored(desk)) == 1


async def test_what_is_dropped_is_not_added_and_what_is_edited_is_added_so(desk: Desk) -> None:
    shown = await paste(desk, Publisher="The Example", Link="https://news.example/port")
    total = int(button_label(response(shown), "Add ").split()[1])
    dropped = await desk.moderator.click(response(shown), custom_id=button(response(shown), "Drop"))
    assert f"{total} claims found, {total - 1} kept" in words(dropped.response)
    assert "*dropped*" in words(dropped.response)

    edits = [p["custom_id"] for p in parts(dropped.response) if p.get("label") == "Edit"]
    form = await desk.moderator.click(response(dropped), custom_id=edits[1])
    box = field(form, "Claim")
    assert "12%" in box["value"]
    who = field(form, "Source")
    edited = await desk.moderator.submit_modal(
        form, {box["custom_id"]: "Fees rise by 12%", who["custom_id"]: who["value"]}
    )
    assert "Claim: Fees rise by 12%" in words(edited.response)
    assert "2.** **Ida Lund**, harbour master" in words(edited.response)

    added = await desk.moderator.click(
        response(edited), custom_id=button(response(edited), f"Add {total - 1} claims")
    )
    assert f"{total - 1} claims were added: #13 to #{11 + total}." in words(added.response)
    first = await desk.member.slash(desk.channel, "claim show", number=13)
    assert "> Fees rise by 12%" in words(first.response)
    assert "news.example/port" in words(first.response)


def button_label(message: Shown, start: str) -> str:
    return next(label for label in labels(message) if label.startswith(start))


async def test_the_preview_works_after_a_restart(desk: Desk) -> None:
    shown = await paste(desk)
    await desk.restart()
    later = await desk.moderator.click(response(shown), label="Later →")
    assert "· 5 to" in words(later.response)
    earlier = await desk.moderator.click(response(later), label="← Earlier")
    assert "· 1 to 4" in words(earlier.response)
    none = await desk.moderator.click(response(earlier), label="Drop all")
    assert "0 kept" in words(none.response)
    every = await desk.moderator.click(response(none), label="Keep all")
    await desk.restart()
    added = await desk.moderator.click(response(every), label=button_label(response(every), "Add "))
    assert "claims were added" in words(added.response)


async def test_what_is_typed_while_the_bot_restarts_is_not_lost(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "intake paste")
    await desk.restart()
    shown = await submit(desk, form, NEWS, Publisher="The Example")
    assert "· The Example" in words(shown.response)
    edit = await desk.moderator.click(response(shown), custom_id=button(response(shown), "Edit"))
    await desk.restart()
    edited = await desk.moderator.submit_modal(edit, {"Claim": "Four million tons"})
    assert "Claim: Four million tons" in words(edited.response)


async def test_a_refusal_after_a_restart_offers_the_form_again_too(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "intake paste")
    await desk.restart()
    refused = await submit(desk, form, NEWS, Date="tomorrow")
    again = await desk.moderator.click(response(refused), label="Try again")
    assert field(again, "Text")["value"] == NEWS


async def test_cancel_forgets_and_an_old_button_is_answered(desk: Desk) -> None:
    shown = await paste(desk)
    drop = button(response(shown), "Drop all")
    cancelled = await desk.moderator.click(response(shown), label="Cancel")
    assert words(cancelled.response).strip() == "Nothing was stored."
    assert len(await stored(desk)) == 1
    await old_button(desk, drop, "no longer there")


async def test_a_draft_is_gone_after_a_day(desk: Desk) -> None:
    shown = await paste(desk)
    await desk.later(25 * 3600)
    answer = await desk.moderator.click(
        response(shown), label=button_label(response(shown), "Add ")
    )
    assert "older than a day" in told(answer)
    assert len(await stored(desk)) == 1


async def test_adding_twice_adds_once(desk: Desk) -> None:
    first = await paste(desk)
    second = await paste(desk)
    await desk.moderator.click(response(first), label=button_label(response(first), "Add "))
    answer = await desk.moderator.click(
        response(second), label=button_label(response(second), "Add ")
    )
    assert "in the ledger already, so nothing was added" in words(answer.response)


async def test_a_stored_text_is_not_read_again(desk: Desk) -> None:
    first = await paste(desk)
    await desk.moderator.click(response(first), label=button_label(response(first), "Add "))
    again = await paste(desk, NEWS.upper())
    assert "in the ledger already" in words(again.response)
    assert labels(again.response) == ["Open article"]


async def test_a_repeated_claim_is_announced_and_becomes_an_appearance(desk: Desk) -> None:
    first = await paste(desk, "Mayor Karl Brandt said that the city owns 51% of the port.")
    await desk.moderator.click(response(first), label="Add 1 claim")
    second = await paste(
        desk,
        "On Friday Karl Brandt was there.\n\nKarl Brandt said that the city owns 51% of the port.",
    )
    assert "Adds an appearance to **#13**" in words(second.response)
    assert "Other words (Edit) make it another claim" in words(second.response)
    added = await desk.moderator.click(
        response(second), label=button_label(response(second), "Add ")
    )
    assert "1 claim was known and has another appearance: #13." in words(added.response)


async def test_a_near_repeat_can_be_merged_into_the_known_claim_and_taken_apart(
    desk: Desk,
) -> None:
    first = await paste(desk, "Mayor Karl Brandt said that the city owns 51% of the port.")
    await desk.moderator.click(response(first), label="Add 1 claim")
    second = await paste(desk, "Karl Brandt said that the city still owns 51% of the port now.")
    near = "Near **#13** of Karl Brandt, ▫️ Not checked yet: the city owns 51% of the port"
    assert near in words(second.response)
    joined = await desk.moderator.click(response(second), label="Same as #13")
    assert "Will be merged into **#13**." in words(joined.response)
    apart = await desk.moderator.click(response(joined), label="Not the same")
    assert "Will be merged" not in words(apart.response)
    await desk.restart()
    again = await desk.moderator.click(response(apart), label="Same as #13")
    added = await desk.moderator.click(response(again), label="Add 1 claim")
    assert "1 claim was merged: #14 → #13. /review undo" in words(added.response)
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    assert "2 appearances" in words(card.response)


async def test_a_near_repeat_says_what_differs(desk: Desk) -> None:
    first = await paste(desk, "Mayor Karl Brandt said that the city owns 51% of the port.")
    await desk.moderator.click(response(first), label="Add 1 claim")
    second = await paste(desk, "Mayor Karl Brandt said that the city owns 49% of the port.")
    assert "⚠️ It differs: the text says “49”" in words(second.response)


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        pytest.param(
            "El puente está cerrado por las obras que se hacen en la ciudad, según el alcalde.",
            {},
            "is not in English",
            id="not English",
        ),
        pytest.param("   \n ", {}, "is empty", id="empty"),
        pytest.param(NEWS, {"Date": "31/12/2025"}, "write it as 2026-03-31", id="date"),
        pytest.param(NEWS, {"Link": "javascript:x"}, "no web address", id="link"),
        pytest.param(
            NEWS,
            {"Date": "yesterday", "Link": "https://a b/"},
            "is no date; write it as 2026-03-31. “https\\://a%20b/”",
            id="both at once",
        ),
    ],
)
async def test_a_refused_text_is_offered_again_with_everything_typed(
    desk: Desk, text: str, more: dict[str, str], said: str
) -> None:
    refused = await paste(desk, text, Title="My title", **more)
    assert refused.ephemeral
    assert said in words(refused.response)
    again = await desk.moderator.click(response(refused), label="Try again")
    assert field(again, "Text")["value"] == text
    assert field(again, "Title")["value"] == "My title"
    shown = await submit(desk, again, NEWS)
    assert "claims found" in words(shown.response)


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("port.txt", NEWS.encode(), "Port fees to rise"),
        ("port.md", b"# " + NEWS.encode(), "Port fees to rise"),
        ("PORT.TXT", NEWS.replace("\n", "\r\n").encode(), "Port fees to rise"),
        (
            "port.html",
            b"<html><head><title>Port</title></head><body><article><p>"
            + NEWS.replace("\n\n", "</p><p>").encode()
            + b"</p></article></body></html>",
            "Port",
        ),
    ],
)
async def test_a_file_is_read_as_on_the_command_line(
    desk: Desk, name: str, data: bytes, title: str
) -> None:
    shown = await desk.moderator.slash(
        desk.channel, "intake file", file=(name, data), publisher="The Example"
    )
    assert shown.ephemeral
    assert title in words(shown.response)
    assert "4 million tons" in words(shown.response)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", "A .pdf file cannot be read here; known are .txt"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\xff\xfe\0a", "is UTF\\-16"),
        ("a.txt", b"a\0b" * 99, "is binary"),
        ("a.txt", b"He said that it rained. " * 10_000, "more than the 200,000"),
        ("a.txt", b"x" * 4_000_001, "The file has 4.0 MB; at most 4 are read"),
    ],
)
async def test_a_file_that_cannot_be_read_is_answered(
    desk: Desk, name: str, data: bytes, said: str
) -> None:
    answer = await desk.moderator.slash(desk.channel, "intake file", file=(name, data))
    assert answer.ephemeral
    assert said.replace("\\", "") in response(answer).content.replace("\\", "")
    desk.refusal()


@pytest.mark.parametrize("command", ["intake paste", "intake file"])
async def test_a_member_cannot_bring_texts_in(desk: Desk, command: str) -> None:
    options = {"file": ("a.txt", NEWS.encode())} if command == "intake file" else {}
    answer = await desk.member.slash(desk.channel, command, **options)
    assert answer.ephemeral
    assert f"<@&{desk.role.id}>" in response(answer).content
    desk.refusal()


async def test_nobody_else_can_press_a_previews_buttons(desk: Desk) -> None:
    """A preview is private; somebody may still send what its buttons would send."""
    shown = await paste(desk)
    add = button(response(shown), button_label(response(shown), "Add "))
    other = desk.env.guild.add_member(desk.env.create_user("other"), roles=[desk.role])
    await old_button(desk, add, "no longer there", person=other)
    await old_button(desk, add, "decide about claims here", person=desk.member)
    assert len(await stored(desk)) == 1


async def test_too_many_texts_from_one_moderator_wait(desk: Desk) -> None:
    for n in range(20):
        await paste(desk, f"Mayor Karl Brandt said that the city owns {n}% of the port.")
    refused = await paste(desk, "Mayor Karl Brandt said that the city owns 99% of the port.")
    assert "texts read in a short time" in words(refused.response)
    await desk.later(3601)
    again = await desk.moderator.click(response(refused), label="Try again")
    assert again.modal is None or again.modal


async def test_hostile_texts_are_shown_literally(desk: Desk) -> None:
    text = 'Mayor Karl Brandt said that "@everyone [pays](https://evil.example) ||4%||" of it.'
    shown = await paste(desk, text, Title="**@here** <@1>", Publisher="`x`")
    said = words(shown.response)
    assert "\\@everyone \\[pays\\]" in said
    assert "### \\*\\*\\@here\\*\\* \\<\\@1\\>" in said
    assert not [m for m in desk.channel.history(viewer=desk.member) if m.mention_everyone]


async def test_a_text_without_any_statement_stands_as_a_whole(desk: Desk) -> None:
    shown = await paste(desk, "No", Publisher="The Example")
    assert "> **No**" in words(shown.response)


async def test_an_article_that_appears_meanwhile_is_not_stored_twice(desk: Desk) -> None:
    shown = await paste(desk)
    article = Article(text=NEWS)
    await desk.ledger.write(articles.add, desk.guild_id, article, [], actor=0, now=desk.env.now())
    answer = await desk.moderator.click(
        response(shown), label=button_label(response(shown), "Add ")
    )
    assert "nothing was added" in words(answer.response)


def test_what_adding_came_to_counts_each_claim_once() -> None:
    outcome = AddedDraft(Added(1, new=(31, 32, 33), known=(22, 23)), merged=((33, 24),))
    assert added_words(outcome) == (
        "2 claims were added: #31 and #32. 2 claims were known and have another appearance:"
        " #22 and #23. 1 claim was merged: #33 → #24. /review undo takes it apart again."
    )


async def test_a_found_claim_in_the_wrong_mouth_is_added_in_the_right_one(desk: Desk) -> None:
    shown = await paste(desk)
    form = await desk.moderator.click(response(shown), custom_id=button(response(shown), "Edit"))
    source, claim = field(form, "Source"), field(form, "Claim")
    assert source["value"] == "Ida Lund"
    edited = await desk.moderator.submit_modal(
        form, {source["custom_id"]: "ada lovett", claim["custom_id"]: claim["value"]}
    )
    assert "1.** **Ada Lovett** · reported" in words(edited.response)
    form = await desk.moderator.click(response(edited), custom_id=button(response(edited), "Edit"))
    source = field(form, "Source")
    unnamed = await desk.moderator.submit_modal(form, {source["custom_id"]: "", **same(form)})
    assert "1.** **unnamed** · reported" in words(unnamed.response)
    form = await desk.moderator.click(
        response(unnamed), custom_id=button(response(unnamed), "Edit")
    )
    source = field(form, "Source")
    assert "value" not in source
    named = await desk.moderator.submit_modal(
        form, {source["custom_id"]: "Ole Brandt", **same(form)}
    )
    add = next(label for label in labels(named.response) if label.startswith("Add "))
    await desk.moderator.click(response(named), custom_id=button(response(named), add))
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    assert "claimed by **Ole Brandt**" in words(card.response)


def same(form: InteractionResult) -> dict[str, str]:
    """What a form says of the claim, as it is."""
    claim = field(form, "Claim")
    return {claim["custom_id"]: claim["value"]}


async def test_who_is_only_called_the_publisher_is_kept_when_the_form_is_sent_as_it_is(
    desk: Desk,
) -> None:
    shown = await paste(desk, "Norvik's harbour lost a third of its trade last year.")
    assert "**the publisher**" in words(shown.response)
    form = await desk.moderator.click(response(shown), custom_id=button(response(shown), "Edit"))
    source = field(form, "Source")
    kept = await desk.moderator.submit_modal(
        form, {source["custom_id"]: source["value"], **same(form)}
    )
    assert "**the publisher** · the publisher's own words" in words(kept.response)


async def test_a_worker_that_dies_over_a_text_is_told_and_costs_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    bot = desk.bot

    def kill() -> None:
        assert begun.read_bytes() == b"begun"
        assert bot.worker.pid is not None
        os.kill(bot.worker.pid, signal.SIGKILL)

    monkeypatch.setattr(reading, "written_claims", partial(working.wait_after, begun))
    killing = asyncio.create_task(asyncio.to_thread(kill))
    answer = await paste(desk)
    await killing
    told_so = answer.followups[-1] if answer.followups else response(answer)
    assert "Nothing was stored" in words(told_so)
    assert "Try again" in labels(told_so)
    monkeypatch.undo()
    shown = await paste(desk)
    assert "Port fees to rise" in words(shown.response)
    assert len(await stored(desk)) == 1
