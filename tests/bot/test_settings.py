"""Settings from the environment and .env, and the one line that says what is wrong."""

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
    for name in ("DISCORD_TOKEN", "CLAIMBOT_LEDGER", "CLAIMBOT_LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)


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


def test_every_setting_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text()
    documented = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    fields = {
        "DISCORD_TOKEN" if name == "token" else f"CLAIMBOT_{name.upper()}"
        for name in Settings.model_fields
    }
    assert documented == fields
