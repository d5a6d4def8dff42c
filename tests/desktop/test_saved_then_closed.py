"""What was saved is written as it stood then, whatever becomes of its editor before the engine has answered."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QRegularExpression, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inara_desktop.errands import Errands
from inara_desktop.pages.editing_errands import EditingErrands
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.hooks_errands import HooksErrands
from inara_desktop.pages.models_errands import ModelsErrands
from inara_desktop.pages.office import Office
from inara_desktop.pages.page import Page
from inara_desktop.pages.profiles_errands import ProfilesErrands
from inara_desktop.pages.schedules import SchedulesPage
from inara_desktop.pages.schedules_errands import SchedulesErrands
from inara_desktop.pages.servers_errands import ServersErrands
from inara_desktop.pages.web_search_errands import WebSearchErrands
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.face import Engine, KeyState, SettingsChange, open_engine
from inara_engine.home import find_home
from inara_engine.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


class Busy:
    """An engine that says what its settings are, and how its keys stand, when it is not `busy`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._free = asyncio.Event()
        self._free.set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def busy(self, busy: bool) -> None:
        self._free.clear() if busy else self._free.set()

    async def settings(self) -> Settings:
        await self._free.wait()
        return await self._engine.settings()

    @property
    def keys(self) -> Busy:
        return self

    async def states(self) -> list[KeyState]:
        await self._free.wait()
        return await self._engine.keys.states()


@pytest.fixture
async def engine(home: Path) -> AsyncIterator[Busy]:
    (home / "config.toml").write_text("")
    engine = await open_engine(find_home(), drive=False)
    yield Busy(engine)
    await engine.close()


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> MainWindow:
    window = MainWindow(appearance, QWidget)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
async def office(window: MainWindow, appearance: Appearance, engine: Busy) -> Office:
    async def spread(_settings: Settings) -> None:
        return None

    errands = Errands(window)
    errands.opened(cast("Any", engine))
    return Office(window, errands, appearance, find_home(), spread, cast("Any", None))


def in_settings(window: MainWindow, page: Page) -> QDialog:
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    QVBoxLayout(dialog).addWidget(page)
    dialog.open()
    return dialog


async def editor_of(dialog: QDialog, office: Office, button: str) -> Editor:
    cast("Any", dialog.findChild(QWidget, button)).click()
    await office.errands.finish()
    editor = dialog.findChild(Editor)
    assert editor is not None
    return editor


def type_into(editor: Editor, name: str, text: str) -> None:
    field = editor.findChild(QWidget, name)
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        cast("QLineEdit", field).setText(text)


def close(dialog: QDialog) -> None:
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)


def notices(window: MainWindow) -> list[str]:
    found = window.banners.findChildren(QWidget, QRegularExpression("^banner_"))
    return [notice.accessibleName() for notice in found if not notice.isHidden()]


def written(home: Path) -> dict[str, Any]:
    return tomllib.loads((home / "config.toml").read_text("utf-8"))


def hooks(office: Office) -> HooksErrands:
    return HooksErrands(office, SchedulesPage(office.appearance))


MORNING = {"name": "mine", "cron": "0 7 * * *", "task": "Look"}
EDITORS = [
    (ModelsErrands, "addModel", {"model_model": "tiny"}, ("models", "mine", "model"), "tiny"),
    (ProfilesErrands, "addProfile", {"profile_roots": "/tmp"}, ("profiles", "mine", "roots"), ["/tmp"]),
    (
        SchedulesErrands,
        "addSchedule",
        {"schedule_cron": "0 7 * * *", "schedule_task": "Look"},
        ("schedule",),
        [MORNING],
    ),
    (hooks, "addHook", {"hook_task": "Tell me"}, ("hooks", "mine", "task"), "Tell me"),
    (ServersErrands, "addServer", {"server_command": "true"}, ("mcp", "servers", "mine", "command"), "true"),
]


@pytest.mark.parametrize("closed", ["the editor", "the settings"])
@pytest.mark.parametrize(("errands_of", "button", "typed", "path", "value"), EDITORS)
async def test_what_is_saved_is_written_although_it_is_closed_at_once(
    home: Path,
    window: MainWindow,
    office: Office,
    engine: Busy,
    errands_of: Callable[[Office], EditingErrands[Any]],
    button: str,
    typed: dict[str, str],
    path: tuple[str, ...],
    value: object,
    closed: str,
) -> None:
    dialog = in_settings(window, errands_of(office).page)
    editor = await editor_of(dialog, office, button)
    for name, text in {"editorName": "mine", **typed}.items():
        type_into(editor, name, text)
    engine.busy(True)
    editor.save.click()
    close(editor if closed == "the editor" else dialog)
    engine.busy(False)
    await office.errands.finish()
    await asyncio.sleep(0)  # whoever is told that it has ended
    assert notices(window) == []
    assert at(written(home), *path) == value
    dialog.accept() if isValid(dialog) else None


