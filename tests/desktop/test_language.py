"""The window in other languages: every text of the wired files is collected, German is whole, and both are up to date."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

import inara_desktop
from inara_desktop.header import Header
from inara_desktop.language import configured, speak, tables
from inara_desktop.style import Appearance
from inara_desktop.usage_window import UsageWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "resources/inara_resources/translations"
WIRED = (
    "choosing",
    "composer",
    "context_meter",
    "conversation_keys",
    "empty_state",
    "find_bar",
    "first_start",
    "found_server",
    "global_shortcut",
    "header",
    "help_window",
    "moments",
    "off_record",
    "off_record_band",
    "off_record_page",
    "picture_reading",
    "picture_view",
    "persona_panel",
    "persona_picker",
    "question",
    "queue_list",
    "queueing",
    "blanks_dialog",
    "pick_list",
    "templates_dialog",
    "templating",
    "session_menu",
    "row_painter",
    "session_delegate",
    "session_list",
    "session_rows",
    "shortcuts_overlay",
    "sidebar",
    "tallying",
    "usage_window",
    "configuring",
    "settings_dialog",
    *sorted(f"pages/{path.stem}" for path in (Path(inara_desktop.__file__).parent / "pages").glob("[!_]*.py")),
    "signing_in",
    "status_line",
    "titles",
)
TRANSLATE = {"tr", "translate"}
NOT_SHOWN = {"setObjectName", "setProperty", "getattr", "QKeySequence", "SessionAct", "Signal", "Slot"}
FINE = {"Inara", "Python", "inara quick", "ddd, d MMM yyyy", "d MMM"}  # names, and how dates are written
SHOWN = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]+…?$")


def sources(ts: Path) -> set[tuple[str, str]]:
    """Context and text of each message."""
    found: set[tuple[str, str]] = set()
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        found |= {(name, message.findtext("source", "")) for message in context.iter("message")}
    return found


def untranslated(path: Path) -> list[str]:
    """What looks like words for people and is not translated."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            if isinstance(first, ast.Expr):
                skipped.add(id(first.value))
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in TRANSLATE | NOT_SHOWN:
                skipped |= {id(each) for each in ast.walk(node)}
        elif isinstance(node, ast.Assign | ast.AnnAssign) and path.stem in {"status_line", "empty_state"}:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(each, ast.Name) and each.id in {"WHERE", "SAMPLES", "__all__"} for each in targets):
                skipped |= {id(each) for each in ast.walk(node)}  # tables, see `language.tables`
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            skipped |= {id(each) for each in ast.walk(node)}
    return [
        f"{path.name}:{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
        if node.value not in FINE | {text for _, text in tables()} and SHOWN.search(node.value)
        if "$" not in node.value  # a line for a shell
    ]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    assert speak(qapp, "de") == "de"
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.parametrize("module", WIRED)
def test_a_wired_file_has_no_words_that_stay_english(module: str) -> None:
    assert untranslated(Path(inara_desktop.__file__).parent / f"{module}.py") == []


def test_a_forgotten_text_would_be_found(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text('def f(self):\n    self.tr("All well")\n    label("Not so well")\n    button("Halt")\n')
    assert untranslated(planted) == ["planted.py:3: Not so well", "planted.py:4: Halt"]


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
