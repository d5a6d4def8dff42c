"""`inara personas`: who answers, of which files, and what of them goes into a prompt."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.face import Face

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "files":
            files = await engine.files.all(options.persona)
            terminal.listed(
                files,
                lambda file: (
                    file.path,
                    f"from tier {file.tier}",
                    f"{file.tokens}/{file.budget} tokens",
                    file.problem,
                ),
                as_json=options.json,
            )
        case "prompt":
            parts = await engine.files.prompt(options.persona, options.tier)
            if options.json:
                terminal.lines(asdict(part) for part in parts)
                return DONE
            for part in parts:
                terminal.line(part.text)
                terminal.line()
            terminal.note(f"{sum(part.tokens for part in parts)} tokens")
        case "new":
            await engine.files.create(options.persona)
            _done(options, f"Made. `inara personas files --persona {options.persona}` shows its files.")
        case "write":
            await engine.files.write(options.persona, options.file, options.text)
            _done(options, f"Written: {options.file}.")
        case _:
            await _list(engine, options)
    return DONE


async def _list(engine: Face, options: argparse.Namespace) -> None:
    chosen = (await engine.settings()).defaults.persona
    names = await engine.personas()
    if options.json:
        terminal.lines({"name": name, "answers": name == chosen} for name in names)
    else:
        terminal.table([("*" if name == chosen else " ", name) for name in names])


def _done(options: argparse.Namespace, text: str) -> None:
    if options.json:
        terminal.lines([{"status": "done"}])
    else:
        terminal.note(text)
