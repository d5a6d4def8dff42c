"""What every verb has, said once: its help with an example, and --json."""

from __future__ import annotations

import argparse
from typing import Any, cast

__all__ = ["actions_of", "complete_verbs", "parsers_below"]

_NO_JSON = frozenset({"serve", "chat", "completion", "export", "follow"})  # they run on, or print what has a form


def complete_verbs(top: argparse.ArgumentParser) -> None:
    """Give each parser that lacks them the examples of the one above it, and the option --json."""
    for above, name, parser in parsers_below(top):
        actions = actions_of(parser)
        if not parser.epilog:
            shown = [line for line in (above.epilog or "").splitlines() if line.startswith(f"  {above.prog} {name}")]
            parser.epilog = "examples:\n" + "\n".join(shown or [f"  {_plain(parser)}"])
        has_json = any("--json" in action.option_strings for action in actions)
        if not (has_json or name in _NO_JSON or any(_below(action) for action in actions)):
            parser.add_argument("--json", action="store_true", help="print JSON, one value a line")


def parsers_below(
    parser: argparse.ArgumentParser,
) -> list[tuple[argparse.ArgumentParser, str, argparse.ArgumentParser]]:
    """All commands and verbs: the parser above, the name, the parser."""
    found: list[tuple[argparse.ArgumentParser, str, argparse.ArgumentParser]] = []
    for action in actions_of(parser):
        for name, below in _below(action).items():
            found += [(parser, name, below), *parsers_below(below)]
    return found


def actions_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Its options and words, the verbs below it included."""
    return parser._actions  # noqa: SLF001 - argparse has no other way to ask


def _below(action: argparse.Action) -> dict[str, argparse.ArgumentParser]:
    choices: Any = action.choices
    return cast("dict[str, argparse.ArgumentParser]", choices) if isinstance(choices, dict) else {}


def _plain(parser: argparse.ArgumentParser) -> str:
    """A call with nothing that may be left out, e.g. "inara jobs cancel ID"."""
    words = [str(action.metavar or action.dest.upper()) for action in actions_of(parser) if not action.option_strings]
    return " ".join([parser.prog, *words])
