"""Forms: what somebody typed is never lost, whatever happens between opening and sending."""

from typing import Any

import pytest
from simcord import InteractionResult, MemberActor

from bot.answers.forms import read_links
from bot.messages import ui
from bot.presses.base import FORMS, button
from bot.presses.forms import TryAgain
from bot.presses.old import OLD_FORMS, find_form
from bot.refused_forms import RefusedForms
from claims.ledger import servers
from claims.ledger.decisions import reviews
from claims.records.claims import Stance
from tests.bot.desk import Desk, field, labels, modal, response, words

EVIDENCE = "https://stats.example.org/rents"
NEWS = "Rents fell by 4% in May, harbour master Ida Lund said."


def typed(answer: InteractionResult, **given: Any) -> dict[str, Any]:
    """Return values for a form's fields by their ids, given by their labels."""
    return {field(answer, label)["custom_id"]: value for label, value in given.items()}


def rating(answer: InteractionResult, reason: str, evidence: str = EVIDENCE) -> dict[str, Any]:
    return typed(answer, Rating=["mixed"], Reason=reason, Evidence=evidence)


def value(answer: InteractionResult, label: str) -> str:
    """Return what a form's field is filled in with."""
    return str(field(answer, label).get("value", ""))


async def second_moderator(desk: Desk) -> MemberActor:
    return desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])


async def test_two_people_may_have_the_same_form_open(desk: Desk) -> None:
    second = await second_moderator(desk)
    first_form = await desk.moderator.slash(desk.channel, "intake paste")
    second_form = await second.slash(desk.channel, "intake paste")
    for person, form in ((desk.moderator, first_form), (second, second_form)):
        answer = await person.submit_modal(form, typed(form, Text=NEWS))
        assert "1 claim found" in words(answer.response)


