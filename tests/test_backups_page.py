"""docs/backups.md, followed word for word in a shell with the installed programs."""

import json
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.ledger.keeping import daily
from claims.ledger.keeping.daily import Plan

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "backups.md").read_text(encoding="utf-8")
PROGRAMS = Path(sys.executable).parent
SEED = next((ROOT / "seeds").glob("*.txt"))


def blocks() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def shell(folder: Path, script: str) -> str:
    """Run a script until its first error; return what it said."""
    environment = {"PATH": f"{PROGRAMS}:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["sh", "-eu"], input=script, cwd=folder, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk with a backup of the bot's, of which moderator 7 was erased since."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(SEED, folder / "seed.txt")
    shell(folder, 'claims load seed.txt\nclaims drop 1 --reason "A slip." --actor 7\n')
    (folder / "backups").mkdir()
    plan = Plan(folder / "backups")
    daily.make(plan, folder / "claims.db", now=datetime.now(UTC))
    shell(folder, "claims erase-person 7 --yes\n")
    daily.keep_erasures(plan.folder, folder / "claims.db")
    return folder


def names_somebody(folder: Path, ledger: str) -> bool:
    told = shell(folder, f"claims export-person 7 --ledger {ledger}")
    return any(json.loads(line).get("actor") == 7 for line in told.splitlines())


def test_the_steps_lead_where_the_page_says(folder: Path) -> None:
    [backup] = (folder / "backups").glob("claims-*.db")
    assert names_somebody(folder, str(backup))
    told = shell(folder, "\n".join(blocks()))
    erased = re.findall(r"people (\d+), servers 0", told)
    # After the first two the ledger itself is the backup without moderator 7; so is the third.
    assert erased == ["1", "1", "0"]
    assert told.count("All is well.") == 5
    assert "What was there is" in told
    assert not names_somebody(folder, "claims.db")


def test_the_page_names_no_setting_figure_or_file_that_is_not_there() -> None:
    known = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in re.findall(r"CLAIMBOT_[A-Z_]+", PAGE):
        assert f"\n{name}=" in known
    metrics = (ROOT / "bot" / "metrics.py").read_text(encoding="utf-8")
    for name in re.findall(r"`(claimbot_\w+?)(?:_total)?[{`]", PAGE):
        assert f'"{name}"' in metrics
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists()


def test_the_page_knows_where_the_unit_and_the_image_keep_things() -> None:
    unit = (ROOT / "deploy" / "claimbot.service").read_text(encoding="utf-8")
    folder = unit.partition("CLAIMBOT_BACKUPS=")[2].partition("\n")[0]
    assert f"`{folder}`" in PAGE
    assert folder.removeprefix("/var/lib/") in unit.partition("StateDirectory=")[2].split()
    image = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    assert "install -d -o claimbot /data /backups" in image
    running = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assert "-v claimbackups:/backups" in running
    assert "-e CLAIMBOT_BACKUPS=/backups" in running
    assert "/^CLAIMBOT_BACKUPS=/d" in running, "an empty line there would win over the unit's"
