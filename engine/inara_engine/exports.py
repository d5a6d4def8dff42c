"""Sessions as files: Inara's own JSON, Markdown to read, and plain lists of messages from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from inara_engine.errors import UserError
from inara_engine.events import JobId
from inara_engine.messages import ToolCall
from inara_engine.state import CONTINUE, CallState, JobState

__all__ = [
    "ExportedCall",
    "ExportedImage",
    "ExportedMessage",
    "ExportedSession",
    "as_json",
    "as_markdown",
    "exported",
    "loaded",
    "parse",
    "validated",
]

MAX_IMPORT_CHARACTERS = 200_000_000
_SELDOM = ("thinking", "calls", "images", "turn")
SPOKEN = frozenset({"user", "assistant"})  # the roles that make up a conversation as people see it


class ExportedCall(BaseModel):
    """A tool that was called, and what came of it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = ""
    arguments: dict[str, Any] = {}
    outcome: str = ""
    output: str = ""


class ExportedImage(BaseModel):
    """A picture that was attached; `data` is base64."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    media_type: str
    data: str
    name: str = ""


class ExportedMessage(BaseModel):
    """One message of an export. `at` is ISO 8601 with its zone; other programs' extra fields are ignored.

    A session with branches has a name for each `turn` of the person's, and whose it `follows`: "" for none, None for
    the one before it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: Literal["user", "assistant", "system", "tool"]
    content: str
    at: str = ""
    model: str = ""
    thinking: str = ""
    calls: tuple[ExportedCall, ...] = ()
    images: tuple[ExportedImage, ...] = ()
    turn: str = ""
    follows: str | None = None


class ExportedSession(BaseModel):
    """A session as a file. `format` and `version` are absent in the plain form other programs write."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["inara-session"] = "inara-session"
    version: Literal[1] = 1
    title: str = ""
    created_at: str = ""
    messages: tuple[ExportedMessage, ...]


def exported(title: str, created_at: float, jobs: Mapping[JobId, tuple[float, JobState]]) -> ExportedSession:
    """A session's tasks and answers, in order. Each job comes with its time, in Unix seconds."""
    branches = any(state.task is not None and state.task.follows is not None for _, state in jobs.values())
    messages = [
        message.model_copy(update={"turn": job, "follows": state.task.follows})
        if branches and message.role == "user" and state.task is not None
        else message
        for job, (at, state) in jobs.items()
        for message in _of_job(at, state)
    ]
    return ExportedSession(title=title, created_at=_iso(created_at), messages=tuple(messages))


def _of_job(at: float, state: JobState) -> list[ExportedMessage]:
    """What was said in a job: what the app says to a model to make it go on is nobody's message."""
    made: list[ExportedMessage] = []
    calls = {call.call.call_id: call for call in state.calls}
    goes_on = False
    for place, message in enumerate(state.messages):
        task = state.task if place == 0 and state.described else None  # without what a model saw in its pictures
        text = task.text if task is not None else message.text
        images = state.task.images if place == 0 and state.task is not None else ()
        if message.role == "user" and place and message.text == CONTINUE:
            goes_on = bool(made)
        elif message.role == "user" and (text or images):
            shown = tuple(ExportedImage(**image.model_dump()) for image in images)
            made.append(ExportedMessage(role="user", content=text, at=_iso(at), images=shown))
        elif message.role == "assistant" and (text or message.calls or message.reasoning):
            called = tuple(_call(calls.get(call.call_id), call) for call in message.calls)
            said = ExportedMessage(
                role="assistant",
                content=text,
                at=_iso(at),
                model=state.model,
                thinking=message.reasoning,
                calls=called,
            )
            if goes_on and made[-1].role == "assistant":
                said = said.model_copy(update={"content": made.pop().content + text})
            made.append(said)
            goes_on = False
    return made


def _call(known: CallState | None, call: ToolCall) -> ExportedCall:
    if known is None:
        return ExportedCall(name=call.name, arguments=call.arguments)
    outcome = known.outcome or "unknown"
    return ExportedCall(name=call.name, arguments=known.call.arguments, outcome=outcome, output=known.output)


def as_json(session: ExportedSession) -> str:
    """The file other Inaras read back. What few messages have stands only where they do."""
    value = session.model_dump(mode="json")
    for message in value["messages"]:
        for name in _SELDOM:
            if not message[name]:
                del message[name]
        if message["follows"] is None:
            del message["follows"]
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def as_markdown(session: ExportedSession, left_out: int = 0) -> str:
    """The session to read or print; `left_out` turns are on other branches."""
    parts = [f"# {session.title or 'Untitled'}", f"*{session.created_at}*"]
    for message in session.messages:
        if not message.content:
            continue
        who = "You" if message.role == "user" else message.model or "Inara"
        parts += [f"## {who}", message.content]
    if left_out:
        parts.append(f"*{left_out} more on other branches; the JSON export has them.*")
    return "\n\n".join(parts) + "\n"


def parse(text: str) -> ExportedSession:
    """Read an export. Raises UserError that says what is wrong with it."""
    return validated(loaded(text))


def loaded(text: str) -> object:
    """What a file says, whoever wrote it. Raises UserError where it is no whole JSON."""
    if len(text) > MAX_IMPORT_CHARACTERS:
        raise UserError("The file is too large to be a session (over 200 MB).")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"The file is not whole JSON ({error}).", next_step="Export it again, then import.") from error


def validated(value: object) -> ExportedSession:
    """An export that was loaded. Raises UserError that says what is wrong with it."""
    if isinstance(value, dict) and _newer(cast("dict[str, Any]", value)):
        raise UserError("The file was written by a newer Inara.", next_step="Update this one, then import it.")
    try:
        session = ExportedSession.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise UserError(
            f"The file is JSON, but not a session: {where}: {first['msg']}.",
            next_step='A session is {"title": …, "messages": [{"role": …, "content": …}]}.',
        ) from error
    if not any(message.role in SPOKEN for message in session.messages):
        raise UserError(
            "The file has no messages of a person or an assistant in it.", next_step="Check that it is the right file."
        )
    return session


def _newer(value: dict[str, Any]) -> bool:
    version = value.get("version")
    return value.get("format") == "inara-session" and isinstance(version, int) and version > 1


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
