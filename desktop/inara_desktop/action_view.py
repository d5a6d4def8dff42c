"""The exact action of a tool call, as plain text one can read to its end.

One text holds all of it (what will happen, its details, the diff), so that assistive technology
reads the same words in the same order, and "the end has been on screen" means the end of everything.
Nothing in it is markup; everything passed through `visible`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)

from inara_desktop.consent_values import PendingCall
from inara_desktop.field import FieldText
from inara_desktop.style import Appearance, mono_font
from inara_desktop.visible import visible

__all__ = ["ActionLine", "ActionView", "action_lines"]

MOST_ROWS = 24  # of what is asked for; more is scrolled to
WRAPS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere

LineKind = Literal["summary", "detail", "plain", "added", "removed", "place"]


class ActionLine(NamedTuple):
    """A line of the action and what it is."""

    kind: LineKind
    text: str


def action_lines(call: PendingCall) -> tuple[ActionLine, ...]:
    """What the person reads before they decide, line by line."""
    lines = [ActionLine("summary", visible(call.summary))]
    lines += [ActionLine("detail", f"{visible(name)}: {visible(value)}") for name, value in call.details]
    if call.preview_kind != "none" and call.preview:
        lines.append(ActionLine("plain", ""))
        preview = visible(call.preview, lines=True).removesuffix("\n").split("\n")
        if call.preview_kind == "diff":
            lines += _diff_lines(preview)
        else:
            lines += [ActionLine("plain", line) for line in preview]
    return tuple(lines)


def _diff_lines(lines: list[str]) -> list[ActionLine]:
    """The lines of a unified diff; `---` and `+++` are names of files only before the first place."""
    made: list[ActionLine] = []
    inside = False
    for line in lines:
        if line.startswith("@@"):
            inside = True
            made.append(ActionLine("place", line))
        elif not inside and line.startswith(("--- ", "+++ ")):
            made.append(ActionLine("place", line))
        elif line.startswith("+"):
            made.append(ActionLine("added", line))
        elif line.startswith("-"):
            made.append(ActionLine("removed", line))
        else:
            made.append(ActionLine("plain", line))
    return made


class ActionView(FieldText):
    """Shows an action. `endSeen` comes once its last line has been painted."""

    endSeen = Signal()
    _endPainted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lines: tuple[ActionLine, ...] = ()
        self._room_lines = 4
        self._end_seen = False
        self.setObjectName("confirmAction")
        self.setAccessibleName(self.tr("What will happen"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(WRAPS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(mono_font(appearance.theme))
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self.document().setDocumentMargin(12)
        self.setViewportMargins(0, 2, 0, 2)
        # A paint event must not change widgets: what it saw is told once it is over.
        self._endPainted.connect(self._on_end_painted, Qt.ConnectionType.QueuedConnection)
        appearance.changed.connect(self._dress)

    @property
    def end_seen(self) -> bool:
        """Whether the last line has been on screen since `show_call`."""
        return self._end_seen

    def make_room_for(self, calls: Sequence[PendingCall]) -> None:
        """Ask for the height the longest of these needs, between 4 and 24 lines, so that none makes it jump.

        Once it is visible it counts with the width it really has.
        """
        metrics = self.fontMetrics()
        inside = self.viewport().width() - 2 * self.document().documentMargin() if self.isVisible() else 570
        width = max(30 * metrics.horizontalAdvance("0"), inside - metrics.horizontalAdvance("0"))
        beginnings = [action_lines(call._replace(preview=call.preview[:4000]))[:MOST_ROWS] for call in calls]
        needed = [sum(self._rows_of(line.text, width) for line in lines) for lines in beginnings]
        self._room_lines = min(MOST_ROWS, max([4, *needed]))
        self.updateGeometry()

    def _rows_of(self, text: str, width_px: float) -> int:
        """How many rows a line takes."""
        if self.fontMetrics().horizontalAdvance(text) <= width_px:
            return 1
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(WRAPS)
        layout.setTextOption(option)
        layout.beginLayout()
        while layout.lineCount() < MOST_ROWS and (row := layout.createLine()).isValid():
            row.setLineWidth(width_px)
        layout.endLayout()
        return layout.lineCount()

    def show_call(self, call: PendingCall) -> None:
        """Show another action from its beginning."""
        self._end_seen = False
        self._lines = action_lines(call)
        self.setCurrentCharFormat(QTextCharFormat())  # else all of it takes the look of the last one's first line
        self.setPlainText("\n".join(line.text for line in self._lines))
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._room_lines * (self.fontMetrics().lineSpacing() + 1) + 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_grounds()
        super().paintEvent(event)
        end = self._place_of(self.document().lastBlock()).bottom() - self.document().documentMargin()
        if not self._end_seen and end <= self.viewport().height() + 1:
            self._endPainted.emit()

    def _place_of(self, block: QTextBlock) -> QRectF:
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def _paint_grounds(self) -> None:
        """The added and removed lines in view stand on their colour."""
        colors = self._appearance.theme.colors
        grounds = {"added": QColor(colors.added), "removed": QColor(colors.removed)}
        painter = QPainter(self.viewport())
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            where = self._place_of(block)
            if where.top() > bottom:
                break
            kind = self._lines[block.blockNumber()].kind if block.blockNumber() < len(self._lines) else "plain"
            if kind in grounds:
                painter.fillRect(QRectF(0, where.top(), self.viewport().width(), where.height()), grounds[kind])
            block = block.next()
        painter.end()

    @Slot()
    def _on_end_painted(self) -> None:
        if not self._end_seen:
            self._end_seen = True
            self.endSeen.emit()

    @Slot()
    def _dress(self) -> None:
        """Our own lines (summary and details) in the interface's type; the preview stays as it is."""
        cursor = QTextCursor(self.document())
        theme = self._appearance.theme
        for line in self._lines:
            if line.kind not in {"summary", "detail"}:
                break
            look = QTextCharFormat()
            look.setForeground(QColor(theme.colors.text))
            if line.kind == "summary":
                look.setFontWeight(QFont.Weight.DemiBold)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self.viewport().update()
