"""A column of blocks made from one growing text: split as it comes, laid out where it is seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.blocks import Blocks
from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.fenwick import Fenwick
from inara_desktop.transcript.growing import OpenEnd
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.markdown import prepare
from inara_desktop.transcript.markdown_lines import dedented
from inara_desktop.transcript.plain_block import PlainBlock, plain_spans
from inara_desktop.transcript.prose import ProseBlock, estimated, heading_gap
from inara_desktop.transcript.small_blocks import MathBlock, RuleBlock
from inara_desktop.transcript.span import Kind, Span
from inara_desktop.transcript.splitter import Splitter
from inara_desktop.transcript.stream_text import StreamText
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.table_block import TableBlock

__all__ = ["Flow"]

_start = attrgetter("start")
_GAPS: dict[Kind, int] = {"paragraph": 12, "heading": 20, "item": 12, "quote": 14, "code": 14, "table": 14, "math": 10}
_RULE_GAP = 20


class Flow:
    """Markdown (or, when `plain`, text as it is) as blocks with their heights. Coordinates start at its own top."""

    def __init__(
        self,
        style: Style,
        laid_out: LaidOut,
        *,
        width: int = -1,
        plain: bool = False,
        muted: bool = False,
        mono: bool = False,
    ) -> None:
        self.blocks = Blocks(self._asked_for)
        self.heights = Fenwick()
        self.streaming = False
        self._style = style
        self._laid_out = laid_out
        self._plain = plain
        self._muted = muted
        self._mono = mono
        self._text = StreamText()
        self._splitter = Splitter()
        self._open_end = OpenEnd()
        self._width = width
        self._source, self._markdown = self.source, self._prepared  # else each block made a method of its own to keep

    # ---- text

    @property
    def text(self) -> str:
        return self._text.text()

    def __len__(self) -> int:
        return self._text.size  # asked for often: whether there is anything

    @property
    def height(self) -> int:
        return self.heights.total

    def source(self, span: Span) -> str:
        return self._text.slice(span.start, span.end)

    def code_of(self, span: Span) -> str:
        """All of a code block's text, without its fences and the indentation of the list around it."""
        body = self._text.slice(span.body_start, span.body_end)
        if span.indent:
            body = "\n".join(dedented(line, span.indent) for line in body.split("\n"))
        return body.removesuffix("\n")

    def feed(self, text: str) -> None:
        """More text; nothing is laid out before it is seen."""
        if not text:
            return
        self._text.append(text)
        if self._plain:
            self._splitter.spans = plain_spans(self.text)
            self._sync(max(0, len(self.blocks) - 1))
        else:
            self._sync(self._splitter.feed(text))

    def finish(self) -> None:
        """No more text will come."""
        self.streaming = False
        if not self._plain:
            self._sync(self._splitter.finish(), closing=True)

    def set_text(self, text: str, *, streaming: bool) -> None:
        """The whole text as it is now; blocks whose source stays equal keep their layout."""
        shown = self.text
        if self.streaming and text.startswith(shown):
            self.feed(text[len(shown) :])
        elif text != shown:
            self._start_anew(text, streaming=streaming)
        if self.streaming and not streaming:
            self.finish()
        self.streaming = streaming

    def _start_anew(self, text: str, *, streaming: bool) -> None:
        spans, before = self._splitter.spans, self._text
        self._text, self._splitter = StreamText(text), Splitter()
        if self._plain:
            self._splitter.spans = plain_spans(text)
        else:
            self._splitter.feed(text)
            if not streaming:
                self._splitter.finish()
        self.streaming = streaming
        same = 0
        for old, span in zip(spans, self._splitter.spans, strict=False):
            block = self.blocks.made(same)
            kind = block.kind if block else old.kind
            if (kind, old.info, old.depth, old.lead) != (span.kind, span.info, span.depth, span.lead):
                break
            if before.slice(old.start, old.end) != self.source(span):
                break
            if block:
                block.span = span
            same += 1
        self.blocks.cut(same)
        self.heights.reset(self.heights.values[:same])
        self._sync(same)

    # ---- blocks from spans

    def _sync(self, first: int, *, closing: bool = False) -> None:
        spans, blocks, heights = self._splitter.spans, self.blocks, self.heights
        while len(heights) > len(spans):
            heights.pop()
        blocks.cut(len(spans))
        known = len(blocks)
        for index in range(first, known):
            span, block = spans[index], blocks.made(index)
            if block is not None and block.kind == span.kind and block.span.start == span.start:
                if index == first or block.span is not span or not span.closed or closing:
                    block.span = span
                    self._changed(block)
                continue
            blocks[index] = made = self._made(index)
            heights.set(index, made.height)
        for index in range(known, len(spans)):
            made, height = None, self._estimated(index)
            if height is None:
                made = self._made(index)
                height = made.height
            blocks.append(made)
            heights.push(height)

    def _changed(self, block: Block) -> None:
        if isinstance(block, CodeBlock):
            self._grow_code(block)
        block.changed()

    def _grow_code(self, block: CodeBlock) -> None:
        span = block.span
        if span.body_end > block.consumed:
            block.append(self._text.slice(block.consumed, span.body_end))
            block.consumed = span.body_end

    def _estimated(self, index: int) -> int | None:
        """The height of a block that need not be made before it is seen; None of one that is made at once."""
        span = self._splitter.spans[index]
        if self._plain:
            return None
        match span.kind:
            case "paragraph" | "heading" | "item" | "quote":
                return self._gap(index) + estimated(self._style, span, max(80, self._width))
            case "code":
                return self._gap(index) + CodeBlock.height_of(
                    self._style, self._text.slice(span.body_start, span.body_end)
                )
            case _:
                return None

    def _made(self, index: int) -> Block:
        """A block with its gap and the height it is thought to have."""
        block = self._bare(self._splitter.spans[index], index)
        block.gap = self._gap(index)
        block.height = block.estimate(max(80, self._width))
        return block

    def _asked_for(self, index: int) -> Block:
        block = self._made(index)
        block.height = self.heights.values[index]
        return block

    def _bare(self, span: Span, index: int) -> Block:
        style = self._style
        if self._plain:
            return PlainBlock(style, span, self._source, style.mono if self._mono else style.body)
        match span.kind:
            case "paragraph" | "heading" | "item" | "quote":
                return ProseBlock(style, span, self._markdown, muted=self._muted)
            case "code":
                block = CodeBlock(style, span)
                self._grow_code(block)
                return block
            case "table":
                before = self.blocks[index - 1] if index and span.continued else None
                above = before if isinstance(before, TableBlock) else None
                return TableBlock(style, span, self._source, self._grows, above)
            case "math":
                return MathBlock(style, span, self._source)
            case "rule":
                return RuleBlock(style, span)

    def _prepared(self, span: Span) -> str:
        source, definitions = self.source(span), self._splitter.definitions
        if self._grows(span):
            return self._open_end.prepared(source, span, definitions)
        return prepare(source, span, definitions, open_end=False)

    def _grows(self, span: Span) -> bool:
        return self.streaming and bool(self._splitter.spans) and span is self._splitter.spans[-1]

    def _gap(self, index: int) -> int:
        """The space above a block."""
        spans = self._splitter.spans
        span = spans[index]
        if not index or span.continued:
            return 0
        kind, before = span.kind, spans[index - 1]
        if kind == "rule" or before.kind == "rule":
            return _RULE_GAP
        if before.kind == "heading":
            return 8
        if kind == "heading":
            source = self.source(span).lstrip()
            return heading_gap(len(source) - len(source.lstrip("#")) or 2)
        if kind == "item" and before.kind == "item":
            return 8 if span.loose else 4
        if kind == "item" and before.depth > span.depth:
            return 10
        if kind == "paragraph" and span.depth:
            return 6
        return _GAPS[kind]

    # ---- geometry

    def set_width(self, width: int) -> None:
        """Heights of blocks that aren't laid out for this width become estimates, scaled from what is known."""
        if width == self._width:
            return
        old, self._width = self._width, width
        self.heights.reset([self._rescaled(index, old) for index in range(len(self.blocks))])

    def _rescaled(self, index: int, old: int) -> int:
        """The height of a block that had another width."""
        block = self.blocks.made(index)
        if block is None:
            return self._estimated(index) or self.heights.values[index]
        if old <= 0:
            block.height = block.estimate(self._width)
        elif isinstance(block, ProseBlock | PlainBlock):
            text = block.height - block.gap
            block.height = block.gap + max(self._style.line_px, text * old // self._width)
        return block.height

    def lay_out(self, top: int, bottom: int, seen: Callable[[int], None]) -> bool:
        """Lay out what lies between two heights; `seen(y)` tells from where each one made anew looks different.

        Whether any height changed (then what lies below has moved).
        """
        moved = False
        count = len(self.blocks)
        index = self.heights.find(max(0, top)) if count else 0
        y = self.heights.prefix(index)
        while index < count and y < bottom:
            block = self.blocks[index]
            if block.width != self._width and self._laid_out.has_time():
                self._laid_out.lay_out(block, self._width)
                seen(y + block.changed_top())
                moved |= bool(self.heights.set(index, block.height))
            self._laid_out.touch(block)
            y += block.height
            index += 1
        return moved

    def lay_out_one(self, index: int) -> Block:
        """A block, laid out whatever time there is: where its words stand is asked now."""
        block = self.blocks[index]
        if block.width != self._width:
            self._laid_out.lay_out(block, self._width)
            self.heights.set(index, block.height)
        self._laid_out.touch(block)
        return block

    def paint(
        self,
        painter: QPainter,
        clip: QRectF,
        selected: Callable[[int, Block], tuple[int, int] | None] | None = None,
    ) -> None:
        count = len(self.blocks)
        index = self.heights.find(max(0, int(clip.top()))) if count else 0
        y = self.heights.prefix(index)
        while index < count and y < clip.bottom():
            block = self.blocks[index]
            if block.width > 0:  # else it waits for the next frame; one of another width is better than none
                painter.translate(0, y)
                block.paint(painter, clip.translated(0, -y), selected(index, block) if selected else None)
                painter.translate(0, -y)
            self._laid_out.touch(block)
            y += self.heights.values[index]
            index += 1

    def block_at(self, y: float) -> tuple[int, Block, int] | None:
        """(index, block, its top) at a height."""
        if not self.blocks:
            return None
        index = self.heights.find(max(0, int(y)))
        return index, self.blocks[index], self.heights.prefix(index)

    def between(self, top: int, bottom: int) -> Iterator[tuple[int, Block, int]]:
        """(index, block, its top) of the laid out blocks that reach into a range of heights."""
        index = self.heights.find(max(0, top)) if self.blocks else 0
        y = self.heights.prefix(index)
        while index < len(self.blocks) and y < bottom:
            block = self.blocks[index]
            if block.width == self._width:
                yield index, block, y
            y += self.heights.values[index]
            index += 1

    def index_of(self, offset: int) -> int:
        """The block that shows what stands at an offset of the text."""
        found = bisect_right(self._splitter.spans, offset, key=_start) - 1
        return max(0, found)

    def top_of(self, index: int) -> int:
        return self.heights.prefix(min(index, len(self.blocks)))
