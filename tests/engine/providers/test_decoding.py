"""What servers send is read as Python's own reader reads it, value for value and fault for fault."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.providers.decoding import parsed

TEXT = st.text(st.characters(codec=None))  # half characters, too: servers send them
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


def read(reader: object, data: bytes) -> str:
    """What comes of it: NaN is no equal of itself, so values are compared as they are written."""
    assert callable(reader)
    try:
        return repr(reader(data))
    except (ValueError, RecursionError):
        return "refused"


@given(value=VALUES, escaped=st.booleans())
def test_any_value_is_read_as_it_was_written(value: object, *, escaped: bool) -> None:
    data = json.dumps(value, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    assert read(parsed, data) == read(json.loads, data) != "refused"


@given(value=VALUES, place=st.integers(min_value=0), byte=st.binary(max_size=3))
def test_what_is_no_json_is_refused_where_python_refuses_it(value: object, place: int, byte: bytes) -> None:
    data = json.dumps(value).encode()
    place %= len(data) + 1
    broken = data[:place] + byte + data[place + 1 :]
    assert read(parsed, broken) == read(json.loads, broken)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[DONE]",
        b"\xef\xbb\xbf{}",
        b'{"a": 1, "a": 2}',
        b"[NaN, Infinity, -Infinity, 1e999]",
        b"01",
        b"-",
        b"9" * 5000,
        b"[" * 150 + b"]" * 150,
        b"[" * 300 + b"]" * 300,
        b"[" * 100_000,
        "{}".encode("utf-16"),
        b'"\xff"',
        b'"\\ud83d"',
        b'"\\ud83d\\ude00"',
        b'"\t"',
        b'{"a": "\\u0000"} ',
        b"{} {}",
    ],
)
def test_odd_things_that_come(data: bytes) -> None:
    assert read(parsed, data) == read(json.loads, data)
