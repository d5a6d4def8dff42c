"""`inara models pull`: a model on its way, with how far it is."""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.face import Face, Pull

__all__ = ["run"]

LOOK_S = 0.2
CANCELLED = 130


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Get a model; Ctrl+C stops it."""
    pull = await engine.pulls.start(options.model, options.server)
    shown: Pull | None = None
    try:
        while pull.state == "running":
            if pull != shown:
                _show(pull, as_json=options.json)
                shown = pull
            await asyncio.sleep(LOOK_S)
            pull = await engine.pulls.show(pull.id)
    except asyncio.CancelledError:
        pull = await engine.pulls.cancel(pull.id)
    if options.json:
        terminal.lines([asdict(pull)])
    elif pull.state == "done":
        terminal.line(f"{pull.model} is there.")
    else:
        terminal.note(f"{pull.message} {pull.next_step}".strip())
    return {"done": DONE, "cancelled": CANCELLED}.get(pull.state, FAILED)


def _show(pull: Pull, *, as_json: bool) -> None:
    if as_json:
        terminal.lines([asdict(pull)])
    elif not sys.stderr.isatty():
        return
    elif pull.total:
        share = f"{pull.done / pull.total:4.0%} of {pull.total / 1e9:.2f} GB"
        terminal.note(f"{share}  {pull.message}", terminal.DIM)
    else:
        terminal.note(pull.message, terminal.DIM)
