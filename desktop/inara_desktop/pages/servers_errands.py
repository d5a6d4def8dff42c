"""The errands of the page of tool servers. Nothing is started that the person has not seen whole."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from inara_desktop.gone import is_gone
from inara_desktop.pages.editing_errands import EditingErrands, Entry, Note, Saved, changes
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.keys import key_words
from inara_desktop.pages.office import Office
from inara_desktop.pages.refusing import Refused
from inara_desktop.pages.servers import ServerItem, ServersPage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.said import said, why
from inara_desktop.visible import visible

if TYPE_CHECKING:
    from inara_desktop.window import MainWindow
    from inara_engine.face import McpReport
    from inara_engine.settings import McpServerSettings

__all__ = ["ServersErrands"]

FIRST = ("command", "args", "env", "url", "headers")
MORE = ("cwd", "type", "client_id", "redirect_port", "timeout_s", "risk", "capabilities")
LARGEST_LIST = 1 << 20


class ServersErrands(EditingErrands[ServersPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = ServersPage(office.appearance)
        super().__init__(office, page)
        self._servers: dict[str, McpServerSettings] = {}
        self._reports: dict[str, McpReport] = {}
        page.wanted.connect(self._on_wanted)
        page.addWanted.connect(self._on_add)
        page.importWanted.connect(self._on_import)
        page.lookWanted.connect(self._on_look)

    async def _read(self) -> None:
        engine = await self._office.engine()
        self._servers = (await engine.settings()).mcp.servers
        reports = await engine.mcp.all()
        self._reports = {report.name: report for report in reports}
        self.page.show_servers([_item(report) for report in reports])

    @Slot(str, str)
    def _on_wanted(self, act: str, server: str) -> None:
        match act:
            case "edit":
                self._open(server)
            case "enable":
                text = self.tr("It runs, as you: {command}").format(command=visible(self._reports[server].reached))
                self._ask("enable", server, self.tr("Turn on {server}?"), text, self.tr("Turn on"))
            case "remove":
                text = self.tr("It goes out of config.toml, and what you approved of it is forgotten.")
                self._ask("remove", server, self.tr("Remove {server}?"), text, self.tr("Remove"))
            case _:
                self._office.start(self.page, self._do(act, server))

    def _ask(self, act: str, server: str, title: str, text: str, yes: str) -> None:
        self._office.ask(self.page, title.format(server=server), text, yes, self._on_yes, act=act, server=server)

    @Slot()
    def _on_yes(self) -> None:
        asked = self.sender()
        self._office.start(self.page, self._do(str(asked.property("act")), str(asked.property("server"))))

    async def _do(self, act: str, server: str) -> None:
        mcp = (await self._office.engine()).mcp
        self.page.tell("")
        try:
            match act:
                case "enable":
                    await mcp.switch(server, on=True)
                    await mcp.test(server)
                case "disable":
                    await mcp.switch(server, on=False)
                case "remove":
                    await mcp.remove(server)
                case _:
                    await mcp.restart(server)
        finally:
            await self._read()

    @Slot()
    def _on_look(self) -> None:
        window: MainWindow = self._office.window  # pyright: ignore[reportAssignmentType] (the one there is)
        window.sidebar.serversRequested.emit()

    # -- importing -----------------------------------------------------------------------------------

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self.page.window(), self.tr("A list of MCP servers"), str(Path.home()), "JSON (*.json)")
        dialog.setObjectName("importServersDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        self._office.start(self.page, self._import(path))

    async def _import(self, path: str) -> None:
        try:
            text = await asyncio.to_thread(_text_of, path)
        except OSError as error:
            told = self.tr("{path} can't be read: {error}.").format(path=path, error=why(error))
            self.page.tell(told, error=True)
            return
        except ValueError:
            told = self.tr("{path} is no list of servers: it is too large, or no text.").format(path=path)
            self.page.tell(told, error=True)
            return
        added = await (await self._office.engine()).mcp.import_servers(text)
        await self._read()
        names = ", ".join(report.name for report in added)
        self.page.tell(self.tr("Added, and off until you turn them on: {names}.").format(names=names))

    # -- the editor ----------------------------------------------------------------------------------

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    def _open(self, server: str | None) -> None:
        from inara_engine.settings import McpServerSettings

        appearance = self._office.appearance
        form = TableForm(appearance, McpServerSettings, "server", FIRST, MORE)
        known = self._servers.get(server or "")
        form.load({} if known is None else known.model_dump(mode="json", exclude_unset=True))
        title = self.tr("Edit {server}").format(server=server) if server else self.tr("Add a tool server")
        editor = Editor(appearance, self.page.window(), title, form, server)
        about = self.tr("Only where one came with the client id. It goes into the keyring of your system.")
        secret = KeyField(appearance, self.tr("Client secret"), about)
        form.put_below("client_id", secret)
        secret.forgetWanted.connect(self._on_forget)
        if known is not None and known.client_secret:
            self._office.start(self.page, self._show_secret(secret, known.client_secret))
        self._edit(editor, secret)

    async def _entry(self, saved: Saved) -> Entry:
        here = ("mcp", "servers", saved.name)
        known = self._servers.get(saved.name)
        if known is not None and saved.new:
            raise Refused(here, here, self.tr("There is a server of that name already."))
        client = saved.form.values().get("client_id", "")
        if saved.secret and not client:
            raise Refused(here, (*here, "client_id"), self.tr("Which client does the secret belong to?"))
        if known is None:
            values = {**saved.form.values(), "disabled": True}  # turning it on is asked for by itself
            return Entry(here, [(here, values)], saved.secret)
        parted = {"client_secret": None, "redirect_port": None} if known.client_id is not None and not client else {}
        before = known.model_dump(mode="json", exclude_unset=True)
        return Entry(here, changes(saved.form, here, before, parted), saved.secret)

    async def _keep(self, name: str, entry: Entry) -> Note:
        engine = await self._office.engine()
        known, now = self._servers.get(name), (await engine.settings()).mcp.servers[name]
        if entry.secret or (known is not None and known.client_id is not None and not now.client_id):
            await engine.mcp.use_client(name, now.client_id or "", entry.secret, now.redirect_port)
        if known is not None:
            return Note()
        return Note(self.tr("{name} is added, and off. Turn it on when you trust what it runs.").format(name=name))

    async def _show_secret(self, secret: KeyField, reference: str) -> None:
        states = await (await self._office.engine()).keys.states()
        state = next((one for one in states if one.reference == reference), None)
        if not is_gone(secret):
            kept = state is not None and state.state in {"stored", "run"}
            secret.show_state(key_words(state)[0], stored=kept)

    @Slot()
    def _on_forget(self) -> None:
        if self._editor is not None and self._key is not None:
            self._office.start(self.page, self._forget(self._key, self._editor.original))

    async def _forget(self, secret: KeyField, server: str) -> None:
        known = self._servers[server]
        await (await self._office.engine()).mcp.use_client(server, known.client_id or "", "", known.redirect_port)
        await self._read()
        if not is_gone(secret):
            secret.show_state("", stored=False)


def _item(report: McpReport) -> ServerItem:
    approved = sum(1 for tool in report.tools if tool.approval == "approved")
    problem = f"{said(report.reason)} {said(report.next_step)}".strip() if report.state == "failed" else ""
    log = report.log if report.state == "failed" else ""
    return ServerItem(
        report.name, report.state, report.reached, approved, len(report.waiting), len(report.tools), problem, log
    )


def _text_of(path: str) -> str:
    with Path(path).open("rb") as file:
        data = file.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise ValueError(path)
    return data.decode("utf-8-sig")
