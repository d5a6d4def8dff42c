"""What loading the engine costs: beside bare Python with asyncio, and in a process that has loaded Qt.

PySide6 looks at the source of every module imported after it; the last lines show what that adds.
`python -m tests.benchmarks engine_import [RUNS]`.
"""

from __future__ import annotations

import importlib
import resource
import sys
import time
from functools import partial

from tests.benchmarks.measure import Figures, medians, print_table, ran_as_child, sample


def bare() -> Figures:
    import asyncio

    del asyncio
    return _so_far()


def face() -> Figures:
    import asyncio

    import inara_engine.face

    del asyncio, inara_engine
    return _so_far()


def qt() -> Figures:
    import asyncio

    from PySide6 import QtWidgets

    del asyncio, QtWidgets
    return _so_far()


def face_after_qt() -> Figures:
    qt()
    began = time.process_time()
    importlib.import_module("inara_engine.face")
    return _so_far() | {"import_s": time.process_time() - began}


def http_client() -> Figures:
    importlib.import_module("inara_engine.face")
    began = time.process_time()
    importlib.import_module("inara_engine.providers.http_client")
    return _so_far() | {"import_s": time.process_time() - began}


def http_client_after_qt() -> Figures:
    face_after_qt()
    began = time.process_time()
    importlib.import_module("inara_engine.providers.http_client")
    return _so_far() | {"import_s": time.process_time() - began}


def _so_far() -> Figures:
    return {
        "cpu_s": time.process_time(),
        "import_s": 0.0,
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "modules": float(len(sys.modules)),
    }


VARIANTS = {
    "bare": bare,
    "face": face,
    "qt": qt,
    "face_after_qt": face_after_qt,
    "http_client": http_client,
    "http_client_after_qt": http_client_after_qt,
}
LABELS = {
    "bare": "Python with asyncio",
    "face": "the engine's face",
    "qt": "QtWidgets with asyncio",
    "face_after_qt": "the engine's face, after Qt",
    "http_client": "the HTTP client (first prompt)",
    "http_client_after_qt": "the HTTP client, after Qt",
}


def main(runs: int = 5) -> None:
    """Print the table."""
    found = medians({name: partial(sample, "engine_import", name) for name in VARIANTS}, runs)
    own = {"face": found["face"]["cpu_s"] - found["bare"]["cpu_s"], "bare": 0.0, "qt": 0.0}
    rows = [
        (
            LABELS[name],
            figures["cpu_s"],
            own.get(name, figures["import_s"]) or "",
            figures["rss_mb"],
            int(figures["modules"]),
        )
        for name, figures in found.items()
    ]
    print_table("Importing", ("", "CPU s, whole process", "of it the import", "max RSS MB", "modules"), rows)


if __name__ == "__main__" and not ran_as_child(VARIANTS):
    main(*map(int, sys.argv[1:]))
