"""The window in other languages: every text of the wired files is collected, German is whole, and both are up to date."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication, QWidget

import inara_desktop
from inara_desktop.header import Header
from inara_desktop.language import configured, speak, tables
from inara_desktop.style import Appearance
from inara_desktop.usage_window import UsageWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources/inara_resources/translations"
DESKTOP = Path(inara_desktop.__file__).parent
TRANSLATE = {"tr", "translate", "later"}
NOT_SHOWN = {
    *("setObjectName", "setProperty", "getattr", "QKeySequence", "SessionAct", "Signal", "Slot", "cast", "compile"),
    *("print", "ToolError", "RuntimeError"),  # for the terminal, for a model, for nobody
}
FINE = {
    *(
        "Inara",
        "Python",
        "Shortcuts",
        "Composer",
        "global shortcut",
        "Classifier",
        "License",
        "only reads",
        "Inara ",
        "Inara – ",
        "License ::",
        *("Said", "Deeds"),
        *("English", "Deutsch", "SearXNG", "Brave Search", "Tavily"),
    ),  # names
    *(
        "Up",
        "Down",
        "ddd, d MMM yyyy",
        "d MMM",
        "MMM d",
        "ddd, MMM d, yyyy",
    ),  # keys that are shown as arrows; how dates are written
    *("There is no display (neither WAYLAND_DISPLAY nor DISPLAY is set).", " Inara goes on in the terminal."),
    "In the terminal: `inara ask`, `inara chat`, `inara sessions import FILE`.",
    *("Response", "Activated", "Closed", "Register"),  # to the desktop's portal
}
TABLES = {
    *("__all__", "WHERE", "SAMPLES", "SHORTCUTS", "INSTEAD"),  # those after the first: see `language.tables`
    *("_LANGUAGES", "_NAMES", "_C_WORDS", "_JS_WORDS", "sans", "mono"),  # names of languages, keys and type faces
    *("OF_A_MODEL", "BY_HAND", "_ENTRY", "COMMAND", "AGAIN"),  # for machines, and what is looked for
    *("_MARKS", "_DAYS", "_MONTHS"),
}
SHOWN = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|^ ?[A-Z][a-z]+…?( |$)")


def sources(ts: Path) -> set[tuple[str, str]]:
    """Context and text of each message."""
    found: set[tuple[str, str]] = set()
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        found |= {(name, message.findtext("source", "")) for message in context.iter("message")}
    return found


def skipped(node: ast.AST) -> bool:
    """Whether what is below is translated, or nothing that the window says."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
            return True
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name in TRANSLATE | NOT_SHOWN
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in TABLES
        case ast.Expr(value=ast.Constant()):  # a docstring
            return True
        case _:
            return False


def untranslated(path: Path) -> list[str]:
    """What looks like words for people and is not translated."""
    tree = ast.parse(path.read_text("utf-8"))
    passed = {id(each) for node in ast.walk(tree) if skipped(node) for each in ast.walk(node)}
    return [
        f"{path.name}:{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed
        if node.value not in FINE | {text for _, text in tables()} and SHOWN.search(node.value)
        if "$" not in node.value  # a line for a shell
    ]


def test_no_words_of_the_window_stay_english() -> None:
    assert [words for module in sorted(DESKTOP.rglob("*.py")) for words in untranslated(module)] == []


def test_a_forgotten_text_would_be_found(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text('def f(self):\n    self.tr("All well")\n    label("Not so well")\n    button("Halt")\n')
    assert untranslated(planted) == ["planted.py:3: Not so well", "planted.py:4: Halt"]


def uncollected(path: Path) -> list[str]:
    """Texts in f-strings, into which the tool that collects them doesn't look: they would stay English."""
    return [
        f"{path.name}:{call.lineno}: {call.args[-1].value}"
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[-1], ast.Constant)
        if isinstance(call.func, ast.Attribute | ast.Name)
        if (call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id) in TRANSLATE
    ]


