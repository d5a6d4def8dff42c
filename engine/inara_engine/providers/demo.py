"""The provider `demo`: a guided tour by script, for when there is no model yet. Not an AI, and it says so.

It keeps nothing between calls: what comes next follows from the conversation alone, so that the
tour survives a restart like any other job. Its texts are inara_resources/demo/*.md, and de/*.md there.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal

from inara_engine.events import TextDelta
from inara_engine.frozen import frozen
from inara_engine.messages import Message, ToolCall
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply

__all__ = ["DEMO_LABEL", "DemoProvider"]

DEMO_LABEL = "Demo, not an AI"

_PIECE = re.compile(r"\S+\s*|\s+")
_TOUR = re.compile(r"\b(?:tour|rundgang)\b")
_CONNECT = re.compile(r"\b(?:connect|verbind)")
_WORDS_A_PIECE = 3
_SHOWN_LINES = 14
_OUTCOMES: tuple[tuple[str, Literal["declined", "denied", "expired", "failed", "written"]], ...] = (
    ("The person declined", "declined"),
    ("Not allowed here", "denied"),
    ("Nobody answered", "expired"),
    ("Error:", "failed"),
    ("Wrote ", "written"),
)


@frozen
class _Line:
    """What the script says next, and the tool it calls after it."""

    text: str
    call: ToolCall | None = None


class DemoProvider:
    """Plays the tour in a language, or in English where it is not written in it.

    `delay_s` lies between two pieces of text; `sleep` is how it waits.
    """

    def __init__(
        self,
        language: str = "en",
        delay_s: float = 0.04,
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._language = language
        self._delay_s = delay_s
        self._sleep = sleep
        self._texts: dict[str, str] = {}

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """The script's next line, word by word."""
        if not self._texts:
            self._texts = await asyncio.to_thread(_load, self._language)
        line = _next_line(request, self._texts)
        words = _PIECE.findall(line.text)
        for at in range(0, len(words), _WORDS_A_PIECE):
            await self._sleep(self._delay_s)
            yield TextDelta("".join(words[at : at + _WORDS_A_PIECE]))
        calls = (line.call,) if line.call else ()
        yield Reply(text=line.text, calls=calls, finish="tool_calls" if calls else "stop", model="demo")

    async def aclose(self) -> None:
        """There is nothing to give back."""


def _next_line(request: ModelRequest, texts: dict[str, str]) -> _Line:
    prompts = [at for at, message in enumerate(request.messages) if message.role == "user"]
    last = prompts[-1] if prompts else -1
    prompt = request.messages[last].text.lower() if prompts else ""
    if len(prompts) > 1 and not _TOUR.search(prompt):
        return _Line(texts["connect" if _CONNECT.search(prompt) else "later"])
    return _tour(request, request.messages[last + 1 :], texts)


def _tour(request: ModelRequest, since: Sequence[Message], texts: dict[str, str]) -> _Line:
    """The tour's next stop, by the results that are there."""
    offered = {spec.name for spec in request.tools}
    listing, writing = _result_of("list_files", since), _result_of("write_file", since)
    if writing is not None:
        outcome = next((name for start, name in _OUTCOMES if writing.startswith(start)), "unknown")
        return _Line(f"{texts[outcome].replace('{result}', _fenced(writing, texts))}\n{texts['connect']}")
    if listing is not None:
        if any(listing.startswith(start) for start, name in _OUTCOMES if name != "written"):
            return _Line(f"{texts['not_listed'].replace('{listing}', _fenced(listing, texts))}\n{texts['connect']}")
        if "write_file" not in offered:
            return _Line(f"{texts['listed_only'].replace('{listing}', _fenced(listing, texts))}\n{texts['connect']}")
        note = _free_name(listing)
        text = texts["listed"].replace("{note}", note).replace("{listing}", _fenced(listing, texts))
        return _Line(text, _call("write_file", {"path": note, "content": texts["note"]}))
    if "list_files" not in offered:
        return _Line(f"{texts['chat_welcome']}\n{texts['connect']}")
    return _Line(texts["welcome"], _call("list_files", {"path": "."}))


def _result_of(tool: str, messages: Sequence[Message]) -> str | None:
    """What the newest call of a tool came to, if it was called and is over."""
    ids = [call.provider_id for message in messages for call in message.calls if call.name == tool]
    results = [message.text for message in messages if message.role == "tool" and message.call_id in ids]
    return results[-1] if results else None


def _call(name: str, arguments: dict[str, Any]) -> ToolCall:
    return ToolCall(call_id="", provider_id=f"demo_{name}", name=name, arguments=arguments)


def _free_name(listing: str) -> str:
    """A name for the note that is not in the folder yet."""
    names = ["inara-note.md", *(f"inara-note-{number}.md" for number in range(2, 100))]
    return next((name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}", listing)), names[-1])


def _fenced(text: str, texts: dict[str, str]) -> str:
    """The text as a code block that its own backticks can't end; file names are anybody's text."""
    lines = text.strip().splitlines()
    shown = lines[:_SHOWN_LINES]
    if len(lines) > _SHOWN_LINES:
        shown.append(texts["more"].strip().replace("{count}", str(len(lines) - _SHOWN_LINES)))
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((f"{fence}text", *shown, fence))


def _load(language: str) -> dict[str, str]:
    folder = resources.files("inara_resources") / "demo"
    texts = _texts_in(folder)
    if language != "en" and (translated := folder / language).is_dir():
        texts |= _texts_in(translated)
    return texts


def _texts_in(folder: Traversable) -> dict[str, str]:
    texts = [entry for entry in folder.iterdir() if entry.name.endswith(".md")]
    return {entry.name.removesuffix(".md"): entry.read_text("utf-8") for entry in texts}
