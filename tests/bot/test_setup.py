"""/setup: who moderates, and the articles that come with the bot."""

from tests.bot.desk import Desk, words


async def test_a_role_can_be_made_moderators(desk: Desk) -> None:
    checkers = desk.env.guild.create_role("Checkers")
    checker = desk.env.guild.add_member(desk.env.create_user("checker"), roles=[checkers])
    answer = await desk.manager.slash(desk.channel, "setup moderators", role=checkers)
    assert f"<@&{checkers.id}>" in answer.response.content
    taken = await checker.slash(desk.channel, "review take", number=1)
    assert "is checking it" in words(taken.response)


async def test_seeds_are_loaded_once(desk: Desk) -> None:
    first = await desk.manager.slash(desk.channel, "setup seeds")
    assert "claims were added" in first.response.content
    second = await desk.manager.slash(desk.channel, "setup seeds")
    assert "Everything was there already" in second.response.content


async def test_the_commands_are_told_to_discord_once(desk: Desk) -> None:
    def syncs() -> int:
        return sum(r.method == "PUT" and "/commands" in r.path for r in desk.env.http_requests)

    assert syncs() == 1
    await desk.restart()
    assert syncs() == 1


async def test_an_internal_error_gives_the_person_a_number(desk: Desk, monkeypatch, caplog) -> None:  # type: ignore[no-untyped-def]
    from bot.answers import actions

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(actions, "show", broken)
    answer = await desk.member.slash(desk.channel, "claim show", number=1)
    assert answer.ephemeral
    number = answer.response.content.rstrip(".").split()[-1]
    assert f"error {number}" in caplog.text
    assert "boom" not in answer.response.content
    assert desk.env.errors
