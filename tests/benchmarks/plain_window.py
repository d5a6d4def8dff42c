"""A window with such widgets as Inara has, its fonts, icons and style sheet, and the libraries: what anybody's would take.

Nothing of Inara runs in it; with `imports`, its modules are loaded. Imported after `import_plainly`, as Inara's are.
"""

from __future__ import annotations

import re
import sqlite3
from importlib import import_module
from pathlib import Path

import qasync
from pydantic import BaseModel
from PySide6 import QtDBus
from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPixmap, QTextLayout
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

LOADED = (sqlite3, QtDBus)  # as Inara has them
RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "inara_resources"
SENTENCE = "A text of some length that is laid out and painted here. "
OF_THE_WINDOW = (  # with what each of them imports, this is what an idle Inara has loaded
    *("app", "log", "serving", "conversation", "transcript.view", "consent", "message_bar", "empty_state"),
    *("persona_panel", "collecting"),
)
OF_THE_ENGINE = ("face", "remote", "logs")


class Model(BaseModel):
    number: int


class Page(QAbstractScrollArea):
    """Paints texts by itself, as the transcript does."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self._texts = [laid_out(QFont("Inter", size)) for size in (11, 13, 15, 20)]

    def event(self, event: QEvent) -> bool:
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for number, text in enumerate(self._texts):
            text.draw(painter, QPointF(40, 100 * number))


class Row(QStyledItemDelegate):
    """Paints the rows of a list by itself."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.fillRect(option.rect, QColor("#ddd" if option.state & QStyle.StateFlag.State_Selected else "#eee"))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 36)


def laid_out(font: QFont) -> QTextLayout:
    text = QTextLayout(SENTENCE * 8, font)
    text.beginLayout()
    y = 0.0
    while (line := text.createLine()).isValid():
        line.setLineWidth(600)
        line.setPosition(QPointF(0, y))
        y += line.height()
    text.endLayout()
    return text


def icon(path: Path) -> QIcon:
    pixmap = QPixmap(36, 36)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(path.read_bytes().replace(b"currentColor", b"#334455"))).render(painter)
    painter.end()
    return QIcon(pixmap)


def style_sheet() -> str:
    sheet = re.sub(r"\$(radius|type)_\w+", "12px", (RESOURCES / "styles" / "inara.qss").read_text())
    return re.sub(r"\$\w+", "#d8dde4", sheet)


def plain_window() -> QMainWindow:
    window = QMainWindow()
    window.resize(1120, 760)
    tools = QToolBar()
    for path in sorted(RESOURCES.glob("icons/*.svg"))[:16]:
        tools.addAction(icon(path), path.stem)
    window.addToolBar(tools)
    rows = QListView()
    rows.setModel(QStringListModel([f"Conversation {number}" for number in range(50)], rows))
    rows.setItemDelegate(Row(rows))
    side, main, both = QWidget(), QWidget(), QSplitter()
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    labels = [QLabel(f"A label, {number}") for number in range(6)]
    field = QPlainTextEdit(placeholderText="Write here", font=QFont("JetBrains Mono", 12))
    for page, widgets in (side, [QLineEdit(), *buttons, rows]), (main, [*labels, Page(), field]):
        column = QVBoxLayout(page)
        for widget in widgets:
            column.addWidget(widget)
        both.addWidget(page)
    window.setCentralWidget(both)
    field.setFocus()
    return window


def main(*, imports: bool) -> None:
    app = QApplication([])
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#fafafa"))
    app.setPalette(palette)
    app.setFont(QFont("Inter", 13))
    window = plain_window()
    app.setStyleSheet(style_sheet())
    window.show()
    if imports:
        for name in OF_THE_WINDOW:
            import_module(f"inara_desktop.{name}")
        for name in OF_THE_ENGINE:
            import_module(f"inara_engine.{name}")
    with qasync.QEventLoop(app) as loop:
        loop.run_forever()
