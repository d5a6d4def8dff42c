"""A growing Markdown text cut into blocks, at a cost of what is new plus the block that is open.

The blocks partition the text: joined in order, their sources are the text (blank lines belong to the block before
them). Where a stream was torn makes no difference; each decision depends on the characters alone. A line that isn't
finished is shown by a *preview*: it is classified as if it ended here, and taken back before more is read. Lines that
could still become something else (a fence, a rule, a table) are held back from the preview, never from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inara_desktop.transcript.inline import cut_position, open_markers
from inara_desktop.transcript.markdown_lines import (
    DEFINITION,
    FENCE,
    HEADING,
    ITEM,
    KEY,
    RULE,
    SETEXT,
    UNDECIDED,
    cells,
    closer_of,
    delimits,
    math_closer,
    may_close,
    width_of_lead,
)
from inara_desktop.transcript.span import Kind, Span

__all__ = ["Splitter", "split"]

# A line longer than this is classified by its first characters and never waited for.
_LINE_LIMIT = 4096
_ROW_LIMIT = 65536
# An open block of this many characters is cut within its first _CUT_LIMIT, so that what is parsed per frame is bounded.
_FREEZE_AT = 2560
_CUT_LIMIT = 2048
_MATH_LIMIT = 8192
_ROWS_PER_BLOCK = 32
_CELLS_PER_BLOCK = 160  # of wide tables, whose rows cost more; a block is laid out at once
_COLUMNS_SHOWN = 40
_MAX_DEPTH = 8


@dataclass(slots=True)
class _State:
    """All that classification remembers from line to line; copied before a preview."""

    lists: tuple[tuple[int, int], ...] = ()  # (column of the marker, column of the content), outermost first
    text: str = ""  # of the open prose block
    open: bool = False
    blank: bool = False
    columns: int = 0  # of the open table; 0 while its delimiter row is missing
    rows: int = 0
    fence: str = ""
    math: str = ""
    indented: bool = False
    front: bool = False
    midline: bool = False


def _rows_of(columns: int) -> int:
    """How many rows of a table make a block."""
    return max(2, min(_ROWS_PER_BLOCK, _CELLS_PER_BLOCK // min(columns, _COLUMNS_SHOWN)))


def split(text: str) -> list[Span]:
    """The blocks of a whole text."""
    splitter = Splitter()
    splitter.feed(text)
    splitter.finish()
    return splitter.spans


class Splitter:
    """Feed it pieces; `spans` are the blocks so far, the last ones perhaps provisional."""

    __slots__ = ("_kept", "_offset", "_pending", "_saved", "_state", "definitions", "spans")

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.definitions: dict[str, str] = {}
        self._state = _State()
        self._pending = ""  # the line that isn't finished
        self._offset = 0  # of `_pending` in the text
        self._saved: _State | None = None
        self._kept: tuple[int, Span | None] = (0, None)

    def feed(self, text: str) -> int:
        """Take the next piece; gives the index of the first span that may have changed."""
        first = self._take_back()
        self._pending += text
        self._consume()
        self._preview()
        return first

    def finish(self) -> int:
        """The text ends here: the last line is final. Gives the first span that may have changed."""
        first = self._take_back()
        line, self._pending = self._pending, ""
        state = self._state
        if line:
            if state.fence:
                self._finish_code(line)
            else:
                self._line(line, len(line))
        if self.spans and self.spans[-1].kind == "table" and not state.columns:
            self.spans[-1].kind = "paragraph"
        if self.spans:
            self.spans[-1].closed = True
        return first

    # ---- reading

    def _consume(self) -> None:
        text, i, size = self._pending, 0, len(self._pending)
        state = self._state
        while i < size:
            if state.fence:
                i = self._code(text, i)
                if state.fence:
                    break
                continue
            newline = text.find("\n", i, i + _ROW_LIMIT + 1)  # bounded: a line may be the whole of 50 MB
            if state.midline:
                stop = min(size if newline < 0 else newline + 1, i + _CUT_LIMIT)
                self._extend(text[i:stop])
                state.midline = stop != newline + 1
                i = stop
                continue
            length = (size if newline < 0 else newline) - i
            limit = _ROW_LIMIT if length > _LINE_LIMIT and text[i : i + 8].lstrip()[:1] == "|" else _LINE_LIMIT
            if length > limit:
                self._line(text[i : i + limit], limit, whole=False)
                state.midline = True
                i += limit
            elif newline >= 0:
                self._line(text[i:newline], length + 1)
                i = newline + 1
            else:
                break
        self._pending = text[i:]

    def _code(self, text: str, i: int) -> int:
        """Move over the text of the open fence; gives where reading stopped (what might be its end is held back)."""
        state, span = self._state, self.spans[-1]
        closer = closer_of(state.fence, span.indent)
        search_from = i
        if state.midline:
            search_from = text.find("\n", i) + 1
            if not search_from:
                self._grow_body(len(text) - i)
                return len(text)
        match = closer.search(text, search_from)
        if match and match.end() < len(text):
            self._grow_body(match.start() - i)
            end = match.end() + 1
            span.end += end - match.start()
            self._offset += end - match.start()
            self._leave_code()
            return end
        stop = len(text)
        line_start = max(text.rfind("\n") + 1, search_from)
        if may_close(text[line_start:], state.fence):
            stop = line_start
        self._grow_body(stop - i)
        state.midline = stop > line_start
        return stop

    def _finish_code(self, line: str) -> None:
        span = self.spans[-1]
        if not self._state.midline and closer_of(self._state.fence, span.indent).match(line):
            span.end += len(line)
            self._offset += len(line)
            self._leave_code()
        else:
            self._grow_body(len(line))

    def _grow_body(self, count: int) -> None:
        span = self.spans[-1]
        span.end += count
        span.body_end = span.end
        self._offset += count

    def _leave_code(self) -> None:
        self.spans[-1].closed = True
        state = self._state
        state.fence, state.midline, state.open, state.blank, state.front = "", False, False, False, False

    # ---- preview of the unfinished line

    def _preview(self) -> None:
        line, state = self._pending, self._state
        if not line or state.fence or not line.strip() or UNDECIDED.match(line.strip()):
            return
        if line.lstrip()[:1] == "|" and not state.columns and len(line) < 400:
            return
        last = self.spans[-1] if self.spans else None
        self._saved = replace(state)
        self._kept = (len(self.spans), replace(last) if last else None)
        self._line(line, len(line), preview=True)

    def _take_back(self) -> int:
        count, last = self._kept if self._saved else (len(self.spans), None)
        if self._saved:
            del self.spans[count:]
            if last:
                self.spans[count - 1] = last
            self._state, self._saved = self._saved, None
            self._offset -= len(self._pending)
        return max(0, count - 1)

    # ---- one line

    def _line(self, line: str, size: int, *, whole: bool = True, preview: bool = False) -> None:
        """Classify a line (its head when not `whole`) of `size` characters, its newline included."""
        state = self._state
        body = line.strip()
        if not body:
            self._blank(size)
            return
        column = width_of_lead(line)
        if state.math:
            self._grow(size)
            if body.endswith(state.math) or self._offset - self.spans[-1].start > _MATH_LIMIT:
                self._close_math()
            return
        if state.indented and column >= self.spans[-1].indent:
            self.spans[-1].body_end = self.spans[-1].end + size
            self._grow(size)
            return
        if self._front_matter(body, size):
            return
        self._settle_header(body)
        item = None if whole and RULE.match(body) else ITEM.match(body)
        if item and not self._starts_item(item):
            item = None
        continues = state.open and not state.blank
        within = self._container(column, is_item=bool(item))
        if not within and not item and not continues:
            self._leave_lists(column)
        self._classify(line, body, size, item=item, column=column, whole=whole)
        if not preview and body[:1] == "[" and (definition := DEFINITION.match(body)):
            self.definitions.setdefault(definition[1].casefold(), definition[2])

    def _classify(
        self, line: str, body: str, size: int, *, item: re.Match[str] | None, column: int, whole: bool
    ) -> None:
        state = self._state
        base = state.lists[-1][1] if state.lists else 0
        continues = state.open and not state.blank
        head = body[0]
        if column - base >= 4 and not continues and not item:
            self._open("code", size, body_start=0, indent=base + 4)
            span = self.spans[-1]
            span.body_start, span.body_end = span.end - size, span.end
            state.indented, state.open = True, False
        elif head in "`~" and whole and (fence := FENCE.match(body)):
            info = fence[2].strip()
            self._open("code", size, info=info.split()[0] if info else "", indent=min(column, base) or column)
            span = self.spans[-1]
            span.body_start = span.body_end = span.end
            state.fence, state.open = fence[1], False
        elif whole and (head == "$" or body.startswith("\\[")) and (closer := math_closer(body)) is not None:
            self._open("math", size)
            state.math = closer
            if body.endswith(closer) and len(body) > 3:
                self._close_math()
        elif head == "#" and HEADING.match(body):
            self._open("heading", size, text=line)
            state.open = not whole
        elif whole and continues and self._is_underline(body):
            self._grow(size)
            self.spans[-1].kind = "heading"
            state.open = False
        elif whole and head in "-*_" and RULE.match(body):
            self._open("rule", size)
            state.open = False
        elif item:
            self._open_item(line, size, body, item, column)
        elif head == ">":
            if continues and self.spans[-1].kind == "quote":
                self._extend(line, size)
            else:
                self._open("quote", size, text=line)
        elif whole and self._table_line(line, body, size):
            pass
        elif continues and self.spans[-1].kind != "table":
            self._extend(line, size)
        else:
            self._open("paragraph", size, text=line)
        if not whole:
            self._freeze()

    def _blank(self, size: int) -> None:
        state = self._state
        state.blank = True
        if self.spans:
            self.spans[-1].end += size
            if not state.math:
                self.spans[-1].closed = not state.indented
                if self.spans[-1].kind == "table" and not state.columns:
                    self.spans[-1].kind = "paragraph"
        self._offset += size

    def _front_matter(self, body: str, size: int) -> bool:
        """`---`, `key: value`, …, `---` at the very start: Qt's reader would swallow it; here it is a code block."""
        state = self._state
        if len(self.spans) != 1 or self.spans[0].start or state.blank or not state.front:
            return False
        state.front = False
        if not KEY.match(body):
            return False
        span = self.spans[0]
        span.kind, span.info, span.closed = "code", "yaml", False
        span.body_start, state.fence = span.end, "---"
        self._grow(size)
        span.body_end = span.end
        return True

    def _container(self, column: int, *, is_item: bool) -> bool:
        """Whether the line belongs to the innermost list item; an item leaves the lists it isn't nested in."""
        lists = self._state.lists
        if is_item:
            while lists and column < lists[-1][0] + 2:
                lists = lists[:-1]
            self._state.lists = lists
        return bool(lists) and column >= lists[-1][1]

    def _leave_lists(self, column: int) -> None:
        lists = self._state.lists
        while lists and column < lists[-1][1]:
            lists = lists[:-1]
        self._state.lists = lists

    def _is_underline(self, body: str) -> bool:
        span = self.spans[-1]
        return span.kind == "paragraph" and not span.continued and bool(SETEXT.match(body))

    def _starts_item(self, item: re.Match[str]) -> bool:
        """A number other than 1, or an empty item, doesn't interrupt a paragraph."""
        state = self._state
        if state.lists or not state.open or state.blank or self.spans[-1].kind != "paragraph":
            return True
        return item[0][-1:].isspace() and item[1] in {None, "1"}

    def _open_item(self, line: str, size: int, body: str, item: re.Match[str], column: int) -> None:
        state = self._state
        depth = len(state.lists)
        content = column + (len(item[0]) if item[0] != body else len(body) + 1)
        self._open("item", size, text=line, depth=depth, indent=column)
        if depth < 64:
            state.lists = (*state.lists, (column, min(content, column + 6)))
        if len(body) > len(item[0]) and FENCE.match(body[len(item[0]) :]):
            state.open = False

    def _settle_header(self, body: str) -> None:
        """A line that looked like a table's header is text, unless the delimiter row comes next."""
        span = self.spans[-1] if self.spans else None
        state = self._state
        if span and span.kind == "table" and not state.columns and not delimits(body, state.text):
            span.kind = "paragraph"

    def _table_line(self, line: str, body: str, size: int) -> bool:
        state = self._state
        span = self.spans[-1] if self.spans else None
        continues = state.open and not state.blank
        if span and continues and span.kind == "table" and state.columns:
            if "|" not in body:
                return False
            if state.rows >= _rows_of(state.columns):
                columns = state.columns
                self._open("table", size, continued=True)
                state.columns, state.rows = columns, 1
            else:
                state.rows += 1
                self._grow(size)
            return True
        if span and continues and "|" in body and span.kind in {"table", "paragraph"}:
            header = state.text.rstrip("\n").rpartition("\n")[2]
            if delimits(body, header):
                self._begin_table(header, size)
                return True
        if body[0] == "|" and body[-1] == "|" and len(body) > 2 and not continues:
            self._open("table", size, text=line)
            state.columns = 0
            return True
        return False

    def _begin_table(self, header: str, size: int) -> None:
        """The delimiter row came: the line before it is the header, and leaves its paragraph."""
        state, span = self._state, self.spans[-1]
        cut = len(state.text.rstrip("\n")) - len(header)
        if cut > 0 and span.kind == "paragraph":
            start = span.end - (len(state.text) - cut)
            end, span.end, span.closed = span.end, start, True
            self.spans.append(Span("table", start, end, depth=span.depth, indent=span.indent))
        self.spans[-1].kind = "table"
        self._grow(size)
        state.columns, state.rows, state.text = len(cells(header)), 0, ""

    def _close_math(self) -> None:
        span = self.spans[-1]
        span.closed = True
        self._state.math = ""
        self._state.open = False

    # ---- changing the last span

    def _open(
        self,
        kind: Kind,
        size: int,
        *,
        text: str = "",
        info: str = "",
        depth: int | None = None,
        indent: int | None = None,
        continued: bool = False,
        body_start: int = 0,
    ) -> None:
        state, first = self._state, not self.spans
        if not first:
            self.spans[-1].closed = True
        lists = state.lists
        self.spans.append(
            Span(
                kind,
                0 if first else self._offset,
                self._offset + size,
                info=info[:80],
                depth=min(len(lists) if depth is None else depth, _MAX_DEPTH),
                indent=(lists[-1][1] if lists else 0) if indent is None else indent,
                continued=continued,
                loose=state.blank,
                body_start=body_start,
            )
        )
        state.front = kind == "rule" and first and not self._offset
        self._offset += size
        state.text = f"{text}\n" if text and len(text) < size else text
        state.open, state.blank, state.columns, state.rows, state.indented = True, False, 0, 0, False

    def _grow(self, size: int) -> None:
        self.spans[-1].end += size
        self._offset += size
        self._state.blank = False

    def _extend(self, text: str, size: int = 0) -> None:
        """More text for the open block (a continuing line, or the rest of a very long one)."""
        size = size or len(text)
        self._grow(size)
        if self._state.open:
            self._state.text += text if len(text) == size else f"{text}\n"
            self._freeze()

    def _freeze(self) -> None:
        state = self._state
        while len(state.text) >= _FREEZE_AT:
            span = self.spans[-1]
            cut = cut_position(state.text, _CUT_LIMIT)
            kind: Kind = "paragraph"
            lead = ""
            if span.kind == "quote":
                kind = "quote"
                newline = state.text.rfind("\n", _CUT_LIMIT // 3, _CUT_LIMIT) + 1
                cut = newline or cut
                lead = "" if newline else "> "
            if not lead:
                lead = "".join(open_markers(span.lead + state.text[:cut]))
            end, span.end, span.closed = span.end, span.end - (len(state.text) - cut), True
            depth = span.depth + (span.kind == "item")
            indent = state.lists[-1][1] if state.lists else 0
            self.spans.append(
                Span(kind, span.end, end, depth=min(depth, _MAX_DEPTH), indent=indent, lead=lead[:64], continued=True)
            )
            state.text = state.text[cut:]
