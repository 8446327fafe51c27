"""/review and the buttons behind it: who may decide, what happens, and what is refused."""

import pytest

from claims.ledger import servers
from tests.bot.desk import Desk, field, labels, modal, response, words

EVIDENCE = "https://stats.example.org/rents"


async def test_verifying_with_evidence_shows_who_rated_it_why_and_on_what(desk: Desk) -> None:
    answer = await desk.moderator.slash(
        desk.channel, "review verify", number=3, evidence=EVIDENCE, reason="The office says so."
    )

    assert answer.ephemeral
    shown = words(answer.response)
    assert "#3 · ✅ Verified" in shown
    assert f"Rated by <@{desk.moderator.id}>" in shown
    assert "The office says so." in shown
    assert f"[stats.example.org](<{EVIDENCE}>)" in shown


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("review verify", {"evidence": EVIDENCE, "reason": "r"}),
        ("review verify", {}),
        ("review rate", {"rating": "false", "evidence": EVIDENCE, "reason": "r"}),
        ("review take", {}),
        ("review release", {}),
        ("review dispute", {"reason": "r"}),
        ("review reopen", {"reason": "r"}),
        ("review drop", {"reason": "r"}),
        ("review undo", {}),
    ],
)
async def test_a_member_cannot_decide_and_is_told_who_can(
    desk: Desk, command: str, options: dict[str, str]
) -> None:
    answer = await desk.member.slash(desk.channel, command, number=1, **options)

    assert answer.ephemeral
    assert f"<@&{desk.role.id}>" in response(answer).content
    assert response(answer).content == desk.refusal()
    shown = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "Not checked yet" in words(shown.response)


@pytest.mark.parametrize("label", ["Take", "Verify", "Rate", "Drop"])
async def test_a_member_who_presses_a_moderators_button_is_refused(desk: Desk, label: str) -> None:
    verb = label.lower()
    digest_like = await desk.moderator.slash(desk.channel, "claim show", number=1)
    shared = await desk.moderator.click(response(digest_like), label="Share")
    assert label not in labels(shared.response)

    # A member never sees the button; somebody may still send what it would send.
    message = await desk.post_button(f"claim:{verb}:1:1")
    answer = await desk.member.click(message, custom_id=f"claim:{verb}:1:1")

    assert answer.ephemeral
    assert "decide about claims here" in response(answer).content


async def test_taking_shows_who_checks_and_release_frees_it(desk: Desk) -> None:
    taken = await desk.moderator.slash(desk.channel, "review take", number=2)
    assert f"<@{desk.moderator.id}> is checking it" in words(taken.response)

    released = await desk.moderator.click(response(taken), label="Release")
    assert "Not checked yet" in words(released.response)


async def test_who_proposed_a_rating_is_not_offered_to_confirm_it(desk: Desk) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, two_person=True)
    proposed = await desk.moderator.slash(
        desk.channel, "review rate", number=2, rating="false", evidence=EVIDENCE, reason="No."
    )
    assert "Waits for a second moderator" in words(proposed.response)
    offered = set(labels(proposed.response))
    assert offered & {"Verify", "Rate", "Reopen", "Drop", "Undo"} == {"Reopen", "Drop", "Undo"}
    others = await desk.manager.slash(desk.channel, "claim show", number=2)
    assert {"Verify", "Rate"} <= set(labels(others.response))


