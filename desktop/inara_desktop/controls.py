"""The few controls the whole window is made of: labels, buttons, a picker, menus.

Labels are plain text always: Qt's AutoText would let a model's words become markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QPushButton, QSizePolicy, QWidget

from inara_desktop.compositing import known_composited
from inara_desktop.style import Appearance

__all__ = [
    "Choice",
    "ElidedLabel",
    "IconButton",
    "IconLabel",
    "ListBox",
    "Paragraph",
    "PickerButton",
    "TextButton",
    "label",
    "menu",
    "shape_menu",
]


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A line (or paragraph) of plain text. `kind` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def menu(parent: QWidget) -> QMenu:
    """An empty menu. Open it with `popup`; it deletes itself when closed."""
    made = QMenu(parent)
    shape_menu(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def shape_menu(made: QMenu) -> None:
    """Round corners where the desktop blends windows; square ones where what is see-through would be black."""
    made.setWindowFlags(made.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
    if known_composited():
        made.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    else:
        made.setProperty("kind", "square")


class ElidedLabel(QLabel):
    """One line with "…" at its end, or where `mode` says, where it does not fit; its accessible name is the whole.

    No tool tip: Qt reads a tool tip as rich text as soon as it looks like some.
    """

    def __init__(self, text: str = "", kind: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            self.setProperty("kind", kind)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._whole = " ".join(text[:2000].split())
        self.setAccessibleName(self._whole)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.ensurePolished()
        self.setText(self.fontMetrics().elidedText(self._whole, self._mode, self.width()))


class ListBox(QListWidget):
    """A list whose rows are as high as the style sheet says, whoever asked for their places before it was shown.

    A screen reader does; without the style sheet they are half as high, and Qt keeps them so.
    """

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()


class Paragraph(QLabel):
    """Plain text that wraps, inside long words too: a path without blanks would widen the whole window.

    Assistive technology gets the text as it is.
    """

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if kind:
            self.setProperty("kind", kind)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self.setAccessibleName(text)
        self.setText(_LONG_WORD.sub(f"\\g<0>{ZERO_WIDTH_SPACE}", text))


class IconLabel(QWidget):
    """An icon that says something only to the eye: the words stand beside it."""

    def __init__(self, appearance: Appearance, icon: str, color: str = "muted", size_px: int = 18) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon, self._color = icon, color
        self.setFixedSize(size_px, size_px)
        appearance.changed.connect(self.update)

    def set_icon(self, icon: str, color: str) -> None:
        """Another icon, in another of the theme's colours."""
        self._icon, self._color = icon, color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = str(getattr(self._appearance.theme.colors, self._color))
        self._appearance.icons.paint(painter, self._icon, color, QRectF(self.rect()))
        painter.end()


class IconButton(QPushButton):
    """A square or round button that shows an icon only. `kind` "quiet", "primary" or "stop"."""

    def __init__(
        self, appearance: Appearance, icon: str, name: str, *, kind: str = "quiet", edge_px: int = 36, tip: str = ""
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._kind = kind
        self._dot = False
        self._open = False
        self.setProperty("kind", "icon")
        self.setFixedSize(edge_px, edge_px)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(tip or name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self.update)

    def set_dot(self, dot: bool) -> None:
        """A small mark on the corner: something waits behind this button."""
        self._dot = dot
        self.update()

    def sizeHint(self) -> QSize:
        return self.maximumSize()  # a style sheet takes back what is least, and a layout gives no more than asked for

    def set_open(self, shown: bool) -> None:
        """Whether what it leads to is what is shown."""
        self._open = shown
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._appearance.theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._kind == "primary":
            ground = (colors.accent_hover if hot else colors.accent) if self.isEnabled() else colors.hover
            ink = colors.on_accent if self.isEnabled() else colors.faint
            radius = self.width() / 2
        elif self._kind == "stop":
            ground, ink = (colors.muted if hot else colors.text), colors.canvas
            radius = self.width() / 2
        else:
            ground = (colors.selected if self.isDown() else colors.hover) if hot else ""
            ink = (colors.text if hot else colors.muted) if self.isEnabled() else colors.faint
            radius = 8.0
            if self._open:
                ground, ink = colors.selected, colors.text
            if self.isChecked():
                ground, ink = colors.private_soft, colors.private_text
        box = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.text if self._kind == "primary" else colors.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            box = box.adjusted(3, 3, -3, -3) if self._kind != "quiet" else box
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, radius, radius)
        size = self._appearance.theme.metrics.icon
        left, top = (self.width() - size) // 2, (self.height() - size) // 2
        self._appearance.icons.paint(painter, self._icon, ink, QRectF(left, top, size, size))
        if self._dot:
            painter.setBrush(QColor(colors.warning))
            painter.drawEllipse(QRectF(self.width() - 12, 4, 8, 8))
        painter.end()


