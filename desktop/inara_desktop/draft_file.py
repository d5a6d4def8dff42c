"""Drafts on disk: one small JSON file, replaced whole, so that a crash leaves the old one or the new one."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["DraftFile", "Kept"]

LARGEST = 64_000_000  # bytes; a file larger than this isn't ours


class Kept(NamedTuple):
    """Drafts by session; `pasted` are the sessions in whose draft something was not typed there."""

    texts: Mapping[str, str] = {}
    pasted: frozenset[str] = frozenset()


class DraftFile:
    """Both calls are made in threads. Of several writes at a time the newest is what stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._written = 0

    async def read(self) -> Kept:
        """What was written last; nothing where there is no such file, or one that can't be read."""
        return await asyncio.to_thread(self._read)

    async def write(self, drafts: Kept) -> None:
        """Keep these drafts and no others. Raises OSError."""
        await asyncio.to_thread(self._write, next(self._numbers), drafts)

    def _read(self) -> Kept:
        try:
            if self._path.stat().st_size > LARGEST:
                return Kept()
            value: Any = json.loads(self._path.read_text(encoding="utf-8"))
            texts = {str(session): str(text) for session, text in value["drafts"].items()}
            return Kept(texts, frozenset(map(str, value.get("pasted", ()))))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return Kept()

    def _write(self, number: int, drafts: Kept) -> None:
        with self._lock:
            if number < self._written:
                return
            made = self._path.with_suffix(".new")
            handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"version": 1, "drafts": dict(drafts.texts), "pasted": sorted(drafts.pasted)}, file)
            made.replace(self._path)
            self._written = number
