"""Light and dark follow the system and the person, live."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCompleter, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.check_box import CheckBox
from inara_desktop.controls import IconButton
from inara_desktop.icons import Icons
from inara_desktop.style import Appearance, SchemeChoice
from inara_desktop.theme import DARK, LIGHT, Colors
from inara_desktop.window import MainWindow
from inara_resources import icon_names, icon_svg


def test_a_switch_reaches_palette_and_style_sheet_before_it_is_told(appearance: Appearance, qapp: QApplication) -> None:
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        seen.append((qapp.palette().color(QPalette.ColorRole.Window).name(), DARK.surface in qapp.styleSheet()))

    appearance.changed.connect(look)
    appearance.set_scheme("dark")
    assert seen == [(DARK.canvas, True)]
    appearance.set_scheme("light")
    assert seen[-1] == (LIGHT.canvas, False)


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so
@pytest.mark.parametrize("edge_px", [28, 36])
def test_a_button_with_an_icon_only_is_as_high_as_it_is_wide(
    appearance: Appearance, qtbot: QtBot, edge_px: int
) -> None:
    """The style sheet's height for buttons made all of them 34 pixels high, and round ones oval."""
    row = QWidget()
    qtbot.addWidget(row)
    button = IconButton(appearance, "send", "Send", edge_px=edge_px)
    QHBoxLayout(row).addWidget(button)
    row.show()
    assert (button.width(), button.height()) == (edge_px, edge_px)
    button.setFocus()
    assert row.focusWidget() is button
    assert (button.width(), button.height()) == (edge_px, edge_px)


@pytest.mark.usefixtures("appearance")
def test_no_sign_of_what_is_read_becomes_another(qapp: QApplication) -> None:
    """Inter draws the x of x86_64 as a times sign and --> as an arrow, where it may."""
    alternates = QFont.Tag("calt")
    assert qapp.font().isFeatureSet(alternates)
    assert qapp.font().featureValue(alternates) == 0


def test_the_same_scheme_again_restyles_nothing(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_scheme("light")


def test_a_window_dressed_once_it_is_whole_looks_as_one_made_under_its_style_sheet(
    qapp: QApplication, qtbot: QtBot
) -> None:
    looks: list[QImage] = []
    for dressed in (True, False):
        qapp.setStyleSheet("")
        appearance = Appearance(qapp, "light", dressed=dressed)
        assert bool(qapp.styleSheet()) == dressed
        window = MainWindow(appearance, QWidget)
        qtbot.addWidget(window)
        if not dressed:
            appearance.dress()
        window.show()
        window.composer.editor.clearFocus()  # its caret blinks
        looks.append(window.grab().toImage())
    assert looks[0] == looks[1]


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so
def test_what_a_field_offers_to_complete_stands_on_a_ground(appearance: Appearance, qtbot: QtBot) -> None:
    """As the file dialog does for names: the list is a window of its own, where transparent is black."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setCompleter(QCompleter(["big.csv", "bin.dat"], field))
    field.show()
    qtbot.keyClicks(field, "b")
    offered = field.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    shown = offered.grab().toImage()
    assert shown.pixelColor(shown.width() - 6, shown.height() // 2).name() == LIGHT.surface
    offered.hide()


def test_the_transcript_gets_the_same_theme(appearance: Appearance) -> None:
    appearance.set_scheme("dark")
    theme = appearance.transcript_theme()
    assert theme.dark
    assert (theme.background, theme.text, theme.accent) == (DARK.canvas, DARK.text, DARK.accent)


def test_every_icon_can_be_drawn_in_any_colour(qapp: QApplication) -> None:
    icons = Icons(qapp)
    for name in icon_names():
        image = icons.pixmap(name, "#ff0000", 24, 2.0).toImage()
        inked = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200]
        assert inked, name
        assert name == "inara" or all(color.red() > 200 and color.green() < 60 for color in inked), name


def test_a_pixmap_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    pixmap = Icons(qapp).pixmap("send", "#000000", 18, 1.5)
    assert pixmap.width() == 27
    assert pixmap.deviceIndependentSize().width() == pytest.approx(18)


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon_svg("no-such-icon")


@pytest.mark.parametrize(("scheme", "colors"), [("light", LIGHT), ("dark", DARK)])
def test_a_box_to_tick_is_seen_and_so_is_its_tick(
    appearance: Appearance, qtbot: QtBot, scheme: SchemeChoice, colors: Colors
) -> None:
    """Its edge unticked, its ground ticked, and the sign in it: each of three times the contrast of what is round it."""
    appearance.set_scheme(scheme)
    box = CheckBox("Notify")
    qtbot.addWidget(box)
    box.resize(200, 24)
    box.show()

    def seen() -> set[str]:
        picture = box.grab().toImage()
        return {picture.pixelColor(x, y).name() for x in range(20) for y in range(picture.height())}

    assert colors.muted in seen()
    assert colors.accent not in seen()
    box.setChecked(True)
    assert {colors.accent, colors.on_accent} <= seen()
    box.setEnabled(False)
    assert colors.accent not in seen()
    assert colors.faint in seen()
