"""
The words of a web page, out of its markup. Pure, and linear in the length of the page.

The standard library's HTMLParser is not used: before the fixes of 2025 it is quadratic on
unclosed tags (measured on 3.11.7: 48 kB of "<a " take 13 s, 96 kB take 52 s), and a page is
hostile. The scanner here follows the tokenising rules of the HTML standard in that nothing
unclosed is looked at twice: it runs to the end of the page.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DROPPED = _words(
    "script style nav aside footer template noscript iframe object svg math canvas audio video"
    " button select textarea dialog"
)
"""Elements that hold no part of the article's own text."""

RAW = _words("script style textarea title noscript iframe")
"""Elements in which markup is no markup: they run to their own end tag."""

BLOCKS = _words(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre"
    " section summary table tbody td tfoot th thead title tr ul"
)
"""Elements that begin and end a paragraph; all others stand within one."""

_REGIONS = DROPPED | {"article", "main", "title"}

LEAST_SHARE = 0.2
"""
An <article> with less of the page's words than this is taken for a teaser of another one.
Pages of news sites keep menus and asides outside the text that is counted, so a story is
most of what is left; a list of stories has more than five entries.
"""

# Possessive quantifiers keep each pattern from trying a shorter match again.
_ATTRIBUTE = (
    r"[\s/]*+([^\s/>][^\s/>=]*+)"
    r"""(?:\s*+=\s*+("[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+"""
)
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    rf"(?P<attributes>(?:{_ATTRIBUTE})*+)[\s/]*+(?P<closed>>?)"
    r"|<[!?/][^>]*+>?",
    re.DOTALL,
)
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE)
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_SPACE = re.compile(r"\s+")
_LONG_NUMBER = re.compile(r"&#[0-9]{20,}+;?")  # html.unescape() raises on thousands of digits


class Page(NamedTuple):
    """What a page says of itself, and its text: paragraphs with an empty line between them."""

    text: str
    title: str
    publisher: str
    published_on: str
    url: str
    language: str


class _Tag(NamedTuple):
    name: str
    end: bool
    attributes: dict[str, str]


class _Paragraph(NamedTuple):
    text: str
    heading: bool
    article: int  # which <article> of the page holds it; 0 is none
    main: bool


def read_page(markup: str) -> Page:
    """
    Return a page's text and what its head says of it; what it does not say is "".

    The text is that of the longest <article>, else of <main>, else of the whole body,
    without menus, asides, scripts and the like. White space is collapsed as a browser
    would; nothing else is changed. Text that a style sheet or a script would hide or add
    is not known here.
    """
    reader = _Reader()
    for token in _tokens(markup):
        if isinstance(token, str):
            reader.read(token)
        else:
            reader.enter_or_leave(token)
    reader.end_paragraph()
    return _page(reader.paragraphs, reader.about)


class _Reader:
    """Where in the page the scanner stands, and what it has gathered there."""

    def __init__(self) -> None:
        self.about: dict[str, str] = {}
        self.paragraphs: list[_Paragraph] = []
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._depth: Counter[str] = Counter()
        self._articles = 0
        self._heading = False

    def read(self, text: str) -> None:
        if self._depth["title"]:
            self.about.setdefault("title", " ".join(_collapsed(text)))
        elif not any(self._depth[name] for name in DROPPED):
            self._pieces.append(text)

    def enter_or_leave(self, tag: _Tag) -> None:
        if not tag.end:
            _note(tag, self.about)
        if tag.name in BLOCKS or tag.name in DROPPED:
            self.end_paragraph()
            self._heading = tag.name == "h1" and not tag.end
        elif tag.name == "br":
            self._pieces.append("\v")
        if tag.name in _REGIONS:
            if tag.end:
                self._leave(tag.name)
            else:
                self._enter(tag.name)

    def end_paragraph(self) -> None:
        text = "\n".join(_collapsed("".join(self._pieces)))
        self._pieces.clear()
        if text:
            article = self._articles if self._depth["article"] else 0
            main = self._depth["main"] > 0
            self.paragraphs.append(_Paragraph(text, self._heading, article, main))

    def _enter(self, name: str) -> None:
        if name == "article" and not self._depth[name]:
            self._articles += 1
        self._open.append(name)
        self._depth[name] += 1

    def _leave(self, name: str) -> None:
        """Close the element and what was left open within it; a stray end tag is nothing."""
        while self._depth[name]:
            last = self._open.pop()
            self._depth[last] -= 1
            if last == name:
                break


def _tokens(markup: str) -> Iterator[_Tag | str]:
    """Yield tags and the text between them, in order; comments and declarations are left out."""
    position = 0
    while match := _TOKEN.search(markup, position):
        if match.start() > position:
            yield unescaped(markup[position : match.start()])
        position = match.end()
        if match["name"] is None:
            continue
        if not match["closed"]:
            return  # a tag that never ends swallows the rest, in browsers too
        name = match["name"].lower()
        yield _Tag(name, bool(match["end"]), _attributes(match["attributes"]))
        if name in RAW and not match["end"]:
            end = _RAW_END[name].search(markup, position)
            stop = end.start() if end else len(markup)
            yield unescaped(markup[position:stop])
            position = stop
    if position < len(markup):
        yield unescaped(markup[position:])


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _EACH_ATTRIBUTE.findall(written):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        found.setdefault(name.lower(), unescaped(bare))
    return found


def unescaped(text: str) -> str:
    """Return the text with the characters that its entities stand for; `&#99999…;` is none."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text))


def _collapsed(text: str) -> list[str]:
    """Return the lines of a paragraph; <br> left a vertical tab where one ends."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\v"))
    return [line for line in lines if line]


# Where pages name their own facts, in the order of trust.
_META = {
    "og:title": "og:title",
    "og:site_name": "publisher",
    "article:published_time": "published_on",
    "datepublished": "published_on",
    "date": "published_on",
    "og:url": "url",
}


def _note(tag: _Tag, about: dict[str, str]) -> None:
    """Keep what a start tag says about the page; the first to say it is believed."""
    has = tag.attributes
    if tag.name == "meta":
        key = has.get("property") or has.get("name") or has.get("itemprop") or ""
        if known := _META.get(key.lower()):
            about.setdefault(known, has.get("content", "").strip())
    elif tag.name == "link" and has.get("rel", "").lower() == "canonical":
        about["url"] = has.get("href", "").strip()
    elif tag.name == "html":
        about.setdefault("language", has.get("lang", "").partition("-")[0].lower())


def _page(paragraphs: list[_Paragraph], about: dict[str, str]) -> Page:
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        sizes[paragraph.article] += len(paragraph.text)
    longest = max((n for n in sizes if n), key=sizes.__getitem__, default=0)
    if longest and sizes[longest] >= LEAST_SHARE * sizes.total():
        body = [p for p in paragraphs if p.article == longest]
    else:
        body = [p for p in paragraphs if p.main] or paragraphs
    headings = (p.text for p in body if p.heading)
    return Page(
        text="\n\n".join(p.text for p in body),
        title=about.get("og:title") or next(headings, "") or about.get("title", ""),
        publisher=about.get("publisher", ""),
        published_on=about.get("published_on", ""),
        url=about.get("url", ""),
        language=about.get("language", ""),
    )
