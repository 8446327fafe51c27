"""/review, the half that keeps claims in order, and members' objections to ratings."""

import pytest

from tests.bot.desk import Desk, field, labels, response, words

EVIDENCE = "https://stats.example.org/rents"


async def rate(desk: Desk, number: int, rating: str = "mixed") -> None:
    await desk.moderator.slash(
        desk.channel, "review rate", number=number, rating=rating, evidence=EVIDENCE, reason="So."
    )


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("review evidence", {"link": EVIDENCE, "stance": "context"}),
        ("review withdraw", {"piece": 1, "reason": "r"}),
        ("review edit", {"text": "t", "reason": "r"}),
        ("review edit", {"source": "s", "reason": "r"}),
        ("review edit", {}),
        ("review tag", {"add": "rent"}),
        ("review recheck", {"on": "2031-01-31"}),
        ("review merge", {"into": 2, "reason": "r"}),
        ("review unmerge", {"reason": "r"}),
    ],
)
async def test_a_member_may_not(desk: Desk, command: str, options: dict[str, object]) -> None:
    answer = await desk.member.slash(desk.channel, command, number=1, **options)
    assert "decide about claims here" in response(answer).content
    desk.refusal()


async def test_evidence_is_added_and_withdrawn(desk: Desk) -> None:
    added = await desk.moderator.slash(
        desk.channel, "review evidence", number=1, link=EVIDENCE, stance="refutes", note="table 3"
    )
    assert "Refutes the claim: [stats.example.org]" in words(added.response)
    assert "table 3" in words(added.response)

    [choice] = await desk.moderator.autocomplete(
        desk.channel, "review withdraw", "piece", "", number=1
    )
    gone = await desk.moderator.slash(
        desk.channel, "review withdraw", number=1, piece=choice["value"], reason="Wrong table."
    )
    assert "stats.example.org" not in words(gone.response)


async def test_words_are_edited_and_the_edit_is_undone(desk: Desk) -> None:
    edited = await desk.moderator.slash(
        desk.channel, "review edit", number=1, text="Rents fell in Norvik.", reason="Shorter."
    )
    assert "> Rents fell in Norvik." in words(edited.response)
    undone = await desk.moderator.click(response(edited), label="Undo")
    assert "> rents fell by 1%" in words(undone.response)


async def test_a_claim_in_the_wrong_mouth_is_put_right_and_the_history_says_so(desk: Desk) -> None:
    given = {"number": 1, "source": "Ole Brandt", "reason": "He said it."}
    edited = await desk.moderator.slash(desk.channel, "review edit", **given)
    assert "claimed by **Ole Brandt**" in words(edited.response)
    assert "> rents fell by 1%" in words(edited.response)
    history = await desk.member.slash(desk.channel, "claim history", number=1)
    line = words(history.response).splitlines()[2]
    assert "changed its source from **Ada Lovett** to **Ole Brandt**. He said it." in line
    undone = await desk.moderator.click(response(edited), label="Undo")
    assert "claimed by **Ada Lovett**, mayor" in words(undone.response)
    history = await desk.member.slash(desk.channel, "claim history", number=1)
    line = words(history.response).splitlines()[2]
    assert "took back the last change (its source is **Ada Lovett**)" in line


async def test_known_sources_are_offered_for_an_edit(desk: Desk) -> None:
    choices = await desk.moderator.autocomplete(
        desk.channel, "review edit", "source", "ada", number=1
    )
    assert [choice["value"] for choice in choices] == ["Ada Lovett"]


async def test_a_form_has_the_claim_in_it_and_keeps_what_was_typed_when_refused(
    desk: Desk,
) -> None:
    form = await desk.moderator.slash(desk.channel, "review edit", number=1)
    shown = {label: field(form, label) for label in ("Claim", "Source", "Reason")}
    assert [part.get("value", "") for part in shown.values()] == [
        "rents fell by 1%",
        "Ada Lovett",
        "",
    ]
    await desk.restart()
    sent = {"Claim": "rents fell by 2%", "Source": "Ada Lovett", "Reason": "Misheard."}
    refused = await desk.moderator.submit_modal(
        form, {shown[label]["custom_id"]: text for label, text in sent.items()}
    )
    assert "#2 says just that" in words(refused.response)

    again = await desk.moderator.click(response(refused), label="Try again")
    kept = {label: field(again, label) for label in sent}
    assert {label: part["value"] for label, part in kept.items()} == sent
    sent |= {"Source": ""}
    done = await desk.moderator.submit_modal(
        again, {kept[label]["custom_id"]: text for label, text in sent.items()}
    )
    assert "> rents fell by 2%" in words(done.response)
    assert "claimed by **unnamed**\n" in words(done.response).replace(" · ", "\n")


