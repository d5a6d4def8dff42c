"""How the benchmarks measure: each run in a fresh process, rivals in turn, medians, ratios to a floor.

A benchmark module has `VARIANTS`, functions by name that each return figures of one run. The
module runs itself as `python -m tests.benchmarks.NAME VARIANT ARGUMENTS…` in a child process, so
that no run warms up another. CPU time is what counts; wall time on a shared machine is noise.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

__all__ = ["Figures", "child_environ", "compile_everything", "medians", "print_table", "ran_as_child", "sample"]

ROOT = Path(__file__).resolve().parents[2]
BYTE_CODE = Path(tempfile.gettempdir()) / f"inara-benchmarks-{os.getuid()}"

Figures = dict[str, float]
Variant = Callable[..., Figures]


def child_environ(**more: str) -> dict[str, str]:
    """The environment of a measured process: byte code is kept, and no screen is needed.

    Without byte code every start is several times too slow, and some machines switch it off.
    """
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = str(BYTE_CODE)
    environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # offscreen remarks on every window
    return environ | more


def compile_everything() -> None:
    """Byte-compile our code into the benchmarks' own cache; what is used of others follows at the first run."""
    folders = [str(ROOT / name) for name in ("engine", "desktop", "resources", "tests/benchmarks")]
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", *folders], env=child_environ(), check=True, stdout=subprocess.DEVNULL
    )


def ran_as_child(variants: Mapping[str, Variant]) -> bool:
    """Run the variant that the command line names, if it names one, and print its figures."""
    if len(sys.argv) < 2 or sys.argv[1] not in variants:
        return False
    print(json.dumps(variants[sys.argv[1]](*sys.argv[2:])))
    return True


def sample(module: str, variant: str, *arguments: object, environ: Mapping[str, str] | None = None) -> Figures:
    """The figures of one run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", variant, *map(str, arguments)],
        env=environ if environ is not None else child_environ(),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        timeout=900,
    )
    return json.loads(done.stdout.splitlines()[-1])


def medians(rivals: Mapping[str, Callable[[], Figures]], runs: int) -> dict[str, Figures]:
    """Each rival's median figures; they take turns, so that a busy moment of the machine hits all."""
    results: dict[str, list[Figures]] = {name: [] for name in rivals}
    for _ in range(runs):
        for name, run in rivals.items():
            results[name].append(run())
    return {
        name: {key: statistics.median(figures[key] for figures in seen) for key in seen[0]}
        for name, seen in results.items()
    }


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> None:
    """One table, numbers to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(row[n]) for row in [list(head), *cells]) for n in range(len(head))]
    print(f"\n{title}")
    for row in (list(head), *cells):
        print(
            "  "
            + "  ".join(
                f"{c:<{w}}" if n == 0 else f"{c:>{w}}" for n, (c, w) in enumerate(zip(row, widths, strict=True))
            )
        )
    if note:
        print(f"  {note}")
    sys.stdout.flush()


def _cell(value: object) -> str:
    return (
        f"{value:.3g}"
        if isinstance(value, float) and value < 100
        else f"{value:.0f}"
        if isinstance(value, float)
        else str(value)
    )
