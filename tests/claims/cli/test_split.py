"""`claims split`: what it prints for people and for programs, and how it fails."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claims import __main__ as command
from claims.errors import ArticleError, ClaimsError
from claims.models import Article
from claims.reading.parallel import AHEAD, BATCH, spread

TEXT = (
    "Rents in Zugbridge rose by 4% last year, said Ada Quill, a city councillor.\n\n"
    "According to the Tenants League, 300 people lost their homes.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in an empty directory, as its own process would, but in this one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(command.app, ["split", *arguments], input=stdin)

    return run


def in_a_process(
    *arguments: str, cwd: Path, stdin: int | None = None, start_new_session: bool = False
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "claims", "split", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(command.__file__).parents[1])},
        cwd=cwd,
        stdin=stdin,
        start_new_session=start_new_session,
    )


def lines(articles: int) -> str:
    return "".join(json.dumps({"id": f"n{n}", "text": TEXT}) + "\n" for n in range(articles))


def test_jsonl_prints_the_contracts_record_for_each_article(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    result = run("a.txt", "--jsonl")

    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    record = json.loads(line)
    assert record["id"] == "a.txt"
    first, second = record["claims"]
    assert set(first) >= {
        *("text", "content", "kind", "group", "source", "cue", "stated_on", "check_worthiness"),
    }
    assert set(first["source"]) == {"name", "role", "type", "mention"}
    assert first["source"]["name"] == "Ada Quill"
    assert second["rule"] == "according_to"
    assert record["left_out"] == {}
    assert first["source"]["type"] == "person"
    [[start, end]] = second["content"]
    assert TEXT[start:end] == "300 people lost their homes"
    [[start, end]] = second["source"]["mention"]
    assert TEXT[start:end].endswith("Tenants League")
    assert 0 <= first["check_worthiness"] <= 1


def test_each_line_of_json_stays_one_line_and_pure_ascii(run):
    """Some readers split lines at U+2028, and a terminal obeys U+009B."""
    text = "Rents in Zugbridge rose by\u20284%\u009b1m “again”, said Ada Quill."
    Path("a.jsonl").write_text(json.dumps({"id": "ä\u2028", "text": text}), encoding="utf-8")

    result = run("a.jsonl", "--jsonl")

    assert result.stdout.isascii()
    [line] = result.stdout.splitlines()
    assert json.loads(line)["id"] == "ä\u2028"


def test_without_jsonl_a_table_shows_claims_and_sources(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    result = run("a.txt")

    assert result.exit_code == 0
    for words in ("Ada Quill", "Tenants League", "300 people lost their homes", "2 claims"):
        assert words in result.stdout


def test_explain_shows_where_each_claim_stands(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("300")

    result = run("a.txt", "--explain")

    assert f"{start}–{start + 27} 300 people lost their homes" in result.stdout
    assert "According to" in result.stdout


def test_trace_shows_how_one_sentence_is_read(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    told = " ".join(run("a.txt", "--trace", "According to").stdout.split())
    record = json.loads(run("a.txt", "--trace", "According to", "--jsonl").stdout)

    assert "attribution according_to source" in told
    assert [step["rule"] for step in record["attributions"]] == ["according_to"]
    assert record["claims"][0]["rule"] == "according_to"


def test_trace_of_words_that_are_not_there_is_a_problem_of_the_article(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    result = run("a.txt", "--trace", "no such words")

    assert result.exit_code == 1
    assert "a.txt" in result.stderr
    assert "nothing to trace at no such words" in result.stderr


def test_what_no_claim_rests_on_is_counted(run):
    Path("a.txt").write_text(f"{TEXT} Who knows? It was late.", encoding="utf-8")

    told = json.loads(run("a.txt", "--jsonl").stdout)
    explained = run("a.txt", "--explain").stdout

    assert told["left_out"] == {"question": 1, "no statement": 1}
    assert "left out  question: 1, no statement: 1" in explained


def test_explain_names_the_rule_that_found_each_claim(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    told = " ".join(run("a.txt", "--explain").stdout.split())

    assert "rule according_to: “according to” somebody, beside what was said" in told


def test_explain_shows_what_makes_a_claim_check_worthy(run):
    Path("a.txt").write_text('"I hope it rains," Ada Quill said.', encoding="utf-8")

    told = " ".join(run("a.txt", "--explain").stdout.split())

    assert (
        "check-worthiness 0.02: wish -2, first person -0.5, nothing to look up -0.5, direct -0.25"
        in told
    )
    assert "start -0.75" in told


def test_a_table_is_not_a_place_to_write_commands_to_the_terminal(run):
    """Escape sequences, marks that turn the direction, and rich's own markup stay words."""
    text = (
        "[red]Rents[/] rose \x1b[2J by \u202e4%\u009b, said Ada Quill."
        + " The rain fell on the town." * 30
    )
    Path("a.txt").write_text(text, encoding="utf-8")

    for result in (run("a.txt"), run("a.txt", "--explain")):
        assert "[red]Rents[/]" in result.stdout
        assert not {"\x1b", "\u202e", "\u009b"} & set(result.stdout)


def test_an_article_without_claims_is_no_failure(run):
    Path("a.txt").write_text("Scroll to Top", encoding="utf-8")

    result = run("a.txt")

    assert result.exit_code == 0
    assert "no claims" in result.stdout


