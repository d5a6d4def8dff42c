"""The quick prompt: a small window over everything, to ask in passing. Esc hides it while the job goes on.

It holds no truth: what is typed is emitted, what is answered is shown in a transcript of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QBitmap,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.composer import Composer
from inara_desktop.controls import IconButton, Paragraph, TextButton
from inara_desktop.panel import paint_panel
from inara_desktop.style import Appearance
from inara_desktop.values import Draft, StatusHint, Stops

if TYPE_CHECKING:
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["QuickPrompt"]

WIDTH_PX = 680
ANSWER_PX = 360  # the height that an answer gets
ABOVE = 0.22  # of the screen


class QuickPrompt(QWidget):
    """Made when first wanted, kept from then on, so that it is there at once the next time."""

    submitted = Signal(Draft)
    windowWanted = Signal()
    stopRequested = Signal()
    newWanted = Signal()
    clipboardWanted = Signal()
    selectionWanted = Signal()
    screenshotWanted = Signal()

    def __init__(self, appearance: Appearance, make_transcript: Callable[[], QWidget]) -> None:
        super().__init__()
        self._appearance = appearance
        self._make_transcript = make_transcript
        self._transcript: QWidget | None = None
        self._composited = True
        metrics = appearance.theme.metrics
        self.setObjectName("quickPrompt")
        self.setAccessibleName(self.tr("Quick prompt"))
        self.setWindowTitle(self.tr("Inara – quick prompt"))
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

        self.composer = Composer(appearance)
        self.composer.editor.setObjectName("quickInput")
        self.composer.editor.setAccessibleName(self.tr("Ask Inara"))
        self.composer.send.setObjectName("quickSend")
        self.composer.stop.setObjectName("quickStop")
        self.composer.attach_button.hide()
        self.composer.editor.setViewportMargins(metrics.gap_s, 0, 0, 0)

        self._context = self._offers()
        self._say = Paragraph("", "small")
        self._say.setObjectName("quickSay")
        self._say.setContentsMargins(metrics.gap_l, 0, metrics.gap_l, metrics.gap_xs)
        self._say.hide()
        self._open = TextButton(appearance, self.tr("Open in window"), kind="quiet")
        self._open.setObjectName("quickOpen")
        self._open.clicked.connect(self.windowWanted)
        self._open.hide()
        self._new = IconButton(
            appearance, "new-chat", self.tr("Ask something else"), tip=self.tr("Ask something else (Ctrl+N)")
        )
        self._new.setObjectName("quickNew")
        self._new.clicked.connect(self.newWanted)
        self._new.hide()
        self._context.addWidget(self._new)
        self._context.addWidget(self._open)

        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.gap_l, metrics.gap_l, metrics.gap_l, metrics.gap_m)
        self._column.setSpacing(metrics.gap_s)
        self._column.addWidget(self.composer)
        self._column.addWidget(self._say)
        self._column.addLayout(self._context)
        self.composer.submitted.connect(self.submitted)
        self.composer.stopRequested.connect(self.stopRequested)
        self.composer.draftChanged.connect(self._fit)
        self.composer.set_room(WIDTH_PX, 600)
        appearance.changed.connect(self.update)

    @property
    def transcript(self) -> TranscriptView:
        """Where the answer is shown. Made with the first question."""
        if self._transcript is None:
            self._transcript = self._make_transcript()
            self._transcript.setObjectName("quickTranscript")
            self._transcript.setAccessibleName(self.tr("Answer"))
            self._transcript.setFixedHeight(ANSWER_PX)
            self._column.insertWidget(0, self._transcript)
        return cast("TranscriptView", self._transcript)

    def summon(self, text: str = "") -> None:
        """Show it on the screen where the pointer is, ready to type; a text is put in, not sent."""
        if text:
            self.composer.bring(text)
        self._fit()
        if not self.isVisible():
            screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
            self._place(screen)
        self.show()
        self.raise_()
        self.activateWindow()
        self.composer.editor.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def withdraw(self) -> None:
        """Close for good."""
        if self._transcript is not None:
            self.transcript.withdraw()
        self.close()

    def set_composited(self, composited: bool) -> None:
        """Whether what is transparent shows what is behind. Elsewhere the corners are cut off."""
        if composited != self._composited:
            self._composited = composited
            self._cut()
            self.update()

    def set_talking(self, talking: bool) -> None:
        """Whether there is a conversation to be shown and opened."""
        if self._transcript is not None or talking:
            self.transcript.setVisible(talking)
        self._open.setVisible(talking)
        self._new.setVisible(talking)
        self._fit()

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """Whether an answer is on its way, and what of it is to be stopped."""
        self.composer.set_running(running, stops)

    def set_hint(self, hint: StatusHint) -> None:
        """Who answers and where the prompt goes."""
        self.composer.set_hint(hint)

    def say(self, text: str) -> None:
        """A line of its own below the field: what could not be had, and why."""
        self._say.set_text(text)
        self._say.setVisible(bool(text))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.newWanted.emit()
        elif event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.windowWanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, metrics = self._appearance.theme.colors, self._appearance.theme.metrics
        left = "" if self._composited else colors.border_strong  # what of the corners the cut leaves
        paint_panel(self, colors.canvas, colors.border_strong, metrics.radius_l, behind=left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _offers(self) -> QHBoxLayout:
        """What can be sent along, one button each."""
        row = QHBoxLayout()
        row.setSpacing(self._appearance.theme.metrics.gap_xs)
        for name, icon, text, wanted in (
            ("quickClipboard", "clipboard", self.tr("Clipboard"), self.clipboardWanted),
            ("quickSelection", "selection", self.tr("Selection"), self.selectionWanted),
            ("quickScreenshot", "screenshot", self.tr("Screenshot"), self.screenshotWanted),
        ):
            button = TextButton(self._appearance, text, icon=icon, ink="muted", kind="quiet")
            button.setObjectName(name)
            button.setAccessibleDescription(self.tr("Send it along: {what}").format(what=text))
            button.clicked.connect(wanted)
            row.addWidget(button)
            if name == "quickSelection":
                button.setVisible(QGuiApplication.clipboard().supportsSelection())
        row.addStretch(1)
        return row

    def _cut(self) -> None:
        """A window is whole pixels or none: the corners follow the border as closely as that goes."""
        if self._composited:
            self.clearMask()
            return
        shape = QBitmap(self.size())
        shape.clear()
        painter = QPainter(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.color1)
        radius = self._appearance.theme.metrics.radius_l
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()
        self.setMask(shape)

    @Slot()
    def _fit(self) -> None:
        """As high as what is in it."""
        wanted = QSize(WIDTH_PX, self._column.totalHeightForWidth(WIDTH_PX) if self._column.hasHeightForWidth() else 0)
        height = max(wanted.height(), self._column.minimumSize().height())
        if (self.width(), self.height()) != (WIDTH_PX, height):
            self.setFixedSize(WIDTH_PX, height)

    def _place(self, screen: QScreen) -> None:
        room = screen.availableGeometry()
        self.move(room.x() + (room.width() - WIDTH_PX) // 2, room.y() + int(room.height() * ABOVE))
