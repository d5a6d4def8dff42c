"""How much memory this process has taken at most: since a moment, not since it began."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["PeakMemory"]


class PeakMemory:
    """Begins to watch when made. The kernel keeps the peak; writing 5 to `clear_refs` makes it begin anew (proc(5))."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5")
        self._before = _kib("VmRSS")

    @property
    def extra_mib(self) -> float:
        """The most it had since then, beyond what it had then."""
        return (_kib("VmHWM") - self._before) / 1024


def _kib(name: str) -> int:
    found = re.search(rf"^{name}:\s*(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1])
