"""A program at work: no shell, no new privileges, bounded, and nothing of it left when it ends.

Everything here blocks and belongs to one thread made for it: the thread gives up new privileges for itself
before it starts the program, which inherits that, and a thread can't take it back. POSIX; the limits and the
search for processes that left their group are Linux's.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from secrets import token_hex
from typing import IO, Literal

from inara_engine.frozen import frozen

__all__ = ["KEPT_BYTES", "Ended", "Start", "run_to_end"]

KEPT_BYTES = 192 << 10  # of what it prints, half from the beginning and half from the end
FLOOD_BYTES = 64 << 20  # whoever prints more than this is stopped
_FILE_BYTES = 4 << 30
_MORE_PROCESSES = 512
_GRACE_S = 0.5  # between asking a program to end and ending it
_LOOK_S = 0.1
_MARK = "INARA_COMMAND"
_PR_SET_NO_NEW_PRIVS = 38

Why = Literal["exited", "timeout", "stopped", "flood"]


@frozen
class Start:
    """What to start. `program` is the resolved file, `argv` what it is told, `folder` where it works."""

    program: str
    argv: tuple[str, ...]
    folder: str
    environment: Mapping[str, str]
    timeout_s: float


@frozen
class Ended:
    """How it ended. `status` is the exit status, negative for a signal; `left_out` counts bytes not kept."""

    why: Why
    status: int
    head: bytes
    tail: bytes
    left_out: int
    seconds: float


def run_to_end(start: Start, stop: threading.Event) -> Ended:
    """Run a program until it ends, its time is over, or `stop` is set; then end all it started. Raises OSError.

    Call it in a thread of its own: the thread can start nothing with privileges any more.
    """
    _give_up_new_privileges()
    bounds = _bounds(start.timeout_s)
    mark = token_hex(16)
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - what the person approved, as a list
        start.argv,
        executable=start.program,
        cwd=start.folder,
        env={**start.environment, _MARK: mark},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        bufsize=0,
    )
    if process.stdout is None:
        raise OSError("the program has no output")
    kept = _Kept()
    with process.stdout as output:
        try:
            _limit(process.pid, bounds)
            why = _listen(process, output, kept, began + start.timeout_s, stop)
        finally:
            _end(process, mark)
        _drain(output, kept)
    return Ended(why, process.returncode, *kept.parts(), time.monotonic() - began)


def _listen(
    process: subprocess.Popen[bytes], output: IO[bytes], kept: _Kept, deadline: float, stop: threading.Event
) -> Why:
    """Collect what it prints until there is a reason to end."""
    os.set_blocking(output.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(output, selectors.EVENT_READ)
        listening = True
        while True:
            if listening and selector.select(_LOOK_S):
                listening = _take(output, kept)
            elif not listening:
                stop.wait(_LOOK_S)
            if kept.total > FLOOD_BYTES:
                return "flood"
            if _has_ended(process):
                return "exited"
            if stop.is_set():
                return "stopped"
            if time.monotonic() > deadline:
                return "timeout"


def _take(output: IO[bytes], kept: _Kept) -> bool:
    """Read what is there; False at the end."""
    try:
        piece = os.read(output.fileno(), 1 << 16)
    except BlockingIOError:
        return True
    kept.add(piece)
    return bool(piece)


def _drain(output: IO[bytes], kept: _Kept) -> None:
    """What was printed last. Somebody who got away may hold the other end open: nobody waits for them."""
    while kept.total <= FLOOD_BYTES:
        try:
            piece = os.read(output.fileno(), 1 << 16)
        except BlockingIOError:
            return
        if not piece:
            return
        kept.add(piece)


def _end(process: subprocess.Popen[bytes], mark: str) -> None:
    """End the program and all it started: those of its group, and those that left it but carry its mark."""
    if not _has_ended(process):
        _signal_group(process.pid, signal.SIGTERM)
        patience = time.monotonic() + _GRACE_S
        while not _has_ended(process) and time.monotonic() < patience:
            time.sleep(0.01)
    _signal_group(process.pid, signal.SIGKILL)
    process.wait()
    for _ in range(5):  # one may start another while it is looked for
        strays = list(_marked(mark))
        if not strays:
            return
        for stray in strays:
            try:
                os.kill(stray, signal.SIGKILL)
            except ProcessLookupError:
                pass


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it ended, without taking notice of it: until then its number belongs to nobody else."""
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _signal_group(group: int, number: int) -> None:
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):  # all have ended, or what is left of it isn't ours to end
        pass


def _marked(mark: str) -> Iterator[int]:
    """Processes that have the mark in their environment."""
    wanted = f"{_MARK}={mark}".encode()
    for process in _processes():
        try:
            if wanted in (process / "environ").read_bytes() and not _is_dead(process):
                yield int(process.name)
        except OSError:
            continue


def _is_dead(process: Path) -> bool:
    return b"\nState:\tZ" in (process / "status").read_bytes()


def _processes() -> Iterator[Path]:
    """Linux shows each process as a folder; elsewhere there are none to see."""
    if sys.platform == "linux":
        yield from (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _give_up_new_privileges() -> None:
    if sys.platform != "linux":
        return
    import ctypes

    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "new privileges can't be given up")


def _bounds(timeout_s: float) -> dict[int, int]:
    """What a program may use, by the system's names for it."""
    if sys.platform != "linux":
        return {}
    import resource

    return {
        resource.RLIMIT_CPU: int(timeout_s * (os.cpu_count() or 1)) + 5,
        resource.RLIMIT_FSIZE: _FILE_BYTES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: _threads_of_mine() + _MORE_PROCESSES,
    }


def _limit(pid: int, bounds: Mapping[int, int]) -> None:
    """Set the bounds from outside: code of ours between fork and exec could hang, as other threads hold locks.

    It has run for some microseconds by then, too few to get anywhere.
    """
    if sys.platform != "linux":
        return
    import resource

    for limit, value in bounds.items():
        try:
            _, most = resource.prlimit(pid, limit)
            bound = value if most == resource.RLIM_INFINITY else min(value, most)
            resource.prlimit(pid, limit, (bound, bound))
        except (ProcessLookupError, PermissionError):  # it has ended, or runs as another user by itself
            return


def _threads_of_mine() -> int:
    """How many the system counts for this user already: its limit on processes is for all of them together."""
    count, me = 0, os.getuid()
    for process in _processes():
        try:
            if process.stat().st_uid == me:
                count += sum(1 for _ in (process / "task").iterdir())
        except OSError:
            continue
    return count


class _Kept:
    """The beginning and the end of what was printed, whatever lies between."""

    def __init__(self) -> None:
        self.total = 0
        self._head = bytearray()
        self._tail = bytearray()

    def add(self, piece: bytes) -> None:
        self.total += len(piece)
        room = KEPT_BYTES // 2 - len(self._head)
        if room > 0:
            self._head += piece[:room]
            piece = piece[room:]
        self._tail += piece
        if len(self._tail) > KEPT_BYTES:
            del self._tail[: -KEPT_BYTES // 2]

    def parts(self) -> tuple[bytes, bytes, int]:
        """Beginning, end, and the number of bytes left out between them."""
        tail = bytes(self._tail[-KEPT_BYTES // 2 :])
        return bytes(self._head), tail, self.total - len(self._head) - len(tail)
