"""`inara tools`: what models may use, and switching it."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.face import Face

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    if options.verb in {"enable", "disable"}:
        await engine.tools.switch(options.name, options.verb == "enable")
        return DONE
    tools = await engine.tools.all()
    if options.json:
        terminal.lines(asdict(tool) for tool in tools)
    else:
        terminal.table([(t.name, f"R{t.risk}", t.owner, t.state.replace("_", " "), t.why) for t in tools])
    return DONE
