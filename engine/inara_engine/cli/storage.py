"""`inara storage`: how much room everything takes, backups, and putting one back."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.errors import NotFound
from inara_engine.face import Face

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "backup":
            made = await engine.storage.back_up()
            terminal.lines([asdict(made)]) if options.json else terminal.line(made.name)
        case "restore":
            said = await engine.storage.restore(options.name)
            if not options.json:
                terminal.note(said)
        case "keep":
            if not (await engine.storage.report()).restoring:
                raise NotFound("There is no backup that waits to be put back.", next_step="`inara storage` lists all.")
            await engine.storage.keep_as_is()
            if options.json:
                terminal.lines([{"status": "done"}])
        case "delete":
            await engine.storage.delete_backup(options.name)
        case _:
            await _show(engine, options)
    return DONE


async def _show(engine: Face, options: argparse.Namespace) -> None:
    report = await engine.storage.report()
    if options.json:
        terminal.lines([asdict(report)])
        return
    terminal.table([(room.name, _mb(room.size_bytes), room.path) for room in report.rooms])
    terminal.line(f"{report.trashed} conversations in the trash; {_mb(report.free_bytes)} free on this disk")
    terminal.table([(one.name, _mb(one.size_bytes), terminal.time(one.at)) for one in report.backups])
    if report.restoring:
        terminal.note(f"{report.restoring} is put back at the next start; `inara storage keep` takes that back.")


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"
