"""What several commands take."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["Commands", "as_json", "count", "port", "verbs_of", "whole"]

MOST = 1_000_000_000
Commands = Any  # what `add_subparsers` gives: argparse keeps its type to itself


def as_json(command: argparse.ArgumentParser, text: str = "print JSON, one value a line") -> None:
    """Give the command the option --json."""
    command.add_argument("--json", action="store_true", help=text)


def whole(text: str) -> int:
    """A whole number, as an argument's `type`, as are those below."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None


def count(text: str) -> int:
    """A number of at least one; one beyond all that there can be counts as `MOST`."""
    if (number := whole(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} is too small: at least 1")
    return min(number, MOST)


def port(text: str) -> int:
    """A port, or 0 for a free one."""
    if not 0 <= (number := whole(text)) <= 65_535:
        raise argparse.ArgumentTypeError(f"{number} is no port: from 0 to 65535")
    return number


def verbs_of(command: argparse.ArgumentParser, usual: str = "list", **options: object) -> Commands:
    """Where a command's verbs are added. Where none is given it does the `usual` one, with these `options` of it."""
    command.set_defaults(json=False, **options)
    return command.add_subparsers(dest="verb", metavar="VERB", help=f"{usual}, where none is given")
