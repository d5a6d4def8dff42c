"""`inara mcp`: servers that offer tools over the Model Context Protocol."""

from __future__ import annotations

import argparse
import asyncio
import json
import webbrowser
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from inara_engine.cli import terminal
from inara_engine.cli.honest import shown
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.errors import UserError
from inara_engine.face import Face, McpReport, McpTool
from inara_engine.remote import RemoteEngine

__all__ = ["run"]

STATES = {"off": "not started"}  # in other words than the values that programs read
MARKS = {"approved": "*", "new": "?", "changed": "!", "returned": "!", "refused": "x"}


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    mcp = engine.mcp
    match options.verb:
        case "test" | "restart":
            report = await (mcp.test if options.verb == "test" else mcp.restart)(options.name)
            _print(report, options)
            return FAILED if report.state == "failed" else DONE
        case "tools":
            report = await _one(engine, options.name)
            if options.json:
                terminal.lines(asdict(tool) for tool in report.tools)
            else:
                _tools(report)
        case "call":
            return await _call(engine, options)
        case "import":
            text = await asyncio.to_thread(_read, options.file)
            for report in await mcp.import_servers(text):
                _print(report, options)
            if not options.json:
                terminal.note("They are off: starting one runs its command. `inara mcp enable NAME` turns one on.")
        case "approve":
            await _approve(engine, options)
        case "forget":
            await _forget(engine, options)
        case "sign-in":
            report = await _sign_in(engine, options)
            _print(report, options)
            return FAILED if report.state == "failed" else DONE
        case "client":
            await _client(engine, options)
        case "sign-out":
            _print(await mcp.sign_out(options.name), options)
        case "enable" | "disable":
            _print(await mcp.switch(options.name, options.verb == "enable"), options)
        case "remove":
            await mcp.remove(options.name)
        case _:
            reports = await mcp.all()
            if not reports and not options.json:
                terminal.note("There are no MCP servers. Write [mcp.servers.NAME] into config.toml, or import some.")
            for report in reports:
                _print(report, options)
    return DONE


async def _one(engine: Face, name: str) -> McpReport:
    """A server that has said what it has; it is started where it never did."""
    report = next((one for one in await engine.mcp.all() if one.name == name), None)
    if report is None or report.listed_at is None:
        report = await engine.mcp.test(name)  # raises NotFound
    if report.listed_at is None:
        raise UserError(f"{name} does not work: {report.reason}", next_step=report.next_step)
    return report


async def _approve(engine: Face, options: argparse.Namespace) -> None:
    report = await _one(engine, options.name)
    chosen = [tool for tool in report.waiting if not options.tools or tool.tool in options.tools]
    _check_tools(report, options.tools)
    if not chosen:
        terminal.note("Nothing waits for approval.")
        return
    for tool in chosen:
        terminal.note(f"{shown(tool.tool)} ({_rating(tool)}):")
        for text in tool.told:
            terminal.note(f"  {shown(text)}")
    if not options.yes and terminal.can_ask():
        unasked = sum(tool.runs_unasked for tool in chosen)
        then = f"Calls of {unasked} run without asking, as rated." if unasked else "Each call still asks."
        said = await terminal.answer(f"Offer these {len(chosen)} tools to models? {then} Type yes: ")
        if (said or "").strip().lower() != "yes":
            terminal.note("Nothing was approved.")
            return
    elif not options.yes:
        raise UserError(
            "Nobody looked at these tools.",
            next_step=f"With --yes they count as seen: inara mcp approve {options.name} --yes",
        )
    _print(await engine.mcp.approve(options.name, [tool.hash for tool in chosen]), options)


async def _forget(engine: Face, options: argparse.Namespace) -> None:
    for report in await engine.mcp.all():
        if report.name == options.name and report.listed_at is not None:
            _check_tools(report, options.tools)
    _print(await engine.mcp.forget(options.name, options.tools), options)


