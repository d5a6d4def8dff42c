"""The settings of what happens by itself, of the desktop and of the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from inara_desktop.connect_values import FindingItem
from inara_desktop.moments import exactly
from inara_desktop.pages.about import AboutPage
from inara_desktop.pages.desktop import DesktopPage
from inara_desktop.pages.form_page import FormPage
from inara_desktop.pages.hooks_errands import curl_line
from inara_desktop.pages.schedules import HookItem, ScheduleItem, SchedulesPage
from inara_desktop.pages.shortcuts import ShortcutsPage
from inara_desktop.pages.storage import BackupItem, RoomItem, StoragePage
from inara_desktop.settings_dialog import SettingsDialog
from inara_desktop.style import Appearance
from inara_desktop.times_said import times_said
from inara_desktop.wording import translate
from tests.screenshots.settings_dialog import TITLES, settings_dialog
from tests.screenshots.window import Scene
from tests.support.settings_pages import turned_to


def _when(day: int, hour: int, minute: int) -> str:
    """In a November."""
    return exactly(datetime(2026, 11, day, hour, minute).astimezone().timestamp())


def settings_schedules(appearance: Appearance) -> Sequence[QWidget]:
    page = SchedulesPage(appearance)
    page.show_schedules(
        [
            ScheduleItem(
                "morning",
                "Summarise my notes from yesterday",
                times_said("At 07:00 on Monday through Friday"),
                f"next on {_when(30, 7, 0)}",
                f"Last run {_when(27, 7, 0)}: complete. Three notes, two of them about the garden.",
                True,
            ),
            ScheduleItem("fold", "Folds the memory.", times_said("At 03:00 every day"), "", "", False),
        ]
    )
    page.show_hooks(
        [
            HookItem(
                "gitea",
                "Tell me in one line what happened",
                True,
                curl_line("http://127.0.0.1:8765", "gitea", signed=True),
                "The key “hook-gitea” is stored in the keyring.",
            )
        ]
    )
    return settings_dialog(appearance, page, "schedules")


def settings_schedules_small(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_schedules(appearance)
    made[0].resize(720, 520)
    made[1].resize(680, 480)
    return made


def settings_wrong(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_dialog(appearance, None, "api")
    dialog = made[1]
    assert isinstance(dialog, SettingsDialog)
    page = turned_to(dialog, translate("Configuring", TITLES["api"]))
    assert isinstance(page, FormPage)
    typed = page.findChild(QLineEdit, "api_port")
    assert isinstance(typed, QLineEdit)
    typed.setText("99999")
    page.show_problem(("api", "port"), "99999 does not fit; a whole number from 0 to 65535.")
    return made


def settings_desktop(appearance: Appearance) -> Sequence[QWidget]:
    page = DesktopPage(appearance, "Desktop")
    page.show_autostart(on=False, problem="")
    return settings_dialog(appearance, page, "desktop")


def settings_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    page = ShortcutsPage(appearance, "inara quick")
    page.show_state(
        "The desktop does not give these keys. Ask it again, or bind “inara quick” in its settings.", can_ask=True
    )
    return settings_dialog(appearance, page, "shortcuts")


def settings_storage(appearance: Appearance) -> Sequence[QWidget]:
    page = StoragePage(appearance)
    home = "/home/ada/.local/share/inara"
    page.show_rooms(
        [
            RoomItem("database", f"{home}/inara.db", 48_300_000),
            RoomItem("personas", f"{home}/personas", 220_000),
            RoomItem("backups", f"{home}/backups", 96_000_000),
            RoomItem("undo", f"{home}/undo", 0),
            RoomItem("logs", "/home/ada/.local/state/inara/log", 12_000),
            RoomItem("cache", "/home/ada/.cache/inara", 900_000),
        ],
        81_000_000_000,
    )
    page.show_trash(3)
    page.show_backups(
        [
            BackupItem("inara-20261128-103000", _when(28, 10, 30), 48_000_000),
            BackupItem("inara-20261101-080000", _when(1, 8, 0), 48_000_000),
        ],
        "inara-20261101-080000",
    )
    return settings_dialog(appearance, page, "storage")


def settings_about(appearance: Appearance) -> Sequence[QWidget]:
    page = AboutPage(appearance)
    page.show_facts(
        "0.1.0",
        [
            ("System", "Linux 6.1 x86_64"),
            ("Python", "3.11.7"),
            ("Qt, PySide", "6.11.1, 6.11.1"),
            ("Data", "/home/ada/.local/share/inara"),
        ],
    )
    page.show_findings(
        [
            FindingItem("Database", True, "/home/ada/.local/share/inara/inara.db"),
            FindingItem(
                "Keyring", False, "The keyring is locked.", "Unlock it with your login password, then try again."
            ),
        ]
    )
    page.show_licences("aiohttp 3.12: Apache-2.0\nPySide6 6.11: LGPL-3.0\nqasync 0.28: BSD-2-Clause")
    return settings_dialog(appearance, page, "about")


SCENES: tuple[Scene, ...] = (
    settings_schedules,
    settings_schedules_small,
    settings_wrong,
    settings_desktop,
    settings_shortcuts,
    settings_storage,
    settings_about,
)
