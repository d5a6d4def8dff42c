"""The errands of the memory's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inara_desktop.gone import is_gone
from inara_desktop.pages.memory import DayItem, MemoryPage, ProposalItem
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.personas_errands import WHATEVER, file_item
from inara_desktop.said import explained, said
from inara_engine.errors import Conflict, InaraError

if TYPE_CHECKING:
    from inara_engine.face import Proposal

__all__ = ["MemoryErrands"]


class MemoryErrands(PageErrands[MemoryPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = MemoryPage(office.appearance)
        super().__init__(office, page)
        page.personaChosen.connect(self._on_persona)
        page.editor.written.connect(self._on_written)
        page.editor.theirsWanted.connect(self.read)
        page.forgetWanted.connect(self._on_forget)
        page.distillWanted.connect(self._on_distill)
        page.keepWanted.connect(self._on_keep)
        page.discardWanted.connect(self._on_discard)
        page.forgetDayWanted.connect(self._on_forget_day)

    async def _read(self) -> None:
        await self._show(self.page.persona)

    async def _show(self, persona: str) -> None:
        engine = await self._office.engine()
        names = await engine.personas()
        shown = persona if persona in names else (await engine.settings()).defaults.persona
        files = await engine.files.all(shown)
        report = await engine.memory.report(shown)
        days = await engine.files.journal(shown)
        self.page.show_personas(names, shown)
        self.page.show_levels([file_item(file) for file in files if file.path.startswith("memory/")])
        self.page.show_days([DayItem(day.day, day.text) for day in days])
        self.page.show_proposal(_proposal(report.proposal))

    @Slot(str)
    def _on_persona(self, persona: str) -> None:
        self._office.start(self.page, self._show(persona))

    @Slot(str, str, str)
    def _on_written(self, path: str, text: str, before: str) -> None:
        self._office.start(self.page, self._write(self.page.persona, path, text, before))

    async def _write(self, persona: str, path: str, text: str, before: str) -> None:
        engine = await self._office.engine()
        try:
            files = await engine.files.write(persona, path, text, None if before == WHATEVER else before)
        except InaraError as error:
            if is_gone(self.page):  # the settings were closed meanwhile
                raise
            if self.page.editor.path != path:  # another level is open by now
                raise
            self.page.editor.show_problem(explained(error), conflict=isinstance(error, Conflict))
            return
        if persona == self.page.persona:
            self.page.show_levels([file_item(file) for file in files if file.path.startswith("memory/")])

    # -- forgetting ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_forget(self, path: str) -> None:
        title = self.tr("Forget all of {path}?").format(path=path)
        text = self.tr("No model is told of it again. The old text goes into the backups.")
        self._office.ask(self.page, title, text, self.tr("Forget"), self._on_forget_yes, path=path)

    @Slot()
    def _on_forget_yes(self) -> None:
        path = str(self.sender().property("path"))
        self._office.start(self.page, self._write(self.page.persona, path, "", WHATEVER))

    @Slot(str)
    def _on_forget_day(self, day: str) -> None:
        title = self.tr("Forget the journal of {day}?").format(day=day)
        text = self.tr("It is removed for good: no model recalls it, and distilling finds nothing of it.")
        self._office.ask(self.page, title, text, self.tr("Forget"), self._on_forget_day_yes, day=day)

    @Slot()
    def _on_forget_day_yes(self) -> None:
        self._office.start(self.page, self._forget_day(str(self.sender().property("day"))))

    async def _forget_day(self, day: str) -> None:
        await (await self._office.engine()).files.forget_day(self.page.persona, day)
        await self._show(self.page.persona)

    # -- distilling ----------------------------------------------------------------------------------

    @Slot()
    def _on_distill(self) -> None:
        self.page.tell("")
        self.page.show_distilling()
        self._office.start(self.page, self._distill(self.page.persona))

    async def _distill(self, persona: str) -> None:
        engine = await self._office.engine()
        try:
            proposal = await engine.memory.distill(persona)
        except InaraError:
            self.page.show_proposal(None)
            raise
        if persona == self.page.persona:
            self.page.show_proposal(_proposal(proposal))
            if not proposal.changes:
                self.page.tell(self.tr("There was nothing to fold."))

    @Slot()
    def _on_keep(self) -> None:
        self._office.start(self.page, self._settle(keep=True))

    @Slot()
    def _on_discard(self) -> None:
        self._office.start(self.page, self._settle(keep=False))

    async def _settle(self, *, keep: bool) -> None:
        memory = (await self._office.engine()).memory
        if keep:
            self.page.tell(said(await memory.keep(self.page.persona)))
        else:
            await memory.discard(self.page.persona)
        await self._show(self.page.persona)


def _proposal(proposal: Proposal | None) -> ProposalItem | None:
    if proposal is None or not proposal.changes:
        return None
    left_out = tuple(f"− {note}" for note in proposal.left_out)
    return ProposalItem(
        "\n".join(change.diff for change in proposal.changes), (*map(said, proposal.remarks), *left_out)
    )
