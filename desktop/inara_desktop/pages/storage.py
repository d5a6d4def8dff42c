"""The page of what is kept: how much room it takes, backups, the trash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.style import Appearance
from inara_desktop.wording import number, size, translate

__all__ = ["BackupItem", "RoomItem", "StoragePage"]

TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class RoomItem(NamedTuple):
    """A part of what is kept, and its bytes."""

    name: str
    path: str
    size_bytes: int


class BackupItem(NamedTuple):
    """A backup; `made` says when, for people."""

    name: str
    made: str
    size_bytes: int


class StoragePage(Page):
    """`wanted` carries "backup", "trash", "folder" or "keep"; `backupWanted` "restore" or "delete" and a backup."""

    wanted = Signal(str)
    backupWanted = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "storagePage")
        self.setAccessibleName(self.tr("Storage"))
        metrics = appearance.theme.metrics
        self._rooms = QGridLayout()
        self._rooms.setHorizontalSpacing(metrics.gap_l)
        self._rooms.setVerticalSpacing(metrics.gap_s)
        self._free = Paragraph("", "small")
        self._trashed = Paragraph("", "muted")
        self._backups = QVBoxLayout()
        self._backups.setSpacing(metrics.gap_xs)
        self.backup = TextButton(appearance, self.tr("Back up now"), kind="primary")
        self.empty = TextButton(appearance, self.tr("Empty the trash…"))
        self.folder = TextButton(appearance, self.tr("Open the folder"), icon="folder", ink="muted")
        for name, button in (("backup", self.backup), ("trash", self.empty), ("folder", self.folder)):
            button.setObjectName(f"storage_{name}")
            button.setProperty("act", name)
            button.clicked.connect(self._on_act)
        sizes = Card(appearance, "storageSizes")
        sizes.column.addLayout(self._headed(self.tr("Room it takes"), self.folder))
        sizes.column.addLayout(self._rooms)
        sizes.column.addWidget(self._free)
        trash = Card(appearance, "storageTrash")
        trash.column.addLayout(self._headed(self.tr("Trash"), self.empty))
        trash.column.addWidget(self._trashed)
        kept = Card(appearance, "storageBackups")
        kept.column.addLayout(self._headed(self.tr("Backups"), self.backup))
        about = self.tr(
            "A backup holds the conversations, the settings and the personas; keys stay in the keyring. It also keeps "
            "what you delete later, until you delete the backup."
        )
        kept.column.addWidget(Paragraph(about, "muted"))
        kept.column.addLayout(self._backups)
        for card in (sizes, trash, kept):
            self.column.addWidget(card)

    def show_rooms(self, rooms: Sequence[RoomItem], free_bytes: int) -> None:
        """What takes how much."""
        clear(self._rooms)
        for row, room in enumerate(rooms):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Paragraph(_room(room.name)))
            words.addWidget(Paragraph(room.path, "small"))
            self._rooms.addLayout(words, row, 0)
            self._rooms.addWidget(label(size(room.size_bytes), "muted"), row, 1, TOP_RIGHT)
        self._rooms.setColumnStretch(0, 1)
        self._free.set_text(self.tr("{size} are free on this disk.").format(size=size(free_bytes)))

    def show_trash(self, sessions: int) -> None:
        """How many conversations lie in the trash."""
        self.empty.setEnabled(bool(sessions))
        words = self.tr("Empty.")
        if sessions == 1:
            words = self.tr("One conversation; it is deleted after 30 days there.")
        elif sessions:
            words = self.tr("{count} conversations; each is deleted after 30 days there.").format(
                count=number(sessions)
            )
        self._trashed.set_text(words)

    @keeps_focus
    def show_backups(self, backups: Sequence[BackupItem], restoring: str) -> None:
        """Which there are; `restoring` is put back at the next start."""
        clear(self._backups)
        if restoring:
            row = QHBoxLayout()
            words = self.tr("{name} is put back when Inara starts the next time.").format(name=restoring)
            row.addWidget(Paragraph(words), 1)
            keep = TextButton(self.appearance, self.tr("Keep what is there"))
            keep.setObjectName("storage_keep")
            keep.setProperty("act", "keep")
            keep.clicked.connect(self._on_act)
            row.addWidget(keep)
            self._backups.addLayout(row)
        for backup in backups:
            self._backups.addLayout(self._row(backup))
        if not backups:
            self._backups.addWidget(Paragraph(self.tr("None yet."), "muted"))

    def set_busy(self, busy: bool) -> None:
        """While a backup is being made."""
        self.backup.setEnabled(not busy)
        self.backup.setText(self.tr("Copying…") if busy else self.tr("Back up now"))

    def _headed(self, title: str, button: TextButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(title, "strong"), 1)
        row.addWidget(button)
        return row

    def _row(self, backup: BackupItem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(f"{backup.made} · {size(backup.size_bytes)}"))
        words.addWidget(Paragraph(backup.name, "small"))
        row.addLayout(words, 1)
        for act, text in (("restore", self.tr("Put back…")), ("delete", self.tr("Delete…"))):
            button = TextButton(self.appearance, text, kind="quiet")
            button.setObjectName(f"{act}_{backup.name}")
            button.setAccessibleName(f"{text} {backup.made}")
            button.setProperty("act", act)
            button.setProperty("backup", backup.name)
            button.clicked.connect(self._on_backup)
            row.addWidget(button)
        return row

    @Slot()
    def _on_act(self) -> None:
        self.wanted.emit(str(self.sender().property("act")))

    @Slot()
    def _on_backup(self) -> None:
        self.backupWanted.emit(str(self.sender().property("act")), str(self.sender().property("backup")))


def _room(name: str) -> str:
    match name:
        case "database":
            return translate("StoragePage", "Conversations, with what was attached")
        case "personas":
            return translate("StoragePage", "Personas and memory")
        case "backups":
            return translate("StoragePage", "Backups")
        case "undo":
            return translate("StoragePage", "Copies of changed files")
        case "logs":
            return translate("StoragePage", "Logs")
        case _:
            return translate("StoragePage", "Cache")
