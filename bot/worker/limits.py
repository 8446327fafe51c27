"""How much the worker takes on, and for how long."""

from typing import NamedTuple


class Limits(NamedTuple):
    """
    Seconds are of the monotonic clock, bytes of what is handed over.

    `seconds`: one piece of work. The largest text that is read takes 1.5 s, and 4.5 s on a machine
    whose processors are busy, so what takes longer was made to.
    `start_seconds`: the start of the process, which loads what it needs in 1 to 7 s.
    `waiting`: large pieces of work at a time. If each took its whole time, the last would be
    answered after 13 minutes, and Discord takes an answer for 15.
    `small`: bytes up to which a piece is not counted among them, as what is typed, looked up or
    drawn: it takes some tenths of a second, and is done before what is larger.
    `small_waiting`: small pieces at a time.
    `held`: bytes of all that waits, which the bot's process holds: twenty of the largest files.
    `memory`: bytes of the worker's address space, where the system can bound it (Linux). It takes
    200 MB for the largest text, and 73 MB of that in memory.
    """

    seconds: float = 20.0
    start_seconds: float = 60.0
    waiting: int = 40
    small: int = 10_000
    small_waiting: int = 200
    held: int = 100_000_000
    memory: int = 1_000_000_000


LIMITS = Limits()
