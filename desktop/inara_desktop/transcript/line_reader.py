"""What a line makes of a text: it goes on with the open block, or opens another one."""

from __future__ import annotations

import re

from inara_desktop.transcript.markdown_lines import (
    DEFINITION,
    FENCE,
    HEADING,
    ITEM,
    KEY,
    RULE,
    SETEXT,
    count_cells,
    delimits,
    math_closer,
    width_of_lead,
)
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.span_writer import SpanWriter

__all__ = ["LineReader"]

_MATH_LIMIT = 8192
_ROWS_PER_BLOCK = 32
_CELLS_PER_BLOCK = 100  # of wide tables, whose rows cost more; a block is laid out at once
_COLUMNS_SHOWN = 40
_MAX_LISTS = 64
_SIGNS = frozenset("`~$\\#-*_+=>|")  # a line that begins with none of these, nor as an item, is words


class LineReader:
    """Tells the writer, line by line, what opens and what goes on; `definitions` are the link targets it came by."""

    __slots__ = ("_writer", "definitions")

    def __init__(self, writer: SpanWriter) -> None:
        self._writer = writer
        self.definitions: dict[str, str] = {}

    def read(self, line: str, size: int, *, whole: bool = True, preview: bool = False) -> None:
        """Classify a line (its head when not `whole`) of `size` characters, its newline included."""
        writer, body = self._writer, line.strip()
        if not body:
            self.blank(size)
            return
        state, spans = writer.state, writer.spans
        head = body[0]
        column = 0 if line[0] == head else width_of_lead(line)
        if (state.math or state.indented or state.front) and self._goes_on(body, size, column):
            return
        if not state.columns and spans and spans[-1].kind == "table":
            self._settle_header(body)
        item = None
        if head in "-*+" or head.isdigit():
            item = ITEM.match(body)
            if item and ((whole and RULE.match(body)) or not self._starts_item(item)):
                item = None
        if state.lists and (item or not state.open or state.blank):
            self._leave_lists(column, is_item=bool(item))
        if item and item.end() < len(body):
            self._open_item(line, size, body, item, column)
        elif item or head in _SIGNS or column >= 4 or "|" in body:
            self._classify(line, body, size, item=item, column=column, whole=whole)
        else:
            self._words(line, size)
        if not whole:
            writer.freeze()
        if head == "[" and not preview and (definition := DEFINITION.match(body)):
            self.definitions.setdefault(definition[1].casefold(), definition[2])

    def _goes_on(self, body: str, size: int, column: int) -> bool:
        """Whether the line belongs to the formula, the indented code or the front matter that is open."""
        writer = self._writer
        state, span = writer.state, writer.spans[-1]
        if state.math:
            writer.grow(size)
            if body.endswith(state.math) or writer.offset - span.start > _MATH_LIMIT:
                writer.close_math()
            return True
        if state.indented and column >= span.indent:
            span.body_end = span.end + size
            writer.grow(size)
            return True
        return state.front and self._front_matter(body, size)

    def _classify(
        self, line: str, body: str, size: int, *, item: re.Match[str] | None, column: int, whole: bool
    ) -> None:
        state = self._writer.state
        base = state.lists[-1][1] if state.lists else 0
        continues = state.open and not state.blank
        head = body[0]
        if column - base >= 4 and not continues and not item:
            self._writer.open("code", size, body_start=0, indent=base + 4)
            span = self._writer.spans[-1]
            span.body_start, span.body_end = span.end - size, span.end
            state.indented, state.open = True, False
        elif head in "`~" and whole and (fence := FENCE.match(body)):
            info = fence[2].strip()
            self._writer.open("code", size, info=info.split()[0] if info else "", indent=min(column, base) or column)
            span = self._writer.spans[-1]
            span.body_start = span.body_end = span.end
            state.fence, state.open = fence[1], False
        elif whole and (head == "$" or body.startswith("\\[")) and (closer := math_closer(body)) is not None:
            self._writer.open("math", size)
            state.math = closer
            if body.endswith(closer) and len(body) > 3:
                self._writer.close_math()
        elif head == "#" and HEADING.match(body):
            self._writer.open("heading", size, text=line)
            state.open = not whole
        elif head in "=-" and whole and continues and self._is_underline(body):
            self._writer.grow(size)
            self._writer.spans[-1].kind = "heading"
            state.open = False
        elif head in "-*_" and whole and not item and RULE.match(body):
            self._writer.open("rule", size)
            state.open = False
        elif item:
            self._open_item(line, size, body, item, column)
        elif head == ">":
            if continues and self._writer.spans[-1].kind == "quote":
                self._writer.extend(line, size)
            else:
                self._writer.open("quote", size, text=line)
        elif whole and self._table_line(line, body, size):
            pass
        else:
            self._words(line, size)

    def _words(self, line: str, size: int) -> None:
        """A line without a sign: it goes on with a paragraph, an item or a quote, or begins a paragraph."""
        writer = self._writer
        state = writer.state
        if state.open and not state.blank and writer.spans[-1].kind != "table":
            writer.extend(line, size)
        else:
            writer.open("paragraph", size, text=line)

    def blank(self, size: int) -> None:
        writer = self._writer
        state = writer.state
        state.blank = True
        if writer.spans:
            span = writer.spans[-1]
            span.end += size
            if not state.math:
                span.closed = not state.indented
                if span.kind == "table" and not state.columns:
                    span.kind = "paragraph"
        writer.offset += size

    def _front_matter(self, body: str, size: int) -> bool:
        """`---`, `key: value`, …, `---` at the very start: Qt's reader would swallow it; here it is a code block."""
        state = self._writer.state
        if len(self._writer.spans) != 1 or self._writer.spans[0].start or state.blank:
            return False
        state.front = False
        if not KEY.match(body):
            return False
        span = self._writer.spans[0]
        span.kind, span.info, span.closed = "code", "yaml", False
        span.body_start, state.fence = span.end, "---"
        self._writer.grow(size)
        span.body_end = span.end
        return True

    def _leave_lists(self, column: int, *, is_item: bool) -> None:
        """Of the open lists, those remain that the line is in: an item may begin a list within the innermost."""
        lists = self._writer.state.lists
        while lists and column < (lists[-1][0] + 2 if is_item else lists[-1][1]):
            lists = lists[:-1]
        self._writer.state.lists = lists

    def _is_underline(self, body: str) -> bool:
        span = self._writer.spans[-1]
        return span.kind == "paragraph" and not span.continued and bool(SETEXT.match(body))

    def _starts_item(self, item: re.Match[str]) -> bool:
        """A number other than 1, or an empty item, doesn't interrupt a paragraph."""
        state = self._writer.state
        if state.lists or not state.open or state.blank or self._writer.spans[-1].kind != "paragraph":
            return True
        return item[0][-1:].isspace() and item[1] in {None, "1"}

    def _open_item(self, line: str, size: int, body: str, item: re.Match[str], column: int) -> None:
        state = self._writer.state
        depth = len(state.lists)
        lead, length = item.end(), len(body)
        content = column + (lead if lead < length else length + 1)
        self._writer.open("item", size, text=line, depth=depth, indent=column)
        if depth < _MAX_LISTS:
            state.lists = (*state.lists, (column, min(content, column + 6)))
        if lead < length and body[lead] in "`~" and FENCE.match(body, lead):
            state.open = False

    def _settle_header(self, body: str) -> None:
        """A line that looked like a table's header is text, unless the delimiter row comes next."""
        span = self._writer.spans[-1] if self._writer.spans else None
        state = self._writer.state
        if span and span.kind == "table" and not state.columns and not delimits(body, state.text):
            span.kind = "paragraph"

    def _table_line(self, line: str, body: str, size: int) -> bool:
        state = self._writer.state
        span = self._writer.spans[-1] if self._writer.spans else None
        continues = state.open and not state.blank
        if span and continues and span.kind == "table" and state.columns:
            if "|" not in body:
                return False
            if state.rows >= _rows_of(state.columns):
                columns = state.columns
                self._writer.open("table", size, continued=True)
                state.columns, state.rows = columns, 1
            else:
                state.rows += 1
                self._writer.grow(size)
            return True
        if span and continues and "|" in body and span.kind in {"table", "paragraph"}:
            header = state.text.rstrip("\n").rpartition("\n")[2]
            if delimits(body, header):
                self._begin_table(header, size)
                return True
        if body[0] == "|" and body[-1] == "|" and len(body) > 2 and not continues:
            self._writer.open("table", size, text=line)
            state.columns = 0
            return True
        return False

    def _begin_table(self, header: str, size: int) -> None:
        """The delimiter row came: the line before it is the header, and leaves its paragraph."""
        state, span = self._writer.state, self._writer.spans[-1]
        cut = len(state.text.rstrip("\n")) - len(header)
        if cut > 0 and span.kind == "paragraph":
            start = span.end - (len(state.text) - cut)
            end, span.end, span.closed = span.end, start, True
            self._writer.spans.append(Span("table", start, end, depth=span.depth, indent=span.indent))
        self._writer.spans[-1].kind = "table"
        self._writer.grow(size)
        state.columns, state.rows, state.text = count_cells(header), 0, ""


def _rows_of(columns: int) -> int:
    """How many rows of a table make a block."""
    return max(2, min(_ROWS_PER_BLOCK, _CELLS_PER_BLOCK // min(columns, _COLUMNS_SHOWN)))
