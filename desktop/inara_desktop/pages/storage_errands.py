"""The errands of the storage's page."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices

from inara_desktop.moments import exactly
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.storage import BackupItem, RoomItem, StoragePage
from inara_desktop.said import said

__all__ = ["StorageErrands"]


class StorageErrands(PageErrands[StoragePage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = StoragePage(office.appearance)
        super().__init__(office, page)
        page.wanted.connect(self._on_wanted)
        page.backupWanted.connect(self._on_backup)

    async def _read(self) -> None:
        report = await (await self._office.engine()).storage.report()
        self.page.show_rooms([RoomItem(one.name, one.path, one.size_bytes) for one in report.rooms], report.free_bytes)
        self.page.show_trash(report.trashed)
        backups = [BackupItem(one.name, exactly(one.at), one.size_bytes) for one in report.backups]
        self.page.show_backups(backups, report.restoring)

    @Slot(str)
    def _on_wanted(self, act: str) -> None:
        match act:
            case "backup":
                self._office.start(self.page, self._back_up())
            case "keep":
                self._office.start(self.page, self._keep())
            case "folder":
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._office.home.data)))
            case _:
                text = self.tr("Its conversations are deleted for good.")
                self._ask("trash", "", self.tr("Empty the trash?"), text, self.tr("Empty it"))

    @Slot(str, str)
    def _on_backup(self, act: str, backup: str) -> None:
        if act == "restore":
            text = self.tr(
                "It is put back when Inara starts the next time: conversations, settings, templates and personas. "
                "What is there then becomes a backup itself, so that you can go back."
            )
            self._ask(act, backup, self.tr("Put {name} back?").format(name=backup), text, self.tr("Put it back"))
        else:
            text = self.tr("It is removed for good.")
            self._ask(act, backup, self.tr("Delete {name}?").format(name=backup), text, self.tr("Delete"))

    def _ask(self, act: str, backup: str, title: str, text: str, yes: str) -> None:
        self._office.ask(self.page, title, text, yes, self._on_yes, act=act, backup=backup)

    @Slot()
    def _on_yes(self) -> None:
        asked = self.sender()
        self._office.start(self.page, self._do(str(asked.property("act")), str(asked.property("backup"))))

    async def _do(self, act: str, backup: str) -> None:
        engine = await self._office.engine()
        match act:
            case "restore":
                self.page.tell(said(await engine.storage.restore(backup)))
            case "delete":
                await engine.storage.delete_backup(backup)
            case _:
                await engine.shelf.empty_trash()
        await self._read()

    async def _back_up(self) -> None:
        self.page.tell("")
        self.page.set_busy(True)
        try:
            made = await (await self._office.engine()).storage.back_up()
        finally:
            self.page.set_busy(False)
        await self._read()
        self.page.tell(self.tr("Copied: {name}.").format(name=made.name))

    async def _keep(self) -> None:
        await (await self._office.engine()).storage.keep_as_is()
        self.page.tell("")
        await self._read()
