"""Options stand where a person puts them: before, between and behind the words of a command.

argparse takes the words of a command in one run, and calls those behind the next option unknown. So a command's
options are put before its words. What comes after `--` is words, also where it begins with a dash.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches

from inara_engine.cli.examples import actions_of, parsers_below

__all__ = ["parsed"]

_NUMBER = re.compile(r"-\d*\.?\d+")
_NO_VALUE, _PERHAPS_ONE = 0, "?"  # argparse's own `nargs`; None is exactly one


def parsed(top: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The options and words of a command line. Ends with the usage (SystemExit 2) where it is none."""
    command, at = _command(top, arguments)
    options, unknown = top.parse_known_args([*arguments[:at], *_options_first(command, arguments[at:])])
    if unknown := [word for word in unknown if word != "--"]:
        dashed = any(word.startswith("-") for word in unknown)
        hint = "; after -- a word may begin with a dash" if dashed and _takes_words(command) else ""
        command.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")
    for action in actions_of(command):
        # WORKAROUND argparse of Python 3.11: of `--model=--` it makes an empty list; remove with 3.13
        if action.option_strings and action.nargs is None and getattr(options, action.dest, None) == []:
            command.error(f"argument {'/'.join(action.option_strings)}: expected one argument")
    return options


def _command(top: argparse.ArgumentParser, arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, int]:
    """The parser of the innermost verb that is named, and where its own arguments begin."""
    command = top
    for at, word in enumerate(arguments):
        below = {name: parser for above, name, parser in parsers_below(command) if above is command}
        if not below:
            return command, at
        if word in below:
            command = below[word]
        elif not word.startswith("-"):
            if not any(before.startswith("-") for before in arguments[:at]):  # else it may be an option's value
                command.error(_unknown(top, command, word))
            break
    return command, len(arguments)


def _unknown(top: argparse.ArgumentParser, command: argparse.ArgumentParser, word: str) -> str:
    """That there is no such command: what comes near it here, else what is called so elsewhere, else all there is."""
    below = {name: parser for above, name, parser in parsers_below(command) if above is command}
    near = [below[name].prog for name in get_close_matches(word.lower(), below, cutoff=0.7)]
    near = near or [parser.prog for _, name, parser in parsers_below(top) if name == word.lower()]
    there = f"there is no `{command.prog} {word}`"
    if near:
        return f"{there}; did you mean {' or '.join(f'`{name}`' for name in near[:3])}?"
    return f"{there}; there are {', '.join(below)}. `{command.prog} --help` says what they do."


def _options_first(command: argparse.ArgumentParser, arguments: Sequence[str]) -> list[str]:
    """The same arguments: options, each with its value, then words."""
    options: list[str] = []
    words: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            words += left
            break
        if _is_word(argument):
            words.append(argument)
            continue
        options.append(argument)
        nargs = _nargs(command, argument)
        if left and (nargs is None or (nargs == _PERHAPS_ONE and _is_word(left[0]))):
            options.append(left.pop(0))
    return [*options, "--", *words] if words else options


def _is_word(argument: str) -> bool:
    """Whether argparse, too, takes it for a word: "-", a negative number, and what has a space, like a list's item."""
    has_space = " " in argument.partition("=")[0]
    return not argument.startswith("-") or argument == "-" or has_space or _NUMBER.fullmatch(argument) is not None


def _nargs(command: argparse.ArgumentParser, option: str) -> int | str | None:
    """How many values follow an option, which may be cut short where it stays the only one."""
    named = {string: action for action in actions_of(command) for string in action.option_strings}
    meant = [option] if option in named else [string for string in named if string.startswith(option)]
    return named[meant[0]].nargs if len(meant) == 1 else _NO_VALUE


def _takes_words(command: argparse.ArgumentParser) -> bool:
    return any(not action.option_strings for action in actions_of(command))
