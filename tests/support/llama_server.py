"""A real llama.cpp server on a free port of this machine, for as long as a `with` block lasts."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from tests.support.cache import CACHE

__all__ = ["LlamaServer", "server_program"]

START_LIMIT_S = 60.0


class LlamaServer:
    """Serves `model` with `context_tokens` a slot and `slots` requests side by side.

    `port` 0 takes a free one. With an `api_key` the server refuses who doesn't show it. A server that
    is `restart`ed keeps its port. Which program it is, LLAMA_SERVER_BIN says, or else what
    `make test` fetched; without either it raises at once.
    """

    def __init__(
        self,
        model: Path,
        *,
        context_tokens: int = 16384,
        slots: int = 2,
        api_key: str = "",
        port: int = 0,
        extra_args: tuple[str, ...] = (),
    ) -> None:
        self.port = port
        self._fixed_port = bool(port)
        self._stack = ExitStack()
        self._process: subprocess.Popen[bytes] | None = None
        self._arguments = [
            *("--model", str(model), "--alias", "tiny"),
            *("--ctx-size", str(context_tokens * slots), "--parallel", str(slots)),
            *("--host", "127.0.0.1", "--jinja", "--no-ui", "--offline", "--cache-ram", "0"),
            *("--threads", "2", "--ubatch-size", "2048"),
            *(("--api-key", api_key) if api_key else ()),
            *extra_args,
        ]

    @property
    def root_url(self) -> str:
        """Where the server's own pages are, e.g. `/health`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What OpenAI's clients call the base URL."""
        return f"{self.root_url}/v1"

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        if self._process is None:
            raise RuntimeError("the llama.cpp server is not running")
        return self._process.pid

    def __enter__(self) -> Self:
        self._log = self._stack.enter_context(tempfile.NamedTemporaryFile(prefix="llama-server-", suffix=".log"))
        self._stack.callback(self.stop)
        try:
            self.start()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def start(self) -> None:
        """Start it, and return once it is ready. Raises: RuntimeError with the server's last words."""
        for _ in range(1 if self._fixed_port else 3):
            if not self._fixed_port:
                self.port = _free_port()
            command = [server_program(), *self._arguments, "--port", str(self.port)]
            self._process = subprocess.Popen(command, stdout=self._log, stderr=subprocess.STDOUT)
            if self._ready():
                self._fixed_port = True
                return
            self.stop()  # somebody else may have taken the port in between
        raise RuntimeError(f"the llama.cpp server did not start:\n{self.log()[-2000:]}")

    def stop(self) -> None:
        """End it at once, in the middle of whatever it says."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def log(self) -> str:
        """What the server wrote so far."""
        return Path(self._log.name).read_text(encoding="utf-8", errors="replace")

    def _ready(self) -> bool:
        assert self._process is not None
        deadline = time.monotonic() + START_LIMIT_S
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.root_url}/health", trust_env=False).is_success:
                    return True
            except httpx.TransportError:
                pass
            time.sleep(0.02)
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server_program() -> str:
    """The llama-server the tests use. Raises: RuntimeError where there is none."""
    program = Path(os.environ.get("LLAMA_SERVER_BIN") or CACHE / "llama-server" / "llama-server")
    if not program.exists():
        raise RuntimeError(
            f"The tests need a real llama.cpp server and there is none at {program}. "
            "`make setup-tests` fetches one; LLAMA_SERVER_BIN may name another."
        )
    return str(program)
