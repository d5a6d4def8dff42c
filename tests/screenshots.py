"""Pictures of the window with made-up values: `python -m tests.screenshots OUTDIR [--only NAME] [--scheme S]`.

For looking at, and for the README. Every scene is built by the product's own widgets.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QPoint, QTimer, QTranslator
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inara_desktop.activity_window import ActivityWindow
from inara_desktop.attachments import TextFile, picture
from inara_desktop.confirm_dialog import ConfirmDialog
from inara_desktop.connect_values import CheckItem, ConnectionItem, FindingItem, FoundServer, InterfaceItem
from inara_desktop.connections_dialog import ConnectionsDialog
from inara_desktop.consent_values import ActivityItem, PendingCall, RuleChoice, RuleItem
from inara_desktop.doctor_dialog import DoctorDialog
from inara_desktop.form_dialog import FormDialog
from inara_desktop.help_window import HelpWindow
from inara_desktop.language import speak
from inara_desktop.message_bar import MessageActions
from inara_desktop.name_dialog import NameDialog
from inara_desktop.picture_view import PictureContent, PictureView
from inara_desktop.quick_prompt import QuickPrompt
from inara_desktop.reworking import EDITING
from inara_desktop.servers_dialog import ServersDialog
from inara_desktop.session_menu import session_menu
from inara_desktop.shortcuts_overlay import ShortcutsOverlay
from inara_desktop.style import Appearance, SchemeChoice
from inara_desktop.told_view import ToldView
from inara_desktop.transcript.rows import (
    AnswerRow,
    ErrorRow,
    NoticeRow,
    Row,
    RowAction,
    RowDetail,
    RowPicture,
    ToolRow,
    UserRow,
)
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.usage_window import UsageWindow
from inara_desktop.values import (
    BannerValue,
    ContextFill,
    Draft,
    FolderItem,
    FoundItem,
    HitItem,
    Manner,
    ModelItem,
    PendingItem,
    PersonaChoices,
    PersonaItem,
    SessionItem,
    StatusHint,
    demo_badge,
)
from inara_desktop.window import MainWindow
from inara_engine.face import McpReport, McpTool, OpenQuestion, Told, ToldPart, UsageDay
from inara_engine.mcp.values import Prompt as McpPrompt
from tests.support import server_scenes, settings_scenes, talk_scenes

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
PENDING = (PendingItem("c1", "s2", "Tidy up Downloads", "Write ~/Documents/Garden/plan.md"),)
DIFF = """--- /home/ada/Documents/Garden/plan.md
+++ /home/ada/Documents/Garden/plan.md
@@ -1,9 +1,11 @@
 # Garden plan

-## Spring
-- sow tomatoes
+## March
+- sow tomatoes indoors, 20 °C
+- order compost (2 m³)
 - prune the apple tree

 ## Summer
-- water
+- water in the morning
+- net over the currants
 - harvest
"""
WRITE = PendingCall(
    "c1",
    "write_file",
    "Change /home/ada/Documents/Garden/plan.md",
    "d1",
    2,
    "It changes a file. A copy of what was there is kept, so it can be undone.",
    (("Path", "/home/ada/Documents/Garden/plan.md"), ("Size", "212 → 276 bytes")),
    DIFF,
    "diff",
    offers=(
        RuleChoice("me", "write_file", "/home/ada/Documents/Garden", "write_file in /home/ada/Documents/Garden"),
        RuleChoice("me", "write_file", "", "write_file, wherever it may work"),
    ),
    arguments={
        "path": "/home/ada/Documents/Garden/plan.md",
        "content": "# Garden plan\n\n## March\n- sow tomatoes indoors, 20 °C\n- order compost (2 m³)\n",
        "overwrite": True,
    },
)
MOVE = PendingCall(
    "c2",
    "move_file",
    "Move /home/ada/Downloads/scan_0042.pdf",
    "d2",
    2,
    "It changes files. It can be undone.",
    (("From", "/home/ada/Downloads/scan_0042.pdf"), ("To", "/home/ada/Documents/Garden/invoice\u202efdp.exe")),
)
DELETE = PendingCall(
    "c3",
    "delete_file",
    "Delete /home/ada/Downloads/old.zip",
    "d3",
    3,
    "It changes something, and what it does may come from text that nobody here wrote.",
    (("Path", "/home/ada/Downloads/old.zip"), ("Size", "48 MB")),
    because=("Read ~/Downloads/notes.txt", "Fetch https://example.org/cleaning-tips"),
    arguments={"path": "/home/ada/Downloads/old.zip"},
    expires_at=NOW + 5 * HOUR,
)


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

> Water in the morning; the leaves must be dry by night.
"""
TALK: tuple[Row, ...] = (
    UserRow("u1", "When do I sow what? A small table, please, and a few lines of Python for the dates.", NOW - 90),
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
        "Change ~/Documents/Garden/plan.md",
        "waiting",
        2,
        actions=(RowAction("review", "Review", primary=True),),
    ),
)
ERROR = (
    UserRow("u1", "And what does the weather say?", NOW - 90),
    AnswerRow("a1", "Let me look at the", label="Qwen 3 8B", partial=True),
    ErrorRow(
        "e1",
        "The server stopped in the middle of the answer.",
        "What had been said is kept. Is Ollama still running on 127.0.0.1:11434?",
        (RowAction("continue", "Continue", primary=True), RowAction("retry", "Try again")),
    ),
)


def window(appearance: Appearance, rows: Sequence[Row] = ()) -> MainWindow:
    """The window as it looks in daily use."""
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(SESSIONS)
    made.set_models(MODELS, "local")
    made.set_status_hint(StatusHint("Qwen 3 8B", "local"))
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    transcript.set_theme(appearance.transcript_theme())
    if rows:
        made.set_title("Summary of the garden plan")
        made.set_current_session("s1")
        made.show_page("transcript")
        transcript.load(rows)
    return made


