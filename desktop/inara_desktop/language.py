"""The window's language: English in the source, others from `translations/inara_XX.qm` of the resources.

Chosen before the first widget is made. English costs nothing: no file is read.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from inara_desktop.early import appearance_value
from inara_resources import sentences, translation

__all__ = ["configured", "speak", "tables"]


def configured(config: Path) -> str:
    """`[appearance] language` of the settings file, "system" where it says nothing that can be read."""
    return str(appearance_value(config, "language") or "system")


def speak(app: QCoreApplication, wanted: str = "system") -> str:
    """Translate what is made from now on; the language it is in.

    The first of the system's languages that there is a translation for; numbers and dates are written the same way.
    """
    names = [wanted] if wanted != "system" else list(QLocale.system().uiLanguages())
    for name in names:
        language = name.replace("_", "-").partition("-")[0]
        if language in {"en", "C"}:
            break
        data = translation(language)
        if data is None:
            continue
        from PySide6.QtCore import QLibraryInfo  # English needs none of it

        ours, qts = _Translator(app, data), QTranslator(app)
        if not ours.isEmpty():
            if qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                app.installTranslator(qts)
            app.installTranslator(ours)
            system = QLocale.system()
            same = system.name().startswith(language)
            QLocale.setDefault(system if same else QLocale(language))
            return language
    system = QLocale.system()
    if system.language() == QLocale.Language.English:
        QLocale.setDefault(system)  # Britons have 24 hours, Americans 12
    elif QLocale().language() in {QLocale.Language.C, QLocale.Language.AnyLanguage} or wanted == "en":
        QLocale.setDefault(QLocale(QLocale.Language.English))
    return "en"


class _Translator(QTranslator):
    """Of bytes, which need not be a file of their own. Qt reads them where they are, so they are kept."""

    def __init__(self, app: QCoreApplication, data: bytes) -> None:
        super().__init__(app)
        self._data = data
        self.load(data)


def tables() -> list[tuple[str, str]]:
    """What is translated out of tables, as context and text: the tool that collects texts reads calls only."""
    import json

    from inara_desktop.empty_state import SAMPLES
    from inara_desktop.in_window import INSTEAD
    from inara_desktop.pages.declared import settings_words
    from inara_desktop.shortcuts import SHORTCUTS
    from inara_desktop.status_line import WHERE

    keys = {part for one in SHORTCUTS for each in one.keys for part in each.split("+") if len(part) > 2}
    words = {each for one in SHORTCUTS for each in (one.group, one.words)} | keys
    found = {("Shortcuts", each) for each in words - {"Up", "Down"}}
    found |= {("EmptyState", text) for sample in SAMPLES for text in sample[1:]}
    found |= {("StatusLine", words) for _, _, words in WHERE.values()}
    found |= {("Settings", words) for words in settings_words() if words}
    engine: dict[str, list[str]] = json.loads(sentences())
    found |= {("Said", INSTEAD.get(words, words)) for words in engine["sentences"]} | {
        ("Deeds", words) for words in engine["deeds"]
    }
    return sorted(found)
