"""Texts that are markup under another name, and texts that speak of markup."""

import json

import pytest

from claims.models import Article
from claims.reading.formats import read_line, read_text
from claims.reading.unmarked import without_markup

READ = {
    "<p>The pier closed.</p>\n<p>It&nbsp;leaks.</p>\n": "The pier closed.\n\nIt leaks.",
    "<p>The pier closed.\n<p>It leaks.": "The pier closed.\n\nIt leaks.",
    "<div class='a'>The pier\nclosed on\nMonday,\nsay divers.</div>":
        "The pier closed on Monday, say divers.",
    "It closed.<br>\nIt leaks.<br />\nDivers agree.": "It closed.\nIt leaks.\nDivers agree.",
    "<!DOCTYPE html><title>Pier</title><body>It leaks.": "It leaks.",
    "<P>One</P><P>Two</P>": "One\n\nTwo",
    "&lt;p&gt;The pier closed.&lt;/p&gt;": "The pier closed.",
    "<p>&amp;quot;We lost,&amp;quot; she said.</p>": "\"We lost,\" she said.",
    "&quot;We lost&quot;, she said.": "\"We lost\", she said.",
    "It&#8217;s open.": "It’s open.",
    "It&#x2019;s at AT&T.": "It’s at AT&T.",
    "AT&amp;T grew.": "AT&T grew.",
    "Fish &amp; chips, rum &amp; coke, A &amp; B.": "Fish & chips, rum & coke, A & B.",
    "It&amp;#8217;s open.": "It’s open.",
}  # fmt: skip
LEFT = [
    "",
    "Rain fell.",
    "Write <b> for bold, and <p> for a paragraph.",
    "<p> begins a paragraph, she said.",
    "Use <b>bold</b> words.\nNever <i>these</i>.",
    "The pier closed.\n<p>\nIt leaks.\nDivers agree.",
    "It is written &amp; in pages.",
    "The signs “&lt;” and “&gt;” stand for brackets.",
    "A &amp; B & C &amp; D &amp; E",
    "See a.example/?a=1&section=2&copy=3 now.",
    "A&B; C&nosuch;D",
    "AT&T and Q&A, R&D",
    "3 < 4 > 2",
    "a" * 9 + "&" + "b" * 99 + ";",
]


@pytest.mark.parametrize("text", READ)
def test_markup_and_entities_are_read(text: str) -> None:
    assert without_markup(text) == READ[text]


@pytest.mark.parametrize("text", LEFT)
def test_a_text_that_mentions_markup_stays(text: str) -> None:
    assert without_markup(text) == text


@pytest.mark.parametrize("text", [*READ, *LEFT[1:]])
def test_plain_text_and_lines_of_json_are_read_alike(text: str) -> None:
    line = read_line(json.dumps({"id": "1", "text": text}).encode())
    plain = read_text("a.txt", text.encode())
    assert isinstance(line, Article)
    assert isinstance(plain, Article)
    assert line.text == plain.text == without_markup(text)


def test_a_document_saved_as_text_tells_its_title() -> None:
    found = read_text("a.txt", b"<html><title>Pier</title><p>It leaks.</html>")
    assert isinstance(found, Article)
    assert found.title == "Pier"


def test_signs_that_no_text_may_hold_are_refused_behind_entities_too() -> None:
    assert read_text("a.txt", b"a&#x200b;&#x200b;") != []
    assert isinstance(read_text("a.txt", b"a&#0;b"), Article)  # U+FFFD, as in browsers
    assert not isinstance(read_text("a.txt", b"\xe2\x80\x8b&#8203;&#8203;&#8203;"), Article)
