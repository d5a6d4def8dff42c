"""Sessions as files: Inara's own JSON, Markdown to read, and plain lists of messages from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from inara_engine.errors import UserError
from inara_engine.events import DurableEvent, JobFinished, ModelAsked, ModelFinished, TaskSubmitted
from inara_engine.state import JobState

__all__ = ["ExportedMessage", "ExportedSession", "as_events", "as_json", "as_markdown", "exported", "parse"]

MAX_IMPORT_CHARACTERS = 200_000_000
SPOKEN = frozenset({"user", "assistant"})  # the roles that make up a conversation as people see it


class ExportedMessage(BaseModel):
    """One message of an export. `at` is ISO 8601 with its zone; other programs' extra fields are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: Literal["user", "assistant", "system", "tool"]
    content: str
    at: str = ""
    model: str = ""


class ExportedSession(BaseModel):
    """A session as a file. `format` and `version` are absent in the plain form other programs write."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["inara-session"] = "inara-session"
    version: Literal[1] = 1
    title: str = ""
    created_at: str = ""
    messages: tuple[ExportedMessage, ...]


def exported(title: str, created_at: float, jobs: Sequence[tuple[float, JobState]]) -> ExportedSession:
    """A session's tasks and answers, in order. Each job comes with its time, in Unix seconds."""
    messages: list[ExportedMessage] = []
    for at, state in jobs:
        for place, message in enumerate(state.messages):
            task = state.task if place == 0 and state.described else None  # without what a model saw in its pictures
            text = task.text if task is not None else message.text
            if message.role in SPOKEN and text:
                model = state.model if message.role == "assistant" else ""
                messages.append(ExportedMessage(role=message.role, content=text, at=_iso(at), model=model))
    return ExportedSession(title=title, created_at=_iso(created_at), messages=tuple(messages))


def as_json(session: ExportedSession) -> str:
    """The file other Inaras read back."""
    return session.model_dump_json(indent=2) + "\n"


def as_markdown(session: ExportedSession, left_out: int = 0) -> str:
    """The session to read or print; `left_out` turns are on other branches."""
    parts = [f"# {session.title or 'Untitled'}", f"*{session.created_at}*"]
    for message in session.messages:
        who = "You" if message.role == "user" else message.model or "Inara"
        parts += [f"## {who}", message.content]
    if left_out:
        parts.append(f"*{left_out} more on other branches; the JSON export has them.*")
    return "\n\n".join(parts) + "\n"


def parse(text: str) -> ExportedSession:
    """Read an export. Raises UserError that says what is wrong with it."""
    if len(text) > MAX_IMPORT_CHARACTERS:
        raise UserError("The file is too large to be a session (over 200 MB).")
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"The file is not whole JSON ({error}).", next_step="Export it again, then import.") from error
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
        raise UserError("The file has no messages of a person or an assistant in it.")
    return session


def as_events(session: ExportedSession) -> list[list[DurableEvent]]:
    """The jobs that tell the same conversation: each user message with the answers that follow it."""
    jobs: list[list[DurableEvent]] = []
    for message in session.messages:
        if message.role == "user" or (message.role == "assistant" and not jobs):
            text = message.content if message.role == "user" else ""
            jobs.append([TaskSubmitted(text=text, origin="import")])
        if message.role == "assistant":
            jobs[-1] += [
                ModelAsked(round=len(jobs[-1]), model=message.model, model_label=message.model),
                ModelFinished(text=message.content, model=message.model, model_label=message.model),
            ]
    return [[*events, JobFinished(status="complete")] for events in jobs]


def _newer(value: dict[str, Any]) -> bool:
    version = value.get("version")
    return value.get("format") == "inara-session" and isinstance(version, int) and version > 1


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
