"""A bot in a process of its own: started, heard, signalled, always ended."""

import asyncio
import os
import re
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from .server import LoopbackDiscord

REDIRECT = Path(__file__).parents[1] / "redirect"
PATIENCE = 15.0  # seconds for a start or a stop on a loaded machine


class BotProcess:
    """
    One run of a program against a loopback Discord. Enter it to start it; leaving kills it.

    The program itself is not changed: a `sitecustomize` on its path tells discord.py where
    Discord is. `output` is all that it printed, both streams in order of arrival.
    """

    def __init__(
        self,
        discord: LoopbackDiscord,
        command: Sequence[str],
        settings: Mapping[str, str],
        cwd: Path,
    ) -> None:
        self._discord = discord
        self._command = [*command]
        self._cwd = cwd
        inherited = {key: os.environ[key] for key in ("PATH", "LANG", "TZ") if key in os.environ}
        self._environment = {
            **inherited,
            "HOME": str(cwd),
            "PYTHONPATH": str(REDIRECT),
            "PYTHONUNBUFFERED": "1",
            **discord.environment,
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._sessions_before = 0
        self.lines: list[str] = []

    async def __aenter__(self) -> "BotProcess":
        self._sessions_before = len(self._discord.gateway.sessions)
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            cwd=self._cwd,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        streams = (self._process.stdout, self._process.stderr)
        self._readers = [asyncio.create_task(self._read(each)) for each in streams]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.kill()
        if error is not None and hasattr(error, "add_note"):
            error.add_note(f"--- the bot printed ---\n{self.output}")

    @property
    def output(self) -> str:
        """All that was printed so far."""
        return "\n".join(self.lines)

    @property
    def exit_code(self) -> int | None:
        """How it ended; None while it runs."""
        assert self._process is not None
        return self._process.returncode

    def worked(self) -> float:
        """Return the seconds for which its threads had a processor so far, as Linux counts them."""
        assert self._process is not None
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9

    async def ready(self) -> None:
        """Wait until all its shards have identified and have been told of their servers."""
        gateway = self._discord.gateway

        def connected() -> bool:
            if self.exit_code is not None:
                raise RuntimeError(f"the bot ended with {self.exit_code}:\n{self.output}")
            mine = [each for each in gateway.sessions[self._sessions_before :] if each.history]
            return bool(mine) and len({each.shard for each in mine}) == mine[0].shard[1]

        await self._discord.world.until(connected, "READY", within=PATIENCE)

    async def printed(self, pattern: str) -> str:
        """Wait for a line that matches."""
        search = re.compile(pattern).search
        return await self._discord.world.until(
            lambda: next(filter(search, self.lines), ""), f"a line like {pattern!r}"
        )

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    async def ended(self) -> int:
        """Wait for it to end by itself; return the exit code."""
        assert self._process is not None
        try:
            async with asyncio.timeout(PATIENCE):
                code = await self._process.wait()
        except TimeoutError:
            raise AssertionError(f"still running after {PATIENCE:g} s:\n{self.output}") from None
        await asyncio.gather(*self._readers)
        return code

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Signal it and wait for the end."""
        self.send(number)
        return await self.ended()

    async def kill(self) -> None:
        """End it at once, as `kill -9` does, whatever it is doing."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._readers)

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            self.lines.append(line.decode(errors="replace").rstrip("\n"))
            self._discord.world.touch()
        self._discord.world.touch()
