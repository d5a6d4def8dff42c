"""All benchmarks, or the named ones: `python -m tests.benchmarks [NAME…]`.

Each puts its floor into the same run and prints tables; only the ratios mean anything on another
machine. Nothing here fails for being slow. A single one takes arguments when run by itself:
`python -m tests.benchmarks.engine_stream TOKENS RUNS`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import ROOT, child_environ, compile_everything

PARTS = {"__init__", "__main__", "clients", "history", "measure", "peer_script", "servers"}
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in PARTS)


def main() -> int:
    """Run them in turn, each in a process of its own; the exit status."""
    names = sys.argv[1:] or NAMES
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    compile_everything()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    failed = [name for name in names if _run(name) != 0]
    if failed:
        print(f"Could not be run to their end: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str) -> int:
    print(f"\n── {name}", flush=True)
    command = [sys.executable, "-m", f"tests.benchmarks.{name}"]
    return subprocess.run(command, cwd=ROOT, env=child_environ(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
