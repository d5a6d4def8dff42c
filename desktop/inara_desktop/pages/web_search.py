"""The page of the web search: which service is asked, its key, and whether it answers."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.connect_values import FindingItem
from inara_desktop.controls import IconLabel, Paragraph, TextButton
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.page import Page, clear
from inara_desktop.pages.table_form import TableForm
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_engine.settings import Settings, WebSearchSettings

__all__ = ["KEYLESS", "WebSearchPage"]

KEYLESS = "searxng"


class WebSearchPage(Page):
    """`changed` carries a setting's name and its new value; `key` what was typed there."""

    changed = Signal(str, object)
    testWanted = Signal()
    offWanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "webSearchPage")
        self.setAccessibleName(self.tr("Web search"))
        metrics = appearance.theme.metrics
        about = self.tr(
            "The service that the tool web_search asks. A SearXNG server can be your own and wants no key; Brave and "
            "Tavily want one. What is looked for goes to the service; each search that may carry something private out "
            "asks you first."
        )
        self._on = self._lacks_key = False
        self._state = Paragraph("", "strong")
        self._state.setObjectName("searchState")
        self.form = TableForm(appearance, WebSearchSettings, "web_search", ("provider", "url"), ("api_key",))
        self.key = KeyField(
            appearance,
            self.tr("API key"),
            self.tr("It goes into the keyring of your system. SearXNG needs none."),
        )
        self.form.put_below("url", self.key)
        self.test = TextButton(appearance, self.tr("Test"), icon="search", ink="on_accent", kind="primary")
        self.test.setObjectName("testSearch")
        self.test.setAccessibleDescription(self.tr("Searches for one harmless word"))
        self.off = TextButton(appearance, self.tr("Switch off"), kind="quiet")
        self.off.setObjectName("searchOff")
        row = QHBoxLayout()
        row.setSpacing(metrics.gap_s)
        row.addWidget(self.test)
        row.addWidget(self.off)
        row.addStretch(1)
        self._finding = QVBoxLayout()
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addWidget(self._state)
        self.column.addWidget(self.form)
        self.column.addLayout(row)
        self.column.addLayout(self._finding)
        self.form.changed.connect(self.changed)
        self.test.clicked.connect(self.testWanted)
        self.off.clicked.connect(self.offWanted)

    def set_settings(self, settings: Settings) -> None:
        search = settings.tools.web_search
        self.form.load(search.model_dump(mode="json"))
        self._on = search.provider != KEYLESS or search.url is not None
        self._lacks_key = self._lacks_key and search.provider != KEYLESS
        self._tell_state()
        self.key.setVisible(search.provider != KEYLESS)
        self.test.setEnabled(self._on)
        self.off.setVisible(self._on)

    def show_key(self, words: str, *, stored: bool, lacking: bool) -> None:
        """How the key stands; without the one it wants, the service is not asked."""
        self.key.show_state(words, stored=stored)
        self._lacks_key = lacking
        self._tell_state()

    def _tell_state(self) -> None:
        words = self.tr("Off: no service is set up, so models can't search.")
        if self._lacks_key:
            words = self.tr("Not ready: the service wants a key.")
        elif self._on:
            words = self.tr("On: models may search.")
        self._state.set_text(words)

    def show_testing(self) -> None:
        """The service is being asked."""
        clear(self._finding)
        self.test.setEnabled(False)
        self._finding.addWidget(Paragraph(self.tr("Searching for a word…"), "muted"))

    def show_finding(self, finding: FindingItem | None) -> None:
        """What the test found; None takes it away."""
        clear(self._finding)
        if finding is None:
            return
        self.test.setEnabled(True)
        row = QHBoxLayout()
        row.setSpacing(self.appearance.theme.metrics.gap_s)
        icon, ink = ("check", "success_text") if finding.ok else ("warning", "warning_text")
        row.addWidget(IconLabel(self.appearance, icon, ink))
        words = Paragraph(visible(explained(finding)))
        words.setObjectName("searchFinding")
        row.addWidget(words, 1)
        self._finding.addLayout(row)

    @Slot(str, str)
    def show_problem(self, name: str, text: str) -> None:
        """Why a value can't be taken, beside it."""
        for left in self.form.show_problems({name: text}):
            self.tell(left, error=True)