async def test_what_is_typed_after_saving_is_not_what_was_saved(
    home: Path, window: MainWindow, office: Office, engine: Busy
) -> None:
    """The editor stays until the engine has answered: a number that is being typed is none yet."""
    dialog = in_settings(window, ModelsErrands(office).page)
    editor = await editor_of(dialog, office, "addModel")
    type_into(editor, "editorName", "mine")
    type_into(editor, "model_model", "large")
    type_into(editor, "model_max_rounds", "8")
    engine.busy(True)
    editor.save.click()
    type_into(editor, "model_max_rounds", "8x")
    engine.busy(False)
    await office.errands.finish()
    assert notices(window) == []
    assert at(written(home), "models", "mine", "max_rounds") == 8
    dialog.accept()


async def test_the_page_says_why_nothing_was_written_where_the_editor_is_closed(
    home: Path, window: MainWindow, office: Office, engine: Busy
) -> None:
    await engine.change_settings(SettingsChange(((("models", "mine"), {"provider": "openai", "model": "before"}),)))
    dialog = in_settings(window, ModelsErrands(office).page)
    editor = await editor_of(dialog, office, "addModel")
    type_into(editor, "editorName", "mine")
    engine.busy(True)
    editor.save.click()
    close(editor)
    engine.busy(False)
    await office.errands.finish()
    told = dialog.findChild(QLabel, "modelsPage_said")
    assert told is not None
    assert told.text() == "There is a model of that name already."
    assert at(written(home), "models", "mine", "model") == "before"
    dialog.accept()


@pytest.mark.parametrize(("errands_of", "button"), [(ProfilesErrands, "addProfile"), (SchedulesErrands, "addSchedule")])
async def test_two_presses_while_the_engine_is_busy_open_one_editor(
    window: MainWindow,
    office: Office,
    engine: Busy,
    errands_of: Callable[[Office], EditingErrands[Any]],
    button: str,
) -> None:
    """Of two, the second one would have said what the first one saves."""
    dialog = in_settings(window, errands_of(office).page)
    await office.errands.finish()
    engine.busy(True)
    for _ in range(2):
        cast("Any", dialog.findChild(QWidget, button)).click()
    engine.busy(False)
    await office.errands.finish()
    [editor] = dialog.findChildren(Editor)
    close(editor)
    dialog.accept()


async def test_how_a_key_stands_is_not_shown_beside_another_model(
    window: MainWindow, office: Office, engine: Busy
) -> None:
    """A keyring that is locked answers when the person is elsewhere."""
    of_openai = {"provider": "openai", "model": "large"}
    first, second = (("models", "first"), {**of_openai, "api_key": "keyring:first"}), (("models", "second"), of_openai)
    await engine.change_settings(SettingsChange((first, second)))
    page = ModelsErrands(office).page
    dialog = in_settings(window, page)
    await office.errands.finish()
    engine.busy(True)
    page.wanted.emit("edit", "first")
    await asyncio.sleep(0)
    close(dialog.findChild(Editor))
    page.wanted.emit("edit", "second")
    engine.busy(False)
    await office.errands.finish()
    editor = dialog.findChild(Editor)
    assert editor is not None
    assert editor.findChild(QLabel, "keyState").text() == ""
    close(editor)
    dialog.accept()


async def test_a_search_service_is_chosen_although_the_settings_are_closed_at_once(
    home: Path, window: MainWindow, office: Office, engine: Busy
) -> None:
    page = WebSearchErrands(office).page
    dialog = in_settings(window, page)
    await office.errands.finish()
    engine.busy(True)
    page.changed.emit("provider", "brave")
    await asyncio.sleep(0)
    close(dialog)
    engine.busy(False)
    await office.errands.finish()
    assert notices(window) == []
    assert at(written(home), "tools", "web_search", "provider") == "brave"


def at(settings: Any, *path: str) -> Any:
    for step in path:
        settings = settings[step]
    return settings
