"""`claims load`, `list` and `show`: a ledger without Discord."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.__main__ import app
from claims.ledger.store.opening import open_writer
from claims.ledger.store.sole import sole_writer
from claims.reading.seeds import shipped
from tests.claims.cli.running import claims, installed


def test_a_seed_is_loaded_listed_and_shown(tmp_path: Path) -> None:
    loaded = installed("load", *shipped(), cwd=tmp_path)
    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert "claims added" in loaded.stdout

    listed = installed("list", "--words", "kirby", cwd=tmp_path)
    assert "John Kirby" in listed.stdout
    assert "Adrienne Watson" not in listed.stdout

    shown = installed("show", "1", cwd=tmp_path)
    assert shown.stdout.startswith("#1 Not checked yet\n")


def test_loading_a_file_twice_adds_nothing(tmp_path: Path) -> None:
    claims("load", *shipped(), cwd=tmp_path)
    before = claims("list", cwd=tmp_path).stdout
    again = claims("load", *shipped(), cwd=tmp_path)
    assert "nothing added" in again.stdout
    assert claims("list", cwd=tmp_path).stdout == before


def test_every_problem_of_every_file_is_told_and_the_others_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "latin.txt").write_bytes("Müller sagte".encode("latin-1"))
    (tmp_path / "large.txt").write_text("Rents fell. " * 450_000)
    (tmp_path / "header.txt").write_text("+++\npublished_on = 'soon'\n+++\nRents fell.\n")
    (tmp_path / "good.txt").write_text("Rents fell by 4%, Mayor Ada Lovett said on Monday.\n")
    names = ["empty", "binary", "latin", "large", "header", "missing", "good"]

    done = claims("load", *[f"{name}.txt" for name in names], cwd=tmp_path)

    assert done.returncode == 1
    for name in names[:-1]:
        assert f"error: {name}.txt" in done.stderr
    assert "Traceback" not in done.stderr
    assert {"title", "publisher", "published_on"} <= set(done.stderr.replace(":", " ").split())
    assert "1 claim added" in done.stdout


def damaged(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 50)


def newer(path: Path) -> None:
    claims("load", *shipped(), cwd=path.parent)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()


@pytest.mark.parametrize(("spoil", "reason"), [(damaged, "not a ledger"), (newer, "newer version")])
def test_a_ledger_that_cannot_be_used_is_one_line(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(tmp_path / "claims.db")
    for command in (["load", str(shipped()[0])], ["list"]):
        done = claims(*command, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert reason in done.stderr


def test_a_ledger_in_use_is_not_written(tmp_path: Path) -> None:
    with sole_writer(tmp_path / "claims.db"):
        done = claims("load", *shipped(), cwd=tmp_path)
    assert done.returncode == 1
    assert "in use by another process" in done.stderr


def test_an_unknown_number_and_a_missing_ledger_are_one_line(tmp_path: Path) -> None:
    assert "There is no ledger at" in claims("show", "1", cwd=tmp_path).stderr
    claims("load", *shipped(), cwd=tmp_path)
    done = installed("show", "4711", cwd=tmp_path)
    assert done.returncode == 1
    assert "no claim #4711" in done.stderr


ABOUT = "--title Rents --publisher Post --published-on 2026-03-31 --url https://post.example/1"


def loaded(folder: Path, options: str) -> tuple[int, str, list[tuple[str | None, ...]]]:
    """Run `claims load`; return its code, its errors and what the ledger knows of articles."""
    file = str(folder / "claims.db")
    done = CliRunner().invoke(app, ["load", "--ledger", file, *options.split()])
    with closing(open_writer(Path(file))) as db:
        known = db.execute("SELECT title, publisher, published_on, url FROM article").fetchall()
    return (
        done.exit_code,
        " ".join(done.stderr.replace("│", "").split()),
        [tuple(row) for row in known],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rents fell by 4%, Mayor Ada Lovett said on Monday.\n",
        "https://other.example/2\n\nFlats\n\nMarch 3, 2025\n\nRents fell, Mayor Ada Lovett said.\n",
    ],
)
def test_what_options_say_of_an_article_counts_more_than_its_head(
    text: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(text)
    code, errors, known = loaded(tmp_path, f"{tmp_path}/a.txt {ABOUT}")
    assert (code, errors) == (0, "")
    assert known == [("Rents", "Post", "2026-03-31", "https://post.example/1")]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("{0}/a.txt {0}/b.txt --publisher Post", "describe one article"),
        ("{0}/two.jsonl --title Rents", "describe one article"),
        ("{0}/a.txt --url post.example", "--url"),
        ("{0}/a.txt --url javascript:alert(1)", "--url"),
        ("{0}/a.txt --published-on 31.3.2026", "--published-on"),
        ("{0}/a.txt --title \u2060", "--title"),
    ],
)
def test_options_that_fit_no_article_are_refused_and_nothing_is_stored(
    options: str, told: str, tmp_path: Path
) -> None:
    for name, text in {"a": "Rents fell, Ada Lovett said.", "b": "Rents rose, he said."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "two.jsonl").write_text('{"id": "1", "text": "A."}\n{"id": "2", "text": "B."}\n')
    code, errors, known = loaded(tmp_path, options.format(tmp_path))
    assert (code, known) == (2, [])
    assert told in errors
