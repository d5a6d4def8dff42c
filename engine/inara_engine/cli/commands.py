"""The commands that look and change, each handed to its own module; models and secrets are here."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import (
    jobs,
    mcp,
    memory,
    personas,
    plugins,
    pulling,
    queue,
    rules,
    schedule,
    sessions,
    storage,
    templates,
    terminal,
    tools,
    usage,
)
from inara_engine.cli.known import check_known
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.errors import NotFound, UserError
from inara_engine.face import Face, FoundServer
from inara_engine.remote import RemoteEngine

__all__ = ["run"]

SILENT = frozenset(  # verbs that have nothing to say when all went well
    {
        *("stop", "cancel", "rename", "move", "pin", "unpin", "trash", "restore", "delete"),
        *("enable", "disable", "remove", "discard", "set", "edit", "save"),
    }
)


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a command; its exit status."""
    status = await _run(engine, options)
    if options.json and status == DONE and getattr(options, "verb", None) in SILENT:
        terminal.lines([{"status": "done"}])
    return status


async def _run(engine: Face, options: argparse.Namespace) -> int:
    match options.command:
        case "jobs":
            return await jobs.run(engine, options)
        case "sessions":
            return await sessions.run(engine, options)
        case "models":
            return await _models(engine, options)
        case "memory":
            return await memory.run(engine, options)
        case "personas":
            return await personas.run(engine, options)
        case "storage":
            return await storage.run(engine, options)
        case "tools":
            return await tools.run(engine, options)
        case "plugins":
            return await plugins.run(engine, options)
        case "rules":
            return await rules.rules(engine, options)
        case "activity":
            return await rules.activity(engine, options)
        case "schedule":
            return await schedule.run(engine, options)
        case "mcp":
            return await mcp.run(engine, options)
        case "templates":
            return await templates.run(engine, options)
        case "queue":
            return await queue.run(engine, options)
        case "usage":
            return await usage.run(engine, options)
        case _:
            return await _secrets(engine, options)


async def _models(engine: Face, options: argparse.Namespace) -> int:
    match options.verb:
        case "pull":
            return await pulling.run(engine, options)
        case "test" if options.ask:
            return await _round_trip(engine, options)
        case "test":
            report = await engine.test_model(options.model)
            if options.json:
                terminal.lines([asdict(report)])
                return DONE if report.ok else FAILED
            (terminal.line if report.ok else terminal.note)(f"{report.message} {report.next_step}".strip())
            return DONE if report.ok else FAILED
        case "discover":
            _show_servers(await engine.discover(), as_json=options.json)
        case _:
            models = await engine.models()
            terminal.listed(
                models,
                lambda one: ("*" if one.chosen else " ", one.id, one.base_url or one.provider, one.label),
                as_json=options.json,
            )
    return DONE


async def _round_trip(engine: Face, options: argparse.Namespace) -> int:
    check_known("model", options.model, [model.id for model in await engine.models()])
    findings = await engine.doctor.round_trip(options.model)
    if options.json:
        terminal.lines(asdict(finding) for finding in findings)
    else:
        for one in findings:
            (terminal.line if one.ok else terminal.note)(f"{one.message} {one.next_step}".strip())
    return DONE if findings[-1].ok else FAILED


def _show_servers(servers: list[FoundServer], *, as_json: bool) -> None:
    if as_json:
        terminal.lines(asdict(server) for server in servers)
        return
    if not servers:
        terminal.note(
            "No model server answers on this machine.\n"
            "Start one (`ollama serve`, LM Studio, `llama-server`), then look again."
        )
    for server in servers:
        terminal.line(f"{server.name}  {server.base_url}  {server.state}  {server.next_step}".rstrip())
        for model in server.models:
            terminal.line(f"  {model.id}")


async def _secrets(engine: Face, options: argparse.Namespace) -> int:
    match options.verb:
        case "set":
            kept = await engine.set_secret(options.name, options.value)
            if kept.place == "run" and not isinstance(engine, RemoteEngine):
                raise UserError(
                    f"The key is not kept. {kept.reason} That run is this command.",
                    next_step='Start a keyring, or let [models.…] read the environment: api_key = "env:NAME".',
                )
            terminal.note("Kept in the keyring." if kept.place == "keyring" else f"For this run only. {kept.reason}")
        case "delete":
            if not await engine.delete_secret(options.name):
                raise NotFound(f"There is no key {options.name!r}.", next_step="`inara secrets list` shows them.")
        case "state":
            states = await engine.keys.states()
            terminal.listed(
                states,
                lambda one: (one.reference, one.state, one.note),
                "config.toml names no keys.",
                as_json=options.json,
            )
        case _:
            names = await engine.secret_names()
            if options.json:
                terminal.lines({"name": name} for name in names)
                return DONE
            for name in names:
                terminal.line(name)
            if not names:
                terminal.note("No keys are kept.")
    return DONE