async def test_a_rating_that_is_sent_after_a_restart_counts(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review rate", number=5, rating="mixed")
    await desk.restart()
    done = await desk.moderator.submit_modal(form, rating(form, "Half of it."))
    assert "🟡 Mixed" in words(done.response)
    assert "Half of it." in words(done.response)


@pytest.mark.parametrize(("verb", "stage"), [("Drop", "Dropped")])
async def test_a_reason_that_is_sent_after_a_restart_counts(
    desk: Desk, verb: str, stage: str
) -> None:
    card = await desk.moderator.slash(desk.channel, "claim show", number=5)
    form = await desk.moderator.click(response(card), label=verb)
    await desk.restart()
    done = await desk.moderator.submit_modal(form, typed(form, Reason="Out of scope."))
    assert stage in words(done.response)


async def test_a_refused_form_opens_as_it_was_and_empty_after_a_restart(desk: Desk) -> None:
    form = await desk.moderator.slash(desk.channel, "review verify", number=5)
    refused = await desk.moderator.submit_modal(
        form, typed(form, Rating=["verified"], Reason="It says so.", Evidence="")
    )
    assert labels(refused.response) == ["Try again"]
    again = await desk.moderator.click(response(refused), label="Try again")
    assert value(again, "Reason") == "It says so."
    await desk.restart()
    empty = await desk.moderator.click(response(refused), label="Try again")
    assert modal(empty)["title"] == "Rate #5"
    assert value(empty, "Reason") == ""


async def test_who_rates_an_older_version_keeps_what_was_typed(desk: Desk) -> None:
    """Somebody else was quicker: the form says who, and fits what the claim is now."""
    second = await second_moderator(desk)
    card = await second.slash(desk.channel, "claim show", number=6)
    form = await second.click(response(card), label="Rate")
    await desk.moderator.slash(desk.channel, "review take", number=6)

    late = await second.submit_modal(form, rating(form, "I looked it up."))

    assert f"<@{desk.moderator.id}> changed this claim" in words(late.response)
    again = await second.click(response(late), label="Try again")
    assert value(again, "Reason") == "I looked it up."
    done = await second.submit_modal(again, rating(again, value(again, "Reason")))
    assert "🟡 Mixed" in words(done.response)


async def test_an_outdated_button_gets_a_fresh_card_that_says_who_changed_it(desk: Desk) -> None:
    second = await second_moderator(desk)
    card = await second.slash(desk.channel, "claim show", number=6)
    await desk.moderator.slash(desk.channel, "review take", number=6)
    late = await second.click(response(card), label="Take")
    shown = words(late.response)
    assert f"⚠️ <@{desk.moderator.id}> changed this claim" in shown
    assert f"<@{desk.moderator.id}> is checking it" in shown
    assert "Release" in labels(late.response)
    freed = await second.click(response(late), label="Release")
    assert "⚠️" not in words(freed.response)


@pytest.mark.parametrize("label", ["Verify", "Rate", "Drop"])
async def test_an_outdated_button_opens_no_form_that_could_only_be_refused(
    desk: Desk, label: str
) -> None:
    second = await second_moderator(desk)
    card = await second.slash(desk.channel, "claim show", number=6)
    await desk.moderator.slash(desk.channel, "review take", number=6)
    late = await second.click(response(card), label=label)
    assert late.modal is None
    assert f"⚠️ <@{desk.moderator.id}> changed this claim" in words(late.response)
    form = await second.click(response(late), label=label)
    assert form.modal is not None


async def test_a_refused_reason_is_offered_again(desk: Desk) -> None:
    card = await desk.moderator.slash(desk.channel, "claim show", number=6)
    form = await desk.moderator.click(response(card), label="Drop")
    await desk.moderator.slash(desk.channel, "review drop", number=6, reason="Spam.")
    late = await desk.moderator.submit_modal(form, typed(form, Reason="Out of scope."))
    again = await desk.moderator.click(response(late), label="Try again")
    assert value(again, "Reason") == "Out of scope."


async def test_a_form_of_another_version_is_answered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await desk.moderator.slash(desk.channel, "review verify", number=5)
    monkeypatch.delitem(FORMS, "rate")
    monkeypatch.delitem(OLD_FORMS, "rate")
    answer = await desk.moderator.submit_modal(form, rating(form, "r"))
    assert answer.ephemeral
    assert "older version. Open it anew" in response(answer).content


async def test_an_error_of_ours_gives_its_number_and_the_form_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    form = await desk.moderator.slash(desk.channel, "review verify", number=5)

    def breaks(*_args: object, **_named: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(reviews, "act", breaks)
        failed = await desk.moderator.submit_modal(form, rating(form, "Half of it."))
    number = words(failed.response).rpartition("Error ")[2].rstrip(".")
    assert f"error {number} in" in caplog.text
    assert "Half of it." not in caplog.text

    again = await desk.moderator.click(response(failed), label="Try again")
    assert value(again, "Reason") == "Half of it."
    done = await desk.moderator.submit_modal(again, rating(again, value(again, "Reason")))
    assert "🟡 Mixed" in words(done.response)


async def test_a_rating_that_stands_opens_with_its_reason(desk: Desk) -> None:
    rated = {"number": 5, "rating": "mixed", "evidence": EVIDENCE, "reason": "Half of itt."}
    card = await desk.moderator.slash(desk.channel, "review rate", **rated)
    form = await desk.moderator.click(response(card), label="Rate")
    assert value(form, "Reason") == "Half of itt."
    done = await desk.moderator.submit_modal(form, rating(form, "Half of it.", evidence=""))
    assert "Half of it." in words(done.response)
    assert "Corrected" not in words(done.response)


@pytest.mark.parametrize(
    ("chosen", "shown"), [([], "Refutes the claim: ["), (["supports"], "Supports the claim: [")]
)
async def test_a_correction_says_what_the_links_do_to_the_claim(
    desk: Desk, chosen: list[str], shown: str
) -> None:
    verified = {"number": 5, "evidence": EVIDENCE, "reason": "The table says so."}
    card = await desk.moderator.slash(desk.channel, "review verify", **verified)
    assert "Supports the claim: [" in words(card.response)
    form = await desk.moderator.click(response(card), label="Rate")
    given = {"Rating": ["misleading"], "Reason": "It leaves half out."}
    refused = await desk.moderator.submit_modal(form, typed(form, **given))
    assert "All evidence here speaks against this rating." in words(refused.response)

    again = await desk.moderator.click(response(refused), label="Try again")
    assert value(again, "Reason") == "It leaves half out."
    given |= {"Evidence": EVIDENCE, "What they do to the claim": chosen}
    done = await desk.moderator.submit_modal(again, typed(again, **given))
    assert "🟠 Misleading" in words(done.response)
    assert words(done.response).count("the claim: [") == 1
    assert shown in words(done.response)


async def test_a_command_says_what_the_link_does_to_the_claim(desk: Desk) -> None:
    rated = {"number": 5, "rating": "false", "evidence": EVIDENCE, "reason": "No."}
    card = await desk.moderator.slash(desk.channel, "review rate", **rated, stance="context")
    assert "Context: [" in words(card.response)


TYPED: dict[str, dict[str, Any]] = {
    "paste": {"Text": NEWS},
    "edit": {"Claim": "Rents fell"},
    "reword": {"Claim": "Rents fell", "Reason": "Shorter."},
    "rate": {"Rating": ["false"], "Reason": "I say so.", "Evidence": EVIDENCE},
}


FOR_EVERYONE = {"object"}


@pytest.mark.parametrize("verb", sorted(FORMS.keys() - FOR_EVERYONE))
async def test_who_is_no_moderator_any_more_is_refused_when_sending(desk: Desk, verb: str) -> None:
    draft = await desk.moderator.slash(desk.channel, "intake paste")
    await desk.moderator.submit_modal(draft, typed(draft, Text=NEWS))
    rated = {"number": 5, "rating": "mixed", "evidence": EVIDENCE, "reason": "r"}
    await desk.moderator.slash(desk.channel, "review rate", **rated)
    await desk.member.slash(desk.channel, "claim report", number=5, reason="No.")
    number = {"edit": 1, "reject": 1}.get(verb, 5)
    form_of = find_form(f"{verb}:{number}:0")  # of an earlier version
    view = ui.LayoutView(ui.ActionRow(button(TryAgain("00000000", form_of))))
    message = await desk.text_channel().send(view=view)
    form = await desk.moderator.click(message, label="Try again")
    await desk.ledger.write(servers.set_moderators, desk.guild_id, None)

    given = typed(form, **TYPED.get(verb, {"Reason": "I say so."}))
    answer = await desk.moderator.submit_modal(form, given)

    assert answer.ephemeral
    assert "decide about claims here" in words(answer.response)
    card = await desk.member.slash(desk.channel, "claim show", number=5)
    assert "🟡 Mixed" in words(card.response)


def test_only_so_many_refused_forms_are_remembered() -> None:
    refused = RefusedForms(most=2)
    keys = [refused.keep(7, {"reason": text}) for text in "abc"]
    assert [dict(refused.find(7, key)) for key in keys] == [{}, {"reason": "b"}, {"reason": "c"}]


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("https://a.example", [("https://a.example", "")]),
        ("https://a.example the table", [("https://a.example", "the table")]),
        (
            "https://a.example https://b.example the table",
            [("https://a.example", ""), ("https://b.example", "the table")],
        ),
        (
            "https://a.example,  https://b.example\n\n https://c.example see https://d.example",
            [
                ("https://a.example", ""),
                ("https://b.example", ""),
                ("https://c.example", "see https://d.example"),
            ],
        ),
        ("no link", [("no", "link")]),
        ("", []),
    ],
)
def test_links_are_read_from_a_line_too(typed: str, links: list[tuple[str, str]]) -> None:
    assert [(each.url, each.note) for each in read_links(typed, Stance.CONTEXT)] == links


async def test_what_stood_in_refused_forms_is_forgotten_with_who_typed_it(desk: Desk) -> None:
    second = await second_moderator(desk)
    refused = {}
    for person in (desk.moderator, second):
        form = await person.slash(desk.channel, "intake paste")
        refused[person] = await person.submit_modal(form, typed(form, Text=NEWS, Date="tomorrow"))
    await desk.moderator.slash(desk.channel, "privacy erase", sure=True)
    kept = {}
    for person, answer in refused.items():
        again = await person.click(response(answer), label="Try again")
        kept[person] = value(again, "Text")
    assert kept == {desk.moderator: "", second: NEWS}
