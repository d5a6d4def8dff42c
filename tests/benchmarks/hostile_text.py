"""What hostile text costs the window: the longest pass of the event loop while it is shown, whole and streamed.

Thread CPU in milliseconds; the floor is ordinary Markdown of a usual length. `python -m tests.benchmarks.hostile_text [NAME]`.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inara_desktop import collecting
from inara_desktop.transcript.rows import AnswerRow, Row, RowDetail, ToolRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from tests.benchmarks.measure import print_table
from tests.benchmarks.transcript_stream import markdown, opened

MB = 1_000_000
LONGEST_S = 120
READ = 65_536  # characters that a read from a socket brings at most


def texts() -> dict[str, Callable[[], str]]:
    """By name; made when they are wanted."""
    wide = 2_000
    return {
        "ordinary, 10 kB (floor)": lambda: markdown(10_000),
        "ordinary, 5 MB": lambda: markdown(200_000) * 25,
        "one line of 50 MB, words": lambda: "word " * 10_000_000,
        "one line of 50 MB, no space": lambda: "x" * 50 * MB,
        "one line of code, 50 MB": lambda: "```\n" + "y" * 50 * MB + "\n```",
        "table of 2 000 columns": lambda: "| a " * wide + "|\n" + "|---" * wide + "|\n" + ("| b " * wide + "|\n") * 200,
        "table cell of 5 MB": lambda: "| a |\n|---|\n| " + "c" * 5 * MB + " |\n",
        "10 000 nested quotes": lambda: ">" * 10_000 + " deep\n" + "> " * 10_000 + "deep",
        "10 000 nested lists": lambda: "- " * 10_000 + "deep",
        "1 000 list levels, indented": lambda: "\n".join("  " * n + "- item" for n in range(1_000)),
        "NULs, 1 MB": lambda: "\0" * MB,
        "lone surrogates, 1 MB": lambda: "\ud800a" * (MB // 2),
        "combining towers, 1 MB": lambda: ("e" + "\u0301" * 999) * 1_000,
        "open brackets, 1 MB": lambda: "[" * MB,
        "pictures that never close": lambda: "![" * (MB // 2),
        "asterisks, 1 MB": lambda: "*" * MB,
        "a* pairs, 1 MB": lambda: "*a" * (MB // 2),
        "underscores, 1 MB": lambda: "_a " * (MB // 3),
        "backticks of all lengths": lambda: " ".join("`" * n for n in range(1, 1_400)),
        "entities, 1 MB": lambda: "&" * MB,
        "angle brackets, 1 MB": lambda: "<" * MB,
        "autolinks, 1 MB": lambda: "http://a.b " * (MB // 11),
        "definitions, 1 MB": lambda: "".join(f"[n{n}]: http://a/{n}\n" for n in range(40_000)) + "[n1] [n2]",
        "math that never closes": lambda: "$" * MB,
        "formulas, 20 000": lambda: "$$x^2$$\n\n" * 20_000,
        "directions, 1 MB": lambda: "\u202e\u2066" * (MB // 2),
        "emoji joined, 1 MB": lambda: "👩‍" * (MB // 2),
        "blank lines, 1 MB": lambda: "\n" * MB,
        "fences, 100 000": lambda: "```\n" * 100_000,
        "headings, 100 000": lambda: "# a\n" * 100_000,
    }


def passes(view: TranscriptView) -> list[float]:
    """Each pass of the event loop until all is shown."""
    found: list[float] = [0.0]
    end = time.monotonic() + LONGEST_S
    while time.monotonic() < end:
        spent = timed(QApplication.processEvents)
        if spent > 0.1:
            found.append(spent)
        else:
            time.sleep(0.0005)
        if view.drained:
            return found
    found.append(math.inf)
    return found


def timed(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def whole(text: str) -> tuple[float, float, float]:
    """Loaded as an answer and as a prompt with a card: (longest pass, all passes, scrolling about)."""
    view = opened([])
    rows: list[Row] = [
        UserRow("u", text),
        ToolRow("t", text[:500], text, "ok", details=(RowDetail("Result", text[:20_000]),), note=text[:2_000]),
        AnswerRow("a", text),
    ]
    first = timed(lambda: view.load(rows))
    found = [first, *passes(view)]
    bar = view.verticalScrollBar()
    moved: list[float] = []
    for part in (0, 0.3, 0.6, 0.9, 1):
        moved.append(timed(lambda part=part: (bar.setValue(int(bar.maximum() * part)), view.viewport().repaint())))
        moved += passes(view)
    view.close()
    return max(found), sum(found), max(moved)


def streamed(text: str) -> tuple[float, float]:
    """Fed as reads from a socket come: (longest pass, all)."""
    view = opened([AnswerRow("a", streaming=True)])
    found: list[float] = []
    for start in range(0, len(text), READ):
        found.append(timed(lambda start=start: view.feed("a", text[start : start + READ])))
        begun = time.thread_time()
        QApplication.processEvents()
        found.append((time.thread_time() - begun) * 1000)
    found += passes(view)
    found.append(timed(lambda: view.replace(AnswerRow("a", text))))
    found += passes(view)
    view.close()
    return max(found), sum(found)


def main() -> None:
    """Print the table."""
    app = QApplication([])
    collecting.put_off()  # as the window does
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    rows: list[tuple[object, ...]] = []
    for name, make in texts().items():
        if wanted in name:
            text = make()
            rows.append((name, *whole(text), *streamed(text)))
            print(
                f"  {name}: {' '.join(f'{value:.1f}' for value in rows[-1][1:] if isinstance(value, float))}",
                file=sys.stderr,
            )
    head = ("", "whole: longest pass", "all", "scrolling: longest", "streamed: longest pass", "all")
    print_table("hostile text, CPU ms", head, rows)
    app.processEvents()


if __name__ == "__main__":
    main()
