"""What may be sent: read up to a size and a time, then checked against one declaration."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import ClientDisconnect, Request

from inara_engine.api.refusals import Refused

__all__ = [
    "HOOK_BYTES",
    "AnswerBody",
    "ChatMessage",
    "ChatRequest",
    "ConfirmBody",
    "DenyBody",
    "QueueBody",
    "QueueChangeBody",
    "SubmitBody",
    "UndoBody",
    "read",
    "read_raw",
]

MIB: Final = 1024 * 1024
HOOK_BYTES: Final = MIB
BODY_BYTES: Final = 32 * MIB  # pictures come within the JSON
BODY_S: Final = 30.0  # for the whole body
PARSED_HERE_BYTES: Final = 64 * 1024  # a longer one would hold up the loop

B = TypeVar("B", bound=BaseModel)
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$")]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class SubmitBody(_Body):
    """A task."""

    task: str = Field(min_length=1, description="What Inara is asked to do.")
    session_id: Identifier | None = Field(None, description="The conversation to go on in; absent: a new one.")
    tier: int | None = Field(None, ge=0, le=3, strict=True, description="How much of persona and memory goes along.")
    respond_with_final: bool = Field(
        True,
        validation_alias=AliasChoices("respond_with_final", "respond_with_claude"),
        description="False: the answer is the summary of what was found. Also accepted as respond_with_claude.",
    )
    include_long: bool = Field(True, description="Whether long-term memory goes along.")
    include_mid: bool = Field(True, description="Whether mid-term memory goes along.")
    include_short: bool = Field(True, description="Whether short-term memory goes along.")
    user: str | None = Field(None, description="The profile whose rules hold.")
    persona: str | None = Field(None, description="The persona that answers.")
    chat_role: str | None = Field(None, description="The role whose model writes the answer.")
    mode: Literal["agent", "chat"] = Field("agent", description="With tools (agent) or without (chat).")
    local_only: bool | None = Field(
        None, description="Ask only models on this machine; absent: as the conversation went on so far."
    )
    off_record: bool = Field(False, description="Leave nothing on the disk.")
    follows: str | None = Field(
        None, description='The job of the session after which this one branches off; "" begins anew; absent: the last.'
    )


class RuleBody(_Body):
    """One of the rules that pending_confirmation offers for a call."""

    tool: str
    under: str = Field("", description="The folder it holds in; absent: wherever the tool may work.")


class CallDecision(_Body):
    """An answer to one call."""

    call_id: str
    digest: str = Field(description="As pending_confirmation gives it: the answer is to exactly that action.")
    approve: bool
    reason: str = Field("", max_length=10_000, description="Told to the model where the answer is no.")
    remember: RuleBody | None = Field(None, description="Make this rule of it, so that it isn't asked again.")


class ConfirmBody(_Body):
    """Answers, call by call; without them all that is pending is approved."""

    decisions: tuple[CallDecision, ...] | None = Field(None, min_length=1)


class AnswerBody(_Body):
    """What the person says to a question."""

    action: Literal["accept", "decline", "cancel"] = Field(description="cancel: neither yes nor no.")
    content: dict[str, Any] = Field(default_factory=dict[str, Any], description="What the form asks for.")


class DenyBody(_Body):
    """Why not."""

    reason: str = Field("", max_length=10_000, description="Told to the model.")


class QueueBody(_Body):
    """A task that waits for its turn."""

    task: str = Field(description="What is to be done.")
    mode: Literal["agent", "chat"] = Field("agent", description="With tools (agent) or without (chat).")


class QueueChangeBody(_Body):
    """What is new of a task that waits."""

    task: str | None = Field(None, description="Other words.")
    place: int | None = Field(None, ge=0, description="0: the next to go out.")


class UndoBody(_Body):
    """What to take back."""

    call_id: str = Field("", description="Only what this call did; absent: all the job did.")


class _Open(BaseModel):
    """What other programs send more than this says nothing to Inara, and is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class ImageUrl(_Open):
    url: str


class ContentPart(_Open):
    type: str
    text: str | None = None
    image_url: ImageUrl | None = None


class ChatMessage(_Open):
    """A message as OpenAI's clients send it."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | tuple[ContentPart, ...] | None = None


class StreamOptions(_Open):
    include_usage: bool | None = False


class ChatRequest(_Open):
    """A conversation to go on with. What else OpenAI's clients may set is the model's own to decide here."""

    model: str
    messages: tuple[ChatMessage, ...] = Field(min_length=1)
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = None
    tools: tuple[dict[str, Any], ...] | None = None


async def read_raw(request: Request, limit_bytes: int) -> bytes:
    """The body as it came. Raises Refused: too long, or too slow."""
    declared = request.headers.get("content-length", "")
    if re.fullmatch(r"\d+", declared) and int(declared) > limit_bytes:
        raise _too_long(limit_bytes)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            async for piece in request.stream():
                body += piece
                if len(body) > limit_bytes:
                    raise _too_long(limit_bytes)
    except TimeoutError:
        raise Refused(408, f"The body did not come within {BODY_S:.0f} s.", next_step="Send it again.") from None
    except ClientDisconnect:
        raise Refused(400, "The body was cut off.") from None
    return bytes(body)


async def read(request: Request, kind: type[B]) -> B:
    """The body as the declared value; an absent one counts as empty. Raises Refused with what does not fit."""
    raw = await read_raw(request, BODY_BYTES) or b"{}"
    try:
        if len(raw) <= PARSED_HERE_BYTES:
            return kind.model_validate_json(raw)
        return await asyncio.to_thread(kind.model_validate_json, raw)
    except ValidationError as error:
        raise _unfit(error) from None


def _unfit(error: ValidationError) -> Refused:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        return Refused(400, "The body is no whole JSON.")
    where = ".".join(str(part) for part in first["loc"]) or "the body"
    return Refused(422, f"{where}: {first['msg']}.", next_step="/openapi.json has what each call takes.")


def _too_long(limit_bytes: int) -> Refused:
    return Refused(413, f"The body is longer than {limit_bytes // MIB} MiB.", next_step="Send less.")
