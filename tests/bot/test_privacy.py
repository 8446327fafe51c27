"""/privacy: a person is told what is kept about them, and forgotten on request."""

from claims.ledger.history import audit
from tests.bot.desk import Desk, response, words

EVIDENCE = "https://stats.example.org/rents"


async def decide(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "claim follow", number=2)
    await desk.moderator.slash(
        desk.channel, "review verify", number=1, evidence=EVIDENCE, reason="The table says so."
    )


async def test_the_notice_says_what_is_kept(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "privacy notice")
    assert answer.ephemeral
    assert "It reads no messages" in response(answer).content


async def test_who_did_nothing_is_told_so(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "privacy export")
    assert "Nothing is kept about you" in response(answer).content


async def test_a_person_gets_what_is_kept_about_them(desk: Desk) -> None:
    await decide(desk)
    answer = await desk.moderator.slash(desk.channel, "privacy export")
    [attachment] = response(answer).attachments
    assert attachment.filename == "about-you.jsonl"


async def test_erasing_asks_first(desk: Desk) -> None:
    await decide(desk)
    answer = await desk.moderator.slash(desk.channel, "privacy erase")
    assert "If you are sure" in response(answer).content
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    assert f"Rated by <@{desk.moderator.id}>" in words(card.response)


async def test_an_erased_person_is_named_nowhere_and_the_decision_stands(desk: Desk) -> None:
    await decide(desk)
    answer = await desk.moderator.slash(desk.channel, "privacy erase", sure=True)
    assert "no longer name you" in response(answer).content

    card = words((await desk.member.slash(desk.channel, "claim show", number=1)).response)
    past = words((await desk.member.slash(desk.channel, "claim history", number=1)).response)
    assert "✅ Verified" in card
    assert str(desk.moderator.id) not in card + past
    assert "a former member" in card
    assert "A former member" in past
    assert await desk.ledger.read(lambda db: list(audit.breaks(db))) == []
