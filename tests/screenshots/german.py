"""Scenes of other areas in German: what has to fit although its words are longer, and what the engine says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.activity_window import ActivityWindow
from inara_desktop.said import deed, remedy, said
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import ErrorRow, RowAction, UserRow
from inara_engine.errors import Rejected
from tests.screenshots.activity import ACTIVITY, activity, activity_decisions_broken, activity_rules
from tests.screenshots.connecting import doctor, first_start_found
from tests.screenshots.consent import confirm_delete, confirm_small
from tests.screenshots.help_pages import help_page
from tests.screenshots.main_window import shortcuts, small_sidebar
from tests.screenshots.off_record import off_the_record
from tests.screenshots.sessions import sessions_filed
from tests.screenshots.settings_models import settings_model_editor, settings_roles
from tests.screenshots.settings_tools import settings_tools
from tests.screenshots.usage import usage_small
from tests.screenshots.window import NOW, Scene, window


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


def german_help(appearance: Appearance) -> Sequence[QWidget]:
    return help_page(appearance)


def german_confirm_small(appearance: Appearance) -> Sequence[QWidget]:
    return confirm_small(appearance)


def german_error(appearance: Appearance) -> Sequence[QWidget]:
    """As `Presenter` makes it of what a server's refusal is to the engine."""
    refused = Rejected(
        "OpenAI does not accept the API key (401). It says: “Incorrect API key provided: sk-…7Q.”",
        next_step="Check the key `api_key` of [models.gpt] names; `inara secrets set NAME` stores a new one.",
    )
    actions = (RowAction("retry", "Erneut versuchen", primary=True), RowAction("doctor", "Was kann ich tun?"))
    asked = UserRow("u1", "Und was sagt das Wetter?", NOW - 90)
    return [window(appearance, (asked, ErrorRow("e1", said(refused.message), remedy(refused), actions)))]


def german_confirm(appearance: Appearance) -> Sequence[QWidget]:
    return confirm_delete(appearance)


def german_doctor(appearance: Appearance) -> Sequence[QWidget]:
    return doctor(appearance)


def german_activity(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = activity(appearance)
    assert isinstance(opened, ActivityWindow)
    items = [item._replace(summary=deed(item.summary)) for item in ACTIVITY]
    opened.list.activity.set_items(items, more=False)
    opened.tell(said("~/Documents/letter.md is as it was before."))
    return [made, opened]


def german_rules(appearance: Appearance) -> Sequence[QWidget]:
    return activity_rules(appearance)


def german_model_editor(appearance: Appearance) -> Sequence[QWidget]:
    return settings_model_editor(appearance)


def german_tools(appearance: Appearance) -> Sequence[QWidget]:
    return settings_tools(appearance)


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
    german_help,
    german_confirm_small,
    german_error,
    german_confirm,
    german_doctor,
    german_activity,
    german_rules,
    german_model_editor,
    german_tools,
    german_settings,
)
