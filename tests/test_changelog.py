"""CHANGELOG.md has the newest version first, and that is what pyproject.toml says."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]
SECTIONS = dict(part.split("\n", 1) for part in TEXT.split("\n## ")[1:])
"""What each section holds, by its heading."""

NUMBERED = [heading for heading in SECTIONS if heading != "Unreleased"]
KINDS = ("Upgrading", "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""What a section may be divided into, in this order."""


def test_what_is_not_released_comes_first_then_the_versions_downwards() -> None:
    assert next(iter(SECTIONS)) == "Unreleased"
    assert len(SECTIONS) == TEXT.count("\n## ")
    versions = [Version(heading.split(" - ")[0]) for heading in NUMBERED]
    assert versions == sorted(versions, reverse=True)
    days = [date.fromisoformat(heading.split(" - ")[1]) for heading in NUMBERED]
    assert days == sorted(days, reverse=True)


def test_the_newest_version_is_the_one_that_is_installed() -> None:
    assert NUMBERED[0].split(" - ")[0] == DECLARED
    assert re.fullmatch(r"\d+\.\d+\.\d+", DECLARED)


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_section_has_each_kind_of_change_once_and_in_order(heading: str) -> None:
    kinds = re.findall(r"^### (.*)$", SECTIONS[heading], re.MULTILINE)
    assert kinds == [kind for kind in KINDS if kind in kinds]
    readers = re.findall(r"^\*\*(.*)\*\*$", SECTIONS[heading], re.MULTILINE)
    assert len(set(readers)) == len(readers)


def test_nothing_is_told_twice() -> None:
    lines = [line for line in TEXT.splitlines() if len(line) > 40]
    assert [line for line in set(lines) if lines.count(line) > 1] == []
