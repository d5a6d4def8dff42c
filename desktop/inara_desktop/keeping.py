"""What a person does with conversations: rename, pin, file, duplicate, trash and undo, export and import."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from inara_desktop.errands import Errands
from inara_desktop.lists import Lists, session_item
from inara_desktop.said import why
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue, SessionAct
from inara_desktop.window import MainWindow
from inara_desktop.wording import later, number, translate
from inara_engine.ids import is_private

if TYPE_CHECKING:
    from inara_engine.face import Face

__all__ = ["Keeping"]

ON_THE_RECORD = frozenset({"pin", "unpin", "move", "new_folder", "duplicate", "export"})
UNDO_MS = 10_000  # how long the trash's Undo is offered; after it, Ctrl+Z and the trash itself have all
TRASH_SHOWN = 10_000  # conversations of the trash that are listed
NOT_KEPT = later(
    "Keeping", "Nothing off the record is kept, so it can't be pinned, put into a folder, duplicated or exported."
)
IMPORT_NAMES = later("Keeping", "Conversations (*.json *.zip)")


class Keeping(QObject):
    """Takes what the lists ask for to the engine. The rows change when the engine says that it is done."""

    left = Signal(tuple)  # sessions that went to the trash or for good
    back = Signal(tuple)  # sessions whose way to the trash was taken back

    def __init__(self, window: MainWindow, errands: Errands, lists: Lists, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
        self._appearance = appearance
        self._view = window.sidebar.sessions
        self._trashed: list[tuple[str, ...]] = []  # what went together, the last at the end
        self._asked: SessionAct | None = None
        self._undo_over = QTimer(self)
        self._undo_over.setSingleShot(True)
        self._undo_over.setInterval(UNDO_MS)
        self._undo_over.timeout.connect(self._end_offer)
        self._acts: dict[str, Callable[[SessionAct], None]] = {
            "rename": self._rename,
            "pin": self._pin,
            "unpin": self._pin,
            "move": self._move,
            "new_folder": self._name_folder,
            "duplicate": self._duplicate,
            "export": self._export,
            "trash": self._trash,
            "undo": self._undo,
            "restore": self._restore,
            "delete": self._ask_first,
            "forget": self._ask_first,
            "toggle_folder": self._toggle_folder,
            "rename_folder": self._rename_folder,
            "remove_folder": self._remove_folder,
        }
        self._view.acted.connect(self._on_act)
        window.bannerAction.connect(self._on_banner)
        window.bannerClosed.connect(self._on_banner_closed)
        window.sidebar.importRequested.connect(self._on_import)
        window.sidebar.trashToggled.connect(self._on_trash_shown)
        window.sidebar.emptyTrashRequested.connect(self._on_empty_trash)

    @Slot(SessionAct)
    def _on_act(self, act: SessionAct) -> None:
        if act.name in ON_THE_RECORD and any(map(is_private, act.sessions)):
            self._window.show_banner(BannerValue("kept", translate("Keeping", NOT_KEPT), "warning"))
        else:
            self._acts[act.name](act)

    # -- order -----------------------------------------------------------------------------------

    def _rename(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.rename_session(act.sessions[0], act.value))

    def _pin(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.shelf.pin(list(act.sessions), act.name == "pin"))

    def _move(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.shelf.move(list(act.sessions), act.value))

    def _duplicate(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.shelf.duplicate(act.sessions[0]))

    def _name_folder(self, act: SessionAct) -> None:
        from inara_desktop.name_dialog import NameDialog

        many = len(act.sessions)
        words = self.tr("The conversation goes into it.")
        if many > 1:
            words = self.tr("The {count} conversations go into it.").format(count=number(many))
        dialog = NameDialog(self._appearance, self._window, self.tr("New folder"), words, self.tr("Create"))
        self._asked = act
        dialog.named.connect(self._on_folder_named)
        dialog.open()

    @Slot(str)
    def _on_folder_named(self, name: str) -> None:
        if self._asked is not None:
            self._move(SessionAct("move", self._asked.sessions, name))

    def _toggle_folder(self, act: SessionAct) -> None:
        folder = next((each for each in self._view.all.folders if each.name == act.folder), None)
        if folder is None:
            return
        self._view.all.set_open(folder.name, is_open=not folder.open)
        if not folder.open:
            self._errands.start(self._lists.read_folder(folder.name))

    def _rename_folder(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.shelf.rename_folder(act.folder, act.value))

    def _remove_folder(self, act: SessionAct) -> None:
        self._errands.ask(lambda engine: engine.shelf.remove_folder(act.folder))
        text = self.tr("The folder “{folder}” is gone. Its conversations are in the list.").format(folder=act.folder)
        self._window.show_banner(BannerValue("folder", text))

    # -- trash -----------------------------------------------------------------------------------

    def _trash(self, act: SessionAct) -> None:
        many = len(act.sessions)
        title = self._view.title_of(act.sessions[0])[:60]
        text = self.tr("“{title}” is in the trash.").format(title=title)
        if many > 1:
            text = self.tr("{count} conversations are in the trash.").format(count=number(many))
        self._trashed.append(act.sessions)
        self._window.show_banner(BannerValue("trash", text, "info", self.tr("Undo"), "undo-trash"))
        self._undo_over.start()
        self.left.emit(act.sessions)
        self._errands.ask(lambda engine: engine.shelf.trash(list(act.sessions)))

    def _undo(self, _act: SessionAct) -> None:
        self._end_offer()
        if self._trashed:
            trashed = self._trashed.pop()
            self._errands.start(self._bring_back(trashed))

    async def _bring_back(self, sessions: tuple[str, ...]) -> None:
        await self._in_trash(lambda engine: engine.shelf.restore(list(sessions)))
        self.back.emit(sessions)

    @Slot()
    def _end_offer(self) -> None:
        self._undo_over.stop()
        self._window.clear_banner("trash")

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action == "undo-trash":
            self._undo(SessionAct("undo"))

    @Slot(str)
    def _on_banner_closed(self, name: str) -> None:
        if name == "trash":
            self._end_offer()

    def _forget_trashed(self, sessions: Collection[str]) -> None:
        """These lie in the trash no more: there is nothing to be taken back of them."""
        groups = (tuple(one for one in group if one not in sessions) for group in self._trashed)
        self._trashed = [group for group in groups if group]

    def _restore(self, act: SessionAct) -> None:
        self._forget_trashed(act.sessions)
        self._errands.start(self._in_trash(lambda engine: engine.shelf.restore(list(act.sessions))))

    def _ask_first(self, act: SessionAct) -> None:
        from inara_desktop.question import Question

        many = len(act.sessions)
        title = f"“{self._view.title_of(act.sessions[0])[:200]}”"
        if act.name == "forget":
            heading, yes = self.tr("Close and forget?"), self.tr("Close and forget")
            text = _forgetting(self._view.states_of(act.sessions))
        else:
            heading, yes = self.tr("Delete for good?"), self.tr("Delete")
            text = self.tr("{title} will be deleted with everything in it. This can't be undone.").format(title=title)
            if many > 1:
                text = self.tr("{count} conversations will be deleted with everything in them. This can't be undone.")
                text = text.format(count=number(many))
        self._asked = act
        question = Question(self._appearance, self._window, heading, text, yes)
        question.accepted.connect(self._on_delete)
        question.open()

    @Slot()
    def _on_delete(self) -> None:
        if self._asked is not None:
            sessions = list(self._asked.sessions)
            self._forget_trashed(sessions)
            self.left.emit(self._asked.sessions)
            self._errands.start(self._in_trash(lambda engine: engine.shelf.delete(sessions)))

    @Slot()
    def _on_empty_trash(self) -> None:
        from inara_desktop.question import Question

        text = self.tr("All conversations in the trash will be deleted with everything in them. This can't be undone.")
        question = Question(self._appearance, self._window, self.tr("Empty the trash?"), text, self.tr("Empty"))
        question.accepted.connect(self._empty_trash)
        question.open()

    @Slot()
    def _empty_trash(self) -> None:
        self._trashed.clear()
        self._errands.start(self._in_trash(lambda engine: engine.shelf.empty_trash()))

    @Slot(bool)
    def _on_trash_shown(self, shown: bool) -> None:
        if shown:
            self._errands.start(self._read_trash())

    async def _in_trash(self, call: Callable[[Face], Awaitable[object]]) -> None:
        """Change what is in the trash, and show what is left."""
        await call(await self._errands.engine)
        if self._window.sidebar.in_trash:
            await self._read_trash()

    async def _read_trash(self) -> None:
        sessions = await (await self._errands.engine).shelf.page(TRASH_SHOWN, trashed=True)
        self._window.sidebar.show_trash([session_item(session) for session in sessions])

    # -- files -----------------------------------------------------------------------------------

    def _export(self, act: SessionAct) -> None:
        session = act.sessions[0]
        dialog = QFileDialog(self._window, self.tr("Export conversation"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Markdown (*.md)"), self.tr("Inara session (*.json)")])
        dialog.setDefaultSuffix("md")
        dialog.selectFile(re.sub(r"[^\w\- ]+", "", self._view.title_of(session))[:60].strip() or "chat")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_export_named, session))
        dialog.open()

    def _on_export_named(self, session: str, path: str) -> None:
        self._errands.start(self._write(session, Path(path)))

    async def _write(self, session: str, path: Path) -> None:
        engine = await self._errands.engine
        text = await engine.export_session(session, "json" if path.suffix == ".json" else "md")
        try:
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as error:
            text = self.tr("The conversation could not be saved to {path}: {reason}. Choose another place.")
            text = text.format(path=path, reason=why(error))
            self._window.show_banner(BannerValue("export", text, "error"))
        else:
            self._window.show_banner(BannerValue("export", self.tr("Saved to {path}.").format(path=path)))

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Import conversations"))
        dialog.setObjectName("importDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([translate("Keeping", IMPORT_NAMES), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.bring_in)
        dialog.open()

    @Slot(str)
    def bring_in(self, path: str) -> None:
        """Import a file of conversations: Inara's own, or an export of ChatGPT or Claude."""
        self._errands.start(self._import(path))

    async def _import(self, path: str) -> None:
        from inara_engine.errors import InaraError

        engine = await self._errands.engine
        self._window.sidebar.set_progress(self.tr("Reading the file…"))
        telling = self._errands.start(self._tell_progress(engine, path))
        try:
            sessions = await engine.import_file(path)
        except InaraError as error:
            self._errands.say("import", error)
        else:
            text = self.tr("1 conversation was imported from {file}.")
            if len(sessions) != 1:
                text = self.tr("{count} conversations were imported from {file}.")
            text = text.format(count=number(len(sessions)), file=Path(path).name)
            self._window.show_banner(BannerValue("import", text))
        finally:
            telling.cancel()
            self._window.sidebar.set_progress("")

    async def _tell_progress(self, engine: Face, path: str) -> None:
        from inara_engine.face import LIVE

        words = self.tr("Importing… {done} of {total}")
        async for recorded in engine.follow(None, LIVE, kinds=["import_progressed"]):
            event = recorded.event
            if event.kind == "import_progressed" and event.path == path:
                self._window.sidebar.set_progress(words.format(done=number(event.done), total=number(event.total)))


def _forgetting(states: Collection[str]) -> str:
    """What is lost with conversations off the record in which this goes on."""
    going_on = ""
    if "waiting" in states:
        going_on = translate("Keeping", "A question in it waits for your answer; what it asks about is not done.")
    elif "running" in states:
        going_on = translate("Keeping", "An answer is still being written; it stops.")
    gone = translate("Keeping", "Off the record nothing was written down, so this can't be undone.")
    return f"{going_on} {gone}".strip()
