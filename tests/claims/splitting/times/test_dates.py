"""Time expressions: what is one, and which days it means."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.models import Article, Span
from claims.splitting import split
from claims.splitting.lexicon.timewords import BY, COUNTS, HEADS, LEADS, OWNERS, PART_NOUNS, PARTS
from claims.splitting.times.dates import find_times, resolve

PUBLISHED = date(2023, 9, 6)  # a Wednesday


def found(text: str) -> list[str]:
    return [one.span.of(text) for one in find_times(text, Span(0, len(text)))]


def days(text: str, published_on: date = PUBLISHED) -> tuple[str, ...] | None:
    """Both ends of the only expression in `text`, as written in ISO form."""
    [expression] = find_times(text, Span(0, len(text)))
    between = resolve(expression, published_on)
    return between and tuple(day.isoformat() for day in between)


def test_finds_the_expressions_of_a_sentence_in_order_as_written() -> None:
    text = "Late last year two cranes broke, Lund said on Monday; in July 2022 there were three."
    assert found(text) == ["Late last year", "on Monday", "in July 2022"]


def test_looks_at_the_span_alone() -> None:
    text = "On Monday it rained. On Tuesday it snowed."
    assert [one.span.of(text) for one in find_times(text, Span(21, len(text)))] == ["On Tuesday"]


RESOLVES = {
    # relative to the day of publication
    "she said today": ("2023-09-06", "2023-09-06"),
    "she said yesterday": ("2023-09-05", "2023-09-05"),
    "yesterday evening": ("2023-09-05", "2023-09-05"),
    "tomorrow": ("2023-09-07", "2023-09-07"),
    "last night": ("2023-09-05", "2023-09-05"),
    "this morning": ("2023-09-06", "2023-09-06"),
    "overnight": ("2023-09-05", "2023-09-06"),
    "earlier today": ("2023-09-06", "2023-09-06"),
    "last week": ("2023-08-28", "2023-09-03"),
    "this week": ("2023-09-04", "2023-09-06"),
    "next week": ("2023-09-11", "2023-09-17"),
    "over the weekend": ("2023-09-02", "2023-09-03"),
    "last weekend": ("2023-09-02", "2023-09-03"),
    "last month": ("2023-08-01", "2023-08-31"),
    "earlier this month": ("2023-09-01", "2023-09-06"),
    "later this month": ("2023-09-06", "2023-09-30"),
    "last quarter": ("2023-04-01", "2023-06-30"),
    "this year": ("2023-01-01", "2023-09-06"),
    "last year": ("2022-01-01", "2022-12-31"),
    "late last year": ("2022-09-02", "2022-12-31"),
    "early last year": ("2022-01-01", "2022-05-01"),
    "earlier in the week": ("2023-09-04", "2023-09-06"),
    "at the end of last month": ("2023-08-22", "2023-08-31"),
    "at the beginning of the year": ("2023-01-01", "2023-05-01"),
    # counted
    "two days ago": ("2023-09-04", "2023-09-04"),
    "two weeks ago": ("2023-08-21", "2023-08-27"),
    "a month ago": ("2023-08-01", "2023-08-31"),
    "14 months ago": ("2022-07-01", "2022-07-31"),
    "a couple of years ago": ("2021-01-01", "2021-12-31"),
    "a few years ago": ("2018-01-01", "2021-12-31"),
    "three hours ago": ("2023-09-05", "2023-09-06"),
    "in recent weeks": ("2023-07-26", "2023-09-06"),
    "over the past three weeks": ("2023-08-16", "2023-09-06"),
    "in the last 24 hours": ("2023-09-05", "2023-09-06"),
    "in the past year": ("2022-09-06", "2023-09-06"),
    "in the past month": ("2023-08-06", "2023-09-06"),
    # weekdays: the latest up to publication
    "on Monday": ("2023-09-04", "2023-09-04"),
    "said Wednesday": ("2023-09-06", "2023-09-06"),
    "Tuesday night": ("2023-09-05", "2023-09-05"),
    "on Thursday": ("2023-08-31", "2023-08-31"),
    "early on Tuesday": ("2023-09-05", "2023-09-05"),
    "late Friday": ("2023-09-01", "2023-09-01"),
    "last Wednesday": ("2023-08-30", "2023-08-30"),
    "next Wednesday": ("2023-09-13", "2023-09-13"),
    "as of Monday": ("2023-09-04", "2023-09-04"),
    "on Sun. it rained": ("2023-09-03", "2023-09-03"),
    # dates
    "on 3 March": ("2023-03-03", "2023-03-03"),
    "on December 24": ("2022-12-24", "2022-12-24"),
    "on March 3rd": ("2023-03-03", "2023-03-03"),
    "on the 3rd of March": ("2023-03-03", "2023-03-03"),
    "on March 3, 2021, she": ("2021-03-03", "2021-03-03"),
    "on 3 March 2021": ("2021-03-03", "2021-03-03"),
    "on Sept. 4": ("2023-09-04", "2023-09-04"),
    "Friday, March 3": ("2023-03-03", "2023-03-03"),
    "on Friday 3 March 2023": ("2023-03-03", "2023-03-03"),
    "on 29 February": ("2020-02-29", "2020-02-29"),
    "in July": ("2023-07-01", "2023-07-31"),
    "in September": ("2023-09-01", "2023-09-06"),
    "in October": ("2022-10-01", "2022-10-31"),
    "last September": ("2022-09-01", "2022-09-30"),
    "next May": ("2024-05-01", "2024-05-31"),
    "next October": ("2023-10-01", "2023-10-31"),
    "in May 2021": ("2021-05-01", "2021-05-31"),
    "in January of 2020": ("2020-01-01", "2020-01-31"),
    "mid-July": ("2023-07-11", "2023-07-21"),
    "in late July": ("2023-07-22", "2023-07-31"),
    "at the end of March": ("2023-03-22", "2023-03-31"),
    "in 2019": ("2019-01-01", "2019-12-31"),
    "late in 2019": ("2019-09-02", "2019-12-31"),
    "in the 1990s": ("1990-01-01", "1999-12-31"),
    "in the early 1990s": ("1990-01-01", "1993-05-01"),
    "in the ’90s": ("1990-01-01", "1999-12-31"),
    # seasons
    "this summer": ("2023-06-01", "2023-08-31"),
    "in the autumn": ("2023-09-01", "2023-09-06"),
    "last fall": ("2022-09-01", "2022-11-30"),
    "last winter": ("2022-12-01", "2023-02-28"),
    "next spring": ("2024-03-01", "2024-05-31"),
    "in the summer of 2019": ("2019-06-01", "2019-08-31"),
    # nothing that publication tells
    "recently": None,
    "a week earlier": None,
    "three days before": None,
    "on 30 February": None,
}


@pytest.mark.parametrize(("text", "between"), RESOLVES.items(), ids=RESOLVES.keys())
def test_resolves(text: str, between: tuple[str, str] | None) -> None:
    assert days(text) == between


LEAVES_ALONE = [
    "since Monday",
    "until last week",
    "by the end of the year",
    "after March 3",
    "from 2016 to 2019",
    "planned for Tuesday",
    "last year’s vote",
    "Monday's storm",
    "the Sept. 11 attacks",
    "the 2019 vote",
    "in a November 2016 letter",
    "his Tuesday wins",
    "the events of last week",
    "Theresa May said so",
    "May he rest",
    "they march on the town",
    "the Sunday Times reported",
    "USA Today reported",
    "on Super Tuesday",
    "on Mondays",
    "prices fall again",
    "the spring broke",
    "the past three weeks were cold",
    "the last day of the strike",
    "four days of rain",
    "412 vessels",
    "at 9:30 p.m.",
    "a second later",
    "the sun set and he sat",
    "week after week",
    "in 25 rooms",
]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It happened in July. 12 people were hurt.", "in July"),
        ("It happened in July, 12 people said.", "in July"),
        ("On Tuesday, March and his son left.", "On Tuesday"),
        ("He spoke on Monday 2019 times.", "on Monday"),
    ],
)
def test_stops_where_the_expression_ends(text: str, span: str) -> None:
    assert found(text) == [span]


def test_on_a_saturday_the_weekend_is_the_one_that_has_begun() -> None:
    saturday = date(2023, 9, 9)
    assert days("this weekend", saturday) == ("2023-09-09", "2023-09-09")
    assert days("last weekend", saturday) == ("2023-09-02", "2023-09-03")


def test_a_leap_day_a_year_back_is_the_last_of_february() -> None:
    assert days("in the past year", date(2024, 2, 29)) == ("2023-02-28", "2024-02-29")


def test_days_before_the_calendar_begins_are_not_told() -> None:
    assert days("900 years ago", date(500, 1, 1)) is None


WRITTEN = (
    *("Monday", "On Tue.", "March", "May", "3", "31st", "999", "2019", "1990s", "’90s", "ago"),
    *("of", "since", "'s", ".", ",", "-", "\n"),
)
PIECES = st.sampled_from(
    [*sorted(HEADS | LEADS | OWNERS), *BY, *PARTS, *PART_NOUNS, *COUNTS, *WRITTEN]
)


@example("March 3 March", date(2000, 1, 1))
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map(" ".join),
    st.dates(),
)
def test_whatever_is_found_is_in_order_and_resolves_to_a_range_or_nothing(
    text: str, published_on: date
) -> None:
    end = 0
    for expression in find_times(text, Span(0, len(text))):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        between = resolve(expression, published_on)
        assert between is None or between[0] <= between[1]


@pytest.mark.parametrize("piece", ["last ", "on the ", "Monday ", "3 ", "the end of ", "March 3, "])
def test_a_megabyte_is_survived(piece: str) -> None:
    """Ends within the suite's patience: a rule that is not linear would take hours."""
    text = piece * (1_000_000 // len(piece))
    assert len(find_times(text, Span(0, len(text)))) <= len(text)


@pytest.mark.parametrize("show", ["NRK's This Week", "the radio's ‘This Week’"])
def test_a_programme_that_is_called_like_a_time_is_none(show: str) -> None:
    [claim] = split(Article(text=f"“The dam was empty,” Ada Brun said on {show}."))
    assert (claim.source.name, claim.stated_on) == ("Ada Brun", None)


def test_a_time_within_what_tells_who_the_source_is_is_not_when_they_said_it() -> None:
    [claim] = split(Article(text="Ada Brun, who left Lund in May, said the dam was empty."))
    assert claim.stated_on is None
