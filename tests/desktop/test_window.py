"""The main window as a whole: what it shows, what its keys do, and that everything has a name."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inara_desktop.connect_values import FoundServer, ServerChoice, ServerForm
from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import (
    BannerValue,
    Manner,
    ModelItem,
    PendingItem,
    SessionItem,
    StatusHint,
    WindowState,
)
from inara_desktop.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

NOW = 1_795_000_000.0


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> MainWindow:
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.bind_keys()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.set_sessions([SessionItem("s1", "Garden", NOW - 60), SessionItem("s2", "Kitchen", NOW - 120)])
    made.set_models([ModelItem("local", "Qwen 3"), ModelItem("claude", "Claude", "cloud")], "local")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def child(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def test_the_controls_have_the_names_others_rely_on(window: MainWindow) -> None:
    names = ["sessionList", "sessionSearch", "newSession", "composer", "send", "stop", "modelPicker", "modePicker"]
    window.set_pending([PendingItem("c1", "s1", "Garden", "Write a note")])
    for name in [*names, "pendingList"]:
        assert child(window, name).accessibleName(), name
    assert window.objectName() == "mainWindow"


def test_everything_that_takes_the_focus_says_what_it_is(window: MainWindow) -> None:
    window.show_page("first_start")
    window.first_start.set_servers([FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b",))])
    window.show_banner(BannerValue("a", "A notice", action_label="Do it", action="do"))
    window.set_pending([PendingItem("c1", "s1", "Garden", "Write a note")])
    focusable = [each for each in window.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in focusable
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
    ]
    assert len(focusable) > 12
    assert nameless == []


def test_all_words_are_plain_text(window: MainWindow) -> None:
    window.show_page("first_start")
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in window.findChildren(QLabel))


def test_ctrl_n_asks_for_a_new_session_and_ctrl_k_for_the_search(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.newSessionRequested):
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = child(window, "sessionSearch")
    assert window.focusWidget() is search
    with qtbot.waitSignal(window.sessionSearchChanged) as typed:
        qtbot.keyClicks(search, "g")
    assert typed.args == ["g"]


def test_a_new_chat_ends_the_search_and_leaves_the_trash(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.search.setText("garden")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not window.sidebar.search.text()
    window.sidebar.trash.click()
    window.sidebar.show_trash([])
    with qtbot.waitSignal(window.sidebar.trashToggled) as toggled:
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert toggled.args == [False]
    assert not window.sidebar.in_trash


def test_where_a_prompt_may_go_is_said_whole(window: MainWindow) -> None:
    def said() -> str:
        hint = window.findChild(QWidget, "statusHint")
        return hint.accessibleName() if hint is not None else ""

    window.set_status_hint(StatusHint("Qwen", "local"))
    assert said() == "Qwen · stays on this machine"
    window.set_status_hint(StatusHint("Qwen", "local", elsewhere="Claude"))
    assert said() == "Qwen · may leave this machine, for Claude"
    window.set_manner(Manner(local=True))
    assert said() == "Qwen · stays on this machine"
    window.set_status_hint(StatusHint("Claude", "cloud"))
    assert said() == "This conversation stays on this machine"
    window.set_manner(Manner())
    assert said() == "Claude · leaves this machine"


def test_a_search_is_cleared_by_the_mouse_too(window: MainWindow, qtbot: QtBot) -> None:
    search = window.sidebar.search
    qtbot.keyClicks(search, "garden")
    clear = next(button for button in search.findChildren(QToolButton) if button.text() == "Clear the search")
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert not search.text()
    assert not clear.isVisible()


def test_esc_leaves_the_search_and_never_stops_an_answer(window: MainWindow, qtbot: QtBot) -> None:
    window.set_running(True)
    window.sidebar.focus_search()
    qtbot.keyClicks(window.sidebar.search, "garden")
    with qtbot.assertNotEmitted(window.stopRequested):
        qtbot.keyClick(window.sidebar.search, Qt.Key.Key_Escape)
        qtbot.keyClick(window.composer.editor, Qt.Key.Key_Escape)
    assert not window.sidebar.search.text()
    assert window.focusWidget() is window.composer.editor


def test_ctrl_full_stop_stops_what_runs_and_only_that(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.stopRequested):
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    window.set_running(True)
    with qtbot.waitSignal(window.stopRequested):
        qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)


def test_the_sidebar_folds_by_key_and_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not window.sidebar.isVisible()
    qtbot.mouseClick(child(window, "showSidebar"), Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()
    window.resize(720, 520)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isVisible()
    window.sidebar.sessions.opened.emit("s1")
    assert not window.sidebar.isVisible()
    window.resize(1100, 700)
    qtbot.waitUntil(window.sidebar.isVisible)


def test_what_waits_shows_itself_and_opens(window: MainWindow, qtbot: QtBot) -> None:
    window.set_pending([])
    assert window.findChild(QListView, "pendingList") is None  # not built before something waits
    window.set_pending(
        [PendingItem("c1", "s1", "Garden", "Write a note"), PendingItem("c2", "s2", "Kitchen", "Delete")]
    )
    count = child(window, "pendingCount")
    assert isinstance(count, QLabel)
    assert count.text() == "2"
    waiting = child(window, "pendingList")
    assert isinstance(waiting, QListView)
    assert waiting.isVisible()
    with qtbot.waitSignal(window.pendingOpened) as opened:
        waiting.setCurrentIndex(waiting.model().index(1, 0))
        qtbot.keyClick(waiting, Qt.Key.Key_Return)
    assert opened.args == ["c2"]
    stops: list[QWidget] = [window.sidebar.search]
    while stops[-1] is not window.sidebar.sessions:
        stops.append(stops[-1].nextInFocusChain())
    assert waiting in stops, "by Tab it comes where it stands"
    window.set_pending([])
    assert not child(window, "pendingList").isVisible()


def test_a_model_is_chosen_from_a_menu(window: MainWindow, qtbot: QtBot) -> None:
    picker = child(window, "modelPicker")
    assert picker.accessibleName() == "Model: Qwen 3"
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton)
    menu = picker.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.findChildren(QAction) if action.text()] == [
        "Qwen 3",
        "Claude",
        "Connection doctor…",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.modelChosen) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["claude"]
    assert picker.accessibleName() == "Model: Qwen 3"  # until it is told otherwise


def test_a_question_does_not_open_under_typing_fingers(
    window: MainWindow, appearance: Appearance, qtbot: QtBot
) -> None:
    """A Space meant for the text would deny."""
    question = Question(appearance, window, "Sure?", "", "Yes")
    qtbot.keyClicks(window.composer.editor, "I am just")
    window.open_when_quiet(question)
    assert not question.isVisible()
    qtbot.keyClicks(window.composer.editor, " writing")
    qtbot.waitUntil(question.isVisible)
    assert window.draft() == "I am just writing"
    question.reject()


def test_nor_under_those_that_type_elsewhere(window: MainWindow, appearance: Appearance, qtbot: QtBot) -> None:
    question = Question(appearance, window, "Sure?", "", "Yes")
    window.sidebar.search.setFocus()
    qtbot.keyClicks(window.sidebar.search, "where")
    window.open_when_quiet(question)
    assert not question.isVisible()
    qtbot.keyClicks(window.sidebar.search, " was it")
    qtbot.waitUntil(question.isVisible)
    assert window.sidebar.search.text() == "where was it"
    question.reject()


def test_after_sending_a_question_opens_at_once(window: MainWindow, appearance: Appearance, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.composer.editor, "delete it")
    qtbot.keyClick(window.composer.editor, Qt.Key.Key_Return)
    question = Question(appearance, window, "Sure?", "", "Yes")
    window.open_when_quiet(question)
    assert question.isVisible()
    question.reject()


def test_a_question_put_away_before_it_was_shown_stays_away(
    window: MainWindow, appearance: Appearance, qtbot: QtBot
) -> None:
    question = Question(appearance, window, "Sure?", "", "Yes")
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.keyClicks(window.composer.editor, "typing")
    window.open_when_quiet(question)
    question.reject()
    qtbot.wait(900)
    assert not question.isVisible()


def test_a_notice_replaces_the_one_of_its_name_and_offers_one_thing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_banner(BannerValue("config", "Line 3 is wrong", "warning"))
    window.show_banner(BannerValue("config", "Line 4 is wrong", "warning", "Open file", "open-config"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    texts = [each.accessibleName() for each in window.banners.findChildren(QLabel)]
    assert texts == ["Line 4 is wrong"]
    with qtbot.waitSignal(window.bannerAction) as acted:
        qtbot.mouseClick(child(window, "bannerAction"), Qt.MouseButton.LeftButton)
    assert acted.args == ["open-config"]
    with qtbot.waitSignal(window.bannerClosed):
        qtbot.mouseClick(child(window, "bannerClose"), Qt.MouseButton.LeftButton)
    assert not window.banners.isVisible()


def test_a_word_without_end_widens_nothing(window: MainWindow, qtbot: QtBot) -> None:
    path = "/home/" + "x" * 3000
    window.resize(720, 520)
    window.set_title(path)
    window.set_sessions([SessionItem("s1", path, NOW)])
    window.set_pending([PendingItem("c1", "s1", path, path)])
    window.set_models([ModelItem("m", path)], "m")
    window.show_banner(BannerValue("config", f"{path} can't be read.", "error"))
    qtbot.wait(20)
    assert window.minimumSizeHint().width() <= 720
    assert window.width() == 720
    assert any(each.accessibleName() == f"{path} can't be read." for each in window.banners.findChildren(QLabel))


def test_no_tool_tip_carries_foreign_words(window: MainWindow) -> None:
    """Qt would read them as rich text and load what they name."""
    hostile = "<img src='file:///etc/hostname'>"
    window.set_title(hostile)
    window.set_sessions([SessionItem("s1", hostile, NOW)])
    window.set_pending([PendingItem("c1", "s1", hostile, hostile)])
    window.set_models([ModelItem("m", hostile)], "m")
    window.show_banner(BannerValue("b", hostile))
    assert not any("<" in each.toolTip() for each in window.findChildren(QWidget))


def test_an_empty_chat_offers_prompts_that_can_still_be_changed(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("empty")
    with qtbot.assertNotEmitted(window.submitted):
        qtbot.mouseClick(child(window, "sample1"), Qt.MouseButton.LeftButton)
    assert "Documents" in window.draft()
    assert window.focusWidget() is window.composer.editor


def test_the_first_start_offers_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    ollama = FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b", "llama3.2:3b"))
    window.show_page("first_start")
    window.first_start.set_servers([ollama, FoundServer("Jan", "http://127.0.0.1:1337/v1", ())])
    use = [each for each in window.findChildren(QPushButton, "useServer") if each.isEnabled()]
    with qtbot.waitSignal(window.pages.serverChosen) as chosen:
        qtbot.mouseClick(use[0], Qt.MouseButton.LeftButton)
    assert len(use) == 1  # Jan has no model to use
    assert chosen.args == [ServerChoice(ollama, "qwen3:8b")]
    with qtbot.waitSignal(window.pages.tourChosen):
        qtbot.mouseClick(child(window, "startTour"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.pages.firstStartSkipped):
        qtbot.mouseClick(child(window, "skipFirstStart"), Qt.MouseButton.LeftButton)
    assert window.composer.editor.isVisible()


def test_a_server_can_be_typed_in_and_what_is_missing_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("first_start")
    url, model, key = (child(window, name) for name in ("serverUrl", "serverModel", "serverKey"))
    connect, problem = child(window, "connectServer"), child(window, "serverProblem")
    assert isinstance(key, QLineEdit)
    assert isinstance(problem, QLabel)
    assert key.echoMode() == QLineEdit.EchoMode.Password
    with qtbot.assertNotEmitted(window.pages.serverEntered):
        qtbot.mouseClick(connect, Qt.MouseButton.LeftButton)
        assert "address" in problem.text()
        qtbot.keyClicks(url, "localhost:8080/v1")
        qtbot.mouseClick(connect, Qt.MouseButton.LeftButton)
        assert "model" in problem.text()
    qtbot.keyClicks(model, "tiny")
    qtbot.keyClicks(key, "sk-secret")
    with qtbot.waitSignal(window.pages.serverEntered) as entered:
        qtbot.keyClick(key, Qt.Key.Key_Return)
    form = entered.args[0]
    assert form == ServerForm("http://localhost:8080/v1", "tiny", "sk-secret")
    assert "sk-secret" not in repr(form)


def test_a_vendor_needs_a_key_and_no_address(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("first_start")
    url, model, key = (child(window, name) for name in ("serverUrl", "serverModel", "serverKey"))
    whose, connect, problem = (child(window, name) for name in ("serverWhose", "connectServer", "serverProblem"))
    assert isinstance(problem, QLabel)
    qtbot.mouseClick(whose, Qt.MouseButton.LeftButton)
    [offered] = [each for each in window.findChildren(QMenu) if each.isVisible()]
    assert [action.text() for action in offered.actions()] == ["A server", "OpenAI", "Anthropic", "Gemini"]
    offered.actions()[2].trigger()
    offered.close()
    assert not url.isVisible()
    assert window.focusWidget() is model
    qtbot.keyClicks(model, "claude-sonnet-4-5")
    with qtbot.assertNotEmitted(window.pages.serverEntered):
        qtbot.mouseClick(connect, Qt.MouseButton.LeftButton)
    assert problem.text() == "Paste your key. Anthropic answers nobody without one."
    qtbot.keyClicks(key, "sk-secret")
    with qtbot.waitSignal(window.pages.serverEntered) as entered:
        qtbot.keyClick(key, Qt.Key.Key_Return)
    assert entered.args == [ServerForm("", "claude-sonnet-4-5", "sk-secret", "anthropic")]


def test_the_window_comes_back_where_it_was_left(window: MainWindow, appearance: Appearance, qtbot: QtBot) -> None:
    window.resize(780, 650)
    window.toggle_sidebar()
    state = window.window_state()
    again = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    qtbot.addWidget(again)
    again.restore_window(state)
    assert again.size() == window.size()
    again.show()
    assert not again.sidebar.isVisible()
    again.restore_window(WindowState(geometry="no geometry ☃", sidebar=True))
    assert again.sidebar.isVisible()


def test_a_first_start_on_a_small_screen_fits_it(appearance: Appearance, qtbot: QtBot) -> None:
    first = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    qtbot.addWidget(first)
    first.restore_window(WindowState())
    assert first.width() < first.screen().availableSize().width() < 1120
    assert first.height() == 760


def test_light_and_dark_change_under_an_open_window(window: MainWindow, appearance: Appearance) -> None:
    light = window.grab().toImage().pixelColor(600, 300)
    appearance.set_scheme("dark")
    dark = window.grab().toImage().pixelColor(600, 300)
    assert light.lightness() > 240
    assert dark.lightness() < 40


@pytest.mark.parametrize(("width", "height"), [(480, 400), (720, 520), (1120, 760), (2560, 1440)])
def test_nothing_is_cut_off_at_any_size(window: MainWindow, qtbot: QtBot, width: int, height: int) -> None:
    window.show_page("empty")
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.size().width() == width)
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text()]
    assert buttons
    cut = [each.text() for each in buttons if each.width() < each.sizeHint().width()]
    assert cut == []
    assert window.composer.editor.width() > 200


def test_a_closed_window_leaves_nothing_alive(appearance: Appearance, qapp: QApplication) -> None:
    """A slot that captured its widget would keep it."""
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.show_page("first_start")
    made.show_banner(BannerValue("a", "A notice", action_label="Do it", action="do"))
    parts: list[weakref.ref[QObject]] = [
        weakref.ref(each) for each in (made, made.composer, made.sidebar, made.header, made.first_start)
    ]
    made.deleteLater()
    del made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [each() for each in parts] == [None] * len(parts)


FIRST_PAINT = """
import os, sys
from inara_desktop.__main__ import make_ready
make_ready()
from PySide6 import QtCore, QtGui, QtWidgets
from inara_desktop import app

