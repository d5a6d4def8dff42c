"""A real keyring of its own: dbus-daemon and gnome-keyring-daemon with a home folder that is theirs alone.

States: `unlocked`, `locked` (run it unlocked in the same folder first), `fresh` (no keyring was ever
made), `none` (no D-Bus at all), `stopped` (the daemon hangs), `unanswered` (locked, and the prompt
stays open for ever).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest

State = Literal["unlocked", "locked", "fresh", "none", "stopped", "unanswered"]

_PROMPTER = """
import sys
from jeepney import MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
bus = open_dbus_connection()
Proxy(message_bus, bus).RequestName("org.gnome.keyring.SystemPrompter", 4)
print("ready", flush=True)
while True:
    bus.receive()
"""


@dataclass(frozen=True)
class SecretService:
    """A running one. `environ` is what a program needs to use it."""

    folder: Path
    environ: dict[str, str]

    def python(self, script: str, *, timeout_s: float = 25, **environ: str) -> str:
        """What a Python script in this session prints; its errors, and hanging, fail the test."""
        done = subprocess.run(
            [sys.executable, "-c", script],
            check=False,
            env={**self.environ, **environ},
            capture_output=True,
            text=True,
            timeout=timeout_s,
        )
        assert done.returncode == 0, done.stderr
        assert not done.stderr, done.stderr
        return done.stdout

    def files_with(self, text: str) -> list[Path]:
        """Every file of this home that holds the text."""
        return [path for path in self.folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


@contextmanager
def secret_service(folder: Path, state: State) -> Generator[SecretService]:
    with TemporaryDirectory(prefix="keyring-", dir="/tmp") as run:  # short: a socket's path has 107 bytes
        yield from _running(folder, Path(run), state)


def _running(folder: Path, run: Path, state: State) -> Generator[SecretService]:
    environ = _environ(folder, run)
    if state == "none":
        yield SecretService(folder, environ)
        return
    for program in ("dbus-daemon", "gnome-keyring-daemon"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing. Type: apt-get install --no-install-recommends dbus gnome-keyring")
    with ExitStack() as stack:
        socket = run / "bus"
        environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        _started(stack, ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={socket}"], environ)
        _until(socket.exists, "dbus-daemon")
        if state == "unanswered":
            prompter = _started(stack, [sys.executable, "-c", _PROMPTER], environ)
            assert prompter.stdout is not None
            assert prompter.stdout.readline() == b"ready\n"
        daemon = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if state in {"unlocked", "stopped"}:
            keyring = _started(stack, [*daemon, "--unlock"], environ, password=b"a password")
        else:
            keyring = _started(stack, daemon, environ)
        _until(lambda: _is_owned("org.freedesktop.secrets", environ), "gnome-keyring-daemon")
        if state == "stopped":
            keyring.send_signal(signal.SIGSTOP)
        yield SecretService(folder, environ)


def _environ(folder: Path, run: Path) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(run),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "INARA_HOME": str(home / "inara"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _started(
    stack: ExitStack, command: list[str], environ: dict[str, str], password: bytes | None = None
) -> subprocess.Popen[bytes]:
    process = stack.enter_context(
        subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    )
    stack.callback(process.kill)  # also ends one that is stopped
    assert process.stdin is not None
    if password is not None:
        process.stdin.write(password)
    process.stdin.close()
    return process


def _is_owned(name: str, environ: dict[str, str]) -> bool:
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    with open_dbus_connection(environ["DBUS_SESSION_BUS_ADDRESS"]) as bus:
        return bool(Proxy(message_bus, bus).NameHasOwner(name)[0])


def _until(ready: Callable[[], bool], what: str, limit_s: float = 20) -> None:
    deadline = time.monotonic() + limit_s
    while not ready():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not start within {limit_s:g} s.")
        time.sleep(0.02)
