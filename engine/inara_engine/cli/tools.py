"""`inara tools`: what models may use, and switching it."""

from __future__ import annotations

import argparse

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
    terminal.listed(
        tools,
        lambda tool: (tool.name, f"R{tool.risk}", tool.owner, tool.state.replace("_", " "), tool.why),
        as_json=options.json,
    )
    return DONE
