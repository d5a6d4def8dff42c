"""The terminal command, driven as a person or a program drives it.

`run_inara` calls the real command line in this process, on a thread: quick, and the same code to the
last line. `Command` starts it as a process, with pipes or on a terminal of its own (a pty), where
signals, questions and closed pipes count.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import pty
import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

__all__ = ["Command", "Ran", "configure", "run_inara"]

ROOT = Path(__file__).parents[2]
LIMIT_S = 120.0  # a hang fails the test instead of stopping the suite


@dataclass(frozen=True, slots=True)
class Ran:
    """What a finished command left."""

    status: int
    out: str
    err: str

    @property
    def values(self) -> list[dict[str, Any]]:
        """Its output as lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    def value(self, kind: str) -> dict[str, Any]:
        """The last line of JSON of this type."""
        return [value for value in self.values if value.get("type") == kind][-1]


async def run_inara(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run the command in this process; nobody sits at it (no stream is a terminal)."""
    return await asyncio.wait_for(asyncio.to_thread(_run, arguments, stdin), LIMIT_S)


def _run(arguments: tuple[str, ...], stdin: bytes) -> Ran:
    from inara_engine.cli import main

    out, err = io.BytesIO(), io.BytesIO()
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(stream, encoding="utf-8", newline="") for stream in (out, err))
    try:
        status = main(arguments)
    except SystemExit as usage:  # how argparse ends
        status = int(usage.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        streams = sys.stdin, sys.stdout, sys.stderr
        sys.stdin, sys.stdout, sys.stderr = before
        texts = out.getvalue().decode(), err.getvalue().decode()
        for stream in streams:
            stream.close()
    return Ran(status, *texts)


class Command:
    """The command as a process. With `tty` its three streams are one terminal."""

    def __init__(
        self,
        *arguments: str,
        tty: bool = False,
        env: Mapping[str, str | None] | None = None,
        prefix: tuple[str, ...] = (),
        program: tuple[str, ...] = (sys.executable, "-m", "inara_desktop"),
    ) -> None:
        self._line = (*prefix, *program, *arguments)
        self._tty = tty
        environ: dict[str, str | None] = {**os.environ, "PYTHONPATH": "", "TERM": "xterm", **(env or {})}
        self._env = {name: value for name, value in environ.items() if value is not None}
        self._texts = {"out": bytearray(), "err": bytearray()}
        self._readers: list[asyncio.Task[None]] = []
        self._arrived = asyncio.Event()

    async def __aenter__(self) -> Self:
        if self._tty:
            self._master, slave = pty.openpty()
            os.set_blocking(self._master, False)
            self._process = await asyncio.create_subprocess_exec(
                *self._line,
                stdin=slave,
                stdout=slave,
                stderr=slave,
                cwd=ROOT,
                env=self._env,
                start_new_session=True,
                preexec_fn=_heed_interrupts,
            )
            os.close(slave)
            asyncio.get_running_loop().add_reader(self._master, self._read_screen)
        else:
            pipe = asyncio.subprocess.PIPE
            self._process = await asyncio.create_subprocess_exec(
                *self._line,
                stdin=pipe,
                stdout=pipe,
                stderr=pipe,
                cwd=ROOT,
                env=self._env,
                preexec_fn=_heed_interrupts,
            )
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr)):
                assert stream is not None
                self._readers.append(asyncio.create_task(self._read(stream, name)))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        for reader in self._readers:
            reader.cancel()
        await asyncio.gather(*self._readers, return_exceptions=True)
        if self._tty:
            asyncio.get_running_loop().remove_reader(self._master)
            os.close(self._master)
        elif self._process.stdin is not None:
            self._process.stdin.close()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def out(self) -> str:
        """Standard output so far; on a terminal, the whole screen."""
        return self._texts["out"].decode(errors="replace").replace("\r\n", "\n")

    @property
    def err(self) -> str:
        return self._texts["err"].decode(errors="replace")

    async def until(self, text: str) -> None:
        """Wait until a text has been printed anywhere."""
        try:
            async with asyncio.timeout(LIMIT_S):
                while text not in re.sub("\x1b\\[[0-9;]*m", "", self.out + self.err):
                    self._arrived.clear()
                    await self._arrived.wait()
        except TimeoutError:
            raise AssertionError(f"{text!r} never came; there is:\n{self.out}\n{self.err}") from None

    def type(self, text: str) -> None:
        """Type on the terminal."""
        os.write(self._master, text.encode())

    async def feed(self, data: bytes) -> None:
        """Write into standard input and end it."""
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.close()

    def interrupt(self) -> None:
        """What Ctrl+C does."""
        self._process.send_signal(signal.SIGINT)

    def send_signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    async def ended(self) -> Ran:
        """Wait for its end; what it left."""
        async with asyncio.timeout(LIMIT_S):
            status = await self._process.wait()
            await asyncio.gather(*self._readers)
        await asyncio.sleep(0)
        if self._tty:
            self._read_screen()
        return Ran(status, self.out, self.err)

    async def _read(self, stream: asyncio.StreamReader, name: str) -> None:
        while data := await stream.read(65536):
            self._texts[name] += data
            self._arrived.set()

    def _read_screen(self) -> None:
        try:
            self._texts["out"] += os.read(self._master, 65536)
        except BlockingIOError:
            return
        except OSError:  # EIO: nobody has the terminal open any more
            asyncio.get_running_loop().remove_reader(self._master)
        self._arrived.set()


def _heed_interrupts() -> None:
    """A shell lets what it starts in the background ignore Ctrl+C, `nohup` the terminal's end: tests may be started so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def configure(home: Path, base_url: str, **model: object) -> Path:
    """Write a config.toml with one model, "local", behind a server; the folder that tools may work in."""
    work = home.parent / "user" / "work"
    work.mkdir(exist_ok=True)
    settings: dict[str, object] = {"provider": "openai", "base_url": base_url, "model": "tiny", **model}
    lines = [f"{name} = {_toml(value)}" for name, value in settings.items()]
    text = "\n".join(["[models.local]", *lines, "extra = { temperature = 0 }", "[workspace]", f'roots = ["{work}"]'])
    (home / "config.toml").write_text(text + "\n")
    return work


def _toml(value: object) -> str:
    """A value as TOML spells it on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + " }"
    return json.dumps(value)
