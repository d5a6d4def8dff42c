"""The window around a conversation: its sizes, banners, composer, pickers and shortcuts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from inara_desktop.attachments import TextFile, picture
from inara_desktop.shortcuts_overlay import ShortcutsOverlay
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue, Draft, Manner, PendingItem, PersonaChoices, PersonaItem
from inara_desktop.window import MainWindow
from tests.screenshots.window import TALK, Scene, pending, settle, window


def empty(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(1120, 760)
    return [made]


def small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(720, 520)
    made.set_pending(pending())
    return [made]


def small_sidebar(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(720, 520)
    made.set_pending(pending())
    made.show()
    made.toggle_sidebar()
    return [made]


def large(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.resize(2560, 1440)
    return [made]


def banner(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show_banner(
        BannerValue(
            "config",
            "config.toml, line 12: “max_risk” must be a number from 0 to 4, not “high”. Inara runs on with the last good settings.",
            "warning",
            "Open file",
            "open-config",
        )
    )
    made.show_banner(
        BannerValue(
            "storage", "The disk is full. Nothing new can be kept until there is room.", "error", "Try again", "x"
        )
    )
    made.show_banner(BannerValue("demo", "You are in the guided tour.", "info", "Connect a model", "connect"))
    made.set_pending((*pending(), PendingItem("c9", "s4", "Letter to the landlord", "Delete old.zip", 3)))
    return [made]


def typing(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.set_draft(
        "Please compare these three offers for a heat pump.\n\n1. …\n2. …\n3. …\n\nWhich one would you take, and why?"
    )
    made.set_running(True)
    return [made]


def attached(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    picture_ = QImage(640, 400, QImage.Format.Format_RGB32)
    picture_.fill(QColor("#d9904a"))
    attachments = (
        picture(made.grab().toImage(), "Window.png"),
        TextFile("garden-plan-for-the-whole-year.md", "# Plan"),
        picture(picture_.scaled(80, 50), "colours.png"),
        TextFile("dates.csv", "a,b"),
    )
    made.composer.give_back(Draft("What do you make of these?", attachments))
    made.composer.expect("scan_0042.jpg")
    return [made]


def picker(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    settle(300)
    made.header.model.click()
    return [made, *[each for each in QApplication.topLevelWidgets() if each.inherits("QMenu") and each.isVisible()]]


PERSONAS = PersonaChoices(
    (
        PersonaItem("inara", (("identity", 1, 152), ("profile", 2, 38), ("long", 2, 412), ("mid", 2, 230))),
        PersonaItem("work", (("identity", 1, 90), ("profile", 2, 61), ("papers", 3, 3210), ("short", 2, 44))),
        PersonaItem(
            "poet",
            problem="The persona poet is a link to a place outside ~/.local/share/inara/personas, so it is not read."
            " Move its folder there, or choose another persona.",
            usable=False,
        ),
    ),
    "inara",
)


def _persona(made: MainWindow, choices: PersonaChoices, manner: Manner) -> Sequence[QWidget]:
    made.header.persona.set_choices(choices)
    made.set_manner(manner)
    made.show()
    settle(50)
    made.header.persona.open()
    return [made]


def persona_panel(appearance: Appearance) -> Sequence[QWidget]:
    return _persona(window(appearance, TALK), PERSONAS, Manner(persona="work", tier=3))


def persona_panel_broken(appearance: Appearance) -> Sequence[QWidget]:
    choices = PERSONAS._replace(items=(PERSONAS.items[0],), most_tier=1, tier=1)
    return _persona(window(appearance, TALK), choices, Manner())


def persona_panel_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    return _persona(made, PERSONAS._replace(items=PERSONAS.items[:2]), Manner("chat"))


def shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.show()
    overlay = ShortcutsOverlay(appearance, made)
    overlay.open()
    return [made, overlay]


def shortcuts_small(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance, TALK)
    made.resize(720, 520)
    made.show()
    overlay = ShortcutsOverlay(appearance, made)
    overlay.open()
    return [made, overlay]


SCENES: tuple[Scene, ...] = (
    empty,
    small,
    small_sidebar,
    large,
    banner,
    typing,
    attached,
    picker,
    persona_panel,
    persona_panel_broken,
    persona_panel_small,
    shortcuts,
    shortcuts_small,
)
