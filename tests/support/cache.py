"""Where the tests keep what is made or fetched once: outside the tree, shared by every checkout."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CACHE"]

# Read when the tests are loaded, before any test is given a HOME of its own.
CACHE = Path(
    os.environ.get("INARA_TEST_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "inara-tests"
)
