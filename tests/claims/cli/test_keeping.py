"""`claims audit`, `backup`, `restore`, `check`, `export`, `import`, and people's own data."""

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.__main__ import app
from claims.reading import sheets
from tests.claims.cli.running import claims, installed

TEXT = (
    "“Rents fell by 4 percent,” Mayor Ada Lovett said on Monday. According to the housing office,"
    " 1,200 flats were built in 2024."
)


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger in which a claim was rated by person 7; tests work on copies."""
    folder = tmp_path_factory.mktemp("rated")
    (folder / "rents.txt").write_text(TEXT)
    assert claims("load", "rents.txt", cwd=folder).returncode == 0
    done = claims(
        "rate", "1", "mixed", "--reason", "The office says three.", "--link",
        "https://office.example/rents", "--actor", "7", cwd=folder,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture
def desk(tmp_path: Path, rated: Path) -> Path:
    """A folder of this test's own, as `rated`."""
    return shutil.copytree(rated, tmp_path, dirs_exist_ok=True)


def test_an_audit_tells_heads_and_knows_them_again(desk: Path) -> None:
    first = claims("audit", cwd=desk)
    assert first.returncode == 0
    assert "Every history holds." in first.stderr
    head = first.stdout.strip()
    assert head.startswith("0:")
    claims("take", "2", "--actor", "7", cwd=desk)
    assert claims("audit", "--head", head, cwd=desk).returncode == 0
    other = claims("audit", "--head", "0:" + "f" * 64, cwd=desk)
    assert other.returncode == 1
    assert "no longer has the head" in other.stderr


def test_an_audit_says_where_a_history_breaks(desk: Path) -> None:
    with sqlite3.connect(desk / "claims.db") as db:
        db.execute("DROP TRIGGER event_is_not_rewritten")
        db.execute("UPDATE event SET reason = 'The office says four.' WHERE action = 'rate'")
    db.close()
    for command in ("audit", "check"):
        done = claims(command, cwd=desk)
        assert done.returncode == 1
        assert "Server 0, claim #1, event" in done.stderr


def test_a_backup_is_checked_and_restored(desk: Path) -> None:
    assert installed("backup", "copy.db", cwd=desk).returncode == 0
    assert "there already" in claims("backup", "copy.db", cwd=desk).stderr
    assert claims("backup", "copy.db", "--overwrite", cwd=desk).returncode == 0
    assert "All is well." in claims("check", "copy.db", cwd=desk).stdout
    claims("drop", "1", "--reason", "A slip.", cwd=desk)
    restored = claims("restore", "copy.db", cwd=desk)
    assert "claims.db.replaced-" in restored.stdout
    assert "Mixed" in claims("show", "1", cwd=desk).stdout
    assert "All is well." in claims("check", cwd=desk).stdout


def test_a_restore_says_how_many_were_erased_again(desk: Path) -> None:
    claims("backup", "copy.db", cwd=desk)
    assert claims("erase-person", "7", "--yes", cwd=desk).returncode == 0
    restored = claims("restore", "copy.db", cwd=desk)
    assert "people 1, servers 0" in restored.stdout
    assert claims("export-person", "7", cwd=desk).stdout.count('"actor": 7') == 0
    again = claims("restore", "copy.db", "--ledger", "other.db", cwd=desk)
    assert "people 1, servers 0" in again.stdout, "the notes lie beside the backup, too"


def test_a_ledger_moves_to_another_file_as_lines_of_json(desk: Path) -> None:
    assert "2 claims exported" in claims("export", "out.jsonl", cwd=desk).stderr
    imported = claims("import", "out.jsonl", "--ledger", "new.db", "--server", "5", cwd=desk)
    assert "2 claims imported" in imported.stdout, imported.stderr
    again = claims("export", "-", "--ledger", "new.db", "--server", "5", cwd=desk)
    assert again.stdout == (desk / "out.jsonl").read_text()
    refused = claims("import", "out.jsonl", "--ledger", "new.db", "--server", "5", cwd=desk)
    assert refused.returncode == 1
    assert "has a ledger already" in refused.stderr


def test_an_export_replaces_nothing_unless_told(desk: Path) -> None:
    (desk / "out.jsonl").write_text("mine")
    assert "there already" in claims("export", "out.jsonl", cwd=desk).stderr
    assert (desk / "out.jsonl").read_text() == "mine"
    assert claims("export", "out.jsonl", "--overwrite", cwd=desk).returncode == 0


def test_a_file_that_is_no_export_is_told_line_by_line(desk: Path) -> None:
    (desk / "bad.jsonl").write_text("{}\n")
    done = claims("import", "bad.jsonl", "--server", "5", cwd=desk)
    assert done.returncode == 1
    assert "no export of a ledger" in done.stderr
    (desk / "bad.jsonl").write_bytes(b"\xff\xfe")
    assert "not UTF-8" in claims("import", "bad.jsonl", "--server", "5", cwd=desk).stderr


