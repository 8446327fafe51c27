"""A desk without Discord: every decision by its command, on a real ledger."""

import re

import pytest
from typer.testing import CliRunner, Result

from claims.__main__ import app
from claims.reading.seeds import shipped

LINKS = ("--link", "https://one.example/a", "--link", "https://two.example/b")


@pytest.fixture
def desk(tmp_path):
    """A ledger with the shipped article, and the command that works on it."""

    def run(*arguments: object) -> Result:
        environment = {"CLAIMBOT_LEDGER": str(tmp_path / "claims.db"), "COLUMNS": "100"}
        return CliRunner().invoke(app, [*map(str, arguments)], env=environment)

    run("load", *shipped())
    return run


def said(done: Result) -> str:
    """What a command that worked printed, on one line."""
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    return " ".join(done.stdout.split())


def refused(done: Result) -> str:
    """Why a command was refused: one line on standard error."""
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_a_claim_is_rated_corrected_disputed_and_reopened(desk):
    assert "#1 False" in said(desk("rate", 1, "false", "--reason", "Counted.", *LINKS))
    corrected = said(desk("rate", 1, "mixed", "--reason", "Half of it."))
    assert "#1 Mixed" in corrected
    assert "earlier False (major correction)" in corrected
    assert "Mixed, disputed" in said(desk("dispute", 1, "--reason", "Old table."))
    assert "Not checked yet" in said(desk("reopen", 1, "--reason", "New table."))
    history = said(desk("history", 1))
    for words in ("Counted.", "Half of it.", "Old table.", "New table.", "https://one.example/a"):
        assert words in history


def test_a_refusal_is_one_line_and_changes_nothing(desk):
    before = desk("history", 1).stdout
    assert "two independent origins" in refused(
        desk("rate", 1, "verified", "--reason", "x", "--link", "https://one.example/a")
    )
    assert "a reason is needed" in refused(desk("drop", 1))
    assert "Nothing was done" in refused(desk("take", 1, "--seen", 7))
    assert "no claim #99" in refused(desk("take", 99))
    assert desk("history", 1).stdout == before


def test_a_stale_decision_is_told_who_decided_and_when(desk):
    said(desk("take", 1, "--actor", 5))
    told = refused(desk("take", 1, "--seen", 1))
    assert re.search(r"Member 5 changed this claim on \d{4}-\d\d-\d\d at \d\d:\d\d UTC", told)


def test_followed_claims_are_listed(desk):
    assert "#1 is followed by member 5" in said(desk("follow", 1, "--actor", 5))
    assert "1" in said(desk("list", "--followed-by", 5)).split()
    assert "no longer" in said(desk("follow", 1, "--actor", 5, "--end"))
    assert "1" not in said(desk("list", "--followed-by", 5)).split()


def test_evidence_is_listed_with_what_withdraws_it(desk):
    said(desk("evidence", 1, "--link", "https://one.example/a", "--note", "p. 1", "--primary"))
    listed = said(desk("evidence", 1))
    assert "primary source" in listed
    assert "p. 1" in listed
    said(desk("withdraw", 1, 1, "--reason", "Gone."))
    assert said(desk("evidence", 1)) == "No evidence yet."


def test_taking_releasing_dropping_and_undoing(desk):
    assert "in hand member 5" in said(desk("take", 1, "--actor", 5))
    assert "Not checked yet" in said(desk("release", 1))
    assert "Dropped" in said(desk("drop", 1, "--reason", "Spam."))
    assert "Not checked yet" in said(desk("undo", 1))


def test_words_tags_and_dates(desk):
    assert "Other [bold]words[/bold]" in said(
        desk("edit", 1, "Other [bold]words[/bold]", "--reason", "Clearer.")
    )
    assert said(desk("tag", 1, "--add", "Trade", "--add", "[b]")) == "[b], trade"
    assert "tags [b], trade" in said(desk("show", 1))
    assert said(desk("tag", 1, "--remove", "trade")) == "[b]"
    assert "from 2035-01-01" in said(desk("recheck", 1, "--on", "2035-01-01"))
    assert "re-check" not in said(desk("recheck", 1))
    assert "was:" in said(desk("history", 1))


def test_a_claim_is_given_to_who_said_it_and_the_history_says_whose_it_was(desk):
    before = said(desk("show", 1))
    assert "source Ole Brandt (person)" in said(
        desk("edit", 1, "--source", "Ole Brandt", "--reason", "Misread.")
    )
    history = said(desk("history", 1))
    assert "source was:" in history
    assert "source now: Ole Brandt (person)" in history
    assert said(desk("undo", 1)) == before
    assert "source unnamed (unnamed)" in said(desk("edit", 1, "--source", "", "--reason", "x"))
    assert "what is to change" in refused(desk("edit", 1, "--reason", "x"))
    assert desk("audit").exit_code == 0


def test_a_merged_number_shows_the_claim_that_absorbed_it(desk):
    said(desk("merge", 2, 1, "--reason", "The same."))
    assert said(desk("show", 2)).startswith("#2 was merged into #1. #1 ")
    assert "merged into #1" in refused(desk("take", 2))
    said(desk("unmerge", 2, "--reason", "Not the same."))
    assert said(desk("show", 2)).startswith("#2 ")


def test_two_persons_and_relaxed_evidence_are_chosen_and_shown(desk):
    chosen = said(desk("settings", "--two-person", "--relaxed-evidence"))
    assert "two-person on" in chosen
    assert "strict-evidence off" in chosen
    assert said(desk("settings")) == chosen
    weak = ("--reason", "So.", "--link", "https://one.example/a")
    first = said(desk("rate", 1, "false", *weak, "--actor", 5))
    assert "Waiting for a second moderator" in first
    assert "proposed False: So." in first
    second = said(desk("rate", 1, "false", *weak, "--actor", 6))
    assert "#1 False" in second
    assert "less than two independent origins" in second


def test_members_ask_and_report_and_are_answered(desk):
    assert said(desk("ask", 1, "--actor", 5)) == "1 person wants #1 checked."
    assert said(desk("ask", 1, "--actor", 6)) == "2 people want #1 checked."
    said(desk("rate", 1, "false", "--reason", "x", *LINKS))
    said(desk("report", 1, "--reason", "Old.", "--actor", 5))
    said(desk("report", 1, "--reason", "Odd.", "--actor", 6))
    listed = said(desk("reports"))
    assert "Old." in listed
    assert "member 6" in listed
    assert said(desk("answer", 2, "--reject", "--reason", "No.")) == "Report 2 is rejected."
    assert "False, disputed" in said(desk("answer", 1, "--accept"))
    assert said(desk("reports")) == "No report waits."
