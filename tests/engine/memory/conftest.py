from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.memory import MemoryFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A persona's folder, not made yet."""
    return tmp_path / "personas" / "inara"


@pytest.fixture
def memory(folder: Path, tmp_path: Path) -> MemoryFolder:
    return MemoryFolder(folder, folder.parent, tmp_path / "backups")


@pytest.fixture
def off_record(memory: MemoryFolder) -> MemoryFolder:
    return memory.off_the_record()
