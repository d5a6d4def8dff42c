"""The errands of the personas' page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inara_desktop.gone import is_gone
from inara_desktop.name_dialog import NameDialog
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.personas import FileItem, PersonasPage
from inara_desktop.said import explained, said
from inara_engine.errors import Conflict, InaraError

if TYPE_CHECKING:
    from inara_engine.face import PersonaFile

__all__ = ["PersonasErrands", "file_item"]

WHATEVER = "\0"  # no text has it: what was there is not asked about
PROMPT_CHARACTERS = 6000  # of it are shown


class PersonasErrands(PageErrands[PersonasPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = PersonasPage(office.appearance)
        super().__init__(office, page)
        self._tier = 2
        page.personaChosen.connect(self._on_persona)
        page.newWanted.connect(self._on_new)
        page.paperWanted.connect(self._on_paper)
        page.removeWanted.connect(self._on_remove)
        page.answersWanted.connect(self._on_answers)
        page.tierChosen.connect(self._on_tier)
        page.editor.written.connect(self._on_written)
        page.editor.theirsWanted.connect(self._on_theirs)

    async def _read(self) -> None:
        await self._show(self.page.persona)

    async def _show(self, persona: str, select: str = "") -> None:
        engine = await self._office.engine()
        settings = await engine.settings()
        names = await engine.personas()
        shown = persona if persona in names else settings.defaults.persona
        files = await engine.files.all(shown)
        self.page.show_personas(names, shown, settings.defaults.persona)
        self.page.show_files(_without_memory(files), select)
        await self._show_prompt()

    async def _show_prompt(self) -> None:
        parts = await (await self._office.engine()).files.prompt(self.page.persona, self._tier)
        text = "\n\n".join(part.text for part in parts)
        self.page.show_prompt(self._tier, sum(part.tokens for part in parts), text[:PROMPT_CHARACTERS])

    @Slot(str)
    def _on_persona(self, persona: str) -> None:
        self.page.tell("")
        self._office.start(self.page, self._show(persona))

    @Slot(int)
    def _on_tier(self, tier: int) -> None:
        self._tier = tier
        if self.page.persona:  # else it is shown once that is read
            self._office.start(self.page, self._show_prompt())

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
            if self.page.editor.path == path:
                self.page.editor.show_problem(explained(error), conflict=isinstance(error, Conflict))
                return
            raise
        if persona == self.page.persona:
            self.page.show_files(_without_memory(files))
            await self._show_prompt()

    @Slot(str)
    def _on_theirs(self, path: str) -> None:
        self._office.start(self.page, self._show(self.page.persona, path))

    @Slot(str)
    def _on_answers(self, persona: str) -> None:
        self._office.start(self.page, self._let_answer(persona))

    async def _let_answer(self, persona: str) -> None:
        await self._office.change((("defaults", "persona"), persona))
        await self._show(persona)

    @Slot()
    def _on_new(self) -> None:
        text = self.tr("It begins as a copy of Inara; then write who it is.")
        self._ask_name(self.tr("A new persona"), text).connect(self._on_new_named)

    @Slot(str)
    def _on_new_named(self, name: str) -> None:
        self._office.start(self.page, self._create(name))

    async def _create(self, name: str) -> None:
        await (await self._office.engine()).files.create(name)
        await self._show(name, "identity.md")

    @Slot()
    def _on_paper(self) -> None:
        text = self.tr("A longer text that goes along at tier 3. Its name is its title for the model.")
        self._ask_name(self.tr("A new paper"), text).connect(self._on_paper_named)

    @Slot(str)
    def _on_paper_named(self, name: str) -> None:
        self._office.start(self.page, self._add_paper(name.removesuffix(".md")))

    async def _add_paper(self, name: str) -> None:
        path = f"papers/{name}.md"
        await (await self._office.engine()).files.write(self.page.persona, path, f"# {name}\n\n", "")
        await self._show(self.page.persona, path)

    def _ask_name(self, title: str, text: str):  # noqa: ANN202 - a bound signal, for which PySide has no name
        dialog = NameDialog(self._office.appearance, self.page.window(), title, text, self.tr("Make it"))
        dialog.open()
        return dialog.named

    @Slot(str)
    def _on_remove(self, path: str) -> None:
        title = self.tr("Take {path} away?").format(path=path)
        text = self.tr("It is no longer told to the model. The file goes into the backups, so it is not lost.")
        self._office.ask(self.page, title, text, self.tr("Take away"), self._on_removed, path=path)

    @Slot()
    def _on_removed(self) -> None:
        self._office.start(self.page, self._remove(str(self.sender().property("path"))))

    async def _remove(self, path: str) -> None:
        where = await (await self._office.engine()).files.remove_paper(self.page.persona, path)
        await self._show(self.page.persona, "identity.md")
        self.page.tell(where)


def _without_memory(files: list[PersonaFile]) -> list[FileItem]:
    """The memory has a page of its own."""
    return [file_item(file) for file in files if not file.path.startswith("memory/")]


def file_item(file: PersonaFile) -> FileItem:
    """A file as the page shows it."""
    return FileItem(file.path, file.text, file.tier, file.tokens, file.budget, file.built_in, said(file.problem))
