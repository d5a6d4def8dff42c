"""What stays as it is when a paragraph that is on screen grows.

Most of what a stream brings is words at the end of plain text. They are put behind it, instead of reading the whole
paragraph's Markdown again; and what stands on the lines above is not painted again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from inara_desktop.transcript.markdown import prepare
from inara_desktop.transcript.span import Span

__all__ = [
    "Looks",
    "OpenEnd",
    "appended",
    "cut_at_end",
    "fragments",
    "last_line_top",
    "looks_of",
    "put_at_end",
    "top_of_change",
]

_WORDS = re.compile(r"(?:[^\W_]|[,.;:!?'’“”()…–—-]| (?! ))+")
_LAST_WORD = re.compile(r"[ \n](?:[^\W_]|[,.;:!?'’“”()…–—-])+\Z")
_LINE_OF_WORDS = re.compile(r"[ \t]*(?:[-*+] |\d{1,9}[.)] |#{1,6} |(?:> ?)+)?[ \t]*(?:\*{1,3}|_{1,3}|`)?[^\W\d_]")
_WORD_ROOM = 80  # characters that are looked at for the last word

Looks = list[tuple[str, QTextCharFormat | QTextBlockFormat]]
"""A document's text with what it looks like, piece by piece; a paragraph begins with its own format and no text."""


def appended(before: str, after: str) -> str | None:
    """What Markdown gained at its end, where it is words that mean nothing else and change nothing before them."""
    if not after.startswith(before):
        return None
    more = after[len(before) :]
    if not _WORDS.fullmatch(more):
        return None
    word = _LAST_WORD.search(before[-_WORD_ROOM:])  # one with other signs may still become a link or an entity
    if word is None or "www." in word[0] + more:
        return None
    return more if _LINE_OF_WORDS.match(before, before.rfind("\n") + 1) else None


class OpenEnd:
    """The prepared Markdown of the block that grows.

    Where it was shown as it was written, words that come behind it are too: the whole isn't prepared again for them.
    """

    __slots__ = ("_shown", "_start")

    def __init__(self) -> None:
        self._start = -1  # of the block
        self._shown = ""  # its source, where that is what is shown

    def prepared(self, source: str, span: Span, definitions: Mapping[str, str]) -> str:
        """What `prepare` makes of the source while more of it is to come."""
        text = source.rstrip()
        if span.start == self._start and appended(self._shown, text):
            self._shown = text
            return text
        made = prepare(source, span, definitions, open_end=True)
        literal = made == text and "$" not in text and "\\" not in text  # half a formula may become one
        self._start, self._shown = span.start, text if literal else ""
        return made


def put_at_end(document: QTextDocument, text: str) -> None:
    """More text, looking like what it follows."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # a move outside of one shapes the whole paragraph, to know the cursor's x
    cursor.setPosition(document.characterCount() - 1)
    cursor.insertText(text)
    cursor.endEditBlock()


def cut_at_end(document: QTextDocument, text: str) -> None:
    """Without this text, which stands at the end."""
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.beginEditBlock()
    cursor.setPosition(last - _units(text))
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()


def fragments(block: QTextBlock) -> list[tuple[int, str, QTextCharFormat]]:
    """(position, text, format) of a paragraph's pieces, in order."""
    found: list[tuple[int, str, QTextCharFormat]] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        found.append((fragment.position(), fragment.text(), fragment.charFormat()))
        place += 1
    return found


def looks_of(document: QTextDocument) -> Looks:
    """What is compared to find where a document changed."""
    found: Looks = []
    block = document.begin()
    while block.isValid():
        found.append(("", block.blockFormat()))
        found += [(text, form) for _, text, form in fragments(block)]
        block = block.next()
    return found


def last_line_top(document: QTextDocument) -> int:
    """Where the last line begins: words put at the end leave all above it alone."""
    layout = document.lastBlock().layout()
    count = layout.lineCount()
    return int(layout.position().y() + layout.lineAt(count - 1).y()) if count else 0


def top_of_change(document: QTextDocument, before: Looks, after: Looks) -> int:
    """From which height on a document that has changed may look different."""
    position = _first_difference(before, after)
    block = document.findBlock(position)
    if not block.isValid():
        block = document.lastBlock()
    layout = block.layout()
    line = layout.lineForTextPosition(min(position, block.position() + block.length() - 1) - block.position())
    # A word that became shorter or longer moves between its line and the one above.
    number = line.lineNumber() - 2 if line.isValid() else 0
    return int(layout.position().y() + (layout.lineAt(number).y() if number > 0 else 0))


def _first_difference(before: Looks, after: Looks) -> int:
    """The position (in UTF-16 units) up to which both look the same."""
    position = -1  # the first paragraph has no separator before it
    for (old, old_form), (new, new_form) in zip(before, after, strict=False):
        if old_form != new_form:
            break
        if not new:
            position += 1
        elif old == new:
            position += _units(new)
        else:
            same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
            return position + _units(new[:same])
    return max(0, position)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
