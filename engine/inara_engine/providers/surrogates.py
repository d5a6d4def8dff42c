"""Half characters. JSON may spell an emoji as two escapes; a server may cut between them."""

from __future__ import annotations

__all__ = ["SurrogateJoiner", "without_surrogates"]


def without_surrogates(text: str) -> str:
    """The text with split pairs joined and lone halves replaced by U+FFFD, so that it can be stored and shown."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


class SurrogateJoiner:
    """Cleans a text that comes in pieces, holding back half a character until its other half is here."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> str:
        """The piece, safe to encode."""
        if self._held:
            piece, self._held = self._held + piece, ""
        if piece and "\ud800" <= piece[-1] <= "\udbff":
            piece, self._held = piece[:-1], piece[-1]
        return without_surrogates(piece)

    def finish(self) -> str:
        """A half that stayed alone."""
        held, self._held = self._held, ""
        return without_surrogates(held)
