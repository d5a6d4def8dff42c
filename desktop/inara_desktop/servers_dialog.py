"""The tool servers: what each is, what it has, and what of it the person lets models be offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.check_box import WORDS_PX, CheckBox
from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.room import room_for
from inara_desktop.said import said
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import later, number, translate

if TYPE_CHECKING:
    from inara_engine.face import McpReport, McpTool

__all__ = ["ServersDialog"]

WIDTH_PX, HEIGHT_PX = 620, 600
SHOWN_CHARACTERS = 1500  # of what a server says of a tool, until all of it is asked for
STATES = {
    "disabled": later("ServersDialog", "Off"),
    "off": later("ServersDialog", "Not started"),
    "starting": later("ServersDialog", "Starting…"),
    "ready": later("ServersDialog", "Running"),
    "failed": later("ServersDialog", "Does not work"),
}
SIGN_IN = later("ServersDialog", "Wants you to sign in")
APPROVALS = {
    "approved": later("ServersDialog", "Offered to models"),
    "new": later("ServersDialog", "New: look at it before models are offered it"),
    "changed": later("ServersDialog", "Changed since you approved it: look at it again"),
    "returned": later("ServersDialog", "Was away, or is reached another way now: look at it again"),
    "refused": later("ServersDialog", "Can't be offered"),
}
ABOUT = later(
    "ServersDialog",
    "A server may do what you may do. Models are offered what you approved, and each call asks, unless you rated its "
    "tool as one that only reads.",
)
NONE = later(
    "ServersDialog",
    "There are no tool servers. They are programs that give models more tools, over the Model Context Protocol. "
    "Add one in the settings, or import the list of another assistant there.",
)


class _ToolRow(QWidget):
    """A tool: chosen or not where it waits, its name, how it stands, and what the server says of it.

    A model reads all of that, so what is too long to be shown at once can be chosen only once it was shown.
    """

    def __init__(self, appearance: Appearance, tool: McpTool) -> None:
        super().__init__()
        self.tool = tool
        self._waits = tool.approval in {"new", "changed", "returned"}
        self._all = visible(said(tool.problem) or "\n".join(tool.told), lines=True)
        whole = len(self._all) <= SHOWN_CHARACTERS
        self.box = CheckBox(visible(tool.title or tool.tool)[:120].replace("&", "&&"))
        self.box.setObjectName(f"tool_{tool.name}")
        stands = _said(APPROVALS[tool.approval])
        if tool.runs_unasked and tool.approval != "refused":
            stands = self.tr("{approval}. Runs without asking, as you rated it").format(approval=stands)
        self.box.setAccessibleDescription(stands)
        self.box.setChecked((self._waits and whole) or tool.approval == "approved")
        self.box.setEnabled(self._waits and whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        self._about = Paragraph(self._all if whole else f"{self._all[:SHOWN_CHARACTERS]}…", "muted")
        self._about.setVisible(bool(self._all))
        for words in (Paragraph(stands, "small"), self._about):
            words.setIndent(WORDS_PX)
            column.addWidget(words)
        if not whole:
            text = self.tr("Show all of it ({count} characters)").format(count=number(len(self._all)))
            self._more = TextButton(appearance, text, kind="quiet")
            self._more.setObjectName(f"more_{tool.name}")
            self._more.clicked.connect(self._on_more)
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_more(self) -> None:
        self._about.set_text(self._all)
        self.box.setEnabled(self._waits)
        self._about.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._about.setFocus()
        self._more.hide()


class _ServerCard(QFrame):
    """One server. What its buttons ask for is a word and its name."""

    wanted = Signal(str, str)
    approveWanted = Signal(str, list)

    def __init__(self, appearance: Appearance, report: McpReport) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self.report = report
        self.setProperty("kind", "card")
        self.setObjectName(f"server_{report.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_l, metrics.gap_m, metrics.gap_l, metrics.gap_m)
        column.setSpacing(metrics.gap_s)
        heading = QHBoxLayout()
        heading.addWidget(label(report.name, "strong"))
        heading.addStretch(1)
        state = _said(SIGN_IN if report.wants_sign_in else STATES[report.state])
        heading.addWidget(label(state, "muted"))
        column.addLayout(heading)
        column.addWidget(Paragraph(visible(report.reached), "small"))
        if report.wants_sign_in:
            column.addWidget(Paragraph(visible(said(report.reason))))
        elif report.reason:
            problem = Paragraph(visible(f"{said(report.reason)} {said(report.next_step)}".strip()))
            problem.setProperty("tone", "error")
            column.addWidget(problem)
        self._tools = [_ToolRow(appearance, tool) for tool in report.tools]
        for row in sorted(self._tools, key=_order):
            column.addWidget(row)
            row.box.toggled.connect(self._count)
        if report.prompts or report.resources:
            words = self.tr("Also behind the paper clip of the message: prompts {prompts}, resources {resources}.")
            offers = words.format(prompts=number(len(report.prompts)), resources=number(len(report.resources)))
            column.addWidget(Paragraph(offers, "small"))
        column.addLayout(self._buttons())
        self._count()
        self.setAccessibleName(f"{report.name}, {state}")

    def _buttons(self) -> QHBoxLayout:
        report, row = self.report, QHBoxLayout()
        row.setSpacing(self._appearance.theme.metrics.gap_s)
        self.approve = TextButton(self._appearance, "", kind="primary")
        self.approve.setObjectName(f"approve_{report.name}")
        self.approve.clicked.connect(self._on_approve)
        row.addWidget(self.approve)
        row.addStretch(1)
        acts = ["enable"] if report.state == "disabled" else ["forget"] * self._offers() + ["test", "disable"]
        if report.wants_sign_in:
            acts.insert(0, "sign_in")
        words = {
            "enable": self.tr("Turn on…"),
            "test": self.tr("Test"),
            "disable": self.tr("Turn off"),
            "forget": self.tr("Offer nothing"),
            "sign_in": self.tr("Sign in…"),
        }
        for act in acts:
            button = TextButton(self._appearance, words[act], kind="primary" if act == "sign_in" else "quiet")
            button.setObjectName(f"{act}_{report.name}")
            button.setProperty("act", act)
            button.setEnabled(report.state != "starting")
            button.clicked.connect(self._on_act)
            row.addWidget(button)
        return row

    def _offers(self) -> bool:
        return any(tool.approval == "approved" for tool in self.report.tools)

    def _chosen(self) -> list[str]:
        return [row.tool.hash for row in self._tools if row.box.isEnabled() and row.box.isChecked()]

    @Slot()
    def _count(self) -> None:
        number = len(self._chosen())
        words = self.tr("Offer 1 tool") if number == 1 else self.tr("Offer {count} tools").format(count=number)
        self.approve.setText(words)
        self.approve.setEnabled(bool(number))
        self.approve.setVisible(bool(self.report.waiting))

    @Slot()
    def _on_approve(self) -> None:
        self.approveWanted.emit(self.report.name, self._chosen())

    @Slot()
    def _on_act(self) -> None:
        self.wanted.emit(str(self.sender().property("act")), self.report.name)


class ServersDialog(QDialog):
    """`set_servers` shows them. `wanted` is "enable", "disable", "test", "forget" or "sign_in" with a server's name."""

    wanted = Signal(str, str)
    approveWanted = Signal(str, list)
    changeWanted = Signal()  # of the list: in the settings

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._shown: tuple[McpReport, ...] | None = None
        self.setObjectName("serversDialog")
        self.setWindowTitle(self.tr("Tool servers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("servers")
        self._scroll.setAccessibleName(self.tr("Tool servers"))
        scrolls_in_the_edge(self._scroll, metrics)
        change = TextButton(appearance, self.tr("Add or change…"), icon="settings", ink="muted", kind="quiet")
        change.setObjectName("serversChange")
        close = TextButton(appearance, self.tr("Close"))
        close.setObjectName("serversClose")
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.addWidget(change)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Tool servers"), "title"))
        about = Paragraph(_said(ABOUT), "muted")
        about.setContentsMargins(*metrics.beside_bar())
        column.addWidget(about)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)
        change.clicked.connect(self.changeWanted)
        close.clicked.connect(self.accept)
        self.resize(room_for(parent, WIDTH_PX, HEIGHT_PX))
        close.setFocus()

    def set_servers(self, reports: Sequence[McpReport]) -> None:
        """Show these; the place in the list stays."""
        if tuple(reports) == self._shown:
            return
        self._shown = tuple(reports)
        place = self._scroll.verticalScrollBar().value()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.theme.metrics.gap_s)
        for report in reports:
            card = _ServerCard(self._appearance, report)
            card.wanted.connect(self.wanted)
            card.approveWanted.connect(self.approveWanted)
            column.addWidget(card)
        if not reports:
            column.addWidget(Paragraph(_said(NONE), "muted"))
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.verticalScrollBar().setValue(place)


def _said(words: str) -> str:
    return translate("ServersDialog", words)


def _order(row: _ToolRow) -> int:
    """Those that wait first."""
    return {"changed": 0, "returned": 1, "new": 2, "approved": 3, "refused": 4}[row.tool.approval]
