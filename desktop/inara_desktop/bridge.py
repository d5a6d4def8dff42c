"""Between the window and the engine: the only place that knows both, and the only one that starts tasks.

Intents of the window become calls of the engine's face; events of the engine become values for the
window. The engine is loaded after the window was painted, in a thread.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import re
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import (
    BannerValue,
    Decision,
    FoundServer,
    ModelItem,
    PendingItem,
    ServerChoice,
    ServerForm,
    SessionItem,
    StatusHint,
)
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_desktop.consent import Consent
    from inara_desktop.conversation import Conversation
    from inara_engine.events import Recorded
    from inara_engine.face import Face, ModelSummary, SessionSummary
    from inara_engine.remote import SocketServer

__all__ = ["Bridge"]

_log = logging.getLogger(__name__)
REFRESH_AFTER_S = 0.1  # lists are read again this long after an event, once for all that came meanwhile
ASK_AFTER_S = 0.05  # the calls of one round come as events one by one; the dialog asks about all of them
STATES: dict[str, Literal["idle", "running", "waiting"]] = {"": "idle", "running": "running", "waiting": "waiting"}


class Bridge(QObject):
    """Made with a window that is on screen; `run` returns when the window was closed and all is put away."""

    def __init__(self, window: MainWindow, appearance: Appearance, home: Home) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._home = home
        self._view = cast("TranscriptView", window.transcript)
        self._tasks: set[asyncio.Task[None]] = set()
        self._engine: asyncio.Future[Face] = asyncio.get_running_loop().create_future()
        self._server: SocketServer | None = None
        self._closed = asyncio.Event()
        self._conversation: Conversation | None = None
        self._following: asyncio.Task[None] | None = None
        self._consent: Consent | None = None
        self._models: list[ModelSummary] = []
        self._titles: dict[str, str] = {}
        self._query = ""
        self._mode: Literal["agent", "chat"] = "agent"
        self._refresh_due = False
        self._ask_due = False
        self._link = ""
        self._connect()

    async def run(self) -> None:
        """Open the engine, serve the window until it closes, put everything away."""
        self._spawn(self._open())
        await self._closed.wait()
        await self._put_away()

    # The window's life

    async def _open(self) -> None:
        face = await asyncio.to_thread(importlib.import_module, "inara_engine.face")
        remote = await asyncio.to_thread(importlib.import_module, "inara_engine.remote")
        await asyncio.to_thread(importlib.import_module, "inara_desktop.conversation")
        from inara_desktop.app import log_to
        from inara_desktop.consent import Consent

        try:
            engine: Face = await face.open_engine(self._home)
        except face.AlreadyOpen as error:
            await self._hand_over(remote.RemoteEngine, error)
            return
        except InaraError as error:
            self._say("open", error, action="reopen", action_label="Try again")
            return
        await asyncio.to_thread(log_to, self._home)
        self._consent = Consent(self._window, self._appearance, self._on_answered)
        self._server = remote.SocketServer(engine, self._home.socket, self._show)
        await self._server.start()
        self._engine.set_result(engine)
        self._window.clear_banner("open")
        for problem in await engine.problems():
            self._window.show_banner(BannerValue("settings", str(problem), "error"))
        await self._read_models()
        await self._read_lists()
        self._spawn(self._follow_all())
        if not (await engine.settings()).models and not self._titles:
            self._show_first_start()

    async def _hand_over(self, remote: type[Any], error: InaraError) -> None:
        """Another Inara has the data: show its window and end."""
        other = await remote.connect(self._home.socket)
        if other is None:
            self._say("open", error, action="reopen", action_label="Try again")
            return
        await other.show()
        await other.close()
        self._closed.set()

    async def _put_away(self) -> None:
        if self._consent is not None:
            self._consent.close()
        if self._server is not None:
            await self._server.close()
        engine = self._engine.result() if self._engine.done() else None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if engine is not None:
            await engine.close()

    def _show(self, _: str) -> None:
        """A second start asks for the window."""
        self._window.setWindowState(self._window.windowState() & ~self._window.windowState().WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    # What the person does

    @Slot(str)
    def _on_submitted(self, text: str) -> None:
        self._spawn(self._submit(text))

    async def _submit(self, text: str) -> None:
        from inara_engine.face import Prompt, new_id

        try:
            engine = await self._engine
            conversation = self._conversation or self._open_session(new_id("session"))
            await engine.submit(Prompt(text=text, mode=self._mode), conversation.session_id)
        except InaraError as error:
            self._say("submit", error)
            if not self._window.draft():
                self._window.set_draft(text)  # nothing typed is lost
        else:
            self._window.clear_banner("submit")

    @Slot()
    def _on_stop(self) -> None:
        conversation = self._conversation
        if conversation is not None and (job := conversation.presenter.active_job):
            self._spawn(self._call(lambda engine: engine.cancel(job)))

    @Slot(object)
    def _on_row_action(self, event: Any) -> None:
        if self._conversation is None:
            return
        job = self._conversation.presenter.job_of(event.row_id)
        match event.action:
            case "review":
                self._ask_soon()
            case "retry" | "continue" as how:
                self._spawn(self._call(lambda engine: engine.resume(job, how)))
            case "stop":
                self._spawn(self._call(lambda engine: engine.cancel(job)))
            case _:
                pass

    @Slot(str)
    def _on_pending_opened(self, call_id: str) -> None:
        self._spawn(self._review(call_id))

    async def _review(self, call_id: str) -> None:
        engine = await self._engine
        call = next((call for call in await engine.pending() if call.call_id == call_id), None)
        if call is not None:
            if self._conversation is None or self._conversation.session_id != call.session_id:
                self._open_session(call.session_id)
            self._ask_soon()

    def _on_answered(self, decisions: tuple[Decision, ...]) -> None:
        self._spawn(self._answer(decisions))

    async def _answer(self, decisions: tuple[Decision, ...]) -> None:
        from inara_engine import face

        engine = await self._engine
        for decision in decisions:
            answer = face.Decision(decision.approved, decision.digest, decision.reason, by="window")
            try:
                await engine.answer(decision.call_id, answer)
            except InaraError as error:
                self._say("answer", error)

    @Slot(str)
    def _on_session(self, session_id: str) -> None:
        self._open_session(session_id)

    @Slot()
    def _on_new(self) -> None:
        self._leave_session()
        self._view.clear()
        self._window.set_current_session("")
        self._window.set_title("")
        self._window.set_running(False)
        self._window.show_page("empty")

    @Slot(str)
    def _on_search(self, query: str) -> None:
        self._query = query
        self._refresh_soon()

    @Slot(str, str)
    def _on_renamed(self, session_id: str, title: str) -> None:
        self._spawn(self._call(lambda engine: engine.rename_session(session_id, title)))

    @Slot(str)
    def _on_deleted(self, session_id: str) -> None:
        if self._conversation is not None and self._conversation.session_id == session_id:
            self._on_new()
        self._spawn(self._call(lambda engine: engine.delete_session(session_id)))

    @Slot(str)
    def _on_exported(self, session_id: str) -> None:
        dialog = QFileDialog(self._window, "Export conversation")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Markdown (*.md)", "Inara session (*.json)"])
        dialog.selectFile(re.sub(r"[^\w\- ]+", "", self._titles.get(session_id, ""))[:60].strip() or "conversation")
        dialog.setDefaultSuffix("md")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._spawn(self._export(session_id, path)))
        dialog.open()

    async def _export(self, session_id: str, path: str) -> None:
        from pathlib import Path

        engine = await self._engine
        try:
            text = await engine.export_session(session_id, "json" if path.endswith(".json") else "md")
            await asyncio.to_thread(Path(path).write_text, text, encoding="utf-8")
        except InaraError as error:
            self._say("export", error)
        except OSError as error:
            self._window.show_banner(
                BannerValue("export", f"The conversation could not be saved: {error.strerror}.", "error")
            )

    @Slot(str)
    def _on_model(self, model_id: str) -> None:
        others = [model.id for model in self._models if model.id != model_id]
        self._spawn(self._change((("roles", "orchestrator", "models"), [model_id, *others])))

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self._mode = "chat" if mode == "chat" else "agent"
        self._window.set_mode(self._mode)

    @Slot(ServerChoice)
    def _on_server_chosen(self, choice: ServerChoice) -> None:
        self._spawn(self._use_server(choice.server.base_url, choice.model, f"{choice.model}, this machine", ""))

    @Slot(ServerForm)
    def _on_server_entered(self, form: ServerForm) -> None:
        self._spawn(self._use_server(form.base_url, form.model, form.model, form.key))

    async def _use_server(self, base_url: str, model: str, label: str, key: str) -> None:
        engine = await self._engine
        known = set((await engine.settings()).models)
        name = model_id = re.sub(r"[^a-z0-9_-]+", "-", model.lower()).strip("-")[:40] or "model"
        number = 1
        while model_id in known:
            number += 1
            model_id = f"{name}-{number}"
        table: dict[str, Any] = {"provider": "openai", "base_url": base_url, "model": model, "label": label}
        try:
            if key:
                await engine.set_secret(model_id, key)
                table["api_key"] = f"keyring:{model_id}"
        except InaraError as error:
            self._window.first_start.show_problem(str(error))
            return
        changes = (("models", model_id), table), (("roles", "orchestrator", "models"), [model_id, *sorted(known)])
        if await self._change(*changes, problem=self._window.first_start.show_problem):
            self._window.show_page("empty")

    @Slot()
    def _on_tour(self) -> None:
        self._window.show_page("transcript")
        self._spawn(self._submit("Show me around."))

    @Slot()
    def _on_skip(self) -> None:
        self._window.show_page("empty")

    @Slot()
    def _look_for_servers(self) -> None:
        self._window.first_start.set_looking()
        self._spawn(self._discover())

    async def _discover(self) -> None:
        engine = await self._engine
        found = await engine.discover()
        self._window.first_start.set_servers(
            [FoundServer(server.name, server.base_url, tuple(model.id for model in server.models)) for server in found]
        )

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        match action:
            case "reopen":
                self._spawn(self._open())
            case "connect":
                self._show_first_start()
            case _:
                pass

    @Slot(str)
    def _on_link(self, target: str) -> None:
        """Nothing is opened that the person has not seen whole."""
        from inara_desktop.question import Question
        from inara_desktop.visible import visible

        url = QUrl(target)
        if url.scheme() not in {"http", "https", "mailto"}:
            self._window.show_banner(BannerValue("link", f"Inara does not open {visible(target)[:300]}.", "warning"))
            return
        self._link = target
        question = Question(self._appearance, self._window, "Open this link?", visible(target), "Open")
        question.accepted.connect(self._open_link)
        question.open()

    @Slot()
    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl(self._link))

    @Slot()
    def _on_appearance(self) -> None:
        self._view.set_theme(self._appearance.transcript_theme())

    # What the engine says

    def _open_session(self, session_id: str) -> Conversation:
        """Show a session. The engine is open: there is no session to be chosen or submitted to before."""
        from inara_desktop.conversation import Conversation

        self._leave_session()
        demo = frozenset(model.id for model in self._models if model.provider == "demo")
        conversation = Conversation(self._engine.result(), self._view, session_id, demo, self._on_event)
        self._conversation = conversation
        self._window.set_current_session(session_id)
        self._window.show_page("transcript")
        self._following = self._spawn(conversation.run())
        return conversation

    def _leave_session(self) -> None:
        if self._following is not None:
            self._following.cancel()
        if self._consent is not None:
            self._consent.close()
        self._following = self._conversation = None

    def _on_event(self, recorded: Recorded) -> None:
        """A durable event of the session shown is on screen."""
        conversation = self._conversation
        if conversation is None:
            return
        presenter = conversation.presenter
        self._window.set_title(presenter.title)
        self._window.set_running(presenter.active_job is not None)
        if self._consent is not None:
            for call in self._consent.asking:
                if call not in presenter.waiting:
                    self._consent.withdraw(call)
        if recorded.event.kind == "confirmation_requested":
            self._ask_soon()

    async def _follow_all(self) -> None:
        from inara_engine.face import LIVE

        engine = await self._engine
        async for _ in engine.follow(None, LIVE):
            self._refresh_soon()

    async def _read_lists(self) -> None:
        engine = await self._engine
        sessions = await engine.sessions(self._query)
        if not self._query:
            self._titles = {session.id: session.title for session in sessions}
        self._window.set_sessions([_item(session) for session in sessions])
        self._window.set_pending(
            [
                PendingItem(
                    call.call_id,
                    call.session_id,
                    self._titles.get(call.session_id, ""),
                    call.action.summary,
                    int(call.action.risk),
                )
                for call in await engine.pending()
            ]
        )

    async def _read_models(self) -> None:
        self._models = await (await self._engine).models()
        items = [_model(model) for model in self._models]
        current = next((item for item, model in zip(items, self._models, strict=True) if model.chosen), items[0])
        self._window.set_models(items, current.id)
        badge = "Demo, not an AI" if current.where == "demo" else ""
        self._window.set_status_hint(StatusHint(current.label, current.where, badge))

    async def _change(self, *sets: tuple[tuple[str, ...], Any], problem: Any = None) -> bool:
        from inara_engine.face import SettingsChange

        try:
            await (await self._engine).change_settings(SettingsChange(sets))
        except InaraError as error:
            problem(str(error)) if problem else self._say("settings", error)
            return False
        await self._read_models()
        return True

    async def _call(self, call: Any) -> None:
        try:
            await call(await self._engine)
        except InaraError as error:
            self._say("call", error)

    # Helpers of the above

    def _show_first_start(self) -> None:
        self._window.show_page("first_start")
        self._look_for_servers()

    def _say(self, name: str, error: InaraError, action: str = "", action_label: str = "") -> None:
        text = f"{error.message} {error.next_step}".strip()
        self._window.show_banner(BannerValue(name, text, "error", action_label, action))

    def _refresh_soon(self) -> None:
        if not self._refresh_due:
            self._refresh_due = True
            self._spawn(self._refresh())

    async def _refresh(self) -> None:
        await asyncio.sleep(REFRESH_AFTER_S)
        self._refresh_due = False
        await self._read_lists()

    def _ask_soon(self) -> None:
        if not self._ask_due:
            self._ask_due = True
            self._spawn(self._ask())

    async def _ask(self) -> None:
        await asyncio.sleep(ASK_AFTER_S)
        self._ask_due = False
        engine = await self._engine
        if self._conversation is not None and self._consent is not None:
            self._consent.ask(await engine.pending(), self._conversation.session_id)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or task.exception() is None:
            return
        error = task.exception()
        if isinstance(error, InaraError):
            self._say("task", error)
            return
        _log.error("a task of the window failed", exc_info=error)
        text = "Inara made a mistake of its own. The log file has the details; please report them."
        self._window.show_banner(BannerValue("fault", text, "error"))

    def _connect(self) -> None:
        window = self._window
        window.submitted.connect(self._on_submitted)
        window.stopRequested.connect(self._on_stop)
        window.sessionSelected.connect(self._on_session)
        window.newSessionRequested.connect(self._on_new)
        window.sessionSearchChanged.connect(self._on_search)
        window.sessionRenamed.connect(self._on_renamed)
        window.sessionDeleted.connect(self._on_deleted)
        window.sessionExported.connect(self._on_exported)
        window.modelChosen.connect(self._on_model)
        window.modeChosen.connect(self._on_mode)
        window.pendingOpened.connect(self._on_pending_opened)
        window.bannerAction.connect(self._on_banner)
        window.serverChosen.connect(self._on_server_chosen)
        window.serverEntered.connect(self._on_server_entered)
        window.tourChosen.connect(self._on_tour)
        window.searchAgainRequested.connect(self._look_for_servers)
        window.firstStartSkipped.connect(self._on_skip)
        window.closed.connect(self._closed.set)
        self._appearance.changed.connect(self._on_appearance)
        self._on_appearance()
        self._view.actionTriggered.connect(self._on_row_action)
        self._view.linkActivated.connect(self._on_link)


def _item(session: SessionSummary) -> SessionItem:
    return SessionItem(session.id, session.title, session.updated_at, STATES[session.status])


def _model(model: ModelSummary) -> ModelItem:
    where = "demo" if model.provider == "demo" else "local" if model.local else "cloud"
    return ModelItem(model.id, model.label, where)
