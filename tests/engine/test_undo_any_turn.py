"""Whatever a turn did to files, and whatever others did meanwhile: taking it back restores, and loses nothing."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inara_engine.errors import ToolError
from tests.engine.test_undo_turn import Turn
from tests.support.desk import Desk, everything_in

NAMES = st.sampled_from(["a.txt", "b.txt", "new/c.txt", "new/deep/d.txt"])
CALLS = st.one_of(
    st.tuples(st.just("write_file"), NAMES, NAMES),
    st.tuples(st.just("move_file"), NAMES, NAMES),
    st.tuples(st.just("delete_file"), NAMES, NAMES),
)
SOMEBODY = st.tuples(st.sampled_from(["writes", "removes"]), NAMES, NAMES)


async def act(turn: Turn, kind: str, name: str, other: str, text: str) -> None:
    """A call of a tool, where it is possible."""
    arguments: dict[str, dict[str, Any]] = {
        "write_file": {"path": name, "content": text, "overwrite": True},
        "move_file": {"source": name, "target": other, "overwrite": True},
        "delete_file": {"path": name},
    }
    try:
        await turn.act(kind, **arguments[kind])
    except ToolError:
        pass


def texts_in(folder: Path) -> set[str]:
    return {file.read_text() for file in folder.rglob("*") if file.is_file()}


@settings(deadline=None, max_examples=60)
@given(st.lists(CALLS, min_size=1, max_size=7))
def test_a_turn_that_nobody_came_between_is_taken_back_whole(calls: list[tuple[str, str, str]]) -> None:
    async def run(turn: Turn) -> None:
        (turn.desk.root / "a.txt").write_text("first")
        before = everything_in(turn.desk.root)
        for number, (kind, name, other) in enumerate(calls):
            await act(turn, kind, name, other, f"text {number}")
        if turn.events:
            assert {end.outcome for end in await turn.take_back()} == {"ok"}
        assert everything_in(turn.desk.root) == before

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Turn(Desk.at(Path(folder)))))


@settings(deadline=None, max_examples=100)
@given(st.lists(CALLS | SOMEBODY, min_size=2, max_size=8), st.lists(SOMEBODY, max_size=2))
def test_what_somebody_else_wrote_is_never_lost(
    steps: list[tuple[str, str, str]], afterwards: list[tuple[str, str, str]]
) -> None:
    """Neither what was written between two calls, nor what was written after the last: that stays where it is."""

    async def run(turn: Turn) -> None:
        root, number = turn.desk.root, itertools.count()
        (root / "a.txt").write_text("first")
        theirs = {"first"}

        def somebody(does: str, name: str) -> None:
            file = root / name
            if does == "removes":
                if file.is_file():
                    theirs.discard(file.read_text())
                    file.unlink()
            elif not file.is_dir() and all(not above.is_file() for above in file.parents):
                if file.is_file():
                    theirs.discard(file.read_text())
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"theirs {next(number)}")
                theirs.add(file.read_text())

        for kind, name, other in steps:
            if kind in {"writes", "removes"}:
                somebody(kind, name)
            else:
                await act(turn, kind, name, other, f"text {next(number)}")
        last = {name for _, name, _ in afterwards}
        for does, name, _ in afterwards:
            somebody(does, name)
        standing = {name: (root / name).read_text() for name in last if (root / name).is_file()}
        if turn.events:
            await turn.take_back()
        assert theirs <= texts_in(root) | texts_in(turn.desk.workspace.undo_dir)
        for name, text in standing.items():
            if text.startswith("theirs"):
                assert (root / name).read_text() == text

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Turn(Desk.at(Path(folder)))))
