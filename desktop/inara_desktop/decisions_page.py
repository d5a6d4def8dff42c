"""The log of decisions as a page: who let what happen, row by row, and whether the log is as it was written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.consent_values import ChainItem, DecisionItem
from inara_desktop.controls import IconLabel, Paragraph, TextButton, label
from inara_desktop.moments import day
from inara_desktop.paged_list import NOTHING_PX, Entry, PagedListView, PagedModel
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import later, number, translate

__all__ = ["DecisionsPage"]

_WHAT: dict[str, tuple[str, str, str]] = {  # words, icon, colour
    "asked": (later("Decisions", "Asked"), "waiting", "warning_text"),
    "changed": (later("Decisions", "Changed"), "edit", "muted"),
    "approved": (later("Decisions", "Allowed"), "check", "success_text"),
    "declined": (later("Decisions", "Refused"), "cross", "danger_text"),
    "expired": (later("Decisions", "Nobody answered"), "clock", "warning_text"),
    "denied": (later("Decisions", "Not allowed"), "lock", "danger_text"),
    "started": (later("Decisions", "Started"), "play", "muted"),
    "undone": (later("Decisions", "Taken back"), "retry", "muted"),
    "not_undone": (later("Decisions", "Not taken back"), "warning", "warning_text"),
    "question_accept": (later("Decisions", "Question answered"), "check", "success_text"),
    "question_decline": (later("Decisions", "Question refused"), "cross", "danger_text"),
    "question_cancel": (later("Decisions", "Question closed"), "cross", "muted"),
    "rule_made": (later("Decisions", "Rule made"), "shield", "success_text"),
    "rule_deleted": (later("Decisions", "Rule deleted"), "trash", "danger_text"),
    "tool_approved": (later("Decisions", "Tool approved"), "plug", "success_text"),
    "approval_withdrawn": (later("Decisions", "Approval taken back"), "plug", "danger_text"),
    "approval_lapsed": (later("Decisions", "Approval lapsed"), "plug", "warning_text"),
}
_BY = {
    "window": "you, in the window",
    "terminal": "you, in the terminal",
    "http": "you, through another program",
    "risk": "you, for this task: risks below a limit",
    "rule": "a rule",
    "reads": "only reads",
    "person": later("Decisions", "you"),
    "settings": later("Decisions", "the settings"),
    "server": later("Decisions", "its server changed it"),
}


class DecisionsPage(QWidget):
    """Shows what `log` is given and what `show_chain` says."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.log: PagedModel[DecisionItem] = PagedModel(_key, _entry)
        self.list = PagedListView(self.log, appearance)
        self.list.setObjectName("decisionList")
        self.list.setAccessibleName(self.tr("Decisions"))
        self.check = TextButton(appearance, self.tr("Check again"), icon="retry")
        self.check.setObjectName("checkDecisions")
        self._sign = IconLabel(appearance, "shield")
        self._chain = Paragraph("", "small")
        self._chain.setObjectName("decisionChain")
        self._nothing = label(self.tr("Nothing has been decided yet."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(NOTHING_PX)
        metrics = appearance.theme.metrics
        about = QHBoxLayout()
        about.setSpacing(metrics.gap_s)
        about.addWidget(self._sign)
        about.addWidget(self._chain, 1)
        about.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.beside_bar())
        column.setSpacing(metrics.gap_m)
        column.addLayout(about)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.log.modelReset.connect(self._on_rows)
        self.log.rowsInserted.connect(self._on_rows)
        self._on_rows()
        self.show_checking()

    def show_checking(self) -> None:
        """The log is being checked."""
        self.check.setEnabled(False)
        self._sign.set_icon("shield", "muted")
        self._chain.set_text(self.tr("Checking whether the log is as it was written…"))

    def show_chain(self, chain: ChainItem) -> None:
        """What came of the check."""
        self.check.setEnabled(True)
        whole = chain.broken is None
        self._sign.set_icon("shield" if whole else "warning", "success_text" if whole else "danger_text")
        self._chain.set_text(_chain_words(chain))

    @Slot()
    def _on_rows(self) -> None:
        self._nothing.setVisible(not self.log.rowCount())


def _chain_words(chain: ChainItem) -> str:
    if chain.broken is not None:
        if chain.broken > chain.decisions:
            words = translate("Decisions", "Decisions are missing at the end of the log, from number {number} on.")
        else:
            words = translate("Decisions", "The log is broken at decision {number}: it was changed, or taken out.")
        step = translate(
            "Decisions", "Something changed the database. Settings, Storage lists backups to compare with."
        )
        return f"{words.format(number=number(chain.broken))} {step}"
    if chain.since is None:
        return translate("Decisions", "Each decision follows from the one before it, so that no change goes unseen.")
    since = day(chain.since)
    if chain.decisions == 1:
        return translate("Decisions", "Decision 1, of {date}, is as it was written.").format(date=since)
    words = translate("Decisions", "Decisions 1 to {last}, since {date}, are as written: each follows from the last.")
    return words.format(last=number(chain.decisions), date=since)


def _key(item: DecisionItem) -> int:
    return item.number


def _entry(item: DecisionItem) -> Entry:
    words, icon, ink = _WHAT.get(item.what, (item.what.replace("_", " "), "info", "muted"))
    words = translate("Decisions", words)
    by = _whom(item.by)
    title = visible(item.tool) or words
    place = translate("Decisions", "No. {number}").format(number=number(item.number))
    beneath = f"{place} · {by}" if by else place
    spoken = ", ".join(filter(None, (words, visible(item.tool), by, place)))
    return Entry(icon, ink, title, beneath, words, item.at, spoken)


def _whom(by: str) -> str:
    words = _BY.get(by, by)
    return translate("Decisions", words) if by in {"person", "settings", "server"} else said(visible(words))
