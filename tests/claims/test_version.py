"""Both programs say which version they are, whatever else is wrong."""

import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from claims import version

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


@pytest.mark.parametrize("program", ["claimbot", "claims"])
def test_a_program_says_its_version_also_where_settings_are_wrong(
    program: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name(program), "--version"],
        env={"CLAIMBOT_LOG_LEVEL": "LOUD", "DISCORD_TOKEN": "no token"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    python = ".".join(map(str, sys.version_info[:3]))
    assert done.stdout == (
        f"{program} {DECLARED} (Python {python}, SQLite {sqlite3.sqlite_version})\n"
    )
    assert not list(tmp_path.iterdir())


def test_a_checkout_that_was_never_installed_has_no_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(version, "DISTRIBUTION", "claim-tracker-that-nobody-installed")
    assert version.version() == "unknown"