async def test_a_taken_claim_frees_itself(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review take", number=2)
    await desk.later(49 * 3600)
    bot = desk.bot
    await bot.schedule.free_expired()
    shown = await desk.member.slash(desk.channel, "claim show", number=2)
    assert "Not checked yet" in words(shown.response)
    history = await desk.member.slash(desk.channel, "claim history", number=2)
    assert "The ledger released it" in words(history.response)


async def test_a_rating_is_changed_disputed_reopened_and_dropped(desk: Desk) -> None:
    rated = await desk.moderator.slash(
        desk.channel, "review rate", number=2, rating="false", evidence=EVIDENCE, reason="No."
    )
    assert "❌ False" in words(rated.response)
    disputed = await desk.moderator.slash(
        desk.channel, "review dispute", number=2, reason="The table is from 2019."
    )
    assert "False, disputed" in words(disputed.response)
    assert "The table is from 2019." in words(disputed.response)
    corrected = await desk.moderator.slash(
        desk.channel, "review rate", number=2, rating="mixed", evidence=EVIDENCE, reason="Half."
    )
    assert "🟡 Mixed" in words(corrected.response)
    assert "Corrected:** it was rated False" in words(corrected.response)
    reopened = await desk.moderator.slash(
        desk.channel, "review reopen", number=2, reason="New figures."
    )
    assert "Not checked yet" in words(reopened.response)
    dropped = await desk.moderator.slash(desk.channel, "review drop", number=2, reason="Spam.")
    assert "Dropped" in words(dropped.response)


async def test_undo_restores_the_claim_and_withdraws_the_evidence(desk: Desk) -> None:
    rated = await desk.moderator.slash(
        desk.channel, "review verify", number=4, evidence=EVIDENCE, reason="Yes."
    )
    assert "Undo" in labels(rated.response)

    undone = await desk.moderator.click(response(rated), label="Undo")

    shown = words(undone.response)
    assert "Not checked yet" in shown
    assert EVIDENCE not in shown
    assert "Undo" not in labels(undone.response)
    history = words((await desk.member.slash(desk.channel, "claim history", number=4)).response)
    assert "took back the last change" in history
    assert "Yes." in history


async def test_undo_twice_says_that_it_was_undone(desk: Desk) -> None:
    await desk.moderator.slash(
        desk.channel, "review verify", number=4, evidence=EVIDENCE, reason="Yes."
    )
    await desk.moderator.slash(desk.channel, "review undo", number=4)
    answer = await desk.moderator.slash(desk.channel, "review undo", number=4)
    assert "was undone already" in response(answer).content
    desk.refusal()


async def test_the_undo_button_goes_when_the_window_closes(desk: Desk) -> None:
    await desk.moderator.slash(
        desk.channel, "review verify", number=4, evidence=EVIDENCE, reason="Yes."
    )
    await desk.later(16 * 60)
    shown = await desk.moderator.slash(desk.channel, "claim show", number=4)
    assert "Undo" not in labels(shown.response)
    answer = await desk.moderator.slash(desk.channel, "review undo", number=4)
    assert "15 minutes" in response(answer).content
    desk.refusal()


async def test_verify_without_evidence_opens_the_form_with_what_was_given(desk: Desk) -> None:
    answer = await desk.moderator.slash(
        desk.channel, "review verify", number=5, reason="I was there."
    )

    assert modal(answer)["title"] == "Rate #5"
    assert field(answer, "Reason")["value"] == "I was there."
    chosen = [o["value"] for o in field(answer, "Rating")["options"] if o["default"]]
    assert chosen == ["verified"]


async def test_a_rating_without_evidence_is_refused_and_nothing_typed_is_lost(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review verify", number=5)
    ids = {name: field(form, name)["custom_id"] for name in ("Rating", "Reason", "Evidence")}

    refused = await desk.moderator.submit_modal(
        form,
        {ids["Rating"]: ["false"], ids["Reason"]: "A long reason.", ids["Evidence"]: ""},
    )
    assert refused.ephemeral
    assert "at least one link" in words(refused.response)

    again = await desk.moderator.click(response(refused), label="Try again")
    assert field(again, "Reason")["value"] == "A long reason."
    ids = {name: field(again, name)["custom_id"] for name in ids}
    done = await desk.moderator.submit_modal(
        again,
        {
            ids["Rating"]: ["false"],
            ids["Reason"]: "A long reason.",
            ids["Evidence"]: f"{EVIDENCE} table 3\nhttps://other.example.com/x",
        },
    )
    shown = words(done.response)
    assert "❌ False" in shown
    assert "Refutes the claim: [stats.example.org]" in shown
    assert "table 3" in shown


async def test_bad_links_are_all_named_at_once(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review verify", number=5)
    ids = {name: field(form, name)["custom_id"] for name in ("Rating", "Reason", "Evidence")}
    refused = await desk.moderator.submit_modal(
        form,
        {
            ids["Rating"]: ["verified"],
            ids["Reason"]: "r",
            ids["Evidence"]: "javascript:alert(1)\nhttps://user:pw@example.org/",
        },
    )
    assert "javascript" in words(refused.response)
    assert "login" in words(refused.response)


async def test_a_second_moderator_with_an_old_card_is_told_who_changed_it(desk: Desk) -> None:
    second = desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])
    seen_by_second = await second.slash(desk.channel, "claim show", number=6)
    await desk.moderator.slash(desk.channel, "review take", number=6)

    late = await second.click(response(seen_by_second), label="Take")

    assert f"<@{desk.moderator.id}> changed this claim" in words(late.response)
    shown = await second.slash(desk.channel, "claim show", number=6)
    assert f"<@{desk.moderator.id}> is checking it" in words(shown.response)


async def test_buttons_work_after_a_restart(desk: Desk) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=7)
    shared = await desk.moderator.click(response(shown), label="Share")

    await desk.restart()

    opened = await desk.moderator.click(response(shared), label="Open")
    assert "#7" in words(opened.response)
    taken = await desk.moderator.click(response(opened), label="Take")
    assert "is checking it" in words(taken.response)


async def test_an_unknown_claim_number_says_where_to_look(desk: Desk) -> None:
    answer = await desk.moderator.slash(
        desk.channel, "review verify", number=999, evidence=EVIDENCE, reason="r"
    )
    assert answer.ephemeral
    assert "There is no claim #999 here" in response(answer).content
    desk.refusal()


async def test_without_a_role_the_managers_moderate(desk: Desk) -> None:
    await desk.manager.slash(desk.channel, "setup moderators", managers_only=True)

    refused = await desk.moderator.slash(desk.channel, "review take", number=1)
    assert "manage this server" in response(refused).content
    desk.refusal()
    taken = await desk.manager.slash(desk.channel, "review take", number=1)
    assert "is checking it" in words(taken.response)


async def test_under_the_strict_rule_one_report_is_not_enough_for_verified(desk: Desk) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, strict_evidence=True)
    refused = await desk.moderator.slash(
        desk.channel, "review verify", number=8, evidence=EVIDENCE, reason="One paper says so."
    )
    assert "two independent" in words(refused.response)

    again = await desk.moderator.click(response(refused), label="Try again")
    assert field(again, "Evidence")["value"] == EVIDENCE
    ids = {name: field(again, name)["custom_id"] for name in ("Rating", "Reason", "Evidence")}
    done = await desk.moderator.submit_modal(
        again,
        {
            ids["Rating"]: ["verified"],
            ids["Reason"]: "Two papers say so.",
            ids["Evidence"]: f"{EVIDENCE}\nhttps://other.example.com/rents",
        },
    )
    assert "✅ Verified" in words(done.response)


async def test_a_primary_source_with_a_note_is_enough(desk: Desk) -> None:
    await desk.ledger.write(servers.set_rules, desk.guild_id, strict_evidence=True)
    done = await desk.moderator.slash(
        desk.channel,
        "review verify",
        number=8,
        evidence=f"{EVIDENCE} table 3 of the register",
        reason="The register has it.",
        primary=True,
    )
    assert "✅ Verified" in words(done.response)
