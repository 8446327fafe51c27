"""The words of a page, out of its markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading import files
from claims.reading.markup import read_page

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Harbour reopens - Example Post</title>
<meta property="og:site_name" content="Example Post">
<meta property="og:title" content="Harbour &amp; docks reopen">
<meta content="2024-02-03T09:00:00Z" property="article:published_time">
<link rel="canonical" href="https://post.example/harbour">
<style>p { color: red }</style><script>if (a < b) document.write("<p>no</p>")</script>
</head><body>
<nav><ul><li>Home<li>Sport</ul></nav>
<article class="story" data-x='a > b'>
<h1>Harbour reopens</h1>
<p>The harbour   reopened,
said <b>Ada</b>&nbsp;<i>Quill</i>.<p>“It is&#32;open”, she&rsquo;d said.<br>Boats came.
<aside>Read more: boats</aside>
<figure><figcaption>A boat</figcaption></figure>
</article>
<article><p>Another story's teaser</p></article>
<footer>Contact</footer></body></html>"""


def test_a_page_is_its_storys_words():
    assert read_page(PAGE).text == (
        "Harbour reopens\n\nThe harbour reopened, said Ada Quill.\n\n"
        "“It is open”, she’d said.\nBoats came.\n\nA boat"
    )


def test_a_page_tells_its_own_facts(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")

    [article] = files.read([path]).articles

    assert article.title == "Harbour & docks reopen"
    assert article.publisher == "Example Post"
    assert str(article.published_on) == "2024-02-03"
    assert article.url == "https://post.example/harbour"
    assert article.language == "en"


@pytest.mark.parametrize("address", ["/harbour", "javascript:alert(1)", "", "https://"])
def test_an_address_that_leads_nowhere_is_left_out(tmp_path, address):
    path = tmp_path / "a.html"
    path.write_text(f'<link rel=canonical href="{address}"><p>Rain.', encoding="utf-8")

    [article] = files.read([path]).articles

    assert article.url == ""


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("Rain", "Rain", id="no markup"),
        pytest.param("<p>One<p>Two", "One\n\nTwo", id="unclosed paragraphs"),
        pytest.param("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree", id="nested"),
        pytest.param("a<!-- <p>x</p> -->b<!-->c<!---->d", "abcd", id="comments"),
        pytest.param("a<!-- to the end", "a", id="unclosed comment"),
        pytest.param("<p>a</p><nav>b", "a", id="unclosed menu"),
        pytest.param("<nav><aside>b</nav>a", "a", id="menu closed around an open aside"),
        pytest.param("</nav>a</p>b", "a\n\nb", id="stray end tags"),
        pytest.param("1 < 2 & 3 > 2 &lt;b&gt;", "1 < 2 & 3 > 2 <b>", id="signs that are no tags"),
        pytest.param('<p title="a > b">c', "c", id="quoted bracket"),
        pytest.param("<p title=it's>c</p><p a='>'>d", "c\n\nd", id="apostrophe inside a value"),
        pytest.param(
            "<script>'</p>' </scripty> x</SCRIPT >a", "a", id="script ends at its own tag"
        ),
        pytest.param("<title>T</title><textarea><p>x</textarea>a", "a", id="raw text"),
        pytest.param("<main>a</main><div>b</div>", "a", id="main"),
        pytest.param(
            "<article>tiny</article>" + "<p>long enough</p>" * 3,
            "tiny" + "\n\nlong enough" * 3,
            id="an article that is a teaser",
        ),
        pytest.param(
            "<article>one<article>two</article>three</article>x",
            "one\n\ntwo\n\nthree",
            id="an article within",
        ),
        pytest.param("a&#" + "9" * 5000 + ";b", "a\ufffdb", id="absurd reference"),
        pytest.param("<b>Ada</b> <i>Quill</i>", "Ada Quill", id="space between inline elements"),
        pytest.param("<p \x0b>a\x0bb", "a\nb", id="vertical tab"),
    ],
)
def test_words_without_markup(markup, text):
    assert read_page(markup).text == text


@given(st.text(alphabet="<>/!-'\"= anvscript&#;\n", max_size=200))
def test_any_text_is_read(markup):
    page = read_page(markup)

    assert "\n\n\n" not in page.text
    assert page.text == page.text.strip()


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!--",
        '<a x="',
        "<a a='",
        "<s/",
        "</",
        "<nav>",
        "<article>x",
        "<a" + " " * 50,
        "&#9",
        "<title>",
        "<br>",
        "<a x=y ",
        "\x0b ",
    ],
)
def test_a_hostile_page_is_read_in_linear_time(unit):
    """Each of these, repeated, takes a reader that looks twice minutes instead of a second."""
    page = read_page("<p>Rain.</p>" + unit * (400_000 // len(unit)))

    assert page.text.startswith("Rain.") or "article" in unit