def _check_tools(report: McpReport, named: list[str]) -> None:
    """Raises UserError for names that no tool of the server has."""
    if unknown := set(named) - {tool.tool for tool in report.tools}:
        raise UserError(
            f"{report.name} has no tool {', '.join(sorted(unknown))}.",
            next_step=f"`inara mcp tools {report.name}` shows what it has.",
        )


async def _client(engine: Face, options: argparse.Namespace) -> None:
    secret = options.value if options.secret else ""
    report = await engine.mcp.use_client(options.name, options.client_id, secret, options.redirect_port)
    if secret and not isinstance(engine, RemoteEngine):  # an app that runs keeps it for as long; this command ends now
        reference = (await engine.settings()).mcp.servers[options.name].client_secret
        if any(one.reference == reference and one.state == "run" for one in await engine.keys.states()):
            raise UserError(
                "The client id is written down, but its secret is not kept: there is no keyring.",
                next_step='Start a keyring, or let it be read from the environment: client_secret = "env:NAME".',
            )
    _print(report, options)


async def _sign_in(engine: Face, options: argparse.Namespace) -> McpReport:
    """In the person's browser, which is opened when they say so."""
    address = await engine.mcp.sign_in(options.name)
    if not address:
        terminal.note(f"{options.name} wants no sign-in.")
        return await engine.mcp.test(options.name)
    terminal.note(f"{options.name} asks you to sign in at {urlsplit(address).hostname}:")
    terminal.note(address)
    if not options.no_browser and terminal.can_ask():
        said = await terminal.answer("Open this address in your browser? Type yes: ")
        if (said or "").strip().lower() == "yes":
            await asyncio.to_thread(webbrowser.open, address)
    terminal.note("Waiting until you have signed in there. Ctrl+C gives up.")
    return await engine.mcp.signed_in(options.name)


async def _call(engine: Face, options: argparse.Namespace) -> int:
    try:
        arguments: Any = json.loads(options.arguments)
    except ValueError as error:
        raise UserError(f"These arguments are no JSON: {error}.", next_step='Such as \'{"message": "hi"}\'.') from None
    if not isinstance(arguments, dict):
        raise UserError("Arguments are a JSON object.", next_step='Such as \'{"message": "hi"}\'.')
    result = await engine.mcp.call_tool(options.name, options.tool, cast("dict[str, Any]", arguments))
    if options.json:
        terminal.lines([asdict(result) | {"images": [image.model_dump() for image in result.images]}])
    else:
        (terminal.note if result.failed else terminal.line)(result.text)
    return FAILED if result.failed else DONE


def _print(report: McpReport, options: argparse.Namespace) -> None:
    if options.json:
        terminal.lines([asdict(report)])
        return
    waiting = f"  {len(report.waiting)} wait for approval" if report.waiting else ""
    count = f"  {len(report.tools)} tools" if report.listed_at is not None else ""
    terminal.line(f"{report.name}  {STATES.get(report.state, report.state)}{count}{waiting}  {report.reached}")
    if report.reason:
        terminal.line(f"  {report.reason} {report.next_step}".rstrip())
    if report.waiting and options.verb in {"test", None, "list"}:
        terminal.note(f"  `inara mcp approve {report.name}` shows them and asks.", terminal.DIM)


def _tools(report: McpReport) -> None:
    rows = [
        (
            MARKS[tool.approval],
            tool.tool,
            _rating(tool),
            _about(tool.problem or tool.description),
        )
        for tool in report.tools
    ]
    terminal.table(rows)
    terminal.note("* offered  ? new  ! changed since you approved it  x can't be offered", terminal.DIM)


def _rating(tool: McpTool) -> str:
    if not tool.rated:
        return "unrated"
    return f"risk {tool.risk}, runs without asking" if tool.runs_unasked else f"risk {tool.risk}"


def _about(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:99]}…"


def _read(file: str) -> str:
    try:
        return Path(file).expanduser().read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        step = "Give the settings file of Claude Desktop, Cursor or VS Code, or one of the same form."
        why = getattr(error, "strerror", None) or error
        raise UserError(f"{file} can't be read: {why}.", next_step=step) from None
