"""A server as a program of its own: started, spoken to line by line, bounded, and gone when it is no longer needed.

It gets a process group of its own, and beside it a shell that holds one end of a pipe: when the other end closes,
because we close it or because the app is gone however it went, the shell ends the group. What the server writes to
its standard error is no failure, but kept to explain one. Belongs to the worker's thread.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, cast

import anyio
import mcp_types
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.shared.message import SessionMessage

from inara_engine.mcp.letters import mended
from inara_engine.mcp.values import ServerFailed, StdioTarget

__all__ = ["LARGEST_MESSAGE", "Program"]

LARGEST_MESSAGE = 8 << 20  # bytes; reading more at once would hold up everything else
MOST_UNASKED = 5_000  # messages in a row that answer nothing
NOISY = 100  # of them while a call waited in vain: a busy machine does not read a flood to its end
FLOODS = "It floods Inara with messages nobody asked for."
KEPT_ERRORS = 16 << 10  # bytes of standard error
_GOODBYE_S = 0.5
_PIECE = 1 << 16
_KEEP = '(read -r _; kill -KILL 0) </dev/fd/"$1" >/dev/null 2>&1 & shift; exec "$@"'

Streams = tuple[MemoryObjectReceiveStream[SessionMessage | Exception], MemoryObjectSendStream[SessionMessage]]


class Program:
    """One run of a server. `failed` says why it ended by itself, once it has."""

    def __init__(self, target: StdioTarget) -> None:
        self._target = target
        self._errors = bytearray()
        self._unasked = 0
        self._ending = False
        self.failed = ""

    @property
    def complaint(self) -> str:
        """The end of what it wrote to its standard error."""
        return self._errors.decode("utf-8", "replace").strip()

    @asynccontextmanager
    async def streams(self) -> AsyncGenerator[Streams]:
        """Start it: an SDK transport. Raises ServerFailed."""
        process, lifeline = await self._start()
        to_us, ours = anyio.create_memory_object_stream[SessionMessage | Exception](0)
        theirs, to_them = anyio.create_memory_object_stream[SessionMessage](0)
        work = [
            asyncio.create_task(self._read(process, to_us), name="mcp output"),
            asyncio.create_task(self._write(process, to_them), name="mcp input"),
            asyncio.create_task(self._complain(process), name="mcp errors"),
        ]
        try:
            yield ours, theirs
        finally:
            await asyncio.shield(asyncio.ensure_future(self._end(process, lifeline, work)))
            for stream in (to_us, ours, theirs, to_them):
                stream.close()

    async def _start(self) -> tuple[asyncio.subprocess.Process, int]:
        target = self._target
        program = await asyncio.to_thread(shutil.which, target.command, path=target.environment.get("PATH"))
        if program is None:
            raise ServerFailed(
                f"There is no program {target.command!r} here.",
                next_step="Install it, or write its whole path into config.toml.",
            )
        held, lifeline = os.pipe()
        posix = sys.platform != "win32"
        watched = ("/bin/sh", "-c", _KEEP, "sh", str(held)) if posix else ()
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(
                *watched,
                program,
                *target.args,
                stdin=pipe,
                stdout=pipe,
                stderr=pipe,
                env=dict(target.environment),
                cwd=target.folder,
                start_new_session=posix,
                pass_fds=(held,) if posix else (),
            )
        except BaseException as error:
            os.close(lifeline)  # also where the start was called off: the shell beside it then ends what had begun
            if isinstance(error, OSError):
                where = f" in {target.folder}" if target.folder else ""
                raise ServerFailed(
                    f"{target.command} could not be started{where}: {error.strerror or error}.",
                    next_step="Check command and cwd of its entry in config.toml.",
                ) from None
            raise
        finally:
            os.close(held)
        return process, lifeline

    async def _read(
        self, process: asyncio.subprocess.Process, to_us: MemoryObjectSendStream[SessionMessage | Exception]
    ) -> None:
        output = cast("asyncio.StreamReader", process.stdout)
        pieces: list[bytes] = []
        size = 0
        try:
            while piece := await output.read(_PIECE):
                first, *others = piece.split(b"\n")
                for following in (*others, None):
                    pieces.append(first)
                    size += len(first)
                    if size > LARGEST_MESSAGE:
                        self.failed = f"It sent a message of more than {LARGEST_MESSAGE >> 20} MB."
                        return
                    if following is None:
                        break
                    line, first = b"".join(pieces), following
                    pieces, size = [], 0
                    if line.strip():
                        await to_us.send(self._message(line))
                        if self._unasked > MOST_UNASKED:
                            self.failed = FLOODS
                            return
            ended = await self._how_it_ended(process)
            if not self._ending:
                self.failed = self.failed or ended
        except (anyio.BrokenResourceError, anyio.ClosedResourceError):
            return
        finally:
            to_us.close()

    def gave_up_in_noise(self) -> bool:
        """A call got no answer: whether what came instead was a flood. Then the server has failed as a whole."""
        if self._unasked > NOISY:
            self.failed = self.failed or FLOODS
        return bool(self.failed)

    def _message(self, line: bytes) -> SessionMessage | Exception:
        try:
            message = mcp_types.jsonrpc_message_adapter.validate_json(mended(line), by_name=False)
        except ValueError:
            self._unasked += 1
            return ValueError("not a message")
        answers = isinstance(message, mcp_types.JSONRPCResponse | mcp_types.JSONRPCError)
        self._unasked = 0 if answers else self._unasked + 1
        return SessionMessage(message)

    async def _how_it_ended(self, process: asyncio.subprocess.Process) -> str:
        for _ in range(50):
            if process.returncode is not None:
                break
            await asyncio.sleep(0.01)
        match process.returncode:
            case None:
                return "It closed its output."
            case 0:
                return "It ended."
            case status if status < 0:
                return f"It was ended by signal {-status}."
            case status:
                return f"It ended with status {status}."

    async def _write(
        self, process: asyncio.subprocess.Process, to_them: MemoryObjectReceiveStream[SessionMessage]
    ) -> None:
        into = cast("asyncio.StreamWriter", process.stdin)
        try:
            async for message in to_them:
                into.write(message.message.model_dump_json(by_alias=True, exclude_unset=True).encode() + b"\n")
                await into.drain()
        except (ConnectionError, anyio.BrokenResourceError, anyio.ClosedResourceError):
            to_them.close()

    async def _complain(self, process: asyncio.subprocess.Process) -> None:
        errors = cast("asyncio.StreamReader", process.stderr)
        while piece := await errors.read(_PIECE):
            self._errors += piece
            del self._errors[:-KEPT_ERRORS]

    async def _end(self, process: asyncio.subprocess.Process, lifeline: int, work: list[asyncio.Task[None]]) -> None:
        """Close its input, give it a moment, then end it and all it started."""
        self._ending = True
        into = cast("asyncio.StreamWriter", process.stdin)
        into.close()
        ends_at = asyncio.get_running_loop().time() + _GOODBYE_S
        while process.returncode is None and asyncio.get_running_loop().time() < ends_at:  # noqa: ASYNC110 - `wait` would wait for its pipes too
            await asyncio.sleep(0.01)
        os.close(lifeline)
        try:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # all gone already
        for _ in range(200):
            if process.returncode is not None:
                break
            await asyncio.sleep(0.01)
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)
        transport: Any = getattr(process, "_transport", None)  # nothing public closes pipes that others hold open
        if transport is not None:
            transport.close()
            await asyncio.sleep(0)
