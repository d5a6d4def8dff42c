"""JSON of servers with letters that are not whole: half an emoji, as JavaScript cuts them, or bytes that are no UTF-8.

Strict readers refuse the whole message for one of them, and a call would wait for its answer in vain.
"""

from __future__ import annotations

import re

__all__ = ["mended"]

_HEX = "[0-9a-fA-F]"
_ESCAPE = re.compile(rf"\\(?:(u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}})|(u[dD][89a-fA-F]{_HEX}{{2}})|.)")
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def mended(line: bytes) -> bytes:
    """A line of JSON with U+FFFD for each letter that is none; any other line as it is."""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
    else:
        if not _HALF.search(line):
            return line
    return _ESCAPE.sub(lambda found: "\\ufffd" if found[2] else found[0], text).encode()