def _filed(appearance: Appearance, rows: Sequence[Row] = TALK) -> MainWindow:
    """With a pinned conversation, folders, and one off the record."""
    made = window(appearance, rows)
    model = made.sidebar.sessions.all
    model.set_folders([FolderItem("Garden", 2), FolderItem("Tax and insurance papers", 48, unread=1)])
    model.set_open("Garden", is_open=True)
    model.upsert(
        [
            SessionItem("p1", "Shopping list", NOW - 6 * DAY, pinned=True),
            SessionItem("g1", "Compost, and what must not go in", NOW - 2 * DAY, folder="Garden"),
            SessionItem("g2", "Apple tree", NOW - 9 * DAY, folder="Garden"),
            SessionItem("private-1", "A present for Tom", NOW - 5 * 60, off_record=True),
        ]
    )
    return made


def sessions_filed(appearance: Appearance) -> Sequence[QWidget]:
    return [_filed(appearance)]


def sessions_small(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    made.resize(720, 520)
    made.toggle_sidebar()
    return [made]


def sessions_menu(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    items = [SESSIONS[2], SESSIONS[4]]
    opened = session_menu(made, appearance, items, made.sidebar.sessions.all.folders)
    opened.move(made.pos() + QPoint(150, 320))
    return [made, opened]


def sessions_found(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    made.sidebar.search.setText("invo")
    hits = (
        HitItem("s4", 3, "You", "the landlord sent the \ue000invoice\ue001 for the heating twice, and I paid"),
        HitItem("s4", 5, "Inara", "An \ue000invoice\ue001 must name the period it is for"),
        HitItem("s4", 9, "Tool", "2025-11-02 \ue000invoice\ue001_4711.pdf"),
    )
    found = [
        FoundItem(SESSIONS[3], hits, 7, open=True),
        FoundItem(SESSIONS[9], (HitItem("s10", 2, "You", "which \ue000invoices\ue001 are missing for the year"),), 1),
        FoundItem(
            SESSIONS[6], (HitItem("s7", 2, "Inara", "Nobody \ue000invokes\ue001 the lentils; soak them first"),), 1
        ),
        FoundItem(SESSIONS[10], (), 1),
    ]
    made.sidebar.show_found(found)
    return [made]


def sessions_nothing(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    made.sidebar.search.setText("unicorn")
    made.sidebar.show_found(())
    return [made]


def sessions_trash(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    made.sidebar.show_trash([SESSIONS[7]._replace(trashed=True), SESSIONS[8]._replace(trashed=True)])
    made.show_banner(BannerValue("trash", "“Birthday speech” is in the trash.", "info", "Undo", "undo-trash"))
    return [made]


def sessions_several(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    made.sidebar.set_progress("Importing… 1204 of 5120")
    listed = made.sidebar.sessions
    for session in ("s3", "s4", "s5"):
        listed.selectionModel().select(listed.all.row_of(session), QItemSelectionModel.SelectionFlag.Select)
    return [made]


def sessions_folder_name(appearance: Appearance) -> Sequence[QWidget]:
    made = _filed(appearance)
    return [made, NameDialog(appearance, made, "New folder", "The 2 conversations go into it.", "Create")]


def _private(appearance: Appearance, rows: Sequence[Row] = ()) -> MainWindow:
    made = _filed(appearance)
    made.set_off_record(True)
    made.set_title("A present for Tom" if rows else "")
    made.set_current_session("private-1" if rows else "")
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    transcript.load(rows)
    made.show_page("transcript" if rows else "off_record")
    return made


PRESENT: tuple[Row, ...] = (
    UserRow("u1", "What could I give Tom for his fortieth? He walks a lot, and has everything.", NOW - 90),
    ToolRow("t1", "list_files", "List ~/Documents/Photos/Tom", "ok", 1, "alps-2024.jpg\n…", 9),
    AnswerRow(
        "a1",
        "From the photos he likes **high places and bad weather**. Three ideas:\n\n"
        "- a night in a hut that has no road, with you carrying the food\n"
        "- a linen-backed map of the walk you did together\n"
        "- a good flask, engraved with a height instead of a name",
        label="Qwen 3 8B",
        footer="Qwen 3 8B · 96 tokens · 41 tokens/s",
    ),
)


def off_record_empty(appearance: Appearance) -> Sequence[QWidget]:
    return [_private(appearance)]


def off_record_small(appearance: Appearance) -> Sequence[QWidget]:
    made = _private(appearance)
    made.resize(720, 520)
    return [made]


def off_record_answer(appearance: Appearance) -> Sequence[QWidget]:
    made = _private(appearance, PRESENT)
    made.composer.editor.setFocus()
    return [made]


def off_record_answer_small(appearance: Appearance) -> Sequence[QWidget]:
    made = _private(appearance, PRESENT)
    made.resize(720, 520)
    return [made]


def off_record_menu(appearance: Appearance) -> Sequence[QWidget]:
    made = _private(appearance, PRESENT)
    items = [SessionItem("private-1", "A present for Tom", NOW - 5 * 60, off_record=True)]
    opened = session_menu(made, appearance, items, ())
    opened.move(made.pos() + QPoint(150, 320))
    return [made, opened]


PERSONAS = PersonaChoices(
    (
        PersonaItem("inara", (("identity", 1, 152), ("profile", 2, 38), ("long", 2, 412), ("mid", 2, 230))),
        PersonaItem("work", (("identity", 1, 90), ("profile", 2, 61), ("papers", 3, 3210), ("short", 2, 44))),
        PersonaItem(
            "poet",
            problem="The persona poet is a link to a place outside ~/.local/share/inara/personas, so it is not read."
            " Move its folder there, or choose another persona.",
            usable=False,
        ),
    ),
    "inara",
)


def _persona(made: MainWindow, choices: PersonaChoices, manner: Manner) -> Sequence[QWidget]:
    made.header.persona.set_choices(choices)
    made.set_manner(manner)
    made.show()
    settle(50)
    made.header.persona.open()
    return [made]


def persona_panel(appearance: Appearance) -> Sequence[QWidget]:
    return _persona(window(appearance, TALK), PERSONAS, Manner(persona="work", tier=3))


def persona_panel_broken(appearance: Appearance) -> Sequence[QWidget]:
    choices = PERSONAS._replace(items=(PERSONAS.items[0],), most_tier=1, tier=1)
    return _persona(window(appearance, TALK), choices, Manner())


def persona_panel_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    return _persona(made, PERSONAS._replace(items=PERSONAS.items[:2]), Manner("chat"))


def german_off_record(appearance: Appearance) -> Sequence[QWidget]:
    return [_private(appearance)]


def conversation(appearance: Appearance) -> Sequence[QWidget]:
    return [window(appearance, TALK)]


def streaming(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK[:1])
    made.set_running(True)
    made.show()
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    transcript.append(AnswerRow("a1", label="Qwen 3 8B", streaming=True))
    transcript.feed("a1", CODE[:520])
    return [made]


def tool_waiting(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, WAITING)
    made.set_pending(PENDING)
    return [made]


UNDO = RowAction("undo", "Undo")
GIVEN = RowDetail("Given", "path: ~/Documents/Garden/plan.md\noverwrite: true")
CARDS: tuple[Row, ...] = (
    UserRow("u1", "Put the sowing days into my plan, and tidy up behind you.", NOW - 90),
    ToolRow("t1", "read_file", "Read ~/Documents/Garden/plan.md", "ok", 1, (GIVEN,), 12),
    ToolRow(
        "t2",
        "write_file",
        "Change ~/Documents/Garden/plan.md",
        "ok",
        2,
        (GIVEN, RowDetail("Result", '{"written": 276, "lines": ["# Garden plan", "## March"], "backup": true}')),
        31,
        (UNDO,),
        "Allowed by you, in the window",
    ),
    ToolRow(
        "t3",
        "move_file",
        "Move ~/Downloads/scan_0042.pdf to ~/Documents/invoice.pdf",
        "undone",
        2,
        (GIVEN,),
        8,
        note="~/Downloads/scan_0042.pdf is back from ~/Documents/invoice.pdf.",
    ),
    ToolRow("t4", "delete_file", "Delete ~/Downloads/old.zip", "declined", 3, (GIVEN,)),
    ToolRow("t5", "web_fetch", "Fetch https://example.org/sowing", "failed", 3, (GIVEN,), 2900),
    ToolRow("t6", "run_command", "Run make install", "unknown", 3),
    ToolRow("t7", "search_files", "Search ~/Documents for “compost”", "running", 1, (GIVEN,)),
)


def _meter(made: MainWindow) -> MainWindow:
    made.composer.meter.show_fill(ContextFill(26_200, 32_768, "Qwen 3 8B"))
    return made


def cards(appearance: Appearance) -> Sequence[QWidget]:
    return [_meter(window(appearance, CARDS))]


def cards_opened(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, CARDS[:4])
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    made.show()
    settle(200)
    for stop in [stop for stop in transcript._stops() if stop.row_id == "t2" and stop.target.kind == "fold"]:
        transcript._fold(stop)
    return [made]


def cards_small(appearance: Appearance) -> Sequence[QWidget]:
    made = _meter(window(appearance, CARDS))
    made.resize(720, 520)
    return [made]


def _drawn(width: int, height: int) -> QImage:
    """A picture to look at: a sunset over water."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    for at, color in ((0.0, "#23395d"), (0.45, "#e07a5f"), (0.6, "#f2cc8f"), (0.61, "#3d5a80"), (1.0, "#1b2a41")):
        sky.setColorAt(at, QColor(color))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#ffe8b6"))
    painter.drawEllipse(width // 2, int(height * 0.42), height // 6, height // 6)
    painter.end()
    return image


PICTURES: tuple[Row, ...] = (
    UserRow("u1", "Where was this taken? Draw me a wider one.", NOW - 90, (RowPicture("beach.jpg", "image/jpeg"),)),
    ToolRow(
        "t1",
        "paint__draw",
        "Draw a wide sunset, three versions",
        "ok",
        1,
        (GIVEN,),
        4300,
        pictures=(RowPicture("one.png"), RowPicture("two.png"), RowPicture("three.png"), RowPicture("four.png")),
    ),
    AnswerRow(
        "a1",
        "By the light, an evening on a west coast. The first version is the widest.",
        label="Qwen 3 8B",
        footer="42 tokens · 41 tokens/s · 1.9 s · cost 0.0021 · 2 calls, 3\u202f204 tokens, cost 0.012 in all",
    ),
)


def pictures(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, PICTURES)
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    made.show()
    settle(100)
    transcript.pictures.put("u1", 0, _drawn(400, 260))
    transcript.pictures.put("t1", 0, _drawn(420, 160))
    transcript.pictures.put("t1", 1, _drawn(240, 240))
    transcript.pictures.put("t1", 2, "“three.png” can't be shown. 60000 × 60000 pixels are too many.")
    return [_meter(made)]


def pictures_small(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = pictures(appearance)
    made.resize(720, 520)
    return [made]


BLOCKS = """# A heading of the first level
## and of the second

A paragraph with **bold**, *slanted*, ~~struck~~ and `code`, a [link](https://example.org), a note[^1] and $E = mc^2$.

1. first
2. second
   - a nested one
     - and one below it
   - another
- [x] done
- [ ] not yet

> A quote with **weight**.
>
> > and one inside of it

| Plant | Sow | Yield |
|:---|:---:|---:|
| Tomatoes | **March** | 12 kg |
| Peas | April | 3 kg |

```sql
SELECT name, count(*) FROM plants -- all of them
WHERE sown > '2026-03-01' GROUP BY name;
```

---

$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$

![A picture that is not fetched](https://example.org/a.png) <b>not bold</b>

[^1]: The note itself.
"""


def blocks(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", BLOCKS, "A thought.", "Qwen 3 8B", footer="214 tokens", thinking_s=3)])
    made.resize(1000, 1250)
    made.show()
    settle(1500)
    return [made]


def blocks_streaming(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, [AnswerRow("a1", label="Qwen 3 8B", streaming=True)])
    made.set_running(True)
    made.resize(1000, 1250)
    made.show()
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    transcript.feed("a1", BLOCKS[: BLOCKS.index("count(*)")], "A thought that goes on.")
    settle(1500)
    return [made]


def blocks_small(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = blocks(appearance)
    made.resize(720, 520)
    return [made]


def thinking(appearance: Appearance) -> Sequence[QWidget]:
    rows: list[Row] = [
        UserRow("u1", "Why is the sky blue?"),
        AnswerRow("a1", thinking="Short waves scatter more. So", label="Qwen 3 8B", streaming=True),
        NoticeRow("n1", "Nothing has come for 30 seconds. Inara goes on waiting.", True, (RowAction("stop", "Stop"),)),
    ]
    made = window(appearance, rows)
    made.set_running(True)
    made.resize(720, 520)
    return [made]


LANGUAGES = """## مرحبا بالعالم

هذه فقرة بالعربية فيها كلمة **مهمة** و *مائلة* و `code()` ورابط [هنا](https://example.org)، وتستمر حتى تلتف على السطر التالي كما يجب أن تفعل.

- العنصر الأول
- العنصر الثاني مع English في الوسط

1. أولا
2. ثانيا

> اقتباس قصير: שלום עולם.

| الاسم | العمر |
|---|---|
| ليلى | ٣٦ |

中文段落没有空格也要正确换行，所以这一段文字写得足够长，好让它在列的末尾自动折行，而不会溢出。**粗体** 与 `代码`。

日本語の段落も同じです。「かぎ括弧」や、句読点の位置も確かめます。한국어 문장도 있습니다.

| 项目 | 値段 | 설명 |
|---|---:|---|
| 蘋果 | 120 | 사과 |

```python
print("שלום", "你好")  # مرحبا
```
"""


def languages(appearance: Appearance) -> Sequence[QWidget]:
    rows: list[Row] = [
        UserRow("u1", "اكتب لي فقرة قصيرة، من فضلك", NOW - 90),
        ToolRow("t1", "read_file", "Read ~/المستندات/خطة.md", "ok", 1, (GIVEN,), 12),
        UserRow("u2", "你好，请写一段话", NOW - 60),
        AnswerRow("a1", LANGUAGES, label="Qwen 3 8B", footer="214 tokens"),
    ]
    made = window(appearance, rows)
    made.resize(1000, 1250)
    return [made]


def picture_large(appearance: Appearance) -> Sequence[QWidget]:
    (made,) = pictures(appearance)
    content = PictureContent("beach.jpg", b"picture", _drawn(1600, 1000))
    opened = PictureView(appearance, made, content)
    opened.open()
    return [made, opened]


def error(appearance: Appearance) -> Sequence[QWidget]:
    return [window(appearance, ERROR)]


def conversation_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    return [made]


def conversation_large(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(2560, 1440)
    return [made]


def empty(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(1120, 760)
    return [made]


def small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(720, 520)
    made.set_pending(PENDING)
    return [made]


def small_sidebar(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(720, 520)
    made.set_pending(PENDING)
    made.show()
    made.toggle_sidebar()
    return [made]


def large(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(2560, 1440)
    return [made]


def first_start_found(appearance: Appearance) -> Sequence[QWidget]:
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(())
    made.set_status_hint(StatusHint("Demo", "demo", demo_badge()))
    made.show_page("first_start")
    made.first_start.set_servers(
        (
            FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b", "llama3.2:3b", "mistral-small:24b")),
            FoundServer("LM Studio", "http://127.0.0.1:1234/v1", ("gemma-3-12b-it",)),
        )
    )
    return [made]


def first_start_none(appearance: Appearance) -> Sequence[QWidget]:
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(())
    made.set_status_hint(StatusHint("Demo", "demo", demo_badge()))
    made.show_page("first_start")
    made.first_start.set_servers(())
    made.first_start.show_problem("Nothing answers on 127.0.0.1:11434. Is Ollama running? Start it, then try again.")
    return [made]


def banner(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show_banner(
        BannerValue(
            "config",
            "config.toml, line 12: “max_risk” must be a number from 0 to 4, not “high”. Inara runs on with the last good settings.",
            "warning",
            "Open file",
            "open-config",
        )
    )
    made.show_banner(
        BannerValue(
            "storage", "The disk is full. Nothing new can be kept until there is room.", "error", "Try again", "x"
        )
    )
    made.show_banner(BannerValue("demo", "You are in the guided tour.", "info", "Connect a model", "connect"))
    made.set_pending((*PENDING, PendingItem("c9", "s4", "Letter to the landlord", "Delete old.zip", 3)))
    return [made]


def typing(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.set_draft(
        "Please compare these three offers for a heat pump.\n\n1. …\n2. …\n3. …\n\nWhich one would you take, and why?"
    )
    made.set_running(True)
    return [made]


def attached(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    picture_ = QImage(640, 400, QImage.Format.Format_RGB32)
    picture_.fill(QColor("#d9904a"))
    attachments = (
        picture(made.grab().toImage(), "Window.png"),
        TextFile("garden-plan-for-the-whole-year.md", "# Plan"),
        picture(picture_.scaled(80, 50), "colours.png"),
        TextFile("dates.csv", "a,b"),
    )
    made.composer.give_back(Draft("What do you make of these?", attachments))
    made.composer.expect("scan_0042.jpg")
    return [made]


def formulas(appearance: Appearance) -> Sequence[QWidget]:
    text = (
        "## Roots of $ax^2 + bx + c$\n\nA polynomial with $a \\ne 0$ has two roots in $\\mathbb{C}$, by $\\Delta = b^2 - 4ac$ "
        "one, two or none of them real; their mean is $-\\frac{b}{2a}$ and their product \\(c/a\\). It costs $5 and "
        "$6, `echo $HOME` is code, and what can't be read, $\\frac{1}{$, stays. Sums such as "
        "$\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}$ stand in their line, and so do $x_i$, $y^2$, $\\alpha_{ij}$ and $g(x)$.\n\n"
        "- If $\\Delta > 0$, **two** real roots $x_1 < x_2$\n- If $\\Delta = 0$, one: $x = -\\frac{b}{2a}$\n\n"
        "> Vieta: $x_1 + x_2 = -\\frac{b}{a}$\n\n| case | roots | mean |\n|---|---|---|\n| $\\Delta > 0$ | two: $x_1$, $x_2$ | $-\\frac{b}{2a}$ |\n"
        "| $\\Delta = 0$ | one | $x_1$ |\n\n"
        "The two solutions are\n\n$$\nx_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}\n$$\n\nand with a matrix:\n\n"
        "$$\nA = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}, \\quad \\det A = ad - bc\n$$\n\n"
        "What can't be read stays as it is:\n\n$$\n\\frac{1}{\n$$\n"
    )
    made = window(
        appearance, [UserRow("u1", "The quadratic formula, please."), AnswerRow("a1", text, label="Qwen 3 8B")]
    )
    made.show()
    settle(2500)
    return [made]


def picker(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    settle(300)
    made.header.model.click()
    return [made, *[each for each in QApplication.topLevelWidgets() if each.inherits("QMenu") and each.isVisible()]]


def finding(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    settle(300)
    made.find_bar.open()
    made.find_bar.field.setText("lettuce")
    made.find_bar.find_next()
    return [made]


def finding_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    made.show()
    settle(300)
    made.find_bar.open()
    made.find_bar.field.setText("weeks")
    return [made]


def message_focused(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    settle(300)
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    transcript.zoom_by(1)
    transcript.message_before()
    settle(100)
    transcript.focusNextPrevChild(True)
    return [made]


def branches(appearance: Appearance) -> Sequence[QWidget]:
    first, *rest = TALK
    assert isinstance(first, UserRow)
    made = window(appearance, [replace(first, branch=2, branches=3), *rest])
    made.show()
    settle(300)
    transcript = made.transcript
    assert isinstance(transcript, TranscriptView)
    actions = MessageActions(transcript, appearance, lambda: MODELS)
    transcript.scroll_to_row(first.id)
    settle(100)
    transcript.rowHovered.emit(rest[0].id)
    made.composer.begin_branch(EDITING, "j1", "The same in three sentences, please", "j2")
    actions.setObjectName("ofMessages")
    return [made]


def branches_small(appearance: Appearance) -> Sequence[QWidget]:
    made = branches(appearance)[0]
    made.resize(720, 520)
    transcript = made.findChild(TranscriptView)
    assert transcript is not None
    settle(200)
    transcript.rowHovered.emit(TALK[0].id)
    return [made]


def told(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    view = ToldView(appearance, made, partial(_no_round))
    parts = (
        ToldPart("system", "You are Inara, a personal assistant on this person's own machine.\n\nToday is…", 812),
        ToldPart("tool", 'Read a text file of the workspace.\n\n{\n  "type": "object"\n}', 96, "read_file"),
        ToldPart("user", "When do I sow what?", 7),
        ToldPart("assistant", '→ read_file {"path": "Garden/plan.md"}', 21),
        ToldPart("result", "# Garden plan", 64),
    )
    view.show_told(Told("j1", 2, (1, 2), NOW, "orchestrator", "local", "Qwen 3 8B", 32768, 1000, parts))
    view.open()
    return [made, view]


def _no_round(view: ToldView, number: int) -> None:
    """Nothing is read."""


def shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    overlay = ShortcutsOverlay(appearance, made)
    overlay.open()
    return [made, overlay]


def shortcuts_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    made.show()
    overlay = ShortcutsOverlay(appearance, made)
    overlay.open()
    return [made, overlay]


CHECKS = (
    CheckItem("model:local", "Qwen 3 8B"),
    CheckItem("model:claude", "Claude Sonnet"),
    CheckItem("servers", "Servers on this machine"),
    CheckItem("inara", "Inara"),
)


def _doctor(appearance: Appearance) -> tuple[MainWindow, DoctorDialog]:
    made = window(appearance, TALK)
    made.show()
    dialog = DoctorDialog(appearance, made)
    dialog.set_checks(CHECKS)
    dialog.set_findings(
        "model:local",
        (
            FindingItem(
                "Model local", True, "Ollama on 127.0.0.1:11434 is ready with “qwen3:8b”, context of 4096 tokens."
            ),
            FindingItem(
                "Model local",
                False,
                "It reads 4096 tokens at once; the 24 tools offered take about 3320, and with instructions and an "
                "answer it takes 5760.",
                "Set OLLAMA_CONTEXT_LENGTH (e.g. 32768) and start Ollama again. Or offer fewer tools: `tools` under "
                "[roles.orchestrator].",
            ),
        ),
    )
    dialog.open()
    return made, dialog


def doctor(appearance: Appearance) -> Sequence[QWidget]:
    made, dialog = _doctor(appearance)
    dialog.set_findings(
        "servers",
        (
            FindingItem("Local server", True, "Ollama at http://127.0.0.1:11434/v1: 2 models"),
            FindingItem(
                "Local server",
                False,
                "Jan at http://127.0.0.1:1337/v1: wants an API key",
                "Jan asks for an API key. Store it with `inara secrets set NAME` and name it in `api_key`.",
            ),
        ),
    )
    return [made, dialog]


def connections(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = ConnectionsDialog(appearance, made)
    dialog.set_interface(InterfaceItem(enabled=True, running=True, address="http://127.0.0.1:8765"))
    dialog.set_connections(
        [
            ConnectionItem("127.0.0.1", 11434, "model", "Qwen 3, this machine", local=True, times=12, last="now"),
            ConnectionItem("example.org", 443, "page", "web_fetch", local=False, times=1, last="5 min"),
            ConnectionItem("127.0.0.1", 8000, "check", "vLLM", local=True, times=3, last="9:05"),
        ]
    )
    dialog.open()
    return [made, dialog]


def doctor_well(appearance: Appearance) -> Sequence[QWidget]:
    made, dialog = _doctor(appearance)
    for check in CHECKS:
        dialog.set_findings(check.id, (FindingItem(check.title, True, "Ready, context of 32768 tokens."),))
    return [made, dialog]


def _servers(appearance: Appearance, reports: tuple[McpReport, ...]) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = ServersDialog(appearance, made)
    dialog.set_servers(reports)
    dialog.open()
    return [made, dialog]


def _tool(name: str, about: str, approval: str = "new", problem: str = "") -> McpTool:
    return McpTool(f"files__{name}", name, "", about, {}, name, approval, 3, False, problem)  # type: ignore[arg-type] # a word


FILES = "npx -y @modelcontextprotocol/server-filesystem /home/ada/Documents"


def tool_servers(appearance: Appearance) -> Sequence[QWidget]:
    tools = (
        _tool("read_text_file", "Read the complete contents of a file from the file system as text.", "approved"),
        _tool("write_file", "Create a new file or completely overwrite an existing file with new content.", "changed"),
        _tool("list_directory", "Get a detailed listing of all files and directories in a specified path."),
        _tool("move_file", "", "refused", "The server has two tools of this name."),
    )
    failed = McpReport(
        "notes",
        "failed",
        "notes-mcp --db ~/notes.db",
        "It ended with status 1. Its last words: no such file",
        "Look at its entry in config.toml, then test it again.",
    )
    prompts = (McpPrompt("summary"),)
    return _servers(
        appearance,
        (
            McpReport("files", "ready", FILES, tools=tools, prompts=prompts, listed_at=NOW),
            failed,
            McpReport(
                "mail",
                "failed",
                "https://mail.example.org/mcp",
                "It wants you to sign in.",
                "Sign in: `inara mcp sign-in mail`, or in Tool servers.",
                wants_sign_in=True,
            ),
            McpReport("weather", "disabled", "https://weather.example.org/mcp"),
        ),
    )


def tool_servers_none(appearance: Appearance) -> Sequence[QWidget]:
    return _servers(appearance, ())


def _form(appearance: Appearance, question: OpenQuestion) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = FormDialog(appearance, question, made)
    dialog.open()
    return [made, dialog]


def server_form(appearance: Appearance) -> Sequence[QWidget]:
    form = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "title": "Name", "description": "As it stands on the ticket."},
            "seats": {"type": "integer", "title": "Seats", "default": 2, "minimum": 1},
            "class": {"type": "string", "title": "Class", "enum": ["1", "2"], "enumNames": ["First", "Second"]},
            "quiet": {"type": "boolean", "title": "In the quiet carriage"},
        },
        "required": ["name"],
    }
    return _form(appearance, OpenQuestion("q", "c", "j", "s1", "trains", "Who travels, and how?", form))


def server_form_page(appearance: Appearance) -> Sequence[QWidget]:
    address = "https://trains.example.org/sign-in?request=8f1c"
    return _form(appearance, OpenQuestion("q", "c", "j", "s1", "trains", "Please sign in.", None, address))


def _confirm(appearance: Appearance, calls: tuple[PendingCall, ...]) -> Sequence[QWidget]:
    made = window(appearance, WAITING)
    made.set_pending(PENDING)
    made.show()
    dialog = ConfirmDialog(appearance, calls, made)
    dialog.open()
    return [made, dialog]


def confirm_diff(appearance: Appearance) -> Sequence[QWidget]:
    return _confirm(appearance, (WRITE,))


def confirm_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, WAITING)
    made.resize(720, 520)
    made.show()
    dialog = ConfirmDialog(appearance, (WRITE, MOVE, DELETE), made)
    dialog.open()
    return [made, dialog]


def confirm_delete(appearance: Appearance) -> Sequence[QWidget]:
    return _confirm(appearance, (DELETE,))


def confirm_edit(appearance: Appearance) -> Sequence[QWidget]:
    made = _confirm(appearance, (WRITE,))
    dialog = made[1]
    assert isinstance(dialog, ConfirmDialog)
    dialog.edit.click()
    dialog.show_problem("path: ~/Notes/plan.md lies outside the granted folders. The call waits as it was.")
    return made


ACTIVITY = (
    ActivityItem("c9", "j5", "s2", "Tidy up Downloads", "Write ~/Documents/Garden/plan.md", NOW - 20, ""),
    ActivityItem(
        "c8",
        "j4",
        "s2",
        "Tidy up Downloads",
        "Move ~/Downloads/scan_0042.pdf to ~/Documents/invoice\u202efdp.exe",
        NOW - 300,
        "ok",
        "you, in the window",
        can_undo=True,
    ),
    ActivityItem(
        "c7",
        "j4",
        "s2",
        "Tidy up Downloads",
        "Delete ~/Downloads/old.zip",
        NOW - 320,
        "declined",
        "refused by you, in the window",
    ),
    ActivityItem(
        "c6",
        "j3",
        "s1",
        "Summary of the garden plan",
        "Write ~/Documents/Garden/march.md",
        NOW - HOUR,
        "ok",
        "a rule: write_file in /home/ada/Documents/Garden",
        can_undo=True,
    ),
    ActivityItem(
        "c5",
        "j3",
        "s1",
        "Summary of the garden plan",
        "Read ~/Documents/Garden/plan.md",
        NOW - 1.1 * HOUR,
        "ok",
        "only reads",
    ),
    ActivityItem(
        "c4",
        "j2",
        "s4",
        "Letter to the landlord about the heating",
        "Write ~/Documents/letter.md",
        NOW - 3 * DAY,
        "ok",
        "you, in the terminal",
        undone=True,
    ),
    ActivityItem("c3", "j1", "s4", "", "Fetch https://example.org/tenancy", NOW - 3 * DAY, "failed", "only reads"),
    ActivityItem("c2", "j1", "s4", "", "Run make install", NOW - 3 * DAY, "denied", "refused by the settings"),
)
RULES = (
    RuleItem(
        "rule-1", "me", "write_file in /home/ada/Documents/Garden", True, True, NOW - 5 * DAY, "window", 12, NOW - HOUR
    ),
    RuleItem("rule-2", "kids", "notify, wherever it may work", True, True, NOW - 60, "terminal", 0),
    RuleItem("file:me:allow:1", "me", "remember, wherever it may work", True, False),
    RuleItem("file:me:deny:1", "me", "write_file in /home/ada/Taxes", False, False),
)


def _activity(appearance: Appearance) -> tuple[MainWindow, ActivityWindow]:
    made = window(appearance, WAITING)
    made.show()
    opened = ActivityWindow(appearance, made)
    opened.list.activity.set_items(ACTIVITY, more=False)
    opened.show_count()
    opened.set_rules(RULES)
    opened.show()
    return made, opened


def activity(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.list.setCurrentIndex(opened.list.activity.index(1))
    opened.tell("~/Documents/letter.md is as it was before.")
    return [made, opened]


def activity_rules(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.show_page("rules")
    return [made, opened]


def activity_empty(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _activity(appearance)
    opened.resize(620, 440)
    opened.list.activity.set_items((), more=False)
    opened.show_count()
    return [made, opened]


def _usage(appearance: Appearance, days: Sequence[UsageDay], range_days: int = 30) -> tuple[MainWindow, UsageWindow]:
    made = window(appearance, TALK)
    made.show()
    opened = UsageWindow(appearance, made)
    opened.ranges[range_days].click()
    opened.show_usage(days, TODAY)
    opened.show()
    return made, opened


TODAY = date(2026, 11, 28)


def _used(number: int) -> list[UsageDay]:
    """Made-up days of three models, busier on weekdays, some without any use."""
    days: list[UsageDay] = []
    for ago in range(number - 1, -1, -1):
        day = TODAY - timedelta(days=ago)
        busy = (ago * 7919 % 13 + 3) * (1 if day.weekday() < 5 else 0.3)
        for model, label, share, price, speed in (
            ("local", "Qwen 3 8B", 1.0, None, 41),
            ("claude", "Claude Sonnet", 0.6, 6e-6, 68),
            ("small", "Llama 3.2 3B", 0.25, None, 93),
        ):
            if (ago * 31 + len(model)) % 5 == 0:
                continue
            written = int(busy * share * 900)
            read, answers = written * 7, int(busy * share) + 1
            writing_ms = int(written * 1000 / (speed + ago % 7))
            cost = None if price is None else (read + 5 * written) * price
            first_ms = answers * (260 + (ago * 53 + len(label) * 37) % 400)
            days.append(
                UsageDay(
                    day.isoformat(),
                    model,
                    label,
                    answers,
                    answers,
                    read,
                    read // 2,
                    written,
                    cost,
                    written,
                    writing_ms,
                    first_ms,
                )
            )
    return days


def usage(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(30))
    opened.tokens.pick(21)
    return [made, opened]


def usage_year(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(365), 365)
    made.resize(2560, 1440)
    opened.resize(1500, 1000)
    return [made, opened]


def usage_small(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(7), 7)
    made.resize(720, 520)
    opened.resize(720, 520)
    opened.cost.setFocus()
    return [made, opened]


def usage_empty(appearance: Appearance) -> Sequence[QWidget]:
    return _usage(appearance, ())


def _help(appearance: Appearance, page: str) -> tuple[MainWindow, HelpWindow]:
    made = window(appearance, TALK)
    made.show()
    opened = HelpWindow(appearance, made)
    opened.show_page(page)
    opened.show()
    settle(300)
    return made, opened


def help_page(appearance: Appearance) -> Sequence[QWidget]:
    return _help(appearance, "consent")


def help_search(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _help(appearance, "start")
    made.resize(720, 520)
    opened.resize(720, 520)
    opened.search.setText("keyring")
    settle(400)
    return made, opened


def help_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    return _help(appearance, "shortcuts")


def german(appearance: Appearance) -> Sequence[QWidget]:
    return sessions_filed(appearance)


def german_empty(appearance: Appearance) -> Sequence[QWidget]:
    return small_sidebar(appearance)


def german_first_start(appearance: Appearance) -> Sequence[QWidget]:
    return first_start_found(appearance)


def german_usage(appearance: Appearance) -> Sequence[QWidget]:
    return usage_small(appearance)


def german_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    return shortcuts(appearance)


def quick_prompt(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    quick = QuickPrompt(appearance, TranscriptView)
    quick.transcript.set_theme(appearance.transcript_theme())
    quick.composer.set_hint(StatusHint("Qwen 3 8B", "local"))
    quick.transcript.load(
        [
            UserRow("u1", "What does “ceteris paribus” mean?", NOW - 5),
            AnswerRow(
                "a1", "**All other things being equal**: one thing changes, the rest is held still.", "", "Qwen 3 8B"
            ),
        ]
    )
    made.show()
    quick.show()
    quick.move(made.pos() + QPoint((made.width() - quick.width()) // 2, 110))
    return [made, quick]


def quick_given(appearance: Appearance) -> Sequence[QWidget]:
    """Before the question: what goes along, and why something does not."""
    made = window(appearance, TALK)
    quick = QuickPrompt(appearance, TranscriptView)
    quick.composer.set_hint(StatusHint("Qwen 3 8B", "local"))
    for name, text in (
        ("Selection", "The heating has been cold since Monday, and nobody answers."),
        ("Clipboard", "x"),
    ):
        quick.composer.attach(quick.composer.expect(name), TextFile(name, text))
    quick.composer.set_draft("Answer this letter, please")
    quick.say("This desktop lets no program see the screen. Paste a picture instead.")
    made.show()
    quick.summon()
    quick.move(made.pos() + QPoint((made.width() - quick.width()) // 2, 110))
    return [made, quick]


def confirm_three(appearance: Appearance) -> Sequence[QWidget]:
    made = _confirm(appearance, (MOVE, WRITE, DELETE))
    settle(700)
    dialog = made[1]
    assert isinstance(dialog, ConfirmDialog)
    dialog.approve.click()
    return made


SCENES: dict[str, Callable[[Appearance], Sequence[QWidget]]] = {
    scene.__name__: scene
    for scene in (
        tool_servers,
        tool_servers_none,
        server_form,
        server_form_page,
        empty,
        conversation,
        conversation_small,
        conversation_large,
        streaming,
        tool_waiting,
        cards,
        cards_opened,
        cards_small,
        pictures,
        pictures_small,
        picture_large,
        languages,
        blocks,
        blocks_streaming,
        blocks_small,
        thinking,
        error,
        first_start_found,
        first_start_none,
        banner,
        typing,
        attached,
        formulas,
        picker,
        finding,
        finding_small,
        message_focused,
        branches,
        told,
        branches_small,
        shortcuts,
        shortcuts_small,
        connections,
        *(
            scene
            for scene in vars(settings_scenes).values()
            if getattr(scene, "__module__", "") == settings_scenes.__name__
            and scene.__name__.startswith(("settings", "german_settings"))
        ),
        doctor,
        doctor_well,
        sessions_filed,
        sessions_small,
        sessions_menu,
        sessions_found,
        sessions_nothing,
        sessions_trash,
        sessions_several,
        sessions_folder_name,
        small,
        small_sidebar,
        large,
        confirm_diff,
        confirm_delete,
        confirm_small,
        confirm_three,
        confirm_edit,
        activity,
        activity_rules,
        activity_empty,
        persona_panel,
        persona_panel_broken,
        persona_panel_small,
        off_record_empty,
        off_record_small,
        off_record_answer,
        off_record_answer_small,
        off_record_menu,
        german,
        german_off_record,
        german_empty,
        german_first_start,
        german_usage,
        german_shortcuts,
        *server_scenes.SCENES,
        *talk_scenes.SCENES,
        quick_prompt,
        quick_given,
        help_page,
        help_search,
        help_shortcuts,
        usage,
        usage_year,
        usage_small,
        usage_empty,
    )
}


def settle(milliseconds: int) -> None:
    """Let the window paint, as long as a person would look."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name has this in it")
    parser.add_argument("--scene", action="append", default=[], help="this scene; may be repeated")
    parser.add_argument("--scheme", choices=("light", "dark"), default="")
    wanted = parser.parse_args()
    wanted.outdir.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    appearance = Appearance(app)
    schemes: tuple[SchemeChoice, ...] = (wanted.scheme,) if wanted.scheme else ("light", "dark")
    for scheme in schemes:
        appearance.set_scheme(scheme)
        for name, scene in SCENES.items():
            if (wanted.only and wanted.only not in name) or (wanted.scene and name not in wanted.scene):
                continue
            language = speak(app, "de" if name.startswith("german") else "en")
            widgets = scene(appearance)
            for widget in widgets:
                widget.show()
            settle(700)
            picture = widgets[0].grab()
            if len(widgets) > 1:
                picture = _composed(widgets)
            path = wanted.outdir / f"{name}-{scheme}.png"
            picture.save(str(path))
            print(path)
            for widget in reversed(widgets):
                widget.reject() if isinstance(widget, QDialog) else widget.close()
            for widget in widgets:
                widget.deleteLater()
            settle(20)
            if language != "en":
                for translator in app.findChildren(QTranslator):
                    app.removeTranslator(translator)


def _composed(widgets: Sequence[QWidget]) -> QPixmap:
    """The window with what stands on it, where it stands."""
    ground = widgets[0].grab()
    origin = widgets[0].geometry().topLeft()
    painter = QPainter(ground)
    for widget in widgets[1:]:
        at = widget.geometry().topLeft() - origin
        if isinstance(widget, QDialog):
            at = widgets[0].rect().center() - widget.rect().center()
            painter.fillRect(ground.rect(), QColor(0, 0, 0, 70))  # a compositor's dimming and frame
            painter.setPen(QColor(0, 0, 0, 60))
            painter.drawRect(widget.rect().translated(at).adjusted(-1, -1, 0, 0))
        painter.drawPixmap(at, widget.grab())
    painter.end()
    return ground


if __name__ == "__main__":
    main()
