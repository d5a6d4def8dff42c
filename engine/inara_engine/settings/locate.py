"""Which line of a TOML file a key stands on.

The parsers give values without positions. This reads a text the parser has accepted already, so it
only has to know where tokens begin and end; keys are decoded by the parser itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, cast

__all__ = ["KeyPath", "key_lines", "line_of"]

KeyPath = tuple[str | int, ...]

_DEEPEST = 32  # names of one dotted key that are told apart; no setting is that deep
_QUOTES = ('"""', "'''", '"', "'")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every table, key and list item of a valid TOML text.

    A table that only a longer header or a dotted key brings about stands where it is first named.
    """
    return _Scanner(text).lines()


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of a path, or of the nearest table around it; 1 if there is none."""
    for length in range(len(path), 0, -1):
        if (line := lines.get(path[:length])) is not None:
            return line
    return 1


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._line = 1
        self._lines: dict[KeyPath, int] = {}
        self._last_index: dict[KeyPath, int] = {}  # of arrays of tables

    def lines(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._skip_blank():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._key_and_value(table)
        return self._lines

    def _header(self) -> KeyPath:
        double = self._text.startswith("[[", self._at)
        self._move(2 if double else 1)
        line = self._line
        path: KeyPath = ()
        names = self._key("]")
        for position, name in enumerate(names):
            path = (*path, name)
            self._lines.setdefault(path, line)
            if double and position == len(names) - 1:
                self._last_index[path] = self._last_index.get(path, -1) + 1
            if path in self._last_index:
                path = (*path, self._last_index[path])
        self._lines[path] = line
        self._move(2 if double else 1)
        return path

    def _key_and_value(self, table: KeyPath) -> None:
        line = self._line
        path = table
        for name in self._key("="):
            path = (*path, name)
            self._lines.setdefault(path, line)
        self._lines[path] = line
        self._move(1)
        self._value(path)

    def _key(self, end: str) -> list[str]:
        """The parts of a key up to an `=` or `]` outside quotes, decoded by the parser."""
        start = self._at
        while self._text[self._at] != end:
            if self._text[self._at] in "\"'":
                self._string()
            else:
                self._move(1)
        return list(islice(_names(tomllib.loads(f"{self._text[start : self._at]} = 0")), _DEEPEST))

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        match self._text[self._at]:
            case "[":
                self._array(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                self._string()
            case _:
                while self._at < len(self._text) and self._text[self._at] not in ",]}#\n":
                    self._move(1)

    def _array(self, path: KeyPath) -> None:
        self._move(1)
        index = 0
        while self._next_item("]"):
            self._lines[*path, index] = self._line
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._move(1)
        while self._next_item("}"):
            self._key_and_value(path)

    def _next_item(self, end: str) -> bool:
        """Go to the next item of a list or an inline table; past its end where there is none."""
        self._skip_blank()
        if self._text[self._at] == ",":
            self._move(1)
            self._skip_blank()
        if self._text[self._at] != end:
            return True
        self._move(1)
        return False

    def _string(self) -> None:
        quote = next(quote for quote in _QUOTES if self._text.startswith(quote, self._at))
        self._move(len(quote))
        while not self._text.startswith(quote, self._at):
            self._move(2 if quote[0] == '"' and self._text[self._at] == "\\" else 1)
        self._move(len(quote))
        if len(quote) == 3:  # a multi-line string may end in up to two quotes of its own
            while self._at < len(self._text) and self._text[self._at] == quote[0]:
                self._move(1)

    def _skip_blank(self) -> bool:
        """Skip spaces, line ends and comments; False at the end of the text."""
        while self._at < len(self._text):
            character = self._text[self._at]
            if character == "#":
                while self._at < len(self._text) and self._text[self._at] != "\n":
                    self._move(1)
            elif character in " \t\n":
                self._move(1)
            else:
                return True
        return False

    def _move(self, count: int) -> None:
        self._line += self._text.count("\n", self._at, self._at + count)
        self._at += count


def _names(nested: Any) -> Iterator[str]:
    while isinstance(nested, dict):
        ((name, nested),) = cast("dict[str, Any]", nested).items()
        yield name
