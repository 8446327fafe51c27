"""What tests of every layer share: a real ledger on a real file, an article, and a fixed time."""

import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.store.opening import open_writer
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Stance

TEXT = (
    "The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council on"
    " Tuesday. She said the two cranes had stood still for nine weeks. “Nobody in this town was"
    " asked,” Lund added. According to the shipping office, 412 vessels called at the port in 2024."
)

IN_MEMORY = Path("/dev/shm")
ROOM = 1 << 30
"""Bytes that have to be free there; the whole suite's files came to a tenth of it."""


def pytest_configure(config: pytest.Config) -> None:
    """
    Let the tests' files lie in memory where there is room, unless TMPDIR says where.

    They are the same files to SQLite, but nobody waits for a disk, which takes 4 ms at each
    decision where these tests are developed: half the time of the ledger's.

    And let the programs that tests start hear a Ctrl-C. A shell's script starts what it puts into
    the background deaf to it, which everything that is started from there inherits: the tests of
    Ctrl-C waited until they were given up.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.option.basetemp is None and "TMPDIR" not in os.environ and IN_MEMORY.is_dir():
        free = os.statvfs(IN_MEMORY)
        if os.access(IN_MEMORY, os.W_OK) and free.f_bavail * free.f_frsize >= ROOM:
            os.environ["TMPDIR"] = str(IN_MEMORY)
            tempfile.tempdir = None


@pytest.fixture
def now() -> datetime:
    """The time at which a test plays unless it says otherwise: a Monday, at noon."""
    return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def guild_id() -> int:
    """The Discord server in which a test plays unless it says otherwise."""
    return 1001


@pytest.fixture
def article() -> Article:
    """A short article of an invented paper, with the claims in `found`."""
    return Article(
        id="norvik",
        title="Harbour lost a third of its trade",
        publisher="Norvik Courier",
        published_on=date(2025, 2, 19),
        url="https://courier.example/harbour",
        text=TEXT,
    )


@pytest.fixture
def found() -> list[Claim]:
    """The claims of `article`: two of a person, one of an organisation, one of them an opinion."""
    lund = Source(
        name="Ida Lund", type=SourceType.PERSON, role="mayor", mention=(_where("Mayor Ida Lund"),)
    )
    office = Source(
        name="shipping office",
        type=SourceType.ORGANISATION,
        mention=(_where("the shipping office"),),
    )
    return [
        _claim("The harbour of Norvik lost a third of its trade last year", lund, "told", 0.8, 0),
        _claim("the two cranes had stood still for nine weeks", lund, "said", 0.7, 1),
        _claim("Nobody in this town was asked", lund, "added", 0.2, 2, Kind.DIRECT),
        _claim("412 vessels called at the port in 2024", office, "According to", 0.9, 3),
    ]


@pytest.fixture
def link() -> Evidence:
    """A piece of evidence that is enough for any rating."""
    return Evidence(
        url="https://port.example/statistics",
        stance=Stance.CONTEXT,
        note="table 3",
        is_primary=True,
    )


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """Where a test's ledger lies; there is no file yet."""
    return tmp_path / "ledger.db"


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty ledger, to be copied: that takes a tenth of what all migrations take."""
    path = tmp_path_factory.mktemp("empty") / "ledger.db"
    open_writer(path).close()
    return path


FileOnce = Callable[[str, Path, Callable[[Ledger], Awaitable[None]]], Awaitable[Path]]


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory, empty_ledger: Path) -> FileOnce:
    """
    Make ledgers' files that many tests begin with.

    What has a name is filled by the function the first time; then it is copied, which spares the
    disk's wait for each decision. The file is closed.
    """
    folder = tmp_path_factory.mktemp("filled")

    async def file(name: str, path: Path, fill: Callable[[Ledger], Awaitable[None]]) -> Path:
        kept = folder / name
        if not kept.exists():
            shutil.copyfile(empty_ledger, path)
            async with open_ledger(path) as ledger:
                await fill(ledger)
            shutil.copyfile(path, kept)
            return path
        return shutil.copyfile(kept, path)

    return file


@pytest.fixture
async def ledger(ledger_path: Path, empty_ledger: Path) -> AsyncIterator[Ledger]:
    """An empty ledger, open for writing."""
    shutil.copyfile(empty_ledger, ledger_path)
    async with open_ledger(ledger_path) as opened:
        yield opened


@pytest.fixture
async def stocked(
    ledger: Ledger, guild_id: int, article: Article, found: list[Claim], now: datetime
) -> Ledger:
    """A ledger in which the server has the four claims of `article`, #1 to #4, all open."""
    await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)
    return ledger


def _where(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _claim(
    words: str, source: Source, cue: str, worth: float, group: int, kind: Kind = Kind.INDIRECT
) -> Claim:
    return Claim(
        text=words[0].upper() + words[1:],
        content=(_where(words),),
        kind=kind,
        group=group,
        source=source,
        cue=(_where(cue),),
        check_worthiness=worth,
    )
