"""The errands of the models' page: adding, editing, testing and removing them, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import Slot

from inara_desktop.connect_values import FindingItem, FoundServer, ServerChoice
from inara_desktop.gone import is_gone
from inara_desktop.model_names import new_id
from inara_desktop.pages.editing_errands import EditingErrands, Entry, Note, Saved, changes
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.keys import key_name, key_words, not_kept
from inara_desktop.pages.models import ModelCard, ModelsPage
from inara_desktop.pages.office import Office
from inara_desktop.pages.refusing import Refused
from inara_desktop.pages.table_form import TableForm
from inara_desktop.said import explained
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.settings import Settings

__all__ = ["ModelsErrands"]

FIRST = ("provider", "base_url", "model", "label", "context_window")
MORE = ("max_rounds", "stall_notice_s", "api_key", "extra", "price", "gguf", "llama_server")


class ModelsErrands(EditingErrands[ModelsPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = ModelsPage(office.appearance)
        super().__init__(office, page)
        self._settings: Settings | None = None
        page.wanted.connect(self._on_wanted)
        page.addWanted.connect(self._on_add)
        page.searchWanted.connect(self._on_search)
        page.serverChosen.connect(self._on_server)

    async def _read(self) -> None:
        engine = await self._office.engine()
        self._settings = settings = await engine.settings()
        states = {one.reference: one for one in await engine.keys.states()}
        cards: list[ModelCard] = []
        for model in await engine.models():
            if model.id not in settings.models:
                continue  # the tour, where there is nothing else
            reference = settings.models[model.id].api_key
            words, well = key_words(states.get(reference)) if reference else ("", True)
            host = urlsplit(model.base_url).netloc
            cards.append(ModelCard(model.id, model.label, model.provider, host, model.local, model.chosen, words, well))
        self.page.show_models(cards)

    @Slot(str, str)
    def _on_wanted(self, act: str, model: str) -> None:
        match act:
            case "test":
                self._office.start(self.page, self._test(model))
            case "first":
                self._office.start(self.page, self._put_first(model))
            case "edit":
                self._open_known(model)
            case _:
                self._ask_remove(model)

    async def _test(self, model: str) -> None:
        self.page.show_testing(model)
        engine = await self._office.engine()
        found = await engine.doctor.round_trip(model)
        self.page.show_findings(model, [FindingItem(f.subject, f.ok, f.message, f.next_step) for f in found])

    async def _put_first(self, model: str) -> None:
        engine = await self._office.engine()
        names = [name for name, _ in (await engine.settings()).role_models("orchestrator")]
        configured = (await engine.settings()).roles.get("orchestrator")
        others = [name for name in names if name != model] if configured and configured.models else []
        await self._office.change((("roles", "orchestrator", "models"), [model, *others]))
        await self._read()

    def _ask_remove(self, model: str) -> None:
        text = self.tr("It goes out of config.toml and out of every role. Its key stays in the keyring.")
        title = self.tr("Remove {model}?").format(model=model)
        self._office.ask(self.page, title, text, self.tr("Remove"), self._on_remove, model=model)

    @Slot()
    def _on_remove(self) -> None:
        self._office.start(self.page, self._remove(str(self.sender().property("model"))))

    async def _remove(self, model: str) -> None:
        roles = (await (await self._office.engine()).settings()).roles
        named = [
            (("roles", name, "models"), [one for one in role.models if one != model])
            for name, role in roles.items()
            if model in role.models
        ]
        await self._office.change(*named, (("models", model), None))
        await self._read()

    # -- servers of this machine ---------------------------------------------------------------------

    @Slot()
    def _on_search(self) -> None:
        self.page.show_looking()
        self._office.start(self.page, self._search())

    async def _search(self) -> None:
        found = await (await self._office.engine()).discover()
        self.page.show_servers(
            [FoundServer(one.name, one.base_url, tuple(model.id for model in one.models)) for one in found]
        )

    @Slot(ServerChoice)
    def _on_server(self, choice: ServerChoice) -> None:
        label = self.tr("{model}, this machine").format(model=choice.model)
        values = {"provider": "openai", "base_url": choice.server.base_url, "model": choice.model, "label": label}
        self._open(None, values, new_id(choice.model, self._settings.models if self._settings else ()))

    # -- the editor ----------------------------------------------------------------------------------

    @Slot()
    def _on_add(self) -> None:
        self._open(None, {"provider": "openai"}, "")

    def _open_known(self, model: str) -> None:
        if self._settings is not None and (known := self._settings.models.get(model)) is not None:
            key = self._open(model, known.model_dump(mode="json", exclude_unset=True), model)
            if known.api_key:
                self._office.start(self.page, self._show_key(key, known.api_key))

    def _open(self, model: str | None, values: dict[str, Any], name: str) -> KeyField:
        from inara_engine.settings import ModelSettings

        appearance = self._office.appearance
        form = TableForm(appearance, ModelSettings, "model", FIRST, MORE)
        form.load(values)
        title = self.tr("Edit {model}").format(model=model) if model else self.tr("Add a model")
        editor = Editor(appearance, self.page.window(), title, form, model)
        if model is None:
            editor.name.setText(name)
        about = self.tr("It goes into the keyring of your system under the model's name. A local server needs none.")
        key = KeyField(appearance, self.tr("API key"), about)
        form.put_below("base_url", key)
        key.forgetWanted.connect(self._on_forget)
        self._edit(editor, key)
        return key

    async def _show_key(self, key: KeyField, reference: str) -> None:
        states = await (await self._office.engine()).keys.states()
        state = next((one for one in states if one.reference == reference), None)
        if not is_gone(key):
            key.show_state(key_words(state)[0], stored=state is not None and state.state == "stored")

    @Slot()
    def _on_forget(self) -> None:
        if self._editor is not None and self._key is not None and self._settings is not None:
            reference = self._settings.models[self._editor.original].api_key or ""
            self._office.start(self.page, self._forget(self._editor, self._key, reference))

    async def _forget(self, editor: Editor, key: KeyField, reference: str) -> None:
        try:
            await (await self._office.engine()).delete_secret(reference.removeprefix("keyring:"))
        except InaraError as error:
            if is_gone(editor):  # it was closed meanwhile
                raise
            editor.tell(explained(error))
            return
        await self._show_key(key, reference)
        await self._read()

    async def _entry(self, saved: Saved) -> Entry:
        models = (await (await self._office.engine()).settings()).models
        here = ("models", saved.name)
        if saved.new and saved.name in models:
            raise Refused(here, here, self.tr("There is a model of that name already."))
        reference = {"api_key": f"keyring:{key_name(saved.name)}"} if saved.secret else {}
        if (known := models.get(saved.name)) is None:
            return Entry(here, [(here, {"provider": "openai", **saved.form.values(), **reference})], saved.secret)
        before = known.model_dump(mode="json", exclude_unset=True)
        return Entry(here, changes(saved.form, here, before, reference), saved.secret)

    async def _keep(self, name: str, entry: Entry) -> Note:
        if entry.secret:
            kept = await (await self._office.engine()).set_secret(key_name(name), entry.secret)
            if note := not_kept(key_name(name), kept):
                return Note(note, error=True)
        return Note(self.tr("{model} is written down. Test it: it is asked for one word.").format(model=name))
