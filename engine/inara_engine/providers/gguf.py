"""A look into a GGUF file before a server is started for it: is it one, is it whole, what is it made for.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. A download that was cut off has a
perfect head; the tensors' offsets and sizes tell how long the file must be.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from inara_engine.errors import UserError
from inara_engine.frozen import frozen

__all__ = ["GgufHead", "read_head"]

_MAX_ENTRIES = 1 << 20
_MAX_ITEMS = 1 << 28
_MAX_KEPT = 1 << 16  # characters of a text, items of a list: vocabularies are passed over
_STRING, _ARRAY = 8, 9
_NUMBERS = {0: "B", 1: "b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "?", 10: "<Q", 11: "<q", 12: "<d"}
# Values and bytes of a block, by ggml's number of the type; of one that is not here the size stays unknown.
_BLOCKS = {
    0: (1, 4),
    1: (1, 2),
    2: (32, 18),
    3: (32, 20),
    6: (32, 22),
    7: (32, 24),
    8: (32, 34),
    9: (32, 36),
    10: (256, 84),
    11: (256, 110),
    12: (256, 144),
    13: (256, 176),
    14: (256, 210),
    15: (256, 292),
    16: (256, 66),
    17: (256, 74),
    18: (256, 98),
    19: (256, 50),
    20: (32, 18),
    21: (256, 110),
    22: (256, 82),
    23: (256, 136),
    24: (1, 1),
    25: (1, 2),
    26: (1, 4),
    27: (1, 8),
    28: (1, 8),
    29: (256, 56),
    30: (1, 2),
    39: (32, 17),
}


@frozen
class GgufHead:
    """What the head of a model file says. `size` is the file's, in bytes."""

    name: str
    longest: int | None  # the context it was made for
    size: int


class _CutError(ValueError):
    """The file ends where it should go on."""


class _ForeignError(ValueError):
    """The head says what no such file can say."""


def read_head(path: Path) -> GgufHead:
    """Read the head and check that the file is whole. Blocks. Raises: UserError with what is wrong and what to do."""
    size = 0
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if file.read(4) != b"GGUF":
                raise UserError(f"{path} is no GGUF model file.", next_step="Choose a file that ends in .gguf.")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                head, needed = _Reader(data).head(path, size)
    except OSError as error:
        step = "Check `gguf` of the model, and that you may read the file."
        raise UserError(f"The model file {path} can't be read: {error.strerror}.", next_step=step) from error
    except _CutError as error:
        raise _incomplete(path, size, None) from error
    except _ForeignError as error:
        step = "Download it again, or look for a newer Inara."
        raise UserError(f"The model file {path} can't be understood: {error}.", next_step=step) from error
    if size < needed:
        raise _incomplete(path, size, needed)
    return head


def _incomplete(path: Path, size: int, needed: int | None) -> UserError:
    of = f"{_shown(size)} of {_shown(needed)}" if needed else f"only {_shown(size)}"
    return UserError(
        f"The model file {path} is not complete: {of} are there.",
        next_step="The download was cut off. Download it again (most programs can resume).",
    )


def _shown(size: int) -> str:
    return f"{size / 1e9:.2f} GB" if size >= 10**8 else f"{size / 1e6:.2f} MB"


class _Reader:
    """Walks the head. Texts and lists longer than what matters are passed over, not kept."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 4

    def head(self, path: Path, size: int) -> tuple[GgufHead, int]:
        """What it says, and how many bytes the file must have."""
        version = self._number("<I")
        if version not in {2, 3}:
            raise _ForeignError(f"its version is {version}, and Inara knows 2 and 3")
        tensors, entries = self._number("<Q"), self._number("<Q")
        if tensors > _MAX_ENTRIES or entries > _MAX_ENTRIES:
            raise _ForeignError("it claims more parts than any model has")
        said: dict[str, Any] = {}
        for _ in range(entries):
            key = self._text()
            said[key] = self._value(self._number("<I"))
        ends = [self._tensor_end() for _ in range(tensors)]
        alignment = said.get("general.alignment", 32)
        alignment = alignment if isinstance(alignment, int) and 0 < alignment < 1 << 20 else 32
        start = -(-self._at // alignment) * alignment
        kind = str(said.get("general.architecture", ""))
        longest = said.get(f"{kind}.context_length")
        head = GgufHead(
            name=str(said.get("general.name") or path.stem),
            longest=longest if isinstance(longest, int) and longest > 0 else None,
            size=size,
        )
        return head, start + max(ends, default=0)

    def _tensor_end(self) -> int:
        """Where a tensor ends, counted from where tensors begin."""
        self._text()
        dimensions = self._number("<I")
        if dimensions > 8:
            raise _ForeignError("a tensor has more dimensions than there are")
        values = 1
        for _ in range(dimensions):
            values *= self._number("<Q")
        block, size = _BLOCKS.get(self._number("<I"), (1, 0))
        return self._number("<Q") + values // block * size

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY:
            return self._list(self._number("<I"), self._number("<Q"))
        if kind not in _NUMBERS:
            raise _ForeignError("it holds a kind of value that is unknown")
        return self._number(_NUMBERS[kind])

    def _list(self, kind: int, length: int) -> None:
        """Pass over a list: nothing of what matters here is one."""
        if length > _MAX_ITEMS:
            raise _ForeignError("a list in it has no end")
        if kind in _NUMBERS:
            self._take(struct.calcsize(_NUMBERS[kind]) * length)
            return
        step: Callable[[], object] = self._skip_text if kind == _STRING else lambda: self._value(kind)
        for _ in range(length):
            step()

    def _text(self) -> str:
        length = self._number("<Q")
        taken = self._take(length)
        return self._data[taken : taken + min(length, _MAX_KEPT)].decode("utf-8", "replace")

    def _skip_text(self) -> None:
        self._take(self._number("<Q"))

    def _number(self, form: str) -> int:
        at = self._take(struct.calcsize(form))
        return cast("int", struct.unpack_from(form, self._data, at)[0])

    def _take(self, size: int) -> int:
        at = self._at
        self._at += size
        if self._at > len(self._data):
            raise _CutError
        return at