class TextButton(QPushButton):
    """A button with words, and an icon in the colour of one of the theme's tokens where asked."""

    def __init__(
        self, appearance: Appearance, text: str, *, icon: str = "", ink: str = "text", kind: str = "", size_px: int = 16
    ) -> None:
        super().__init__(text)
        self._appearance = appearance
        self._icon, self._ink, self._size_px = icon, ink, size_px
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        if icon:
            self.setIconSize(QSize(size_px + ICON_GAP_PX, size_px))
            self._tint()
            appearance.changed.connect(self._tint)

    def set_icon(self, icon: str, ink: str) -> None:
        """Another icon (of a button made with one)."""
        self._icon, self._ink = icon, ink
        self._tint()

    @Slot()
    def _tint(self) -> None:
        colors = self._appearance.theme.colors
        tint = str(getattr(colors, self._ink))
        icons = self._appearance.icons
        self.setIcon(icons.icon(self._icon, tint, self._size_px, disabled=colors.faint, room_px=ICON_GAP_PX))


ZERO_WIDTH_SPACE = "\u200b"  # where a line may break
_LONG_WORD = re.compile(r"\S{24}(?=\S)")
ICON_GAP_PX = 6  # Qt leaves 4 px between a button's icon and its words, and offers no way to ask for more


class Choice(NamedTuple):
    """One entry of a picker."""

    id: str
    label: str
    icon: str = ""


class PickerButton(TextButton):
    """Shows the current choice; a press offers the others in a menu that runs no loop of its own."""

    chosen = Signal(str)
    lastChosen = Signal()

    def __init__(self, appearance: Appearance, purpose: str) -> None:
        super().__init__(appearance, "", kind="quiet")
        self._purpose = purpose
        self._last: Choice | None = None
        self._choices: tuple[Choice, ...] = ()
        self._current = ""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self.setIconSize(QSize(14, 14))
        self._point()
        appearance.changed.connect(self._point)
        self.setAccessibleName(purpose)
        self.setToolTip(purpose)  # never the choice's own words: a tool tip may be rich text
        self.clicked.connect(self._open)

    def set_choices(self, choices: Sequence[Choice], current: str, shown: str = "") -> None:
        """What can be chosen, what is, and how the button says it (its label where not given)."""
        self._choices, self._current = tuple(choices), current
        shown = shown or next((choice.label for choice in choices if choice.id == current), "")
        shown = " ".join(shown[:200].split())
        self.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, 220).replace("&", "&&"))
        self.setAccessibleName(f"{self._purpose}: {shown}" if shown else self._purpose)
        self.setVisible(bool(choices))

    def set_last(self, choice: Choice) -> None:
        """Something else to do, below the choices and a line."""
        self._last = choice

    @Slot()
    def _open(self) -> None:
        colors = self._appearance.theme.colors
        opened = menu(self)
        opened.setLayoutDirection(QApplication.layoutDirection())
        opened.setAccessibleName(self._purpose)
        for choice in self._choices:
            action = QAction(choice.label.replace("&", "&&"), opened)
            action.setData(choice.id)
            action.setCheckable(True)
            action.setChecked(choice.id == self._current)
            icon = "check" if choice.id == self._current else choice.icon
            if icon:
                tint = colors.accent_text if choice.id == self._current else colors.muted
                action.setIcon(self._appearance.icons.icon(icon, tint, 16))
            opened.addAction(action)
            if choice.id == self._current:
                opened.setActiveAction(action)
        if self._last is not None:
            opened.addSeparator()
            action = QAction(self._last.label, opened)
            action.setIcon(self._appearance.icons.icon(self._last.icon, colors.muted, 16))
            opened.addAction(action)
        opened.triggered.connect(self._on_triggered)
        opened.popup(self.mapToGlobal(QPoint(self.width() - opened.sizeHint().width(), self.height() + 4)))

    @Slot()
    def _point(self) -> None:
        self.setIcon(self._appearance.icons.icon("chevron-down", self._appearance.theme.colors.muted, 14))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is None:
            self.lastChosen.emit()
        else:
            self.chosen.emit(str(action.data()))
