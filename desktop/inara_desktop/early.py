"""What of `[appearance]` has to be known before the first widget is made, long before the engine reads the settings."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

__all__ = ["appearance_value", "scaled"]

LEAST, MOST = 0.5, 3.0  # as the setting's own bounds; what is beyond them, the engine tells
SCALE = "QT_SCALE_FACTOR"


def appearance_value(config: Path, name: str) -> Any:
    """A value of the table; None where it says nothing that can be read. The engine tells what is wrong.

    Reading TOML costs the start some milliseconds, so it is done only where the word occurs.
    """
    with suppress(OSError, ValueError, AttributeError):
        text = config.read_text("utf-8")
        if name in text:
            import tomllib

            return tomllib.loads(text).get("appearance", {}).get(name)
    return None


@contextmanager
def scaled(config: Path) -> Generator[None]:
    """Qt's scale as `text_scale` wants it, for the application made meanwhile; what that starts doesn't inherit it.

    Text, icons and spaces grow together, so that nothing is cut. Who set the variable themselves is left alone.
    """
    wanted = appearance_value(config, "text_scale")
    if not isinstance(wanted, int | float) or not LEAST <= wanted <= MOST or wanted == 1 or SCALE in os.environ:
        yield
        return
    os.environ[SCALE] = str(wanted)
    try:
        yield
    finally:
        del os.environ[SCALE]
