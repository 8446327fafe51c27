"""The files that operators deploy with say what the program understands."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UNIT = ROOT / "deploy" / "claimbot.service"
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
INSTRUCTIONS = {
    "FROM", "RUN", "COPY", "USER", "WORKDIR", "ENV", "STOPSIGNAL", "HEALTHCHECK", "CMD",
}  # fmt: skip


def test_the_unit_is_well_formed() -> None:
    unit = configparser.ConfigParser(strict=True, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign] # systemd minds the case
    unit.read(UNIT)
    assert set(unit.sections()) == {"Unit", "Service", "Install"}
    assert unit["Service"]["ExecStart"].endswith("/claimbot")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    copy = tmp_path / UNIT.name
    copy.write_text(UNIT.read_text().replace("/opt/claimbot/bin/claimbot", "/bin/true"))
    checked = subprocess.run(
        ["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_the_dockerfile_holds_known_instructions_and_ends_in_the_program() -> None:
    lines = [x for x in DOCKERFILE.read_text().splitlines() if x and not x.startswith("#")]
    assert {line.split()[0] for line in lines} <= INSTRUCTIONS
    assert lines[-1] == 'CMD ["claimbot"]'


@pytest.mark.parametrize("path", [UNIT, DOCKERFILE])
def test_every_setting_that_is_named_exists(path: Path) -> None:
    known = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert set(re.findall(r"CLAIMBOT_[A-Z_]+", path.read_text())) <= known
