"""Blocks are made when they are seen; until then there is nothing of them but the height they are thought to have."""

from __future__ import annotations

import random

import pytest

from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.view import TranscriptView

PIECES = [
    "# A title\n",
    "Some words, **bold**.\n",
    "- an item\n  - within\n",
    "> said\n\n",
    "```python\nx = 1\n\n```\n",
    "```\n```\n",
    "    indented\n\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "---\n",
    "$$x^2$$\n",
    "A long paragraph of words. " * 30 + "\n\n",
    "\n",
]


def flow_of(view: TranscriptView, text: str, sizes: list[int], width: int = 500) -> Flow:
    """A flow that was fed with the text in pieces of these sizes, over and over."""
    flow = Flow(view._style, LaidOut(), width=width)
    flow.streaming = True
    start = turn = 0
    while start < len(text):
        size = sizes[turn % len(sizes)]
        flow.feed(text[start : start + size])
        start, turn = start + size, turn + 1
    flow.finish()
    return flow


def some_text(seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 80)))


@pytest.mark.parametrize("seed", range(20))
def test_a_block_that_was_not_made_takes_the_room_it_takes_once_it_is(transcript: TranscriptView, seed: int) -> None:
    text = some_text(seed)
    flow = flow_of(transcript, text, [len(text)])
    for width in (500, 300, 700):
        flow.set_width(width)
        assert flow.heights.total == sum(flow.heights.values)
        untouched = [index for index in range(len(flow.blocks)) if flow.blocks.made(index) is None]
        for index in untouched[::3]:
            block = flow.blocks[index]
            assert block.height == block.estimate(width) == flow.heights.values[index]


@pytest.mark.parametrize("seed", range(20))
def test_the_blocks_are_the_same_however_the_text_comes(transcript: TranscriptView, seed: int) -> None:
    text = some_text(seed)
    whole = flow_of(transcript, text, [len(text)])
    torn = flow_of(transcript, text, [1, 7, 40, 300])
    for flow in (whole, torn):
        flow.lay_out(0, flow.height + 100_000, lambda _: None)

    def shown(flow: Flow) -> list[tuple[type, int, str]]:
        return [(type(block), block.gap, block.plain()) for block in flow.blocks]

    assert shown(torn) == shown(whole)


def test_only_what_is_seen_of_a_long_text_is_made(transcript: TranscriptView) -> None:
    flow = flow_of(transcript, "Some words.\n\n- an item\n\n```\nx\n```\n\n" * 500, [100_000])
    flow.lay_out(flow.height - 600, flow.height, lambda _: None)
    made = [index for index in range(len(flow.blocks)) if flow.blocks.made(index) is not None]
    assert 0 < len(made) < 60
    assert made[0] > 1_400
