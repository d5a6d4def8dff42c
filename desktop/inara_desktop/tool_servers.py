"""The errands of tool servers: their dialog, what they ask of the person, and what they have for a message."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from inara_desktop.errands import Errands
from inara_desktop.gone import is_gone
from inara_desktop.lists import Lists
from inara_desktop.said import explained
from inara_desktop.signing_in import SignIn
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.form_dialog import FormDialog
    from inara_desktop.servers_dialog import ServersDialog
    from inara_engine.events import Recorded
    from inara_engine.face import Face, McpReport

__all__ = ["ToolServers"]

BANNER = "servers"


class ToolServers(QObject):
    """Opened from the sidebar, and from a notice when tools wait to be looked at."""

    def __init__(self, window: MainWindow, errands: Errands, lists: Lists, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._dialog: ServersDialog | None = None
        self._form: FormDialog | None = None
        self._due = False
        self._sign_in = SignIn(window, errands, appearance, self._read)
        window.sidebar.serversRequested.connect(self.open)
        window.bannerAction.connect(self._on_banner)
        window.pendingOpened.connect(self._on_pending)
        lists.heard.connect(self._on_heard)

    @Slot()
    def open(self) -> None:
        """Show the servers as they are."""
        self._window.clear_banner(BANNER)
        if self._dialog is None:
            from inara_desktop.servers_dialog import ServersDialog

            self._dialog = ServersDialog(self._appearance, self._window)
            self._sign_in.above = self._dialog
            self._dialog.wanted.connect(self._on_wanted)
            self._dialog.approveWanted.connect(self._on_approve)
            self._dialog.changeWanted.connect(self._on_change)
            self._dialog.finished.connect(self._on_closed)
            self._dialog.open()
        self._errands.start(self._read())

    @Slot(object)
    def _on_heard(self, recorded: Recorded) -> None:
        event = recorded.event
        if event.kind == "servers_changed":
            if not self._due:
                self._due = True
                self._errands.start(self._read_soon())
        elif event.kind == "question_asked" and recorded.session_id == self._window.sidebar.sessions.opened_id:
            self._errands.start(self._ask(event.question_id))
        elif self._form is not None and event.kind in {"question_answered", "question_withdrawn", "tool_finished"}:
            self._errands.start(self._withdraw())

    async def _read_soon(self) -> None:
        await asyncio.sleep(0.1)
        self._due = False
        await self._read()

    async def _read(self) -> None:
        engine = await self._errands.engine
        reports = await engine.mcp.all()
        if self._dialog is not None:
            self._dialog.set_servers(reports)
        else:
            self._tell(reports)

    def _tell(self, reports: list[McpReport]) -> None:
        """A notice while tools wait to be looked at."""
        waiting = [report for report in reports if report.waiting and report.state != "disabled"]
        if not waiting:
            self._window.clear_banner(BANNER)
            return
        number = sum(len(report.waiting) for report in waiting)
        names = ", ".join(report.name for report in waiting)
        text = self.tr("1 tool waits for you to look at before models are offered it ({servers}).")
        if number > 1:
            text = self.tr("{count} tools wait for you to look at before models are offered them ({servers}).")
        text = text.format(count=number, servers=names)
        self._window.show_banner(BannerValue(BANNER, text, "info", self.tr("Look"), BANNER))

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action == BANNER:
            self.open()

    @Slot(str, str)
    def _on_wanted(self, act: str, server: str) -> None:
        if act == "enable":
            self._errands.start(self._confirm(server))
        elif act == "sign_in":
            self._errands.start(self._sign_in.ask(server))
        else:
            self._errands.start(self._do(act, server))

    async def _confirm(self, server: str) -> None:
        """Turning a server on runs a program: the person sees which."""
        from inara_desktop.question import Question
        from inara_desktop.visible import visible

        engine = await self._errands.engine
        report = next((one for one in await engine.mcp.all() if one.name == server), None)
        if report is None or self._dialog is None:
            return
        question = Question(
            self._appearance,
            self._dialog,
            self.tr("Turn on {server}?").format(server=server),
            self.tr("It runs, as you: {command}").format(command=visible(report.reached)),
            self.tr("Turn on"),
        )
        question.setProperty("server", server)
        question.accepted.connect(self._on_confirmed)
        question.open()

    @Slot()
    def _on_confirmed(self) -> None:
        self._errands.start(self._do("enable", str(self.sender().property("server"))))

    async def _do(self, act: str, server: str) -> None:
        engine = await self._errands.engine
        try:
            await _done(engine, act, server)
        except InaraError as error:
            self._errands.say(BANNER, error)
        await self._read()

    @Slot(str, list)
    def _on_approve(self, server: str, hashes: list[str]) -> None:
        self._errands.start(self._approve(server, hashes))

    async def _approve(self, server: str, hashes: list[str]) -> None:
        engine = await self._errands.engine
        try:
            await engine.mcp.approve(server, hashes)
        except InaraError as error:
            self._errands.say(BANNER, error)
        await self._read()

    @Slot()
    def _on_change(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._window.settingsPageRequested.emit("servers")

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = self._sign_in.above = None
        self._errands.start(self._read())

    # -- what a server asks ----------------------------------------------------------------------

    @Slot(str)
    def _on_pending(self, waiting: str) -> None:
        self._errands.start(self._ask(waiting))

    async def _ask(self, question_id: str) -> None:
        """Show a question, if it is one that waits."""
        engine = await self._errands.engine
        question = next((one for one in await engine.questions.all() if one.question_id == question_id), None)
        if question is None or self._form is not None:
            return
        from inara_desktop.form_dialog import FormDialog

        self._form = FormDialog(self._appearance, question, self._window)
        self._form.answered.connect(self._on_answered)
        self._form.finished.connect(self._on_form_closed)
        self._window.open_when_quiet(self._form)

    async def _withdraw(self) -> None:
        """Close the form where its question no longer waits."""
        engine = await self._errands.engine
        waiting = {one.question_id for one in await engine.questions.all()}
        if self._form is not None and self._form.question.question_id not in waiting:
            self._form.reject()

    @Slot(str, dict)
    def _on_answered(self, action: str, content: dict[str, Any]) -> None:
        self._errands.start(self._answer(action, content))

    async def _answer(self, action: str, content: dict[str, Any]) -> None:
        engine = await self._errands.engine
        form = self._form
        if form is None:
            return
        try:
            await engine.questions.answer(
                form.question.question_id, "accept" if action == "accept" else "decline", content
            )
        except InaraError as error:
            if is_gone(form):  # it was closed meanwhile
                raise
            form.show_problem(explained(error))
            return
        if not is_gone(form):
            form.accept()

    @Slot()
    def _on_form_closed(self) -> None:
        self._form = None


async def _done(engine: Face, act: str, server: str) -> None:
    match act:
        case "test":
            await engine.mcp.test(server)
        case "forget":
            await engine.mcp.forget(server, [])
        case _:
            await engine.mcp.switch(server, act == "enable")
