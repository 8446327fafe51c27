"""Who stands behind a link: what is one origin, what is two, and what cannot be told."""

import re
from datetime import date
from importlib.metadata import version

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.records.claims import Evidence
from claims.rules.evidence import evidence_problems, same_link
from claims.rules.origins import host, origin

PAGE = "https://www.taz.de/a?b=c"

ONE_SITE = [
    "https://taz.de/b",
    "http://taz.de",
    "https://TAZ.DE:8443/",
    "https://taz.de./a",
    "https://blogs.taz.de/a",
    "https://t%61z.de/a",
    "https://ｔａｚ。ｄｅ/a",
    "https://taz.de/share?url=https://orf.at/",
    "https://taz.de/#https://orf.at/",
]
COPIES = [
    "https://web.archive.org/web/2024/https://www.taz.de/a?b=c",
    "https://web.archive.org/web/20240101000000id_/http://taz.de:80/a",
    "https://web.archive.org/web/20240101000000if_/https://taz.de/a",
    "https://web.archive.org/web/2024*/https://taz.de/a",
    "https://web.archive.org/web/*/https://taz.de/a",
    "https://web.archive.org/web/https://taz.de/a",
    "https://web.archive.org/web/taz.de/a",
    "https://web.archive.org/web/2024/taz.de/a?x=https://orf.at/",
    "https://web.archive.org/web/2024/http:/taz.de/a",
    "https://web.archive.org/web/2024/https%3A%2F%2Ftaz.de%2Fa",
    "https://web.archive.org/web/2024/https%253A%252F%252Ftaz.de%252Fa",
    "https://web.archive.org/web/2024/https://orf.at@taz.de/a",
    "https://web.archive.org/%77eb/2024/https://taz.de/a",
    "https://web.archive.org/https://taz.de/a",
    "https://web.archive.org/save/https://taz.de/a",
    "https://archive.org/web/2024/https://taz.de/a",
    "https://wayback.archive.org/web/2024/https://taz.de/a",
    "https://archive.today/2024.01.01-123456/https://taz.de/a",
    "https://archive.ph/20240101123456/https://taz.de/a",
    "https://archive.is/newest/https://taz.de/a",
    "https://archive.li/https://taz.de/a",
    "https://archive.md/2024/https://taz.de/a",
    "https://archive.vn/oldest/https://taz.de/a",
    "https://archive.fo/2024/taz.de/a",
    "https://arquivo.pt/wayback/20240101000000/https://taz.de/a",
    "https://arquivo.pt/noFrame/replay/20240101000000/https://taz.de/a",
    "https://wayback.archive-it.org/1234/20240101000000/https://taz.de/a",
    "https://webarchive.nationalarchives.gov.uk/ukgwa/20240101000000/https://taz.de/a",
    "https://webarchive.nationalarchives.gov.uk/+/http://taz.de/a",
    "https://www.webarchive.org.uk/wayback/archive/20240101000000/taz.de/a",
    "https://webarchive.loc.gov/all/20240101000000/https://taz.de/a",
    "https://swap.stanford.edu/was/20240101000000/https://taz.de/a",
    "https://wayback.vefsafn.is/wayback/20240101000000/https://taz.de/a",
    "https://timetravel.mementoweb.org/memento/2024/https://taz.de/a",
    "https://megalodon.jp/2024-0101-1234-56/https://taz.de:443/a",
    "https://www.webcitation.org/query?url=https://taz.de/a&date=2012-01-01",
    "https://webcache.googleusercontent.com/search?q=cache:abcdefghij-l:https://taz.de/a+words",
    "https://webcache.googleusercontent.com/search?q=cache:taz.de/a",
    "https://web.archive.org/web/2024/https://archive.ph/2024/https://taz.de/a",
    "https://archive.ph/2024/https://web.archive.org/web/2023/https://taz.de/a",
]
LEADING = [
    "https://www.google.com/amp/s/taz.de/a",
    "https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Ftaz.de%2Fa",
    "https://www.google.com/%75rl?q=https://taz.de/a",
    "https://cdn.ampproject.org/c/s/taz.de/a",
    "https://www-taz-de.cdn.ampproject.org/v/s/www.taz.de/a",
    "https://www-taz-de.translate.goog/a?_x_tr_sl=de",
    "https://translate.google.com/translate?sl=de&u=https://taz.de/a",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Ftaz.de%2Fa&h=x",
    "https://www.youtube.com/redirect?q=https://taz.de/a",
    "https://duckduckgo.com/l/?uddg=https%3A%2F%2Ftaz.de%2Fa",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftaz.de%2Fa&data=x",
    "https://href.li/?https://taz.de/a",
    "https://r.jina.ai/https://taz.de/a",
]


