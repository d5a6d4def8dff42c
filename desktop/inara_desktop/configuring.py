"""The settings dialog over the engine: each change is written at once and holds at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFocusEvent

from inara_desktop.errands import Errands
from inara_desktop.global_shortcut import GlobalShortcut
from inara_desktop.gone import is_gone
from inara_desktop.lists import Lists
from inara_desktop.said import mistake
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_desktop.pages.form_page import Change, FormPage
    from inara_desktop.pages.office import Office
    from inara_desktop.pages.page import Page
    from inara_desktop.settings_dialog import Entry, SettingsDialog
    from inara_engine.events import Recorded
    from inara_engine.settings import Settings

__all__ = ["Configuring"]


class HasPage(Protocol):
    """Errands, which live as long as their page."""

    @property
    def page(self) -> Page: ...


class Configuring(QObject):
    """`applied` carries the settings that are in force now."""

    applied = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        errands: Errands,
        lists: Lists,
        appearance: Appearance,
        home: Home,
        shortcut: GlobalShortcut,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
        self._appearance = appearance
        self._home = home
        self._applied: Settings | None = None
        self._dialog: SettingsDialog | None = None
        self._shortcut = shortcut
        window.settingsRequested.connect(self.show)
        window.settingsPageRequested.connect(self.show_page)
        lists.heard.connect(self._on_heard)

    @Slot()
    def show(self) -> None:
        """Show the dialog with what is in force."""
        self._errands.start(self._show())

    @Slot(str)
    def show_page(self, key: str) -> None:
        """The same, at a page."""
        self._errands.start(self._show(key))

    async def _show(self, page: str = "") -> None:
        settings = await (await self._errands.engine).settings()
        from inara_desktop.pages.office import Office
        from inara_desktop.settings_dialog import SettingsDialog

        if self._dialog is None:
            office = Office(self._window, self._errands, self._appearance, self._home, self._spread, self._shortcut)
            dialog = self._dialog = SettingsDialog(self._appearance, settings, self._entries(office), self._window)
            dialog.fileWanted.connect(self._on_file)
            dialog.finished.connect(self._on_closed)
        if page:
            self._dialog.show_page(page)
        self._dialog.open()

    def leave_field(self) -> None:
        """What is being typed in a field of the settings is a change, as where one leaves it by keys."""
        if self._dialog is not None:
            field = self._dialog.focusWidget() or self._dialog
            QCoreApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))

    async def tell_problems(self) -> None:
        """Say what is wrong with the file, or no longer."""
        self._window.clear_banner("settings")
        for problem in await (await self._errands.engine).problems():
            self._window.show_banner(BannerValue("settings", mistake(problem), "error"))

    @Slot(object)
    def _on_heard(self, recorded: Recorded) -> None:
        if recorded.event.kind == "settings_changed":
            self._errands.start(self._follow())

    async def _follow(self) -> None:
        """Settings that were changed: here, in an editor, in a terminal."""
        await self.tell_problems()
        settings = await (await self._errands.engine).settings()
        if settings != self._applied:
            await self._spread(settings)

    def apply(self, settings: Settings) -> None:
        """What of the settings the window itself follows."""
        self._applied = settings
        if self._appearance.choice != settings.appearance.theme:
            self._appearance.set_scheme(settings.appearance.theme)
        self.applied.emit(settings)

    async def _spread(self, settings: Settings) -> None:
        self.apply(settings)
        if self._dialog is not None:
            self._dialog.set_settings(settings)
        await self._lists.read_models()

    def _entries(self, office: Office) -> list[Entry]:
        from inara_desktop.pages.about_errands import AboutErrands
        from inara_desktop.pages.memory_errands import MemoryErrands
        from inara_desktop.pages.models_errands import ModelsErrands
        from inara_desktop.pages.personas_errands import PersonasErrands
        from inara_desktop.pages.plugins_errands import PluginsErrands
        from inara_desktop.pages.profiles_errands import ProfilesErrands
        from inara_desktop.pages.roles_errands import RolesErrands
        from inara_desktop.pages.schedules_errands import SchedulesErrands
        from inara_desktop.pages.servers_errands import ServersErrands
        from inara_desktop.pages.shortcuts_errands import ShortcutsErrands
        from inara_desktop.pages.storage_errands import StorageErrands
        from inara_desktop.pages.tools_errands import ToolsErrands
        from inara_desktop.pages.web_search_errands import WebSearchErrands
        from inara_desktop.settings_dialog import Entry

        def form(table: str, title: str, *links: tuple[str, str]) -> Entry:
            return Entry(table, title, lambda: self._form(table, title, links))

        def page(key: str, title: str, errands: Callable[[Office], HasPage]) -> Entry:
            return Entry(key, title, lambda: errands(office).page)

        def heading(title: str) -> Entry:
            return Entry("", title)

        return [
            heading(self.tr("Who answers")),
            page("models", self.tr("Models"), ModelsErrands),
            page("roles", self.tr("Roles"), RolesErrands),
            page("personas", self.tr("Personas"), PersonasErrands),
            page("memory", self.tr("Memory"), MemoryErrands),
            form("defaults", self.tr("Answers")),
            heading(self.tr("What it can do")),
            page("tools", self.tr("Tools"), ToolsErrands),
            page("web_search", self.tr("Web search"), WebSearchErrands),
            page("servers", self.tr("Tool servers"), ServersErrands),
            page("plugins", self.tr("Plugins"), PluginsErrands),
            heading(self.tr("What it may do")),
            form("policy", self.tr("Policy"), ("rules", self.tr("Rules and activity…"))),
            form("workspace", self.tr("Folders")),
            page("profiles", self.tr("Profiles"), ProfilesErrands),
            heading(self.tr("By itself")),
            page("schedules", self.tr("Schedules"), SchedulesErrands),
            form("api", self.tr("Interface"), ("connections", self.tr("Connections…"))),
            heading(self.tr("This window")),
            form("appearance", self.tr("Appearance")),
            page("desktop", self.tr("Desktop"), self._desktop),
            page("shortcuts", self.tr("Shortcuts"), ShortcutsErrands),
            heading(self.tr("This program")),
            page("storage", self.tr("Storage"), StorageErrands),
            page("about", self.tr("About"), AboutErrands),
        ]

    def _desktop(self, office: Office) -> HasPage:
        from inara_desktop.pages.desktop import DesktopErrands, DesktopPage

        page = DesktopPage(self._appearance, self.tr("Desktop"))
        page.changed.connect(self._on_changed)
        return DesktopErrands(office, page)

    def _form(self, table: str, title: str, links: tuple[tuple[str, str], ...]) -> Page:
        from inara_desktop.pages.form_page import FormPage

        made = FormPage(self._appearance, table, title, links)
        made.changed.connect(self._on_changed)
        made.wanted.connect(self._on_wanted)
        return made

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        page: FormPage = self.sender()  # pyright: ignore[reportAssignmentType] (who emits it)
        self._errands.start(self._change(page, change))

    async def _change(self, page: FormPage, change: Change) -> None:
        from inara_desktop.pages.refusing import refusals
        from inara_desktop.said import explained
        from inara_engine.settings import SettingsChange

        engine = await self._errands.engine
        before: Any = (await engine.settings()).model_dump(mode="json")
        for step in change.path:
            before = before[step]
        if before == change.value:
            if not is_gone(page):
                page.show_problem(change.path, "")  # of what was typed before
            return
        try:
            if change.path == ("defaults", "persona") and change.value is not None:
                await engine.persona.show(change.value)  # NotFound tells those there are
            settings = await engine.change_settings(SettingsChange(((change.path, change.value),)))
        except InaraError as error:
            if is_gone(page):  # the settings were closed meanwhile
                raise
            told = refusals(error)
            page.show_problem(change.path, explained(error) if told is None else " ".join(text for _, text in told))
            return
        await self._spread(settings)

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        match name:
            case "rules":
                self._window.sidebar.activityRequested.emit()
            case _:
                self._window.sidebar.connectionsRequested.emit()

    @Slot()
    def _on_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.config_file)))

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
