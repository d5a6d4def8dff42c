"""/sessions/{id}/queue and /queue: prompts that wait for the answer before them."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api import bodies
from inara_engine.api.bodies import QueueBody, QueueChangeBody
from inara_engine.api.refusals import answer
from inara_engine.api.service import Call, Service
from inara_engine.errors import NotFound
from inara_engine.face import Prompt

__all__ = ["CALLS"]

OF_ONE = "/sessions/{session_id}/queue"
ONE = "/queue/{prompt_id}"
GONE = {404: "It does not wait any more."}


async def _list(service: Service, request: Request) -> ASGIApp:
    session = request.path_params["session_id"]
    if not await service.engine.shelf.rows([session]):
        raise NotFound(f"There is no session {session}.", next_step="GET /sessions lists them.")
    return await answer(asdict(await service.engine.queue.report(session)))


async def _add(service: Service, request: Request) -> ASGIApp:
    session = request.path_params["session_id"]
    body = await bodies.read(request, QueueBody)
    off_record = any(row.off_record for row in await service.engine.shelf.rows([session]))
    prompt = Prompt(text=body.task, mode=body.mode, origin="http", off_record=off_record)
    return await answer({"id": await service.engine.queue.add(prompt, session)})


async def _change(service: Service, request: Request) -> ASGIApp:
    prompt = request.path_params["prompt_id"]
    body = await bodies.read(request, QueueChangeBody)
    if body.task is not None:
        await service.engine.queue.edit(prompt, body.task)
    if body.place is not None:
        await service.engine.queue.move(prompt, body.place)
    return await answer({"id": prompt, "status": "changed"})


async def _withdraw(service: Service, request: Request) -> ASGIApp:
    prompt = request.path_params["prompt_id"]
    taken = await service.engine.queue.withdraw(prompt)
    return await answer({"id": prompt, "status": "withdrawn", "task": taken.text})


async def _send(service: Service, request: Request) -> ASGIApp:
    job = await service.engine.queue.send(request.path_params["prompt_id"])
    report = await service.engine.job(job)
    return await answer({"job_id": job, "status": report["status"]})


CALLS = (
    Call(
        "GET",
        OF_ONE,
        _list,
        "What waits in a conversation, the next first; hold and reason say why it does not go out.",
        {200: "prompts, hold and reason.", 404: "There is no such session."},
    ),
    Call(
        "POST",
        OF_ONE,
        _add,
        "Let a task wait until the answer before it has ended well.",
        {200: "The id of what waits.", 400: "It is empty, or the queue full.", 404: "There is no such session."},
        body=QueueBody,
    ),
    Call("PATCH", ONE, _change, "Change its words or its place.", {200: "Done.", **GONE}, body=QueueChangeBody),
    Call("DELETE", ONE, _withdraw, "Take it out.", {200: "Its words.", **GONE}),
    Call("POST", f"{ONE}/send", _send, "Send it now, whatever holds it back.", {200: "job_id and status.", **GONE}),
)
