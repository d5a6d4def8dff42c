"""The line of every key, whatever the shape of the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.settings.locate import KeyPath, key_lines, line_of

ODD = '''\
# a comment with "quotes" and [brackets] = 1
title = "x" # [not.a.table]

[a.b]                       # 4
one = 1
"two = 2" = """
[no.table]
no_key = "" \\""" still inside
""""                        # 9, with a quote of its own
'three.x' = \'\'\'
# not a comment
''\'\'\'
dotted . "in side".key = [  # 13
  1, # with ] in it
  { x = 1, y = [ "]", 2 ] },

  "]#", 'a\\',
]
[ a . "b c" ]
k = { in = { deep = 1 }, z = 2 }
[[many]]                    # 21
n = 1
[many.sub]
s = 1
[[many]]
n = 2
  [many.sub]
  s = 2
  [[many.inner]]
  i = 0
  [[many.inner]]
  i = 1
[date]
when = 2020-01-01 10:00:00  # 34
inf = -inf
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("a",), 4),
        (("a", "b"), 4),
        (("a", "b", "one"), 5),
        (("a", "b", "two = 2"), 6),
        (("a", "b", "three.x"), 10),
        (("a", "b", "dotted"), 13),
        (("a", "b", "dotted", "in side", "key"), 13),
        (("a", "b", "dotted", "in side", "key", 0), 14),
        (("a", "b", "dotted", "in side", "key", 1, "y", 1), 15),
        (("a", "b", "dotted", "in side", "key", 2), 17),
        (("a", "b", "dotted", "in side", "key", 3), 17),
        (("a", "b c"), 19),
        (("a", "b c", "k", "in", "deep"), 20),
        (("a", "b c", "k", "z"), 20),
        (("many",), 21),
        (("many", 0), 21),
        (("many", 0, "n"), 22),
        (("many", 0, "sub"), 23),
        (("many", 0, "sub", "s"), 24),
        (("many", 1), 25),
        (("many", 1, "n"), 26),
        (("many", 1, "sub", "s"), 28),
        (("many", 1, "inner", 0, "i"), 30),
        (("many", 1, "inner", 1), 31),
        (("many", 1, "inner", 1, "i"), 32),
        (("date", "when"), 34),
        (("date", "inf"), 35),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_where_a_key_stands(path: KeyPath, line: int, line_end: str) -> None:
    tomllib.loads(ODD)
    assert key_lines(ODD.replace("\n", line_end))[path] == line


def test_what_is_not_there_is_told_at_the_nearest_table() -> None:
    lines = key_lines(ODD)
    assert line_of(lines, ("a", "b", "missing")) == 4
    assert line_of(lines, ("many", 1, "missing", "deeper")) == 25
    assert line_of(lines, ("nowhere",)) == 1


def paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(value, dict):
        for name, item in value.items():
            yield from paths(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


keys = st.text(min_size=1, max_size=6).filter(lambda key: "\x00" not in key and key.isprintable())
scalars = st.integers(-9, 9) | st.booleans() | st.text(max_size=8).filter(str.isprintable)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=12
)


@given(document=st.dictionaries(keys, values, max_size=4))
def test_every_key_of_any_document_has_a_line_that_shows_it(document: dict[str, Any]) -> None:
    text = tomlkit.dumps(document)
    lines = key_lines(text)
    rows = text.split("\n")
    for path in paths(tomllib.loads(text)):
        row = rows[lines[path] - 1]
        if isinstance(path[-1], str):
            assert path[-1] in row or "\\" in row, path
