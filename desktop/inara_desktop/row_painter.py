"""How the rows of the sidebar's lists are painted: ground, heading, title, time, marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from inara_desktop.style import Appearance
from inara_desktop.titles import MATCH_END, MATCH_START, one_line, session_title
from inara_desktop.values import FolderItem, FoundItem, HitItem, PendingItem, SessionItem
from inara_desktop.wording import translate

__all__ = ["BODY_PX", "FOUND_PX", "HEADING_PX", "HIT_PX", "RowPainter"]

BODY_PX = 36
FOUND_PX = 56
HIT_PX = 30
HEADING_PX = 34
INDENT_PX = 18  # of what lies in a folder
BEFORE_MATCH = 14  # characters of a snippet that stand before its first match: a sidebar is narrow


def _around_match(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """A snippet that begins shortly before its first match, and the matches as (start, length)."""
    first = snippet.find(MATCH_START)
    if first > BEFORE_MATCH:
        start = snippet.rfind(" ", 0, first - BEFORE_MATCH // 2) + 1
        start = start if first - start <= 2 * BEFORE_MATCH else first
        snippet = f"…{snippet[start:]}" if start else snippet
    text, matches = "", list[tuple[int, int]]()
    for n, part in enumerate(snippet.split(MATCH_START)):
        matched, _, rest = part.partition(MATCH_END) if n else ("", "", part)
        if matched:
            matches.append((len(text), len(matched)))
        text += matched + rest
    return text, matches


class RowPainter:
    """Paints parts of rows in the theme's colours."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance

    def heading(self, painter: QPainter, row: QRect, text: str) -> None:
        """The name of a group above its first row."""
        theme = self._appearance.theme
        painter.setFont(self._font(theme.type.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.colors.muted))
        where = QRect(row.left() + 18, row.top() + 8, row.width() - 36, HEADING_PX - 12)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def ground(self, painter: QPainter, body: QRect, *, selected: bool, hovered: bool, focused: bool) -> None:
        """What lies behind a row."""
        colors = self._appearance.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(QColor(colors.selected if selected else colors.hover))
            painter.drawRoundedRect(QRectF(body), 8, 8)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(body).adjusted(1, 1, -1, -1), 7, 7)

    def session(
        self, painter: QPainter, body: QRect, item: SessionItem, *, time: str, dots: bool, strong: bool
    ) -> None:
        """A conversation: its title, and on the right its time, mark, or the dots of its menu."""
        left = body.left() + 10 + (INDENT_PX if item.folder and not item.pinned and not item.trashed else 0)
        if item.off_record:
            icon = QRectF(left - 1, body.center().y() - 8, 17, 17)
            self._appearance.icons.paint(painter, "off-record", self._appearance.theme.colors.private_text, icon)
            left += 24
        right = self._right_end(painter, body, item, time, dots=dots)
        title = session_title(item.title)
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self._text(painter, QRect(left, body.top(), right - left, body.height()), title, weight)

    def folder(self, painter: QPainter, body: QRect, item: FolderItem, *, dots: bool) -> None:
        """A folder: whether it is open, its name, and how many lie in it."""
        theme = self._appearance.theme
        middle = body.center().y()
        sign = "chevron-down" if item.open else "chevron-right"
        self._appearance.icons.paint(painter, sign, theme.colors.muted, QRectF(body.left() + 5, middle - 7, 14, 14))
        self._appearance.icons.paint(
            painter, "folder", theme.colors.muted, QRectF(body.left() + 22, middle - 8, 17, 17)
        )
        right = body.right() - 10
        if dots:
            self._appearance.icons.paint(painter, "more", theme.colors.text, QRectF(right - 18, middle - 8, 18, 18))
            right -= 26
        else:
            right -= self._aside(painter, body, right, str(item.sessions)) + 10
            if item.unread and not item.open:
                self._mark(painter, QPointF(right - 3, middle + 0.5), SessionItem("", "", 0.0, unread=True))
                right -= 16
        weight = QFont.Weight.DemiBold if item.unread and not item.open else QFont.Weight.Normal
        self._text(
            painter, QRect(body.left() + 46, body.top(), right - body.left() - 46, body.height()), item.name, weight
        )

    def found(self, painter: QPainter, body: QRect, item: FoundItem, *, time: str) -> None:
        """A conversation that was found: its title, and below where it matched."""
        first = QRect(body.left(), body.top() + (0 if item.open else 1), body.width(), 32)
        right = body.right() - 10
        right -= self._aside(painter, first, right, translate("SessionRows", "less") if item.open else time) + 10
        left = body.left() + 10
        if item.session.off_record:
            icon = QRectF(left - 1, body.top() + 8, 16, 16)
            self._appearance.icons.paint(painter, "off-record", self._appearance.theme.colors.private_text, icon)
            left += 22
        title = session_title(item.session.title)
        self._text(painter, QRect(left, first.top(), right - left, first.height()), title, QFont.Weight.Medium)
        first_hit = next(iter(item.hits), None)
        if item.open or first_hit is None:
            return
        below = QRect(body.left() + 10, body.top() + 28, body.width() - 20, 22)
        if len(item.hits) > 1:
            below.setRight(below.right() - self._aside(painter, below, below.right(), f"+{item.matches - 1}") - 8)
        self._snippet(painter, below, first_hit.snippet)

    def hit(self, painter: QPainter, body: QRect, item: HitItem) -> None:
        """One place of a conversation that was found."""
        theme = self._appearance.theme
        left = body.left() + 10
        painter.setFont(self._font(theme.type.small, QFont.Weight.Normal))
        painter.setPen(QColor(theme.colors.muted))
        width = QFontMetrics(painter.font()).horizontalAdvance(item.who)
        where = QRect(left, body.top(), width, body.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, item.who)
        left += width + 8
        self._snippet(painter, QRect(left, body.top(), body.right() - 10 - left, body.height()), item.snippet)

    def _right_end(self, painter: QPainter, body: QRect, item: SessionItem, time: str, *, dots: bool) -> int:
        """Time, mark or dots; where they begin."""
        right = body.right() - 10
        if dots:
            where = QRectF(right - 18, body.center().y() - 8, 18, 18)
            self._appearance.icons.paint(painter, "more", self._appearance.theme.colors.text, where)
            return right - 26
        if item.state != "idle" or item.unread:
            self._mark(painter, QPointF(right - 5, body.center().y() + 0.5), item)
            return right - 20
        words = translate("SessionRows", "off the record") if item.off_record else time
        return right - self._aside(painter, body, right, words) - 10

    def _aside(self, painter: QPainter, body: QRect, right: int, words: str) -> int:
        """A few quiet words that end at `right`; their width."""
        theme = self._appearance.theme
        painter.setFont(self._font(theme.type.small, QFont.Weight.Normal))
        painter.setPen(QColor(theme.colors.muted))
        where = QRect(body.left(), body.top(), right - body.left(), body.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return QFontMetrics(painter.font()).horizontalAdvance(words)

    def _snippet(self, painter: QPainter, where: QRect, snippet: str) -> None:
        """One line with its matches marked, in whatever direction it is written."""
        from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption  # not made before the first paint

        colors = self._appearance.theme.colors
        font = self._font(self._appearance.theme.type.small, QFont.Weight.Normal)
        text, matches = _around_match(snippet[:600])
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        marks: list[QTextLayout.FormatRange] = []
        for start, length in matches:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, length
            form = QTextCharFormat()
            form.setForeground(QColor(colors.text))
            form.setFontWeight(QFont.Weight.Bold)
            mark.format = form
            marks.append(mark)
        layout.setFormats(marks)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(where.width())
        layout.endLayout()
        painter.setPen(QColor(colors.muted))
        layout.draw(painter, QPointF(where.left(), where.center().y() - line.height() / 2 + 1))

    def pending(self, painter: QPainter, body: QRect, item: PendingItem) -> None:
        """A call that waits: what it would do, and where it came up."""
        theme = self._appearance.theme
        icon = QRectF(body.left() + 10, body.center().y() - 9, 18, 18)
        self._appearance.icons.paint(painter, "shield", theme.colors.warning_text, icon)
        left, width = body.left() + 38, body.width() - 48
        summary, session = one_line(item.summary), session_title(item.session_title)
        self._text(painter, QRect(left, body.top() + 5, width, 21), summary, QFont.Weight.Medium)
        painter.setFont(self._font(theme.type.small, QFont.Weight.Normal))
        painter.setPen(QColor(theme.colors.muted))
        metrics = QFontMetrics(painter.font())
        where = QRect(left, body.top() + 26, width, 18)
        shown = metrics.elidedText(session, Qt.TextElideMode.ElideRight, width)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _mark(self, painter: QPainter, center: QPointF, item: SessionItem) -> None:
        """Waiting is a filled amber disc with a ring, running an open ring, unread a dot."""
        colors = self._appearance.theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        if item.state == "waiting":
            painter.setBrush(QColor(colors.warning))
            painter.drawEllipse(center, 5, 5)
        elif item.state == "running":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(colors.accent), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(QRectF(center.x() - 5, center.y() - 5, 10, 10), 40 * 16, 280 * 16)
        else:
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(center, 4, 4)

    def _text(self, painter: QPainter, where: QRect, text: str, weight: QFont.Weight) -> None:
        theme = self._appearance.theme
        painter.setFont(self._font(theme.type.body, weight))
        painter.setPen(QColor(theme.colors.text))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _font(size_px: int, weight: QFont.Weight) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(size_px)
        font.setWeight(weight)
        return font
