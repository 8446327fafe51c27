"""
One process at a time writes a ledger: a lock that belongs to the file, not to one of its names.

Hard links, symbolic links and mounts give one file many names, so on Linux `flock` locks the
ledger itself: that lock goes with the inode, ends with the process, and has nothing to do with
those that SQLite holds by `fcntl`. But closing any descriptor of a file drops all locks that this
process holds on it by `fcntl` (fcntl(2)): those of databases that it has open. So a descriptor is
closed once this process has that file open no more. On other systems `flock` and `fcntl` are in
each other's way, and a file beside the ledger is locked instead.
"""

import os
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import LedgerError

Identity = tuple[int, int]
"""Device and inode: which file it is, whatever name leads to it."""


def identity(place: str | Path | int) -> Identity | None:
    """Return which file a path leads to or a descriptor has open; None where there is none."""
    try:
        found = os.stat(place)  # noqa: PTH116  # pathlib takes twice as long, before every read
    except OSError:
        return None
    return found.st_dev, found.st_ino


class _Open:
    """What this process has open as databases, and the descriptors to be closed after that."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._users: Counter[Identity] = Counter()
        self._to_close: defaultdict[Identity, list[int]] = defaultdict(list)
        self.written: set[Identity] = set()

    def begin(self, file: Identity) -> None:
        with self._guard:
            self._users[file] += 1

    def end(self, file: Identity) -> None:
        with self._guard:
            self._users[file] -= 1
            self._close_unused(file)

    def close(self, file: Identity, descriptor: int) -> None:
        """Close a descriptor of the file, now or once nothing has it open as a database."""
        with self._guard:
            self._to_close[file].append(descriptor)
            self._close_unused(file)

    def _close_unused(self, file: Identity) -> None:
        if self._users[file] > 0:
            return
        del self._users[file]
        for descriptor in self._to_close.pop(file, ()):
            os.close(descriptor)


_open = _Open()


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Note that this process has the file open as a database for the time of the block."""
    file = identity(path)
    if file is None:  # opening it will tell
        yield
        return
    _open.begin(file)
    try:
        yield
    finally:
        _open.end(file)


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """
    Be the one that may write the ledger, whatever name it goes by, or raise LedgerError.

    Whatever has it open is opened and closed within the block.
    """
    try:
        release = _lock(path)
    except OSError as error:
        why = f"{error.strerror}."
        raise LedgerError("The ledger {path} cannot be used: {why}", path=path, why=why) from (
            error
        )
    if release is None:
        raise LedgerError(
            "The ledger {path} is in use by another process (a running bot, or the claims"
            " command), maybe under another name. Its file is {place}. Stop that process"
            " first.",
            path=path,
            place=path.resolve(),
        )
    try:
        yield
    finally:
        release()


if sys.platform == "linux":
    import fcntl

    def _lock(path: Path) -> Callable[[], None] | None:
        """Lock the file, made where there is none, and return what releases it; None if it is."""
        while True:
            known = identity(path)
            if known in _open.written:
                return None
            # Without O_CREAT where it is there: some folders forbid that for others' files.
            flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if known else os.O_CREAT)
            descriptor = os.open(path, flags, 0o644)  # the rights that SQLite gives a new file
            file = identity(descriptor)
            assert file is not None
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _open.close(file, descriptor)
                return None
            except OSError:
                _open.close(file, descriptor)
                raise
            if identity(path) == file:
                break
            _open.close(file, descriptor)  # it was replaced meanwhile, as by a restored backup
        _open.begin(file)
        _open.written.add(file)

        def release() -> None:
            if known is None and identity(path) == file and not path.stat().st_size:
                path.unlink()  # nothing came of the new file
            _open.written.discard(file)
            fcntl.flock(descriptor, fcntl.LOCK_UN)
            _open.close(file, descriptor)
            _open.end(file)

        return release

else:
    from filelock import FileLock, Timeout

    def _lock(path: Path) -> Callable[[], None] | None:
        """Lock the file beside the ledger, and return what releases it; None if it is locked."""
        lock = FileLock(f"{path.resolve()}.lock", blocking=False)
        try:
            lock.acquire()
        except Timeout:
            return None
        return lock.release