@pytest.mark.parametrize("url", [*ONE_SITE, *COPIES, *LEADING])
def test_a_page_its_site_its_copies_and_what_leads_to_it_are_one_origin(url):
    assert origin(url) == origin(PAGE) == "taz.de"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.nrk.no/a", "https://nrk.no/b"),
        ("https://www.orf.at/a", "https://news.orf.at/b"),
        ("https://www.svt.se/a", "https://svt.se/b"),
        ("https://port.example/a", "http://port.example/b?c#d"),
        ("https://news.port.co.uk", "https://port.co.uk"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/b"),
        ("https://straße.example/a", "https://xn--strae-oqa.example/b"),
        ("https://a.公司.cn/", "https://a.xn--55qx5d.cn/"),
        ("https://a.ann.github.io", "https://ann.github.io"),
        ("https://twitter.com/ann", "https://x.com/bo"),
        ("https://my-site.example", "https://my--site-example.translate.goog/"),
    ],
)
def test_this_is_one_origin(one, other):
    assert origin(one) == origin(other)
    assert origin(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ann.github.io", "https://bo.github.io"),
        ("https://ann.blogspot.com", "https://bo.blogspot.com"),
        ("https://port.example", "https://sport.example"),
        ("https://port.example", "https://port.test"),
        ("https://port.co.uk", "https://ships.co.uk"),
        ("https://trade.gov.au", "https://health.gov.au"),
        ("https://taz.de", "https://nrk.no"),
        ("https://city.kawasaki.jp", "https://a.b.kawasaki.jp"),
        ("https://a.公司.cn/", "https://b.公司.cn/"),
        ("https://उदाहरण.example/", "https://उदार.example/"),
        (
            "https://web.archive.org/web/2024/https://taz.de/",
            "https://web.archive.org/web/2024/https://orf.at/",
        ),
        ("https://www.google.com/search?q=a", "https://www.google.com/url?q=https://taz.de/a"),
        ("https://notarchive.ph/AbCdE", "https://taz.de/"),
        ("https://bit.ly.example/a", "https://taz.de/"),
        ("https://google.example/url?q=https://taz.de/", "https://taz.de/"),
    ],
)
def test_this_is_two(one, other):
    assert origin(one) != origin(other)
    assert origin(one)
    assert origin(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://bit.ly/3abc",
        "https://t.co/abc",
        "https://tinyurl.com/abc",
        "https://preview.tinyurl.com/abc",
        "https://doi.org/10.1000/1",
        "https://archive.ph/AbCdE",
        "https://archive.ph/AbCdE?x=https://orf.at/",
        "https://archive.ph/AbCdE/https://orf.at/",
        "https://perma.cc/ABCD-1234",
        "https://ghostarchive.org/archive/AbCdE",
        "https://www.webcitation.org/5abcdef",
        "https://archive.org/details/a-book.pdf",
        "https://archive.org/about.php",
        "https://archive.org/download/item/20240101/register.pdf",
        "https://web.archive.org/web/2024/",
        "https://web.archive.org/web/2024/https://archive.ph/AbCdE",
        "https://web.archive.org/web/2024/https://bit.ly/3abc",
        "https://web.archive.org/web/2024/https://orf.at/../../../../2024/https://taz.de/a",
        "https://web.archive.org/web/2024/https://orf.at/%2e%2E/../../../2024/https://taz.de/a",
        "https://unlisted.example/wayback/20240101000000/https://orf.at/",
        "https://www.google.com/url?q=https://taz.de/&url=https://orf.at/",
        "https://www.google.com/url?q=https://taz.de/&q=https://orf.at/",
        "https://www.google.com/url?sa=t",
        "https://news.google.com/rss/articles/CBMi",
        "https://l.facebook.com/",
        "https://192.0.2.7/a",
        "https://0x7f.1/",
        "https://192.0.2/",
        "https://[::ffff:192.0.2.1]/",
        "https://github.io/",
        "https://co.uk/",
        "https://localhost/",
        "https://taz.de%2Forf.at/",
        "https://[::1",
        "",
    ],
)
def test_of_this_it_cannot_be_told(url):
    assert origin(url) is None


