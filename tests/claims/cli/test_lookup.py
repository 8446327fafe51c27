"""`claims list`, `search`, `source` and `check-text`."""

from pathlib import Path

import pytest

from tests.claims.cli.running import claims, installed

ARTICLES = {
    "rents": "Rents in Norvik fell by 4 percent last year, Mayor Ida Lund said on Monday.\n",
    "ferry": "The ferry to Sundby will stop in May, harbour master Ole Brandt said on Friday.\n",
    "again": "Rents in Norvik fell by 9 percent last year, Mayor Ida Lund said on Sunday.\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that has these articles."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text)
    done = claims("load", *[f"{name}.txt" for name in ARTICLES], cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def shown(desk: Path, *arguments: str) -> str:
    """What a command that succeeds prints, on one line."""
    done = claims(*arguments, cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("options", "found", "left_out"),
    [
        (["--words", "ferr"], "Brandt", "Lund"),
        (["--source", "IDA LUND"], "Lund", "Brandt"),
        (["--order", "oldest_open"], "Brandt", "Nobody"),
        (["--order", "check_worthiness", "--check-worthiness", "0"], "Lund", "Nobody"),
        (["--added-from", "2000-01-01", "--no-evidence", "--kind", "indirect"], "Lund", "Nobody"),
        (["--evidence"], "No claims", "Lund"),
        (["--added-to", "2000-01-01"], "No claims", "Lund"),
        (["--tag", "port"], "No claims", "Lund"),
        (["--rating", "false"], "No claims", "Lund"),
        (["--recheck"], "No claims", "Lund"),
    ],
)
def test_a_list_narrows(desk, options, found, left_out):
    listed = shown(desk, "list", *options)
    assert found in listed
    assert left_out not in listed


def test_search_shows_the_best_match_first(desk):
    done = installed("search", "percent", "rents", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    found = " ".join(done.stdout.split())
    assert "Ferry" not in found
    assert "Rents" in found


@pytest.mark.parametrize("words", ["lodz soren", "Łódź Søren", "ŁÓDŹ"])
def test_search_finds_special_letters_by_plain_ones_and_shows_them(tmp_path, words):
    text = "Trams in Łódź stop in May, Mayor Søren Holt said on Monday.\n"
    (tmp_path / "trams.txt").write_text(text, encoding="utf-8")
    claims("load", "trams.txt", cwd=tmp_path)
    for command in (["search", words], ["list", "--words", words]):
        found = shown(tmp_path, *command)
        assert "Łódź" in found
        assert "Søren" in found
    assert shown(tmp_path, "check") != ""


def test_a_place_that_is_none_is_refused(desk):
    done = claims("list", "--order", "check_worthiness", "--start", "x", cwd=desk)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no such place" in done.stderr


def test_sources_are_listed_and_shown_as_counted_here_only(desk):
    for command in (["source", "list"], ["source", "show", "brandt"]):
        printed = shown(desk, *command) if command[1] == "list" else None
        if printed:
            assert "Ida Lund" in printed
            assert "only what was checked here" in printed
    record = shown(desk, "source", "show", "Ole Brandt")
    assert "only what was checked here" in record
    assert "claims 1" in record


def test_a_source_gets_and_loses_another_name(desk):
    assert "also the skipper" in shown(desk, "source", "alias", "Ole Brandt", "The Skipper")
    assert "Ole Brandt" in shown(desk, "source", "show", "the skipper")
    assert "skipper" not in shown(desk, "source", "unalias", "Ole Brandt", "The Skipper")


def test_a_text_is_checked_against_what_is_known(desk):
    found = shown(desk, "check-text", "did rents in norvik fall by 12 percent last year?")
    assert "says “12”" in found
    assert "#3 says “9”" in found
    assert "Lund" in found
    assert "Nothing is known" in shown(desk, "check-text", "zebra")


def test_a_claim_is_shown_with_the_rule_that_found_it(desk):
    assert "found by said_after" in shown(desk, "show", "1")


def test_near_repeats_wait_for_a_decision(desk):
    assert "#3 says “9”, #1 says “4”" in shown(desk, "matches")


def test_a_claim_is_shown_with_what_may_repeat_it_until_somebody_says_no(tmp_path):
    for name in ("rents", "again"):
        (tmp_path / f"{name}.txt").write_text(ARTICLES[name])
    claims("load", "rents.txt", "again.txt", cwd=tmp_path)
    assert "#2 says “9”, #1 says “4”" in shown(tmp_path, "show", "2")
    assert "stay two claims" in shown(tmp_path, "reject", "2", "1")
    assert "says “9”" not in shown(tmp_path, "show", "2")
    assert "says “9”" not in shown(tmp_path, "matches")
    done = claims("reject", "2", "3", cwd=tmp_path)
    assert (done.returncode, "Nothing suggests" in done.stderr) == (1, True)


def test_where_nothing_is_found_that_is_said(desk, tmp_path):
    for command in (["list", "--rating", "false"], ["search", "zebra"]):
        assert shown(desk, *command).strip() == "No claims found."
    claims("load", "none.txt", cwd=tmp_path)
    (tmp_path / "none.txt").write_text("A headline")
    claims("load", "none.txt", cwd=tmp_path)
    assert shown(tmp_path, "matches").strip() == "No two claims wait for a decision."
    assert shown(tmp_path, "source", "list").strip() == "No sources found."


def test_articles_are_listed_with_the_ids_that_lists_take(desk):
    listed = claims("articles", "--start", "2", cwd=desk).stdout.splitlines()
    rows = [line.split() for line in listed]
    assert [row[0] for row in rows if row and row[0].isdecimal()] == ["2", "1"]
    assert "Brandt" in shown(desk, "list", "--article", "2")
    assert "Lund" not in shown(desk, "list", "--article", "2")


def test_several_places_and_their_origins_are_told(tmp_path):
    (tmp_path / "one.txt").write_text(ARTICLES["rents"])
    (tmp_path / "two.txt").write_text(f"The council met.\n\n{ARTICLES['rents']}")
    claims("load", "one.txt", "two.txt", cwd=tmp_path)
    assert "made in 2 appearances, 1 origin " in shown(tmp_path, "show", "1")
