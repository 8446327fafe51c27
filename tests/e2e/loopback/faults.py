"""Scripted trouble: what goes wrong with which of the next requests."""

import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto


class When(Enum):
    """On which side of a request's effect the trouble comes."""

    BEFORE = auto()
    AFTER = auto()


@dataclass
class Fault:
    """
    One kind of trouble for the next `times` requests of one route.

    `status` answers so instead; `drop` cuts the connection without an answer; `stall` answers
    that many seconds late. A `gate` holds the request until the test opens it, and `reached`
    says that one is being held. AFTER means that the request has had its effect by then.
    """

    method: str
    template: str
    times: int
    when: When = When.BEFORE
    status: int | None = None
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    stall: float = 0.0
    gate: asyncio.Event | None = None
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    seen: int = 0

    def release(self) -> None:
        """Let held requests go on."""
        assert self.gate is not None
        self.gate.set()


class Faults:
    """The script. Routes are named as Discord does: `/channels/{channel_id}/messages`."""

    def __init__(self) -> None:
        self._script: list[Fault] = []

    def take(self, method: str, template: str, when: When) -> Fault | None:
        """Return the trouble that this request meets, used up by one."""
        for fault in self._script:
            named = (fault.method, fault.template, fault.when) == (method, template, when)
            if named and fault.seen < fault.times:
                fault.seen += 1
                fault.reached.set()
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self._script.append(fault)
        return fault

    def status(self, method: str, template: str, status: int, *, times: int = 1) -> Fault:
        """Answer with a server's error, as its proxies write it: no JSON."""
        return self._add(Fault(method, template, times, status=status, body="upstream error"))

    def rate_limited(
        self, method: str, template: str, *, after: float = 0.05, times: int = 1, via: bool = True
    ) -> Fault:
        """Answer 429; without `via` it looks like a ban by the proxy in front of Discord."""
        body = {"message": "You are being rate limited.", "retry_after": after, "global": False}
        headers = {"Via": "1.1 google", "Retry-After": str(after)} if via else {}
        fault = Fault(method, template, times, status=429, body=body, headers=headers)
        return self._add(fault)

    def dropped(self, method: str, template: str, *, times: int = 1) -> Fault:
        """Cut the connection before anything happened."""
        return self._add(Fault(method, template, times, drop=True))

    def answer_lost(self, method: str, template: str, *, times: int = 1) -> Fault:
        """Cut the connection after the request took effect."""
        return self._add(Fault(method, template, times, When.AFTER, drop=True))

    def stalled(self, method: str, template: str, seconds: float, *, times: int = 1) -> Fault:
        """Take long."""
        return self._add(Fault(method, template, times, stall=seconds))

    def held(
        self, method: str, template: str, *, when: When = When.BEFORE, lost: bool = False
    ) -> Fault:
        """
        Hold one request until `release()`; await `reached` to know that it is there.

        Once released it goes on as if nothing had been, or is `lost` with its connection.
        """
        return self._add(Fault(method, template, 1, when, drop=lost, gate=asyncio.Event()))

    def clear(self) -> None:
        """Forget the rest of the script; held requests go on."""
        for fault in self._script:
            if fault.gate is not None:
                fault.gate.set()
        self._script.clear()
