"""Templates in the composer: a "/" at its start offers them, their blanks are filled in, and one's own are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor

from inara_desktop.errands import Errands
from inara_desktop.gone import is_gone
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_desktop.values import PickItem, TextFile
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.blanks_dialog import BlanksDialog
    from inara_desktop.pick_list import PickList
    from inara_desktop.templates_dialog import TemplatesDialog
    from inara_engine.face import Filled, Template

__all__ = ["Templating"]

LONGEST = 80  # characters behind a "/" that are looked for; a path that is typed is soon longer
CHANGE = "change"  # in the list: no template, but one's own to be changed
KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class Templating(QObject):
    """Watches the window's composer."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._composer = window.composer
        self._errands = errands
        self._appearance = appearance
        self._list: PickList | None = None
        self._templates: dict[str, Template] = {}
        self._asked = False  # for the templates, since the "/" was typed
        self._dialog: TemplatesDialog | None = None
        window.draftChanged.connect(self._on_text)

    async def of_servers(self) -> list[Template]:
        """What tool servers offer, prompts and addresses with blanks."""
        return [one for one in await (await self._errands.engine).templates.all() if one.source]

    async def use(self, template: Template) -> None:
        """Put a template into the message, or what comes of it beside it; its blanks are asked for first."""
        if not template.blanks:
            try:
                filled = await (await self._errands.engine).templates.fill(template.id, {})
            except InaraError as error:
                self._errands.say("attach", error)
            else:
                self._put(template, filled)
            return
        from inara_desktop.blanks_dialog import BlanksDialog

        dialog = BlanksDialog(self._appearance, self._window, template)
        dialog.filled.connect(partial(self._on_filled, template, dialog))
        dialog.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While the list is open its keys are for it: also before a shortcut of the window takes them."""
        if self._list is None or not self._list.isVisible() or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain or (event.key() not in KEYS and event.key() != Qt.Key.Key_Escape):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._list.key(event.key())

    # -- behind the "/" ----------------------------------------------------------------------------

    @Slot()
    def _on_text(self) -> None:
        typed = self._typed()
        if typed is None:
            self._asked = False
            if self._list is not None:
                self._list.hide()
        elif not self._asked:
            self._asked = True
            self._errands.start(self._read())
        elif self._list is not None and self._list.isVisible():
            self._list.narrow(typed)

    def _typed(self) -> str | None:
        """What stands behind a "/" that is all there is; None where the text is another one."""
        document = self._composer.editor.document()
        if document.characterAt(0) != "/" or document.blockCount() > 1 or document.characterCount() > LONGEST:
            return None
        return self._composer.draft()[1:]

    async def _read(self) -> None:
        templates = await (await self._errands.engine).templates.all()
        prompts = [template for template in templates if template.kind == "prompt"]
        self._templates = {template.id: template for template in prompts}
        if (typed := self._typed()) is None:
            return
        if self._list is None:
            self._list = self._made()
        own = any(not template.source for template in prompts)
        change = self.tr("Change your templates…") if own else self.tr("Make a template…")
        about = "" if own else self.tr("A text you need often, with blanks to fill in")
        entries = [PickItem(one.id, one.name, _about(one), _icon(one)) for one in prompts]
        if not typed:
            entries.append(PickItem(CHANGE, change, about, "plus"))
        self._list.offer(entries, self._composer, typed)

    def _made(self) -> PickList:
        from inara_desktop.pick_list import PickList

        made = PickList(self._appearance, self._window, self.tr("Templates"))
        made.setObjectName("templatePopup")
        made.chosen.connect(self._on_chosen)
        self._composer.editor.installEventFilter(self)
        return made

    @Slot(str)
    def _on_chosen(self, template_id: str) -> None:
        if template_id == CHANGE:
            self._composer.set_draft("")
            self._errands.start(self._open_dialog())
        elif template := self._templates.get(template_id):
            self._errands.start(self.use(template))

    # -- filling in --------------------------------------------------------------------------------

    def _on_filled(self, template: Template, dialog: BlanksDialog, values: dict[str, str]) -> None:
        self._errands.start(self._fill_from(dialog, template, values))

    async def _fill_from(self, dialog: BlanksDialog, template: Template, values: dict[str, str]) -> None:
        try:
            filled = await (await self._errands.engine).templates.fill(template.id, values)
        except InaraError as error:
            if not is_gone(dialog):  # else it was called off meanwhile
                dialog.show_problem(explained(error))
        else:
            if not is_gone(dialog):
                for text in dialog.put_in:
                    self._composer.editor.pastes.add(text)
                self._put(template, filled)
                dialog.accept()

    def _put(self, template: Template, filled: Filled) -> None:
        if template.kind == "resource":
            self._composer.attach(self._composer.expect(filled.title), TextFile(filled.title, filled.text))
            return
        editor = self._composer.editor
        cursor = editor.textCursor()
        if self._typed() is not None:  # in the place of the "/" and what was looked for
            cursor.select(QTextCursor.SelectionType.Document)
        if template.source:  # a tool server wrote it
            editor.pastes.add(filled.text)
        cursor.insertText(filled.text)
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- one's own ---------------------------------------------------------------------------------

    async def _open_dialog(self) -> None:
        from inara_desktop.templates_dialog import TemplatesDialog

        dialog = TemplatesDialog(self._appearance, self._window)
        dialog.saved.connect(self._on_saved)
        dialog.deleted.connect(self._on_deleted)
        dialog.finished.connect(self._on_dialog_closed)
        self._dialog = dialog
        await self._show_own()
        dialog.open()

    async def _show_own(self, current: str = "") -> None:
        templates = await (await self._errands.engine).templates.all()
        if self._dialog is not None:
            self._dialog.set_templates([template for template in templates if not template.source], current)

    @Slot(int)
    def _on_dialog_closed(self, _result: int) -> None:
        self._dialog = None
        self._asked = False

    @Slot(str, str, str, str)
    def _on_saved(self, name: str, text: str, description: str, instead_of: str) -> None:
        self._errands.start(self._save(name, text, description, instead_of))

    async def _save(self, name: str, text: str, description: str, instead_of: str) -> None:
        engine = await self._errands.engine
        try:
            kept = await engine.templates.save(name, text, description, instead_of)
        except InaraError as error:
            if self._dialog is None:  # it was closed meanwhile
                raise
            self._dialog.show_problem(explained(error))
        else:
            await self._show_own(kept)

    @Slot(str)
    def _on_deleted(self, template: str) -> None:
        self._errands.start(self._delete(template))

    async def _delete(self, template: str) -> None:
        await (await self._errands.engine).templates.delete(template)
        await self._show_own()


def _about(template: Template) -> str:
    first = next((line for line in template.text.splitlines() if line.strip()), "")
    about = template.description or first
    return f"{template.source} · {about}" if template.source else about


def _icon(template: Template) -> str:
    return "plug" if template.source else "edit"
