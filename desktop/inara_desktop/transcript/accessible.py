"""The canvas as a screen reader sees it: a list, one child a row, a row's buttons below it; streamed text is announced.

Qt holds bare pointers to interfaces made in Python, so each one is kept by the object it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from inara_desktop.transcript.spoken import Speech
from inara_desktop.wording import translate

__all__ = ["Announcer", "RowSource", "ViewAccessible", "install"]

_RESTART = 400  # characters said at once at most; what came faster than speech is summed up by its end


class RowSource(Protocol):
    """What the view lends to its interfaces."""

    def accessible_count(self) -> int: ...
    def accessible_id(self, index: int) -> str: ...
    def accessible_index(self, row_id: str) -> int: ...
    def accessible_text(self, row_id: str) -> str: ...
    def accessible_description(self, row_id: str) -> str: ...
    def accessible_rect(self, row_id: str) -> QRect: ...
    def accessible_buttons(self, row_id: str) -> list[tuple[str, QRect]]: ...
    def accessible_links(self, row_id: str) -> list[tuple[str, QRect, str]]:
        """The (words, place, target) of each."""
        ...

    def accessible_focus(self) -> tuple[str, int] | None:
        """The row that the keyboard is at and which of its buttons and links, in this order; -1: the row itself."""
        ...


class _Node(QAccessibleInterface):
    """What rows and buttons have in common."""

    def __init__(self, source: RowSource, widget: QWidget) -> None:
        super().__init__()
        self._source = source
        self._widget = widget

    def object(self) -> QObject | None:  # type: ignore[override]  # the stub leaves out that there may be none
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # as above
        return self._widget.window().windowHandle()

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing here can be edited."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def relations(self, match: QAccessible.RelationFlag) -> list[object]:  # type: ignore[override]  # pairs
        _ = match
        return []

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        for index in range(self.childCount()):
            child = self.child(index)
            if child and child.rect().contains(QPoint(x, y)):
                return child
        return None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        _ = index
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        _ = arg__1
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None


class _Button(_Node):
    """A button of a row, or one of the links that follow its buttons."""

    def __init__(self, source: RowSource, widget: QWidget, row: _RowNode, index: int) -> None:
        super().__init__(source, widget)
        self._row = row
        self._index = index

    def _there(self) -> tuple[str, QRect, str] | None:
        """Its (label, place, where a link leads)."""
        buttons = self._source.accessible_buttons(self._row.row_id)
        if self._index < len(buttons):
            return *buttons[self._index], ""
        links = self._source.accessible_links(self._row.row_id)
        index = self._index - len(buttons)
        return links[index] if index < len(links) else None

    def isValid(self) -> bool:
        return self._there() is not None

    def parent(self) -> QAccessibleInterface:
        return self._row

    def text(self, t: QAccessible.Text) -> str:
        label, _, target = self._there() or ("", QRect(), "")
        return {QAccessible.Text.Name: label, QAccessible.Text.Description: target}.get(t, "")

    def role(self) -> QAccessible.Role:
        there = self._there()
        return QAccessible.Role.Link if there and there[2] else QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = 1
        state.focused = self._source.accessible_focus() == (self._row.row_id, self._index)
        return state

    def rect(self) -> QRect:
        there = self._there()
        return there[1] if there else QRect()


class _RowNode(_Node):
    def __init__(self, source: RowSource, widget: QWidget, view: ViewAccessible, row_id: str) -> None:
        super().__init__(source, widget)
        self.row_id = row_id
        self._view = view
        self.buttons: list[_Button] = []

    def isValid(self) -> bool:
        return self._source.accessible_index(self.row_id) >= 0

    def parent(self) -> QAccessibleInterface:
        return self._view

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name and self.isValid():
            return self._source.accessible_text(self.row_id)
        return self._source.accessible_description(self.row_id) if t == QAccessible.Text.Description else ""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        visible = self._widget.rect().translated(self._widget.mapToGlobal(QPoint(0, 0))).intersects(self.rect())
        state.offscreen = not visible
        state.readOnly = 1
        state.focusable = 1
        state.focused = self._source.accessible_focus() == (self.row_id, -1)
        return state

    def rect(self) -> QRect:
        return self._source.accessible_rect(self.row_id) if self.isValid() else QRect()

    def childCount(self) -> int:
        if not self.isValid():
            return 0
        return len(self._source.accessible_buttons(self.row_id)) + len(self._source.accessible_links(self.row_id))

    def child(self, index: int) -> QAccessibleInterface | None:
        if not 0 <= index < self.childCount():
            return None
        while len(self.buttons) <= index:
            button = _Button(self._source, self._widget, self, len(self.buttons))
            QAccessible.registerAccessibleInterface(button)
            self.buttons.append(button)
        return self.buttons[index]

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return next((index for index, button in enumerate(self.buttons) if button is arg__1), -1)


class ViewAccessible(QAccessibleWidget):
    """The transcript itself. Row interfaces are made when they are asked for."""

    def __init__(self, widget: QWidget, source: RowSource) -> None:
        super().__init__(widget, QAccessible.Role.List, translate("ViewAccessible", "Conversation"))
        self._widget = widget
        self._source = source
        self._rows: dict[str, _RowNode] = {}

    def withdraw(self) -> None:
        """Let Qt forget this interface and those below it, while the widget still lives: later it would crash."""
        nodes = [node for row in self._rows.values() for node in (*row.buttons, row)]
        for node in (*nodes, self):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
        self._rows.clear()

    def childCount(self) -> int:
        return self._source.accessible_count()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        if not 0 <= index < self._source.accessible_count():
            return None
        row_id = self._source.accessible_id(index)
        node = self._rows.get(row_id)
        if node is None:
            node = self._rows[row_id] = _RowNode(self._source, self._widget, self, row_id)
            QAccessible.registerAccessibleInterface(node)
        return node

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._source.accessible_index(child.row_id) if isinstance(child, _RowNode) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        at = self._source.accessible_focus()
        row = self.child(self._source.accessible_index(at[0])) if at else None
        return row.child(at[1]) if at and row and at[1] >= 0 else row

    def tell_focus(self) -> None:
        """Say which row or button the keyboard has come to."""
        if (at := self.focusChild()) is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(at, QAccessible.Event.Focus))

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        for index in range(self.childCount()):
            rect = self._source.accessible_rect(self._source.accessible_id(index))
            if rect.contains(QPoint(x, y)):
                return self.child(index)
        return None


@cache
def install() -> None:
    """Teach Qt, once a process, to ask a widget that brings its own interface (`accessible_interface`) for it."""

    def made(name: str, thing: QObject) -> QAccessibleInterface | None:
        _ = name
        give = getattr(thing, "accessible_interface", None)
        return give() if callable(give) else None  # pyright: ignore[reportReturnType] # checked by its only user

    QAccessible.installFactory(made)


class Announcer:
    """Says an answer as it comes, a sentence at a time."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._speech: dict[str, Speech] = {}

    def stream(self, row_id: str, text: str) -> None:
        if not QAccessible.isActive():
            return
        self._say(self._speech.setdefault(row_id, Speech(_RESTART)).feed(text))

    def finish(self, row_id: str) -> None:
        """The answer ended: what is left without a full stop is said too."""
        if speech := self._speech.pop(row_id, None):
            self._say(speech.rest())

    def say(self, text: Callable[[], str], *, urgent: bool = False) -> None:
        """The end of a text, which is made only where somebody listens."""
        if QAccessible.isActive():
            self._say(text(), urgent=urgent)

    def _say(self, text: str, *, urgent: bool = False) -> None:
        words = text.strip()[-_RESTART:]
        if words:
            event = QAccessibleAnnouncementEvent(self._widget, words)
            if urgent:
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
