"""The errands of the page about Inara. The text for a report is made of what the page shows, keys masked."""

from __future__ import annotations

import asyncio
import os
import platform
import sqlite3
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import Slot, qVersion
from PySide6.QtGui import QGuiApplication

from inara_desktop.connect_values import FindingItem
from inara_desktop.licences import licences
from inara_desktop.pages.about import AboutPage
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_engine import __version__

__all__ = ["AboutErrands", "as_text"]


class AboutErrands(PageErrands[AboutPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = AboutPage(office.appearance)
        super().__init__(office, page)
        self._facts: list[tuple[str, str]] = []
        self._findings: list[FindingItem] = []
        page.againWanted.connect(self.read)
        page.copyWanted.connect(self._on_copy)

    async def _read(self) -> None:
        self._facts = self._known()
        self.page.show_facts(__version__, self._facts)
        self.page.show_looking()
        self.page.show_licences(await asyncio.to_thread(licences))
        found = await (await self._office.engine()).diagnose()
        self._findings = [FindingItem(one.subject, one.ok, one.message, one.next_step) for one in found]
        self.page.show_findings(self._findings)

    def _known(self) -> list[tuple[str, str]]:
        home = self._office.home
        session = " ".join(filter(None, (os.environ.get("XDG_CURRENT_DESKTOP"), os.environ.get("XDG_SESSION_TYPE"))))
        return [
            (self.tr("System"), platform.platform()),
            (self.tr("Desktop"), session or QGuiApplication.platformName()),
            ("Python", platform.python_version()),
            ("Qt, PySide", f"{qVersion()}, {PySide6.__version__}"),
            ("SQLite", sqlite3.sqlite_version),
            (self.tr("Program"), sys.executable),
            (self.tr("Settings"), str(home.config_file)),
            (self.tr("Data"), str(home.data)),
            (self.tr("Logs"), str(home.logs)),
        ]

    @Slot()
    def _on_copy(self) -> None:
        self._office.start(self.page, self._copy())

    async def _copy(self) -> None:
        text = as_text(__version__, self._facts, self._findings, Path.home())
        QGuiApplication.clipboard().setText(await self._office.masked(text))
        self.page.tell(self.tr("It is in the clipboard. Read it before you send it to somebody."))


def as_text(version: str, facts: list[tuple[str, str]], findings: list[FindingItem], person: Path) -> str:
    """What a report needs to say; the person's own folder is written as ~."""
    lines = [f"Inara {version}", *(f"{name}: {value}" for name, value in facts), ""]
    lines += [f"[{'ok' if one.ok else '!!'}] {one.subject}: {one.message} {one.next_step}".rstrip() for one in findings]
    return "\n".join(lines).replace(str(person), "~") + "\n"
