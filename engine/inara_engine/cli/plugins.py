"""`inara plugins`: packages with tools, and switching them."""

from __future__ import annotations

import argparse

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.face import Face, PluginReport

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    if options.verb in {"enable", "disable"}:
        await engine.plugins.switch(options.name, options.verb == "enable")
        return DONE
    plugins = await engine.plugins.all()
    terminal.listed(
        plugins,
        lambda one: (one.name, "on" if one.on else "off", f"{one.package} {one.version}", _what(one)),
        "No plugin is installed: no package here has an entry point in the group inara.tools.",
        as_json=options.json,
    )
    return DONE


def _what(one: PluginReport) -> str:
    return one.problem or ", ".join(name for name, _ in one.tools) or one.about