def test_problems_go_to_standard_error_and_the_others_are_printed(run):
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.txt").write_bytes(b"\0")
    Path("c.jsonl").write_text("nonsense\n" + lines(1), encoding="utf-8")

    result = run("b.txt", "c.jsonl", "none.txt", "a.txt", "--jsonl")

    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["n0", "a.txt"]
    told = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == ["b.txt", "c.jsonl:1", "none.txt"]
    assert all(line.startswith("error: ") for line in told)


def test_standard_input_is_an_article_of_its_own(run):
    result = run("-", "--jsonl", stdin=TEXT)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "-"


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt", "--jsonl", "--explain"], ["a.txt", "--jobs", "0"], ["--nonsense"]]
)
def test_wrong_usage_is_told_without_a_traceback(run, arguments):
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "Usage" in result.output


def test_several_processes_print_the_same_in_the_same_order(run):
    """With an unreadable line in each place where batches could lose or turn it."""
    written = lines(3 * BATCH).splitlines()
    for at in (0, BATCH, len(written) - 1):
        written[at] = "nonsense"
    Path("a.jsonl").write_text("\n".join(written), encoding="utf-8")

    alone, together = run("a.jsonl", "--jsonl"), run("a.jsonl", "--jsonl", "--jobs", "2")

    assert len(alone.stdout.splitlines()) == 3 * BATCH - 3
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert together.exit_code == alone.exit_code == 1


def shout(article: Article) -> str:
    """Stand for a splitter that refuses an article."""
    if article.text == "whisper":
        raise ArticleError(article.id, "too quiet")
    return article.text.upper()


def die(article: Article) -> str:
    os._exit(1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_refusal_of_the_splitter_names_its_article(jobs):
    articles = [Article(id="a", text="hear"), Article(id="b", text="whisper")]

    [first, error] = spread(shout, articles, jobs)

    assert not isinstance(first, ArticleError)
    article, heard = first
    assert (article.id, heard) == ("a", "HEAR")
    assert isinstance(error, ArticleError)
    assert str(error) == "b: too quiet"


def test_only_so_many_articles_are_read_ahead():
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(id=str(taken), text="hear")

    results = spread(shout, endless(), jobs=2)
    first = next(results)
    results.close()

    assert not isinstance(first, ArticleError)
    assert first[0].id == "1"
    assert taken == 2 * AHEAD * BATCH


def test_a_worker_that_dies_is_one_clear_line():
    with pytest.raises(ClaimsError, match="A worker process died"):
        list(spread(die, [Article(id="a", text="x")], jobs=2))


def test_the_command_runs_in_a_process_of_its_own(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    process = in_a_process("a.txt", "none.txt", "--jsonl", cwd=tmp_path)
    stdout, stderr = process.communicate(timeout=60)

    assert process.returncode == 1
    assert json.loads(stdout)["id"] == "a.txt"
    assert stderr == "error: none.txt: there is no such file\n"


@pytest.mark.parametrize("how", ["--jsonl", "--explain"])
def test_a_reader_who_leaves_early_sees_no_traceback(tmp_path, how):
    """As `claims split … | head` does."""
    (tmp_path / "a.jsonl").write_text(lines(2_000), encoding="utf-8")

    with in_a_process("a.jsonl", how, cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(100)
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")
def test_a_terminal_is_shown_how_far_it_is_and_what_is_wrong(tmp_path):
    """The bar is on standard error only; elsewhere (all other tests) there is none."""
    (tmp_path / "a.jsonl").write_text("nonsense\n" + lines(5), encoding="utf-8")
    reader, terminal = os.openpty()
    command_line = [sys.executable, "-m", "claims", "split", "a.jsonl", "--jsonl"]
    where = {"PYTHONPATH": str(Path(command.__file__).parents[1]), "TERM": "xterm"}

    done = subprocess.run(
        command_line,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=os.environ | where,
        check=False,
    )
    shown = os.read(reader, 100_000).decode()
    os.close(reader)
    os.close(terminal)

    assert len(done.stdout.splitlines()) == 5
    assert "6 articles" in shown
    assert "error: a.jsonl:1: is no JSON" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process differently there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_without_a_traceback(tmp_path, jobs):
    """The whole group of processes gets the signal, as from a terminal."""
    with in_a_process(
        "-", "--jsonl", "--jobs", jobs, cwd=tmp_path, stdin=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(lines(200))
        process.stdin.flush()
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        # Its output is taken meanwhile; and if it missed the signal, it ends here with 0.
        process.stdin.close()
        process.stdin = None
        _, stderr = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "Traceback" not in stderr


INTERRUPTED = """
import sys
from claims.models import Article
from claims.reading.parallel import BATCH, spread
from claims.splitting import split

def articles():
    yield from [Article(text="Rents fell.")] * BATCH  # a process starts for these
    while True:  # until the interrupt comes
        pass

try:
    list(spread(split, articles(), 2))
except KeyboardInterrupt:
    sys.exit(130)
"""

STARTING = """
import os, signal, sys
if "--multiprocessing-fork" in sys.orig_argv:
    os.killpg(0, signal.SIGINT)
"""
"""What Python runs first in each process: one that starts to work interrupts them all."""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process differently there")
def test_ctrl_c_while_a_process_starts_ends_it_without_a_traceback(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(STARTING)
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=Path(command.__file__).parents[1],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        start_new_session=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "")
