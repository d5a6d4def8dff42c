"""What can be done with a message: a few buttons beside the one under the pointer, and all of it in its menu.

One bar serves the whole conversation, so that a message costs nothing for having actions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inara_desktop.controls import IconButton
from inara_desktop.panel import paint_panel
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow, Row, UserRow
from inara_desktop.transcript.view import MenuOpening, TranscriptView
from inara_desktop.values import ModelItem

__all__ = ["MessageAct", "MessageActions"]

EDGE_PX = 28


class MessageAct(NamedTuple):
    """What the person wants done: edit, again, branch, quote, told. `value` is a model's id for `again`, or ""."""

    name: str
    row_id: str
    value: str = ""


class _Bar(QWidget):
    """The buttons, on a ground of their own."""

    def __init__(self, appearance: Appearance, view: TranscriptView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self.setObjectName("messageBar")
        self.setAccessibleName(self.tr("Of this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self.edit = self._button("edit", self.tr("Edit and send again"), "messageEdit")
        self.again = self._button("retry", self.tr("Answer again"), "messageAgain")
        self.copy = self._button("copy", self.tr("Copy message"), "messageCopy")
        self.more = self._button("more", self.tr("All that can be done"), "messageMore")
        for button in (self.edit, self.again, self.copy, self.more):
            row.addWidget(button)
        self.hide()

    def _button(self, icon: str, name: str, object_name: str) -> IconButton:
        made = IconButton(self._appearance, icon, name, edge_px=EDGE_PX)
        made.setObjectName(object_name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the message's menu
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = self._appearance.theme.colors
        paint_panel(self, colors.surface, colors.border, 8)


class MessageActions(QObject):
    """Listens to a view. `models` gives those that may answer again."""

    wanted = Signal(MessageAct)

    def __init__(self, view: TranscriptView, appearance: Appearance, models: Callable[[], Sequence[ModelItem]]) -> None:
        super().__init__(view)
        self._view = view
        self._models = models
        self._bar = _Bar(appearance, view)
        self._row_id = ""
        self._reached = ""
        view.rowHovered.connect(self._on_hovered)
        view.messageReached.connect(self._on_reached)
        view.menuOpening.connect(self._on_menu)
        view.moved.connect(self._place)
        self._bar.edit.clicked.connect(self._on_edit)
        self._bar.again.clicked.connect(self._on_again)
        self._bar.copy.clicked.connect(self._on_copy)
        self._bar.more.clicked.connect(self._on_more)

    def current(self, kind: type[UserRow | AnswerRow]) -> str:
        """The message of a kind that the keyboard is at, or belongs to it; else the last one. "" where none is."""
        rows = self._view.rows()
        at = next((n for n, row in enumerate(rows) if row.id == self._view.message), len(rows) - 1)
        return next((row.id for row in reversed(rows[: at + 1]) if isinstance(row, kind)), "")

    @Slot(str)
    def _on_hovered(self, row_id: str) -> None:
        self._row_id = row_id or self._reached
        self._place()

    @Slot(str)
    def _on_reached(self, row_id: str) -> None:
        self._reached = self._row_id = row_id
        self._place()

    @Slot()
    def _place(self) -> None:
        """Beside the top of the message, or of what can be seen of it; away from one that is being written."""
        row = self._view.row(self._row_id) if self._row_id else None
        if not _can_be_worked_with(row):
            self._bar.hide()
            return
        self._bar.edit.setVisible(isinstance(row, UserRow))
        self._bar.again.setVisible(isinstance(row, AnswerRow))
        self._bar.adjustSize()
        viewport = self._view.viewport()
        area = self._view.accessible_rect(self._row_id)
        area.moveTopLeft(viewport.mapFromGlobal(area.topLeft()))
        top = max(4, area.top() - 6)
        if top + self._bar.height() > min(area.bottom() + 8, viewport.height()):
            self._bar.hide()
            return
        right = area.right()
        if isinstance(row, UserRow):
            right = min(right, area.left() + self._view.left_of(self._row_id) - 6)
        left = max(area.left() - 8, right - self._bar.width())
        self._bar.move(viewport.pos() + QPoint(left, top))
        self._bar.show()
        self._bar.raise_()

    @Slot()
    def _on_edit(self) -> None:
        self.wanted.emit(MessageAct("edit", self._row_id))

    @Slot()
    def _on_again(self) -> None:
        self.wanted.emit(MessageAct("again", self._row_id))

    @Slot()
    def _on_copy(self) -> None:
        self._view.copy_row(self._row_id)

    @Slot()
    def _on_more(self) -> None:
        self._view.message_menu(self._row_id, self._bar.mapToGlobal(QPoint(0, self._bar.height() + 4)))

    @Slot(object)
    def _on_menu(self, opening: MenuOpening) -> None:
        row, menu = self._view.row(opening.row_id), opening.menu
        if not _can_be_worked_with(row):
            return
        act = partial(MessageAct, row_id=opening.row_id)
        menu.addAction(self.tr("Quote the whole message")).triggered.connect(partial(self._want, act("quote")))
        menu.addSeparator()
        if isinstance(row, UserRow):
            menu.addAction(self.tr("Edit and send again")).triggered.connect(partial(self._want, act("edit")))
        menu.addAction(self.tr("Answer again")).triggered.connect(partial(self._want, act("again")))
        models = self._models()
        if len(models) > 1:
            others = menu.addMenu(self.tr("Answer again with"))
            for model in models:
                label = " ".join(model.label[:80].split()).replace("&", "&&")
                others.addAction(label).triggered.connect(partial(self._want, act("again", value=model.id)))
        if isinstance(row, AnswerRow):
            menu.addAction(self.tr("Go on from here on a new branch")).triggered.connect(
                partial(self._want, act("branch"))
            )
        menu.addSeparator()
        menu.addAction(self.tr("What the model was told…")).triggered.connect(partial(self._want, act("told")))

    def _want(self, act: MessageAct, checked: bool = False) -> None:
        _ = checked  # what `triggered` brings along
        self.wanted.emit(act)


def _can_be_worked_with(row: Row | None) -> bool:
    match row:
        case UserRow(queued=queued):
            return not queued
        case AnswerRow(streaming=streaming):
            return not streaming
        case _:
            return False
