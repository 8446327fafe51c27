"""Settings from the environment and .env, and the one line that says what is wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name == "DISCORD_TOKEN" or name.startswith("CLAIMBOT_"):
            monkeypatch.delenv(name)


def test_nothing_set_means_a_rehearsal() -> None:
    assert read_settings().token is None


def test_an_empty_token_means_a_rehearsal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "  ")
    assert read_settings().token is None


def test_a_dotenv_file_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=aa.bb.cc\nCLAIMBOT_LEDGER=a.db\n")
    monkeypatch.setenv("CLAIMBOT_LEDGER", "b.db")
    settings = read_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == "aa.bb.cc"
    assert settings.ledger == Path("b.db")


def test_all_problems_are_told_in_one_line_without_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "not-a-token-but-secret")
    monkeypatch.setenv("CLAIMBOT_LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    line = str(caught.value)
    assert "\n" not in line
    assert "DISCORD_TOKEN" in line
    assert "CLAIMBOT_LOG_LEVEL" in line
    assert "secret" not in line


def test_the_program_ends_with_that_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        env={"PYTHONPATH": str(ROOT), "CLAIMBOT_REHEARSAL_PORT": "many"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "CLAIMBOT_REHEARSAL_PORT" in done.stderr


SECRET = "aa.bb.secret"


def refusal() -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "secret" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("CLAIMBOT_LEDGR", "CLAIMBOT_LEDGER"),
        ("claimbot_ledgr", "CLAIMBOT_LEDGER"),
        ("CLAIMBOT_LOGLEVEL", "CLAIMBOT_LOG_LEVEL"),
        ("CLAIMBOT_METRIC_PORT", "CLAIMBOT_METRICS_PORT"),
        ("CLAIMBOT_REHEARSAL_PROT", "CLAIMBOT_REHEARSAL_PORT"),
        ("CLAIMBOT_TOKEN", "DISCORD_TOKEN"),
        ("CLAIMBOT_DISCORD_TOKEN", "DISCORD_TOKEN"),
    ],
)
def test_a_misspelt_setting_is_refused_with_the_name_that_was_meant(
    name: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as environment:
        environment.setenv(name, SECRET)
        told = refusal()
    assert f"{name.upper()} is no setting; {meant} was probably meant" in told
    (tmp_path / ".env").write_text(f"export {name}={SECRET}\n")
    assert refusal() == told


def test_a_setting_like_no_other_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMBOT_COLOUR", SECRET)
    assert "CLAIMBOT_COLOUR is no setting. " in refusal()


@pytest.mark.parametrize(
    "name", ["DISCORD_TOKN", "DISCORDTOKEN", "DISCORD_BOT_TOKEN", "DICSORD_TOKEN"]
)
def test_a_misspelt_token_is_found_in_dotenv(name: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"{name}={SECRET}\n")
    assert f"{name} is no setting; DISCORD_TOKEN was probably meant" in refusal()


def test_a_misspelt_prefix_is_found_in_dotenv(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("CLAIMBT_LEDGER=secret.db\n")
    assert "CLAIMBT_LEDGER is no setting; CLAIMBOT_LEDGER was probably meant" in refusal()


def test_what_belongs_to_other_programs_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = "DISCORD_CLIENT_ID=1\nDISCORD_KEY=1\nSLACK_TOKEN=1\nDATABASE_URL=x\nLEDGER=x\n"
    (tmp_path / ".env").write_text(f"{others}DISCORD_TOKEN=aa.bb.cc\nDISCORD_TOKEN_2=aa.bb.dd\n")
    monkeypatch.setenv("DISCORD_TOKN", "of another program")
    settings = read_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == "aa.bb.cc"


def test_what_a_containers_host_adds_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for service in ("CLAIMBOT", "CLAIMBOT_WEB"):
        for name in ("SERVICE_HOST", "SERVICE_PORT_HTTP", "PORT", "PORT_80_TCP_ADDR"):
            monkeypatch.setenv(f"{service}_{name}", "tcp://10.0.0.7:80")
    assert read_settings() == Settings()


def test_a_mark_at_the_beginning_of_dotenv_hides_no_name(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=aa.bb.cc\n", encoding="utf-8-sig")
    assert read_settings().token is not None


def test_a_dotenv_in_another_encoding_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DISCORD_TOKEN={SECRET}\n", encoding="utf-16")
    assert ".env is not text in UTF-8" in refusal()


def test_a_name_with_control_characters_is_shown_without_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLAIMBOT_\x1b[2J\n", "x")
    assert "CLAIMBOT_\\x1b[2J\\n is no setting" in refusal()


@pytest.mark.parametrize("command", [[], ["doctor"], ["sync"], ["rehearse"]])
def test_every_command_says_which_setting_is_misspelt(command: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        env={"PYTHONPATH": str(ROOT), "CLAIMBOT_LEDGR": "secret.db"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "CLAIMBOT_LEDGER was probably meant" in done.stderr
    assert not list(tmp_path.iterdir())


def test_every_setting_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text()
    documented = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    fields = {
        "DISCORD_TOKEN" if name == "token" else f"CLAIMBOT_{name.upper()}"
        for name in Settings.model_fields
    }
    assert documented == fields
