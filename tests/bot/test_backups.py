"""The bot backs its ledger up once a day, and tells the operator where that fails."""

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from simcord import MemberActor

from bot.app import App
from bot.doctor import OLD_BACKUP, examine
from bot.jobs import backups as job
from bot.jobs.backups import operators
from bot.metrics import Metrics
from bot.settings import Settings
from bot.worker.limits import Limits
from claims.ledger import Ledger
from claims.ledger.keeping import backups, daily, erasing, erasures
from claims.ledger.keeping.daily import Plan
from tests.bot.desk import Desk

DAY = 86_400.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def metrics(ledger: Ledger, folder: Path) -> Metrics:
    return Metrics(ledger, Plan(folder))


@pytest.fixture
def simcord_bot(ledger: Ledger, metrics: Metrics, folder: Path) -> App:
    return App(ledger, shard_count=1, metrics=metrics, plan=Plan(folder, kept=2))


@pytest.fixture(autouse=True)
def operator(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> MemberActor:
    """The manager, to whom the bot's application belongs here."""
    application = SimpleNamespace(owner=discord.Object(desk.manager.id), team=None)
    monkeypatch.setattr(App, "application", application)
    return desk.manager


async def tick(desk: Desk) -> None:
    await desk.bot.schedule.backups.tick()
    await desk.env.settle()


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("claims-*.db"))


