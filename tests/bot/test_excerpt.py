"""A claim's words in their paragraph, and links that lead to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.excerpt import marked, to_words
from claims.models import Span

TEXT = "First things.\n\nMayor Ada Lovett said that rents fell by 4% in May. She smiled.\n\nLast."


def where(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        pytest.param(
            ["rents fell by 4%"],
            200,
            "Mayor Ada Lovett said that **rents fell by 4%** in May. She smiled.",
            id="paragraph",
        ),
        pytest.param(["Last."], 200, "**Last.**", id="whole paragraph"),
        pytest.param(
            ["Mayor", "smiled"],
            200,
            "**Mayor** Ada Lovett said that rents fell by 4% in May. She **smiled**.",
            id="two spans",
        ),
        pytest.param(
            ["rents fell by 4%"], 48, "…said that **rents fell by 4%** in May. She…", id="cut"
        ),
    ],
)
def test_marks_the_words_in_their_paragraph(words: list[str], limit: int, shown: str) -> None:
    assert marked(TEXT, [where(each) for each in words], limit) == shown


def test_what_parts_a_quotation_keeps_its_own_spaces() -> None:
    text = "“It fell this summer,” Aker warned, “and will (again) fall.” So it did."
    content = [where(words, text) for words in ("It fell this summer", "and will", "again")]
    assert marked(text, content, 300) == (
        "“**It fell this summer**,” Aker warned, “**and will** \\(**again**\\) fall.” So it did."
    )


def test_marks_hostile_words_literally() -> None:
    text = "He said: **@everyone** [a](https://b.example) ||x||, twice."
    shown = marked(text, [where("@everyone** [a]", text)], 300)
    assert shown == (
        r"He said: \*\***\@everyone\*\* \[a\]**\(https\://b.example\) \|\|x\|\|, twice."
    )


@given(st.text(max_size=400), st.data(), st.integers(min_value=60, max_value=300))
def test_keeps_its_limit_and_line(text: str, data: st.DataObject, limit: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    middle = data.draw(st.integers(start, end))
    shown = marked(text, [Span(start, middle), Span(middle, end)], limit)
    assert len(shown) <= limit
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("url", "words", "linked"),
    [
        ("https://a.example/x", "rents fell", "https://a.example/x#:~:text=rents%20fell"),
        ("https://a.example/x#top", "rents", "https://a.example/x#top:~:text=rents"),
        ("https://a.example/x#:~:text=old", "new", "https://a.example/x#:~:text=new"),
        (
            "https://a.example",
            "well-known, a & b",
            "https://a.example#:~:text=well%2Dknown%2C%20a%20%26%20b",
        ),
        ("https://a.example", "“été”", "https://a.example#:~:text=%E2%80%9C%C3%A9t%C3%A9%E2%80%9D"),
        (
            "https://a.example",
            "one two three four five\nsix seven eight nine",
            "https://a.example#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine",
        ),
    ],
)
def test_links_to_the_words(url: str, words: str, linked: str) -> None:
    assert to_words(url, words, limit=500) == linked


def test_a_long_span_is_linked_by_its_ends() -> None:
    words = "alpha beta gamma delta " + "filler " * 40 + "one two three four"
    linked = to_words("https://a.example", words, limit=500)
    assert linked.endswith("text=alpha%20beta%20gamma%20delta,one%20two%20three%20four")


@pytest.mark.parametrize(
    ("url", "words", "limit"),
    [
        pytest.param("https://discord.com/channels/1/2/3", "rents", 500, id="message"),
        pytest.param("https://ptb.discord.com/channels/1/2/3", "rents", 500, id="test client"),
        pytest.param("https://a.example", " ", 500, id="no words"),
        pytest.param("https://a.example", "x" * 500, 300, id="too long"),
    ],
)
def test_leaves_an_address_alone(url: str, words: str, limit: int) -> None:
    assert to_words(url, words, limit=limit) == url
