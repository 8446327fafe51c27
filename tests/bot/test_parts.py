"""What is said where a part of the program is not installed: a command that installs it."""

import json
import os
import re
import shlex
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from bot import parts

ROOT = Path(__file__).parents[2]
LIBRARY = {"rehearsal": "simcord", "metrics": "prometheus_client"}


def without(extra: str, folder: Path) -> str:
    """Run the bot where the part's library cannot be imported; return its one line of error."""
    (folder / "sitecustomize.py").write_text(
        f"import sys\nsys.modules[{LIBRARY[extra]!r}] = None\n"
    )
    settings = {"metrics": {"DISCORD_TOKEN": "a.b.c", "CLAIMBOT_METRICS_PORT": "0"}}
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", **settings.get(extra, {})},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    *logged, line = done.stderr.splitlines()
    assert all(json.loads(entry)["level"] == "INFO" for entry in logged)  # what starts
    return line


@pytest.mark.parametrize("extra", LIBRARY)
def test_a_missing_part_is_told_with_a_command_that_installs_its_libraries(
    extra: str, tmp_path: Path
) -> None:
    line = without(extra, tmp_path)
    words = shlex.split(line.partition("Install what is missing: ")[2])
    assert sys.executable in words
    libraries = [Requirement(word) for word in words if "<" in word]
    assert LIBRARY[extra] in {library.name.replace("-", "_") for library in libraries}
    assert {len(list(library.specifier)) for library in libraries} == {2}


def test_no_index_is_asked_for_this_program_itself() -> None:
    for extra in LIBRARY:
        assert "claim-tracker" not in parts.how_to_install(extra).replace(sys.executable, "")


@pytest.mark.parametrize("with_pip", [False, True])
def test_the_installer_is_one_that_is_there(with_pip: bool, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=with_pip, symlinks=True)
    python = tmp_path / "env" / "bin" / "python"
    code = "from bot.parts import how_to_install as how; print(how('metrics'))"
    line = subprocess.check_output(
        [python, "-c", code], env={"PYTHONPATH": str(ROOT)}, text=True, cwd=tmp_path
    )
    expected = f"{python} -m pip install " if with_pip else f"uv pip install --python {python} "
    assert re.search(re.escape(expected), line)


def test_a_checkout_that_was_never_installed_is_told_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "DISTRIBUTION", "claim-tracker-that-nobody-installed")
    assert parts.how_to_install("rehearsal").endswith(' -e ".[rehearsal]"')
