"""/mcp and /questions: servers that offer tools, and what running calls want to know of the person."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.types import ASGIApp

from inara_engine.api import bodies
from inara_engine.api.bodies import AnswerBody
from inara_engine.api.refusals import answer
from inara_engine.api.service import Call, Service

__all__ = ["CALLS"]


async def _servers(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer([asdict(server) for server in await service.engine.mcp.all()])


async def _questions(service: Service, request: Request) -> ASGIApp:  # noqa: ARG001 - as all calls
    return await answer([asdict(question) for question in await service.engine.questions.all()])


async def _answer(service: Service, request: Request) -> ASGIApp:
    said = await bodies.read(request, AnswerBody)
    question = request.path_params["question_id"]
    await service.engine.questions.answer(question, said.action, said.content, "http")
    return await answer({"question_id": question, "action": said.action})


CALLS = (
    Call(
        "GET",
        "/mcp",
        _servers,
        "MCP servers: state, tools with the approval of each, prompts, resources. Starts none.",
        {200: "A list of servers."},
    ),
    Call(
        "GET",
        "/questions",
        _questions,
        "What running calls want to know of the person: a form (JSON schema) or a page to visit.",
        {200: "A list of questions."},
    ),
    Call(
        "POST",
        "/questions/{question_id}",
        _answer,
        "Answer a question: accept it with what the form asks for, decline it, or put it off (cancel).",
        {
            200: "The answer was passed on.",
            400: "The content does not fit the form.",
            404: "The question does not wait any more.",
            409: "It was answered at the same moment.",
        },
        body=AnswerBody,
    ),
)
