"""docs/architecture.md is a true picture of the code."""

import re
from pathlib import Path

import pytest

from tests.test_layers import FLOORS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
TOPS = ("bot", "claims", "docs", "seeds", "tests")


def first_column(heading: str) -> list[str]:
    """Return the names in the first column of the table under a heading."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def named_paths() -> set[str]:
    """Return the files and folders that the page names in code."""
    return set(re.findall(rf"`((?:{'|'.join(TOPS)})/[\w./]*)`", PAGE))


def named_within() -> list[tuple[str, str]]:
    """Return what the page says to stand in a file, each with the file."""
    places = re.findall(r"`([\w/]+\.py)`\s+\(((?:`\w+`(?:, |,\n +)?)+)", PAGE)
    return [(path, name) for path, names in places for name in re.findall(r"`(\w+)`", names)]


def test_the_page_has_the_floors_of_the_house_from_the_top_down() -> None:
    told = first_column("The packages of `claims/`, from the top down")
    floors = [floor for name in told for floor, names in enumerate(FLOORS) if name in names]
    assert floors == sorted(floors, reverse=True)
    assert sorted(told) == sorted(name for names in FLOORS for name in names)


def test_every_package_and_module_of_claims_stands_on_a_floor() -> None:
    there = {path.stem for path in (ROOT / "claims").glob("[a-z_]*") if is_code(path)}
    assert there - {"__init__"} == {name for names in FLOORS for name in names}


def test_the_page_has_the_packages_of_the_bot() -> None:
    there = {path.name for path in (ROOT / "bot").iterdir() if path.is_dir() and is_code(path)}
    assert set(first_column("The packages of `bot/`")) == there


def is_code(path: Path) -> bool:
    """Whether this is a module or a package, and no cache."""
    return path.suffix == ".py" or (path / "__init__.py").is_file()


def test_paths_and_names_are_found_in_the_page() -> None:
    assert {"bot/app.py", "claims/ledger/schema", "tests/test_layers.py"} <= named_paths()
    assert {("claims/records/claims.py", "Rating"), ("bot/presses/base.py", "press")} <= set(
        named_within()
    )


@pytest.mark.parametrize("path", sorted(named_paths()))
def test_a_path_that_the_page_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("path", "name"), named_within())
def test_what_the_page_says_to_stand_in_a_file_does(path: str, name: str) -> None:
    code = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^\s*(?:(?:async )?def|class) {name}\b|^{name}\b.*=", code, re.MULTILINE)


def test_no_word_is_explained_twice() -> None:
    words = re.findall(
        r"^\| ([a-z-]+) \|", PAGE.split("\n## Words\n")[1].split("\n## ")[0], re.MULTILINE
    )
    assert len(words) > 20
    assert sorted(set(words)) == sorted(words)
