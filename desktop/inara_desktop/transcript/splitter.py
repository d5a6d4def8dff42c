"""A growing Markdown text cut into blocks, at a cost of what is new plus the block that is open.

The blocks partition the text: joined in order, their sources are the text (blank lines belong to the block before
them). Where a stream was torn makes no difference; each decision depends on the characters alone. A line that isn't
finished is shown by a *preview*: it is classified as if it ended here, and taken back before more is read. Lines that
could still become something else (a fence, a rule, a table) are held back from the preview, never from the text.

Here the text is cut into lines and the bodies of code; `LineReader` says what a line is, `SpanWriter` keeps the blocks.
"""

from __future__ import annotations

from dataclasses import replace

from inara_desktop.transcript.line_reader import LineReader
from inara_desktop.transcript.markdown_lines import UNDECIDED, closer_of, may_close
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.span_writer import CUT_LIMIT, SpanWriter, State

__all__ = ["Splitter", "split"]

# A line longer than this is classified by its first characters and never waited for.
_LINE_LIMIT = 4096
_ROW_LIMIT = 65536
_AT_ONCE = 8192  # characters of a line that had to be waited for; the rest of it comes with what is fed next


def split(text: str) -> list[Span]:
    """The blocks of a whole text."""
    splitter = Splitter()
    splitter.feed(text)
    splitter.finish()
    return splitter.spans


class Splitter:
    """Feed it pieces; `spans` are the blocks so far, the last ones perhaps provisional."""

    __slots__ = ("_kept", "_lines", "_pending", "_saved", "_writer", "definitions", "spans")

    def __init__(self) -> None:
        self._writer = SpanWriter()
        self._lines = LineReader(self._writer)
        self.spans = self._writer.spans
        self.definitions = self._lines.definitions  # what `[name]: target` lines say
        self._pending = ""  # the line that isn't finished
        self._saved: State | None = None
        self._kept: tuple[int, Span | None] = (0, None)

    def feed(self, text: str) -> int:
        """Take the next piece; gives the index of the first span that may have changed."""
        first = self._take_back()
        self._pending += text
        self._consume(max(_AT_ONCE, 2 * len(text)))
        self._preview()
        return first

    def finish(self) -> int:
        """The text ends here: the last line is final. Gives the first span that may have changed."""
        first = self._take_back()
        self._consume(len(self._pending))
        line, self._pending = self._pending, ""
        state = self._writer.state
        if line:
            if state.fence:
                self._finish_code(line)
            else:
                self._lines.read(line, len(line))
        if self.spans and self.spans[-1].kind == "table" and not state.columns:
            self.spans[-1].kind = "paragraph"
        if self.spans:
            self.spans[-1].closed = True
        return first

    def _consume(self, most: int) -> None:
        """Cut what is known by now, of a long line at most so many characters."""
        text, i, size = self._pending, 0, len(self._pending)
        state, lines = self._writer.state, self._lines
        while i < size:
            if state.fence:
                i = self._code(text, i)
                if state.fence:
                    break
                continue
            newline = text.find("\n", i, i + _ROW_LIMIT + 1)  # bounded: a line may be the whole of 50 MB
            if newline == i and not state.midline:
                lines.blank(1)
                i += 1
                continue
            if state.midline:
                if i >= most:
                    break
                stop = min(size if newline < 0 else newline + 1, i + CUT_LIMIT)
                self._writer.extend(text[i:stop])
                state.midline = stop != newline + 1
                i = stop
                continue
            length = (size if newline < 0 else newline) - i
            limit = _ROW_LIMIT if length > _LINE_LIMIT and text[i : i + 8].lstrip()[:1] == "|" else _LINE_LIMIT
            if length > limit:
                lines.read(text[i : i + _LINE_LIMIT], _LINE_LIMIT, whole=False)
                state.midline = True
                i += _LINE_LIMIT
            elif newline >= 0:
                lines.read(text[i:newline], length + 1)
                i = newline + 1
            else:
                break
        self._pending = text[i:]

    def _code(self, text: str, i: int) -> int:
        """Move over the text of the open fence; gives where reading stopped (what might be its end is held back)."""
        state, span = self._writer.state, self.spans[-1]
        closer = closer_of(state.fence, span.indent)
        search_from = i
        if state.midline:
            search_from = text.find("\n", i) + 1
            if not search_from:
                self._writer.grow_body(len(text) - i)
                return len(text)
        likely = search_from if state.fence == "---" else text.find(state.fence, search_from)
        begin = max(search_from, text.rfind("\n", search_from, likely) + 1)
        match = closer.search(text, begin) if likely >= 0 else None
        if match and match.end() < len(text):
            self._writer.grow_body(match.start() - i)
            end = match.end() + 1
            span.end += end - match.start()
            self._writer.offset += end - match.start()
            self._writer.leave_code()
            return end
        stop = len(text)
        line_start = max(text.rfind("\n") + 1, search_from)
        if may_close(text[line_start:], state.fence):
            stop = line_start
        self._writer.grow_body(stop - i)
        state.midline = stop > line_start
        return stop

    def _finish_code(self, line: str) -> None:
        span = self.spans[-1]
        if not self._writer.state.midline and closer_of(self._writer.state.fence, span.indent).match(line):
            span.end += len(line)
            self._writer.offset += len(line)
            self._writer.leave_code()
        else:
            self._writer.grow_body(len(line))

    def _preview(self) -> None:
        line, state = self._pending, self._writer.state
        if not line or state.fence or state.midline or not line.strip() or UNDECIDED.match(line.strip()):
            return
        if line.lstrip()[:1] == "|" and not state.columns and len(line) < 400:
            return
        last = self.spans[-1] if self.spans else None
        self._saved = replace(state)
        self._kept = (len(self.spans), replace(last) if last else None)
        self._lines.read(line, len(line), preview=True)

    def _take_back(self) -> int:
        count, last = self._kept if self._saved else (len(self.spans), None)
        if self._saved:
            del self.spans[count:]
            if last:
                self.spans[count - 1] = last
            self._writer.state, self._saved = self._saved, None
            self._writer.offset -= len(self._pending)
        return max(0, count - 1)
