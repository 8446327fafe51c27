"""Backups by the installed bot: made, found again after a restart, told of where they fail."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.loopback import shown
from tests.e2e.newsroom import CONSOLE_SCRIPT, EVIDENCE, Newsroom


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("claims-*.db"))


def claims(*arguments: str | Path) -> str:
    """Run the installed `claims`."""
    program = CONSOLE_SCRIPT.with_name("claims")
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


async def test_a_backup_is_made_once_and_restored_without_who_was_erased_since(
    newsroom: Newsroom, folder: Path
) -> None:
    room, setting = newsroom, {"CLAIMBOT_BACKUPS": str(folder)}
    async with room.start() as bot:  # makes none
        await bot.ready()
        await room.moderator.slash(
            room.general, "review rate", number=1, rating="mixed", evidence=EVIDENCE, reason="Yes."
        )
        assert await bot.stop() == 0
    assert made(folder) == []
    async with room.start(**setting) as bot:
        await bot.ready()
        await bot.printed("checked whole")
        [backup] = made(folder)
        await room.moderator.slash(room.general, "privacy erase", sure=True)
        assert await bot.stop() == 0
    async with room.start(**setting) as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim list")
        assert await bot.stop() == 0
    assert made(folder) == [backup]
    assert "All is well." in claims("check", backup)
    told = claims("restore", backup, "--ledger", room.ledger)
    assert "people 1, servers 0" in told
    about = ("export-person", str(room.moderator.user.id), "--server", str(room.guild.id))
    assert str(room.moderator.user.id) not in claims(*about, "--ledger", room.ledger)


async def test_a_folder_that_will_not_do_is_told_at_the_start_and_to_the_operator(
    newsroom: Newsroom, folder: Path
) -> None:
    room = newsroom
    async with room.start(CLAIMBOT_BACKUPS=str(folder / "none")) as bot:
        await bot.ready()
        await bot.printed("CLAIMBOT_BACKUPS: The folder .* for backups is missing")
        world = room.discord.world
        place = world.dm_with(world.developer)
        await world.until(lambda: place.messages, "a direct message to the operator")
        [told] = place.messages
        assert "No backup today" in shown(told)
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "Ida Lund" in card.text
        assert await bot.stop() == 0
    async with room.start("doctor", CLAIMBOT_BACKUPS=str(folder / "none")) as doctor:
        assert await doctor.ended() == 1
        assert "WRONG CLAIMBOT_BACKUPS: The folder" in doctor.output
    assert not room.general.public


async def test_what_a_killed_bot_left_half_done_is_no_backup_and_goes(
    newsroom: Newsroom, folder: Path
) -> None:
    room = newsroom
    half = folder / f"claims-{datetime.now(UTC):%Y%m%d}T000000Z.db.part"
    leave(half)
    async with room.start(CLAIMBOT_BACKUPS=str(folder)) as bot:
        await bot.ready()
        await bot.printed("checked whole")
        assert await bot.stop() == 0
    assert not left(half)
    assert len(made(folder)) == 1


def leave(half: Path) -> None:
    half.write_bytes(b"half")


def left(half: Path) -> bool:
    return half.exists()
