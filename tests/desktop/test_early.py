"""The size of the window's text: read before Qt starts, as the settings file has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inara_desktop.early import scaled
from inara_engine.settings import AppearanceSettings

PROBE = """
import json, os, pathlib, sys
from PySide6.QtWidgets import QApplication
from inara_desktop.early import scaled
with scaled(pathlib.Path(sys.argv[1])):
    app = QApplication([])
print(json.dumps([app.primaryScreen().devicePixelRatio(), "QT_SCALE_FACTOR" in os.environ]))
"""


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("[appearance]\ntext_scale = 1.5\n", 1.5),
        ("[appearance]\ntext_scale = 2\n", 2.0),
        ("[appearance]\ntheme = 'dark'\n", 1.0),
        ("[appearance]\ntext_scale = 70\n", 1.0),  # the engine tells what is wrong with these
        ("[appearance]\ntext_scale = '1.5'\n", 1.0),
        ("text_scale = [1.5", 1.0),
    ],
)
def test_the_window_is_as_large_as_the_settings_say(tmp_path: Path, text: str, factor: float) -> None:
    config = tmp_path / "config.toml"
    config.write_text(text)
    probe = [sys.executable, "-c", PROBE, str(config)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(probe, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [factor, False]  # and what Inara starts is not scaled with it


def test_who_scales_qt_themselves_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.25")
    config = tmp_path / "config.toml"
    config.write_text("[appearance]\ntext_scale = 2.0\n")
    with scaled(config):
        assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    assert os.environ["QT_SCALE_FACTOR"] == "1.25"


def test_the_bounds_are_those_of_the_setting() -> None:
    from inara_desktop.early import LEAST, MOST

    bounds = AppearanceSettings.model_fields["text_scale"].metadata
    assert {getattr(one, "ge", getattr(one, "le", None)) for one in bounds} >= {LEAST, MOST}