def test_claims_are_exported_for_spreadsheets(desk: Path) -> None:
    assert claims("export", "out.csv", cwd=desk).returncode == 0
    assert (desk / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # for Excel on Windows
    with (desk / "out.csv").open(newline="", encoding="utf-8-sig") as file:
        first, second = list(csv.DictReader(file))
    assert (first["number"], first["rating"], first["source"]) == ("1", "mixed", "Ada Lovett")
    assert first["evidence"].split() == ["context", "https://office.example/rents"]
    assert (second["number"], second["rating"]) == ("2", "")


def test_a_named_format_counts_more_than_how_the_file_ends(desk: Path) -> None:
    assert claims("export", "lines.csv", "--format", "jsonl", cwd=desk).returncode == 0
    assert json.loads((desk / "lines.csv").read_text().splitlines()[0])
    assert claims("export", "sheet.txt", "--format", "csv", cwd=desk).returncode == 0
    assert (desk / "sheet.txt").read_text(encoding="utf-8-sig").startswith("number,")


REFUSED = {
    "export x.xlsx": "x.xlsx: an export is no .xlsx file. End the name with .jsonl",
    "export x.txt": "x.txt: an export is no .txt file. End the name with .jsonl",
    "export folder": "folder is a folder.",
    "export folder --overwrite": "folder is a folder.",
    "export none/x.csv": "none/x.csv cannot be written: there is no folder none.",
    f"export {'x' * 300}.csv": ".csv: File name too long",
    "export claims.db --format jsonl --overwrite": "claims.db is the ledger itself.",
    "import none.jsonl": "There is no file none.jsonl.",
    "import folder": "folder is a folder.",
    "import claims.db/x.jsonl": "claims.db/x.jsonl cannot be read: Not a directory.",
    "restore none.db": "There is no backup at none.db: no such file.",
    "restore folder": "There is no backup at folder: it is a folder",
    "backup folder": "folder is a folder.",
    "check folder": "There is no ledger at folder: it is a folder",
    "load none.txt": "none.txt: there is no such file",
    "load folder": "folder: is a directory",
    "list --ledger folder": "folder is a folder.",
}


@pytest.mark.parametrize("command", REFUSED, ids=lambda command: command[:40])
def test_what_cannot_be_read_or_written_is_told_in_words(
    command: str, tmp_path: Path, empty_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    shutil.copyfile(empty_ledger, "claims.db")
    before = Path("claims.db").read_bytes()
    done = CliRunner().invoke(app, command.split())
    assert done.exit_code == 1
    assert REFUSED[command] in done.stderr
    assert "Errno" not in done.stderr
    assert Path("claims.db").read_bytes() == before
    assert not list(Path().glob("*.part"))


def test_a_person_is_told_what_is_held_and_erased(desk: Path) -> None:
    told = [json.loads(line) for line in claims("export-person", "7", cwd=desk).stdout.splitlines()]
    assert {"claim", "event", "evidence"} <= {entry["table"] for entry in told}
    assert "rows changed" in claims("erase-person", "7", "--yes", cwd=desk).stdout
    told = [json.loads(line) for line in claims("export-person", "7", cwd=desk).stdout.splitlines()]
    acted = [entry["actor"] for entry in told if entry["table"] == "event"]
    assert acted  # what is held under their pseudonym is theirs to know
    assert 7 not in acted
    assert claims("check", cwd=desk).returncode == 0


def test_nobody_is_erased_without_being_asked(desk: Path) -> None:
    assert claims("erase-person", "7", cwd=desk).returncode == 1
    assert claims("export-person", "7", cwd=desk).stdout != ""


FORMULAS = {
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(A1)": "'@SUM(A1)",
    "\t=1": "\t'=1",
    ' "=1"': ' "\'=1"',
    "a;=1": "a;'=1",
    "a\n=1": "a\n'=1",
    "a\r\n =1": "a\r\n '=1",
    "＝1": "'＝1",
    "\u00a0=1": "\u00a0'=1",
    "=-+@": "'=-+@",
    "\u200b=1": "\u200b'=1",
    "\ufeff \u2060+1": "\ufeff \u2060'+1",
    "\x01@SUM(A1)": "\x01'@SUM(A1)",
    "\u3164-1": "\u3164'-1",
    "﹦1": "'﹦1",
}
PLAIN = ["", "a = b", "rose by 4 - 5 percent", "mail a@b.example", "'tis", "2024-01-02", "a, -3"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert sheets.harmless(text) == FORMULAS[text]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_text_already_is_left_alone(text: str) -> None:
    assert sheets.harmless(text) == text
