"""The blocks of a text, each made when it is asked for: of a very long text only some are ever seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inara_desktop.transcript.block import Block

__all__ = ["Blocks"]


class Blocks:
    """As many blocks as were put here; `make` gives the one at an index that was left out."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[int], Block]) -> None:
        self._make = make
        self._made: list[Block | None] = []

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, index: int) -> Block:
        block = self._made[index]
        if block is None:
            block = self._made[index] = self._make(index)
        return block

    def __setitem__(self, index: int, block: Block) -> None:
        self._made[index] = block

    def __iter__(self) -> Iterator[Block]:
        return map(self.__getitem__, range(len(self)))

    def __contains__(self, block: Block) -> bool:
        return any(made is block for made in self._made)

    def made(self, index: int) -> Block | None:
        """The block at an index, if there was a reason to make it."""
        return self._made[index]

    def append(self, block: Block | None) -> None:
        """One more at the end; None: it is made when it is asked for."""
        self._made.append(block)

    def cut(self, count: int) -> None:
        """Keep the first `count`."""
        del self._made[count:]
