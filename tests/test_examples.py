"""The changes that docs/examples.md shows can be made, and lack nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import examples

ROOT = Path(__file__).parents[1]
EXAMPLES = examples()
PARTS = ("bot", "claims", "docs", "seeds", "tests", "README.md", "pyproject.toml")

WHAT_IS_MISSING = (
    "tests/claims/rules/test_ratings.py",
    "tests/claims/wording/test_wording.py::test_every_text_has_words_in_every_language",
    "tests/test_readme.py::test_the_readme_names_every_rating",
    "tests/test_readme.py::test_the_table_of_commands_is_what_the_commands_say",
    "tests/bot/test_translation.py::test_every_command_option_and_choice_is_told_in_every_language",
    "tests/bot/test_permissions.py::test_every_command_has_a_scenario",
    "tests/bot/test_presses.py::test_every_button_and_form_is_answered",
    "tests/bot/test_presses.py::test_every_sort_of_button_is_tried",
)
"""Tests that say what a rating, a command or a button lacks, of those that the page names."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the code, which may be changed."""
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def apply(diff: str, folder: Path) -> None:
    subprocess.run(["git", "apply"], input=diff, text=True, cwd=folder, check=True)


def run(folder: Path, *arguments: str) -> str:
    """Run a module of Python in the folder; return what it said if it failed, else nothing."""
    ran = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    return ran.stdout + ran.stderr if ran.returncode else ""


def test_the_page_shows_a_rating_a_command_and_a_button() -> None:
    assert list(EXAMPLES) == ["rating", "command", "button"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_the_page_shows_fits_the_code(name: str, copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*.py")}
    apply(EXAMPLES[name], copy)
    assert before != {path: path.read_bytes() for path in copy.rglob("*.py")}


def test_the_changes_of_the_page_lack_nothing(copy: Path) -> None:
    """All three at once, judged by the tests that they changed and by the linter."""
    for diff in EXAMPLES.values():
        apply(diff, copy)
    where = "import bot, claims, sys; sys.exit([bot.__file__, claims.__file__] != sys.argv[1:])"
    found = [str(copy / name / "__init__.py") for name in ("bot", "claims")]
    assert not subprocess.run(
        [sys.executable, "-c", where, *found], cwd=copy, check=False
    ).returncode
    assert not run(copy, "pytest", "-q", "-x", "-p", "no:cacheprovider", *WHAT_IS_MISSING)
    assert not run(copy, "ruff", "check", "-q", "bot", "claims", "tests")
    assert not run(copy, "ruff", "format", "-q", "--check", "bot", "claims", "tests")


def test_a_rating_without_its_migration_is_found_out(copy: Path) -> None:
    apply(EXAMPLES["rating"], copy)
    (step,) = (copy / "claims" / "ledger" / "schema").glob("*_outdated.sql")
    step.unlink()
    assert "test_the_ledger_admits_every_value" in run(copy, "pytest", "-q", WHAT_IS_MISSING[0])
