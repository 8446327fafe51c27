"""What the tests give a worker to do."""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from claims.errors import ClaimNotFoundError, RefusedError
from claims.wording import say


def wait_forever(begun: Path) -> NoReturn:
    """Say by a pipe that it has begun, and never end."""
    begun.write_bytes(b"begun")
    while True:
        time.sleep(60)


def wait_after(begun: Path, _article: object) -> NoReturn:
    wait_forever(begun)


def busy_forever(begun: Path) -> NoReturn:
    begun.write_bytes(b"begun")
    while True:
        pass


def take_memory(size: int) -> int:
    return len(bytearray(size))


def environment() -> dict[str, str]:
    return dict(os.environ)


def here() -> int:
    return os.getpid()


def open_files() -> list[str]:
    """Return what each open file of this process is."""
    names = []
    for each in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the folder that is being listed
            names.append(str(each.readlink()))
    return names


def refuse() -> NoReturn:
    raise RefusedError(say("There are no words to look up."))


def miss(number: int) -> NoReturn:
    raise ClaimNotFoundError(number)


def fail(text: str) -> NoReturn:
    raise ValueError(f"cannot take {text}")


def loaded(name: str) -> bool:
    import sys

    return name in sys.modules
