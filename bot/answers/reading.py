"""
What people hand in, into an article or all that is wrong with it. Pure.

Reading a file and splitting run in the worker, which is why nothing here loads discord.py.
"""

from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.messages.harmless import harmless, plain
from claims.errors import ArticleError, RefusedError
from claims.ledger.intake import drafts
from claims.models import UNKNOWN, Article, Claim, Kind, Source, SourceType, Span
from claims.reading.formats import LIMIT, read_html, read_text
from claims.records.claims import Evidence
from claims.rules import workflow
from claims.splitting import split
from claims.splitting.worth import assess
from claims.visible import is_blank
from claims.wording import say, say_number
from claims.wording.phrases import Phrase

if TYPE_CHECKING:
    import discord

    Part = discord.Message | discord.MessageSnapshot
    """A message, or what another one forwards of it, of which Discord does not tell the author."""

MOST_TEXT = 200_000
"""Characters of a text that is read in Discord. The longest newspaper features have about as
many, and they are split in one to three seconds; the command line reads more."""

MOST_BYTES = LIMIT
"""Bytes of a file; a page's scripts are read over."""

MOST_TAGS = 50_000
"""Of a page. Long articles of encyclopedias have 30,000, news pages a few thousand; each takes
some 20 µs to read."""

SHORT = 2000
"""Characters of what is a claim as a whole where none is found in it: a message's."""

READERS: dict[str, Callable[[str, bytes], Article | list[str]]] = {
    "": read_text,
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
}


def clean(text: str) -> str:
    """Return `text` without half characters, which neither SQLite nor UTF-8 can hold."""
    return text.encode(errors="replace").decode()


def check_size(name: str, data: bytes) -> None:
    """
    Refuse what is too long to be read, before it is. Takes a few milliseconds at most.

    Raises RefusedError.
    """
    if reader(name) is read_html:
        if (tags := data.count(b"<")) > MOST_TAGS:
            raise RefusedError(
                say(
                    "“{name}” is too long: it has {count} tags, more than the {most} that are read"
                    " here. Hand in the article's text without the page around it.",
                    name=harmless(name, 80),
                    count=say_number(tags),
                    most=say_number(MOST_TAGS),
                )
            )
    elif len(data) > MOST_TEXT:
        _check_length(len(data.decode(errors="ignore")))


def read_file(name: str, data: bytes) -> Article:
    """Read a file as the command line does. Raises RefusedError with every problem."""
    found = reader(name)(name, data)
    if isinstance(found, list):
        raise RefusedError(told(ArticleError(name, "; ".join(found))))
    return _sized(found)


def reader(name: str) -> Callable[[str, bytes], Article | list[str]]:
    """Return what reads a file of this name. Raises RefusedError where nothing does."""
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise RefusedError(
            say(
                "A {ending} file cannot be read here; known are {known}.",
                ending=harmless(ending, 20),
                known=", ".join(filter(None, READERS)),
            )
        )
    return READERS[ending]


def is_readable(name: str) -> bool:
    """Whether a file of this name is read."""
    return PurePath(name).suffix.lower() in READERS


def read_paste(text: str) -> Article:
    """Read a pasted text. Raises RefusedError where it is none."""
    found = read_text("", clean(text).encode())
    if isinstance(found, list):
        raise RefusedError(told(ArticleError(say("The text"), "; ".join(found))))
    return _sized(found)


def _sized(article: Article) -> Article:
    _check_length(len(article.text))
    return article


def _check_length(characters: int) -> None:
    if characters > MOST_TEXT:
        raise RefusedError(
            say(
                "The text has {count} characters, more than the {most} that are read here. The"
                " command line reads it: claims load.",
                count=say_number(characters),
                most=say_number(MOST_TEXT),
            )
        )


def words_of(part: "Part") -> str:
    """Return the words of a message or, where it has none, of what it embeds; "" for neither."""
    embedded = ("\n\n".join(filter(None, (e.title, e.description))) for e in part.embeds)
    return next((clean(text) for text in (part.content, *embedded) if not is_blank(text)), "")


def as_article(text: str, message: "discord.Message", part: "Part", channel: str) -> Article:
    """
    Return words that stand in a message, or in what it forwards, as an article.

    A message is by its author; who wrote what is forwarded is not known. The link is the
    message's address, and the title the channel's name, which says where it stood in every
    language.
    """
    return Article(
        text=text,
        title=plain(f"#{channel}", 200) if channel else "",
        publisher=plain(message.author.display_name, 200) if part is message else "",
        published_on=part.created_at.date(),
        url=message.jump_url,
    )


def described(
    article: Article, title: str = "", publisher: str = "", day: str = "", link: str = ""
) -> Article:
    """
    Return the article with what its moderator says of it; what is left out stays as it was.

    Raises RefusedError with every problem at once.
    """
    named = {"title": clean(title).strip(), "publisher": clean(publisher).strip()}
    given: dict[str, object] = {key: "" if is_blank(v) else v for key, v in named.items()}
    problems: list[str | Phrase] = []
    if day.strip():
        try:
            given["published_on"] = date.fromisoformat(day.strip())
        except ValueError:
            problems.append(
                say("“{text}” is no date; write it as 2026-03-31.", text=harmless(day, 40))
            )
    if link.strip():
        given["url"] = clean(link).strip()
        problems += workflow.evidence_problems(Evidence(url=clean(link).strip()))
    if problems:
        raise RefusedError(*problems)
    return article.model_copy(update={key: value for key, value in given.items() if value})


def written_claims(article: Article) -> list[str]:
    """
    Return the article's claims as the ledger keeps a draft's, in JSON; refuses as `claims_in`.

    Text is handed from process to process at no cost; hundreds of records would hold up the bot.
    """
    try:
        found = claims_in(article)
        drafts.check_count(article, len(found))
    except ArticleError as error:
        raise RefusedError(told(error)) from error
    return [claim.model_dump_json() for claim in found]


def claims_in(article: Article) -> list[Claim]:
    """
    Return the article's claims; of a short text without any, the whole text as one.

    Raises RefusedError where there is nothing to find, ArticleError where it is not in English.
    """
    found = split(article)
    if found:
        return found
    if len(article.text) > SHORT:
        raise RefusedError(say("No claims were found in this text."))
    return [whole(article)]


def whole(article: Article) -> Claim:
    """Return all words of a short text as one claim of whoever published it."""
    start = len(article.text) - len(article.text.lstrip())
    content = Span(start, len(article.text.rstrip()))
    words = " ".join(content.of(article.text).split())
    source = Source(name=article.publisher or UNKNOWN, type=SourceType.PUBLISHER)
    return Claim(
        text=words,
        content=(content,),
        kind=Kind.NARRATION,
        group=0,
        source=source,
        check_worthiness=assess(words, Kind.NARRATION).score,
    )


def told(error: ArticleError) -> str:
    """Put what is wrong with an article in words in which nothing foreign works as Markdown."""
    return f"{harmless(error.name, 80)}: {harmless(error.reason, 600)}."
