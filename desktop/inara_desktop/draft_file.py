"""Drafts on disk: one small JSON file, replaced whole, so that a crash leaves the old one or the new one."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["DraftFile"]

LARGEST = 64_000_000  # bytes; a file larger than this isn't ours


class DraftFile:
    """Both calls are made in threads. Of several writes at a time the newest is what stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._written = 0

    async def read(self) -> dict[str, str]:
        """What was written last; nothing where there is no such file, or one that can't be read."""
        return await asyncio.to_thread(self._read)

    async def write(self, drafts: Mapping[str, str]) -> None:
        """Keep these drafts and no others. Raises OSError."""
        await asyncio.to_thread(self._write, next(self._numbers), drafts)

    def _read(self) -> dict[str, str]:
        try:
            if self._path.stat().st_size > LARGEST:
                return {}
            value: Any = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(session): str(text) for session, text in value["drafts"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}

    def _write(self, number: int, drafts: Mapping[str, str]) -> None:
        with self._lock:
            if number < self._written:
                return
            made = self._path.with_suffix(".new")
            handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"version": 1, "drafts": dict(drafts)}, file)
            made.replace(self._path)
            self._written = number
