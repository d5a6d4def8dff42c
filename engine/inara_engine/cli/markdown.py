"""Markdown on a terminal, as it streams in: every character is shown as soon as it is known what it is.

Only what can't be known yet is held back: the beginning of a line, a run of asterisks, the rows of a table
until its end. So nothing is ever drawn twice, and the terminal's own wrapping stays right.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["MarkdownStream"]

_BOLD, _ITALIC, _CODE, _HEADING = (
    ("\x1b[1m", "\x1b[22m"),
    ("\x1b[3m", "\x1b[23m"),
    ("\x1b[36m", "\x1b[39m"),
    "\x1b[1;4m",
)
_DIM, _PLAIN = "\x1b[2m", "\x1b[0m"
_LONGEST_ROW = 2000  # a "row" beyond that is text
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEAD = re.compile(r"[ ]{0,3}#{1,6} +")
_BULLET = re.compile(r"( *)[-*+] +")
_QUOTE = re.compile(r"[ ]{0,3}> ?")
_RULE = re.compile(r"[ ]{0,3}(?:-[ ]*){3,}|[ ]{0,3}(?:\*[ ]*){3,}|[ ]{0,3}(?:_[ ]*){3,}")
_MARKS_ONLY = re.compile(r"[ \-*_`~#>+|]*")


class MarkdownStream:
    """`feed` gives what to print now; `end` what is left at a text's end. Takes text that can't steer a terminal."""

    def __init__(self, columns: int = 80) -> None:
        self._columns = columns
        self._held = ""  # of the current line, not printed yet
        self._begun = False  # something of the current line is printed
        self._fence = ""
        self._rows: list[str] = []
        self._code = False
        self._bold = self._italic = False
        self._before = " "
        self._closing = ""

    def feed(self, text: str) -> str:
        """The next piece of the text, styled as far as it is known."""
        shown: list[str] = []
        for piece in text.splitlines(keepends=True):
            self._held += piece
            ended = piece.endswith("\n")
            if ended or self._begun or self._decided():
                shown.append(self._shown(ended=ended))
        return "".join(shown)

    def end(self) -> str:
        """What was held back, and every style taken back."""
        held, self._held = self._held, ""
        shown = ""
        if self._begun:
            shown = self._inline(held, last=True)
        elif self._is_row(held):
            self._rows.append(held)
        elif held:
            shown = self._table() + self._line(held)
        return shown + self._table() + self._line_end()

    def _decided(self) -> bool:
        """Whether the beginning of the line says what it is; rows, fences and rules want the whole line."""
        if self._fence or self._held.lstrip(" ").startswith(("|", "```", "~~~")):
            return len(self._held) > _LONGEST_ROW and not self._fence
        return _MARKS_ONLY.fullmatch(self._held) is None and len(self._held.lstrip()) > 3

    def _shown(self, *, ended: bool) -> str:
        held, self._held = self._held, ""
        if not ended:
            return self._inline(held) if self._begun else self._table() + self._begin(held)
        body = held[:-1]
        if self._begun:
            return self._inline(body, last=True) + self._line_end() + "\n"
        if self._is_row(body):
            self._rows.append(body)
            return ""
        return self._table() + self._line(body) + self._line_end() + "\n"

    def _is_row(self, line: str) -> bool:
        return line.lstrip().startswith("|") and not self._fence and len(line) <= _LONGEST_ROW

    def _line(self, body: str) -> str:
        """A whole line."""
        if fence := _FENCE.match(body):
            mark = fence[1]
            if not self._fence:
                self._fence = mark
                language = body[fence.end() :].strip()
                return f"{_DIM}── {language or 'code'} ──{_PLAIN}"
            if mark[0] == self._fence[0] and len(mark) >= len(self._fence) and not body[fence.end() :].strip():
                self._fence = ""
                return f"{_DIM}──{_PLAIN}"
        if self._fence:
            return f"{_CODE[0]}{body}{_CODE[1]}"
        if _RULE.fullmatch(body):
            return f"{_DIM}{'─' * min(self._columns, 40)}{_PLAIN}"
        return self._begin(body, last=True)

    def _begin(self, held: str, *, last: bool = False) -> str:
        """The beginning of a line of text: a heading, a bullet, a quotation, or none of them."""
        self._begun = True
        self._before = " "
        if head := _HEAD.match(held):
            self._closing = _PLAIN
            return _HEADING + self._inline(held[head.end() :], last=last)
        if quote := _QUOTE.match(held):
            return f"{_DIM}│{_PLAIN} " + self._inline(held[quote.end() :], last=last)
        if bullet := _BULLET.match(held):
            return f"{bullet[1]}• " + self._inline(held[bullet.end() :], last=last)
        return self._inline(held, last=last)

    def _inline(self, text: str, *, last: bool = False) -> str:
        """Bold, italic and code within a line; a mark at the end is held until what follows it is known."""
        shown: list[str] = []
        place = 0
        while place < len(text):
            character = text[place]
            if character in "`*\\" and not last and not text[place:].strip("`*\\"):
                self._held = text[place:]
                break
            taken, styled = self._mark(text, place)
            shown.append(styled)
            self._before = text[place + taken - 1]
            place += taken
        return "".join(shown)

    def _mark(self, text: str, place: int) -> tuple[int, str]:
        """What stands at a place: how many characters it takes, and how it is shown."""
        character = text[place]
        following = text[place + 1 : place + 2]
        if character == "`":
            self._code = not self._code
            return 1, _CODE[0] if self._code else _CODE[1]
        if self._code or character not in "*\\":
            return 1, character
        if character == "\\":
            return (2, following) if following and not following.isalnum() and following != " " else (1, character)
        double = following == "*"
        after = text[place + 2 : place + 3] if double else following
        is_open = self._bold if double else self._italic
        opens = not is_open and bool(after) and not after.isspace() and not self._before.isalnum()
        closes = is_open and not self._before.isspace()
        if not (opens or closes):
            return (2, "**") if double else (1, "*")
        if double:
            self._bold = opens
        else:
            self._italic = opens
        style = (_BOLD if double else _ITALIC)[0 if opens else 1]
        return (2 if double else 1), style + (_HEADING if self._closing and closes else "")

    def _line_end(self) -> str:
        """Styles end with their line."""
        closing = self._closing or (_PLAIN if self._bold or self._italic or self._code else "")
        self._begun = self._code = self._bold = self._italic = False
        self._closing = ""
        return closing

    def _table(self) -> str:
        """The rows that were held back, in columns; their marks stay as they are."""
        rows, self._rows = self._rows, []
        if not rows:
            return ""
        cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
        if len(rows) < 2 or not all(re.fullmatch(r":?-+:?", cell) for cell in cells[1]):
            return "".join(f"{row}\n" for row in rows)
        body = [cells[0], *cells[2:]]
        count = max(map(len, body))
        body = [[_without_marks(cell) for cell in row] + [""] * (count - len(row)) for row in body]
        widths = [max(_width(row[n]) for row in body) for n in range(count)]
        if sum(widths) + 3 * (count - 1) > self._columns:
            return "".join(f"{row}\n" for row in rows)
        lines = [
            " │ ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in body
        ]
        rule = "─┼─".join("─" * width for width in widths)
        return f"{_BOLD[0]}{lines[0]}{_BOLD[1]}\n{_DIM}{rule}{_PLAIN}\n" + "".join(f"{line}\n" for line in lines[1:])


def _without_marks(cell: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*|`(.+?)`", lambda found: found[1] or found[2], cell)


def _width(text: str) -> int:
    """The columns a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
