"""The window as it looks in daily use, with made-up values: what most scenes start from."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from inara_desktop.said import deed
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, Row, RowAction, RowDetail, ToolRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import ModelItem, PendingItem, SessionItem, StatusHint
from inara_desktop.window import MainWindow

Scene = Callable[[Appearance], Sequence[QWidget]]
NOW = time.time()
HOUR, DAY = 3600.0, 86400.0
SESSIONS = (
    SessionItem("s1", "Summary of the garden plan", NOW - 20, "running"),
    SessionItem("s2", "Tidy up Downloads", NOW - 8 * 60, "waiting"),
    SessionItem("s3", "Heat pump, in five sentences", NOW - 50 * 60),
    SessionItem("s4", "Letter to the landlord about the heating that keeps failing", NOW - 3 * HOUR, unread=True),
    SessionItem("s5", "Translate the manual", NOW - 1.1 * DAY),
    SessionItem("s6", "Regular expression for dates", NOW - 1.3 * DAY),
    SessionItem("s7", "Recipe: lentil soup for eight", NOW - 3 * DAY),
    SessionItem("s8", "Why is the build slow?", NOW - 4 * DAY),
    SessionItem("s9", "Birthday speech", NOW - 12 * DAY),
    SessionItem("s10", "Tax return 2025, what is missing", NOW - 80 * DAY),
    SessionItem("s11", "First steps", NOW - 340 * DAY),
)
MODELS = (
    ModelItem("local", "Qwen 3 8B", "local"),
    ModelItem("claude", "Claude Sonnet", "cloud"),
    ModelItem("demo", "Demo, not an AI", "demo"),
)
PENDING = (PendingItem("c1", "s2", "Tidy up Downloads", "Replace ~/Documents/Garden/plan.md with 11 lines"),)
CODE = """Here is a short version that keeps the dates in order:

```python
from datetime import date

def sowing_days(first: date, weeks: int) -> list[date]:
    \"\"\"Every second Saturday from the first one on.\"\"\"
    return [first + timedelta(weeks=2 * each) for each in range(weeks // 2)]
```

| Plant | Sow | Harvest |
|---|---|---|
| Tomatoes | March, indoors | July to October |
| Lettuce | every two weeks | five weeks later |
| Peas | April | June |

- **Tomatoes** need 20 °C to start.
- *Lettuce* bolts in summer: give it shade.
"""
TALK: tuple[Row, ...] = (
    UserRow("u1", "When do I sow what? A table, please, and some Python for the dates.", NOW - 90),
    AnswerRow("a1", CODE, "", "Qwen 3 8B", footer="Qwen 3 8B · 214 tokens · 41 tokens/s"),
)
WAITING = (
    UserRow("u1", "Change my garden plan: March instead of spring, and the compost.", NOW - 90),
    AnswerRow("a1", "I will read the plan and then change these lines.", label="Qwen 3 8B"),
    ToolRow(
        "t1", "read_file", "Read ~/Documents/Garden/plan.md", "ok", 1, (RowDetail("Result", "# Garden plan\n…"),), 12
    ),
    ToolRow(
        "t2",
        "write_file",
        "Replace ~/Documents/Garden/plan.md with 11 lines",
        "waiting",
        2,
        actions=(RowAction("review", "Review", primary=True),),
    ),
)


def pending() -> tuple[PendingItem, ...]:
    """What waits, in the language of the window."""
    return tuple(item._replace(summary=deed(item.summary)) for item in PENDING)


def waiting() -> tuple[Row, ...]:
    """The conversation in which it waits, in the language of the window."""
    return tuple(replace(row, summary=deed(row.summary)) if isinstance(row, ToolRow) else row for row in WAITING)


def window(appearance: Appearance, rows: Sequence[Row] = ()) -> MainWindow:
    """The window as it looks in daily use."""
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(SESSIONS)
    made.set_models(MODELS, "local")
    made.set_status_hint(StatusHint("Qwen 3 8B", "local"))
    transcript = canvas(made)
    transcript.set_theme(appearance.transcript_theme())
    if rows:
        made.set_title("Summary of the garden plan")
        made.set_current_session("s1")
        made.show_page("transcript")
        transcript.load(rows)
    return made


def settle(milliseconds: int) -> None:
    """Let the window paint, as long as a person would look."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def canvas(of: MainWindow) -> TranscriptView:
    """Its transcript, as what it is."""
    transcript = of.transcript
    assert isinstance(transcript, TranscriptView)
    return transcript
