"""Heights: sums, changes and searches agree with a plain list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inara_desktop.transcript.fenwick import Fenwick

heights = st.lists(st.integers(0, 500), max_size=60)


@given(heights, heights)
def test_pushing_is_the_same_as_starting_with_them(first: list[int], more: list[int]) -> None:
    grown = Fenwick(first)
    for height in more:
        grown.push(height)
    whole = Fenwick([*first, *more])

    assert [grown.prefix(i) for i in range(len(grown) + 1)] == [whole.prefix(i) for i in range(len(whole) + 1)]
    assert grown.total == sum(first) + sum(more)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60), st.data())
def test_a_changed_height_moves_what_is_below_it(values: list[int], data: st.DataObject) -> None:
    fenwick = Fenwick(values)
    index = data.draw(st.integers(0, len(values) - 1))
    height = data.draw(st.integers(0, 900))

    assert fenwick.set(index, height) == height - values[index]
    values[index] = height
    assert [fenwick.prefix(i) for i in range(len(values) + 1)] == [sum(values[:i]) for i in range(len(values) + 1)]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=60), st.integers(0, 20_000))
def test_find_gives_the_row_that_covers_a_height(values: list[int], y: int) -> None:
    fenwick = Fenwick(values)
    found = fenwick.find(y)

    assert fenwick.prefix(found) <= y
    assert y < fenwick.prefix(found + 1) or found == len(values) - 1


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_popping_undoes_a_push(values: list[int]) -> None:
    fenwick = Fenwick(values)
    fenwick.push(77)
    fenwick.pop()

    assert fenwick.total == sum(values)
    assert fenwick.prefix(len(values)) == sum(values)


@given(heights, st.lists(heights, max_size=6), st.integers(0, 20_000))
def test_heights_put_before_the_others_are_as_if_they_had_been_there(
    values: list[int], above: list[list[int]], y: int
) -> None:
    grown = Fenwick(values)
    for more in above:
        grown.prepend(more)
        grown.push(7)
        values = [*more, *values, 7]
    whole = Fenwick(values)

    assert grown.values == values
    assert grown.total == whole.total
    assert [grown.prefix(i) for i in range(len(grown) + 1)] == [whole.prefix(i) for i in range(len(whole) + 1)]
    assert grown.find(y) == whole.find(y)
