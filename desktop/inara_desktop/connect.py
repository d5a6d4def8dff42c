"""Getting to a model: the first start's choices and the model picker, written to the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.connect_values import FoundServer, ServerChoice, ServerForm
from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.model_names import new_id
from inara_desktop.said import explained, said
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

__all__ = ["Connect"]

Sets = tuple[tuple[str, ...], Any]
STOPS = {"unreachable", "wrong_address", "needs_key", "model_missing", "embedding_model"}  # a person has to mend it
NAMED = 8  # models of a server that has none of the name


class Connect(QObject):
    """`tourWanted` comes when the person would rather look around first."""

    tourWanted = Signal()

    def __init__(self, window: MainWindow, errands: Errands, lists: Lists) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
        self._unusable = ""  # the model that was typed in here and can't be used
        window.modelChosen.connect(self._on_model)
        window.pages.serverChosen.connect(self._on_server_chosen)
        window.pages.serverEntered.connect(self._on_server_entered)
        window.pages.searchAgainRequested.connect(self._look)
        window.pages.firstStartSkipped.connect(self._on_skip)
        window.pages.tourChosen.connect(self.tourWanted)

    def show(self) -> None:
        """The page of the first start, looking for servers."""
        self._window.show_page("first_start")
        self._look()

    @Slot()
    def _look(self) -> None:
        self._window.first_start.set_looking()
        self._errands.start(self._discover())

    async def _discover(self) -> None:
        servers = await (await self._errands.engine).discover()
        self._window.first_start.set_servers(
            [FoundServer(one.name, one.base_url, tuple(model.id for model in one.models)) for one in servers]
        )

    @Slot()
    def _on_skip(self) -> None:
        self._go_on()

    @Slot(str)
    def _on_model(self, model_id: str) -> None:
        others = [model.id for model in self._lists.models if model.id != model_id]
        self._errands.start(self._change((("roles", "orchestrator", "models"), [model_id, *others])))

    @Slot(ServerChoice)
    def _on_server_chosen(self, choice: ServerChoice) -> None:
        label = self.tr("{model}, this machine").format(model=choice.model)
        self._errands.start(self._use(ServerForm(choice.server.base_url, choice.model), label))

    @Slot(ServerForm)
    def _on_server_entered(self, form: ServerForm) -> None:
        self._errands.start(self._use(form, form.model))

    async def _use(self, form: ServerForm, label: str) -> None:
        """Keep a model and let it answer. One that can't be used is said so; the next try takes its place."""
        page = self._window.first_start
        page.set_connecting(connecting=True)
        try:
            problem = await self._connect(form, label)
        finally:
            page.set_connecting(connecting=False)
        if problem:
            page.show_problem(problem)
        elif page.isVisible():  # else the person went on meanwhile
            self._go_on()

    async def _connect(self, form: ServerForm, label: str) -> str:
        """What is wrong with it; "" if it can be used."""
        engine = await self._errands.engine
        kept = (await engine.settings()).models
        known = [model for model in kept if model != self._unusable]
        model_id = new_id(form.model, known)
        table = {"provider": form.provider, "model": form.model, "label": label}
        if form.base_url:
            table["base_url"] = form.base_url
        sets: list[Sets] = [(("models", model_id), table), (("roles", "orchestrator", "models"), [model_id, *known])]
        gone = kept.get(self._unusable)
        if gone is not None and self._unusable != model_id:
            sets.insert(0, (("models", self._unusable), None))
        try:
            if gone is not None and gone.api_key == f"keyring:{self._unusable}":
                await engine.delete_secret(self._unusable)
            if form.key:
                await engine.set_secret(model_id, form.key)
                table["api_key"] = f"keyring:{model_id}"
            await self._change(*sets)
            self._unusable = model_id  # until it was seen to answer
            report = await engine.test_model(model_id)
        except InaraError as error:
            return explained(error)
        if report.state not in STOPS:
            self._unusable = ""
            return ""
        names = [model.id for model in report.models if not model.facts.embedding]
        has = self.tr("It has: {models}.").format(models=", ".join(names[:NAMED])) if names else ""
        again = self.tr("Correct it and connect again; or skip for now, and it is kept as it is.")
        return " ".join(filter(None, (said(report.message), has, again)))

    def _go_on(self) -> None:
        self._window.show_page("empty")
        self._window.composer.editor.setFocus()

    async def _change(self, *sets: Sets) -> None:
        from inara_engine.face import SettingsChange

        await (await self._errands.engine).change_settings(SettingsChange(sets))
        await self._lists.read_models()