class Painted(app.MainWindow):
    def bind_keys(self):  # what comes first after the paint
        made = set(sys.modules) | set(vars(QtCore)) | set(vars(QtGui)) | set(vars(QtWidgets))
        print(*sorted(made & set(sys.argv[1:])), flush=True)
        os._exit(0)

app.MainWindow = Painted
app.run()
"""


@pytest.fixture
def made_before_the_first_paint(tmp_path: Path) -> Callable[..., set[str]]:
    """Which of these modules and classes of Qt there are once the window is painted, in a process of its own."""

    def made(*names: str) -> set[str]:
        ran = subprocess.run(
            [sys.executable, "-c", FIRST_PAINT, *names],
            env={**os.environ, "INARA_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return set(ran.stdout.split())

    return made


def test_the_first_paint_needs_neither_the_engine_nor_its_libraries(
    made_before_the_first_paint: Callable[..., set[str]],
) -> None:
    heavy = ("pydantic", "httpx", "markdown_it", "asyncio", "keyring", "importlib.resources", "dataclasses", "datetime")
    ours = ("inara_engine.events", "inara_engine.face", "inara_desktop.pending_list", "inara_desktop.shortcuts")
    assert made_before_the_first_paint(*heavy, *ours, "inara_engine.home") == {"inara_engine.home"}


def test_the_first_paint_needs_no_class_of_qt_that_only_later_moves_use(
    made_before_the_first_paint: Callable[..., set[str]],
) -> None:
    """PySide makes a class when it is first named, and a Python enum of each of its lists of names."""
    events = ("QEventLoop", "QItemSelectionModel", "QLibraryInfo", "QSettings")
    looks = ("QImage", "QKeySequence", "QTextCursor", "QWindow")
    views = ("QScrollBar", "QStyleOptionViewItem")
    assert made_before_the_first_paint(*events, *looks, *views, "QListView") == {"QListView"}


def test_off_the_record_the_window_leaves_no_doubt_and_its_title_tells_nothing(window: MainWindow) -> None:
    window.set_title("A present for Tom")
    window.set_off_record(True)
    window.set_title("A present for Tom")
    assert window.windowTitle() == "Off the record – Inara"
    assert child(window, "offRecordBand").isVisible()
    button = child(window, "offRecord")
    assert isinstance(button, QAbstractButton)
    assert (button.isChecked(), button.accessibleDescription()) == (True, "Close and forget")
    assert window.composer.editor.accessibleName() == "Message, off the record"
    window.set_off_record(False)
    window.set_title("Garden")
    assert (window.windowTitle(), button.isChecked()) == ("Garden – Inara", False)
    assert not child(window, "offRecordBand").isVisible()


def test_the_button_of_what_is_off_the_record_begins_it_and_ends_it(window: MainWindow, qtbot: QtBot) -> None:
    button = child(window, "offRecord")
    with qtbot.waitSignal(window.offRecordRequested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.set_off_record(True)
    with qtbot.waitSignal(window.forgetRequested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(button, QAbstractButton)
    assert button.isChecked()  # until it is closed


def test_a_window_that_has_to_ask_stays_open_and_a_signal_does_not_ask(window: MainWindow) -> None:
    window.stays_open = lambda: True
    window.quit()
    assert window.isVisible()
    window.end()
    assert not window.isVisible()
