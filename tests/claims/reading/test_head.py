"""What the lines above an article say of it."""

from datetime import date

import pytest

from claims.models import Article
from claims.reading.formats import read_text
from claims.reading.head import Head, day_of, head_of
from claims.splitting import split

BODY = "Mayor Ida Lund said that the pier lost a third of its trade last year."
LINK = "https://post.example/pier"
DAY = date(2026, 3, 3)

FINDS = [
    pytest.param(
        f"{LINK}\n\nThe pier is closing\n\n", Head("The pier is closing", url=LINK), id="link"
    ),
    pytest.param(f"Link: {LINK}\n\n", Head(url=LINK), id="labelled link alone"),
    pytest.param(
        f"The pier is closing\nBy Ada Brun\n3 March 2026\n{LINK}\n\n",
        Head("The pier is closing", published_on=DAY, url=LINK),
        id="block",
    ),
    pytest.param(
        "The pier is closing\n\nBy Ada Brun | March 3, 2026\n\n",
        Head("The pier is closing", published_on=DAY),
        id="byline and day on one line",
    ),
    pytest.param(
        "# The pier is closing\nHarbour Post\nPublished: Tuesday, 3 March 2026 at 10:14 GMT\n\n",
        Head("The pier is closing", "Harbour Post", DAY),
        id="paper, weekday, time and zone",
    ),
    pytest.param(
        "The pier is closing\nAda Brun · 2026-03-03 · Updated 5 March 2026\n\n",
        Head("The pier is closing", published_on=DAY),
        id="the day of an update is not the article's",
    ),
    pytest.param("The pier is closing\n\n", Head("The pier is closing"), id="title alone"),
]
LEAVES_ALONE = [
    pytest.param("", id="nothing above"),
    pytest.param("It rained all day.\nNobody came.\n", id="two lines of text"),
    pytest.param(f"{'x' * 201}\n\n", id="a line too long for a title"),
    pytest.param("It rained on 3 March 2026 in Lund.\nNobody came.\n", id="a day in a sentence"),
]


@pytest.mark.parametrize(("above", "head"), FINDS)
def test_reads_the_head_of_a_pasted_article(above: str, head: Head) -> None:
    assert head_of(above + BODY) == head


@pytest.mark.parametrize("above", LEAVES_ALONE)
def test_takes_nothing_else_for_a_head(above: str) -> None:
    assert head_of(above + BODY) == Head()


@pytest.mark.parametrize(("above", "_head"), FINDS)
def test_no_line_of_the_head_is_a_claim(above: str, _head: Head) -> None:
    article = read_text("", (above + BODY).encode())
    assert isinstance(article, Article)
    claims = split(article)
    assert [claim.source.name for claim in claims] == ["Ida Lund"]


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-03",
        "2026-03-03T10:14:00Z",
        "3 March 2026",
        "3rd March, 2026",
        "March 3, 2026",
        "Mar. 3, 2026",
        "Tue 3 Mar 2026 10.14 GMT",
        "Tuesday, March 3rd, 2026, 10:14 a.m.",
        "03.03.2026",
    ],
)
def test_reads_days_as_people_write_them(written: str) -> None:
    assert day_of(written) == DAY


@pytest.mark.parametrize("written", ["3/4/2026", "March 2026", "Tuesday", "2026", "32 March 2026"])
def test_takes_nothing_for_a_day_that_may_be_another(written: str) -> None:
    assert day_of(written) is None
