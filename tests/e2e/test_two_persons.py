"""A rating that takes two persons is never published by one, whatever they do about their name."""

from claims.ledger import open_ledger
from claims.ledger.history import audit
from tests.e2e.newsroom import EVIDENCE, Newsroom

RATE = {"number": 1, "rating": "false", "evidence": EVIDENCE, "reason": "The port's own table."}


async def test_whoever_is_erased_and_comes_back_cannot_confirm_their_own_proposal(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    carl, mara = room.moderator, room.manager
    async with room.start() as bot:
        await bot.ready()
        rules = await mara.slash(room.general, "setup rules", two_person=True)
        assert "two moderators" in rules.text
        proposed = await carl.slash(room.general, "review rate", **RATE)
        assert "Waits for a second moderator" in proposed.text
        erased = await carl.slash(room.general, "privacy erase", sure=True)
        assert "no longer name" in erased.text
        for rating in ("false", "verified"):
            refused = await carl.slash(room.general, "review rate", **RATE | {"rating": rating})
            assert "You proposed this rating" in refused.text
        card = await carl.slash(room.general, "claim show", number=1)
        assert "You proposed **False**" in card.text
        waiting = await carl.slash(room.general, "review queue")
        assert "Waiting for a second moderator" not in waiting.text
        told = await carl.slash(room.general, "privacy export")
        assert "Everything that" in told.text
        seen = await room.member.slash(room.general, "claim show", number=1)
        assert "False" not in seen.text
        confirmed = await mara.slash(room.general, "review rate", **RATE)
        assert "❌ False" in confirmed.text
        assert "Traceback" not in bot.output
    async with open_ledger(room.ledger) as ledger:
        assert await ledger.read(audit.all_breaks) == []


async def test_members_see_nothing_of_a_rating_that_waits_until_it_is_published(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    carl, mara, ada = room.moderator, room.manager, room.member
    async with room.start() as bot:
        await bot.ready()
        await mara.slash(room.general, "setup rules", two_person=True)
        proposed = await carl.slash(room.general, "review rate", **RATE)
        assert "port.example" in proposed.text
        for command in ("claim show", "claim history"):
            told = await carl.slash(room.general, command, number=1)
            assert "port.example" in told.text
            shared = await carl.press(told, "Share")
            seen = await ada.slash(room.general, command, number=1)
            for text in (seen.text, shared.text):
                assert "#1" in text
                assert "port.example" not in text
                assert "own table" not in text
        assert await ada.suggestions(room.general, "review withdraw", "piece", "", number=1) == []
        await mara.slash(room.general, "review rate", **RATE | {"reason": "I found the same."})
        for command in ("claim show", "claim history"):
            seen = await ada.slash(room.general, command, number=1)
            assert "port.example" in seen.text
            assert "The port's own table." in seen.text
        assert "Traceback" not in bot.output