async def test_what_was_given_without_a_reason_stands_in_the_form(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review edit", number=1, source="Ole Brandt")
    assert field(form, "Source")["value"] == "Ole Brandt"
    assert field(form, "Claim")["value"] == "rents fell by 1%"


async def test_an_edit_of_what_somebody_else_changed_meanwhile_changes_nothing(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review edit", number=1)
    await desk.manager.slash(desk.channel, "review take", number=1)
    ids = {label: field(form, label)["custom_id"] for label in ("Source", "Reason", "Claim")}
    sent = {ids["Source"]: "Ole Brandt", ids["Reason"]: "x", ids["Claim"]: "rents fell by 1%"}
    stale = await desk.moderator.submit_modal(form, sent)
    assert "changed this claim" in words(stale.response)
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "Ada Lovett" in words(card.response)


async def test_a_claim_is_merged_and_parted(desk: Desk) -> None:
    merged = await desk.moderator.slash(
        desk.channel, "review merge", number=1, into=2, reason="They say the same."
    )
    assert "#2" in words(merged.response)
    led = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "#2" in words(led.response)
    parted = await desk.moderator.slash(
        desk.channel, "review unmerge", number=1, reason="They do not."
    )
    assert "#1" in words(parted.response)


@pytest.mark.parametrize("on", ["tomorrow", "2031-02-30", "1.1.2031"])
async def test_a_wrong_date_is_explained(desk: Desk, on: str) -> None:
    answer = await desk.moderator.slash(desk.channel, "review recheck", number=1, on=on)
    assert "write it as" in response(answer).content
    desk.refusal()


async def test_a_day_to_look_again_has_to_be_said_where_there_is_none(desk: Desk) -> None:
    answer = await desk.moderator.slash(desk.channel, "review recheck", number=1)
    assert "Say from which day" in response(answer).content
    desk.refusal()


async def test_a_members_objection_is_accepted_and_the_rating_disputed(desk: Desk) -> None:
    await rate(desk, 1)
    thanks = await desk.member.slash(
        desk.channel, "claim report", number=1, reason="The table is from 2019."
    )
    assert "Moderators see your objection" in response(thanks).content

    waiting = await desk.moderator.slash(desk.channel, "review reports")
    assert "The table is from 2019." in words(waiting.response)
    accepted = await desk.moderator.click(response(waiting), label="Accept")
    assert "Mixed, disputed" in words(accepted.response)
    assert "The table is from 2019." in words(accepted.response)


async def test_an_objection_is_rejected_with_a_reason_after_a_restart(desk: Desk) -> None:
    await rate(desk, 1)
    await desk.member.slash(desk.channel, "claim report", number=1, reason="I do not like it.")
    waiting = await desk.moderator.slash(desk.channel, "review reports")
    await desk.restart()
    form = await desk.moderator.click(response(waiting), label="Reject")
    custom_id = field(form, "Reason")["custom_id"]
    done = await desk.moderator.submit_modal(form, {custom_id: "That is no ground."})
    assert "the rating of #1 stands" in response(done).content
    empty = await desk.moderator.slash(desk.channel, "review reports")
    assert "None waits" in words(empty.response)
    assert labels(empty.response) == []


async def test_a_member_objects_from_the_card_and_the_queue_leads_there(desk: Desk) -> None:
    unrated = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "Object" not in labels(unrated.response)
    await rate(desk, 1)
    for_moderators = await desk.moderator.slash(desk.channel, "claim show", number=1)
    assert "Object" not in labels(for_moderators.response)
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    await desk.restart()
    form = await desk.member.click(response(card), label="Object")
    reason = field(form, "Reason")["custom_id"]
    thanks = await desk.member.submit_modal(form, {reason: "The table is from 2019."})
    assert "Moderators see your objection" in response(thanks).content

    queue = await desk.moderator.slash(desk.channel, "review queue")
    assert "### Members' objections\n1 waits for an answer" in words(queue.response)
    waiting = await desk.moderator.click(response(queue), custom_id="report:list")
    accepted = await desk.moderator.click(response(waiting), label="Accept")
    assert "**Disputed:** The table is from 2019." in words(accepted.response)
    done = await desk.moderator.slash(desk.channel, "review queue")
    assert "objections" not in words(done.response)
    disputed = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "Object" in labels(disputed.response)


async def test_an_objection_that_is_refused_keeps_what_was_typed(desk: Desk) -> None:
    await rate(desk, 1)
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    form = await desk.member.click(response(card), label="Object")
    reason = field(form, "Reason")["custom_id"]
    await desk.member.submit_modal(form, {reason: "The table is old."})
    again = await desk.member.click(response(card), label="Object")
    refused = await desk.member.submit_modal(again, {reason: "And it is small."})
    assert "waits for a moderator already" in words(refused.response)
    reopened = await desk.member.click(response(refused), label="Try again")
    assert field(reopened, "Reason")["value"] == "And it is small."


async def test_there_is_nothing_to_object_to_without_a_rating(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "claim report", number=1, reason="No.")
    assert "no rating yet to object to" in response(answer).content
    desk.refusal()


async def test_two_moderators_must_agree_where_the_server_says_so(desk: Desk) -> None:
    answer = await desk.manager.slash(desk.channel, "setup rules", two_person=True)
    assert "Ratings take two moderators" in response(answer).content
    await rate(desk, 1)
    hidden = await desk.member.slash(desk.channel, "claim show", number=1)
    assert "Mixed" not in words(hidden.response)

    second = desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])
    confirmed = await second.slash(
        desk.channel, "review rate", number=1, rating="mixed", evidence=EVIDENCE, reason="Yes."
    )
    assert "🟡 Mixed" in words(confirmed.response)


async def test_the_check_says_what_is_missing(desk: Desk) -> None:
    answer = await desk.manager.slash(desk.channel, "setup check")
    assert f"✅ Members with <@&{desk.role.id}> rate claims." in response(answer).content
    assert "No digest is set" in response(answer).content
