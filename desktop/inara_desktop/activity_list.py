"""What tools did, as a list of any length."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from inara_desktop.consent_values import ActivityItem
from inara_desktop.paged_list import Entry, PagedListView, PagedModel
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.titles import one_line, session_title
from inara_desktop.visible import visible
from inara_desktop.wording import later, translate

__all__ = ["ActivityListView", "activity_model"]

_OUTCOMES: dict[str, tuple[str, str, str]] = {  # words, icon, colour
    "": (later("Activity", "Waits or runs"), "clock", "muted"),
    "ok": (later("Activity", "Done"), "check", "success_text"),
    "failed": (later("Activity", "Failed"), "warning", "danger_text"),
    "declined": (later("Activity", "Refused"), "cross", "danger_text"),
    "denied": (later("Activity", "Not allowed"), "lock", "danger_text"),
    "expired": (later("Activity", "Nobody answered"), "clock", "warning_text"),
    "cancelled": (later("Activity", "Stopped"), "stop", "muted"),
    "unknown": (later("Activity", "End unknown"), "warning", "warning_text"),
}


def _outcome_words(item: ActivityItem) -> str:
    """How it ended, in a word or two."""
    words = later("Activity", "Taken back") if item.undone else _OUTCOMES.get(item.outcome, _OUTCOMES[""])[0]
    return translate("Activity", words)


class ActivityListView(PagedListView):
    """`opened` asks for the conversation of a row."""

    opened = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        self.activity = activity_model()
        super().__init__(self.activity, appearance)
        self.setObjectName("activityList")
        self.setAccessibleName(self.tr("What tools did"))
        self.doubleClicked.connect(self._on_opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        item = self.activity.item(index)
        if item is not None:
            self.opened.emit(item.session_id)


def activity_model() -> PagedModel[ActivityItem]:
    """An empty list of what tools did."""
    return PagedModel(_key, _entry)


def _key(item: ActivityItem) -> str:
    return item.call_id


def _entry(item: ActivityItem) -> Entry:
    _, icon, ink = _OUTCOMES.get(item.outcome, _OUTCOMES[""])
    if item.undone:
        icon, ink = "retry", "muted"
    words, allowed = _outcome_words(item), [_allowed(item)] if item.allowed_by else []
    title, where = visible(item.summary), visible(item.session_title)
    beneath = " · ".join([where or translate("SessionRows", "New chat"), *allowed])
    what = ", ".join([one_line(title), words, *allowed])
    spoken = translate("SessionRows", "{what}, in {conversation}")
    return Entry(icon, ink, title, beneath, words, item.at, spoken.format(what=what, conversation=session_title(where)))


def _allowed(item: ActivityItem) -> str:
    words = visible(item.allowed_by)
    if item.outcome in {"declined", "denied"} or words == "only reads":
        return said(words)
    return translate("Activity", "allowed by {whom}").format(whom=said(words))
