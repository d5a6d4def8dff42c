"""A page of the settings: a column that scrolls, with a line at its top for what happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.wrap_row import WrapRow
from inara_engine.settings import Settings

__all__ = ["Card", "Page", "clear", "keeps_focus"]

P = ParamSpec("P")


class Page(QScrollArea):
    """Put what belongs to it into `column`. `shown` comes each time it is looked at."""

    shown = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.appearance = appearance
        metrics = appearance.theme.metrics
        self.setObjectName(name)
        scrolls_in_the_edge(self, metrics)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, metrics.gap_m)
        outer.setSpacing(metrics.gap_l)
        self._said = QFrame()
        self._said.setProperty("kind", "note")
        self._words = Paragraph()
        self._words.setObjectName(f"{name}_said")
        note = QVBoxLayout(self._said)
        note.setContentsMargins(metrics.gap_m, metrics.gap_s, metrics.gap_m, metrics.gap_s)
        note.addWidget(self._words)
        self._said.hide()
        self.column = QVBoxLayout()
        self.column.setSpacing(metrics.gap_l)
        outer.addWidget(self._said)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(inner)

    def set_settings(self, settings: Settings) -> None:
        """Show what is in force, where the page shows some of it."""

    def tell(self, text: str, *, error: bool = False) -> None:
        """Say at the top what happened, or what can't be done and what to do; "" takes it away."""
        self._words.set_text(text)
        self._said.setProperty("tone", "error" if error else "info")
        self._said.style().polish(self._said)
        self._said.setVisible(bool(text))
        if text:
            self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()


PageT = TypeVar("PageT", bound=Page)


class Card(QFrame):
    """A framed part of a page. `column` is its inside."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.appearance = appearance
        metrics = appearance.theme.metrics
        self.setProperty("kind", "card")
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(metrics.gap_l, metrics.gap_m, metrics.gap_l, metrics.gap_m)
        self.column.setSpacing(metrics.gap_s)

    def buttons(self, *named: tuple[str, str], kind: str = "quiet") -> dict[str, QPushButton]:
        """A row of buttons by object name, at the end of the card; each has its words."""
        row = WrapRow(self.appearance.theme.metrics.gap_xs)
        row.add_spring()
        made: dict[str, QPushButton] = {}
        for name, text in named:
            made[name] = TextButton(self.appearance, text, kind=kind)
            made[name].setObjectName(name)
            row.addWidget(made[name])
        self.column.addLayout(row)
        return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif below := item.layout():
            clear(below)


def keeps_focus(show: Callable[Concatenate[PageT, P], None]) -> Callable[Concatenate[PageT, P], None]:
    """For what makes parts of a page anew: who is at one of them is at its successor, which has the same name.

    Where that has nothing to do any more (a model that is the first one can't go up), the one that its property
    `instead` names has the focus, else the next one.
    """

    @wraps(show)
    def shown(page: PageT, *args: P.args, **more: P.kwargs) -> None:
        at = QApplication.focusWidget()
        name = at.objectName() if at is not None and page.isAncestorOf(at) else ""
        show(page, *args, **more)
        made = _last(page, name)
        if made is not None and not made.isEnabled():
            made = _last(page, made.property("instead") or "") or made
        while made is not None and made is not at and not made.isEnabled():
            made = made.nextInFocusChain()
        if made is not None and made is not at:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    return shown


def _last(page: Page, name: str) -> QWidget | None:
    """The newest one of this name, which is behind those that go."""
    found = page.findChildren(QWidget, name) if name else []
    return found[-1] if found else None
