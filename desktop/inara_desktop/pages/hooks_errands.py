"""The errands of hooks: adding and changing them, their secrets, and the line that calls one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from inara_desktop.pages.editing_errands import EditingErrands, Entry, Note, Saved, changes
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.keys import key_name, key_words, not_kept
from inara_desktop.pages.office import Office
from inara_desktop.pages.refusing import Refused
from inara_desktop.pages.schedules import HookItem, SchedulesPage
from inara_desktop.pages.table_form import TableForm

if TYPE_CHECKING:
    from inara_engine.settings import HookSettings

__all__ = ["HooksErrands", "curl_line"]

FIRST = ("task",)
_SIGNED = (
    '-H "X-Hub-Signature-256: sha256='
    '$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d\' \' -f1)" '
    '-d "$BODY"'
)
_BY_TOKEN = '-H "Authorization: Bearer $TOKEN" -d "$BODY"'  # noqa: S105 - the shell's variable
MORE = ("secret", "persona", "profile", "tier", "mode", "respond_with_final", "local_only")


class HooksErrands(EditingErrands[SchedulesPage]):
    """Made with the page of schedules and hooks."""

    def __init__(self, office: Office, page: SchedulesPage) -> None:
        super().__init__(office, page)
        self._hooks: dict[str, HookSettings] = {}
        self._lines: dict[str, str] = {}
        page.hookWanted.connect(self._on_wanted)
        page.addHookWanted.connect(self._on_add)

    async def _read(self) -> None:
        engine = await self._office.engine()
        settings = await engine.settings()
        self._hooks = settings.hooks
        states = {one.reference: one for one in await engine.keys.states()} if self._hooks else {}
        state = await engine.interface.state()
        address = state.address or f"http://127.0.0.1:{settings.api.port}"
        items: list[HookItem] = []
        for name, hook in self._hooks.items():
            words, well = key_words(states.get(hook.secret)) if hook.secret else ("", True)
            self._lines[name] = line = curl_line(address, name, signed=hook.secret is not None)
            items.append(HookItem(name, hook.task, hook.enabled, line, words, well))
        self.page.show_hooks(items)

    @Slot(str, str)
    def _on_wanted(self, act: str, name: str) -> None:
        match act:
            case "copy":
                QGuiApplication.clipboard().setText(self._lines[name])
                self.page.tell(self.tr("The line for {name} is in the clipboard.").format(name=name))
            case "edit":
                self._open(name)
            case "switch":
                on = self._hooks[name].enabled
                self._office.start(self.page, self._change((("hooks", name, "enabled"), False if on else None)))
            case _:
                text = self.tr("Programs that call it get an error from then on. Its secret stays in the keyring.")
                title = self.tr("Remove {name}?").format(name=name)
                self._office.ask(self.page, title, text, self.tr("Remove"), self._on_remove, name=name)

    @Slot()
    def _on_remove(self) -> None:
        self._office.start(self.page, self._change((("hooks", str(self.sender().property("name"))), None)))

    async def _change(self, *sets: tuple[tuple[str, ...], Any]) -> None:
        await self._office.change(*sets)
        await self._read()

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    def _open(self, name: str | None) -> None:
        from inara_engine.settings import HookSettings

        appearance = self._office.appearance
        form = TableForm(appearance, HookSettings, "hook", FIRST, MORE)
        known = self._hooks.get(name or "")
        form.load({} if known is None else known.model_dump(mode="json", exclude_unset=True))
        title = self.tr("Edit {name}").format(name=name) if name else self.tr("Add a hook")
        editor = Editor(appearance, self.page.window(), title, form, name)
        about = self.tr(
            "Signs each call, as GitHub and Gitea do; kept in the keyring. Empty: the bearer token guards it."
        )
        key = KeyField(appearance, self.tr("Secret"), about)
        form.put_below("task", key)
        self._edit(editor, key)

    async def _entry(self, saved: Saved) -> Entry:
        here = ("hooks", saved.name)
        known = self._hooks.get(saved.name)
        if known is not None and saved.new:
            raise Refused(here, here, self.tr("There is a hook of that name already."))
        reference = {"secret": f"keyring:{_secret_of(saved.name)}"} if saved.secret else {}
        if known is None:
            return Entry(here, [(here, {"task": "", **saved.form.values(), **reference})], saved.secret)
        before = known.model_dump(mode="json", exclude_unset=True)
        return Entry(here, changes(saved.form, here, before, reference), saved.secret)

    async def _keep(self, name: str, entry: Entry) -> Note:
        if not entry.secret:
            return Note()
        kept = await (await self._office.engine()).set_secret(_secret_of(name), entry.secret)
        return Note(not_kept(_secret_of(name), kept), error=True)


def _secret_of(hook: str) -> str:
    """The name its secret has in the keyring."""
    return f"hook-{key_name(hook)}"


def curl_line(address: str, name: str, *, signed: bool) -> str:
    """What one types to call a hook; the secret or the token comes from a variable, never from here."""
    return f"curl -X POST {address}/hooks/{name} " + (_SIGNED if signed else _BY_TOKEN)