# What people hand in: hosts and paths put together from what the rules look at, and any text.
PARTS = st.sampled_from(
    r"""
    https:// http:/ web.archive.org archive.ph arquivo.pt google.com www-taz-de .translate.goog
    /web/ /2024/ /20240101000000id_/ * /url?q= /l.php?u= &q= %3A%2F%2F %2e%2e .. / // ? # @ :80
    : taz.de co.uk github.io xn-- xn--a xn--999999999 xn--ls8h ß 。 ﷺ - -- . [ ] \\ % %25 127 0x1
    """.split()  # noqa: SIM905 - a list of 45 would take as many lines
)
URLS = st.one_of(
    st.lists(st.one_of(PARTS, st.text(max_size=5)), max_size=25).map("".join),
    st.text(max_size=100),
).map(lambda rest: "https://" + rest)


@given(URLS)
@example("https://xn--0000000000000.de/")
@example("https://xn--a\u0301.de/")
@example("https://ﷺ-a-translate-goog.translate.goog/")
def test_no_link_that_may_be_evidence_breaks_it(url):
    told = origin(url)
    assert told is None or re.fullmatch(r"[^\s/?#@:\[\]%]+\.[^\s/?#@:\[\]%]+", told)
    if evidence_problems(Evidence(url=url)) == []:
        assert same_link(url)


WRAPPERS = st.sampled_from(
    [
        "https://web.archive.org/web/2024/{}",
        "https://web.archive.org/web/20240101000000id_/{}",
        "https://web.archive.org/web/{}",
        "https://archive.ph/2024.01.01-123456/{}",
        "https://archive.today/newest/{}",
        "https://arquivo.pt/wayback/20240101000000/{}",
        "https://wayback.archive-it.org/1/20240101000000/{}",
    ]
)
PAGES = st.builds(
    "https://{}{}".format,
    st.sampled_from(
        [
            "taz.de",
            "www.nrk.no",
            "ann.github.io",
            "bücher.example",
            "port.co.uk:8443",
            "bit.ly",
            "co.uk",
            "192.0.2.7",
            "TAZ.de.",
            "t%61z.de",
            "orf.at@taz.de",
        ]
    ),
    st.from_regex(r"(/[a-z0-9~:*%_-]{0,8}){0,4}(\?[a-z=&:/.]{0,20})?", fullmatch=True),
)


@given(PAGES, st.lists(WRAPPERS, min_size=1, max_size=4))
def test_an_archived_page_has_the_origin_of_the_page(page, wrappers):
    url = page
    for wrapper in wrappers:
        url = wrapper.format(url)
    assert origin(url) == origin(page)


@pytest.mark.parametrize("url", ["https://Bücher.Example./", "https://xn--bcher-kva.example/"])
def test_a_host_has_one_spelling(url):
    assert host(url) == "bücher.example"


def test_the_list_inside_is_no_older_than_what_was_tried():
    stamp = version("publicsuffixlist").rpartition(".")[2]
    assert date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:])) >= date(2026, 10, 23)
