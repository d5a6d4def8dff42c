"""The connection doctor in the window: lines fill in as checks end, and the whole of it can be copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.connect_values import CheckItem, FindingItem
from inara_desktop.doctor_dialog import DoctorDialog
from inara_desktop.style import Appearance

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

CHECKS = (CheckItem("model:a", "Qwen 3"), CheckItem("servers", "Servers on this machine"))
WELL = FindingItem("Model a", True, "Ollama is ready.")
AMISS = FindingItem("Local server", False, "Jan wants a <b>key</b>", "Store it with `inara secrets set NAME`.")


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> Iterator[DoctorDialog]:
    appearance = Appearance(qapp, "light")
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.show()
    made = DoctorDialog(appearance, behind)
    made.set_checks(CHECKS)
    with qtbot.waitExposed(made):
        made.open()
    yield made
    made.close()
    appearance.deleteLater()


def said(dialog: DoctorDialog) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def button(dialog: DoctorDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_each_line_fills_in_when_its_check_ends(dialog: DoctorDialog) -> None:
    assert said(dialog).count("Looking…") == 2
    assert "Still looking…" in said(dialog)
    dialog.set_findings("servers", (AMISS,))
    assert said(dialog).count("Looking…") == 1
    assert "One thing needs attention. Still looking…" in said(dialog)
    assert "Jan wants a <b>key</b>" in said(dialog)  # plain text, whatever a server calls itself
    assert "Store it with “inara secrets set NAME”." in said(dialog)
    assert not button(dialog, "doctorAgain").isEnabled()
    dialog.set_findings("model:a", (WELL,))
    assert "One thing needs attention." in said(dialog)
    assert button(dialog, "doctorAgain").isEnabled()


def test_what_is_wrong_with_a_model_leads_to_where_models_are_changed(dialog: DoctorDialog, qtbot: QtBot) -> None:
    models = button(dialog, "doctorModels")
    dialog.set_findings("servers", (AMISS,))
    dialog.set_findings("model:a", (WELL,))
    assert not models.isVisible()
    dialog.set_findings("model:a", (AMISS,))
    assert models.isVisible()
    with qtbot.waitSignal(dialog.modelsRequested):
        models.click()


def test_looking_again_asks_for_it_and_begins_anew(dialog: DoctorDialog, qtbot: QtBot) -> None:
    for check in CHECKS:
        dialog.set_findings(check.id, (WELL,))
    assert "All is well." in said(dialog)
    with qtbot.waitSignal(dialog.againRequested):
        button(dialog, "doctorAgain").click()
    dialog.set_checks(CHECKS)
    assert said(dialog).count("Looking…") == 2


def test_findings_of_several_things_say_of_which(dialog: DoctorDialog) -> None:
    dialog.set_findings("model:a", (WELL, FindingItem("Decisions", True, "3 in the log")))
    assert {"Model a: Ollama is ready.", "Decisions: 3 in the log"} <= {*said(dialog)}
    assert "  ✓ Decisions: 3 in the log\n" in dialog.report()


def test_the_report_is_copied_as_text(dialog: DoctorDialog) -> None:
    dialog.set_findings("model:a", (WELL,))
    dialog.set_findings("servers", (AMISS,))
    button(dialog, "doctorCopy").click()
    assert QApplication.clipboard().text() == (
        "Qwen 3\n  ✓ Ollama is ready.\nServers on this machine\n"
        "  ✗ Jan wants a <b>key</b>\n    → Store it with `inara secrets set NAME`.\n"
    )


def test_assistive_technology_gets_each_finding_whole(dialog: DoctorDialog) -> None:
    dialog.set_findings("servers", (AMISS,))
    names = [each.accessibleName() for each in dialog.findChildren(QWidget) if each.accessibleName()]
    assert any(name.startswith("Local server, needs attention: Jan wants") for name in names)


def test_in_german_the_findings_are_german_and_the_report_one_copies_is_not(german: None, dialog: DoctorDialog) -> None:
    """Whoever is asked for help reads the report, and looks for its words."""
    dialog.set_findings(
        "servers",
        (FindingItem("Local server", False, "Nothing answers on h:1.", "Start it with `ollama serve`."),),
    )
    shown = said(dialog)
    assert "Server auf diesem Rechner" in shown
    assert "Unter h:1 antwortet nichts." in shown
    assert "Starten Sie es mit „ollama serve“." in shown
    assert "✗ Nothing answers on h:1.\n    → Start it with `ollama serve`." in dialog.report()
