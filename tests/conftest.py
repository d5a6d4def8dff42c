"""What holds for every test: this machine only, a home of its own, a loop that never blocks, nothing left behind."""

from __future__ import annotations

import inspect
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

# Without a screen Qt draws into memory; a test that needs real windows starts a desktop of its own.
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from blockbuster import BlockBuster

from tests.support.leaks import left_tasks, left_threads, running_threads
from tests.support.llama_server import LlamaServer
from tests.support.network_guard import NetworkGuard
from tests.support.tiny_model import cached_model

_GUARD = NetworkGuard()
_GUARD.install()


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[NetworkGuard]:
    """Loopback and local sockets only; an attempt at anything else fails the test."""
    _GUARD.attempts.clear()
    _GUARD.on_duty = True
    yield _GUARD
    _GUARD.on_duty = False
    if _GUARD.attempts:
        pytest.fail("left this machine: " + "; ".join(_GUARD.attempts))


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh INARA_HOME, with a HOME and a runtime folder to go with it; nothing of the person's is in reach.

    Its path is short, because a local socket's path has at most 107 characters.
    """
    folder = Path(tempfile.mkdtemp(prefix="inara-"))
    for variable, name in (("HOME", "user"), ("XDG_RUNTIME_DIR", "runtime"), ("INARA_HOME", "inara")):
        (folder / name).mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(folder / name))
    for variable in (
        "DBUS_SESSION_BUS_ADDRESS",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
    ):
        monkeypatch.delenv(variable, raising=False)
    yield folder / "inara"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def unblocked_loop() -> Iterator[BlockBuster]:
    """A blocking call by the engine on the event loop raises.

    Reading a module on its first import is let through: the code that imports decides where. What
    only the tests do themselves is let through too.
    """
    blockbuster = BlockBuster(scanned_modules=["inara_engine"])
    for function in blockbuster.functions.values():
        function.can_block_in("<frozen importlib._bootstrap>", {"_find_and_load"})
        # Once Qt is imported, it looks at the source of each module that is imported after it.
        function.can_block_in("shibokensupport/feature.py", {"_mod_uses_pyside"})
    blockbuster.activate()
    yield blockbuster
    blockbuster.deactivate()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads and asyncio tasks that a test started have ended when it ends."""
    before = running_threads()
    if inspect.iscoroutinefunction(getattr(request, "function", None)):
        request.getfixturevalue("no_task_left")
    yield
    if left := left_threads(before):
        pytest.fail("threads left running: " + ", ".join(left))


@pytest.fixture
async def no_task_left() -> AsyncIterator[None]:
    """Part of `nothing_left`, on the test's own loop."""
    yield
    if left := await left_tasks():
        pytest.fail("tasks left running: " + ", ".join(left))


@pytest.fixture(scope="session")
def llama_server() -> Iterator[str]:
    """The base URL ("http://127.0.0.1:PORT/v1") of a real llama.cpp server with the scripted tiny model."""
    with LlamaServer(cached_model()) as server:
        yield server.base_url
