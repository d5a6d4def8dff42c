"""Who never saw config.toml reads where a setting is in the window, in the words of the settings' own pages."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from inara_desktop.conversation import Conversation
from inara_desktop.in_window import BY_HAND, INSTEAD, in_window
from inara_desktop.said import explained, remedy, said
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import ErrorRow
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.window import MainWindow
from inara_engine import settings
from inara_engine.errors import UserError
from inara_engine.face import Prompt, open_engine
from inara_engine.home import find_home
from inara_resources import sentences
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, Turn, call, calls_turn, error_turn
from tests.support.terminal import configure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

SENTENCES: list[str] = json.loads(sentences())["sentences"]
TABLES = (
    settings.ModelSettings,
    settings.LlamaServerSettings,
    settings.RoleSettings,
    settings.DefaultsSettings,
    settings.WebSearchSettings,
    settings.McpServerSettings,
    settings.ApiSettings,
    settings.PolicySettings,
    settings.WorkspaceSettings,
)
KEYS = {name for table in (settings.Settings, *TABLES) for name in table.model_fields}
FIELD = re.compile(r"\{\d+\}")


def of_the_file(words: str) -> bool:
    """Whether these are words of config.toml, or a command in place of a field of the window."""
    named = {key for key in KEYS if "_" in key and re.search(rf"\b{key}\b", words)}
    marked = set(re.findall(r"`(\w+)[`.]", words)) & KEYS
    return bool(named or marked or re.search(r"\[[a-z]|config\.toml|inara (?:secrets|mcp (?!import))", words))


def test_the_test_knows_words_of_the_file() -> None:
    for words in ("`model` of {1}", "(max_rounds)", "under [policy]", "set `llama_server.context`", "in config.toml"):
        assert of_the_file(words)
    assert not any(map(of_the_file, ("a model", "Start it with `ollama serve`.", "search_files finds them", "(403)")))


def test_no_sentence_of_the_engine_names_a_setting_by_the_file() -> None:
    """Where it fails: mark the key as others do, or say it in `INSTEAD`; a mistake of the file goes into `BY_HAND`."""
    assert [words for words in SENTENCES if words not in BY_HAND and of_the_file(in_window(words))] == []
    assert sum(map(of_the_file, SENTENCES)) > 50  # there are such


@pytest.mark.usefixtures("german")
def test_nor_in_german() -> None:
    assert [words for words in SENTENCES if words not in BY_HAND and of_the_file(in_window(words))] == []


def test_what_is_said_instead_is_of_a_sentence_there_is_and_keeps_its_fields() -> None:
    assert {*INSTEAD, *BY_HAND} <= {*SENTENCES}
    lost = {"{1} CLIENT-ID", "inara mcp", "inara secrets"}  # a command's argument goes with the command
    for engine, window in INSTEAD.items():
        if not any(each in engine for each in lost):
            assert Counter(FIELD.findall(engine)) == Counter(FIELD.findall(window)), engine


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("Check `base_url` of [models.a.b-1].", "Check “Address” of “a.b-1” under Settings › Models."),
        ("Check `base_url` of [models].", "Check “Address” of this model."),
        (
            "Set a larger `llama_server.context` in [models.own].",
            "Set a larger “Own server › Context” in “own” under Settings › Models.",
        ),
        ("Is Ollama running? Start it with `ollama serve`.", "Is Ollama running? Start it with “ollama serve”."),
        (
            "Choose another port in the settings ([api] port in config.toml); 0 takes a free one.",
            "Choose another “Port” under Settings › Interface; 0 takes a free one.",
        ),
    ],
)
def test_a_setting_is_named_by_where_it_is(english: str, shown: str) -> None:
    assert remedy(UserError("", next_step=english)) == shown


def test_what_a_server_says_stays_as_it_is() -> None:
    error = UserError(
        "M refused the request (400). It says: “unknown field `model` in [models.x]”.",
        next_step="Check `model` of [models.m]. It is not in config.toml, says M.",
    )
    assert said(error.message) == error.message
    assert explained(error).endswith("Check “Model” of “m” under Settings › Models. It is not in config.toml, says M.")


def test_a_mistake_of_the_file_keeps_its_words() -> None:
    text = "Change it in the file by hand, or give each table a header of its own, such as [defaults]."
    assert said(text) == text
    assert QCoreApplication.translate("Said", text) == text


@dataclass(frozen=True)
class Trouble:
    """How the model "local" is set up and what its server answers; what a person reads of it, in two languages."""

    english: str
    german: str
    turns: Sequence[Turn] = ()
    model: dict[str, object] = field(default_factory=dict[str, object])
    more: str = ""


PAGE = Turn([b"<html>Hello</html>"], headers={"Content-Type": "text/html"})
TROUBLES = {
    "a web page answers": Trouble(
        "Check “Address” of “local” under Settings › Models; it usually ends in /v1.",
        "Prüfen Sie „Adresse“ von „local“ unter Einstellungen › Modelle; meist endet sie auf /v1.",
        [PAGE],
    ),
    "a key is wanted": Trouble(
        "Paste one into “API key” of “local” under Settings › Models.",
        "Fügen Sie einen als „API-Schlüssel“ von „local“ unter Einstellungen › Modelle ein.",
        [error_turn(401, {"error": {"message": "who are you?"}})],
    ),
    "the key is kept nowhere": Trouble(
        "Paste it into “API key” of what asks for it, in the settings.",
        "Fügen Sie ihn in den Einstellungen als „API-Schlüssel“ dort ein, wo er gebraucht wird.",
        model={"api_key": "keyring:gone"},
    ),
    "the model is not there": Trouble(
        "Check “Model” of “local” under Settings › Models.",
        "Prüfen Sie „Modell“ von „local“ unter Einstellungen › Modelle.",
        [error_turn(404, {"error": {"message": "model 'tiny' not found", "code": "model_not_found"}})],
    ),
    "the model is elsewhere": Trouble(
        "Choose a local model, or turn “Local only” off under Settings › Answers.",
        "Wählen Sie ein lokales Modell, oder schalten Sie „Nur lokal“ unter Einstellungen › Antworten ab.",
        model={"base_url": "http://models.invalid/v1"},
        more="[defaults]\nlocal_only = true\n",
    ),
    "the model finds no end": Trouble(
        "Try again, with another model, or with more “Rounds” for this one under Settings › Models.",
        "Versuchen Sie es noch einmal, mit einem anderen Modell oder mit mehr „Runden“ für dieses unter "
        "Einstellungen › Modelle.",
        [calls_turn(call("list_files", {"path": "."})), calls_turn(call("list_files", {"path": "."}))],
        {"max_rounds": 1},
    ),
}


async def error_shown(home: Path, view: TranscriptView, trouble: Trouble) -> ErrorRow:
    """The card of a real job's end, as the conversation shows it."""
    async with ScriptedServer(trouble.turns) as server:
        configure(home, **{"base_url": server.base_url, **trouble.model})  # pyright: ignore[reportArgumentType]
        with (home / "config.toml").open("a") as file:
            file.write(trouble.more)
        engine = await open_engine(find_home())
        try:
            job = await engine.submit(Prompt(text="Hi"))
            report = await settled(engine, job)
            shown = Conversation(engine, view, report["session_id"], frozenset(), lambda _: None)
            following = asyncio.create_task(shown.run())
            assert await shown.read()
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
        finally:
            await engine.close()
    [row] = [row for row in view.rows() if isinstance(row, ErrorRow)]
    return row


@pytest.mark.parametrize("name", TROUBLES)
@pytest.mark.parametrize("language", ["english", "german"])
async def test_an_error_in_a_conversation_says_where_to_go(
    name: str, language: str, home: Path, appearance: Appearance, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    if language == "german":
        request.getfixturevalue("german")
    window = MainWindow(appearance, TranscriptView)
    qtbot.addWidget(window)
    window.show()
    view = window.transcript
    assert isinstance(view, TranscriptView)
    row = await error_shown(home, view, TROUBLES[name])
    assert row.next_step == getattr(TROUBLES[name], language)
    assert not of_the_file(f"{row.title} {row.next_step}")
    assert not re.search(r"[`\[\]]", f"{row.title} {row.next_step}")
