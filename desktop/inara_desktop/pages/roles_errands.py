"""The errands of the roles' page."""

from __future__ import annotations

from PySide6.QtCore import Slot

from inara_desktop.gone import is_gone
from inara_desktop.name_dialog import NameDialog
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.refusing import refusals
from inara_desktop.pages.roles import RoleChange, RolesPage
from inara_desktop.said import explained
from inara_engine.errors import InaraError

__all__ = ["RolesErrands"]


class RolesErrands(PageErrands[RolesPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = RolesPage(office.appearance)
        super().__init__(office, page)
        page.changed.connect(self._on_changed)
        page.addWanted.connect(self._on_add)
        page.removeWanted.connect(self._on_remove)

    async def _read(self) -> None:
        self.page.set_settings(await (await self._office.engine()).settings())

    @Slot(RoleChange)
    def _on_changed(self, change: RoleChange) -> None:
        self._office.start(self.page, self._change(change))

    async def _change(self, change: RoleChange) -> None:
        role = (await (await self._office.engine()).settings()).role(change.role)
        before = getattr(role, change.name)
        if (list(before) if isinstance(before, tuple) else before) == change.value:  # pyright: ignore[reportUnknownArgumentType] (of whatever)
            self.page.show_problem(change.role, change.name, "")
            return
        try:
            await self._office.change((("roles", change.role, change.name), change.value))
        except InaraError as error:
            if is_gone(self.page):  # the settings were closed meanwhile
                raise
            told = refusals(error)
            text = explained(error) if told is None else " ".join(text for _, text in told)
            self.page.show_problem(change.role, change.name, text)

    @Slot()
    def _on_add(self) -> None:
        title, text = self.tr("A new role"), self.tr("Its name is how other programs, hooks and the terminal call it.")
        dialog = NameDialog(self._office.appearance, self.page.window(), title, text, self.tr("Add"))
        dialog.named.connect(self._on_named)
        dialog.open()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self._office.start(self.page, self._add(name))

    async def _add(self, name: str) -> None:
        await self._office.change((("roles", name), {"models": [], "tools": ["*"]}))

    @Slot(str)
    def _on_remove(self, role: str) -> None:
        self._office.start(self.page, self._office.change((("roles", role), None)))
