"""The first start, and what looks at connections: the doctor and the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inara_desktop.connect_form import ConnectForm
from inara_desktop.connect_values import CheckItem, ConnectionItem, FindingItem, FoundServer, InterfaceItem
from inara_desktop.connections_dialog import ConnectionsDialog
from inara_desktop.doctor_dialog import DoctorDialog
from inara_desktop.moments import clock
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import StatusHint, demo_badge
from inara_desktop.window import MainWindow
from tests.screenshots.window import NOW, TALK, Scene, settle, window


def first_start_found(appearance: Appearance) -> Sequence[QWidget]:
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(())
    made.set_status_hint(StatusHint("Demo", "demo", demo_badge()))
    made.show_page("first_start")
    made.first_start.set_servers(
        (
            FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b", "llama3.2:3b", "mistral-small:24b")),
            FoundServer("LM Studio", "http://127.0.0.1:1234/v1", ("gemma-3-12b-it",)),
        )
    )
    return [made]


def first_start_vendor(appearance: Appearance) -> Sequence[QWidget]:
    [made] = first_start_none(appearance)
    assert isinstance(made, MainWindow)
    made.resize(720, 520)
    form = made.findChild(ConnectForm)
    assert form is not None
    form.whose.chosen.emit("anthropic")
    made.show()
    settle(100)
    made.first_start.ensureWidgetVisible(form)
    form.connect_button.click()
    return [made]


def first_start_none(appearance: Appearance) -> Sequence[QWidget]:
    made = MainWindow(appearance, TranscriptView, clock=lambda: NOW)
    made.set_sessions(())
    made.set_status_hint(StatusHint("Demo", "demo", demo_badge()))
    made.show_page("first_start")
    made.first_start.set_servers(())
    made.first_start.show_problem("Nothing answers on 127.0.0.1:11434. Is Ollama running? Start it, then try again.")
    return [made]


CHECKS = (
    CheckItem("model:local", "Qwen 3 8B"),
    CheckItem("model:claude", "Claude Sonnet"),
    CheckItem("servers", "Servers on this machine"),
    CheckItem("inara", "Inara"),
)


def _doctor(appearance: Appearance) -> tuple[MainWindow, DoctorDialog]:
    made = window(appearance, TALK)
    made.show()
    dialog = DoctorDialog(appearance, made)
    dialog.set_checks(CHECKS)
    dialog.set_findings(
        "model:local",
        (
            FindingItem(
                "Model local", True, "Ollama on 127.0.0.1:11434 is ready with “qwen3:8b”, context of 4,096 tokens."
            ),
            FindingItem(
                "Model local",
                False,
                "It reads 4,096 tokens at once; the 24 tools offered take about 3,320, and with instructions and an "
                "answer it takes 5,760.",
                "Set `context_window` of the model (e.g. 32768): Ollama then loads it so. Or start Ollama with a larger "
                "OLLAMA_CONTEXT_LENGTH. Or offer fewer tools: `tools` under [roles.orchestrator].",
            ),
        ),
    )
    dialog.open()
    return made, dialog


def doctor(appearance: Appearance) -> Sequence[QWidget]:
    made, dialog = _doctor(appearance)
    dialog.set_findings(
        "servers",
        (
            FindingItem("Local server", True, "Ollama at http://127.0.0.1:11434/v1: 2 models"),
            FindingItem(
                "Local server",
                False,
                "Jan at http://127.0.0.1:1337/v1: wants an API key",
                "Jan asks for an API key. Store it with `inara secrets set NAME` and name it in `api_key`.",
            ),
        ),
    )
    return [made, dialog]


def doctor_well(appearance: Appearance) -> Sequence[QWidget]:
    made, dialog = _doctor(appearance)
    for check in CHECKS:
        dialog.set_findings(check.id, (FindingItem(check.title, True, "Ready, context of 32,768 tokens."),))
    return [made, dialog]


def connections(appearance: Appearance) -> Sequence[QWidget]:
    made = window(appearance)
    made.show()
    dialog = ConnectionsDialog(appearance, made)
    dialog.set_interface(InterfaceItem(enabled=True, running=True, address="http://127.0.0.1:8765"))
    dialog.set_connections(
        [
            ConnectionItem("127.0.0.1", 11434, "model", "Qwen 3, this machine", local=True, times=12, last="now"),
            ConnectionItem("example.org", 443, "page", "web_fetch", local=False, times=1, last="5 min"),
            ConnectionItem("127.0.0.1", 8000, "check", "vLLM", local=True, times=3, last=clock(9, 5)),
        ]
    )
    dialog.open()
    return [made, dialog]


SCENES: tuple[Scene, ...] = (
    first_start_found,
    first_start_none,
    first_start_vendor,
    doctor,
    doctor_well,
    connections,
)
