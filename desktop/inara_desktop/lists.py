"""What stands beside the conversation: sessions, what waits for the person, and the models.

The list of sessions is read in pages as it scrolls; an event makes one row be read again, never the list.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.errands import Errands
from inara_desktop.said import deed
from inara_desktop.values import FolderItem, ModelItem, PendingItem, SessionItem, StatusHint, demo_badge
from inara_desktop.window import MainWindow
from inara_desktop.wording import later, translate

if TYPE_CHECKING:
    from inara_engine.events import Recorded
    from inara_engine.face import ModelSummary, OpenQuestion, PendingCall, Position, SessionSummary, Settings

__all__ = ["Lists", "session_item"]

REFRESH_AFTER_S = 0.1  # rows are read again this long after an event, once for all that came meanwhile
PAGE = 200
WAITS_IN_MEMORY = later("Lists", "Off the record, in memory only")
PINNED = 1000  # at most so many are kept on top
_STATES: dict[str, Literal["idle", "running", "waiting"]] = {"": "idle", "running": "running", "waiting": "waiting"}
_COUNTED = frozenset({"session_filed", "session_trashed", "session_restored", "session_removed", "session_seen"})
_COUNTED_TOO = frozenset({"job_finished", "task_submitted"})  # unread ones in folders; one from the trash
_QUESTIONS = frozenset({"question_asked", "question_answered", "question_withdrawn", "tool_finished"})
_PASSED_ON = _QUESTIONS | {"servers_changed", "settings_changed", "queue_changed", "session_removed"}
_ASKING = _QUESTIONS | {"confirmation_requested", "confirmation_answered", "job_finished"}


class Lists(QObject):
    """Keeps the window's lists true to the engine.

    `heard` passes on what concerns the settings, tool servers and what they ask, the queues of prompts, and the
    conversations that were deleted.
    """

    heard = Signal(object)

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._view = window.sidebar.sessions
        self._end: Position | None = None  # of what was read of the sessions without a folder
        self._all_read = False
        self._changed: set[str] = set()
        self._counts_due = self._pending_due = self._due = False
        self._reading = asyncio.Lock()  # what is read later is shown later, however long either took
        self._titles: dict[str, str] = {}  # of sessions in which something waits
        self.empty = True  # whether there never was a session
        self.models: list[ModelSummary] = []
        self.hint = StatusHint()  # who answers, and where a prompt goes
        self._view.all.moreWanted.connect(self._on_more)
        window.cameToFront.connect(self._on_front)

    @property
    def demo_models(self) -> frozenset[str]:
        """Ids of the models whose answers are a script's."""
        return frozenset(model.id for model in self.models if model.provider == "demo")

    async def follow(self) -> None:
        """Keep the lists true until the engine closes."""
        from inara_engine.face import LIVE

        engine = await self._errands.engine
        async for recorded in engine.follow(None, LIVE):
            self._hear(recorded)

    async def read(self) -> None:
        """The first page of everything, and what waits."""
        shelf = (await self._errands.engine).shelf
        async with self._reading:
            pinned = await shelf.page(PINNED, pinned=True)
            page = await shelf.page(PAGE, folder="", pinned=False)
            self._view.set_items([session_item(session) for session in (*pinned, *page)])
            self._page_read(page)
            counts = await shelf.counts()
            self.empty = not (counts.sessions or counts.trashed)
            self._view.all.set_folders([FolderItem(each.name, each.sessions, each.unread) for each in counts.folders])
            self._window.sidebar.set_trashed(counts.trashed)
            await self._read_pending()

    async def read_folder(self, name: str) -> None:
        """The sessions of a folder that was unfolded, in pages."""
        from inara_engine.face import Position

        shelf = (await self._errands.engine).shelf
        before: Position | None = None
        while True:
            async with self._reading:
                page = await shelf.page(PAGE, before, name, False)
                self._show(page)
            if not page:
                return
            before = Position(page[-1].updated_at, page[-1].id)

    async def read_models(self) -> None:
        """The models, the one chosen, and where a prompt goes."""
        self.models = await (await self._errands.engine).models()
        items = {model.id: _model(model) for model in self.models}
        current = items[next((model.id for model in self.models if model.chosen), self.models[0].id)]
        self._window.set_models(list(items.values()), current.id)
        badge = demo_badge() if current.where == "demo" else ""
        settings = await (await self._errands.engine).settings()
        self.hint = StatusHint(current.label, current.where, badge, _elsewhere(self.models, settings))
        self._window.set_status_hint(self.hint)

    async def see(self, session_id: str) -> None:
        """The person is looking at a session."""
        if session_id:
            await (await self._errands.engine).shelf.see(session_id)

    @Slot()
    def _on_front(self) -> None:
        """What came in the session shown while nobody looked is seen now."""
        if self._view.opened_id and self._errands.engine.done():
            self._errands.start(self.see(self._view.opened_id))

    # -- sessions --------------------------------------------------------------------------------

    def _hear(self, recorded: Recorded) -> None:
        kind = recorded.event.kind
        if kind in _PASSED_ON:
            self.heard.emit(recorded)
        if not recorded.session_id:
            return
        self._changed.add(recorded.session_id)
        self._counts_due = self._counts_due or kind in _COUNTED or kind in _COUNTED_TOO
        self._pending_due = self._pending_due or kind in _ASKING or kind in _COUNTED
        if not self._due:
            self._due = True
            self._errands.start(self._refresh())

    async def _refresh(self) -> None:
        """The rows that something happened to."""
        await asyncio.sleep(REFRESH_AFTER_S)
        async with self._reading:
            self._due = False
            changed, self._changed = self._changed, set[str]()
            counts_due, self._counts_due = self._counts_due, False
            pending_due, self._pending_due = self._pending_due, False
            try:
                await self._read_again(changed, counts_due=counts_due, pending_due=pending_due)
            except BaseException:  # once more with the next event
                self._changed |= changed
                self._counts_due, self._pending_due = self._counts_due or counts_due, self._pending_due or pending_due
                raise

    async def _read_again(self, changed: set[str], *, counts_due: bool, pending_due: bool) -> None:
        shelf = (await self._errands.engine).shelf
        rows = await shelf.rows(list(changed))
        if counts_due:
            counts = await shelf.counts()
            folders = [FolderItem(each.name, each.sessions, each.unread) for each in counts.folders]
            self._view.when_quiet(lambda: self._view.all.set_folders(folders))
            self._window.sidebar.set_trashed(counts.trashed)
        listed = [row for row in rows if not row.trashed_at and not self._is_further_down(row)]
        gone = changed - {row.id for row in listed}
        self._view.when_quiet(lambda: self._view.all.discard(gone))
        self._show(listed)
        if pending_due:
            await self._read_pending()
        opened = next((row for row in rows if row.id == self._view.opened_id and row.unread), None)
        if opened is not None and self._window.isActiveWindow():
            await shelf.see(opened.id)

    def _show(self, sessions: list[SessionSummary]) -> None:
        items = [session_item(session) for session in sessions]
        opened = self._view.opened_id if self._window.isActiveWindow() else ""
        items = [item._replace(unread=False) if item.id == opened else item for item in items]
        self.empty = self.empty and not items

        def show() -> None:
            shown = self._view.opened_id
            listed = self._view.all.row_of(shown).isValid()
            self._view.all.upsert(items)
            if not listed and any(item.id == shown for item in items):
                self._view.set_opened(shown)

        self._view.when_quiet(show)

    def _is_further_down(self, row: SessionSummary) -> bool:
        """Whether a session belongs to a part of the list that was not read yet."""
        if self._all_read or self._end is None or row.pinned or row.folder:
            return False
        return (row.updated_at, row.id) < (self._end.at, self._end.id)

    @Slot()
    def _on_more(self) -> None:
        self._errands.start(self._read_more())

    async def _read_more(self) -> None:
        shelf = (await self._errands.engine).shelf
        async with self._reading:
            page = await shelf.page(PAGE, self._end, "", False)
            self._show(page)
            self._page_read(page)

    def _page_read(self, page: list[SessionSummary]) -> None:
        from inara_engine.face import Position

        kept = [session for session in page if not session.off_record]
        self._all_read = len(kept) < PAGE
        if kept:
            self._end = Position(kept[-1].updated_at, kept[-1].id)
        self._view.all.set_more(not self._all_read)

    # -- what waits ------------------------------------------------------------------------------

    async def _read_pending(self) -> None:
        engine = await self._errands.engine
        calls = await engine.pending()
        questions = await engine.questions.all()
        wanted = sorted({one.session_id for one in (*calls, *questions)})
        sessions = await engine.shelf.rows(wanted) if wanted else []
        memory = translate("Lists", WAITS_IN_MEMORY)
        self._titles = {session.id: memory if session.off_record else session.title for session in sessions}
        asked = [
            PendingItem(one.question_id, one.session_id, self._titles.get(one.session_id, ""), _asked(one))
            for one in questions
        ]
        self._window.set_pending([*(self._pending(call) for call in calls), *asked])

    def _pending(self, call: PendingCall) -> PendingItem:
        title = self._titles.get(call.session_id, "")
        return PendingItem(call.call_id, call.session_id, title, deed(call.action.summary), int(call.action.risk))


def _asked(question: OpenQuestion) -> str:
    words = translate("Lists", "{source} asks: {question}")
    return words.format(source=question.source, question=question.message)


def session_item(session: SessionSummary) -> SessionItem:
    """A session as the list shows it; one in the trash by when it came there."""
    return SessionItem(
        session.id,
        session.title,
        session.trashed_at or session.updated_at,
        _STATES[session.status],
        session.unread,
        session.pinned,
        session.folder,
        session.off_record,
        trashed=bool(session.trashed_at),
    )


def _elsewhere(models: Sequence[ModelSummary], settings: Settings) -> str:
    """The labels of those that a prompt may come to, in the first one's place or for the answer, off this machine."""
    if settings.defaults.local_only:
        return ""
    asked = {name for role in ("orchestrator", "chat") for name, _ in settings.role_models(role)}
    return ", ".join(model.label for model in models if model.id in asked and not model.local)


def _model(model: ModelSummary) -> ModelItem:
    where = "demo" if model.provider == "demo" else "local" if model.local else "cloud"
    return ModelItem(model.id, model.label, where)
