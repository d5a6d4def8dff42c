"""Reasoning that a server left inside the answer as raw `<think>…</think>`, told apart as it streams."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Split", "ThinkSplitter"]

_OPEN = "<think>"
_CLOSE = "</think>"


class Split(NamedTuple):
    """What a piece added. `reclaimed`: all text given out before was reasoning after all."""

    thinking: str = ""
    text: str = ""
    reclaimed: bool = False


class ThinkSplitter:
    """Feed it content as it comes; tags may be cut anywhere.

    `<think>` counts where an answer begins (or where a reasoning block has just ended), so that an
    answer may speak of the tag. Some templates write the opening tag into the prompt: then only
    `</think>` comes, and everything before it was reasoning (`Split.reclaimed`). A closing tag
    behind a backtick is somebody's code. `starts_inside`: this model is known to leave out the
    opening tag, so the answer begins inside the reasoning.
    """

    def __init__(self, *, starts_inside: bool = False) -> None:
        self._held = ""  # might become a tag, or space before one
        self._inside = starts_inside
        self._at_start = not starts_inside
        self._may_lack_opening = True
        self._last = ""
        self.lacked_opening = False
        self.closed = False

    def has_reasoning_elsewhere(self) -> None:
        """The server sends reasoning in a field of its own: a lone closing tag is then just text."""
        if self._may_lack_opening and not self._inside:
            self._may_lack_opening = False

    def feed(self, content: str) -> Split:
        """What this piece of content adds to the reasoning and to the text."""
        content = self._held + content
        self._held = ""
        thinking: list[str] = []
        text: list[str] = []
        reclaimed = False
        while content:
            if self._inside:
                before, content = self._until(content, _CLOSE, thinking)
                if before:
                    self._close()
            elif self._at_start:
                content = self._begin(content)
            elif self._may_lack_opening:
                before, content = self._until(content, _CLOSE, text)
                if before:
                    reclaimed = True
                    thinking.extend(text)
                    text.clear()
                    self.lacked_opening = True
                    self._close()
            else:
                text.append(content)
                content = ""
        return Split("".join(thinking), "".join(text), reclaimed)

    def finish(self) -> Split:
        """What was held back, now that no more comes."""
        held, self._held = self._held, ""
        if self._at_start and held.isspace():
            return Split()
        return Split(thinking=held) if self._inside else Split(text=held)

    def _begin(self, content: str) -> str:
        """Where an answer may begin: skip space, look for the opening tag; the content left to read."""
        stripped = content.lstrip()
        if not stripped or (_OPEN.startswith(stripped) and stripped != _OPEN):
            self._held = content
            return ""
        self._at_start = False
        if stripped.startswith(_OPEN):
            self._inside = True
            self._may_lack_opening = False
            return stripped[len(_OPEN) :]
        return stripped if self.closed else content

    def _until(self, content: str, tag: str, out: list[str]) -> tuple[bool, str]:
        """Move content up to the tag into `out`: whether the tag came, and what is behind it."""
        at = content.find(tag)
        if at >= 0 and (content[at - 1] if at else self._last) != "`":
            self._take(content[:at], out)
            return True, content[at + len(tag) :]
        if at >= 0:
            self._take(content[: at + len(tag)], out)
            return False, content[at + len(tag) :]
        keep = _tail_that_may_be(tag, content)
        self._take(content[: len(content) - keep], out)
        self._held = content[len(content) - keep :]
        return False, ""

    def _take(self, piece: str, out: list[str]) -> None:
        if piece:
            out.append(piece)
            self._last = piece[-1]

    def _close(self) -> None:
        self._inside = False
        self._at_start = True
        self._may_lack_opening = False
        self.closed = True


def _tail_that_may_be(tag: str, content: str) -> int:
    """How many characters at the end of the content could be the tag's beginning."""
    at = content.rfind("<", max(0, len(content) - len(tag) + 1))
    return len(content) - at if at >= 0 and tag.startswith(content[at:]) else 0
