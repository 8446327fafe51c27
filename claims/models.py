"""The records that travel: immutable, and each knows where in which text it came from."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.wording import phrase


class Span(NamedTuple):
    """Half-open range of code points in an article's unaltered text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers, exactly as they stand there."""
        return text[self.start : self.end]


class Kind(StrEnum):
    """In whose words the content stands."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATION = "narration"


class SourceType(StrEnum):
    """What sort of source the words are attributed to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    PUBLISHER = "publisher"


class Record(BaseModel):
    """Base of the records that cross a border: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Record):
    """A published text. `id` names it in files of many articles; spans count in `text`."""

    text: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    url: str = ""
    language: str = "en"
    origin: str = ""  # where a seed's text comes from, in words for people


class Source(Record):
    """Whom words are attributed to: `name` says who, `mention` how the text calls them here."""

    name: str
    type: SourceType
    role: str = ""
    mention: tuple[Span, ...] = ()

    @property
    def key(self) -> tuple[str, SourceType]:
        """What tells a server's sources apart."""
        return self.name, self.type


NOBODY = Source(name=phrase("unnamed"), type=SourceType.UNNAMED)
"""The source of what nobody is named for; its name is data, said when it is shown."""

UNKNOWN = phrase("the publisher")
"""The name of narration's source where nothing names the publisher: data, as well."""


class Claim(Record):
    """
    One sourced claim, as found in an article.

    `text` stands on its own; `content` is the exact words, as spans of the article's text.
    `group` joins the pieces of one utterance. `via` are the sources that passed it on,
    outermost first ("the paper said that officials believe …": officials, via the paper).
    `stated_on` is the time of the statement as written; `stated_between` the same as dates,
    both included, where the article's date allows to tell. `rule` names the splitter's rule that
    found it; it is empty where no splitter did.
    """

    text: str
    content: tuple[Span, ...]
    kind: Kind
    group: int
    source: Source
    cue: tuple[Span, ...] = ()
    via: tuple[Source, ...] = ()
    stated_on: str | None = None
    stated_between: tuple[date, date] | None = None
    check_worthiness: float
    rule: str = ""
