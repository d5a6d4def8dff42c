"""Heights one can sum, search and change in O(log n): where is row i, and which row is at y?"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Fenwick"]


class Fenwick:
    """A growing list of non-negative integer heights in pixels (a binary indexed tree)."""

    __slots__ = ("_spare", "_tree", "total", "values")

    def __init__(self, values: Iterable[int] = ()) -> None:
        self.values: list[int] = []
        self.total = 0
        self._spare = 0  # places of no height before the first one, for what is put there
        self._tree: list[int] = [0]
        self.reset(values)

    def __len__(self) -> int:
        return len(self.values)

    def reset(self, values: Iterable[int]) -> None:
        """Start anew with these heights, in O(n)."""
        self._build(list(values), 0)

    def prepend(self, values: Iterable[int]) -> None:
        """Put these before all others: O(log n) each, as often as not."""
        above = list(values)
        if len(above) > self._spare:
            whole = above + self.values
            self._build(whole, len(whole))
            return
        self._spare -= len(above)
        self.values[:0] = [0] * len(above)
        for index, value in enumerate(above):
            self.set(index, value)

    def _build(self, values: list[int], spare: int) -> None:
        self.values = values
        self.total = sum(values)
        self._spare = spare
        count = spare + len(values)
        tree = [0] * (spare + 1) + values
        for i in range(1, count + 1):
            parent = i + (i & -i)
            if parent <= count:
                tree[parent] += tree[i]
        self._tree = tree

    def set(self, index: int, value: int) -> int:
        """Change one height; the difference is returned."""
        delta = value - self.values[index]
        if delta:
            self.values[index] = value
            self.total += delta
            i = self._spare + index + 1
            tree, size = self._tree, len(self._tree)
            while i < size:
                tree[i] += delta
                i += i & -i
        return delta

    def push(self, value: int) -> None:
        self.values.append(value)
        self.total += value
        i = self._spare + len(self.values)
        low = i - (i & -i)
        node, k = value, i - 1
        while k > low:
            node += self._tree[k]
            k -= k & -k
        self._tree.append(node)

    def pop(self) -> None:
        """Forget the last height."""
        self.total -= self.values.pop()
        self._tree.pop()

    def prefix(self, count: int) -> int:
        """The sum of the first `count` heights: the top of row `count`."""
        total, tree = 0, self._tree
        count += self._spare
        while count > 0:
            total += tree[count]
            count -= count & -count
        return total

    def find(self, y: int) -> int:
        """The row that covers `y`: the last one whose top is ≤ y; clamped to the rows there are (0 when empty)."""
        size, tree = self._spare + len(self.values), self._tree
        position, step = 0, 1 << size.bit_length()
        while step:
            probe = position + step
            if probe <= size and tree[probe] <= y:
                position = probe
                y -= tree[probe]
            step >>= 1
        return max(0, min(position, size - 1) - self._spare)