def figure(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def counted(metrics: Metrics, outcome: str) -> float | None:
    return figure(metrics, "claimbot_backups_total", outcome=outcome)


async def test_one_a_day_is_made_and_as_many_kept_as_wanted(
    desk: Desk, folder: Path, metrics: Metrics
) -> None:
    await tick(desk)
    [first] = made(folder)
    await tick(desk)
    assert made(folder) == [first]
    assert backups.check(first) == []
    for _ in range(3):
        await desk.later(DAY)
        await tick(desk)
    assert len(made(folder)) == 2
    assert first not in made(folder)
    assert counted(metrics, "verified") == 4
    assert desk.told(desk.manager) == []


async def test_after_a_long_downtime_there_is_one(desk: Desk, folder: Path) -> None:
    await tick(desk)
    await desk.later(40 * DAY)
    for _ in range(3):
        await tick(desk)
    assert len(made(folder)) == 2


async def test_a_restart_makes_no_second_one(desk: Desk, folder: Path, ledger: Ledger) -> None:
    await tick(desk)
    await desk.env.restart_bot(App(ledger, shard_count=1, plan=Plan(folder)))
    await tick(desk)
    assert len(made(folder)) == 1


async def test_without_a_folder_nothing_is_made(desk: Desk, folder: Path, ledger: Ledger) -> None:
    await tick(desk)
    known = made(folder)
    await desk.env.restart_bot(App(ledger, shard_count=1))
    await desk.later(DAY)
    await tick(desk)
    assert made(folder) == known


async def test_an_erasure_reaches_the_backups_without_waiting_for_the_next_one(
    desk: Desk, folder: Path
) -> None:
    await tick(desk)
    await desk.ledger.write(erasing.person, desk.guild_id, desk.member.id, now=desk.env.now())
    await tick(desk)
    assert " person -" in (folder / "claims.db.erasures").read_text()


def lose(folder: Path) -> None:
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()


def make_folder(folder: Path) -> None:
    folder.mkdir()


async def test_the_operator_is_told_once_a_day_that_it_fails(
    desk: Desk, folder: Path, metrics: Metrics
) -> None:
    await tick(desk)
    lose(folder)
    await desk.later(DAY)
    await tick(desk)
    [told] = desk.told(desk.manager)
    assert "No backup today" in told
    assert f"The folder {folder} for backups is missing" in told.replace("\\", "")
    assert desk.told(desk.member) == desk.told(desk.moderator) == []
    assert counted(metrics, "failed") == 1
    await tick(desk)
    assert counted(metrics, "failed") == 1, "it was tried within the hour"
    await desk.later(job.AGAIN_SECONDS)
    await tick(desk)
    assert counted(metrics, "failed") == 2
    assert len(desk.told(desk.manager)) == 1
    await desk.later(DAY)
    await tick(desk)
    assert len(desk.told(desk.manager)) == 2


async def test_a_restart_does_not_tell_it_again(desk: Desk, folder: Path, ledger: Ledger) -> None:
    await tick(desk)
    lose(folder)
    await desk.later(DAY)
    for _ in range(2):
        await desk.env.restart_bot(App(ledger, shard_count=1, plan=Plan(folder)))
        await tick(desk)
    assert len(desk.told(desk.manager)) == 1


async def test_it_goes_on_once_the_folder_is_back(desk: Desk, folder: Path) -> None:
    await tick(desk)
    lose(folder)
    await desk.later(DAY)
    await tick(desk)
    make_folder(folder)
    await desk.later(job.AGAIN_SECONDS)
    await tick(desk)
    assert len(made(folder)) == 1


async def test_it_is_told_in_the_language_of_the_servers(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tick(desk)
    lose(folder)
    await desk.later(DAY)
    monkeypatch.setattr(job, "spoken_in", lambda _: "de")
    await tick(desk)
    [told] = desk.told(desk.manager)
    assert "Heute keine Sicherung" in told
    assert "für Sicherungen fehlt" in told


@pytest.mark.parametrize("limits", [Limits(start_seconds=0.0), Limits(seconds=0.0)])
async def test_a_process_that_does_not_come_to_its_end_is_a_failure(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, metrics: Metrics
) -> None:
    await tick(desk)
    await desk.later(DAY)
    monkeypatch.setattr(job, "LIMITS", limits)
    await tick(desk)
    assert len(made(folder)) == 1
    assert counted(metrics, "failed") == 1
    assert "took too long or was ended" in desk.told(desk.manager)[0]


async def test_the_figures_tell_the_age_of_the_newest(
    desk: Desk, folder: Path, metrics: Metrics, ledger: Ledger
) -> None:
    assert figure(Metrics(ledger), "claimbot_backup_age_seconds") is None
    await tick(desk)
    lose(folder)
    assert figure(metrics, "claimbot_backup_age_seconds") == float("inf")
    make_folder(folder)
    (folder / "claims-20200101T000000Z.db").write_text("")
    age = figure(metrics, "claimbot_backup_age_seconds")
    assert age is not None
    assert DAY * 365 < age < float("inf")


def test_a_teams_owner_is_told_before_its_members_and_nobody_who_has_not_joined() -> None:
    def member(number: int, *, joined: bool = True) -> Any:
        state = discord.TeamMembershipState
        return SimpleNamespace(
            id=number, membership_state=state.accepted if joined else state.invited
        )

    team = SimpleNamespace(owner_id=2, members=[member(1), member(2), member(3, joined=False)])
    application: Any = SimpleNamespace(team=team, owner=member(9))
    assert [each.id for each in operators(application)] == [2, 1]
    assert operators(None) == []


async def test_the_doctor_says_where_erasures_cannot_be_noted(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    settings = Settings(_env_file=None, ledger=ledger.path)  # type: ignore[call-arg]  # pydantic-settings takes it
    assert "erased" not in str([each async for each in examine(settings)])
    make_folder(erasures.place(ledger.path))
    told = [each.text async for each in examine(settings) if not each.fine]
    assert any("Nobody can be erased" in text for text in told)


async def backups_finding(folder: Path | None, ledger: Path) -> tuple[bool, str]:
    settings = Settings(_env_file=None, ledger=ledger, backups=folder)  # type: ignore[call-arg]  # pydantic-settings takes it
    return next(
        (finding.fine, finding.text)
        for finding in [each async for each in examine(settings)]
        if "ackups" in finding.text or "BACKUPS" in finding.text
    )


async def test_the_doctor_looks_at_the_folder(
    desk: Desk, folder: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    await tick(desk)
    fine, text = await backups_finding(None, ledger.path)
    assert (fine, text) == (True, "No backups are made (CLAIMBOT_BACKUPS).")
    fine, text = await backups_finding(folder, ledger.path)
    assert "the newest backup in" in text or "there is none yet" in text
    fine, text = await backups_finding(folder / "none", ledger.path)
    assert not fine
    assert "is missing" in text
    for each in made(folder):
        each.unlink()
    fine, text = await backups_finding(folder, ledger.path)
    assert (fine, text) == (True, f"Backups can be made in {folder}; there is none yet.")
    old = discord.utils.utcnow() - OLD_BACKUP
    os.mknod(folder / f"claims-{old:{daily.STAMP}}.db")
    fine, text = await backups_finding(folder, ledger.path)
    assert not fine
    assert "the log says why none came since" in text
