from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.desk import Desk


@pytest.fixture
async def desk(tmp_path: Path, nothing_left: None) -> AsyncIterator[Desk]:
    """A home with a granted folder; the threads its tools ran in end with the test."""
    yield await asyncio.to_thread(Desk.at, tmp_path)
    await asyncio.get_running_loop().shutdown_default_executor()
