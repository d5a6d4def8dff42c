"""What the splitter remembers from line to line, and the spans it cuts the text into."""

from __future__ import annotations

from dataclasses import dataclass

from inara_desktop.transcript.inline import cut_position, open_markers
from inara_desktop.transcript.span import Kind, Span

__all__ = ["CUT_LIMIT", "SpanWriter", "State"]

CUT_LIMIT = 2048
"""Within how many characters an open block that has become long is cut, so that what is parsed per frame is bounded."""

_FREEZE_AT = 2560  # characters of an open block that has become long
_DENSE_AT = 1536  # the same, where nearly every letter is a mark or every word a link: each piece is laid out by itself
_DENSE_CUT = 1024
_DENSE_LINKS, _DENSE_MARKS = 60, 300
_MAX_DEPTH = 8


@dataclass(slots=True)
class State:
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


class SpanWriter:
    """Cuts the text into spans: the last one is open, and takes more."""

    __slots__ = ("offset", "spans", "state")

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.state = State()
        self.offset = 0  # in the text, up to which it is cut

    def open(
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
        """Begin a block of `size` characters; `text` is its beginning where it is prose that may have to be cut."""
        state, first = self.state, not self.spans
        if not first:
            self.spans[-1].closed = True
        lists = state.lists
        depth = len(lists) if depth is None else depth
        indent = (lists[-1][1] if lists else 0) if indent is None else indent
        start, end = 0 if first else self.offset, self.offset + size
        depth = min(depth, _MAX_DEPTH)
        self.spans.append(Span(kind, start, end, info[:80], depth, indent, "", continued, state.blank, body_start))
        state.front = kind == "rule" and first and not self.offset
        self.offset += size
        state.text = f"{text}\n" if text and len(text) < size else text
        state.open, state.blank, state.columns, state.rows, state.indented = True, False, 0, 0, False

    def grow(self, size: int) -> None:
        """So many characters more belong to the open block."""
        self.spans[-1].end += size
        self.offset += size
        self.state.blank = False

    def extend(self, text: str, size: int = 0) -> None:
        """More text for the open block (a continuing line, or the rest of a very long one)."""
        size = size or len(text)
        self.grow(size)
        if self.state.open:
            self.state.text += text if len(text) == size else f"{text}\n"
            if len(self.state.text) >= _DENSE_AT:
                self.freeze()

    def freeze(self) -> None:
        """Cut what has become long: all but its end won't change any more."""
        state = self.state
        while limit := _limit(state.text):
            span = self.spans[-1]
            cut = cut_position(state.text, limit)
            kind: Kind = "paragraph"
            lead = ""
            if span.kind == "quote":
                kind = "quote"
                newline = state.text.rfind("\n", limit // 3, limit) + 1
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

    def grow_body(self, count: int) -> None:
        """So many characters more stand between the fences of the open code."""
        span = self.spans[-1]
        span.end += count
        span.body_end = span.end
        self.offset += count

    def leave_code(self) -> None:
        """The fence was closed."""
        self.spans[-1].closed = True
        state = self.state
        state.fence, state.midline, state.open, state.blank, state.front = "", False, False, False, False

    def close_math(self) -> None:
        """The displayed formula ends."""
        self.spans[-1].closed = True
        self.state.math = ""
        self.state.open = False


def _limit(text: str) -> int:
    """Within how many characters an open block is to be cut; 0 where it isn't long. Told by the beginning alone."""
    if len(text) >= _DENSE_AT:
        head = text[:_DENSE_AT]
        if head.count("://") > _DENSE_LINKS or sum(map(head.count, "*_~`[")) > _DENSE_MARKS:
            return _DENSE_CUT
    return CUT_LIMIT if len(text) >= _FREEZE_AT else 0