def test_no_text_stands_where_it_is_not_collected() -> None:
    assert [text for module in sorted(DESKTOP.rglob("*.py")) for text in uncollected(module)] == []


def test_a_text_that_is_not_collected_would_be_found(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("def f(self):\n    self.tr('Seen')\n    g(f\"{self.tr('Well')}! {translate('F', 'So').x()}\")\n")
    assert uncollected(planted) == ["planted.py:3: Well", "planted.py:3: So"]


@pytest.mark.parametrize("ts", sorted(TRANSLATIONS.glob("*.ts")), ids=lambda ts: ts.stem)
def test_translations_are_those_of_the_source_and_whole(ts: Path, tmp_path: Path) -> None:
    """What is no longer used may stay until the next run. Where it fails: run packaging/translate.sh, fill what is unfinished, run it again."""
    collected = tmp_path / "now.ts"
    subprocess.run([ROOT / "packaging/translate.sh", "collect", collected], check=True)
    assert sources(collected) <= sources(ts)
    unfinished = [
        message.findtext("source", "")
        for message in ET.parse(ts).getroot().iter("message")
        if message.find("translation[@type]") is not None or not message.findtext("translation")
    ]
    assert unfinished == []
    compiled = tmp_path / "now.qm"
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", "-nounfinished", ts, "-qm", compiled], check=True)
    assert compiled.read_bytes() == ts.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("ts", sorted(TRANSLATIONS.glob("*.ts")), ids=lambda ts: ts.stem)
def test_a_translation_keeps_what_is_filled_in(ts: Path) -> None:
    for message in ET.parse(ts).getroot().iter("message"):
        source, text = message.findtext("source", ""), message.findtext("translation", "")
        places = re.findall(r"\{(?! )\w*\}", source)
        assert sorted(re.findall(r"\{(?! )\w*\}", text)) == sorted(places), source


def test_german_has_one_word_for_the_quick_prompt() -> None:
    """In the window, in the help, and in the menu of the desktop."""
    said = [
        message.findtext("translation", "")
        for message in ET.parse(TRANSLATIONS / "inara_de.ts").getroot().iter("message")
        if "quick prompt" in message.findtext("source", "").lower()
    ]
    said += (ROOT / "resources/inara_resources/help/de/start.md").read_text("utf-8").splitlines()[29:30]
    desktop_file = (ROOT / "packaging/linux/app.inara.Inara.desktop").read_text("utf-8")
    said += re.findall(r"Name=Quick prompt\nName\[de\]=(.*)", desktop_file)
    assert len(said) > 8
    assert [text for text in said if "Schnelleingabe" not in text] == []


@pytest.mark.usefixtures("german")
def test_german_speaks_german_and_writes_numbers_so(qapp: QApplication) -> None:
    appearance = Appearance(qapp, "light")
    header, usage = Header(appearance), UsageWindow(appearance, behind := QWidget())
    assert header.new.accessibleName() == "Neuer Chat"
    assert usage.windowTitle() == "Verbrauch – Inara"
    assert QLocale().toString(1234567) == "1.234.567"
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_de.qm").exists()  # Qt's own
    for made in (header, behind, appearance):
        made.deleteLater()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('[appearance]\nlanguage = "de"\n', "de"),
        ('[appearance]\ntheme = "dark"\n', "system"),
        ('# language\n[appearance\nlanguage = "de"', "system"),  # not readable: the engine will say so
        ("appearance = 3 # language\n", "system"),
    ],
)
def test_the_setting_is_read_before_the_engine_is_there(tmp_path: Path, text: str, language: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(text)
    assert configured(config) == language


def test_without_settings_the_system_decides(tmp_path: Path) -> None:
    assert configured(tmp_path / "none.toml") == "system"


def test_a_language_without_a_translation_is_english(qapp: QApplication) -> None:
    before = QLocale()
    assert speak(qapp, "fr") == "en"
    QLocale.setDefault(before)
