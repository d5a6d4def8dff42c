"""The settings of who answers: models, roles, personas, memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from inara_desktop.connect_values import FindingItem, FoundServer
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.key_field import KeyField
from inara_desktop.pages.memory import DayItem, MemoryPage, ProposalItem
from inara_desktop.pages.models import ModelCard, ModelsPage
from inara_desktop.pages.personas import FileItem, PersonasPage
from inara_desktop.pages.refusing import refuse
from inara_desktop.pages.roles import RolesPage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.style import Appearance
from inara_desktop.wording import translate
from inara_engine.settings import ModelSettings, Problem, SettingsRefused
from tests.screenshots.settings_dialog import settings_dialog
from tests.screenshots.window import Scene


def _models(appearance: Appearance) -> ModelsPage:
    page = ModelsPage(appearance)
    page.show_models(
        [
            ModelCard("local", "Qwen 3 8B", "openai", "127.0.0.1:11434", True, True),
            ModelCard(
                "claude",
                "Claude Sonnet",
                "anthropic",
                "api.anthropic.com",
                False,
                False,
                "The key “claude” is stored in the keyring.",
            ),
            ModelCard(
                "gemini",
                "Gemini Pro",
                "gemini",
                "generativelanguage.googleapis.com",
                False,
                False,
                "The environment variable GEMINI_KEY is not set. Set it before Inara starts.",
                False,
            ),
        ]
    )
    page.show_findings(
        "local",
        [
            FindingItem(
                "Model local", True, "Ollama on 127.0.0.1:11434 is ready with “qwen3:8b”, context of 32,768 tokens."
            ),
            FindingItem("Model local", True, "It answered “ready” in 1.2 s."),
        ],
    )
    return page


def settings_models(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _models(appearance), "models")


def settings_models_small(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _models(appearance), "models", (720, 520))


def settings_models_found(appearance: Appearance) -> Sequence[QWidget]:
    page = ModelsPage(appearance)
    page.show_models([])
    page.show_servers(
        [
            FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b", "llama3.2:3b")),
            FoundServer("LM Studio", "http://127.0.0.1:1234/v1", ()),
        ]
    )
    return settings_dialog(appearance, page, "models")


def settings_model_editor(appearance: Appearance) -> Sequence[QWidget]:
    made = settings_dialog(appearance, _models(appearance), "models")
    form = TableForm(
        appearance,
        ModelSettings,
        "model",
        ("provider", "base_url", "model", "label", "context_window"),
        ("max_rounds",),
    )
    form.load({"provider": "openai", "base_url": "127.0.0.1:8080", "model": "qwen3:8b"})
    editor = Editor(appearance, made[1], translate("ModelsErrands", "Add a model"), form, None)
    editor.name.setText("qwen")
    key = KeyField(
        appearance,
        translate("ModelsErrands", "API key"),
        translate(
            "ModelsErrands",
            "It goes into the keyring of your system under the model's name. A local server needs none.",
        ),
    )
    layout: Any = form.layout()
    layout.insertWidget(2, key)
    words = 'not a web address; expected one such as "http://127.0.0.1:11434/v1"'
    path = ("models", "qwen", "base_url")
    refuse(editor, path[:2], SettingsRefused((Problem("config.toml", 1, ".".join(path), words, path=path),)))
    editor.open()
    return [*made, editor]


def settings_roles(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, RolesPage(appearance), "roles")


def settings_roles_small(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, RolesPage(appearance), "roles", (720, 520))


IDENTITY = """# Inara

You are **Inara**, a calm assistant on this person's own computer.

- Answer in the language you are asked in.
- Say what you don't know.

<!-- Told to nobody: written in November. -->
"""


def _personas(appearance: Appearance) -> PersonasPage:
    page = PersonasPage(appearance)
    page.show_personas(["inara", "butler"], "butler", "inara")
    page.show_files(
        [
            FileItem("identity.md", IDENTITY, 1, 46, 1500),
            FileItem("profile.md", "Ada, who builds instruments.", 2, 12, 1000),
            FileItem(
                "papers/house.md",
                "x" * 40,
                3,
                9120,
                8000,
                problem="It takes 9,120 tokens, and 8,000 go along: the rest is cut.",
            ),
        ]
    )
    page.show_prompt(
        2, 58, "You are **Inara**, a calm assistant …\n\n# About the person\n\nAda, who builds instruments."
    )
    return page


def settings_personas(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _personas(appearance), "personas")


def settings_personas_preview(appearance: Appearance) -> Sequence[QWidget]:
    page = _personas(appearance)
    page.editor.look.setChecked(True)
    return settings_dialog(appearance, page, "personas")


def settings_personas_small(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _personas(appearance), "personas", (720, 520))


def _memory(appearance: Appearance) -> MemoryPage:
    page = MemoryPage(appearance)
    page.show_personas(["inara"], "inara")
    note = "# Short memory\n\n- 2026-11-21 19:40 Ada prefers metric units.\n- 2026-11-22 08:10 [untrusted] The shop opens at nine.\n"
    page.show_levels(
        [
            FileItem("memory/long.md", "# Long memory\n\n- Ada has a dog called Bello.\n", 2, 14, 1000),
            FileItem("memory/mid.md", "", 2, 0, 1500),
            FileItem("memory/short.md", note, 2, 41, 1000),
        ]
    )
    page.show_days(
        [
            DayItem(
                "2026-11-22",
                "# 2026-11-22\n\n## 19:41:05\n> Asked: what is in my notes?\n> Answered: two lists and a recipe.\n",
            )
        ]
    )
    diff = "--- memory/short.md\n+++ memory/short.md\n@@ -3,2 +3 @@\n-- 2026-11-21 19:40 Ada prefers metric units.\n--- memory/mid.md\n+++ memory/mid.md\n+- Ada prefers metric units."
    page.show_proposal(ProposalItem(diff, ("One note was left out, for it stands in long memory already.",)))
    return page


def settings_memory(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _memory(appearance), "memory")


def settings_memory_small(appearance: Appearance) -> Sequence[QWidget]:
    return settings_dialog(appearance, _memory(appearance), "memory", (720, 520))


SCENES: tuple[Scene, ...] = (
    settings_models,
    settings_models_small,
    settings_models_found,
    settings_model_editor,
    settings_roles,
    settings_roles_small,
    settings_personas,
    settings_personas_preview,
    settings_personas_small,
    settings_memory,
    settings_memory_small,
)
