"""Event streams, whole and cut anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inara_engine.providers.sse import EventTooLong, SseDecoder, SseEvent


def events_of(*pieces: bytes, cap: int = 1000) -> list[SseEvent]:
    decoder = SseDecoder(cap)
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: a\n\ndata: b\n\n", [("", b"a"), ("", b"b")]),
        (b"data:a\r\n\r\ndata: b\r\rdata:  c\n\n", [("", b"a"), ("", b"b"), ("", b" c")]),
        (b": ping\n\n:\n\ndata:\n\ndata\n\n", []),
        (b"event: error\ndata: x\n\ndata: y\n\n", [("error", b"x"), ("", b"y")]),
        (b"data: a\ndata: b\n\n", [("", b"a\nb")]),
        (b'error: {"code": 500}\n', [("error", b'{"code": 500}')]),
        (b'{"bare": 1}\n', [("", b'{"bare": 1}')]),
        (b"\xef\xbb\xbfdata: a\n\n", [("", b"a")]),
        (b"data: cut off", [("", b"cut off")]),
        (b"id: 7\nretry: 10\ngarbage\x00\ndata: a\n\n", [("", b"a")]),
    ],
)
def test_a_stream_means_the_same_at_every_cut(body: bytes, expected: list[tuple[str, bytes]]) -> None:
    assert events_of(body) == expected
    assert events_of(*(body[at : at + 1] for at in range(len(body)))) == expected
    for at in range(len(body) + 1):
        assert events_of(body[:at], body[at:]) == expected


LINES = st.lists(
    st.sampled_from([b"data: a", b"data:", b"data: \xc3\xbc", b"event: e", b": c", b"error: x", b"{", b""])
)


@given(LINES, st.sampled_from([b"\n", b"\r\n", b"\r"]), st.data())
def test_neither_line_ends_nor_cuts_matter(lines: list[bytes], end: bytes, data: st.DataObject) -> None:
    body = end.join(lines) + end
    cuts = sorted(data.draw(st.sets(st.integers(0, len(body)), max_size=8)))
    pieces = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert events_of(*pieces) == events_of(b"\n".join(lines) + b"\n")


@pytest.mark.parametrize("pieces", [[b"data: " + b"x" * 2000], [b"x" * 100] * 20, [b"data: xxxxxxxxx\n"] * 200])
def test_an_event_without_end_is_refused(pieces: list[bytes]) -> None:
    with pytest.raises(EventTooLong):
        events_of(*pieces)


def test_many_small_events_are_no_large_one() -> None:
    assert len(events_of(b"data: xxxxxxxxx\n\n" * 500)) == 500
