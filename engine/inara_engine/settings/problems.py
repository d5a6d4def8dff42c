"""What is wrong with `config.toml`, told once per mistake: file, line, key, and what was expected."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from inara_engine.frozen import frozen
from inara_engine.settings.declarations import Settings
from inara_engine.settings.describe import expected, known_keys
from inara_engine.settings.faults import Fault, faults_in
from inara_engine.settings.locate import KeyPath, key_lines, line_of
from inara_engine.settings.names import did_you_mean, unknown_names

__all__ = ["Problem", "read_settings"]

_PRIVATE = frozenset({"api_key", "secret", "env", "headers", "extra", "base_url", "url", "args"})  # may hold a key
_PARSER_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@frozen
class Problem:
    """One mistake. `line` counts from 1; `key` is "" where the file can't be parsed. `path` is `key` in steps."""

    file: str
    line: int
    key: str
    message: str
    expected: str = ""
    path: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.key}: " if self.key else "")
        return where + self.message + (f"; expected {self.expected}" if self.expected else "")


def read_settings(text: str, file: str) -> Settings | tuple[Problem, ...]:
    """The settings a TOML text says, or everything that is wrong with it, top to bottom."""
    try:
        return _read(text, file)
    except RecursionError:
        return (Problem(file, 1, "", "lists or tables are nested too deeply"),)


def _read(text: str, file: str) -> Settings | tuple[Problem, ...]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_syntax(str(error), text, file),)
    except ValueError:  # what Python itself refuses to read: a number of thousands of digits
        return (Problem(file, _longest_line(text), "", "a number is too long"),)
    try:
        return Settings.model_validate(document)
    except ValidationError as error:
        faults = _faults(error, document)
    lines = key_lines(text)
    problems = [
        Problem(file, line_of(lines, fault.path), _dotted(fault.path), fault.message, fault.expected, tuple(fault.path))
        for fault in faults
    ]
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.key)))


def _syntax(message: str, text: str, file: str) -> Problem:
    position = _PARSER_POSITION.search(message)
    if position is None:
        return Problem(file, 1, "", message)
    line = int(position[1]) if position[1] else text.rstrip().count("\n") + 1
    return Problem(file, line, "", message[: position.start()])


def _longest_line(text: str) -> int:
    lines = text.split("\n")
    return 1 + max(range(len(lines)), key=lambda number: len(lines[number]))


def _faults(error: ValidationError, document: Mapping[str, Any]) -> list[Fault]:
    faults: list[Fault] = []
    names_checked = False
    for details in error.errors(include_url=False):
        told = faults_in(details)
        names_checked = names_checked or (told is not None and not details["loc"])
        faults += told if told is not None else [_fault(details, document)]
    if not names_checked:  # a wrong type somewhere kept the names from being looked at
        named_already = {fault.path for fault in faults}
        faults += [fault for fault in unknown_names(document) if fault.path not in named_already]
    return faults


def _fault(details: ErrorDetails, document: Mapping[str, Any]) -> Fault:
    path = _written(details["loc"], document) if details["type"] != "missing" else details["loc"]
    match details["type"]:
        case "extra_forbidden":
            near = did_you_mean(str(path[-1]), known_keys(path[:-1]))
            return Fault(path, f"unknown key; did you mean {near}?" if near else "unknown key")
        case "missing":
            return Fault(path, "missing", expected(path))
        case "value_error":
            at = path[:-1] if path[-1:] == ("[key]",) else path
            return Fault(at, details["msg"].removeprefix("Value error, "))
        case _ if path[-1:] == ("[key]",):
            return Fault(path[:-1], "not usable as a name", "letters, digits and . _ -, at most 64")
        case "string_pattern_mismatch":
            return Fault(path, f"{_shown(path, document)} is not usable as a name")
        case "string_too_short":
            return Fault(path, "is empty", expected(path))
        case "string_too_long":
            return Fault(path, "is too long", f"at most {details.get('ctx', {}).get('max_length')} characters")
        case _:
            return Fault(path, f"{_shown(path, document)} does not fit", expected(path))


def _written(path: KeyPath, document: Mapping[str, Any]) -> KeyPath:
    """The path as far as the file has it: what stands there in short (a tool's name alone) is read as a table."""
    value: Any = document
    for n, step in enumerate(path):
        if not isinstance(value, list | dict):
            return path[:n]
        value = cast("Any", value)[step] if step != "[key]" else None
    return path


def _shown(path: KeyPath, document: Mapping[str, Any]) -> str:
    """The wrong value as the file has it, cut short; never one that may be a key."""
    value: Any = document
    for step in path:
        value = value[step]
    if _PRIVATE.intersection(map(str, path)):
        return "the value"
    match value:
        case str():
            text = json.dumps(value, ensure_ascii=False)
        case bool():
            text = "true" if value else "false"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            text = str(cast("object", value))
    return text if len(text) <= 60 else text[:57] + "…"


def _dotted(path: KeyPath) -> str:
    """A path as one writes it: `models.local.extra`, `schedule[0].cron`, `models."qwen3:8b".model`."""
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            bare = re.fullmatch(r"[A-Za-z0-9_-]+", step)
            written += ("." if written else "") + (step if bare else json.dumps(step, ensure_ascii=False))
    return written
