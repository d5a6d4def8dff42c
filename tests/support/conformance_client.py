"""Inara's side of the MCP conformance suite's client scenarios: `conformance_client.py URL`.

It does what a job does (connect, look, approve all, call each tool) with the arguments that a schema's own examples
and defaults suggest, accepts each form as it stands, and signs in wherever it is asked to: the suite's pages lead
straight back, as those of a server do whose person says yes.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Any

import httpx2

from inara_engine.forms import fields
from inara_engine.mcp.connection import Connection
from inara_engine.mcp.definitions import read
from inara_engine.mcp.redirect import Redirect
from inara_engine.mcp.signing_in import auth_of
from inara_engine.mcp.values import Client, HttpTarget
from inara_engine.tools.asking import Answer, Question

VALUES = {"number": 2, "integer": 2, "string": "text", "boolean": True}


async def accept(question: Question) -> Answer:
    """The form with nothing but its defaults."""
    return Answer("accept", {one.name: one.default for one in fields(question.form or {}) if one.default is not None})


async def browse(address: str) -> None:
    """The person's browser."""
    async with httpx2.AsyncClient(follow_redirects=True, trust_env=False) as browser:
        print("browser:", (await browser.get(address)).status_code)


def arguments(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: VALUES.get(one.get("type"), "text") for name, one in schema.get("properties", {}).items()}


async def main(url: str) -> None:
    given = json.loads(os.environ.get("MCP_CONFORMANCE_CONTEXT") or "{}")  # what a person would have been told
    client = Client(given["client_id"], given.get("client_secret", "")) if "client_id" in given else None
    target = HttpTarget(url, client=client)
    async with Redirect() as redirect:
        connection = Connection("conformance", target, (), 30, auth_of(target, redirect, browse))
        listing = await connection.start()
        for tool in read("conformance", listing.tools):
            result = await connection.call(tool.tool, tool.hash, arguments(tool.schema), accept, None)
            print(tool.tool, "failed" if result.failed else "ok", result.text[:100])
        await connection.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
