"""The tools that reach the web, prepared and run as a job does it."""

from __future__ import annotations

from typing import Any

from inara_engine.events import Action
from inara_engine.tools.base import Tool
from inara_engine.tools.fetching_values import WebAccess
from inara_engine.tools.web import web_tools
from tests.support.desk import Desk

__all__ = ["do", "prepare", "tool"]


def tool(access: WebAccess, name: str) -> Tool:
    """One of the tools that reach the web."""
    return next(tool for tool in web_tools(access) if tool.name == name)


async def prepare(desk: Desk, access: WebAccess, name: str, **arguments: Any) -> Action:
    """What a call of it would do."""
    made = tool(access, name)
    return await made.prepare(desk.context, made.arguments.model_validate(arguments))


async def do(desk: Desk, access: WebAccess, name: str, **arguments: Any) -> str:
    """What a call of it gives, once it is allowed."""
    made = tool(access, name)
    call = made.arguments.model_validate(arguments)
    return (await made.run(desk.context, call, await made.prepare(desk.context, call))).text
