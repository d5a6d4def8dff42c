"""A desktop for each file of stories, and the app on it, not yet started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.app import App
from tests.support.desktop_session import DesktopSession


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    with DesktopSession(size=(1280, 860)) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: DesktopSession, tmp_path: Path) -> Iterator[App]:
    app = App(desktop, tmp_path)
    yield app
    app.abandon()
