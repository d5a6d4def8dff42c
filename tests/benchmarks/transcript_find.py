"""What finding words costs in a conversation of 9 MB: run `python -m tests.benchmarks.transcript_find`.

Thread CPU, medians of ten. The floor is one scan of the same text as a single string.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inara_desktop.transcript.rows import AnswerRow, Row, UserRow
from inara_desktop.transcript.view import TranscriptView
from tests.benchmarks.measure import print_table
from tests.benchmarks.transcript_stream import markdown, opened

ROWS = 10_000
CHARACTERS = 900  # a row


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


def main() -> None:
    """Print the table."""
    app = QApplication([])
    rows = conversation()
    whole = "\0".join(row.text.lower() for row in rows if isinstance(row, AnswerRow | UserRow))
    view: TranscriptView = opened(rows)
    finder = view._finder
    start = time.thread_time()
    slices = 1
    longest = 0.0
    finder.start_sync()
    while True:
        begun = time.thread_time()
        done = finder.sync(0.004)
        longest = max(longest, time.thread_time() - begun)
        if done:
            break
        slices += 1
    read = (time.thread_time() - start) * 1000
    table: list[tuple[object, ...]] = []
    for kind, words in (
        ("no such words", "qwxyz words"),
        ("one place", "number7777"),
        ("a common word", "care"),
        ("one letter", "z"),
        ("the commonest letter", "e"),
    ):
        ours = milliseconds(lambda words=words: finder.search(words))
        floor = milliseconds(lambda words=words: whole.count(words))
        view._needle = words
        jump = milliseconds(view.find_next) if finder.found.total else 0.0
        table.append((kind, finder.found.total, ours, floor, jump))
    head = ("", "matches", "search ms", "one string, ms", "jump ms")
    print_table(f"find in {len(whole) / 1e6:.1f} MB, {ROWS:,} messages", head, table)
    print(f"  read once when the search opens: {read:.0f} ms in {slices} slices, the longest {longest * 1000:.1f} ms")
    view.end_find()
    view.close()
    app.processEvents()


if __name__ == "__main__":
    main()
