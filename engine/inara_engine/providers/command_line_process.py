"""A command as a child in a process group of its own, in a private empty folder: nothing of it stays behind."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

__all__ = ["Child", "private_folder", "remove_folder"]

_STDERR_BYTES = 8 * 1024
_READ_BYTES = 32 * 1024
_EXIT_WITHIN_S = 5.0
_LOOK_S = 0.005


def private_folder(policy: str) -> Path:
    """A new folder for this user only: `work` in it is empty, `policy.toml` holds the policy. Blocks."""
    folder = Path(tempfile.mkdtemp(prefix="inara-"))
    (folder / "work").mkdir(mode=0o700)
    (folder / "policy.toml").write_text(policy, encoding="utf-8")
    return folder


def remove_folder(folder: Path) -> None:
    """Take it away with whatever the command left there. Blocks."""
    shutil.rmtree(folder, ignore_errors=True)


class Child:
    """Started by `start`; close it: that ends the command and everything it started."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        pipes: tuple[asyncio.StreamWriter, asyncio.StreamReader, asyncio.StreamReader],
        text: bytes,
    ) -> None:
        self._process = process
        self._stdin, self._stdout, self._errors = pipes
        self._stderr: list[bytes] = []
        self._stderr_bytes = 0
        self._writing = asyncio.create_task(self._write(text))
        self._draining = asyncio.create_task(self._drain())
        self._reading: asyncio.Task[bytes] | None = None

    @classmethod
    async def start(cls, command: Sequence[str], text: bytes, *, environ: Mapping[str, str], folder: Path) -> Child:
        """Run it with the text as its standard input. No shell. Raises: OSError."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            env=dict(environ),
            cwd=folder,
            start_new_session=True,
        )
        pipes = process.stdin, process.stdout, process.stderr
        return cls(
            process, cast("tuple[asyncio.StreamWriter, asyncio.StreamReader, asyncio.StreamReader]", pipes), text
        )

    @property
    def complaint(self) -> str:
        """The end of its standard error."""
        return b"".join(self._stderr)[-_STDERR_BYTES:].decode("utf-8", "replace")

    async def read(self, within_s: float) -> bytes | None:
        """What it wrote; b"" at its end, None where it stayed silent for so long."""
        if self._reading is None:
            self._reading = asyncio.create_task(self._stdout.read(_READ_BYTES))
        done, _ = await asyncio.wait({self._reading}, timeout=within_s)
        if not done:
            return None
        reading, self._reading = self._reading, None
        return reading.result()

    async def exit_status(self) -> int | None:
        """Its status; None where it lingers on after its output has ended."""
        status = await self._ended(_EXIT_WITHIN_S)
        await asyncio.wait({self._draining}, timeout=0.5)  # a grandchild may hold the pipe open
        return status

    async def aclose(self) -> None:
        """End it, and all of its group; whoever closes does not want to wait for goodbyes."""
        self._kill()
        tasks = {task for task in (self._writing, self._draining, self._reading) if task is not None}
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        await self._ended(_EXIT_WITHIN_S)
        transport = getattr(self._process, "_transport", None)  # nothing public closes pipes that others hold open
        if isinstance(transport, asyncio.SubprocessTransport):
            transport.close()
            await asyncio.sleep(0)

    async def _ended(self, within_s: float) -> int | None:
        """Its status. `Process.wait` would also wait for its pipes, which a grandchild or a full buffer keeps open."""
        clock = asyncio.get_running_loop().time
        ends_at = clock() + within_s
        while self._process.returncode is None and clock() < ends_at:  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(_LOOK_S)
        return self._process.returncode

    def _kill(self) -> None:
        try:
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        except (ProcessLookupError, PermissionError):
            pass  # all gone already

    async def _write(self, text: bytes) -> None:
        try:
            self._stdin.write(text)
            await self._stdin.drain()
            self._stdin.close()
            await self._stdin.wait_closed()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it ended without reading all; its status tells why

    async def _drain(self) -> None:
        while piece := await self._errors.read(_READ_BYTES):
            self._stderr.append(piece)
            self._stderr_bytes += len(piece)
            while self._stderr_bytes - len(self._stderr[0]) > _STDERR_BYTES:
                self._stderr_bytes -= len(self._stderr.pop(0))
