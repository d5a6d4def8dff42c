"""Who Inara has spoken to since its start, and the switch for the interface through which others speak to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.check_box import CheckBox
from inara_desktop.connect_values import ConnectionItem, InterfaceItem
from inara_desktop.controls import IconLabel, Paragraph, TextButton, label
from inara_desktop.room import room_for
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.wording import later, number, translate

__all__ = ["ConnectionsDialog"]

WIDTH_PX, HEIGHT_PX = 600, 560
MOST = 200  # rows; the terminal prints all

_PURPOSES = {
    "model": later("ConnectionsDialog", "asked as a model"),
    "check": later("ConnectionsDialog", "looked at, whether it answers"),
    "page": later("ConnectionsDialog", "a page was read"),
    "search": later("ConnectionsDialog", "searched"),
    "mcp": later("ConnectionsDialog", "a tool server"),
}


class ConnectionsDialog(QDialog):
    """`set_interface` and `set_connections` give it what to show. `open()` it; Esc closes it."""

    switched = Signal(bool)
    tokenWanted = Signal()
    newTokenWanted = Signal()
    againRequested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self.setObjectName("connectionsDialog")
        self.setWindowTitle(self.tr("Connections"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(metrics.gap_m)
        inner, body = QWidget(), QVBoxLayout()
        inner.setLayout(body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._rows)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("connectionsList")
        scroll.setAccessibleName(self.tr("Spoken to"))
        scrolls_in_the_edge(scroll, metrics)
        scroll.setWidget(inner)
        again = TextButton(appearance, self.tr("Look again"))
        again.setObjectName("connectionsAgain")
        again.clicked.connect(self.againRequested)
        close = TextButton(appearance, self.tr("Close"), kind="primary")
        close.setObjectName("connectionsClose")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(again)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Connections"), "title"))
        above = QHBoxLayout()
        above.setContentsMargins(*metrics.beside_bar())
        above.addWidget(self._interface_card())
        column.addLayout(above)
        column.addWidget(label(self.tr("Spoken to since the start"), "section"))
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self.resize(room_for(parent, WIDTH_PX, HEIGHT_PX))
        close.setFocus()

    def _interface_card(self) -> QFrame:
        metrics = self._appearance.theme.metrics
        card = QFrame()
        card.setProperty("kind", "card")
        self.switch = CheckBox(self.tr("Let other programs on this machine give tasks"))
        self.switch.setObjectName("interfaceSwitch")
        self.switch.toggled.connect(self.switched)  # a screen reader toggles it and clicks nothing
        self._state = Paragraph("", "muted")
        self._state.setObjectName("interfaceState")
        self.copy = TextButton(self._appearance, self.tr("Copy token"))
        self.copy.setObjectName("interfaceToken")
        self.copy.clicked.connect(self.tokenWanted)
        self.renew = TextButton(self._appearance, self.tr("New token"))
        self.renew.setObjectName("interfaceNewToken")
        self.renew.clicked.connect(self.newTokenWanted)
        tokens = QHBoxLayout()
        tokens.setSpacing(metrics.gap_s)
        tokens.addWidget(self.copy)
        tokens.addWidget(self.renew)
        tokens.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(metrics.gap_l, metrics.gap_m, metrics.gap_l, metrics.gap_m)
        column.setSpacing(metrics.gap_s)
        column.addWidget(self.switch)
        column.addWidget(self._state)
        column.addLayout(tokens)
        return card

    def set_interface(self, item: InterfaceItem) -> None:
        """How the interface stands."""
        with QSignalBlocker(self.switch):
            self.switch.setChecked(item.enabled)
        self.copy.setVisible(item.running)
        self.renew.setVisible(item.running)
        if item.note:
            words = item.note
        elif item.problem:
            words = item.problem
        elif item.running:
            words = self.tr("Open at {address}, only for this machine and only with the token.").format(
                address=item.address
            )
        else:
            words = self.tr("Closed. Other programs can't reach Inara over HTTP.")
        self._state.setText(words)

    @Slot(object)
    def set_connections(self, items: Sequence[ConnectionItem]) -> None:
        """Who was spoken to, the last one first."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for item in items[:MOST]:
            self._rows.addWidget(self._row(item))
        if not items:
            self._rows.addWidget(Paragraph(self.tr("Nobody yet."), "muted"))
        elif len(items) > MOST:
            more = self.tr("{count} more: `inara doctor --connections` prints them all.")
            self._rows.addWidget(Paragraph(more.format(count=number(len(items) - MOST)), "muted"))

    def _row(self, item: ConnectionItem) -> QWidget:
        metrics = self._appearance.theme.metrics
        made = QWidget()
        where = self.tr("on this machine") if item.local else self.tr("elsewhere")
        icon, color = ("computer", "success_text") if item.local else ("cloud", "warning_text")
        times = self.tr("once, {when}") if item.times == 1 else self.tr("{count} times, last {when}")
        address = f"{item.host}:{item.port}" if item.port else item.host
        doing = f"{translate('ConnectionsDialog', _PURPOSES.get(item.purpose, item.purpose))}: {item.who}"
        doing += f" · {times.format(count=number(item.times), when=item.last)}"
        doing += " · " + self.tr("off the record") if item.off_record else ""
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(address, "strong"))
        words.addWidget(Paragraph(doing, "muted"))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap_m)
        row.addWidget(IconLabel(self._appearance, icon, color), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        made.setAccessibleName(f"{address}, {where}, {doing}")
        return made
