"""Scenes of other areas in German: what has to fit although its words are longer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.style import Appearance
from tests.screenshots.activity import activity_decisions_broken
from tests.screenshots.connecting import first_start_found
from tests.screenshots.consent import confirm_small
from tests.screenshots.main_window import shortcuts, small_sidebar
from tests.screenshots.off_record import off_the_record
from tests.screenshots.sessions import sessions_filed
from tests.screenshots.settings_models import settings_roles
from tests.screenshots.usage import usage_small
from tests.screenshots.window import Scene


def german(appearance: Appearance) -> Sequence[QWidget]:
    return sessions_filed(appearance)


def german_off_record(appearance: Appearance) -> Sequence[QWidget]:
    return [off_the_record(appearance)]


def german_empty(appearance: Appearance) -> Sequence[QWidget]:
    return small_sidebar(appearance)


def german_first_start(appearance: Appearance) -> Sequence[QWidget]:
    return first_start_found(appearance)


def german_usage(appearance: Appearance) -> Sequence[QWidget]:
    return usage_small(appearance)


def german_decisions(appearance: Appearance) -> Sequence[QWidget]:
    return activity_decisions_broken(appearance)


def german_shortcuts(appearance: Appearance) -> Sequence[QWidget]:
    return shortcuts(appearance)


def german_confirm_small(appearance: Appearance) -> Sequence[QWidget]:
    return confirm_small(appearance)


def german_settings(appearance: Appearance) -> Sequence[QWidget]:
    return settings_roles(appearance)


SCENES: tuple[Scene, ...] = (
    german,
    german_off_record,
    german_empty,
    german_first_start,
    german_usage,
    german_decisions,
    german_shortcuts,
    german_confirm_small,
    german_settings,
)
