"""The errands of the web search's page: choosing a service, keeping its key, and trying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inara_desktop.connect_values import FindingItem
from inara_desktop.gone import is_gone
from inara_desktop.pages.keys import key_words, not_kept
from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.refusing import refusals
from inara_desktop.pages.web_search import KEYLESS, WebSearchPage
from inara_desktop.said import explained
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.pages.office import Sets
    from inara_engine.settings import Settings

__all__ = ["WebSearchErrands"]

HERE = ("tools", "web_search")


class WebSearchErrands(PageErrands[WebSearchPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = WebSearchPage(office.appearance)
        super().__init__(office, page)
        page.changed.connect(self._on_changed)
        page.key.typed.connect(self._on_key)
        page.key.forgetWanted.connect(self._on_forget)
        page.testWanted.connect(self._on_test)
        page.offWanted.connect(self._on_off)

    async def _read(self) -> None:
        engine = await self._office.engine()
        settings = await engine.settings()
        self.page.set_settings(settings)
        reference = settings.tools.web_search.api_key
        state = next((one for one in await engine.keys.states() if one.reference == reference), None)
        how = state.state if state is not None else ""
        words = self.tr("No key is kept yet.") if how == "missing" else key_words(state)[0]
        self.page.show_key(words, stored=how == "stored", lacking=how in {"missing", "unset"})

    @Slot(str, object)
    def _on_changed(self, name: str, value: object) -> None:
        self._office.start(self.page, self._change(name, value))

    async def _change(self, name: str, value: object) -> None:
        settings = await (await self._office.engine()).settings()
        if settings.tools.web_search.model_dump(mode="json")[name] == value:
            self.page.show_problem(name, "")
            return
        sets = _service(settings, str(value)) if name == "provider" else [((*HERE, name), value)]
        if not is_gone(self.page):
            self.page.show_finding(None)
        try:
            await self._office.change(*sets)
        except InaraError as error:
            if is_gone(self.page):  # the settings were closed meanwhile
                raise
            told = refusals(error)
            self.page.show_problem(name, explained(error) if told is None else " ".join(text for _, text in told))
            return
        await self._read()

    @Slot()
    def _on_key(self) -> None:
        self._office.start(self.page, self._keep(self.page.key.text))
        self.page.key.clear()

    async def _keep(self, key: str) -> None:
        engine = await self._office.engine()
        provider = (await engine.settings()).tools.web_search.provider
        reference = (await engine.settings()).tools.web_search.api_key or ""
        if not reference.startswith("keyring:"):  # it was read from the environment: from now on it is this one
            reference = _reference(provider)
            await self._office.change(((*HERE, "api_key"), reference))
        name = reference.removeprefix("keyring:")
        self.page.tell(not_kept(name, await engine.set_secret(name, key)), error=True)
        await self._read()

    @Slot()
    def _on_forget(self) -> None:
        self._office.start(self.page, self._forget())

    async def _forget(self) -> None:
        engine = await self._office.engine()
        reference = (await engine.settings()).tools.web_search.api_key or ""
        await engine.delete_secret(reference.removeprefix("keyring:"))
        await self._read()

    @Slot()
    def _on_test(self) -> None:
        self.page.show_testing()
        self._office.start(self.page, self._test())

    async def _test(self) -> None:
        try:
            one = await (await self._office.engine()).doctor.web_search()
        except InaraError as error:
            self.page.show_finding(FindingItem("", False, explained(error)))
            return
        self.page.show_finding(FindingItem(one.subject, one.ok, one.message, one.next_step))

    @Slot()
    def _on_off(self) -> None:
        self._office.start(self.page, self._off())

    async def _off(self) -> None:
        self.page.show_finding(None)
        await self._office.change((HERE, None))
        await self._read()


def _service(settings: Settings, provider: str) -> list[Sets]:
    """Another service: at its own address, with the key that is kept for it, all in one change."""
    search = settings.tools.web_search
    sets: list[Sets] = [((*HERE, "provider"), provider)]
    if search.url is not None:
        sets.append(((*HERE, "url"), None))
    if provider != KEYLESS:
        sets.append(((*HERE, "api_key"), _reference(provider)))
    elif search.api_key is not None:
        sets.append(((*HERE, "api_key"), None))
    return sets


def _reference(provider: str) -> str:
    return f"keyring:web-search-{provider}"
