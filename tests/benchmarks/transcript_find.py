"""What finding words costs in a conversation of 9 MB: run `python -m tests.benchmarks.transcript_find`.

Thread CPU, medians of ten. The floor is one scan of the same text as a single string. The first search reads the
conversation, in slices of 4 ms, also where it stands in a few messages; of that the best of five, as the memory a
process is given for the first time costs what the machine likes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inara_desktop import collecting
from inara_desktop.transcript.find import Finder
from inara_desktop.transcript.rows import AnswerRow, Row, UserRow
from inara_desktop.transcript.view import TranscriptView
from tests.benchmarks.measure import print_table
from tests.benchmarks.transcript_stream import markdown, opened

ROWS = 10_000
CHARACTERS = 900  # a row
SLICE_S = 0.004  # as the window takes them
MB = 1_000_000


def conversation() -> list[Row]:
    text = markdown(200_000)
    rows: list[Row] = []
    for n in range(ROWS):
        start = n * 137 % (len(text) - CHARACTERS)
        said = f"{text[start : start + CHARACTERS - 12]} number{n}"
        rows.append(AnswerRow(f"r{n}", said) if n % 2 else UserRow(f"r{n}", said))
    return rows


def milliseconds(work: Callable[[], object], runs: int = 10) -> float:
    """The median CPU time of a call."""
    times: list[float] = []
    for _ in range(runs):
        start = time.thread_time()
        work()
        times.append((time.thread_time() - start) * 1000)
    return median(times)


def counted(finder: Finder, words: str) -> list[float]:
    """A search as the window makes it: the CPU time of each of its slices."""
    slices: list[float] = []
    finder.look_for(words)
    done = False
    while not done:
        start = time.thread_time()
        done = finder.go_on(SLICE_S)
        slices.append((time.thread_time() - start) * 1000)
    return slices


def first_searches() -> None:
    """Print what reading the conversation costs, however it is written and divided."""
    table: list[tuple[object, ...]] = []
    text = markdown(200_000) * 12
    for kind, rows in (
        ("10,000 messages", conversation()),
        ("messages of 3 MB", [AnswerRow(f"a{n}", text[: 3 * MB]) for n in range(3)]),
        ("the same, Cyrillic", [AnswerRow(f"a{n}", text[: 3 * MB].replace("the", "тот")) for n in range(3)]),
        ("the same, Turkish", [AnswerRow(f"a{n}", text[: 3 * MB].replace("the", "İki")) for n in range(3)]),
        ("18 prompts of 500 kB", [UserRow(f"u{n}", text[: MB // 2]) for n in range(18)]),
    ):
        view: TranscriptView = opened(rows)
        firsts: list[list[float]] = []
        for _ in range(5):
            view.end_find()
            firsts.append(counted(view._finder, "qwxyz words"))
        first = min(firsts, key=max)
        again = counted(view._finder, "number")
        view.end_find()
        view.close()
        table.append((kind, sum(first), len(first), sum(first) / len(first), max(first), sum(again), max(again)))
    head = ("", "first search ms", "slices", "mean ms", "longest ms", "the next search ms", "its longest slice ms")
    print_table("the first search reads 9 MB", head, table)


def main() -> None:
    """Print the tables."""
    app = QApplication([])
    collecting.put_off()  # as the window does
    rows = conversation()
    whole = "\0".join(row.text.lower() for row in rows if isinstance(row, AnswerRow | UserRow))
    view: TranscriptView = opened(rows)
    finder = view._finder
    counted(finder, "")
    table: list[tuple[object, ...]] = []
    for kind, words in (
        ("no such words", "qwxyz words"),
        ("one place", "number7777"),
        ("a common word", "care"),
        ("one letter", "z"),
        ("the commonest letter", "e"),
    ):
        ours = milliseconds(lambda words=words: counted(finder, words))
        floor = milliseconds(lambda words=words: whole.count(words))
        view._needle = words
        jump = milliseconds(view.find_next) if finder.found.total else 0.0
        table.append((kind, finder.found.total, ours, floor, jump))
    head = ("", "matches", "search ms", "one string, ms", "jump ms")
    print_table(f"find in {len(whole) / 1e6:.1f} MB, {ROWS:,} messages", head, table)
    view.end_find()
    view.close()
    first_searches()
    app.processEvents()


if __name__ == "__main__":
    main()
