"""The activity window over the engine: read in pages, kept up to date while it is open, undone and deleted from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inara_desktop.consent_values import ActivityFilter, ActivityItem, RuleItem
from inara_desktop.decision_reading import DecisionReading
from inara_desktop.errands import Errands
from inara_desktop.said import deed, explained, said
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.activity_window import ActivityWindow
    from inara_engine.face import ActivityEntry, Face, RuleEntry

__all__ = ["LookingBack"]

PAGE = 200  # calls read at once
AGAIN_AFTER_MS = 300  # after something happened
_OF_CALLS = ("tool_", "confirmation_", "arguments_", "question_")  # kinds of events


class LookingBack(QObject):
    """Opens the window when it is first asked for. `sessionWanted`: a conversation that the person wants to see."""

    sessionWanted = Signal(str)

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._dialog: ActivityWindow | None = None
        self._decisions: DecisionReading | None = None  # with the dialog
        self._filter = ActivityFilter()
        self._reading: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self._on_again)
        window.sidebar.activityRequested.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show the window with what happened up to now."""
        if self._dialog is None:
            from inara_desktop.activity_window import ActivityWindow

            dialog = self._dialog = ActivityWindow(self._appearance, self._window)
            dialog.filterChanged.connect(self._on_filter)
            dialog.list.activity.moreWanted.connect(self._on_more)
            dialog.sessionWanted.connect(self.sessionWanted)
            dialog.undoWanted.connect(self._on_undo)
            dialog.deleteWanted.connect(self._on_delete)
            dialog.finished.connect(self._on_closed)
            self._decisions = DecisionReading(dialog.decisions, self._errands)
            dialog.decisionsShown.connect(self._decisions.show)
        elif self._decisions is not None and self._dialog.page == "decisions":
            self._decisions.show()
        self._read()
        if self._following is None:
            self._following = self._errands.start(self._follow())
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()  # the latest filter wins
        self._reading = self._errands.start(self._read_first())

    async def _read_first(self) -> None:
        engine = await self._errands.engine
        items = await self._page(engine)
        rules = [_rule(rule) for rule in await engine.rules.list()]
        if self._dialog is not None:
            self._dialog.list.activity.set_items(items, more=len(items) == PAGE)
            self._dialog.show_count()
            self._dialog.set_rules(rules)

    async def _renew(self) -> None:
        if self._decisions is not None:
            self._decisions.renew()
        engine = await self._errands.engine
        items = await self._page(engine)
        rules = [_rule(rule) for rule in await engine.rules.list()]
        if self._dialog is not None:
            self._dialog.list.activity.renew(items)
            self._dialog.show_count()
            self._dialog.set_rules(rules)

    async def _page(self, engine: Face, before: str = "") -> list[ActivityItem]:
        wanted = self._filter
        entries = await engine.activity.list(wanted.text, wanted.outcome, wanted.by, "", PAGE, before)
        return [_item(entry) for entry in entries]

    async def _follow(self) -> None:
        """What happens to a call is on the list in a moment, while the window is open."""
        from inara_engine.face import LIVE

        engine = await self._errands.engine
        async for recorded in engine.follow(None, LIVE):
            if recorded.event.kind.startswith(_OF_CALLS) and not self._again.isActive():
                self._again.start()

    @Slot()
    def _on_again(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._errands.start(self._renew())

    @Slot(ActivityFilter)
    def _on_filter(self, wanted: ActivityFilter) -> None:
        self._filter = wanted
        self._read()

    @Slot()
    def _on_more(self) -> None:
        self._errands.start(self._read_more())

    async def _read_more(self) -> None:
        if self._dialog is None:
            return
        wanted, model = self._filter, self._dialog.list.activity
        items = await self._page(await self._errands.engine, model.last.call_id if model.last else "")
        if wanted == self._filter:
            model.add_older(items, more=len(items) == PAGE)

    @Slot(str)
    def _on_undo(self, job: str) -> None:
        self._errands.start(self._undo(job))

    async def _undo(self, job: str) -> None:
        engine = await self._errands.engine
        try:
            told = "\n".join(map(said, await engine.undo_job(job)))
        except InaraError as error:
            if self._dialog is None or self._dialog.isHidden():  # it was closed meanwhile
                raise
            told = explained(error)
        if self._dialog is not None:
            self._dialog.tell(told)
        await self._renew()

    @Slot(str)
    def _on_delete(self, rule: str) -> None:
        self._errands.start(self._delete(rule))

    async def _delete(self, rule: str) -> None:
        engine = await self._errands.engine
        await engine.rules.delete(rule)
        await self._renew()

    @Slot(int)
    def _on_closed(self, _: int) -> None:
        if self._following is not None:
            self._following.cancel()
            self._following = None


def _item(entry: ActivityEntry) -> ActivityItem:
    return ActivityItem(
        entry.call_id,
        entry.job_id,
        entry.session_id,
        entry.session_title,
        deed(entry.summary),
        entry.at,
        entry.outcome,
        entry.allowed_by,
        entry.can_undo,
        entry.undone,
    )


def _rule(entry: RuleEntry) -> RuleItem:
    return RuleItem(
        entry.id,
        entry.profile,
        entry.words,
        entry.effect == "allow",
        entry.source == "call",
        entry.made_at,
        entry.made_by,
        entry.hits,
        entry.last_used,
    )
