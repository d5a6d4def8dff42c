"""Getting to a model: the first start's choices and the model picker, written to the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.connect_values import FoundServer, ServerChoice, ServerForm
from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.model_names import new_id
from inara_desktop.said import explained
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

__all__ = ["Connect"]

Sets = tuple[tuple[str, ...], Any]


class Connect(QObject):
    """`tourWanted` comes when the person would rather look around first."""

    tourWanted = Signal()

    def __init__(self, window: MainWindow, errands: Errands, lists: Lists) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
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
        self._window.show_page("empty")

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
        engine = await self._errands.engine
        known = (await engine.settings()).models
        model_id = new_id(form.model, known)
        table = {"provider": form.provider, "model": form.model, "label": label}
        if form.base_url:
            table["base_url"] = form.base_url
        problem = self._window.first_start.show_problem
        try:
            if form.key:
                await engine.set_secret(model_id, form.key)
                table["api_key"] = f"keyring:{model_id}"
        except InaraError as error:
            problem(explained(error))
            return
        first = ("roles", "orchestrator", "models"), [model_id, *known]
        if await self._change((("models", model_id), table), first, problem=problem):
            self._window.show_page("empty")

    async def _change(self, *sets: Sets, problem: Callable[[str], None] | None = None) -> bool:
        from inara_engine.face import SettingsChange

        try:
            await (await self._errands.engine).change_settings(SettingsChange(sets))
        except InaraError as error:
            if problem is None:
                raise
            problem(explained(error))
            return False
        await self._lists.read_models()
        return True
