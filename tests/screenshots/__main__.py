"""Pictures of the window with made-up values: `python -m tests.screenshots OUTDIR [--only NAME] [--scheme S]`.

For looking at, and for the README. Every scene is built by the product's own widgets; each module here has those of one
area in its `SCENES`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from inara_desktop.language import speak
from inara_desktop.style import Appearance, SchemeChoice
from tests.screenshots import (
    activity,
    cards,
    connecting,
    consent,
    conversation,
    german,
    help_pages,
    main_window,
    off_record,
    queue_and_templates,
    quick_prompt,
    sessions,
    settings_models,
    settings_program,
    settings_tools,
    texts,
    tool_servers,
    usage,
)
from tests.screenshots.window import settle

AREAS = (
    main_window,
    sessions,
    off_record,
    conversation,
    queue_and_templates,
    cards,
    texts,
    consent,
    activity,
    connecting,
    tool_servers,
    settings_models,
    settings_tools,
    settings_program,
    quick_prompt,
    help_pages,
    usage,
    german,
)
SCENES = {scene.__name__: scene for area in AREAS for scene in area.SCENES}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name has this in it")
    parser.add_argument("--scene", action="append", default=[], help="this scene; may be repeated")
    parser.add_argument("--scheme", choices=("light", "dark"), default="")
    wanted = parser.parse_args()
    wanted.outdir.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    appearance = Appearance(app)
    schemes: tuple[SchemeChoice, ...] = (wanted.scheme,) if wanted.scheme else ("light", "dark")
    for scheme in schemes:
        appearance.set_scheme(scheme)
        for name, scene in SCENES.items():
            if (wanted.only and wanted.only not in name) or (wanted.scene and name not in wanted.scene):
                continue
            language = speak(app, "de" if name.startswith("german") else "en")
            widgets = scene(appearance)
            for widget in widgets:
                widget.show()
            settle(700)
            picture = widgets[0].grab()
            if len(widgets) > 1:
                picture = _composed(widgets)
            path = wanted.outdir / f"{name}-{scheme}.png"
            picture.save(str(path))
            print(path)
            for widget in reversed(widgets):
                widget.reject() if isinstance(widget, QDialog) else widget.close()
            for widget in widgets:
                widget.deleteLater()
            settle(20)
            if language != "en":
                for translator in app.findChildren(QTranslator):
                    app.removeTranslator(translator)


def _composed(widgets: Sequence[QWidget]) -> QPixmap:
    """The window with what stands on it, where it stands."""
    ground = widgets[0].grab()
    origin = widgets[0].geometry().topLeft()
    painter = QPainter(ground)
    for widget in widgets[1:]:
        at = widget.geometry().topLeft() - origin
        if isinstance(widget, QDialog):
            at = widgets[0].rect().center() - widget.rect().center()
            painter.fillRect(ground.rect(), QColor(0, 0, 0, 70))  # a compositor's dimming and frame
            painter.setPen(QColor(0, 0, 0, 60))
            painter.drawRect(widget.rect().translated(at).adjusted(-1, -1, 0, 0))
        painter.drawPixmap(at, widget.grab())
    painter.end()
    return ground


if __name__ == "__main__":
    main()
