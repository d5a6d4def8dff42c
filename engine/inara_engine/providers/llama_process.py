"""A llama.cpp server as a child: started on a free port with a key of its own, and never left behind.

A small shell stands between: it holds the other end of a pipe of ours, and ends the server when that closes,
which the system does for us however this process ends. (PR_SET_PDEATHSIG would be Linux's alone, and asks for
code of ours between fork and exec.)
"""

from __future__ import annotations

import asyncio
import os
import secrets as random
import shutil
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from inara_engine.errors import UserError

__all__ = ["LlamaProcess", "find_server"]

_LOG_LINES = 200
_LINE_CHARS = 400
_END_S = 3.0
_KEEPER = """
trap : TERM INT
exec 3<&0
"$@" 3<&- </dev/null &
child=$!
{ read -r _ <&3; kill -KILL "$child"; } 2>/dev/null &
keeper=$!
while wait "$child"; status=$?; kill -0 "$child"; do :; done 2>/dev/null
kill -KILL "$keeper" 2>/dev/null
wait "$keeper" 2>/dev/null
exit $status
"""


class LlamaProcess:
    """One run of a server. `start` it; `close` ends it and all it started."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, key: str) -> None:
        self.port = port
        self.key = key
        self._process = process
        self._lines: deque[str] = deque(maxlen=_LOG_LINES)
        self._reading = asyncio.create_task(self._read(), name="llama-server log")

    @classmethod
    async def start(cls, program: str, arguments: Sequence[str]) -> LlamaProcess:
        """Start it with these arguments, and an address and a key of its own. Raises: OSError."""
        port, key = _free_port(), random.token_urlsafe(24)
        command = [program, *arguments, "--host", "127.0.0.1", "--port", str(port)]
        if os.name == "posix":
            command = ["/bin/sh", "-c", _KEEPER, "inara-llama-server", *command]
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,  # held open, never written to: its end is the server's
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env={**os.environ, "LLAMA_API_KEY": key},  # an argument could be read by every other program
            start_new_session=True,
        )
        return cls(process, port, key)

    @property
    def group(self) -> int:
        """The process group that it and all it starts belong to."""
        return self._process.pid

    @property
    def status(self) -> int | None:
        """Its exit status, negative for a signal; None while it runs."""
        status = self._process.returncode
        return status if status is None or status < 128 else 128 - status

    @property
    def log(self) -> str:
        """The end of what it wrote."""
        return "\n".join(self._lines)

    async def settled(self) -> None:
        """Once it has ended: until its last words are read."""
        await asyncio.wait({self._reading}, timeout=1.0)

    async def close(self) -> None:
        """End it, gently first. What it had in memory is free when this returns."""
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(_END_S):
                await self._process.wait()
        except TimeoutError:
            pass
        finally:
            self._signal(signal.SIGKILL)  # also whatever is left of its group
        await self._process.wait()
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)

    def _signal(self, number: signal.Signals) -> None:
        try:
            if os.name == "posix":
                os.killpg(self._process.pid, number)
            elif self._process.returncode is None:
                self._process.kill()
        except (ProcessLookupError, PermissionError):
            pass  # all have ended

    async def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for
        tail = ""
        while piece := await self._process.stdout.read(32 * 1024):
            *lines, tail = (tail + piece.decode("utf-8", "replace")).split("\n")
            self._lines.extend(line[:_LINE_CHARS] for line in lines if line.strip())
            tail = tail[-_LINE_CHARS:]
        if tail.strip():
            self._lines.append(tail)


def find_server(path: str | None) -> str:
    """The program to start. Blocks. Raises: UserError with how to get one."""
    if path is not None:
        program = Path(path).expanduser()
        if program.is_file() and os.access(program, os.X_OK):
            return str(program)
        raise UserError(f"There is no program {program}.", next_step="Check `llama_server.path` of the model.")
    if found := shutil.which("llama-server"):
        return found
    raise UserError("llama-server, which would serve the model file, is not installed.", next_step=_how_to_install())


def _how_to_install() -> str:
    """The line for this system's package manager, where it has it."""
    if shutil.which("brew"):
        return "Install it: `brew install llama.cpp`."
    if sys.platform == "win32":
        return "Install it: `winget install llama.cpp`."
    if shutil.which("apt-cache"):
        if name := _debian_package():
            return f"Install it: `sudo apt install {name}`."
    elif shutil.which("dnf"):
        return "Install it: `sudo dnf install llama-cpp`."
    elif shutil.which("nix"):
        return "Install it: `nix profile install nixpkgs#llama-cpp`."
    return (
        "Get it from https://github.com/ggml-org/llama.cpp/releases and put it on the PATH, "
        'or name it: llama_server = { path = "/…/llama-server" }.'
    )


def _debian_package() -> str:
    """What Debian's archive, as far as it is known here, calls it; "" where it has none."""
    try:
        known = subprocess.run(
            ["apt-cache", "--names-only", "search", "^llama.cpp(-tools)?$"],  # noqa: S607 - found on the PATH
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):  # a machine that is busy, or an archive that is just renewed
        return ""
    return known.stdout.split(" ", 1)[0].strip()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
