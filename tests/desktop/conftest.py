"""What holds for tests of the window: no widget and no timer outlives the test that made it, and async tests run
on Qt's own event loop, as the product does."""

from __future__ import annotations

import asyncio
import gc
import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

import pytest

from tests.support.leaks import qt_objects
from tests.support.private_bus import private_bus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from inara_desktop.style import Appearance


@pytest.hookimpl
def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"qt": _qt_loop}


def _qt_loop() -> asyncio.AbstractEventLoop:
    from PySide6.QtWidgets import QApplication

    from inara_desktop.event_loop import EventLoop

    return EventLoop(cast("QApplication", QApplication.instance() or QApplication([])))


@pytest.fixture
def wayland_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus of the test's own, on what looks like a Wayland desktop."""
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        yield address


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    from inara_desktop.style import Appearance

    made = Appearance(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture(autouse=True)
def swept_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt's objects that only a cycle holds go on the thread they live on.

    Python sweeps on whichever thread happens to allocate, and a worker that takes away a loop or a dialog of an
    earlier test ends the process.
    """
    yield
    if inspect.iscoroutinefunction(getattr(request, "function", None)):
        gc.collect()


@pytest.fixture(autouse=True, scope="module")
def swept_between_files() -> Iterator[None]:
    """The same for what the tests of a file left, before those of the next one begin."""
    gc.collect()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def no_qt_object_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a window open or a timer running. Widgets given to `qtbot` are closed before this looks."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    before = qt_objects()
    yield
    if left := [what for address, what in qt_objects().items() if address not in before]:
        pytest.fail("left behind: " + ", ".join(left))


@pytest.fixture
def american(qapp: QApplication) -> Iterator[None]:
    """Numbers, dates and times are written as in the United States; as before afterwards."""
    from PySide6.QtCore import QLocale

    _ = qapp
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German, and numbers are written so; as before afterwards."""
    from PySide6.QtCore import QLocale, QTranslator

    from inara_desktop.language import speak

    before = QLocale()
    assert speak(qapp, "de") == "de"
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
