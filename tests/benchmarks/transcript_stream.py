"""What the transcript costs: run `python -m tests.benchmarks.transcript_stream [seconds per figure]`.

Thread CPU throughout; a loop without a stream (the floor) runs in the same process and is subtracted. Tokens are 3.4
characters, three tenths of the text is code, 1,000 tokens a second come in frames of 16, unless it says otherwise.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inara_desktop import collecting
from inara_desktop.transcript.rows import AnswerRow, Row, UserRow
from inara_desktop.transcript.view import TranscriptView

_WORDS = [
    "the",
    "model",
    "reads",
    "a",
    "note",
    "and",
    "writes",
    "what",
    "it",
    "found",
    "with",
    "care",
    "about",
    "every",
    "small",
    "detail",
    "of",
    "that",
    "long",
    "text",
]
_CODE = 'def total(items: list[int], start: int = 0) -> int:\n    """Add up."""\n    for item in items:\n        start += item  # one by one\n    return start\n'


def markdown(chars: int, seed: int = 1) -> str:
    """Prose, lists, a quote, small tables, three tenths code."""
    pick = random.Random(seed)
    made: list[str] = []
    size = 0
    while size < chars:
        kind = pick.random()
        words = " ".join(pick.choice(_WORDS) for _ in range(pick.randint(20, 60)))
        if kind < 0.3:
            piece = f"```python\n{_CODE * pick.randint(1, 3)}```\n\n"
        elif kind < 0.5:
            piece = "".join(f"- item **{n}** {words[:60]}\n" for n in range(4)) + "\n"
        elif kind < 0.6:
            piece = f"## {words[:40]}\n\n"
        elif kind < 0.64:
            piece = "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n" * 5 + "\n"
        else:
            piece = f"{words[:120]} `code` and **bold words** {words}.\n\n"
        made.append(piece)
        size += len(piece)
    return "".join(made)[:chars]


def tokens(text: str, seed: int = 2) -> list[str]:
    """Pieces of 3.4 characters on average."""
    pick = random.Random(seed)
    made: list[str] = []
    at = 0
    while at < len(text):
        size = pick.choice((2, 3, 3, 4, 5))
        made.append(text[at : at + size])
        at += size
    return made


@dataclass(slots=True)
class Figures:
    cpu_s: float
    frames_ms: list[float]
    stalls_ms: list[float]
    tokens: int

    def line(self, floor: Figures | None = None) -> str:
        frames, stalls = sorted(self.frames_ms), sorted(self.stalls_ms)
        net = self.cpu_s - (floor.cpu_s * len(frames) / len(floor.frames_ms) if floor else 0.0)
        per = net / self.tokens * 10_000 if self.tokens else 0.0
        mean = sum(frames) / len(frames)
        p99 = stalls[int(len(stalls) * 0.99) - 1]
        return f"{per:7.2f} s/10k tok   frame mean {mean:5.2f}   stall p99 {p99:5.1f}   max {stalls[-1]:5.1f} ms"

    def per_10k(self, floor: Figures) -> float:
        net = self.cpu_s - floor.cpu_s * len(self.frames_ms) / len(floor.frames_ms)
        return net / self.tokens * 10_000


def opened(rows: list[Row]) -> TranscriptView:
    view = TranscriptView()
    view.resize(900, 900)
    view.show()
    view.load(rows)
    settle(view)
    return view


def settle(view: TranscriptView) -> None:
    """Run the loop until nothing is left to show."""
    for _ in range(20_000):
        QApplication.processEvents()
        if view.drained:
            break
        time.sleep(0.001)
    for _ in range(5):
        QApplication.processEvents()


def stream(view: TranscriptView, row_id: str, pieces: Iterator[str], seconds: float, per_frame: int = 16) -> Figures:
    """Feed tokens in real time, `per_frame` each 16 ms, and account for every pass of the event loop."""
    frames: list[float] = []
    stalls: list[float] = []
    fed = 0
    total = time.thread_time()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        frame_end = time.perf_counter() + 0.016
        cpu = 0.0
        start = time.thread_time()
        for _ in range(per_frame):
            view.feed(row_id, next(pieces))
            fed += 1
        cpu += time.thread_time() - start
        while time.perf_counter() < frame_end:
            start = time.thread_time()
            QApplication.processEvents()
            spent = (time.thread_time() - start) * 1000
            stalls.append(spent)
            cpu += spent / 1000
            time.sleep(0.001)
        frames.append(cpu * 1000)
    return Figures(time.thread_time() - total, frames, [s for s in stalls if s > 0.05] or [0.0], fed)


def endless(text: str) -> Iterator[str]:
    pieces = tokens(text)
    while True:
        yield from pieces


def history(count: int) -> list[Row]:
    text = markdown(200_000, seed=5)
    pick = random.Random(3)
    rows: list[Row] = []
    for index in range(count):
        if index % 2:
            at = pick.randrange(0, len(text) - 2000)
            rows.append(AnswerRow(f"r{index}", text[at : at + pick.randint(400, 2800)], label="Model"))
        else:
            rows.append(UserRow(f"r{index}", "A question of a usual length about something."))
    return rows


def cpu_ms(action: object) -> float:
    start = time.thread_time()
    action()  # type: ignore[operator]
    return (time.thread_time() - start) * 1000


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 4.0
    app = QApplication.instance() or QApplication([])
    collecting.put_off()  # as the window does
    text = markdown(400_000)

    view = opened([AnswerRow("a", streaming=True)])
    floor = stream(view, "a", iter(()), seconds, per_frame=0)
    print(f"floor (no stream): {sum(floor.frames_ms) / len(floor.frames_ms):.2f} ms a frame")

    costs: dict[str, float] = {}

    def show(name: str, figures: Figures) -> None:
        costs[name] = figures.per_10k(floor)
        print(f"{name:34}{figures.line(floor)}", flush=True)

    for size in (2_000, 20_000, 200_000):
        view = opened([AnswerRow("a", text=markdown(int(size * 3.4), seed=size), streaming=True)])
        view.feed("a", "\n\n")
        settle(view)
        show(f"message of {size:,} tokens", stream(view, "a", endless(text), seconds))
        view.close()
    print(f"{'  ratio 200k / 2k':34}{costs['message of 200,000 tokens'] / costs['message of 2,000 tokens']:7.2f}")

    for count in (100, 1_000, 10_000):
        view = opened([*history(count), AnswerRow("a", streaming=True)])
        show(f"{count:,} rows", stream(view, "a", endless(text), seconds))
        view.close()
    print(f"{'  ratio 10k / 100':34}{costs['10,000 rows'] / costs['100 rows']:7.2f}")

    code = "```python\n" + (_CODE * 25_000)[:3_000_000]
    table = "| a | b | c |\n|---|---|---|\n" + "| one cell | another **cell** | three |\n" * 10_000
    paragraph = " ".join(random.Random(4).choice(_WORDS) for _ in range(200_000))[:1_000_000]
    for name, before, more in (
        ("live code, 3 kB", code[:3_000], _CODE),
        ("live code, 3 MB", code, _CODE),
        ("live table, 10 rows", table[:400], "| one cell | another | three |\n"),
        ("live table, 10k rows", table, "| one cell | another | three |\n"),
        ("live paragraph, 3 kB", paragraph[:3_000], "some more words. "),
        ("live paragraph, 1 MB", paragraph, "some more words. "),
    ):
        view = opened([AnswerRow("a", text=before, streaming=True)])
        show(name, stream(view, "a", endless(more * 50), seconds))
        view.close()

    view = opened([AnswerRow("a", streaming=True)])
    whole = markdown(340_000, seed=9)
    start, wall = time.thread_time(), time.perf_counter()
    stalls: list[float] = []
    for piece in tokens(whole):
        view.feed("a", piece)
    while not view.drained:
        before_pass = time.thread_time()
        QApplication.processEvents()
        stalls.append((time.thread_time() - before_pass) * 1000)
    took, cpu = time.perf_counter() - wall, time.thread_time() - start
    work = sorted(s for s in stalls if s > 0.2)
    count = len(tokens(whole))
    p99 = work[int(len(work) * 0.99) - 1]
    print(
        f"{'full speed':34}{count / took:9,.0f} tok/s   cpu {cpu:.2f} s   stall p99 {p99:.1f}   max {work[-1]:.1f} ms"
    )
    view.close()

    for count in (100, 1_000, 10_000):
        rows = history(count)
        view = opened([])
        print(f"{f'open {count:,} rows':34}{cpu_ms(lambda v=view, r=rows: (v.load(r), settle(v))):7.1f} ms")
        if count == 1_000:
            print(f"{'resize at 1,000 rows':34}{cpu_ms(lambda v=view: (v.resize(700, 900), settle(v))):7.1f} ms")
            print(f"{'to the top':34}{cpu_ms(lambda v=view: (v.verticalScrollBar().setValue(0), settle(v))):7.1f} ms")
        view.close()
    giant = AnswerRow("a", text=markdown(680_000, seed=7))
    view = opened([])
    print(f"{'open one message of 200k tokens':34}{cpu_ms(lambda: (view.load([giant]), settle(view))):7.1f} ms")
    view.close()
    _ = app


if __name__ == "__main__":
    main()
