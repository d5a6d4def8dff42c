"""A chart of days, painted from the theme: stacked bars or lines, one colour a model.

The pointer or the arrow keys pick a step; its figures stand beside it and in the accessible description.
All words are painted as plain text.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inara_desktop.style import Appearance
from inara_desktop.theme import CHART_COLORS
from inara_desktop.usage_figures import Series

__all__ = ["Chart", "ChartValue", "Legend", "scale"]

HEIGHT_PX = 190
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 52, 8, 10, 24
BAR_PX = 28  # the widest a bar gets
LABEL_PX = 74  # room of a date below
LEGEND_PX = 180  # the widest a name gets


class ChartValue(NamedTuple):
    """What is drawn: for each step its name in full and in short, and the values of each series."""

    names: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()


def scale(highest: float) -> tuple[float, ...]:
    """Round values from 0 to at least the highest, two to five steps."""
    if highest <= 0:
        return (0.0, 1.0)
    rough = highest / 3
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return tuple(step * number for number in range(math.ceil(highest / step - 1e-9) + 1))


class Chart(QWidget):
    """`said` writes a value with its unit, `axis` briefly. `total_word` names the sum of a stack; lines have none."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        kind: Literal["bars", "lines"],
        said: Callable[[float], str],
        axis: Callable[[float], str],
        total_word: str = "",
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._name, self._kind, self._said, self._axis, self._total_word = name, kind, said, axis, total_word
        self._value = ChartValue()
        self._empty = ""
        self.at = -1  # the step picked
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)
        appearance.changed.connect(self.update)

    def set_value(self, value: ChartValue, empty: str) -> None:
        """Draw this; `empty` is said where no step has a value."""
        self._value, self._empty = value, empty
        self.pick(-1)
        self.update()

    def pick(self, at: int) -> None:
        """Show the figures of a step; -1 for none."""
        count = len(self._value.names)
        self.at = at if 0 <= at < count and self._value.series else -1
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The step picked in words, else the highest of all."""
        if not self._value.series:
            return self._empty
        if self.at >= 0:
            return f"{self._value.names[self.at]}. " + "; ".join(self._lines(self.at))
        tops = [self._top(at) for at in range(len(self._value.names))]
        at = max(range(len(tops)), key=tops.__getitem__)
        return f"{self._value.names[at]}: {self._said(tops[at])}"

    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, HEIGHT_PX)

    # -- what the person does --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._value.names) - 1
        match event.key():
            case Qt.Key.Key_Left:
                self.pick(last if self.at < 0 else max(0, self.at - 1))
            case Qt.Key.Key_Right:
                self.pick(last if self.at < 0 else min(last, self.at + 1))
            case Qt.Key.Key_Home:
                self.pick(0)
            case Qt.Key.Key_End:
                self.pick(last)
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        inside = plot.left() <= event.position().x() <= plot.right() and self._value.names
        at = int((event.position().x() - plot.left()) / self._slot(plot)) if inside else -1
        if at != self.at:
            self.pick(min(at, len(self._value.names) - 1))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pick(-1)

    # -- values ----------------------------------------------------------------------------------

    def _top(self, at: int) -> float:
        values = [one.values[at] or 0.0 for one in self._value.series]
        return sum(values) if self._kind == "bars" else max(values, default=0.0)

    def _lines(self, at: int) -> list[str]:
        parts = [(one.label, one.values[at]) for one in self._value.series]
        lines = [f"{label}: {self._said(value)}" for label, value in parts if value is not None]
        if self._total_word and len(lines) > 1:
            lines.append(f"{self._total_word}: {self._said(self._top(at))}")
        return lines or [self._said(0.0) if self._kind == "bars" else "–"]

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._appearance.theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._appearance.theme.type.small)
        painter.setFont(font)
        if self._value.series:
            self._paint_chart(painter, QFontMetricsF(font))
        else:
            painter.setPen(QColor(colors.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 0, -24, 0), flags, self._empty)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _plot(self) -> QRectF:
        return QRectF(LEFT_PX, TOP_PX, self.width() - LEFT_PX - RIGHT_PX, HEIGHT_PX - TOP_PX - BOTTOM_PX)

    def _slot(self, plot: QRectF) -> float:
        return plot.width() / max(1, len(self._value.names))

    def _paint_chart(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        colors = self._appearance.theme.colors
        plot = self._plot()
        marks = scale(max(self._top(at) for at in range(len(self._value.names))))
        for mark in marks:
            y = plot.bottom() - plot.height() * mark / marks[-1]
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colors.muted))
            box = QRectF(0, y - 8, LEFT_PX - 8, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._axis(mark))
        self._paint_ticks(painter, plot, metrics)
        if self.at >= 0:
            slot = self._slot(plot)
            ground = QRectF(plot.left() + slot * self.at, plot.top(), slot, plot.height())
            painter.fillRect(ground, QColor(colors.hover))
        if self._kind == "bars":
            self._paint_bars(painter, plot, marks[-1])
        else:
            self._paint_lines(painter, plot, marks[-1])
        if self.at >= 0:
            self._paint_words(painter, plot, metrics)

    def _paint_ticks(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        """As many dates as there is room for, the last one always."""
        slot, ticks = self._slot(plot), self._value.ticks
        every = max(1, math.ceil(LABEL_PX / slot))
        painter.setPen(QColor(self._appearance.theme.colors.muted))
        for at in range(len(ticks) - 1, -1, -every):
            width = metrics.horizontalAdvance(ticks[at])
            left = plot.left() + slot * (at + 0.5) - width / 2
            left = min(left, self.width() - width - 2)
            if left >= 2:
                painter.drawText(QPointF(left, plot.bottom() + 17), ticks[at])

    def _color(self, series: Series) -> QColor:
        return QColor(str(getattr(self._appearance.theme.colors, CHART_COLORS[series.color % len(CHART_COLORS)])))

    def _paint_bars(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        slot = self._slot(plot)
        width = min(BAR_PX, max(2.0, slot * 0.68))
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(len(self._value.names)):
            left, bottom = plot.left() + slot * (at + 0.5) - width / 2, plot.bottom()
            whole = plot.height() * self._top(at) / highest
            if not whole:
                continue
            path = QPainterPath()  # the stack as one shape with a round top
            radius = min(4.0, width / 3, whole)
            path.addRoundedRect(QRectF(left, bottom - whole, width, whole + radius), radius, radius)
            painter.setClipRect(QRectF(plot.left(), plot.top() - 1, plot.width(), plot.height() + 1))
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            for one in self._value.series:
                height = plot.height() * (one.values[at] or 0.0) / highest
                painter.fillRect(QRectF(left, bottom - height, width, height + 0.5), self._color(one))
                bottom -= height
            painter.setClipping(False)

    def _paint_lines(self, painter: QPainter, plot: QRectF, highest: float) -> None:
        """Lines run from a day with a value to the next one that has one."""
        slot = self._slot(plot)
        dot = 3.0 if slot >= 14 else 2.0
        for one in self._value.series:
            color = self._color(one)
            points = [
                QPointF(plot.left() + slot * (at + 0.5), plot.bottom() - plot.height() * value / highest)
                for at, value in enumerate(one.values)
                if value is not None
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(points)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for point in points:
                painter.drawEllipse(point, dot, dot)

    def _paint_words(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        """The figures of the step picked, on a card beside it."""
        colors = self._appearance.theme.colors
        lines = [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, 220) for line in self._lines(self.at)]
        lines = [self._value.names[self.at], *lines[:8]]
        height = metrics.height() + 3
        width = max(metrics.horizontalAdvance(line) for line in lines) + 20
        slot = self._slot(plot)
        left = plot.left() + slot * (self.at + 1) + 6
        if left + width > self.width() - 2:
            left = max(2.0, plot.left() + slot * self.at - width - 6)
        card = QRectF(left, plot.top() + 2, width, height * len(lines) + 12)
        painter.setPen(QPen(QColor(colors.border_strong), 1))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(card, 6, 6)
        for row, line in enumerate(lines):
            painter.setPen(QColor(colors.text if row else colors.muted))
            painter.drawText(QPointF(card.left() + 10, card.top() + 6 + height * row + metrics.ascent()), line)


class Legend(QWidget):
    """Which colour is whose, in as many rows as the width needs."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._series: tuple[Series, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self.update)

    def set_series(self, series: Sequence[Series]) -> None:
        """Name these."""
        self._series = tuple(series)
        self.setAccessibleName(", ".join(one.label for one in series))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return (max((row for _, row, _, _ in self._places(width)), default=-1) + 1) * 20

    def sizeHint(self) -> QSize:
        return QSize(260, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._appearance.theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for one, row, left, words in self._places(self.width()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(str(getattr(colors, CHART_COLORS[one.color % len(CHART_COLORS)]))))
            painter.drawRoundedRect(QRectF(left, row * 20 + 5, 10, 10), 3, 3)
            painter.setPen(QColor(colors.muted))
            box = QRectF(left + 16, row * 20, LEGEND_PX, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._appearance.theme.type.small)
        return font

    def _places(self, width: int) -> list[tuple[Series, int, float, str]]:
        metrics = QFontMetricsF(self._font())
        left, row = 0.0, 0
        places: list[tuple[Series, int, float, str]] = []
        for one in self._series:
            words = metrics.elidedText(one.label, Qt.TextElideMode.ElideMiddle, LEGEND_PX)
            wide = metrics.horizontalAdvance(words) + 36
            if left and left + wide > width + 20:
                left, row = 0.0, row + 1
            places.append((one, row, left, words))
            left += wide
        return places
