"""Files into articles: what is read, and what is refused with which words."""

import io
import json
import os
import sys
import tracemalloc
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from claims.errors import ArticleError
from claims.models import Article
from claims.reading import files
from claims.reading.formats import LIMIT

SEED = """+++
title = "Harbour reopens"
publisher = "Example Post"
published_on = 2024-02-03
language = "en"
origin = "Invented for a test."
+++

The harbour reopened, said Ada Quill.
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a file into an otherwise empty directory that is also the current one."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def only(path: Path) -> Article:
    """Return the one article of a file that has no problem."""
    [article] = files.stream(path)
    assert isinstance(article, Article), article
    return article


def reasons(*paths: Path) -> list[str]:
    return [str(problem) for problem in files.read(paths).problems]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Rain fell.\n", "Rain fell.\n", id="as it is"),
        pytest.param("  Rain\tfell. \n\n\n", "  Rain\tfell. \n\n\n", id="white space kept"),
        pytest.param(b"\xef\xbb\xbfRain", "Rain", id="byte-order mark is no text"),
        pytest.param("One\r\nTwo\rThree\n", "One\nTwo\nThree\n", id="universal newlines"),
        pytest.param("“Näive” – 𝒳\n", "“Näive” – 𝒳\n", id="beyond ASCII"),
        pytest.param("A stray \x1b in a long text. " + "x" * 99, None, id="one control character"),
        pytest.param("+++ is a sign\n+++\n", None, id="no header without a fence of its own"),
    ],
)
def test_plain_text_is_read_as_it_stands(write, content, text):
    article = only(write("a.txt", content))

    assert article.text == (content if text is None else text)
    assert article.id == "a.txt"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("Rain Falls Again\n\nIt rained, said Ada Quill.", "Rain Falls Again"),
        ("# Rain Falls Again\n\nIt rained.", "Rain Falls Again"),
        ("\nRain Falls Again\n \nIt rained.", "Rain Falls Again"),
        ("It rained on Monday\nand again on Tuesday.", ""),
        ("It rained. " * 40 + "\n\nMore rain.", ""),
    ],
)
def test_a_first_line_that_stands_alone_is_the_title(write, content, title):
    assert only(write("a.md", content)).title == title


def test_a_seed_is_read_with_what_its_header_says(write):
    assert only(write("a.txt", SEED)) == Article(
        id="a.txt",
        text="The harbour reopened, said Ada Quill.",
        title="Harbour reopens",
        publisher="Example Post",
        published_on=date(2024, 2, 3),
        language="en",
        origin="Invented for a test.",
    )


def test_all_problems_of_a_header_are_told_at_once(write):
    header = (
        '+++\ntitle = ""\npublished_on = "soon"\nlanguage = "en"\norigin = "x"\nmood = 1\n+++\n'
    )

    told = reasons(write("a.txt", header))

    assert [line.partition(": ")[0] for line in told] == ["a.txt"] * 5
    for part in ("title", "publisher is missing", "published_on", "mood is no key", "is empty"):
        assert any(part in line for line in told), part


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("+++\ntitle = ]\n+++\nText.", "the header is no TOML: Invalid value (at line 2"),
        ("+++\ntitle = 'x'\nText without end.", "the header has no end"),
        ("+++\nx = " + "[" * 5000 + "\n+++\nText.", "the header is no TOML"),
    ],
)
def test_a_header_that_cannot_be_read_is_refused(write, content, reason):
    [told] = reasons(write("a.txt", content))

    assert reason in told


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\t\n", "is empty"),
        ("a.jsonl", "", "is empty"),
        ("a.jsonl", "\n\n", "is empty"),
        ("a.html", "", "is empty"),
        ("a.html", "<nav>Home</nav><script>x()</script>", "has no text of its own"),
        ("a.txt", b"PK\x03\x04\x00\x00", "is binary, not text: it holds NUL bytes"),
        ("a.txt", b"\x01\x02\x03\x04abc", "is binary, not text: it holds 4 control characters"),
        (
            "a.txt",
            "Caf\u00e9 said\nd\u00e9j\u00e0".encode("latin-1"),
            "is not UTF-8 (byte 0xe9 in line 1)",
        ),
        ("a.html", b"<p>Rain\n fell\xff</p>", "is not UTF-8 (byte 0xff in line 2)"),
        ("a.txt", "Rain fell.".encode("utf-16"), "is UTF-16, not UTF-8"),
        ("a.txt", "x" * 5_000_000, "is larger than 4 MB"),
        ("a.html", "<p>" + "x" * LIMIT, "is larger than 4 MB"),
        ("a.pdf", "%PDF", "cannot tell what a .pdf file is"),
    ],
)
def test_what_is_no_article_is_refused_with_its_name_and_the_reason(write, name, content, reason):
    path = write(name, content)

    [told] = reasons(path)

    assert told.startswith(f"{name}: ")
    assert reason in told


def test_a_missing_file_and_a_directory_are_refused(write, tmp_path):
    Path("folder").mkdir()

    assert reasons(Path("none.txt"), Path("folder")) == [
        "none.txt: there is no such file",
        f"folder: is a directory; name the files in it, as {Path('folder/*.txt')}",
    ]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_an_unreadable_file_is_refused(write):
    path = write("a.txt", "Rain.")
    path.chmod(0)

    assert reasons(path) == ["a.txt: cannot be read: Permission denied"]


def test_a_link_to_itself_is_refused_with_the_systems_words(write, tmp_path):
    """Stands for whatever else the system may answer; holds for root too."""
    link = tmp_path / "a.txt"
    link.symlink_to(link)

    [told] = reasons(link)

    assert "a.txt: cannot be read: " in told


def test_one_bad_file_keeps_no_other_from_being_read(write):
    paths = [write("a.txt", "One."), write("b.txt", b"\0"), write("c.txt", SEED), Path("d.txt")]

    found = files.read(paths)

    assert [article.id for article in found.articles] == ["a.txt", "c.txt"]
    assert [problem.name for problem in found.problems] == ["b.txt", "d.txt"]


def test_each_line_of_jsonl_is_an_article(write):
    line = {
        "id": "n1",
        "text": "One\r\ntwo\u2028three “x”.",
        "title": "T",
        "publisher": "P",
        "published_on": "2024-02-03",
        "url": "https://news.example/1",
        "language": "en",
        "claims": [{"left": "alone"}],
    }
    path = write("a.jsonl", json.dumps(line) + "\n\n" + '{"id": 7, "text": "Two."}')

    first, second = files.stream(path)

    assert first == Article(
        id="n1",
        text="One\r\ntwo\u2028three “x”.",  # unaltered: spans count in the string of the JSON
        title="T",
        publisher="P",
        published_on=date(2024, 2, 3),
        url="https://news.example/1",
    )
    assert second == Article(id="7", text="Two.")


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "text": "Rain.", "title": null, "published_on": ""}',
        '\ufeff{"id": "a", "text": "Rain."}',
        '{"id": "a", "text": "Rain."}\r',
        '{"id": "a", "text": "Rain.", "url": null, "language": null}',
    ],
)
def test_what_a_line_does_not_know_is_left_empty(write, line):
    assert only(write("a.jsonl", line)) == Article(id="a", text="Rain.")


def test_the_day_is_taken_of_a_time(write):
    line = '{"id": "a", "text": "Rain.", "published_on": "2024-02-03T10:11:12Z"}'

    assert only(write("a.jsonl", line)).published_on == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is no JSON"),
        ("[]", "is no JSON object"),
        ("nonsense", "is no JSON"),
        ('{"text": "x"}', "id is missing"),
        ('{"id": "x"}', "text is missing"),
        ('{"id": "x", "text": ""}', "text is missing"),
        ('{"id": "x", "text": " "}', "is empty"),
        ('{"id": "x", "text": ["a"]}', "text is no text"),
        ('{"id": "x", "text": "a", "published_on": "soon"}', "published_on is no date"),
        ('{"id": "x", "text": "a", "url": "javascript:alert(1)"}', "url is no web address"),
        ('{"id": "x", "text": "a", "url": "https://a.example/ b"}', "url is no web address"),
        (r'{"id": "x", "text": "\u0000"}', "is binary"),
        (r'{"id": "x", "text": "a \ud800 b"}', "is no JSON"),
        ('{"id": "x", "text": ' + "[" * 100_000, "is no JSON"),
        (b'{"id": "x", "text": "\xff"}', "is no JSON"),
        ('{"id": "x", "text": "' + "x" * LIMIT + '"}', "is larger than 4 MB"),
        ('{"id": "x", "text": "' + "x" * (2 * LIMIT + 7) + '"}', "is larger than 4 MB"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(write, line, reason):
    line = line if isinstance(line, bytes) else line.encode()
    good = b'{"id": "%d", "text": "Rain."}'
    path = write("a.jsonl", good % 1 + b"\n" + line + b"\n" + good % 3)

    first, bad, third = files.stream(path)

    assert isinstance(first, Article)
    assert isinstance(bad, ArticleError)
    assert isinstance(third, Article)
    assert bad.name == "a.jsonl:2"
    assert reason in bad.reason
    assert [first.id, third.id] == ["1", "3"]


def test_jsonl_is_read_as_a_stream(write):
    """The memory in use stays far below the size of the file."""
    line = json.dumps({"id": "x", "text": "Rain fell. " * 200}) + "\n"
    path = write("a.jsonl", line * 5_000)
    tracemalloc.start()
    try:
        assert sum(1 for _ in files.stream(path)) == 5_000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert path.stat().st_size > 10_000_000
    assert peak < 1_000_000


def test_an_endless_file_is_refused(tmp_path):
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")

    [told] = reasons(Path("/dev/zero"))

    assert told == "/dev/zero: is larger than 4 MB, the most that one article may have"


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (b"Rain fell.", ["Rain fell."]),
        (b"<p>Rain <b>fell</b>.</p>", ["Rain fell."]),
        (b'{"id": "1", "text": "Rain."}\n{"id": "2", "text": "Fell."}\n', ["Rain.", "Fell."]),
        (SEED.encode(), ["The harbour reopened, said Ada Quill."]),
    ],
)
def test_standard_input_is_told_by_how_it_starts(monkeypatch, given, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))

    found = files.read([files.STDIN])

    assert [article.text for article in found.articles] == texts
    assert not found.problems
    assert not sys.stdin.closed


def test_articles_come_one_at_a_time(write):
    """A stream that nobody reads on does not read on either."""
    path = write("a.jsonl", '{"id": "1", "text": "Rain."}\nnonsense')

    [first] = islice(files.stream(path), 1)

    assert isinstance(first, Article)
