"""
The bytes of one article into the record, or into all that is wrong with them. Pure.

Each reader returns an Article or a list of problems in words for the person who gave the
file; none raises. claims.reading.files says what the text of each format is.
"""

import re
import tomllib
from datetime import date
from typing import Annotated

from pydantic import (
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from claims.models import Article, Record
from claims.reading.head import head_of
from claims.reading.markup import read_page
from claims.reading.unmarked import is_page, without_markup
from claims.visible import is_blank
from claims.wording import say, say_number

LIMIT = 4_000_000
"""
Bytes of one article: a file, or one line of a .jsonl file. The longest newspaper features
have about 0.2 MB, web pages with all their scripts 1 to 3 MB; what is larger is no article.
"""

MOST_CONTROL = 0.01
"""
The share of control characters above which text is taken for binary. Scraped articles have
a stray one (at worst 1 in 8,000 characters, in 969 looked at); binary data has 1 in 10.
"""

_FENCE = "+++"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # all but tab, line ends and form feed

WebAddress = Annotated[str, Field(pattern=r"^(https?://\S+)?$")]
"""Shown as a link later, so nothing but the web's own schemes."""
_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


class Header(Record):
    """What a seed says of itself, between `+++` lines at its top."""

    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    published_on: date
    language: str = Field(min_length=2)
    origin: str = Field(min_length=1)
    url: WebAddress = ""


def read_text(name: str, data: bytes) -> Article | list[str]:
    """Read plain text, Markdown as it stands, or a seed."""
    if problems := _undecodable(data):
        return problems
    text = data.decode().replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.rstrip() == _FENCE:
        return _from_seed(name, rest)
    if is_page(text):
        return read_html(name, data)
    text = without_markup(text)
    if problems := _unfit(text):
        return problems
    head = head_of(text)
    return Article(id=name, text=text, **head._replace(url=_address(head.url))._asdict())


def _from_seed(name: str, rest: str) -> Article | list[str]:
    written, fence, body = f"\n{rest}\n".partition(f"\n{_FENCE}\n")
    if not fence:
        return [say("the header has no end: a line of its own with {fence}", fence=_FENCE)]
    text = without_markup(body.strip("\n"))
    header = _header(written)
    if isinstance(header, list):
        return header + _unfit(text)
    return _unfit(text) or Article(id=name, text=text, **header.model_dump())


def _header(written: str) -> Header | list[str]:
    try:
        return Header.model_validate(tomllib.loads(written))
    except tomllib.TOMLDecodeError as error:
        return [say("the header is no TOML: {why}", why=error)]
    except RecursionError:  # brackets in brackets in brackets
        return [say("the header is no TOML: it is nested too deeply")]
    except ValidationError as error:
        return [say("header: {problem}", problem=problem) for problem in _told(error)]


def read_html(name: str, data: bytes) -> Article | list[str]:
    """Read a page's words, and of its head what an article has a place for."""
    if problems := _undecodable(data) or _unfit(data.decode()):
        return problems
    page = read_page(data.decode())
    if not page.text:
        return [say("the page has no text of its own outside menus and scripts")]
    return Article(
        id=name,
        text=without_markup(page.text),
        title=page.title,
        publisher=page.publisher,
        published_on=_date(page.published_on),
        url=_address(page.url),
        language=page.language or "en",
    )


class _Line(Record):
    """One line of a .jsonl file. Keys that are not known are somebody else's, and ignored."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str = Field(min_length=1)
    text: str
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    url: WebAddress = ""
    language: str = "en"

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, given: object) -> object:
        """Data sets write null or "" for what they do not know."""
        if not isinstance(given, dict):
            return given
        return {key: value for key, value in given.items() if value is not None and value != ""}

    @field_validator("published_on", mode="before")
    @classmethod
    def _day_of(cls, given: object) -> object:
        """A time is more than is asked for: its day is taken."""
        return given[:10] if isinstance(given, str) else given


def read_line(line: bytes) -> Article | list[str]:
    """Read one line of a .jsonl file; its text is taken as the JSON says it, without markup."""
    if len(line) > LIMIT:
        return [_too_large()]
    try:
        known = _Line.model_validate_json(line)
    except ValidationError as error:
        return _told(error)
    text = without_markup(known.text)
    return _unfit(text) or Article(**{**known.model_dump(), "text": text})


def _too_large() -> str:
    return say(
        "is larger than {most} MB, the most that one article may have", most=say_number(LIMIT / 1e6)
    )


def _undecodable(data: bytes) -> list[str]:
    if len(data) > LIMIT:
        return [_too_large()]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [say("is UTF-16, not UTF-8; save it as UTF-8")]
    if b"\0" in data:
        return [say("is binary, not text: it holds NUL bytes")]
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return [
            say(
                "is not UTF-8 (byte {byte} in line {line}); save it as UTF-8",
                byte=f"0x{data[error.start]:02x}",
                line=data.count(b"\n", 0, error.start) + 1,
            )
        ]
    return []


def _unfit(text: str) -> list[str]:
    control = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or control > MOST_CONTROL * len(text):
        return [say("is binary, not text: it holds {count} control characters", count=control)]
    return [say("is empty")] if is_blank(text) else []


def _told(error: ValidationError) -> list[str]:
    """Put each of pydantic's findings in words that name the key."""
    problems = []
    for found in error.errors(include_url=False, include_context=False, include_input=False):
        key = ".".join(map(str, found["loc"]))
        match found["type"]:
            case "missing":
                problems.append(say("{key} is missing", key=key))
            case "extra_forbidden":
                known = ", ".join(Header.model_fields)
                problems.append(
                    say("{key} is no key of a header; those are {known}", key=key, known=known)
                )
            case "json_invalid":
                problems.append(say("is no JSON: {why}", why=found["msg"].partition(": ")[2]))
            case "string_pattern_mismatch":
                problems.append(
                    say("{key} is no web address; it has to start with https://", key=key)
                )
            case kind if kind.startswith("date") and key:
                problems.append(say("{key} is no date; write it as 2026-03-31", key=key))
            case "string_type":
                problems.append(say("{key} is no text", key=key))
            case "string_too_short":
                problems.append(say("{key} is empty", key=key))
            case _:
                problems.append(f"{key}: {found['msg']}" if key else say("is no JSON object"))
    return problems


def _date(written: str) -> date | None:
    """Return the day that an ISO date or time names; pages write many other things too."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _address(written: str) -> str:
    """Return a full web address as it is; pages also write parts of one, which lead nowhere."""
    try:
        return _ADDRESS.validate_python(written)
    except ValidationError:
        return ""
