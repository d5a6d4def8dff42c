"""The commands that look and change: sessions, models, memory, secrets."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import jobs, memory, terminal
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.errors import UserError
from inara_engine.face import Face, FoundServer
from inara_engine.remote import RemoteEngine

__all__ = ["run"]

THIS_RUN = "this run only"  # how the engine says that no keyring took a key


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a command; its exit status."""
    match options.command:
        case "jobs":
            return await jobs.run(engine, options)
        case "sessions":
            return await _sessions(engine, options)
        case "models":
            return await _models(engine, options)
        case "memory":
            return await memory.run(engine, options)
        case _:
            return await _secrets(engine, options)


async def _sessions(engine: Face, options: argparse.Namespace) -> int:
    match options.verb:
        case "show":
            terminal.write(await engine.export_session(options.session, "md"))
        case "export":
            terminal.document(await engine.export_session(options.session, options.format))
        case "import":
            terminal.line(await engine.import_session(options.content))
        case "delete":
            await engine.delete_session(options.session)
        case verb:
            query = " ".join(options.text) if verb == "search" else ""
            await _list_sessions(engine, query, as_json=options.json)
    return DONE


async def _list_sessions(engine: Face, query: str, *, as_json: bool) -> None:
    sessions = await engine.sessions(query)
    if as_json:
        terminal.lines(asdict(session) for session in sessions)
    elif sessions:
        terminal.table([(s.id, terminal.time(s.updated_at), s.status or "-", s.snippet or s.title) for s in sessions])
    else:
        terminal.note(f"No conversation has {query!r} in it." if query else "There are no conversations yet.")


async def _models(engine: Face, options: argparse.Namespace) -> int:
    match options.verb:
        case "test":
            report = await engine.test_model(options.model)
            (terminal.line if report.ok else terminal.note)(f"{report.message} {report.next_step}".strip())
            return DONE if report.ok else FAILED
        case "discover":
            _show_servers(await engine.discover(), as_json=options.json)
        case _:
            models = await engine.models()
            if options.json:
                terminal.lines(asdict(model) for model in models)
            else:
                terminal.table([("*" if m.chosen else " ", m.id, m.base_url or m.provider, m.label) for m in models])
    return DONE


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
            said = await engine.set_secret(options.name, options.value)
            if THIS_RUN in said and not isinstance(engine, RemoteEngine):
                raise UserError(
                    f"The key is not kept. {said.partition(THIS_RUN)[2].lstrip('. ')} That run is this command.",
                    next_step='Start a keyring, or let [models.…] read the environment: api_key = "env:NAME".',
                )
            terminal.note(said)
        case "delete":
            await engine.delete_secret(options.name)
        case _:
            names = await engine.secret_names()
            for name in names:
                terminal.line(name)
            if not names:
                terminal.note("No keys are kept.")
    return DONE
