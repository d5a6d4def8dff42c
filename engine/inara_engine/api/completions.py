"""/v1: Inara as OpenAI's clients ask for a model. Its roles and models have their own names; each call is a job.

The role `orchestrator` and every model run with tools, `chat` and further roles answer directly. A call
that needs a person's consent waits for it and says so in a comment line, which clients pass over. A
client that leaves stops its job, as it would stop any model.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from inara_engine.api import bodies
from inara_engine.api.bodies import ChatRequest
from inara_engine.api.conversation import Asked, understood
from inara_engine.api.events import job_events
from inara_engine.api.jobs import role_names
from inara_engine.api.refusals import Refused, answer, error_body, refusal
from inara_engine.api.service import Call, Service
from inara_engine.api.streaming import EventStream, comment, data, left
from inara_engine.errors import InaraError
from inara_engine.events import Mode
from inara_engine.face import Prompt, Settings

__all__ = ["CALLS"]

DONE = b"data: [DONE]\n\n"
Events = AsyncGenerator[tuple[int, dict[str, Any]]]


def names(settings: Settings) -> dict[str, tuple[Mode, str]]:
    """What can be asked for as a model: mode and model id of the job it makes. A role hides a model of its name."""
    named: dict[str, tuple[Mode, str]] = {"orchestrator": ("agent", ""), "chat": ("chat", "")}
    for role in role_names(settings):
        models = settings.role_models(role)
        if models:
            named.setdefault(role, ("chat", models[0][0]))
    for model in settings.effective_models():
        named.setdefault(model, ("agent", model))
    return named


async def _models(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    entries = [
        {"id": name, "object": "model", "created": 0, "owned_by": "inara"}
        for name in names(await service.engine.settings())
    ]
    return await answer({"object": "list", "data": entries})


async def _complete(service: Service, request: Request) -> ASGIApp:
    body = await bodies.read(request, ChatRequest)
    known = names(await service.engine.settings())
    if body.model not in known:
        raise Refused(
            404,
            f"There is no model {body.model[:70]!r}.",
            next_step=f"There are: {', '.join(known)}.",
            code="model_not_found",
        )
    if (body.n or 1) != 1:
        raise Refused(400, "One answer at a time.", next_step="Leave n out.")
    if body.tools:
        raise Refused(400, "Inara uses its own tools, not the client's.", next_step="Leave tools out.")
    asked = await asyncio.to_thread(understood, body.messages)  # pictures are long
    mode, model = known[body.model]
    session_id, text = await service.conversations.session(service.engine, asked)
    prompt = Prompt(text=text, images=asked.images, mode=mode, model=model, origin="http")
    job_id = await service.engine.submit(prompt, session_id)
    report = await service.engine.job(job_id)
    return _Completion(service, asked, body, job_id, report["session_id"])


class _Completion:
    """One job as a completion."""

    def __init__(self, service: Service, asked: Asked, body: ChatRequest, job_id: str, session_id: str) -> None:
        self._service = service
        self._asked = asked
        self._body = body
        self.job_id = job_id
        self._session_id = session_id
        self._over = False
        self._frame: Mapping[str, Any] = {"id": f"chatcmpl-{job_id}", "created": int(time.time()), "model": body.model}

    @property
    def _headers(self) -> dict[str, str]:
        """What says which job it is: a question of its can be answered under /orchestrate meanwhile."""
        return {"inara-job-id": self.job_id, "inara-session-id": self._session_id}

    async def _whole(self) -> ASGIApp:
        async with aclosing(self._events()) as events:
            async for _, event in events:
                if event["type"] == "done":
                    message = {"role": "assistant", "content": event["response"], "refusal": None}
                    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
                    frame = {**self._frame, "object": "chat.completion", "choices": [choice]}
                    return await answer({**frame, "usage": _usage(event)}, headers=self._headers)
                if event["type"] in {"error", "cancelled"}:
                    return refusal(_failed(event))
        return refusal(_ending())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As an ASGI response."""
        try:
            await (self._stream if self._body.stream else self._wait)(scope, receive, send)
        finally:
            await asyncio.shield(asyncio.ensure_future(self._stop()))

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer as it comes."""
        stream = EventStream(
            self._chunks(),
            alive=lambda: comment("still working"),
            silence=self._service.silence,
            closing=self._service.closing,
            headers=tuple(self._headers.items()),
        )
        await stream(scope, receive, send)

    async def _wait(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer once it is there; the client's leaving, or the server's end, ends the wait."""
        waiting = asyncio.create_task(self._whole())
        over = asyncio.create_task(left(receive)), asyncio.create_task(self._service.closing.wait())
        try:
            await asyncio.wait({waiting, *over}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (waiting, *over):
                task.cancel()
            await asyncio.gather(waiting, *over, return_exceptions=True)
        response = refusal(_ending()) if waiting.cancelled() else waiting.result()
        await response(scope, receive, send)

    async def _stop(self) -> None:
        """The client has left before the end."""
        if not self._over and not self._service.closing.is_set():
            with suppress(InaraError):  # it has ended meanwhile
                await self._service.engine.cancel(self.job_id)

    async def _events(self) -> Events:
        async with aclosing(job_events(self._service.engine, self.job_id, self._session_id)) as events:
            async for place, event in events:
                self._over = event["type"] in {"done", "error", "cancelled"}
                if event["type"] == "done":
                    await self._service.conversations.answered(self._asked, event["response"], self._session_id)
                yield place, event

    async def _chunks(self) -> AsyncGenerator[bytes]:
        sent = ""
        yield self._chunk({"role": "assistant", "content": ""})
        async with aclosing(self._events()) as events:
            async for _, event in events:
                match event["type"]:
                    case "token":
                        sent += event["text"]
                        yield self._chunk({"content": event["text"]})
                    case "thinking":
                        yield self._chunk({"reasoning_content": event["text"]})
                    case "reset" if sent:  # what was sent can't be taken back
                        sent += "\n\n"
                        yield self._chunk({"content": "\n\n"})
                    case "confirm":
                        where = f"POST /orchestrate/{self.job_id}/confirm or /deny"
                        yield comment(f"waiting for a confirmation: {event['message']} ({where}, or in Inara)")
                    case "progress":
                        yield comment(event["text"])
                    case "done":
                        if sent != event["response"]:  # the client takes all that came for the answer
                            await self._service.conversations.answered(self._asked, sent, self._session_id)
                        for piece in self._end(event):
                            yield piece
                    case "error" | "cancelled":
                        error = _failed(event)
                        yield data(error_body(error.status, error.message, code=error.code))
                        yield DONE
                    case _:
                        pass

    def _end(self, event: Mapping[str, Any]) -> list[bytes]:
        pieces = [self._chunk({}, "stop")]
        if self._body.stream_options and self._body.stream_options.include_usage:
            pieces.append(
                data({**self._frame, "object": "chat.completion.chunk", "choices": [], "usage": _usage(event)})
            )
        return [*pieces, DONE]

    def _chunk(self, delta: Mapping[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        return data({**self._frame, "object": "chat.completion.chunk", "choices": [choice]})


def _failed(event: Mapping[str, Any]) -> Refused:
    if event["type"] == "cancelled":
        return Refused(409, "The job was cancelled.", code="cancelled")
    return Refused(502, str(event["message"]), code="job_failed")


def _ending() -> Refused:
    return Refused(503, "Inara is ending.", next_step="Start it again; what was saved is safe.")


def _usage(event: Mapping[str, Any]) -> dict[str, Any]:
    usage = event["usage"]
    return {
        "prompt_tokens": usage["prompt_tokens"],
        "completion_tokens": usage["completion_tokens"],
        "total_tokens": usage["prompt_tokens"] + usage["completion_tokens"],
        "prompt_tokens_details": {"cached_tokens": usage["cached_tokens"]},
    }


CALLS = (
    Call("GET", "/v1/models", _models, "Roles and models, as OpenAI's clients list them.", {200: "A list."}),
    Call(
        "POST",
        "/v1/chat/completions",
        _complete,
        "Go on with a conversation, as OpenAI's clients ask a model. The header Inara-Job-Id names the job.",
        {200: "A completion, or its chunks.", 404: "There is no such model.", 502: "The job failed."},
        ChatRequest,
    ),
)
