"""What the engine says, in German: every sentence is known again with what stands in it, and nothing else is."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from inara_desktop.in_window import INSTEAD
from inara_desktop.recognising import known
from inara_desktop.said import LONGEST, deed, explained, labelled, remedy, said, step
from inara_engine.errors import UserError
from inara_engine.events import Detail
from inara_engine.policy import who_allowed
from inara_resources import sentences

ROOT = Path(__file__).parents[2]
COLLECTED: dict[str, list[str]] = json.loads(sentences())
PATTERNS = [(kind, pattern) for kind in ("sentences", "deeds") for pattern in COLLECTED[kind]]
FIELD = re.compile(r"\{(\d+)\}")


def filled(pattern: str, fields: list[str]) -> str:
    return FIELD.sub(lambda match: fields[int(match[1]) - 1], pattern)


@pytest.fixture(scope="module")
def collector() -> ModuleType:
    """`packaging/sentences.py`, which is in no package."""
    spec = importlib.util.spec_from_file_location("collector", ROOT / "packaging/sentences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_collection_is_what_the_source_says(collector: ModuleType) -> None:
    """Where it fails: run packaging/translate.sh, fill what is unfinished, run it again."""
    now = collector.collected()
    assert {kind: sorted({*now[kind]} ^ {*COLLECTED[kind]}) for kind in now} == {"sentences": [], "deeds": []}
    source = "".join(path.read_text("utf-8") for path in (ROOT / "engine").rglob("*.py"))
    assert [name for name in collector.SPELLED if not in_source(name, source)] == []  # what is spelled out still exists


def in_source(expression: str, source: str) -> bool:
    """Whether it is there, however it is quoted."""
    bare = re.sub(r"^f?['\"]|['\"]$|\\", "", expression)
    return bare in source.replace("\\", "")


def test_the_collector_sees_conditions_variables_and_steps(tmp_path: Path, collector: ModuleType) -> None:
    (tmp_path / "planted.py").write_text(
        '''
"""A docstring says nothing to a person."""
FIELD = Field(description="What a model is told of an argument.")
def f(name, many):
    _log.warning("this goes into a log")
    gave = "gave an empty answer" if many else "thought too long"
    raise UserError(f"{name} {gave}. It says: “{name}”.", next_step=f"Look at the file{'s' if many else ''} again.")
'''
    )
    found = collector.collected(tmp_path)["sentences"]
    assert [each for each in found if each not in collector.OF_THE_SYSTEM] == [
        "It says: “{1}”.",
        "Look at the file again.",
        "Look at the files again.",
        "{1} gave an empty answer.",
        "{1} thought too long.",
    ]


@pytest.mark.parametrize("kind", ["sentences", "deeds"])
def test_each_sentence_is_known_again_with_what_stands_in_it(kind: str) -> None:
    for pattern in COLLECTED[kind]:
        fields = [f"w{n}q.x" for n in range(1, 1 + len(FIELD.findall(pattern)))]
        assert known(kind).find(filled(pattern, fields)) == (pattern, tuple(fields))


@given(st.sampled_from(PATTERNS), st.lists(st.text("abc/ _-.“”`'{}äß", min_size=1), min_size=4, max_size=4))
def test_whatever_stands_in_a_sentence_comes_back_letter_by_letter(one: tuple[str, str], fields: list[str]) -> None:
    kind, pattern = one
    text = filled(pattern, fields)
    found = known(kind).find(text)
    assert found is None or filled(found.pattern, list(found.fields)) == text


@pytest.mark.usefixtures("german")
def test_every_sentence_has_a_german_one_of_its_own_words() -> None:
    same = {
        pattern
        for kind, context in (("sentences", "Said"), ("deeds", "Deeds"))
        for pattern in COLLECTED[kind]
        if QCoreApplication.translate(context, INSTEAD.get(pattern, pattern)) == INSTEAD.get(pattern, pattern)
    }
    assert same == {"Argument {1}", "Name", "Persona {1}", "Plugin {1}", "Server", "Text", "`inara models list`"} | {
        'provider = "openai"'
    }


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "translated"),
    [
        (
            "Nothing answers on 127.0.0.1:9. Is Ollama running? Start it with `ollama serve`.",
            "Unter 127.0.0.1:9 antwortet nichts. Läuft Ollama? Starten Sie es mit `ollama serve`.",
        ),
        (
            "OpenAI refused access (403). It says: “No. Try again.”",  # the server's words stay the server's
            "OpenAI verweigerte den Zugang (403). Die Meldung: „No. Try again.“",
        ),
        ("notes: It ended. Its last words: “boom”", "notes: Er ist beendet. Die letzten Worte: „boom“"),
        ("X on h is ready with “q”, context of 9 tokens.", "X unter h ist bereit mit „q“, Kontext von 9 Token."),
        ("Jan at http://127.0.0.1:1/v1: 2 models", "Jan unter http://127.0.0.1:1/v1: 2 Modelle"),
        ("refused by you, in the window", "abgelehnt: Sie, im Fenster"),
        ("a is as it was before.\nb is as it was before.", "a ist wieder wie zuvor.\nb ist wieder wie zuvor."),
    ],
)
def test_sentences_are_translated_one_by_one(english: str, translated: str) -> None:
    assert said(english) == translated


@pytest.mark.usefixtures("german")
def test_an_error_comes_with_its_next_step() -> None:
    error = UserError("There is no model 'x'.", next_step="The models are: a, b.")
    assert explained(error) == "Ein Modell 'x' gibt es nicht. Die Modelle sind: a, b."


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "text",
    [
        "Here is what I found about gardening. Nothing special.",
        "def f(x):\n    return x",
        "The weather is fine today; you can go out, and it is warm.",
        "",
        " \n ",
    ],
)
def test_what_a_model_writes_is_no_sentence_of_the_engine(text: str) -> None:
    assert said(text) == text


@pytest.mark.usefixtures("german")
def test_what_is_touched_is_shown_letter_by_letter() -> None:
    assert deed("Delete Nothing was changed.") == "Nothing was changed. löschen"
    assert labelled(Detail(label="Path", value="Nothing was changed.")) == ("Pfad", "Nothing was changed.")
    replaced = Detail(label="Replaces", value="212 bytes; a copy is kept, so it can be taken back")
    assert labelled(replaced) == ("Ersetzt", "212 Bytes; eine Kopie bleibt, es lässt sich also zurücknehmen")
    assert labelled(Detail(label="Note", value="Such files often hold secrets.")) == (
        "Hinweis",
        "Solche Dateien enthalten oft Geheimnisse.",
    )
    assert said("Nothing was changed lies outside the granted folders.", deep=False) == (
        "Nothing was changed liegt außerhalb der freigegebenen Ordner."
    )
    assert deed("Do a task again and again: at 07:00 every day") == "Eine Aufgabe immer wieder tun: jeden Tag um 07:00"
    assert labelled(Detail(label="When", value="At 07:00 every day (0 7 * * *)")) == (
        "Wann",
        "Jeden Tag um 07:00 (0 7 * * *)",
    )
    assert step("Read ~/a.txt") == "~/a.txt lesen"
    assert step("what was remembered") == "was im Gedächtnis war"


@pytest.mark.usefixtures("german")
def test_who_allowed_is_german_whoever_it_was() -> None:
    assert [said(who_allowed(by, "read_file in /a")) for by in ("window", "terminal", "http", "rule", "reads")] == [
        "Sie, im Fenster",
        "Sie, im Terminal",
        "Sie, über ein anderes Programm",
        "eine Regel: read_file in /a",
        "liest nur",
    ]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("piece", ["There is no model ", "It says: “", ". ", "A. Bb failed. ", "3 models, ", "x: "])
def test_a_hostile_text_is_bounded_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a megabyte nothing is looked up, of the longest text that is taken apart a bounded number of pieces."""
    calls = 0
    find = type(known("sentences")).find

    def counted(self: object, text: str, least: int = 0) -> object:
        nonlocal calls
        calls += 1
        return find(self, text, least)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(type(known("sentences")), "find", counted)
    huge = piece * (1_000_000 // len(piece))
    assert said(huge) is huge
    assert calls == 0
    said(piece * (LONGEST // len(piece)))
    assert calls < 500


def test_an_english_window_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(kind: str) -> None:
        raise AssertionError(kind)

    monkeypatch.setattr("inara_desktop.recognising.known", never)
    assert said("Nothing was changed.") == "Nothing was changed."
    assert deed("Delete a") == "Delete a"


def test_commands_stand_between_quotes_in_the_window() -> None:
    error = UserError("No key.", next_step="Store one: `inara secrets set NAME`, or set `api_key`.")
    assert explained(error) == "No key. Store one: “inara secrets set NAME”, or set “api_key”."


@pytest.mark.usefixtures("german")
def test_and_between_german_ones_in_a_german_window() -> None:
    error = UserError("Nothing answers on 127.0.0.1:9.", next_step="Is Ollama running? Start it with `ollama serve`.")
    assert remedy(error) == "Läuft Ollama? Starten Sie es mit „ollama serve“."


@pytest.mark.usefixtures("american")
def test_an_english_window_keeps_the_words_and_writes_the_clock_its_way() -> None:
    asked = deed("Do a task again and again: at 19:00 every day"), deed("Write 3 lines to 19:00.txt")
    assert asked == ("Do a task again and again: at 7:00 PM every day", "Write 3 lines to 19:00.txt")
    when = labelled(Detail(label="When", value="At 19:00 every day (0 19 * * *)"))
    assert when == ("When", "At 7:00 PM every day (0 19 * * *)")
