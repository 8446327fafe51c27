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
