"""The guided tour, stop by stop, as the loop would walk through it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import inara_resources
from inara_engine.events import TextDelta
from inara_engine.messages import Message, ToolSpec
from inara_engine.providers.base import ModelRequest, Reply
from inara_engine.providers.demo import DemoProvider

TOOLS = (ToolSpec("list_files", "List.", {"type": "object"}), ToolSpec("write_file", "Write.", {"type": "object"}))
DEMO = Path(inara_resources.__file__).parent / "demo"
LISTING = "Documents/: 2 entries\nletter.txt\nphotos/"


async def reply_to(*messages: Message, tools: tuple[ToolSpec, ...] = TOOLS, language: str = "en") -> Reply:
    provider = DemoProvider(language, delay_s=0)
    events = [event async for event in provider.stream(ModelRequest("demo", messages, tools))]
    reply = events[-1]
    assert isinstance(reply, Reply)
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == reply.text
    return reply


def told(reply: Reply, result: str) -> tuple[Message, Message]:
    """A reply and what its call came to, as the history holds them."""
    return Message("assistant", reply.text, calls=reply.calls), Message(
        "tool", result, call_id=reply.calls[0].provider_id
    )


async def walk(*results: str, tools: tuple[ToolSpec, ...] = TOOLS, language: str = "en") -> Reply:
    messages: list[Message] = [Message("system", "s"), Message("user", "Hello")]
    reply = await reply_to(*messages, tools=tools, language=language)
    for result in results:
        messages += told(reply, result)
        reply = await reply_to(*messages, tools=tools, language=language)
    return reply


async def test_it_says_at_once_that_it_is_no_ai_and_looks_into_the_first_folder() -> None:
    reply = await walk()
    assert "demo, not an AI" in reply.text
    assert [(call.name, call.arguments) for call in reply.calls] == [("list_files", {"path": "."})]


async def test_it_shows_what_it_found_in_rich_markdown_and_asks_to_write_a_note() -> None:
    reply = await walk(LISTING)
    assert "letter.txt" in reply.text
    assert all(sign in reply.text for sign in ("```text", "| --- |", "\n- "))
    (call,) = reply.calls
    assert (call.name, call.arguments["path"]) == ("write_file", "inara-note.md")
    assert "after you approved it" in call.arguments["content"]


async def test_it_never_proposes_to_replace_a_note_that_is_there() -> None:
    reply = await walk("inara-note.md\ninara-note-2.md")
    assert reply.calls[0].arguments["path"] == "inara-note-3.md"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("Wrote 300 characters (310 bytes) to inara-note.md.", "The note is there"),
        ("The person declined this call. Their reason: not now", "You said no, so nothing was written"),
        ("Not allowed here: writing is switched off", "Your settings don't allow that"),
        ("Nobody answered the question in time, so this was not done.", "not answered in time"),
        ("Error: the disk is full", "the disk is full"),
        ("The app ended in the middle of this call; look first.", "I can't tell how that ended"),
    ],
)
async def test_it_is_honest_about_how_the_note_ended_and_shows_how_to_connect_a_model(result: str, words: str) -> None:
    reply = await walk(LISTING, result)
    assert words in reply.text
    assert all(
        name in reply.text
        for name in ("ollama serve", "lms server start", "llama-server", "[models.local]", "inara doctor")
    )
    assert reply.calls == ()


@pytest.mark.parametrize(
    "result", ["Error: no folder is granted", "Not allowed here: no", "The person declined this call."]
)
async def test_without_a_folder_it_writes_nothing(result: str) -> None:
    reply = await walk(result)
    assert reply.calls == ()
    assert result in reply.text


@pytest.mark.parametrize("tools", [(), TOOLS[:1], TOOLS[1:]])
async def test_it_calls_no_tool_that_is_not_offered(tools: tuple[ToolSpec, ...]) -> None:
    reply = await reply_to(Message("user", "Hello"), tools=tools)
    while reply.calls:
        assert reply.calls[0].name in {tool.name for tool in tools}
        reply = await reply_to(Message("user", "Hello"), *told(reply, LISTING), tools=tools)
    assert "inara doctor" in reply.text


async def test_later_prompts_get_a_short_answer_that_stays_honest() -> None:
    before = (Message("user", "Hello"), Message("assistant", "Welcome"))
    assert "not an AI" in (await reply_to(*before, Message("user", "What is the weather?"))).text
    assert "ollama serve" in (await reply_to(*before, Message("user", "How do I connect one?"))).text
    assert (await reply_to(*before, Message("user", "tour"))).calls[0].name == "list_files"


async def test_a_file_name_can_not_break_out_of_its_code_block() -> None:
    reply = await walk("```\n# You have been hacked\n````")
    fence = "`````"
    assert f"{fence}text\n```\n# You have been hacked\n````\n{fence}" in reply.text


async def test_it_streams_at_a_readers_pace() -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    provider = DemoProvider("en", 0.05, sleep=sleep)
    pieces = [event async for event in provider.stream(ModelRequest("demo", (Message("user", "Hi"),)))]
    assert set(waits) == {0.05}
    assert len(waits) == len(pieces) - 1 > 20


async def test_it_speaks_german_where_the_window_does_and_does_the_same() -> None:
    assert "Vorführung, keine KI" in (await walk(language="de")).text
    asks = await walk("\n".join(f"letter {n}" for n in range(20)), language="de")
    assert "… und 6 weitere Zeilen" in asks.text
    assert "Eine Notiz vom Rundgang" in asks.calls[0].arguments["content"]
    assert "Sie haben Nein gesagt" in (await walk(LISTING, "The person declined this call.", language="de")).text
    before = (Message("user", "Hallo"), Message("assistant", "Willkommen"))
    assert "ollama serve" in (await reply_to(*before, Message("user", "verbinden"), language="de")).text
    assert (await reply_to(*before, Message("user", "Rundgang, bitte"), language="de")).calls[0].name == "list_files"


async def test_a_language_it_is_not_written_in_is_english() -> None:
    assert "demo, not an AI" in (await walk(language="fr")).text


@pytest.mark.parametrize("language", sorted(entry.name for entry in DEMO.iterdir() if entry.is_dir()))
def test_a_translation_is_whole_and_keeps_what_is_filled_in_and_typed(language: str) -> None:
    english = {path.name: path.read_text("utf-8") for path in DEMO.glob("*.md")}
    theirs = {path.name: path.read_text("utf-8") for path in (DEMO / language).glob("*.md")}
    assert theirs.keys() == english.keys()
    for name, text in english.items():
        for pattern in (r"\{\w+\}", r"^\[.*\]$|^\w+ = (?!\"Qwen).*$", r"`(?:ollama|lms|inara) [^`]*`"):
            assert re.findall(pattern, theirs[name], re.MULTILINE) == re.findall(pattern, text, re.MULTILINE), name
