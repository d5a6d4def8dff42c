"""What a model is told and what it says: the values every provider, tool and event shares."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from inara_engine.frozen import frozen

__all__ = ["Capability", "Image", "Message", "Risk", "ToolCall", "ToolSpec", "Usage"]


class Value(BaseModel):
    """A frozen value that may cross a border: a log row, a socket, a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Risk(IntEnum):
    """How much a call may do; decided by code from the resolved call, never by a model."""

    PURE = 0  # no I/O outside the process, nothing private
    READS = 1  # reads inside a granted folder
    REVERSIBLE = 2  # a local change with an undo copy, or a sensitive read
    IRREVERSIBLE = 3  # can't be undone, runs code, leaves the machine or the granted folders
    FORBIDDEN = 4  # never by a tool: no button


class Capability(StrEnum):
    """What a call touches; the information-flow guard decides by these."""

    READS_PRIVATE = "reads_private"
    READS_UNTRUSTED = "reads_untrusted"
    CAN_EXFILTRATE = "can_exfiltrate"
    MUTATES = "mutates"


class ToolCall(Value):
    """One call a model asked for.

    `call_id` is ours and unique in the store; `provider_id` is the server's, echoed back to it.
    `malformed` holds the raw text where the server's arguments were not a JSON object (then
    `arguments` is empty and the call is never run).
    """

    call_id: str
    provider_id: str
    name: str
    arguments: dict[str, Any]
    malformed: str | None = None


class Usage(Value):
    """Tokens of one model call, as the server counted them (0 where it did not say)."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    estimated: bool = False


class Image(Value):
    """A picture in a message: `data` is base64, `media_type` e.g. "image/png"."""

    media_type: str
    data: str
    name: str = ""


@frozen
class Message:
    """One message of a request. `call_id` (a provider_id) is set on role "tool" only.

    `opaque` is what a vendor wants back word for word with its own replies (signed reasoning): JSON
    that only the provider which wrote it (`Reply.opaque`) reads; others ignore it.
    `encoded` keeps the wire form by dialect, so that a history of any length is serialised
    once and not again each round; it is not part of the value. `characters` is the length of what
    is said and called, counted once for the same reason.
    """

    role: Literal["system", "user", "assistant", "tool"]
    text: str = ""
    reasoning: str = ""
    calls: tuple[ToolCall, ...] = ()
    call_id: str = ""
    images: tuple[Image, ...] = ()
    opaque: str = ""
    encoded: dict[str, bytes] = field(default_factory=dict[str, bytes], compare=False, repr=False)
    characters: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        called = sum(len(call.name) + len(str(call.arguments)) for call in self.calls)
        object.__setattr__(self, "characters", len(self.text) + called)


@dataclass(frozen=True)
class ToolSpec:
    """What a model is told of a tool. `parameters` is a JSON schema of an object."""

    name: str
    description: str
    parameters: dict[str, Any]

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all three, in hex."""
        return hashlib.sha256(json.dumps([self.name, self.description, self.parameters]).encode()).hexdigest()

    @cached_property
    def characters(self) -> int:
        """How long the three are together."""
        return len(self.name) + len(self.description) + len(str(self.parameters))
